#include "api/point_body.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "measures/frequency.h"
#include "measures/note.h"

namespace primum::api {
namespace {

using measures::Said;

constexpr std::size_t kLongestNote = 2000;
constexpr std::size_t kMostPoints = 5000;
constexpr std::array<std::string_view, 5> kMembers = {"numerator", "denominator", "value", "note",
                                                      "excluded"};
constexpr std::array<std::string_view, 2> kMembersOfMany = {"period", "revision"};

class Reading {
public:
    Reading(const json::Value& document, std::string at)
        : document_(document), at_(std::move(at)) {}

    std::optional<double> number(std::string_view name) {
        const json::Value* found = document_.find(name);
        if (!found || found->is_null()) return std::nullopt;
        if (const auto* whole = found->as<std::int64_t>()) return static_cast<double>(*whole);
        if (const auto* real = found->as<double>()) return *real;
        fault(name, "Send a number, or null.");
        return std::nullopt;
    }

    std::string text(std::string_view name) {
        const json::Value* found = document_.find(name);
        if (!found || found->is_null()) return {};
        const auto* text = found->as<std::string>();
        if (!text) fault(name, "Send a text, or null.");
        if (text && text->size() > kLongestNote) fault(name, "Send 2,000 bytes of text at most.");
        if (text)
            if (const auto fit = measures::check_names_no_patient(*text); !fit)
                fault(name, fit.error().sentence);
        return text ? *text : std::string();
    }

    void fault(std::string_view name, std::string detail) {
        std::string pointer = at_;
        if (!name.empty()) (pointer += '/') += name;
        faults_.push_back({std::move(pointer), std::move(detail)});
    }

    void only(bool of_many) {
        const auto* members = document_.as<json::Value::Object>();
        if (!members) return fault("", "Send an object.");
        for (const auto& [name, value] : *members)
            if (std::ranges::find(kMembers, name) == kMembers.end() &&
                !(of_many && std::ranges::find(kMembersOfMany, name) != kMembersOfMany.end()))
                fault(name, "Nobody knows this member: take it away.");
    }

    const Faults& faults() const { return faults_; }

private:
    const json::Value& document_;
    std::string at_;
    Faults faults_;
};

Said read_said(Reading& read, const measures::Definition& says, Day period) {
    Said said{.period = period,
              .numerator = read.number("numerator"),
              .denominator = read.number("denominator"),
              .note = read.text("note"),
              .excluded = read.text("excluded")};
    const auto value = read.number("value");
    if (value && says.divides())
        read.fault("value", "It is worked out: send a numerator and a denominator.");
    if (value && said.numerator) read.fault("value", "Send a numerator or a value, not both.");
    if (value && !says.divides()) said.numerator = value;
    if (said.denominator && !says.divides())
        read.fault("denominator", "This measure has none: take it away.");
    return said;
}

PointOfMany read_one(const json::Value& document, const measures::Definition& says,
                     const std::string& at, Faults& faults) {
    Reading read(document, at);
    read.only(true);
    const auto text = document.member<std::string>("period");
    const auto period = text ? measures::parse_period(says.frequency, *text) : std::nullopt;
    if (!period) read.fault("period", "Send the period, such as 2026-03.");
    PointOfMany point{.said = read_said(read, says, period.value_or(Day())),
                      .revision = document.member<std::int64_t>("revision")};
    faults.insert(faults.end(), read.faults().begin(), read.faults().end());
    return point;
}

}  // namespace

std::expected<Said, Faults> read_point(const json::Value& document,
                                       const measures::Definition& says, Day period,
                                       const std::string& at) {
    Reading read(document, at);
    read.only(false);
    const Said said = read_said(read, says, period);
    if (!read.faults().empty()) return std::unexpected(read.faults());
    return said;
}

std::expected<std::vector<PointOfMany>, Faults> read_points(const json::Value& document,
                                                            const measures::Definition& says) {
    const auto* all = document.as<json::Value::Array>();
    if (!all || all->empty() || all->size() > kMostPoints)
        return std::unexpected(Faults{{"", "Send an array of 1 to 5,000 points."}});
    std::vector<PointOfMany> points;
    Faults faults;
    for (std::size_t i = 0; i < all->size(); ++i)
        points.push_back(read_one((*all)[i], says, "/" + std::to_string(i), faults));
    std::vector<Day> periods;
    for (const PointOfMany& point : points)
        periods.push_back(point.said.period);
    std::ranges::sort(periods);
    if (faults.empty() && std::ranges::adjacent_find(periods) != periods.end())
        faults.push_back({"", "A period stands here twice: send each once."});
    if (!faults.empty()) return std::unexpected(std::move(faults));
    return points;
}

}  // namespace primum::api
