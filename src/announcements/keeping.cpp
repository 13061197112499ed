// Writing news, looking at it before anybody else does, publishing it and taking it back.

#include <algorithm>
#include <charconv>

#include "announcements/actions.h"
#include "announcements/announcement.h"
#include "announcements/prose.h"
#include "announcements/words.h"
#include "base/characters.h"
#include "design/button.h"
#include "design/callouts.h"
#include "design/error_summary.h"
#include "design/form.h"
#include "design/heading.h"
#include "design/input.h"
#include "design/links.h"
#include "design/notification_banner.h"
#include "design/page.h"
#include "design/select.h"
#include "design/summary_list.h"
#include "design/table.h"
#include "design/textarea.h"

namespace primum::announcements {
namespace {

using html::html;
using html::url;

constexpr std::size_t kLongestTitle = 150;
constexpr std::size_t kLongestBody = 5000;

struct AnnouncementForm {
    std::string audience;  ///< "public", "office", or the code of a Choosable
    std::string role;
    std::string title;
    std::string body;
    std::string rev;

    static AnnouncementForm from(const http::Form& form) {
        return {std::string(form.text("audience")), std::string(form.text("role")),
                std::string(form.text("title")), std::string(form.text("body")),
                std::string(form.text("rev"))};
    }
    static AnnouncementForm of(const Announcement& one, const std::vector<Choosable>& known) {
        AnnouncementForm form{std::string(name(one.audience.circle)), "", one.title, one.body,
                              std::to_string(one.rev)};
        if (one.audience.role) form.role = access::name(*one.audience.role);
        Audience without = one.audience;
        without.role.reset();
        if (const auto found = std::ranges::find(known, without, &Choosable::audience);
            found != known.end())
            form.audience = found->code;
        return form;
    }
    std::int64_t seen() const {
        std::int64_t value = 0;
        std::from_chars(rev.data(), rev.data() + rev.size(), value);
        return value;
    }
};

/// Audiences of what this person keeps.
std::vector<Choosable> own_audiences(const access::Context& context) {
    auto all = choosable_audiences(context.db);
    std::erase_if(all, [&](const Choosable& one) { return !context.scope.can_write(one.owner); });
    return all;
}

Valid<Announcement> check(const access::Context& context, const AnnouncementForm& form,
                          const std::vector<Choosable>& choices) {
    Problems problems;
    Announcement one;
    if (!context.scope.roots().empty()) one.owner = context.scope.roots().front();
    if (form.audience == "public" || form.audience == "office") {
        one.audience.circle = *parse_circle(form.audience);
    } else if (const auto chosen = std::ranges::find(choices, form.audience, &Choosable::code);
               chosen != choices.end()) {
        one.audience = chosen->audience;
        one.owner = chosen->owner;
    } else {
        problems.add("audience", "Choose for whom it is.");
    }
    if (!form.role.empty()) {
        one.audience.role = access::parse_role(form.role);
        if (!one.audience.role) problems.add("role", "Choose one of the roles in the list.");
    }
    one.title = form.title;
    if (form.title.empty())
        problems.add("title", "Enter a title.");
    else if (characters(form.title) > kLongestTitle)
        problems.add("title", "Use 150 characters or fewer.");
    one.body = form.body;
    if (paragraphs(form.body).empty())
        problems.add("body", "Enter what the news is.");
    else if (characters(form.body) > kLongestBody)
        problems.add("body", "Use 5,000 characters or fewer.");
    if (!problems.empty()) return std::unexpected(std::move(problems));
    return one;
}

std::vector<design::Crumb> crumbs(const design::View& view) {
    return {{view.say("News"), url("/news")},
            {view.say("Write and publish"), url("/announcements")}};
}

html::Html form_page(const access::Context& context, const std::optional<AnnouncementId>& id,
                     const AnnouncementForm& form, const std::vector<Choosable>& choices,
                     const Problems& problems) {
    const design::View& view = context.view;
    const std::string title(id ? view.say("Change this news") : view.say("Write news"));
    std::vector<design::Option> audiences = {{.value = "", .label = view.say("Choose")},
                                             {.value = "public", .label = view.say("Everybody")}};
    for (const Choosable& one : choices)
        audiences.push_back({.value = one.code, .label = choosable_words(view, one)});
    audiences.push_back(
        {.value = "office", .label = view.say("Those who run campaigns and programmes")});
    std::vector<design::Option> roles = {{.value = "", .label = view.say("All of them")}};
    for (const access::Role role : access::all_roles())
        roles.push_back({.value = access::name(role), .label = view.say(access::label(role))});
    const auto where = id ? url("/announcements/{}/change", id->text()) : url("/announcements/new");
    const auto back = id ? url("/announcements/{}", id->text()) : url("/announcements");
    return design::page(
        view, {.title = title, .error = !problems.empty(), .breadcrumb = crumbs(view)},
        design::two_thirds(html(
            R"({}{}{}<p><a class="nhsuk-link" href="{}">{}</a></p>)",
            design::error_summary(view, problems), design::page_heading(title),
            design::form(
                view, {.action = where, .id = {}, .classes = {}},
                html("{}{}{}{}{}{}", design::hidden("rev", form.rev),
                     design::select(view, {.name = "audience",
                                           .label = {view.say("For whom"), design::Size::s},
                                           .hint = {},
                                           .options = std::move(audiences),
                                           .value = form.audience,
                                           .error = problems.about("audience")}),
                     design::select(
                         view, {.name = "role",
                                .label = {view.say("Only people with this role"), design::Size::s},
                                .hint = {},
                                .options = std::move(roles),
                                .value = form.role,
                                .error = problems.about("role")}),
                     design::input(view, {.name = "title",
                                          .label = {view.say("Title"), design::Size::s},
                                          .value = form.title,
                                          .error = problems.about("title")}),
                     design::textarea(view,
                                      {.name = "body",
                                       .label = {view.say("News"), design::Size::s},
                                       .hint = view.say("Plain words, with an empty line between "
                                                        "paragraphs. Web addresses become links."),
                                       .value = form.body,
                                       .error = problems.about("body"),
                                       .rows = 10,
                                       .most_characters = kLongestBody}),
                     design::button({.label = view.say("Save and look at it"), .once = true}))),
            back, view.say("Cancel and go back"))));
}

Problems overtaken() {
    Problems problems;
    problems.add("",
                 "Somebody else has changed this since you opened the form. Check what you entered "
                 "and send it again.");
    return problems;
}

std::optional<Announcement> kept(const http::Request& request, const access::Context& context) {
    const auto id = AnnouncementId::parse(request.part("announcement"));
    if (!id) return {};
    auto one = find_announcement(context.db, *id);
    if (one && !context.scope.can_write(one->owner)) return {};
    return one;
}

html::Html act(const design::View& view, const Announcement& one, const html::Url& where,
               std::string_view label, design::ButtonLook look) {
    return design::form(view, {.action = where, .id = {}, .classes = {}},
                        html("{}{}", design::hidden("rev", std::to_string(one.rev)),
                             design::button({.label = label, .look = look, .once = true})));
}

html::Html draft_page(const http::Request& request, const access::Context& context,
                      const Announcement& one, const Problems& problems) {
    const design::View& view = context.view;
    const std::string done = request.parameter("done").value_or("");
    std::string_view what;
    if (done == "saved") what = view.say("It has been saved.");
    if (done == "published") what = view.say("It has been published.");
    if (done == "withdrawn") what = view.say("It has been withdrawn.");
    html::Html banner;
    if (!what.empty() && problems.empty())
        banner = design::notification_banner(
            view, {.notice = design::Notice::success, .heading = what, .body = {}});
    html::Html acts = design::button({.label = view.say("Change it"),
                                      .look = design::ButtonLook::secondary,
                                      .where = url("/announcements/{}/change", one.id.text())});
    if (one.is_out())
        acts += act(view, one, url("/announcements/{}/withdrawal", one.id.text()),
                    view.say("Withdraw it"), design::ButtonLook::warning);
    else
        acts += act(view, one, url("/announcements/{}/publication", one.id.text()),
                    view.say("Publish it"), design::ButtonLook::primary);
    std::vector<design::SummaryRow> rows = {
        {.key = view.say("For whom"),
         .value = audience_words(view, one.audience, choosable_audiences(context.db)),
         .actions = {}},
        {.key = view.say("Status"), .value = state_tag(view, one), .actions = {}}};
    if (one.published_at)
        rows.push_back({.key = view.say("Published"),
                        .value = view.words->moment(*one.published_at, view.zone),
                        .actions = {}});
    html::Html reading;
    if (one.is_out())
        reading = html(R"(<p><a class="nhsuk-link" href="{}">{}</a></p>)",
                       url("/news/{}", one.id.text()), view.say("As its readers see it"));
    return design::page(
        view, {.title = one.title, .error = !problems.empty(), .breadcrumb = crumbs(view)},
        design::two_thirds(html(
            R"({}{}{}{}{}{}<div class="pr-preview"><h2 class="nhsuk-heading-m">{}</h2>{}</div>)",
            banner, design::error_summary(view, problems),
            design::page_heading(view.say("News"), one.title),
            design::summary_list(view, {.rows = std::move(rows)}), reading,
            design::button_group(acts), one.title, prose(one.body))));
}

http::Response done(AnnouncementId id, std::string_view what) {
    return http::see_other(url("/announcements/{}?done={}", id.text(), what));
}

template <class Change>
http::Response change(const http::Request& request, access::Context& context, std::string_view what,
                      Change apply) {
    const auto one = kept(request, context);
    if (!one) return http::not_found();
    Announcement seen = *one;
    seen.rev = AnnouncementForm::from(context.form).seen();
    const auto owner = context.scope.may_write(one->owner);
    return context.save([&](store::Writer& db) {
        if (!apply(db, owner, context.stamp(), seen))
            return http::page(http::Status::conflict,
                              draft_page(request, context, *one, overtaken()));
        return done(one->id, what);
    });
}

}  // namespace

http::Response show_kept(const http::Request&, access::Context& context) {
    const design::View& view = context.view;
    const auto all = kept_below(context.db, context.scope.roots(), context.today);
    const auto known = choosable_audiences(context.db);
    html::Html list;
    if (all.empty()) {
        list = design::nothing_yet(view.say("Nothing has been written yet."));
    } else {
        design::TableWriter table({.caption = view.say("What has been written"),
                                   .caption_size = design::Size::s,
                                   .columns = {{.heading = view.say("Title")},
                                               {.heading = view.say("For whom")},
                                               {.heading = view.say("Status")},
                                               {.heading = view.say("Published")}},
                                   .first_cell_is_heading = true});
        for (const Announcement& one : all)
            table.row(design::link(url("/announcements/{}", one.id.text()), one.title),
                      audience_words(view, one.audience, known), state_tag(view, one),
                      one.published_at ? view.words->moment(*one.published_at, view.zone)
                                       : std::string("–"));
        list = std::move(table).done();
    }
    return http::ok(design::page(
        view,
        {.title = view.say("Write and publish news"),
         .breadcrumb = {{view.say("News"), url("/news")}}},
        html("{}{}{}", design::page_heading(view.say("Write and publish news")),
             design::button({.label = view.say("Write news"), .where = url("/announcements/new")}),
             list)));
}

http::Response ask_for_new(const http::Request&, access::Context& context) {
    return http::ok(form_page(context, {}, {}, own_audiences(context), {}));
}

http::Response add_new(const http::Request&, access::Context& context) {
    const auto form = AnnouncementForm::from(context.form);
    const auto choices = own_audiences(context);
    const auto one = check(context, form, choices);
    if (!one) return http::unprocessable(form_page(context, {}, form, choices, one.error()));
    if (!context.scope.can_write(one->owner)) return http::not_found();
    const auto owner = context.scope.may_write(one->owner);
    return context.save([&](store::Writer& db) {
        return done(add_announcement(db, owner, context.stamp(), *one), "saved");
    });
}

http::Response show_draft(const http::Request& request, access::Context& context) {
    const auto one = kept(request, context);
    if (!one) return http::not_found();
    return http::ok(draft_page(request, context, *one, {}));
}

http::Response ask_for_change(const http::Request& request, access::Context& context) {
    const auto one = kept(request, context);
    if (!one) return http::not_found();
    const auto choices = own_audiences(context);
    return http::ok(form_page(context, one->id, AnnouncementForm::of(*one, choices), choices, {}));
}

http::Response save_change(const http::Request& request, access::Context& context) {
    const auto before = kept(request, context);
    if (!before) return http::not_found();
    auto form = AnnouncementForm::from(context.form);
    const auto choices = own_audiences(context);
    auto after = check(context, form, choices);
    if (!after)
        return http::unprocessable(form_page(context, before->id, form, choices, after.error()));
    if (!context.scope.can_write(after->owner)) return http::not_found();
    after->id = before->id;
    after->rev = form.seen();
    after->published_at = before->published_at;
    after->withdrawn_at = before->withdrawn_at;
    const auto owner = context.scope.may_write(after->owner);
    return context.save([&](store::Writer& db) {
        if (!save_announcement(db, owner, context.stamp(), *after)) {
            form.rev = std::to_string(before->rev);
            return http::page(http::Status::conflict,
                              form_page(context, before->id, form, choices, overtaken()));
        }
        return done(before->id, "saved");
    });
}

http::Response publish_it(const http::Request& request, access::Context& context) {
    return change(request, context, "published", publish);
}

http::Response withdraw_it(const http::Request& request, access::Context& context) {
    return change(request, context, "withdrawn", withdraw);
}

}  // namespace primum::announcements
