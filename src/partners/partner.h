#pragma once
// Bodies that campaigns work with, what became of them, and who followed whom.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/instant.h"
#include "store/db.h"
#include "store/scope.h"
#include "store/stamp.h"
#include "store/store.h"

namespace primum::partners {

struct Partner;
using PartnerId = Id<Partner>;

struct Partner {
    PartnerId id;
    std::string code;  ///< its name in addresses: "NPSA"
    std::string name;
    std::string country;
    std::string role;
    std::string link;  ///< http or https, or empty
    bool closed = false;
    std::string closed_on;  ///< "2012" or "2012-06-01"; may be empty
    std::string note;
    std::optional<OrganisationId> owner;  ///< the top of the tree where nobody keeps it yet
    std::int64_t rev = 1;
};

/// By name; those that are closed last.
std::vector<Partner> all_partners(const store::Reader& db);

std::optional<Partner> find_partner(const store::Reader& db, std::string_view code);

/// One that went before or came after another.
struct Relative {
    std::string code;
    std::string name;
    bool closed = false;
    std::string closed_on;
    std::string what;  ///< what passed on: "its functions"; everything where empty
};
std::vector<Relative> successors_of(const store::Reader& db, PartnerId id);
std::vector<Relative> predecessors_of(const store::Reader& db, PartnerId id);

/// Where to look instead of a closed body: those at the ends of its chain of successors that are
/// not closed themselves. None twice.
std::vector<Relative> heirs_of(const store::Reader& db, PartnerId id);

bool may_edit(const store::Reader& db, const store::Scope& scope, const Partner& partner);

/// False where another has the code.
bool add(store::Writer& db, const store::Scope& scope, const store::Stamp& stamp,
         const Partner& partner);

/// All but its code and its owner. False, and nothing done, where it is no longer at its rev.
bool save(store::Writer& db, const store::Scope& scope, const store::Stamp& stamp,
          const Partner& partner);

/// Says that `successor` followed. Refused by false: where it is itself or comes before it in a
/// chain, so that two would follow each other. Saying it again changes `what`.
bool add_successor(store::Writer& db, const store::Scope& scope, const store::Stamp& stamp,
                   const Partner& partner, const Partner& successor, std::string_view what);
void remove_successor(store::Writer& db, const store::Scope& scope, const store::Stamp& stamp,
                      const Partner& partner, const Partner& successor);

/// Puts one in that Primum brings with it; its owner may be absent.
void bring(store::Writer& db, const Partner& partner);

/// Campaigns that name it among their sponsors.
struct Sponsored {
    std::string code;
    std::string name;
    std::string role;
};
std::vector<Sponsored> sponsored_by(const store::Reader& db, PartnerId id);

/// The partners of the first campaign, with who followed them, in a database that has none of them.
void stock(store::Store& store, Day today);

}  // namespace primum::partners
