#pragma once
// What bin/golden prints: a line for each case that differs, and a table of peers and charts.

#include <iosfwd>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "differs_on_purpose.h"

namespace primum::golden {

class Report {
public:
    /// `every_difference`: one line a difference instead of one a case.
    Report(std::ostream& out, bool every_difference)
        : out_(out), every_difference_(every_difference) {}

    void passed(const Case& golden);
    void not_supported(const Case& golden, const std::string& reason);
    void differs_on_purpose(const Case& golden, const std::vector<const Reason*>& reasons);
    void differs(const Case& golden, const std::vector<Difference>& found);

    /// A case that could not be read or stopped the engine.
    void broken(const std::string& name, const std::string& what);

    void print_table() const;
    bool all_explained() const { return differing_ == 0; }

private:
    struct Row {
        int run = 0;
        int passed = 0;
        int on_purpose = 0;
        int not_supported = 0;
        std::set<std::string> headings;
        std::set<std::string> lacking;
    };

    Row& row_of(const Case& golden);
    void print_row(const std::string& peer, const std::string& chart, const Row& row) const;

    std::ostream& out_;
    bool every_difference_;
    int differing_ = 0;
    std::map<std::pair<std::string, std::string>, Row> rows_;
};

}  // namespace primum::golden
