// Writing what one says of a measure: asked again where the words claim more than the chart shows.

#include "base/characters.h"
#include "boards/actions.h"
#include "boards/address.h"
#include "boards/claim.h"
#include "boards/frame.h"
#include "boards/sentences.h"
#include "boards/sums.h"
#include "design/button.h"
#include "design/callouts.h"
#include "design/choices.h"
#include "design/details.h"
#include "design/error_summary.h"
#include "design/form.h"
#include "design/heading.h"
#include "design/links.h"
#include "design/select.h"
#include "design/textarea.h"
#include "measures/dictionary.h"
#include "measures/note.h"
#include "measures/parts.h"

namespace primum::boards {
namespace {

using html::html;

constexpr std::size_t kOfferedPeriods = 24;

/// The row of the board that the address names: an own series, or the sums of what lies below.
struct Subject {
    organisations::Here here;
    std::string code;
    std::string name;
    measures::Material material;
    measures::Drawn drawn;
};

std::optional<measures::Material> material_of(const store::Reader& db, const store::Readable& key,
                                              const OrganisationId& id, std::string_view code,
                                              Day today) {
    if (const auto series = measures::find_series_by_code(db, key, code)) {
        const auto measure = measures::find_measure(db, series->measure);
        if (measure) return measures::material_of(db, key, *measure, *series);
    }
    for (const auto& below : measures_below(db, key)) {
        const auto measure = measures::find_measure(db, below);
        if (!measure || measures::series_code(measure->code, "") != code) continue;
        if (auto sums = sums_of(db, key, id, *measure, today)) return std::move(sums->material);
    }
    return {};
}

std::optional<Subject> subject_of(const http::Request& request, const access::Context& context) {
    auto here = organisations::here(request, context);
    if (!here) return {};
    const std::string code(request.part("series"));
    auto material = material_of(context.db, context.scope.may_read(here->id()), here->id(), code,
                                context.today);
    if (!material || material->points.empty() ||
        measures::is_hidden_part(context, material->measure, material->series))
        return {};
    std::string name = material->measure.name();
    if (!material->series.stratum.empty()) name += ", " + material->series.stratum;
    auto drawn = measures::draw(*material);
    return Subject{std::move(*here), code, std::move(name), std::move(*material), std::move(drawn)};
}

struct NarrativeForm {
    std::string period;  ///< as iso_period writes it
    std::string words;
    bool sure = false;
    /// Asked once: the words claim what the chart does not show.
    std::string doubt;
};

std::string iso(const Subject& subject, Day period) {
    return measures::iso_period(subject.material.measure.now().frequency, period);
}

html::Html period_field(const design::View& view, const Subject& subject, const NarrativeForm& form,
                        const Problems& problems) {
    std::vector<design::Option> options;
    const auto& points = subject.material.points;
    for (std::size_t i = points.size(); i-- > 0 && options.size() < kOfferedPeriods;)
        options.push_back({.value = iso(subject, points[i].said.period),
                           .label = measures::spoken_period(
                               subject.material.measure.now().frequency, points[i].said.period)});
    return design::select(view, {.name = "period",
                                 .label = view.say("About which period?"),
                                 .options = std::move(options),
                                 .value = form.period,
                                 .error = problems.about("period")});
}

html::Html listed_words(const design::View& view) {
    html::Html lists;
    const auto list = [&](Claims claims, std::string_view heading) {
        std::string words;
        for (const ClaimWord& one : claim_words())
            if (one.claims == claims) words.append(words.empty() ? "" : ", ").append(one.words);
        lists.append(R"(<p><strong>{}</strong> {}</p>)", heading, words);
    };
    list(Claims::better, view.say("Always:"));
    list(Claims::fewer, view.say("Where lower is better:"));
    list(Claims::more, view.say("Where higher is better:"));
    return design::details(
        {.summary = view.say("Which words claim an improvement")},
        html("<p>{}</p>{}",
             view.say("A list of words decides, so it errs at times. It asks, and "
                      "never forbids. Words after “not” or “should” do not count."),
             lists));
}

html::Html doubt_part(const design::View& view, const NarrativeForm& form) {
    if (form.doubt.empty()) return {};
    return html("{}{}",
                design::warning_callout(view, view.say("Does the chart support that?"),
                                        html("<p>{}</p><p>{}</p>", form.doubt,
                                             view.say("You may change your words, or leave them: "
                                                      "this sentence will then stand beside "
                                                      "them.")),
                                        2),
                design::checkboxes(
                    view, {.name = "sure",
                           .choices = {{.value = "yes", .label = view.say("Leave my words")}},
                           .small = true}));
}

html::Html history(const access::Context& context, const Subject& subject) {
    const design::View& view = context.view;
    const auto key = context.scope.may_read(subject.here.id());
    const auto frequency = subject.material.measure.now().frequency;
    html::Html entries;
    for (const Narrative& latest : narratives_of(context.db, key, subject.material.measure.id,
                                                 subject.material.series.stratum)) {
        const auto all = history_of(context.db, key, latest.measure, latest.stratum, latest.period);
        html::Html older;
        for (std::size_t i = 1; i < all.size(); ++i)
            older.append(R"(<li>{}<br><span class="pr-quiet">{} · {}</span></li>)", all[i].words,
                         all[i].written_by, view.words->moment(all[i].written_at, view.zone));
        if (!older.empty())
            older = design::details({.summary = view.say("What was written before")},
                                    html("<ul>{}</ul>", older));
        const auto judgement =
            judge(subject.material, subject.drawn.study, latest.words, latest.period);
        const std::string judged = judgement_sentence(view, judgement, subject.drawn);
        entries.append(R"(<h3 class="nhsuk-heading-s">{}</h3><p>{}</p>)",
                       measures::spoken_period(frequency, latest.period), latest.words);
        if (!judged.empty())
            entries.append(R"(<p class="{}">{}</p>)",
                           contradicts(judgement) ? "pr-contradiction" : "", judged);
        entries.append(R"(<p class="pr-quiet">{} · {}</p>{})", latest.written_by,
                       view.words->moment(latest.written_at, view.zone), older);
    }
    if (entries.empty()) return {};
    return html(R"(<h2 class="nhsuk-heading-l">{}</h2>{})", view.say("What was said"), entries);
}

html::Html form_page(const access::Context& context, const Subject& subject,
                     const NarrativeForm& form, const Problems& problems) {
    const design::View& view = context.view;
    const auto address = narrative_address(subject.here.id(), subject.code);
    html::Html writing;
    if (may_keep(context, subject.here.id()))
        writing = design::form(
            view, {.action = address},
            html("{}{}{}{}{}", period_field(view, subject, form, problems),
                 design::textarea(
                     view, {.name = "words",
                            .label = view.say("What do you say to it?"),
                            .hint = view.say("What happened, what is being done, who needs help. "
                                             "No names and nothing that could tell who a patient "
                                             "is."),
                            .value = form.words,
                            .error = problems.about("words"),
                            .rows = 6,
                            .most_characters = kMostNarrative}),
                 doubt_part(view, form), listed_words(view),
                 design::button({.label = view.say("Save"), .once = true})));
    return design::page(
        view,
        {.title = view.say("What people say of {}", subject.name),
         .error = !problems.empty() || !form.doubt.empty(),
         .breadcrumb = crumbs(context, subject.here, true)},
        html(R"({}{}<p>{}</p><figure class="pr-chart">{}{}</figure>{}{}<p>{}</p>)",
             design::error_summary(view, problems),
             design::page_heading(subject.name, subject.here.organisation.name),
             subject.drawn.sentence, subject.drawn.key, subject.drawn.picture,
             design::two_thirds(writing), design::two_thirds(history(context, subject)),
             design::link(board_address(subject.here.id()), view.say("Back to the board"))));
}

struct Written {
    Day period;
    std::string words;
};

Valid<Written> check(const Subject& subject, const NarrativeForm& form) {
    Problems problems;
    const auto period =
        measures::parse_period(subject.material.measure.now().frequency, form.period);
    if (!period) problems.add("period", "Choose the period that your words are about.");
    if (form.words.empty()) problems.add("words", "Write what you say to it.");
    if (characters(form.words) > kMostNarrative)
        problems.add("words", "Use at most 2,000 characters.");
    if (const auto fit = measures::check_names_no_patient(form.words); !fit)
        problems.add("words", fit.error().sentence);
    if (!problems.empty()) return std::unexpected(std::move(problems));
    return Written{*period, form.words};
}

}  // namespace

http::Response ask_for_narrative(const http::Request& request, access::Context& context) {
    const auto subject = subject_of(request, context);
    if (!subject) return http::not_found();
    NarrativeForm form{.period = iso(*subject, subject->material.points.back().said.period)};
    const auto said = narratives_of(context.db, context.scope.may_read(subject->here.id()),
                                    subject->material.measure.id, subject->material.series.stratum);
    if (!said.empty() && iso(*subject, said.front().period) == form.period)
        form.words = said.front().words;
    return http::ok(form_page(context, *subject, form, {}));
}

http::Response write_narrative(const http::Request& request, access::Context& context) {
    const auto subject = subject_of(request, context);
    if (!subject) return http::not_found();
    NarrativeForm form{.period = std::string(context.form.text("period")),
                       .words = std::string(context.form.text("words")),
                       .sure = context.form.text("sure") == "yes"};
    const auto written = check(*subject, form);
    if (!written) return http::unprocessable(form_page(context, *subject, form, written.error()));
    const Judgement judgement =
        judge(subject->material, subject->drawn.study, written->words, written->period);
    if (contradicts(judgement) && !form.sure) {
        form.doubt = judgement_sentence(context.view, judgement, subject->drawn);
        return http::unprocessable(form_page(context, *subject, form, {}));
    }
    return context.save([&](store::Writer& db) {
        save_narrative(db, context.scope.may_write(subject->here.id()), context.stamp(),
                       {.measure = subject->material.measure.id,
                        .stratum = subject->material.series.stratum,
                        .period = written->period,
                        .words = written->words},
                       judgement.verdict);
        return http::see_other(
            html::url("/organisations/{}/board?done=narrative", subject->here.id().text()));
    });
}

}  // namespace primum::boards
