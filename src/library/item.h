#pragma once
// A row of a set of content, as one of its versions says it.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/instant.h"
#include "store/db.h"

namespace primum::library {

enum class Status : std::uint8_t { draft, agreed, retired };

struct Item;
using ItemId = Id<Item>;
using Fields = std::map<std::string, std::string, std::less<>>;

struct Item {
    ItemId id;
    std::string set;   ///< "interventions", "drivers", "measures", …: the files of content/library
    std::string code;  ///< "PSF-LEAD"
    int version = 1;
    Status status = Status::draft;
    std::optional<Day> from;  ///< the day from which an agreed or retired version holds
    Fields fields;

    /// What a field says; empty where there is none of that name.
    std::string_view operator[](std::string_view field) const;
    /// A field that is a list with ";" between: "a; b" gives a and b.
    std::vector<std::string> list(std::string_view field) const;
};

/// Those of a set whose latest version that holds on the day is agreed, in the order of their file,
/// then those that were added.
std::vector<Item> items_of(const store::Reader& db, std::string_view set, Day day);

/// The same for one; also where it has been retired, which its status says. Nothing where no
/// version has been agreed yet.
std::optional<Item> find_item(const store::Reader& db, std::string_view set, std::string_view code,
                              Day day);

}  // namespace primum::library
