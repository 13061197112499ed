#include "measures/adoption.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "spc/names.h"

namespace primum::measures {
namespace {

/// The library's words, and ours.
template <class Value, std::size_t N>
std::optional<Value> translated(std::string_view word,
                                const std::array<std::pair<std::string_view, Value>, N>& words) {
    for (const auto& [theirs, ours] : words)
        if (theirs == word) return ours;
    return std::nullopt;
}

constexpr std::array<std::pair<std::string_view, Frequency>, 6> kFrequencies = {
    {{"per event", Frequency::event},
     {"daily", Frequency::day},
     {"weekly", Frequency::week},
     {"monthly", Frequency::month},
     {"quarterly", Frequency::quarter},
     {"annual", Frequency::year}}};
constexpr std::array<std::pair<std::string_view, spc::Better>, 3> kDirections = {
    {{"up", spc::Better::higher}, {"down", spc::Better::lower}, {"neutral", spc::Better::neutral}}};

std::optional<spc::Chart> chart_of(std::string_view word) {
    if (word == "xmr") return spc::Chart::individuals;
    return spc::chart_named(word);
}

std::optional<double> number(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !(value > 0)) return {};
    return value;
}

/// "none (count)" says that nothing divides.
std::string denominator_of(std::string_view text) {
    return text.starts_with("none") ? "" : std::string(text);
}

}  // namespace

Checked<Version> version_from_library(const library::Item& item, Day from) {
    const auto unknown = [&](std::string_view field) {
        return refuse(
            fmt::format("The library's measure {} has a {} that is not known here: \"{}\".",
                        item.code, field, item[field]));
    };
    const auto kind = parse_kind(item["type"]);
    if (!kind) return unknown("type");
    const auto frequency = translated(item["frequency"], kFrequencies);
    if (!frequency) return unknown("frequency");
    const auto chart = chart_of(item["chart_type"]);
    if (!chart) return unknown("chart_type");
    const auto better = translated(item["improvement_direction"], kDirections);
    if (!better) return unknown("improvement_direction");
    const auto multiplier = number(item["multiplier"]);
    if (!multiplier) return unknown("multiplier");
    return Version{.number = 1,
                   .from = from,
                   .breaks = false,
                   .says = {.name = std::string(item["name"]),
                            .kind = *kind,
                            .numerator = std::string(item["numerator"]),
                            .denominator = denominator_of(item["denominator"]),
                            .exclusions = std::string(item["exclusions"]),
                            .source = std::string(item["source"]),
                            .sampling = std::string(item["sampling"]),
                            .unit = std::string(item["unit"]),
                            .multiplier = *multiplier,
                            .frequency = *frequency,
                            .chart = *chart,
                            .better = *better,
                            .goal = std::string(item["goal"]),
                            .steward = ""},
                   .reason = "",
                   .added_by = "",
                   .added_at = {}};
}

}  // namespace primum::measures
