// A part of a cohort, with its own days.

#include "access/context.h"
#include "base/problems.h"
#include "design/date_input.h"
#include "design/heading.h"
#include "design/input.h"
#include "design/textarea.h"
#include "organisations/typed_day.h"
#include "programmes/actions.h"
#include "programmes/keeping.h"
#include "programmes/words.h"

namespace primum::programmes {

using html::html;
using html::url;
using organisations::TypedDay;

namespace {

struct DatedPartForm {
    Part part;
    TypedDay starts;
    TypedDay ends;
};

html::Html dated_part_page(const access::Context& context, const Keeping& keeping,
                           const DatedPartForm& form, const Problems& problems) {
    const design::View& view = context.view;
    const Part& part = form.part;
    using organisations::date_fields;
    auto starts =
        date_fields("starts", {view.say("First day"), design::Size::s}, form.starts, problems);
    auto ends = date_fields("ends", {view.say("Last day"), design::Size::s}, form.ends, problems);
    const auto line = [&](const char* name, std::string_view label, const std::string& value) {
        return design::input(view, {.name = name,
                                    .label = {label, design::Size::s},
                                    .value = value,
                                    .error = problems.about(name)});
    };
    return keeping_form_page(
        context, keeping, view.say("Change a part"), problems,
        {.where = url("/programmes/{}/cohorts/{}/parts/{}", keeping.programme.code,
                      keeping.cohort->number, part.position),
         .rev = std::to_string(part.rev),
         .fields = html(
             "{}{}{}{}{}{}", line("title", view.say("Title"), part.title),
             design::date_input(view, starts), design::date_input(view, ends),
             line("who", view.say("For whom"), part.who),
             line("output", view.say("What a team has at its end"), part.output),
             design::textarea(view, {.name = "prepare",
                                     .label = {view.say("What to read before"), design::Size::s},
                                     .value = part.prepare,
                                     .error = problems.about("prepare"),
                                     .rows = 3}))});
}

}  // namespace

http::Response ask_for_cohort_part(const http::Request& request, access::Context& context) {
    const auto keeping = cohort_keeping_of(request, context);
    const auto part = keeping ? cohort_part_of(request, context, *keeping) : std::nullopt;
    if (!part) return http::not_found();
    return http::ok(dated_part_page(
        context, *keeping, {*part, TypedDay::of(part->starts), TypedDay::of(part->ends)}, {}));
}

http::Response save_cohort_part(const http::Request& request, access::Context& context) {
    const auto keeping = cohort_keeping_of(request, context);
    const auto part = keeping ? cohort_part_of(request, context, *keeping) : std::nullopt;
    if (!part) return http::not_found();
    DatedPartForm form{*part, TypedDay::from(context.form, "starts"),
                       TypedDay::from(context.form, "ends")};
    form.part.title = context.form.text("title");
    form.part.who = context.form.text("who");
    form.part.output = context.form.text("output");
    form.part.prepare = context.form.text("prepare");
    form.part.rev = rev_of(context.form);
    Problems problems;
    check_text(form.part.title, "title", kShortText, "Enter a title.", problems);
    const auto starts =
        organisations::check_day(form.starts, "starts", "Enter the first day.", problems);
    const auto ends = organisations::check_day(form.ends, "ends", "Enter the last day.", problems);
    if (starts && ends && *ends < *starts)
        problems.add("ends-day", "Enter a last day that is not before the first day.");
    check_text(form.part.who, "who", kShortText, "", problems);
    check_text(form.part.output, "output", kShortText, "", problems);
    check_text(form.part.prepare, "prepare", kLongText, "", problems);
    if (!problems.empty())
        return http::unprocessable(dated_part_page(context, *keeping, form, problems));
    form.part.starts = *starts;
    form.part.ends = *ends;
    return context.save([&](store::Writer& db) {
        if (!save_part(db, context.stamp(), keeping->programme, *keeping->cohort, form.part))
            return http::page(http::Status::conflict,
                              dated_part_page(context, *keeping, form, overtaken()));
        return http::see_other(after(*keeping, "saved"));
    });
}

}  // namespace primum::programmes
