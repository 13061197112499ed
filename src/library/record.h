#pragma once
// An item with everything that it has ever said, and how it comes to say something else.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "library/item.h"
#include "library/set.h"
#include "store/scope.h"
#include "store/stamp.h"

namespace primum::library {

struct Version {
    int number = 1;
    Status status = Status::draft;
    std::optional<Day> from;  ///< the day from which it holds; a draft has none
    Fields fields;
    std::string note;     ///< why
    std::string made_by;  ///< a name; empty where Primum brought it
    Instant made_at;
};

struct Record {
    ItemId id;
    std::string set;
    std::string code;
    std::optional<OrganisationId>
        owner;  ///< who keeps it; the top of the tree where nobody does yet
    std::string owner_name;
    std::int64_t rev = 1;
    std::vector<Version> versions;  ///< the first one first; never empty

    const Version& latest() const { return versions.back(); }
    /// The one that holds on a day, agreed or retired; nothing before the first is agreed.
    const Version* holding(Day day) const;
    /// What members should look at: the one that holds, else the latest.
    const Version& shown(Day day) const;
    const Version* find(int number) const;
};

std::optional<Record> find_record(const store::Reader& db, std::string_view set,
                                  std::string_view code);

/// Who may change it: whoever may change what its owner has.
bool may_edit(const store::Reader& db, const store::Scope& scope, const Record& record);

/// What is to be said from now on.
struct Draft {
    Status status = Status::draft;
    std::optional<Day> from;  ///< of an agreed or a retired version
    Fields fields;
    std::string note;
};

/// Adds a version. False, and nothing done, where the item is no longer at `record.rev`.
bool add_version(store::Writer& db, const store::Scope& scope, const store::Stamp& stamp,
                 const Record& record, const Draft& draft);

/// Adds an item with its first version. False where the set has its code already.
bool add_item(store::Writer& db, const store::Scope& scope, const store::Stamp& stamp,
              const Set& set, OrganisationId owner, const Draft& draft);

/// One row of a set, as a list shows it.
struct Listed {
    std::string code;
    Status status = Status::draft;  ///< of the version that holds; draft where none does
    int version = 1;
    bool draft_waits = false;  ///< a newer version is a draft
    Fields fields;
};
std::vector<Listed> list(const store::Reader& db, std::string_view set, Day day);

/// How many rows of a set are agreed on a day.
struct Count {
    std::string set;
    std::size_t items;
};
std::vector<Count> counts(const store::Reader& db, Day day);

/// A version that was not there when Primum brought its content.
struct News {
    std::string set;
    std::string code;
    Fields fields;
    int number = 1;
    Status status = Status::draft;
    std::optional<Day> from;
    std::string note;
    std::string made_by;
    Instant made_at;
};
std::vector<News> news(const store::Reader& db, std::size_t offset, std::size_t limit);
std::size_t count_news(const store::Reader& db);

}  // namespace primum::library
