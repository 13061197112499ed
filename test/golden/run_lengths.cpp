// Tables without a series: run lengths (spc, vlad, a Markov chain made for the purpose) and the
// factors of subgroup charts. Arguments are columns of the expected table.

#include <cmath>
#include <functional>
#include <optional>

#include "columns.h"
#include "runner.h"
#include "spc/constants.h"
#include "spc/cusum_run_length.h"
#include "spc/ewma_run_length.h"
#include "spc/risk_adjusted_run_length.h"
#include "spc/run_length.h"
#include "spc/runs.h"

namespace primum::golden {
namespace {

/// Reads the columns of the expected table, and fills those of the answer.
class Rows {
public:
    explicit Rows(const Case& golden) : expected_(golden.expected.at("")) {}

    double number(std::string_view column, std::size_t row) const {
        const auto* const cells = expected_.find(column);
        return cells == nullptr ? NAN : (*cells)[row].number;
    }
    std::string text(std::string_view column, std::size_t row) const {
        const auto* const cells = expected_.find(column);
        return cells == nullptr ? "" : (*cells)[row].text;
    }

    /// Arguments, as they were given.
    void repeat(std::initializer_list<std::string_view> columns) {
        for (const std::string_view column : columns)
            if (const auto* const cells = expected_.find(column)) table()[column] = *cells;
    }

    void fill(std::string_view column,
              const std::function<std::optional<double>(std::size_t row)>& value) {
        Table::Column& cells = table()[column];
        for (std::size_t row = 0; row < expected_.rows(); ++row)
            cells.push_back(value(row).value_or(NAN));
    }

    /// A column of printed values. Ours in its stead wherever it rounds to another value: two
    /// decimals or three figures are printed, the last of them sometimes off by a little.
    void fill_printed(std::string_view column) {
        if (!expected_.has(column)) return;
        const std::vector<double> ours = table().numbers("arl");
        fill(column, [&](std::size_t row) {
            const double printed = number(column, row);
            const double figure = std::pow(10, std::floor(std::log10(printed)) - 2);
            const bool agrees = std::abs(ours[row] - printed) <= 0.6 * std::max(0.01, figure);
            return std::isnan(printed) || agrees ? printed : ours[row];
        });
    }

    Answer take() { return std::move(answer_); }

private:
    Table& table() { return answer_.tables[""]; }

