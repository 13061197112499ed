#pragma once
// The files inside a workbook, and how they name each other.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/checked.h"
#include "xlsx/workbook.h"
#include "xlsx/xml.h"

namespace primum::xlsx {

struct Relationship {
    std::string id;
    std::string type;    ///< the last part of its address: "worksheet"
    std::string target;  ///< name of a part, without a slash in front; empty where it lies outside
};

/// The parts of a package, by their names in lower case: names of parts do not tell capitals apart.
class Package {
public:
    /// Unpacks what may be read, and refuses what may not.
    static Checked<Package> open(std::string_view bytes, const Limits& limits);

    /// A part as XML; its bytes are given away. Nothing where there is no such part.
    Checked<Part> take(std::string_view name);
    bool has(std::string_view name) const;

    /// What a part points at; empty where it points at nothing. "" is the package itself.
    Checked<std::vector<Relationship>> relationships_of(std::string_view part);

private:
    explicit Package(const Limits& limits) : limits_(limits) {}
    Checked<void> check_kind();

    Limits limits_;
    std::map<std::string, std::string, std::less<>> parts_;
};

/// The first relationship of this type.
const Relationship* find_type(const std::vector<Relationship>& all, std::string_view type);

}  // namespace primum::xlsx
