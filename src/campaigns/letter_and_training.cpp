// The letter to all staff, and training in record review: on which day.

#include "campaigns/actions.h"
#include "campaigns/frame.h"
#include "campaigns/workspace.h"
#include "design/date_input.h"
#include "organisations/typed_day.h"

namespace primum::campaigns {
namespace {

using html::html;
using organisations::TypedDay;

html::Html day_page(const access::Context& context, const Joining& joining, std::string_view title,
                    std::string_view words, std::string_view what, const TypedDay& typed,
                    const Problems& problems) {
    const design::View& view = context.view;
    auto on = organisations::date_fields("on", {view.say("On which day?"), design::Size::m}, typed,
                                         problems);
    on.hint = view.say("For example, 31 3 2026. Shown on your public page once you have joined.");
    return task_page(
        context, joining, title, problems,
        html("<p>{}</p>{}", words,
             task_form(view, joining, what,
                       html("{}{}", design::date_input(view, on), save_button(view)))));
}

html::Html staff_letter_page(const access::Context& context, const Joining& joining,
                             const TypedDay& typed, const Problems& problems) {
    const design::View& view = context.view;
    return day_page(context, joining, view.say("The letter to all staff"),
                    view.say("The chief executive writes to everybody who works here: what is "
                             "pledged, why, and what it means for each of them. Say on which day "
                             "it went out, or goes out: it counts from that day."),
                    "staff-letter", typed, problems);
}

html::Html training_page(const access::Context& context, const Joining& joining,
                         const TypedDay& typed, const Problems& problems) {
    const design::View& view = context.view;
    return day_page(context, joining, view.say("Training in record review"),
                    view.say("Reviewing twenty records a month with triggers tells you how often "
                             "patients are harmed here. Say on which day the training was, or for "
                             "which day it is booked."),
                    "review-training", typed, problems);
}

/// Neither long ago nor far ahead: a slip of the finger.
void check_near(const std::optional<Day>& day, Day today, Problems& problems) {
    constexpr std::chrono::days kFar{3653};
    if (day && (*day < today - kFar || *day > today + kFar))
        problems.add("on-day", "Enter a day within ten years of today.");
}

template <class Save, class Again>
Response save_day(access::Context& context, const Joining& joining, const Save& save,
                  const Again& again) {
    const auto typed = TypedDay::from(context.form, "on");
    Problems problems;
    const auto day =
        organisations::check_day(typed, "on", "Enter the day, for example 31 3 2026.", problems);
    check_near(day, context.today, problems);
    if (!problems.empty()) return http::unprocessable(again(context, joining, typed, problems));
    return save_task(
        context, joining, "saved",
        [&](auto& db, const auto& owner, const auto& stamp, const Membership& seen) {
            return save(db, owner, stamp, seen, day);
        },
        [&](const Problems& overtaken) { return again(context, joining, typed, overtaken); });
}

}  // namespace

Response ask_for_staff_letter(const Request& request, access::Context& context) {
    const auto joining = campaigns::joining(request, context);
    if (!joining) return http::not_found();
    return http::ok(staff_letter_page(context, *joining,
                                      TypedDay::of(joining->membership.staff_letter_on), {}));
}

Response take_staff_letter(const Request& request, access::Context& context) {
    const auto joining = campaigns::joining(request, context);
    if (!joining) return http::not_found();
    return save_day(context, *joining, save_staff_letter, staff_letter_page);
}

Response ask_for_training(const Request& request, access::Context& context) {
    const auto joining = campaigns::joining(request, context);
    if (!joining) return http::not_found();
    return http::ok(
        training_page(context, *joining, TypedDay::of(joining->membership.review_training_on), {}));
}

Response take_training(const Request& request, access::Context& context) {
    const auto joining = campaigns::joining(request, context);
    if (!joining) return http::not_found();
    return save_day(context, *joining, save_review_training, training_page);
}

}  // namespace primum::campaigns
