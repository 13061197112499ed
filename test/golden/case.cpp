#include "case.h"

#include <algorithm>
#include <boost/json.hpp>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace primum::golden {

namespace json = boost::json;

namespace {

std::string words_of(const json::value& value) {
    if (value.is_string()) return std::string(value.as_string());
    if (value.is_bool()) return value.as_bool() ? "1" : "0";
    return value.is_null() ? "" : json::serialize(value);
}

double number_of(const json::value& value) {
    return value.is_number() ? value.to_number<double>() : std::nan("");
}

Cell cell_of(const json::value& value) {
    if (value.is_number()) return value.to_number<double>();
    if (value.is_bool()) return value.as_bool() ? 1.0 : 0.0;
    if (!value.is_array()) return Cell{words_of(value)};
    std::string words;
    for (const auto& one : value.as_array())
        words += (words.empty() ? "" : ";") + words_of(one);
    return Cell{words};
}

void add_row(Table& table, const json::object& object, const std::string& prefix, std::size_t row) {
    for (const auto& [key, value] : object) {
        const std::string name = prefix + std::string(key);
        if (value.is_object()) {
            add_row(table, value.as_object(), name + ".", row);
        } else {
            auto& column = table[name];
            column.resize(row);  // rows before this one that had no such key
            column.push_back(cell_of(value));
        }
    }
}

Table table_of(const json::value& value) {
    Table table;
    if (value.is_object()) add_row(table, value.as_object(), "", 0);
    if (value.is_array()) {
        std::size_t row = 0;
        for (const auto& one : value.as_array())
            if (one.is_object()) add_row(table, one.as_object(), "", row++);
    }
    for (const auto& [name, column] : table.columns())
        table[name].resize(table.rows());
    return table;
}

std::string read_text(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) throw std::runtime_error("cannot read " + file.string());
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// "relative 1e-6 (numerical integration)"
double tolerance_of(const json::object& object) {
    double tolerance = 1e-9;
    if (const auto* const text = object.if_contains("tolerance"))
        std::sscanf(words_of(*text).c_str(), "relative %lg", &tolerance);
    return tolerance;
}

std::string text_in(const json::object& object, std::string_view name) {
    const auto* const value = object.if_contains(name);
    return value == nullptr ? "" : words_of(*value);
}

}  // namespace

CaseOptions::CaseOptions(std::shared_ptr<const json::value> json) : json_(std::move(json)) {}

const json::value* CaseOptions::find(std::string_view name) const {
    // R writes an empty list of options as [].
    const auto* const object = json_ == nullptr ? nullptr : json_->if_object();
    const auto* const value = object == nullptr ? nullptr : object->if_contains(name);
    return value == nullptr || value->is_null() ? nullptr : value;
}

bool CaseOptions::has(std::string_view name) const {
    return find(name) != nullptr;
}

bool CaseOptions::is_by_series(std::string_view name) const {
    const auto* const value = find(name);
    return value != nullptr && value->is_object();
}

std::optional<double> CaseOptions::number(std::string_view name) const {
    const auto* const value = find(name);
    if (value == nullptr || !value->is_number()) return std::nullopt;
    return value->to_number<double>();
}

bool CaseOptions::flag(std::string_view name, bool otherwise) const {
    const auto* const value = find(name);
    return value != nullptr && value->is_bool() ? value->as_bool() : otherwise;
}

std::string CaseOptions::text(std::string_view name, std::string_view otherwise) const {
    const auto* const value = find(name);
    return std::string(value != nullptr && value->is_string() ? value->as_string() : otherwise);
}

std::vector<double> CaseOptions::numbers(std::string_view name) const {
    const auto* const value = find(name);
    if (value == nullptr) return {};
    if (!value->is_array()) return {number_of(*value)};
    std::vector<double> numbers;
    for (const auto& one : value->as_array())
        numbers.push_back(number_of(one));
    return numbers;
}

std::vector<std::string> CaseOptions::texts(std::string_view name) const {
    const auto* const value = find(name);
    if (value == nullptr) return {};
    if (!value->is_array()) return {words_of(*value)};
    std::vector<std::string> texts;
    for (const auto& one : value->as_array())
        texts.push_back(words_of(one));
    return texts;
}

CaseOptions CaseOptions::within(std::string_view name) const {
    return CaseOptions{std::shared_ptr<const json::value>(json_, find(name))};
}

std::optional<std::string> CaseOptions::unknown_but(std::span<const std::string_view> known) const {
    if (json_ == nullptr || !json_->is_object()) return std::nullopt;
    for (const auto& [name, value] : json_->as_object()) {
        const std::string_view text(name.data(), name.size());
        if (!value.is_null() && std::ranges::find(known, text) == known.end())
            return std::string(text);
    }
    return std::nullopt;
}

Case read_case(const std::filesystem::path& folder) {
    const auto file = folder / "case.json";
    json::error_code error;
    auto whole = std::make_shared<const json::value>(json::parse(read_text(file), error));
    if (error || !whole->is_object()) throw std::runtime_error(file.string() + ": not JSON");
    const auto& object = whole->as_object();
    const auto* const peer = object.if_contains("peer");
    const auto* const peer_object = peer == nullptr ? nullptr : peer->if_object();

    Case read{
        .id = text_in(object, "id"),
        .peer = peer_object == nullptr ? text_in(object, "peer") : text_in(*peer_object, "name"),
        .chart = text_in(object, "chart"),
        .notes = text_in(object, "notes"),
        .options = CaseOptions{whole}.within("options"),
        .refused = !text_in(object, "error").empty(),
        .tolerance = tolerance_of(object),
        .input = read_csv(folder / "input.csv"),
        .expected = {},
    };
    read.expected[""] = read_csv(folder / "expected.csv");
    for (const auto* const part : {"summary", "assurance"})
        if (const auto* const value = object.if_contains(part))
            read.expected[part] = table_of(*value);
    return read;
}

}  // namespace primum::golden
