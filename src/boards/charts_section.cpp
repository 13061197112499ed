// Then charts: each with what it tells, and with what people say of it.

#include "boards/address.h"
#include "boards/frame.h"
#include "boards/sections.h"
#include "boards/sentences.h"
#include "design/links.h"

namespace primum::boards {
namespace {

using html::html;

html::Html narrative(const Around& around, const Row& row) {
    const design::View& view = around.view;
    const auto& organisation = around.board.organisation.id;
    html::Html said;
    if (row.narrative) {
        const Narrative& one = *row.narrative;
        const std::string period = measures::spoken_period(row.says().frequency, one.period);
        said.append(R"(<blockquote class="pr-narrative"><p>{}</p><footer>{}</footer></blockquote>)",
                    one.words,
                    one.written_by.empty()
                        ? view.say("Of {}, written on {}", period,
                                   view.words->moment(one.written_at, view.zone))
                        : view.say("{} of {}, on {}", one.written_by, period,
                                   view.words->moment(one.written_at, view.zone)));
        const std::string judged = judgement_sentence(view, row.judgement, row.drawn);
        if (!judged.empty())
            said += contradicts(row.judgement)
                        ? html(R"(<p class="pr-contradiction">{}</p>)", judged)
                        : html("<p>{}</p>", judged);
    } else {
        said.append(R"(<p class="pr-quiet">{}</p>)", view.say("Nobody has said anything yet."));
    }
    html::Html way;
    if (around.keeps)
        way = html(R"(<p class="pr-not-printed">{}</p>)",
                   design::link(narrative_address(organisation, row.material.series.code),
                                row.narrative ? view.say("Write anew, or see what was written")
                                              : view.say("Write what you say to this"),
                                row.name));
    return html(R"(<h4 class="nhsuk-heading-xs">{}</h4>{}{})", view.say("What people say"), said,
                way);
}

html::Html ways(const Around& around, const Row& row) {
    const design::View& view = around.view;
    const auto& organisation = around.board.organisation.id;
    html::Html list;
    const auto add = [&](const html::Url& where, std::string_view words) {
        list.append("<li>{}</li>", design::link(where, words, row.name));
    };
    if (!row.sums)
        add(measures::series_address(row.material.series), view.say("Points and history"));
    if (!row.below.empty())
        add(units_address(organisation, row.material.series.code), view.say("Unit by unit"));
    add(comparison_address(organisation, row.material.measure.code), view.say("Compare"));
    add(measures::measure_address(row.material.measure.code), view.say("How it is counted"));
    return html(R"(<ul class="nhsuk-list pr-ways pr-not-printed">{}</ul>)", list);
}

html::Html one_chart(const Around& around, const Row& row) {
    const design::View& view = around.view;
    html::Html tells = html("<p>{}</p>", row.drawn.sentence);
    for (const std::string& sentence : {row.drawn.target_sentence, coverage_sentence(view, row),
                                        below_sentence(view, row, around.kinds)})
        if (!sentence.empty()) tells.append("<p>{}</p>", sentence);
    return html(R"(
        <section class="pr-board-chart" id="{}">
        <h3 class="nhsuk-heading-m">{}</h3>
        <p class="pr-board-verdicts">{} {}</p>
        <div class="pr-board-chart__sides">
        <figure class="pr-chart">{}{}</figure>
        <div><h4 class="nhsuk-heading-xs">{}</h4>{}{}{}</div>
        </div></section>)",
                anchor_of(row), row.name, verdict(view, row.reading.variation),
                verdict(view, row.reading.assurance), row.drawn.key, row.drawn.picture,
                view.say("What the chart tells"), tells, narrative(around, row), ways(around, row));
}

}  // namespace

std::string anchor_of(const Row& row) {
    return "about-" + row.chart_id;
}

html::Html charts_section(const Around& around, const std::vector<const Row*>& rows) {
    html::Html charts;
    for (const Row* row : rows)
        if (row->drawn.study) charts += one_chart(around, *row);
    return charts;
}

}  // namespace primum::boards
