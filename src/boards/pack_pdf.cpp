// The pack on paper: icons first, then a page for each measure that needs attention.

#include <algorithm>

#include "boards/frame.h"
#include "boards/pack.h"
#include "boards/paper.h"
#include "chart/icons.h"
#include "chart/sparkline.h"
#include "render/render.h"

namespace primum::boards {
namespace {

constexpr std::size_t kRowsOnAPage = 13;
constexpr double kRowHeight = 44;
constexpr double kLeft = Paper::kMargin;
constexpr Paper::Look kHeading{.size = 26, .bold = true};
constexpr Paper::Look kSmallHeading{.size = 16, .bold = true};
constexpr Paper::Look kQuiet{.size = 13, .colour = "#4c6272"};

// Where columns begin, or end where they hold numbers.
constexpr double kPeriod = 330;
constexpr double kValue = 490;
constexpr double kTarget = 565;
constexpr double kIcons = 585;
constexpr double kMean = 745;
constexpr double kLower = 820;
constexpr double kUpper = 895;
constexpr double kCourse = 925;

class Printing {
public:
    Printing(const design::View& view, const Board& board, const Pack& pack)
        : view_(view), board_(board), pack_(pack) {}

    std::vector<std::string> pages(const Progress& progress) && {
        tables();
        grid();
        std::size_t done = 0;
        for (const PackRow& row : pack_.rows) {
            if (row.row->is_flagged()) one_measure(row);
            if (progress) progress(++done, pack_.rows.size());
        }
        return std::move(pages_);
    }

private:
    void finish(Paper paper) {
        pages_.push_back(std::move(paper).done(
            pack_.title,
            view_.say("{} · {} · page {}", pack_.title, pack_.when, pages_.size() + 1)));
    }

    void tables() {
        std::size_t at = 0;
        do {
            Paper paper;
            paper.paragraph(kLeft, Paper::kWidth - 2 * kLeft, pack_.title, kHeading, 1);
            if (at == 0)
                paper.paragraph(kLeft, Paper::kWidth - 2 * kLeft, pack_.summary, {.size = 16}, 2);
            headings(paper);
            for (std::size_t i = 0; i < kRowsOnAPage && at < pack_.rows.size(); ++i, ++at)
                row(paper, pack_.rows[at]);
            finish(std::move(paper));
        } while (at < pack_.rows.size());
    }

    void headings(Paper& paper) const {
        constexpr Paper::Look kLeftHead{.size = 13, .bold = true};
        constexpr Paper::Look kRightHead{.size = 13, .bold = true, .right = true};
        paper.y += 34;
        paper.text(kLeft, paper.y, view_.say("Measure"), kLeftHead);
        paper.text(kPeriod, paper.y, view_.say("Latest"), kLeftHead);
        paper.text(kValue, paper.y, view_.say("Value"), kRightHead);
        paper.text(kTarget, paper.y, view_.say("Target"), kRightHead);
        paper.text(kIcons, paper.y, view_.say("Icons"), kLeftHead);
        paper.text(kMean, paper.y, view_.say("Mean"), kRightHead);
        paper.text(kLower, paper.y, view_.say("Lower limit"), kRightHead);
        paper.text(kUpper, paper.y, view_.say("Upper limit"), kRightHead);
        paper.text(kCourse, paper.y, view_.say("Course"), kLeftHead);
        paper.y += 8;
        paper.rule();
    }

    void row(Paper& paper, const PackRow& line) const {
        constexpr Paper::Look kNumber{.size = 15, .right = true};
        const Row& row = *line.row;
        const double base = paper.y + 20;
        const auto number = [&](double x, std::optional<double> value) {
            paper.text(x, base, row.drawn.number(value), kNumber);
        };
        const double top = paper.y;
        paper.paragraph(kLeft, kPeriod - kLeft - 12, line.name, {.size = 14, .bold = true}, 1);
        paper.paragraph(kLeft, kPeriod - kLeft - 12, line.unit, {.size = 11, .colour = "#4c6272"},
                        1);
        paper.text(kPeriod, base, row.latest(), {.size = 14});
        number(kValue, row.reading.value);
        number(kTarget, row.reading.target);
        paper.picture(kIcons, top + 4, 34, 34, chart::icon(row.reading.variation, 34));
        paper.picture(kIcons + 44, top + 4, 34, 34, chart::icon(row.reading.assurance, 34));
        number(kMean, row.reading.centre);
        number(kLower, row.reading.lower);
        number(kUpper, row.reading.upper);
        if (row.drawn.study)
            paper.picture(kCourse, top + 4, 150, 36, chart::sparkline(row.drawn.chart, line.name));
        paper.y = top + kRowHeight;
        paper.rule();
    }

