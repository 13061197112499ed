// What those who keep events do with them.

#include <algorithm>

#include "events/actions.h"
#include "events/letters.h"
#include "events/pages.h"
#include "organisations/tree.h"

namespace primum::events {
namespace {

using html::url;
using language::sentence;

constexpr std::size_t kLongestText = 5000;

/// Organisations for which this person may keep events.
std::vector<Place> owners(const access::Context& context) {
    std::vector<Place> places;
    for (const OrganisationId& root : context.scope.roots())
        if (std::ranges::find(places, root, &Place::id) == places.end())
            if (auto organisation = organisations::find_organisation(context.db, root))
                places.push_back({root, organisation->name});
    return places;
}

Problems overtaken() {
    Problems problems;
    problems.add("", sentence("Somebody else has changed this event since you opened the form. "
                              "Check what you entered and send it again."));
    return problems;
}

http::Response done(const Event& event, std::string_view what) {
    return http::see_other(url("/events/{}?done={}", event.id.text(), what));
}

void name_series(store::Writer& db, const store::Writable& owner, const access::Context& context,
                 const EventForm& form, Event& event) {
    event.series.reset();
    if (!form.series.empty()) event.series = series_named(db, owner, context.stamp(), form.series);
}

std::vector<Material> offered(const store::Reader& db) {
    return db.all(
        [](const store::Row& row) {
            return Material{row.get<std::string>(0), row.get<std::string>(1)};
        },
        "SELECT id, title FROM resources WHERE status = 'published' ORDER BY title, id");
}

}  // namespace

http::Response ask_for_event(const Accounts&, const http::Request&, access::Context& context) {
    EventForm form;
    form.zone = context.view.zone;
    form.visible = "public";
    return http::ok(edit_page(context, nullptr, owners(context), form, {}));
}

http::Response save_new_event(const Accounts&, const http::Request&, access::Context& context) {
    const auto form = EventForm::from(context.form);
    const auto places = owners(context);
    auto checked = check(context.db, form, Event{.starts_at = {}, .ends_at = {}});
    Problems problems = checked ? Problems() : checked.error();
    auto owner = std::ranges::find_if(
        places, [&](const Place& place) { return place.id.text() == form.owner; });
    if (owner == places.end() && places.size() == 1) owner = places.begin();
    if (owner == places.end()) problems.add("owner", sentence("Choose who keeps it."));
    if (!problems.empty())
        return http::unprocessable(edit_page(context, nullptr, places, form, problems));
    const auto keeper = context.scope.may_write(owner->id);
    return context.save([&](store::Writer& db) {
        Event event = *checked;
        name_series(db, keeper, context, form, event);
        event.id = add_event(db, keeper, context.stamp(), event);
        return done(event, "added");
    });
}

http::Response ask_for_details(const Accounts&, const http::Request& request,
                               access::Context& context) {
    const auto event = kept_event(request, context);
    if (!event) return http::not_found();
    const auto form = EventForm::of(*event, belongs_to(context.db, *event).series);
    return http::ok(edit_page(context, &*event, {}, form, {}));
}

http::Response save_details(const Accounts& accounts, const http::Request& request,
                            access::Context& context) {
    const auto before = kept_event(request, context);
    if (!before) return http::not_found();
    const auto form = EventForm::from(context.form);
    const auto checked = check(context.db, form, *before);
    if (!checked)
        return http::unprocessable(edit_page(context, &*before, {}, form, checked.error()));
    const auto owner = context.scope.may_write(before->owner);
    return context.save([&](store::Writer& db) {
        Event event = *checked;
        name_series(db, owner, context, form, event);
        const auto was = find_event(db, event.id);
        if (!was || !save_event(db, owner, context.stamp(), event)) {
            EventForm again = form;
            if (was) again.rev = std::to_string(was->rev);
            return http::page(http::Status::conflict,
                              edit_page(context, &*before, {}, again, overtaken()));
        }
        tell_changed(accounts, db, *was, event, context.now);
        tell_moved_up(accounts, db, settle(db, context.stamp(), event.id), context.now);
        return done(event, "changed");
    });
}

http::Response ask_for_cancellation(const Accounts&, const http::Request& request,
                                    access::Context& context) {
    const auto event = kept_event(request, context);
    if (!event || event->status != Status::planned) return http::not_found();
    return http::ok(cancellation_page(context, *event, "", {}));
}

http::Response save_cancellation(const Accounts& accounts, const http::Request& request,
                                 access::Context& context) {
    const auto event = kept_event(request, context);
    if (!event) return http::not_found();
    const std::string reason(context.form.text("reason"));
    if (reason.size() > kLongestText) {
        Problems problems;
        problems.add("reason", sentence("Shorten the reason to 5,000 characters or fewer."));
        return http::unprocessable(cancellation_page(context, *event, reason, problems));
    }
    const auto owner = context.scope.may_write(event->owner);
    return context.save([&](store::Writer& db) {
        Event cancelled = *event;
        cancelled.status = Status::cancelled;
        cancelled.cancelled_because = reason;
        cancelled.rev = rev_of(context.form);
        if (event->status != Status::planned || !save_event(db, owner, context.stamp(), cancelled))
            return http::page(http::Status::conflict,
                              cancellation_page(context, *event, reason, overtaken()));
        tell_cancelled(accounts, db, cancelled, context.now);
        return done(cancelled, "cancelled");
    });
}

http::Response show_attendance(const Accounts&, const http::Request& request,
                               access::Context& context) {
    const auto event = kept_event(request, context);
    if (!event) return http::not_found();
    return http::ok(attendance_page(context, *event, bookings_of(context.db, event->id),
                                    parameter(request, "done")));
}

http::Response save_who_came(const Accounts&, const http::Request& request,
                             access::Context& context) {
    const auto event = kept_event(request, context);
    if (!event || event->starts_at > context.now) return http::not_found();
    std::vector<std::string> came;
    for (const std::string_view seat : context.form.all("came"))
        came.emplace_back(seat);
    return context.save([&](store::Writer& db) {
        save_attendance(db, context.stamp(), event->id, came);
        return http::see_other(url("/events/{}/attendance?done=attended", event->id.text()));
    });
}

http::Response show_promises(const Accounts&, const http::Request& request,
                             access::Context& context) {
    const auto event = kept_event(request, context);
    if (!event) return http::not_found();
    return http::ok(promises_page(context, *event, count_promises(context.db, event->id),
                                  promises_of(context.db, event->id)));
}

http::Response ask_for_materials(const Accounts&, const http::Request& request,
                                 access::Context& context) {
    const auto event = kept_event(request, context);
    if (!event) return http::not_found();
    std::vector<std::string> chosen;
    for (const auto& resource : resources_of(context.db, event->id))
        chosen.emplace_back(resource.id.text());
    return http::ok(
        materials_page(context, *event, event->materials, chosen, offered(context.db), {}));
}

http::Response save_materials(const Accounts&, const http::Request& request,
                              access::Context& context) {
    const auto event = kept_event(request, context);
    if (!event) return http::not_found();
    const std::string words(context.form.text("materials"));
    const auto known = offered(context.db);
    std::vector<std::string> chosen;
    std::vector<resources::ResourceId> resources;
    for (const std::string_view id : context.form.all("resources")) {
        chosen.emplace_back(id);
        if (std::ranges::find(known, id, &Material::id) != known.end())
            resources.push_back(*resources::ResourceId::parse(id));
    }
    Problems problems;
    if (words.size() > kLongestText)
        problems.add("materials", sentence("Shorten the words to 5,000 characters or fewer."));
    if (!problems.empty())
        return http::unprocessable(materials_page(context, *event, words, chosen, known, problems));
    const auto owner = context.scope.may_write(event->owner);
    return context.save([&](store::Writer& db) {
        Event changed = *event;
        changed.materials = words;
        changed.rev = rev_of(context.form);
        if (!save_event(db, owner, context.stamp(), changed))
            return http::page(http::Status::conflict,
                              materials_page(context, *event, words, chosen, known, overtaken()));
        save_resources(db, owner, context.stamp(), event->id, resources);
        return done(changed, "materials");
    });
}

}  // namespace primum::events
