// A part of the template, from which the next cohort gets its days.

#include <algorithm>

#include "access/context.h"
#include "base/problems.h"
#include "design/heading.h"
#include "design/input.h"
#include "design/select.h"
#include "design/textarea.h"
#include "programmes/actions.h"
#include "programmes/keeping.h"
#include "programmes/words.h"

namespace primum::programmes {

using html::html;
using html::url;

namespace {

/// A part of the template as it was typed.
struct PartForm {
    Part part;
    std::string length;
    std::string after;
};

PartForm part_form(const Part& part) {
    return {part, std::to_string(static_cast<int>(part.length_days)),
            std::to_string(part.starts_after_days)};
}

PartForm part_form(const http::Form& form, Part part) {
    part.part = form.text("part");
    part.title = form.text("title");
    part.who = form.text("who");
    part.kind = form.text("kind");
    part.output = form.text("output");
    part.prepare = form.text("prepare");
    part.rev = rev_of(form);
    return {part, std::string(form.text("length")), std::string(form.text("after"))};
}

Problems check(PartForm& form) {
    Problems problems;
    check_text(form.part.part, "part", kShortText, "Enter which part of the programme it is.",
               problems);
    check_text(form.part.title, "title", kShortText, "Enter a title.", problems);
    check_text(form.part.who, "who", kShortText, "", problems);
    check_text(form.part.output, "output", kShortText, "", problems);
    check_text(form.part.prepare, "prepare", kLongText, "", problems);
    const auto& kinds = part_kinds();
    if (std::ranges::find(kinds, form.part.kind) == kinds.end())
        problems.add("kind", "Choose a kind.");
    const auto after_days = number_of(form.after, 0, kLongestTemplateDays);
    if (!after_days) problems.add("after", "Enter a whole number of days, 0 or more.");
    const auto length = number_of(form.length, 1, 366);
    if (!length) problems.add("length", "Enter a whole number of days, 1 or more.");
    form.part.starts_after_days = after_days.value_or(0);
    form.part.length_days = length.value_or(1);
    return problems;
}

html::Html part_page(const access::Context& context, const Keeping& keeping, const PartForm& form,
                     bool fresh, const Problems& problems) {
    const design::View& view = context.view;
    const Part& part = form.part;
    std::vector<design::Option> kinds;
    for (const std::string& kind : part_kinds())
        kinds.push_back({.value = kind, .label = view.say(part_kind_label(kind))});
    const auto line = [&](const char* name, std::string_view label, const std::string& value,
                          int width = 0) {
        return design::input(view, {.name = name,
                                    .label = {label, design::Size::s},
                                    .value = value,
                                    .error = problems.about(name),
                                    .width = width,
                                    .inputmode = width > 0 ? "numeric" : ""});
    };
    const auto where = fresh
                           ? url("/programmes/{}/parts/new", keeping.programme.code)
                           : url("/programmes/{}/parts/{}", keeping.programme.code, part.position);
    return keeping_form_page(
        context, keeping, fresh ? view.say("Add a part") : view.say("Change a part"), problems,
        {.where = where,
         .rev = std::to_string(part.rev),
         .fields = html(
             "{}{}{}{}{}{}{}{}", line("part", view.say("Part of the programme"), part.part),
             line("title", view.say("Title"), part.title),
             design::select(view, {.name = "kind",
                                   .label = {view.say("Kind"), design::Size::s},
                                   .options = std::move(kinds),
                                   .value = part.kind,
                                   .error = problems.about("kind")}),
             line("who", view.say("For whom"), part.who),
             line("after", view.say("Begins so many days after the cohort begins"), form.after, 4),
             line("length", view.say("Lasts so many days"), form.length, 4),
             line("output", view.say("What a team has at its end"), part.output),
             design::textarea(view, {.name = "prepare",
                                     .label = {view.say("What to read before"), design::Size::s},
                                     .value = part.prepare,
                                     .error = problems.about("prepare"),
                                     .rows = 3})),
         .buttons = save_or_remove(context, fresh, view.say("Take this part out"))});
}

std::optional<Part> part_of(const http::Request& request, const access::Context& context,
                            const Keeping& keeping) {
    if (request.part("position").empty())
        return Part{.part = "", .kind = "module", .length_days = 1};
    const auto position = number_of(request.part("position"), 0, 100'000);
    if (!position) return {};
    for (Part& part : template_of(context.db, keeping.programme.id))
        if (part.position == *position) return std::move(part);
    return {};
}

}  // namespace

http::Response ask_for_part(const http::Request& request, access::Context& context) {
    const auto keeping = keeping_of(request, context);
    const auto part = keeping ? part_of(request, context, *keeping) : std::nullopt;
    if (!part) return http::not_found();
    return http::ok(
        part_page(context, *keeping, part_form(*part), request.part("position").empty(), {}));
}

http::Response save_one_part(const http::Request& request, access::Context& context) {
    const auto keeping = keeping_of(request, context);
    const auto part = keeping ? part_of(request, context, *keeping) : std::nullopt;
    if (!part) return http::not_found();
    const bool fresh = request.part("position").empty();
    PartForm form = part_form(context.form, *part);
    const bool removing = !fresh && context.form.text("step") == "remove";
    const Problems problems = removing ? Problems() : check(form);
    if (!problems.empty())
        return http::unprocessable(part_page(context, *keeping, form, fresh, problems));
    return context.save([&](store::Writer& db) {
        bool saved = true;
        if (removing)
            saved = remove_template_part(db, context.stamp(), keeping->programme, form.part);
        else if (fresh)
            add_template_part(db, context.stamp(), keeping->programme, form.part);
        else
            saved = save_template_part(db, context.stamp(), keeping->programme, form.part);
        if (!saved)
            return http::page(http::Status::conflict,
                              part_page(context, *keeping, form, fresh, overtaken()));
        index(db, keeping->programme.id);
        return http::see_other(after(*keeping, removing ? "removed" : "saved"));
    });
}

}  // namespace primum::programmes
