#pragma once
// Links to other people's pages, and whether they worked when an operator last had them checked.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "store/db.h"

namespace primum::partners {

/// Where a link of ours stands.
struct Link {
    std::string address;
    std::string what;  ///< the partner or resource that has it, by name
    std::string path;  ///< of its page
};

/// Those of partners and of published resources, in this order; an address may come twice.
std::vector<Link> links(const store::Reader& db);

/// The last answer to a check.
struct Check {
    std::string address;
    Instant at;
    int status = 0;       ///< of HTTP; 0 where there was no answer
    std::string problem;  ///< why it does not work, in a few words; empty where it works
    std::optional<Instant> dead_since;

    bool works() const { return problem.empty(); }
};

std::optional<Check> find_check(const store::Reader& db, std::string_view address);
std::vector<Check> checks(const store::Reader& db);

/// Keeps an answer in place of the one before. A link that goes on not working is dead since it
/// first was.
void save_check(store::Writer& db, std::string_view address, Instant at, int status,
                std::string_view problem);

/// Forgets the answers of links that nobody has any more.
void forget_checks(store::Writer& db);

}  // namespace primum::partners
