// What the keepers of a definition do with it.

#include "access/policy.h"
#include "language/language.h"
#include "measures/address.h"
#include "measures/adoption.h"
#include "measures/dictionary.h"
#include "measures/dictionary_actions.h"
#include "measures/saving.h"
#include "organisations/tree.h"

namespace primum::measures {
namespace {

using language::sentence;

/// A measure that the person may change.
std::optional<Measure> find_mine(const http::Request& request, const access::Context& context) {
    auto measure = find_measure_by_code(context.db, request.part("measure"));
    if (!measure || !context.scope.can_write(measure->owner)) return {};
    return measure;
}

Problems overtaken() {
    Problems problems;
    problems.add("", sentence("Somebody else has changed this measure since you opened the form. "
                              "Check what you entered and send it again."));
    return problems;
}

http::Response done(const std::string& code, const char* what) {
    return http::see_other(html::url("/measures/{}?done={}", code, what));
}

/// A new measure with the words of another, or of a row of the library.
DefinitionForm first_words(const http::Request& request, const access::Context& context) {
    DefinitionForm form{.multiplier = "1", .from = organisations::TypedDay::of(context.today)};
    const std::string copied = request.parameter("copy").value_or("");
    if (const auto model = find_measure_by_code(context.db, copied);
        model && model->status != Status::draft) {
        form = DefinitionForm::like(model->latest(), context.today);
        form.copied_from = model->code;
        form.code = model->code + "-";
        return form;
    }
    const std::string row = request.parameter("library").value_or("");
    const auto item = library::find_item(context.db, "measures", row, context.today);
    if (!item) return form;
    if (const auto version = version_from_library(*item, context.today)) {
        form = DefinitionForm::like(*version, context.today);
        form.library_code = item->code;
        form.code = normal_measure_code(item->code) + "-";
    }
    return form;
}

Preview preview_of(const access::Context& context, const Measure& before, const Version& version) {
    Preview preview{
        .before = before,
        .version = version,
        .uses = uses_of(context.db, before.id, context.today),
        .across = version.breaks ? charts_across(context.db, before.id, version.from) : 0,
        .experience = experience_of(context.db, before.id),
        .mine = {}};
    const auto members = context.scope_under(access::policy::members);
    const auto all =
        store::Scope::system("which series a definition changes; shown where readable");
    for (Series& series : all_series_of(context.db, all, before.id)) {
        if (!members.can_read(series.organisation)) continue;
        const auto organisation = organisations::find_organisation(context.db, series.organisation);
        std::string name = organisation ? organisation->name : "";
        if (!series.stratum.empty()) name += ", " + series.stratum;
        preview.mine.emplace_back(std::move(name), std::move(series));
    }
    return preview;
}

http::Response save_draft_words(access::Context& context, const Measure& measure,
                                const DefinitionForm& form) {
    const auto version = check_draft(measure, form);
    if (!version)
        return http::unprocessable(change_measure_page(context, measure, form, version.error()));
    return context.save([&](store::Writer& db) {
        if (!save_draft(db, context.scope.may_write(measure.owner), context.stamp(), measure,
                        *version))
            return http::page(http::Status::conflict,
                              change_measure_page(context, measure, form, overtaken()));
        return done(measure.code, "drafted");
    });
}

http::Response save_version(access::Context& context, const Measure& measure,
                            const DefinitionForm& form, const Version& version) {
    return context.save([&](store::Writer& db) {
        if (!add_version(db, context.scope.may_write(measure.owner), context.stamp(), measure,
                         version))
            return http::page(http::Status::conflict,
                              change_measure_page(context, measure, form, overtaken()));
        refresh_readings_of(db, context.stamp(), measure, context.today);
        return done(measure.code, "changed");
    });
}

http::Response take_step(const http::Request& request, access::Context& context, Step step) {
    const auto measure = find_mine(request, context);
    if (!measure) return http::not_found();
    const auto uses = uses_of(context.db, measure->id, context.today);
    const bool agrees = step == Step::agreement;
    const bool fits =
        agrees ? measure->status == Status::draft : measure->status != Status::retired;
    if (!fits || context.form.text("rev") != std::to_string(measure->rev))
        return http::page(http::Status::conflict,
                          step_page(context, *measure, step, uses, overtaken()));
    return context.save([&](store::Writer& db) {
        if (!save_status(db, context.scope.may_write(measure->owner), context.stamp(), *measure,
                         agrees ? Status::agreed : Status::retired))
            return http::page(http::Status::conflict,
                              step_page(context, *measure, step, uses, overtaken()));
        return done(measure->code, agrees ? "agreed" : "retired");
    });
}

http::Response ask_for_step(const http::Request& request, access::Context& context, Step step) {
    const auto measure = find_mine(request, context);
    if (!measure) return http::not_found();
    const bool fits = step == Step::agreement ? measure->status == Status::draft
                                              : measure->status != Status::retired;
    if (!fits) return http::not_found();
    return http::ok(
        step_page(context, *measure, step, uses_of(context.db, measure->id, context.today), {}));
}

}  // namespace

http::Response ask_for_new_measure(const http::Request& request, access::Context& context) {
    return http::ok(
        new_measure_page(context, owners_for(context), first_words(request, context), {}));
}

http::Response add_new_measure(const http::Request&, access::Context& context) {
    const auto form = DefinitionForm::from_request(context.form);
    const auto version = check_new(context.db, context.scope, form);
    if (!version)
        return http::unprocessable(
            new_measure_page(context, owners_for(context), form, version.error()));
    const auto owner = context.scope.may_write(OrganisationId::parse(form.owner).value());
    const std::string code = normal_measure_code(form.code);
    const auto status = parse_status(context.form.text("status")).value_or(Status::draft);
    const auto model = find_measure_by_code(context.db, form.copied_from);
    return context.save([&](store::Writer& db) {
        if (find_measure_by_code(db, code)) {
            Problems taken;
            taken.add("code", sentence("Choose another code: a measure has this one already."));
            return http::unprocessable(new_measure_page(context, owners_for(context), form, taken));
        }
        add_measure(db, owner, context.stamp(), code, "",
                    status == Status::agreed ? Status::agreed : Status::draft, *version,
                    model ? model->code : form.library_code);
        return done(code, "added");
    });
}

http::Response ask_for_measure_change(const http::Request& request, access::Context& context) {
    const auto measure = find_mine(request, context);
    if (!measure || measure->status == Status::retired) return http::not_found();
    const Day from = measure->status == Status::draft
                         ? measure->latest().from
                         : next_period(measure->now().frequency, context.today);
    return http::ok(change_measure_page(context, *measure, DefinitionForm::of(*measure, from), {}));
}

http::Response save_measure_change(const http::Request& request, access::Context& context) {
    const auto measure = find_mine(request, context);
    if (!measure || measure->status == Status::retired) return http::not_found();
    auto form = DefinitionForm::from_request(context.form);
    if (form.rev != measure->rev) {
        form.rev = measure->rev;  // who sends it again has seen that it was changed
        return http::page(http::Status::conflict,
                          change_measure_page(context, *measure, form, overtaken()));
    }
    if (measure->status == Status::draft) return save_draft_words(context, *measure, form);
    if (context.form.text("step") == "edit")
        return http::ok(change_measure_page(context, *measure, form, {}));
    const auto version = check_change(*measure, form);
    if (!version)
        return http::unprocessable(change_measure_page(context, *measure, form, version.error()));
    if (context.form.text("step") != "save")
        return http::ok(preview_page(context, form, preview_of(context, *measure, *version)));
    return save_version(context, *measure, form, *version);
}

http::Response ask_for_agreement(const http::Request& request, access::Context& context) {
    return ask_for_step(request, context, Step::agreement);
}
http::Response save_agreement(const http::Request& request, access::Context& context) {
    return take_step(request, context, Step::agreement);
}
http::Response ask_for_retirement(const http::Request& request, access::Context& context) {
    return ask_for_step(request, context, Step::retirement);
}
http::Response save_retirement(const http::Request& request, access::Context& context) {
    return take_step(request, context, Step::retirement);
}

}  // namespace primum::measures
