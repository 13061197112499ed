// What the keepers of a row do with it.

#include "library/actions.h"
#include "library/index.h"
#include "library/pages.h"
#include "organisations/tree.h"

namespace primum::library {
namespace {

/// An item that the person may change.
struct Mine {
    const Set& set;
    Record record;
};

std::optional<Mine> find_mine(const http::Request& request, const access::Context& context) {
    const Set* set = find_set(request.part("set"));
    if (!set) return std::nullopt;
    auto record = find_record(context.db, set->code, request.part("code"));
    if (!record || !may_edit(context.db, context.scope, *record)) return std::nullopt;
    return Mine{*set, std::move(*record)};
}

Problems overtaken() {
    Problems problems;
    problems.add("",
                 "Somebody else has changed this since you opened the form. Check what you entered "
                 "and send it again.");
    return problems;
}

http::Response done(std::string_view set, std::string_view code, Status status) {
    const char* what = status == Status::draft    ? "drafted"
                       : status == Status::agreed ? "agreed"
                                                  : "retired";
    return http::see_other(html::url("/library/{}/{}?done={}", set, code, what));
}

/// The item as the form's person saw it.
Record as_seen(const Record& record, const ItemForm& form) {
    Record seen = record;
    seen.rev = form.rev;
    return seen;
}

/// Words to agree or to retire.
const Version* words_for(const Record& record, Step step) {
    const Version& latest = record.latest();
    if (step == Step::agreement) return latest.status == Status::draft ? &latest : nullptr;
    if (latest.status == Status::retired) return nullptr;
    // A draft that nobody agreed is not what is retired.
    for (auto version = record.versions.rbegin(); version != record.versions.rend(); ++version)
        if (version->status != Status::draft) return &*version;
    return &latest;
}

http::Response ask_for(Step step, const http::Request& request, access::Context& context) {
    const auto mine = find_mine(request, context);
    const Version* words = mine ? words_for(mine->record, step) : nullptr;
    if (!words) return http::not_found();
    return http::ok(step_page(context, mine->set, mine->record, step,
                              ItemForm::of(mine->record, *words, context.today), {}));
}

http::Response save(Step step, const http::Request& request, access::Context& context) {
    const auto mine = find_mine(request, context);
    if (!mine) return http::not_found();
    ItemForm form = ItemForm::from_request(mine->set, context.form);
    const Version* words = words_for(mine->record, step);
    if (!words || form.rev != mine->record.rev) {
        form.rev = mine->record.rev;
        return http::page(http::Status::conflict,
                          step_page(context, mine->set, mine->record, step, form, overtaken()));
    }
    const auto status = step == Step::agreement ? Status::agreed : Status::retired;
    const auto draft = check_step(mine->record, *words, status, form);
    if (!draft)
        return http::unprocessable(
            step_page(context, mine->set, mine->record, step, form, draft.error()));
    return context.save([&](store::Writer& db) {
        if (!add_version(db, context.scope, context.stamp(), as_seen(mine->record, form), *draft))
            return http::page(http::Status::conflict,
                              step_page(context, mine->set, mine->record, step, form, overtaken()));
        return done(mine->set.code, mine->record.code, status);
    });
}

/// Where somebody's new rows belong: to the top of the tree if they keep that, else to the first
/// organisation that they keep.
std::optional<OrganisationId> owner_for(const access::Context& context) {
    for (const OrganisationId top : organisations::tops(context.db))
        if (context.scope.can_write(top)) return top;
    const auto& roots = context.scope.roots();
    return roots.empty() ? std::nullopt : std::optional(roots.front());
}

}  // namespace

http::Response ask_for_new(const http::Request& request, access::Context& context) {
    const Set* set = find_set(request.part("set"));
    if (!set) return http::not_found();
    ItemForm form;
    form.from = organisations::TypedDay::of(context.today);
    if (set->find("provenance")) form.fields["provenance"] = "derived";
    return http::ok(add_page(context, *set, form, {}));
}

http::Response add_new(const http::Request& request, access::Context& context) {
    const Set* set = find_set(request.part("set"));
    const auto owner = owner_for(context);
    if (!set || !owner) return http::not_found();
    const auto form = ItemForm::from_request(*set, context.form);
    const auto draft = check_new(context.db, *set, form);
    if (!draft) return http::unprocessable(add_page(context, *set, form, draft.error()));
    const std::string code = code_of(*set, draft->fields);
    return context.save([&](store::Writer& db) {
        if (!add_item(db, context.scope, context.stamp(), *set, *owner, *draft)) {
            Problems taken;
            taken.add(input_name(parts_of(set->key).back()),
                      "The set has this already: change that row, or choose another code.");
            return http::unprocessable(add_page(context, *set, form, taken));
        }
        return http::see_other(html::url("/library/{}/{}?done=added", set->code, code));
    });
}

http::Response ask_for_change(const http::Request& request, access::Context& context) {
    const auto mine = find_mine(request, context);
    if (!mine) return http::not_found();
    return http::ok(change_page(context, mine->set, mine->record,
                                ItemForm::of(mine->record, mine->record.latest(), context.today),
                                {}));
}

http::Response save_change(const http::Request& request, access::Context& context) {
    const auto mine = find_mine(request, context);
    if (!mine) return http::not_found();
    ItemForm form = ItemForm::from_request(mine->set, context.form);
    if (form.rev != mine->record.rev) {
        form.rev = mine->record.rev;  // who sends it again has seen that it was changed
        return http::page(http::Status::conflict,
                          change_page(context, mine->set, mine->record, form, overtaken()));
    }
    const auto draft = check_change(context.db, mine->set, mine->record, form);
    if (!draft)
        return http::unprocessable(
            change_page(context, mine->set, mine->record, form, draft.error()));
    return context.save([&](store::Writer& db) {
        if (!add_version(db, context.scope, context.stamp(), as_seen(mine->record, form), *draft))
            return http::page(http::Status::conflict,
                              change_page(context, mine->set, mine->record, form, overtaken()));
        return done(mine->set.code, mine->record.code, draft->status);
    });
}

http::Response ask_for_agreement(const http::Request& request, access::Context& context) {
    return ask_for(Step::agreement, request, context);
}
http::Response save_agreement(const http::Request& request, access::Context& context) {
    return save(Step::agreement, request, context);
}
http::Response ask_for_retirement(const http::Request& request, access::Context& context) {
    return ask_for(Step::retirement, request, context);
}
http::Response save_retirement(const http::Request& request, access::Context& context) {
    return save(Step::retirement, request, context);
}

}  // namespace primum::library
