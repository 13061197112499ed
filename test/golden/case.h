#pragma once
// One golden case: what a peer was given, with which options, and what it answered.

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "table.h"

namespace boost::json {
class value;
}

namespace primum::golden {

/// The options of a case. An option that is null counts as absent.
class CaseOptions {
public:
    explicit CaseOptions(std::shared_ptr<const boost::json::value> json);

    bool has(std::string_view name) const;
    bool is_by_series(std::string_view name) const;  ///< {"RAS": …, "RJZ": …}

    std::optional<double> number(std::string_view name) const;
    bool flag(std::string_view name, bool otherwise) const;
    std::string text(std::string_view name, std::string_view otherwise) const;

    /// A list; one value counts as a list of one, null within a list as NaN, absent as empty.
    std::vector<double> numbers(std::string_view name) const;
    std::vector<std::string> texts(std::string_view name) const;

    /// The options within an object, such as one that is given by series.
    CaseOptions within(std::string_view name) const;

    /// The first name with a value that is none of these: an option nobody has thought of.
    std::optional<std::string> unknown_but(std::span<const std::string_view> known) const;

private:
    const boost::json::value* find(std::string_view name) const;

    std::shared_ptr<const boost::json::value> json_;
};

struct Case {
    std::string id;
    std::string peer;
    std::string chart;
    std::string notes;
    CaseOptions options;
    bool refused = false;     ///< the peer stopped with an error; `points` is then empty
    double tolerance = 1e-9;  ///< relative, of numbers

    Table input;

    /// What the peer answered, by name: "" is expected.csv, "summary" and "assurance" are parts of
    /// case.json as tables. A summary that is an object is a table of one row; objects within it
    /// become columns with a dot (flags.shift), lists become words with ';' between.
    std::map<std::string, Table> expected;
};

/// Reads the case in a folder; throws std::runtime_error that names the file when it cannot.
Case read_case(const std::filesystem::path& folder);

}  // namespace primum::golden
