// One signal: its chart, what to ask, and the answer.

#include "access/policy.h"
#include "base/problems.h"
#include "design/button.h"
#include "design/choices.h"
#include "design/error_summary.h"
#include "design/form.h"
#include "design/heading.h"
#include "design/links.h"
#include "design/notification_banner.h"
#include "design/page.h"
#include "design/textarea.h"
#include "measures/address.h"
#include "measures/dictionary.h"
#include "measures/drawn.h"
#include "measures/note.h"
#include "measures/parts.h"
#include "organisations/frame.h"
#include "signals/actions.h"
#include "signals/letters.h"
#include "signals/words.h"

namespace primum::signals {
namespace {

using html::html;
using html::url;

/// What the page is about.
struct Place {
    organisations::Here here;
    Signal signal;
    measures::Measure measure;
    measures::Series series;

    html::Url address() const {
        return url("/organisations/{}/signals/{}", here.id().text(), signal.id.text());
    }
};

std::optional<Place> place_of(const http::Request& request, const access::Context& context) {
    auto here = organisations::here(request, context);
    const auto id = SignalId::parse(request.part("signal"));
    if (!here || !id) return {};
    const auto key = context.scope.may_read(here->id());
    auto signal = find_signal(context.db, key, *id);
    if (!signal) return {};
    auto series = measures::find_series(context.db, key, signal->series);
    auto measure = series ? measures::find_measure(context.db, series->measure) : std::nullopt;
    if (!measure || measures::is_hidden_part(context, *measure, *series)) return {};
    return Place{.here = std::move(*here),
                 .signal = std::move(*signal),
                 .measure = std::move(*measure),
                 .series = std::move(*series)};
}

struct AnswerForm {
    std::string answer;
    std::string words;
    std::string rev;
};

html::Html figure(const access::Context& context, const Place& place) {
    const auto material = measures::material_of(context.db, context.scope.may_read(place.here.id()),
                                                place.measure, place.series);
    const auto drawn = measures::draw(material);
    if (!drawn.study) return html("<p>{}</p>", context.view.said(drawn.study.error().sentence));
    return html(R"(<figure class="pr-chart"><p class="nhsuk-body-l">{}</p>{}{}</figure>)",
                drawn.sentence, drawn.key, drawn.picture);
}

html::Html what_to_ask(const design::View& view, const Place& place) {
    const Signal& signal = place.signal;
    const std::string since = measures::spoken_period(place.measure.now().frequency, signal.since);
    if (signal.says == Says::improvement)
        return html("<p>{}</p>",
                    view.say("Things have become better since {}. Thank you to everybody who had "
                             "a part in it. What helped, so that others can do it too?",
                             since));
    return html(R"(
        <h2 class="nhsuk-heading-m">{}</h2>
        <p>{} {}</p>
        <ol class="nhsuk-list nhsuk-list--number"><li>{}</li><li>{}</li></ol>)",
                view.say("What to ask"), view.say("Since {}:", since),
                view.say(rule_in_words(signal.rule)),
                view.say("Data first: is it counted as before, is everything in, is nothing in "
                         "twice?"),
                view.say("Then care: {}", view.say(question_of(signal.rule))));
}

html::Html answer_form(const design::View& view, const Place& place, const AnswerForm& form,
                       const Problems& problems) {
    const auto choice = [&](Answer answer, std::string_view label) {
        return design::Choice{
            .value = name(answer), .label = label, .hint = {}, .then_ask = {}, .divider = {}};
    };
    return design::form(
        view, {.action = place.address(), .id = {}, .classes = {}},
        html("{}{}{}{}", design::hidden("rev", form.rev),
             design::radios(view, {.name = "answer",
                                   .legend = {view.say("What is it?"), design::Size::m},
                                   .hint = {},
                                   .choices = {choice(Answer::data, view.say("Data")),
                                               choice(Answer::care, view.say("Care"))},
                                   .value = form.answer,
                                   .error = problems.about("answer"),
                                   .inline_ = true}),
             design::textarea(view, {.name = "words",
                                     .label = {view.say("In a sentence"), design::Size::s},
                                     .hint = view.say("It is shown beside the chart. Do not name "
                                                      "patients or colleagues."),
                                     .value = form.words,
                                     .error = problems.about("words"),
                                     .rows = 3}),
             design::button({.label = view.say("Save"), .once = true})));
}

html::Html signal_page(const access::Context& context, const Place& place, const AnswerForm& form,
                       const Problems& problems, bool answered) {
    const design::View& view = context.view;
    const std::string title =
        place.measure.name() + (place.series.stratum.empty() ? "" : ", " + place.series.stratum);
    html::Html banner;
    if (answered)
        banner = design::notification_banner(
            view, {.notice = design::Notice::success,
                   .heading = view.say("Your answer is kept beside the chart."),
                   .body = {}});
    const bool may_answer =
        context.scope_under(access::policy::data_enterers).can_write(place.here.id());
    html::Html answer;
    if (place.signal.answer != Answer::none)
        answer = html("<p>{}</p>", answer_words(view, place.signal));
    if (may_answer && (place.signal.answer == Answer::none || !problems.empty()))
        answer += answer_form(view, place, form, problems);
    return design::page(
        view,
        {.title = title,
         .error = !problems.empty(),
         .breadcrumb = organisations::crumbs(view, context, place.here, true)},
        html("{}{}{}<p>{}</p>{}{}{}<p>{}</p>", banner, design::error_summary(view, problems),
             design::page_heading(title, place.here.organisation.name),
             says_tag(view, place.signal.says), figure(context, place), what_to_ask(view, place),
             answer,
             design::link(measures::series_address(place.series),
                          view.say("The series with all its points"))));
}

}  // namespace

http::Response show_signal(const http::Request& request, access::Context& context) {
    const auto place = place_of(request, context);
    if (!place) return http::not_found();
    const AnswerForm form{.answer = {}, .words = {}, .rev = std::to_string(place->signal.rev)};
    return http::ok(signal_page(context, *place, form, {},
                                request.parameter("done").value_or("") == "answered"));
}

http::Response answer_signal(const http::Request& request, access::Context& context) {
    const auto place = place_of(request, context);
    if (!place || !context.scope.can_write(place->here.id())) return http::not_found();
    AnswerForm form{.answer = std::string(context.form.text("answer")),
                    .words = std::string(context.form.text("words")),
                    .rev = std::string(context.form.text("rev"))};
    const auto answer = parse_answer(form.answer);
    Problems problems;
    if (!answer) problems.add("answer", "Choose whether it is in the data or in care.");
    if (form.words.empty())
        problems.add("words", "Say in a sentence what it is.");
    else if (const auto fit = measures::check_note(form.words); !fit)
        problems.add("words", fit.error().sentence);
    if (!problems.empty())
        return http::unprocessable(signal_page(context, *place, form, problems, false));
    Signal seen = place->signal;
    if (form.rev != std::to_string(seen.rev)) seen.rev = 0;
    const auto key = context.scope.may_write(place->here.id());
    return context.save([&](store::Writer& db) {
        if (save_answer(db, key, context.stamp(), seen, *answer, form.words))
            return http::see_other(url("/organisations/{}/signals/{}?done=answered",
                                       place->here.id().text(), place->signal.id.text()));
        form.rev = std::to_string(place->signal.rev);
        return http::page(http::Status::conflict,
                          signal_page(context, *place, form, organisations::overtaken(), false));
    });
}

}  // namespace primum::signals
