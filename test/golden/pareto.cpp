// qicharts2: Pareto charts.

#include "spc/pareto.h"

#include <map>
#include <string>
#include <vector>

#include "columns.h"
#include "runner.h"

namespace primum::golden {
namespace {

/// How often each word occurs. An empty word is a missing one, which sorts last.
struct Counted {
    std::vector<std::string> words;
    std::vector<double> counts;
};

Counted counted(const Table::Column& column, bool with_missing) {
    std::map<std::string, double> occurrences;
    double missing = 0;
    for (const Cell& cell : column) {
        if (cell.text.empty())
            ++missing;
        else
            ++occurrences[cell.text];
    }
    Counted result;
    for (const auto& [word, count] : occurrences) {
        result.words.push_back(word);
        result.counts.push_back(count);
    }
    if (with_missing && missing > 0) {
        result.words.emplace_back();
        result.counts.push_back(missing);
    }
    return result;
}

constexpr std::string_view kOptions[] = {"useNA"};

Answered pareto(const Case& golden) {
    if (const auto unknown = golden.options.unknown_but(kOptions))
        return std::unexpected(NotSupported{"option " + *unknown});
    const auto* const column = golden.input.find("category");
    if (column == nullptr) return std::unexpected(NotSupported{"no column of categories"});
    const Counted causes = counted(*column, golden.options.flag("useNA", false));
    const auto bars = spc::pareto(causes.counts);
    Answer answer{.tables = {}, .refused = !bars};
    if (!bars) return answer;
    Table& points = answer.tables[""];
    for (const spc::ParetoBar& bar : *bars) {
        points["category"].push_back(cell_of(causes.words[bar.category]));
        points["count"].push_back(bar.count);
        points["cum_count"].push_back(bar.cumulative_count);
        points["p"].push_back(bar.share);
        points["cum_p"].push_back(bar.cumulative_share);
    }
    return answer;
}

const Registered here{{"qicharts2", "pareto", pareto}};

}  // namespace
}  // namespace primum::golden
