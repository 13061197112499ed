// Days, places and status of a cohort: when it is opened, and later.

#include "access/context.h"
#include "base/problems.h"
#include "design/button.h"
#include "design/choices.h"
#include "design/date_input.h"
#include "design/heading.h"
#include "design/input.h"
#include "organisations/typed_day.h"
#include "programmes/actions.h"
#include "programmes/keeping.h"
#include "programmes/letters.h"
#include "programmes/words.h"

namespace primum::programmes {

using html::html;
using html::url;
using organisations::TypedDay;

namespace {

constexpr int kMostPlaces = 2000;

struct CohortForm {
    TypedDay starts;
    TypedDay opens;
    TypedDay closes;
    std::string places;
    std::string status = "open";
    std::int64_t rev = 1;

    static CohortForm from_fields(const http::Form& form) {
        return {.starts = TypedDay::from(form, "starts"),
                .opens = TypedDay::from(form, "opens"),
                .closes = TypedDay::from(form, "closes"),
                .places = std::string(form.text("places")),
                .status = std::string(form.text("status")),
                .rev = rev_of(form)};
    }
    static CohortForm of(const Cohort& cohort) {
        return {.starts = TypedDay::of(cohort.starts),
                .opens = TypedDay::of(cohort.opens),
                .closes = TypedDay::of(cohort.closes),
                .places = std::to_string(cohort.places),
                .status = cohort.status == "draft" ? "draft" : "open",
                .rev = cohort.rev};
    }
};

Valid<Cohort> check(const CohortForm& form, Cohort cohort) {
    using organisations::check_day;
    Problems problems;
    const auto starts = check_day(form.starts, "starts", "Enter the first day.", problems);
    const auto opens =
        check_day(form.opens, "opens", "Enter the day from which teams may apply.", problems);
    const auto closes =
        check_day(form.closes, "closes", "Enter the last day on which teams may apply.", problems);
    if (opens && closes && *closes < *opens)
        problems.add("closes-day", "Enter a last day that is not before the first day.");
    if (starts && closes && *starts < *closes)
        problems.add("closes-day", "Enter a day that is not after the cohort begins.");
    const auto places = number_of(form.places, 0, kMostPlaces);
    if (!places) problems.add("places", "Enter how many teams have a place: a whole number.");
    if (form.status != "draft" && form.status != "open")
        problems.add("status", "Choose one of these.");
    if (!problems.empty()) return std::unexpected(std::move(problems));
    cohort.starts = *starts;
    cohort.opens = *opens;
    cohort.closes = *closes;
    cohort.places = *places;
    cohort.status = form.status;
    cohort.rev = form.rev;
    return cohort;
}

html::Html cohort_page(const access::Context& context, const Keeping& keeping,
                       const CohortForm& form, bool fresh, const Problems& problems) {
    const design::View& view = context.view;
    using organisations::date_fields;
    auto starts =
        date_fields("starts", {view.say("First day"), design::Size::s}, form.starts, problems);
    starts.hint = fresh
                      ? view.say("Every part gets its day from this one. A Monday works best")
                      : view.say("The parts stay on their days: change each of them where needed");
    auto opens = date_fields("opens", {view.say("Teams may apply from"), design::Size::s},
                             form.opens, problems);
    auto closes = date_fields("closes", {view.say("Teams may apply until"), design::Size::s},
                              form.closes, problems);
    const auto fields = html(
        "{}{}{}{}{}", design::date_input(view, starts), design::date_input(view, opens),
        design::date_input(view, closes),
        design::input(view, {.name = "places",
                             .label = {view.say("Places"), design::Size::s},
                             .hint = view.say("For how many whole teams"),
                             .value = form.places,
                             .error = problems.about("places"),
                             .width = 4,
                             .inputmode = "numeric"}),
        design::radios(
            view, {.name = "status",
                   .legend = {view.say("Who sees it"), design::Size::s},
                   .choices = {{.value = "draft", .label = view.say("Nobody yet: it is a draft")},
                               {.value = "open", .label = view.say("Everybody")}},
                   .value = form.status,
                   .error = problems.about("status")}));
    const auto where = fresh ? url("/programmes/{}/cohorts/new", keeping.programme.code)
                             : url("/programmes/{}/cohorts/{}/details", keeping.programme.code,
                                   keeping.cohort->number);
    return keeping_form_page(
        context, keeping, fresh ? view.say("Open the next cohort") : view.say("Days and places"),
        problems,
        {.where = where,
         .rev = std::to_string(form.rev),
         .fields = fields,
         .buttons = design::button(
             {.label = fresh ? view.say("Open the cohort") : view.say("Save"), .once = true})});
}

}  // namespace

http::Response ask_for_cohort(const http::Request& request, access::Context& context) {
    const auto keeping = keeping_of(request, context);
    if (!keeping) return http::not_found();
    CohortForm form;
    form.opens = TypedDay::of(context.today);
    return http::ok(cohort_page(context, *keeping, form, true, {}));
}

http::Response save_new_cohort(const http::Request& request, access::Context& context) {
    const auto keeping = keeping_of(request, context);
    if (!keeping) return http::not_found();
    const auto form = CohortForm::from_fields(context.form);
    const auto cohort = check(form, {});
    if (!cohort)
        return http::unprocessable(cohort_page(context, *keeping, form, true, cohort.error()));
    return context.save([&](store::Writer& db) {
        const auto id = open_cohort(db, context.stamp(), keeping->programme, *cohort);
        return http::see_other(url("/programmes/{}/cohorts/{}/work?done=cohort",
                                   keeping->programme.code, find_cohort(db, id)->number));
    });
}

http::Response ask_for_cohort_details(const http::Request& request, access::Context& context) {
    const auto keeping = cohort_keeping_of(request, context);
    if (!keeping) return http::not_found();
    return http::ok(cohort_page(context, *keeping, CohortForm::of(*keeping->cohort), false, {}));
}

http::Response save_cohort_details(const people::Accounts& accounts, const http::Request& request,
                                   access::Context& context) {
    const auto keeping = cohort_keeping_of(request, context);
    if (!keeping) return http::not_found();
    const auto form = CohortForm::from_fields(context.form);
    const auto cohort = check(form, *keeping->cohort);
    if (!cohort)
        return http::unprocessable(cohort_page(context, *keeping, form, false, cohort.error()));
    return context.save([&](store::Writer& db) {
        if (!save_cohort(db, context.stamp(), keeping->programme, *cohort))
            return http::page(http::Status::conflict,
                              cohort_page(context, *keeping, form, false, overtaken()));
        tell_moved({accounts, context}, db, keeping->programme, *cohort,
                   fill(db, context.stamp(), *cohort, context.today));
        return http::see_other(after(*keeping, "saved"));
    });
}

}  // namespace primum::programmes