    const Table& expected_;
    Answer answer_;
};

/// Digits name the rules: 1 beyond 3 sigma, 2 two of three beyond 2, 3 four of five beyond 1,
/// 4 eight on one side.
std::optional<spc::Rules> western_electric(const std::string& digits) {
    if (digits.empty() || digits.find_first_not_of("1234") != std::string::npos)
        return std::nullopt;
    const auto has = [&](char digit) { return digits.find(digit) != std::string::npos; };
    spc::Rules rules = spc::western_electric_rules();
    if (!has('1')) rules.outside_sigmas = 0;
    rules.two_of_three = has('2');
    rules.four_of_five = has('3');
    if (!has('4')) rules.shift_points = 0;
    return rules;
}

Answered shewhart(const Case& golden, std::string_view rules_column) {
    Rows rows(golden);
    for (std::size_t row = 0; row < golden.expected.at("").rows(); ++row)
        if (!western_electric(rows.text(rules_column, row)))
            return std::unexpected(NotSupported{"rules other than Western Electric's"});
    rows.repeat({"type", "rules", "mu"});
    rows.fill("arl", [&](std::size_t row) -> std::optional<double> {
        const auto rules = western_electric(rows.text(rules_column, row));
        const auto length = spc::shewhart_run_length(*rules, rows.number("mu", row));
        return length ? std::optional(length->average()) : std::nullopt;
    });
    rows.fill_printed("published_champ_woodall_1987");
    return rows.take();
}

Answered shewhart_by_type(const Case& golden) {
    return shewhart(golden, "type");
}

Answered shewhart_by_rules(const Case& golden) {
    return shewhart(golden, "rules");
}

spc::Sides sides_of(const std::string& sided) {
    return sided == "one" ? spc::Sides::one : spc::Sides::two;
}

Answered cusum(const Case& golden) {
    Rows rows(golden);
    rows.repeat({"sided", "k", "h", "hs", "mu"});
    rows.fill("arl", [&](std::size_t row) {
        const spc::CusumDesign design{.reference = rows.number("k", row),
                                      .decision = rows.number("h", row),
                                      .head_start = rows.number("hs", row),
                                      .sides = sides_of(rows.text("sided", row))};
        return spc::cusum_average_run_length(design, rows.number("mu", row));
    });
    rows.fill_printed("published_lucas_crosier_1982");
    return rows.take();
}

Answered ewma(const Case& golden) {
    Rows rows(golden);
    rows.repeat({"lambda", "c", "mu", "source"});
    rows.fill("arl", [&](std::size_t row) {
        return spc::ewma_average_run_length(
            {.lambda = rows.number("lambda", row), .reach = rows.number("c", row)},
            rows.number("mu", row));
    });
    rows.fill_printed("published");
    return rows.take();
}

Answered design(const Case& golden) {
    Rows rows(golden);
    rows.repeat({"L0"});
    const auto decision_for = [&](spc::Sides sides) {
        return [&rows, sides](std::size_t row) {
            return spc::cusum_decision_for(rows.number("L0", row), 0.5, sides);
        };
    };
    const auto reach_for = [&](double lambda) {
        return [&rows, lambda](std::size_t row) {
            return spc::ewma_reach_for(rows.number("L0", row), lambda);
        };
    };
    rows.fill("cusum_h_k05_one", decision_for(spc::Sides::one));
    rows.fill("cusum_h_k05_two", decision_for(spc::Sides::two));
    rows.fill("ewma_c_l01", reach_for(0.1));
    rows.fill("ewma_c_l02", reach_for(0.2));
    return rows.take();
}

Answered risk_adjusted(const Case& golden) {
    if (golden.options.text("rounding", "p") != "p")
        return std::unexpected(NotSupported{"weights rounded to one step of the lattice"});
    std::vector<spc::RiskGroup> mix;
    const auto shares = golden.input.numbers("fi");
    const auto risks = golden.input.numbers("p1");
    for (std::size_t i = 0; i < shares.size(); ++i)
        mix.push_back({risks[i], shares[i]});
    const double steps = golden.options.number("scaling").value_or(600);

    Rows rows(golden);
    rows.repeat({"h", "RA", "RQ"});
    rows.fill("arl", [&](std::size_t row) {
        return spc::risk_adjusted_average_run_length(
            mix, rows.number("RA", row), rows.number("RQ", row), rows.number("h", row), steps);
    });
    return rows.take();
}

/// What chance explains among so many useful points.
Answered runs_limits(const Case& golden) {
    Rows rows(golden);
    rows.repeat({"n_useful"});
    const auto fill = [&](std::string_view column, std::size_t (*limit)(std::size_t)) {
        rows.fill(column, [&rows, limit](std::size_t row) {
            const double useful = rows.number("n_useful", row);
            return static_cast<double>(limit(static_cast<std::size_t>(useful)));
        });
    };
    fill("longest_run_max", spc::longest_run_most);
    fill("n_crossings_min", spc::crossings_least);
    return rows.take();
}

Answered constants(const Case& golden) {
    if (golden.expected.at("").has("n_useful")) return runs_limits(golden);
    Rows rows(golden);
    rows.repeat({"n"});
    const auto fill = [&](std::string_view column, const auto& factor) {
        rows.fill(column, [&](std::size_t row) { return factor(rows.number("n", row)); });
    };
    fill("c4", spc::c4);
    fill("c5", spc::c5);
    fill("A3", [](double n) { return spc::a3(n); });
    fill("B3", [](double n) { return spc::b3(n); });
    fill("B4", [](double n) { return spc::b4(n); });
    fill("d2_3dp", spc::d2_printed);
    fill("d3", spc::d3_printed);
    fill("d2_exact", spc::d2);
    return rows.take();
}

const Registered here{
    {"spc", "arl_shewhart", shewhart_by_type},
    {"own Markov chain", "arl_western_electric", shewhart_by_rules},
    {"spc", "arl_cusum", cusum},
    {"spc", "arl_ewma", ewma},
    {"spc", "arl_design", design},
    {"vlad", "arl_racusum", risk_adjusted},
    {"qicharts2/qcc", "constants", constants},
};

}  // namespace
}  // namespace primum::golden
