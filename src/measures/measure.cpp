#include "measures/measure.h"

#include <array>
#include <utility>

namespace primum::measures {
namespace {

template <class Value>
struct Named {
    Value value;
    std::string_view name;
    const char* label;
};

constexpr std::array kStatuses = {Named{Status::draft, "draft", "Draft"},
                                  Named{Status::agreed, "agreed", "Agreed"},
                                  Named{Status::retired, "retired", "Retired"}};
constexpr std::array kKinds = {Named{Kind::outcome, "outcome", "Outcome"},
                               Named{Kind::process, "process", "Process"},
                               Named{Kind::balancing, "balancing", "Balancing"}};
constexpr std::array kBetter = {Named{spc::Better::higher, "higher", "Higher is better"},
                                Named{spc::Better::lower, "lower", "Lower is better"},
                                Named{spc::Better::neutral, "neutral", "Neither is better"}};

template <class Names, class Value>
const auto& named(const Names& names, Value value) {
    return names[static_cast<std::size_t>(value)];
}

template <class Names>
auto find(const Names& names, std::string_view name) {
    using Value = decltype(names[0].value);
    for (const auto& entry : names)
        if (entry.name == name) return std::optional<std::remove_const_t<Value>>(entry.value);
    return std::optional<std::remove_const_t<Value>>();
}

}  // namespace

std::string_view name(Status status) {
    return named(kStatuses, status).name;
}
std::optional<Status> parse_status(std::string_view name) {
    return find(kStatuses, name);
}
const char* label(Status status) {
    return named(kStatuses, status).label;
}

std::string_view name(Kind kind) {
    return named(kKinds, kind).name;
}
std::optional<Kind> parse_kind(std::string_view name) {
    return find(kKinds, name);
}
const char* label(Kind kind) {
    return named(kKinds, kind).label;
}

std::string_view name(spc::Better better) {
    return named(kBetter, better).name;
}
std::optional<spc::Better> parse_better(std::string_view name) {
    return find(kBetter, name);
}
const char* label(spc::Better better) {
    return named(kBetter, better).label;
}

bool is_additive(const Definition& definition) {
    return definition.divides() || definition.chart == spc::Chart::c;
}

const Version& Measure::on(Day day) const {
    const Version* holds = &versions.front();
    for (const Version& version : versions)
        if (version.from <= day) holds = &version;
    return *holds;
}

}  // namespace primum::measures