    void grid() {
        Paper paper;
        paper.paragraph(kLeft, 900, view_.say("Variation and assurance"), kHeading, 1);
        constexpr double kFirst = 150;
        const double width = (Paper::kWidth - 2 * kLeft - kFirst) / kGridColumns.size();
        double top = paper.y + 40;
        for (std::size_t column = 0; column < kGridColumns.size(); ++column)
            paper.text(kLeft + kFirst + width * static_cast<double>(column), top,
                       view_.say(label(kGridColumns[column])), kSmallHeading);
        for (const GridRow line : kGridRows) {
            if (line == GridRow::changing && !any_in(line)) continue;
            paper.y = top + 10;
            paper.rule();
            const double begin = paper.y;
            paper.paragraph(kLeft, kFirst - 10, view_.say(label(line)), kSmallHeading, 2);
            double deepest = paper.y;
            for (std::size_t column = 0; column < kGridColumns.size(); ++column) {
                paper.y = begin;
                cell(paper, {line, kGridColumns[column]},
                     kLeft + kFirst + width * static_cast<double>(column), width - 14);
                deepest = std::max(deepest, paper.y);
            }
            top = std::max(deepest, begin + 60);
        }
        finish(std::move(paper));
    }

    bool any_in(GridRow line) const {
        return std::ranges::any_of(pack_.rows, [&](const PackRow& row) {
            return row_of(row.row->reading.variation) == line;
        });
    }

    void cell(Paper& paper, GridCell where, double x, double width) const {
        constexpr std::size_t kNamed = 4;
        std::vector<std::string> names;
        for (const PackRow& row : pack_.rows)
            if (row_of(row.row->reading.variation) == where.first &&
                column_of(row.row->reading.assurance) == where.second)
                names.push_back(row.name);
        if (names.empty()) return paper.paragraph(x, width, "–", kQuiet, 1);
        const Board::Words words = board_.words_of(where);
        paper.paragraph(x, width,
                        view_.words->count(static_cast<std::int64_t>(names.size()), "{} measure",
                                           "{} measures"),
                        {.size = 14, .bold = true}, 1);
        paper.paragraph(x, width, words.own ? words.said : view_.said(words.said), {.size = 12}, 5);
        for (std::size_t i = 0; i < names.size() && i < kNamed; ++i)
            paper.paragraph(x, width, "• " + names[i], {.size = 12}, 1);
        if (names.size() > kNamed)
            paper.paragraph(x, width, view_.say("and {} more", names.size() - kNamed), kQuiet, 1);
    }

    void one_measure(const PackRow& line) {
        constexpr double kSide = 730;
        constexpr double kWide = Paper::kWidth - kSide - kLeft;
        const Row& row = *line.row;
        Paper paper;
        paper.paragraph(kLeft, Paper::kWidth - 2 * kLeft, line.name, kHeading, 1);
        paper.paragraph(kLeft, Paper::kWidth - 2 * kLeft, line.unit, kQuiet, 1);
        const double top = paper.y + 16;
        paper.picture(kLeft, top, 40, 40, chart::icon(row.reading.variation, 40));
        paper.text(kLeft + 50, top + 25, line.variation, {.size = 14});
        paper.picture(kLeft, top + 48, 40, 40, chart::icon(row.reading.assurance, 40));
        paper.text(kLeft + 50, top + 73, line.assurance, {.size = 14});
        paper.picture(kLeft, top + 104, kSide - kLeft - 24, 420,
                      chart::control_chart(row.drawn.chart, chart::Form::wide));
        paper.y = top;
        paper.paragraph(kSide, kWide, view_.say("What the chart tells"), kSmallHeading, 1);
        paper.paragraph(kSide, kWide, line.tells, {.size = 14}, 14);
        paper.y += 16;
        paper.paragraph(kSide, kWide, view_.say("What people say"), kSmallHeading, 1);
        paper.paragraph(kSide, kWide,
                        line.narrative.empty() ? view_.say("Nobody has said anything yet.")
                                               : std::string_view(line.narrative),
                        {.size = 14}, 12);
        if (!line.judged.empty()) {
            paper.y += 8;
            paper.paragraph(kSide, kWide, line.judged, {.size = 14, .bold = true}, 6);
        }
        finish(std::move(paper));
    }

    const design::View& view_;
    const Board& board_;
    const Pack& pack_;
    std::vector<std::string> pages_;
};

}  // namespace

std::vector<std::string> pack_pages(const design::View& view, const Board& board, const Pack& pack,
                                    const Progress& progress) {
    return Printing(view, board, pack).pages(progress);
}

Checked<std::string> pack_pdf(const design::View& view, const Board& board, const Pack& pack,
                              const Progress& progress) {
    auto pdf = render::pdf(pack_pages(view, board, pack, progress));
    if (!pdf) return refuse(pdf.error());
    return std::move(*pdf);
}

}  // namespace primum::boards
