#include "boards/sentences.h"

#include <map>

namespace primum::boards {

bool contradicts(const Judgement& judgement) {
    return judgement.verdict == Verdict::unsupported;
}

std::string judgement_sentence(const design::View& view, const Judgement& judgement,
                               const measures::Drawn& drawn) {
    switch (judgement.verdict) {
        case Verdict::supported:
            return view.say("The words say “{}”, and the chart shows an improvement too.",
                            judgement.claim);
        case Verdict::lines_redrawn:
            return view.say(
                "The words say “{}”. The chart’s lines were drawn anew around {} instead of {}; "
                "since then it shows ordinary variation.",
                judgement.claim, drawn.number(judgement.centre),
                drawn.number(judgement.centre_before));
        case Verdict::unsupported:
            break;
        default:
            return {};
    }
    if (!judgement.enough)
        return view.say(
            "The words say “{}”, but the chart does not support it: there are too few points to "
            "tell.",
            judgement.claim);
    if (judgement.reading == spc::Reading::concern)
        return view.say(
            "The words say “{}”, but the chart does not support it: it shows a change for the "
            "worse.",
            judgement.claim);
    if (judgement.reading == spc::Reading::common)
        return view.say(
            "The words say “{}”, but the chart does not support it: it shows ordinary variation.",
            judgement.claim);
    return view.say(
        "The words say “{}”, but the chart does not support it: it shows a change, and neither "
        "direction is better.",
        judgement.claim);
}

std::string below_sentence(const design::View& view, const Row& row,
                           const organisations::Kinds& kinds) {
    using enum datasets::Standing;
    struct Counts {
        std::int64_t all = 0, concern = 0, failing = 0, improving = 0;
    };
    std::map<std::string, Counts> by_kind;
    for (const measures::StandingCount& count : row.below) {
        Counts& counts = by_kind[count.kind];
        counts.all += count.series;
        if (count.standing == concern || count.standing == concern_and_fail)
            counts.concern += count.series;
        if (count.standing == fail) counts.failing += count.series;
        if (count.standing == improvement) counts.improving += count.series;
    }
    std::string said;
    for (const organisations::Kind& kind : kinds) {
        const auto found = by_kind.find(kind.code);
        if (found == by_kind.end()) continue;
        const Counts& counts = found->second;
        if (!said.empty()) said += ' ';
        said += view.say(
            "{}: {} series, of which {} concerning, {} falling short of their target, {} "
            "improving.",
            view.said(kind.plural), view.words->whole(counts.all),
            view.words->whole(counts.concern), view.words->whole(counts.failing),
            view.words->whole(counts.improving));
    }
    return said;
}

std::string coverage_sentence(const design::View& view, const Row& row) {
    if (!row.sums) return {};
    if (row.reported == row.most)
        return view.words->count(row.reported, "The sum of {} series.", "The sum of {} series.");
    return view.say(
        "The sum of the {} series that have sent this period; in the fullest period there were {}.",
        view.words->whole(row.reported), view.words->whole(row.most));
}

std::string summary_sentence(const design::View& view, const Board& board) {
    std::map<GridRow, std::size_t> counts;
    std::size_t failing = 0;
    for (const Row& row : board.rows) {
        if (const auto line = row_of(row.reading.variation)) ++counts[*line];
        if (row.reading.assurance == spc::Assurance::fail) ++failing;
    }
    return view.say(
        "Of {} measures: concerning {}, improving {}, varying as usual {}. Consistently short of "
        "their target: {}.",
        board.rows.size(), counts[GridRow::concerning], counts[GridRow::improving],
        counts[GridRow::ordinary], failing);
}

std::string period_of(const design::View& view, const Row& row) {
    if (!row.reading.latest) return "–";
    if (row.says().frequency == measures::Frequency::month)
        return view.words->month(*row.reading.latest);
    return row.latest();
}

}  // namespace primum::boards
