#pragma once
// Who works in the country: people for every role.

#include <cstddef>
#include <string>
#include <vector>

#include "access/role.h"
#include "base/instant.h"
#include "base/random.h"
#include "demo/country.h"

namespace primum::demo {

struct Colleague {
    std::string name;
    std::string email;  ///< …@demo.example, in small letters
    access::Role role;
    std::size_t place;
    Day from;
    bool shown = false;  ///< one for each role, whose sign-in is printed
};

/// The people shown come first; their names and addresses are the same for every seed. Then the
/// leaders of every trust and network, and the team of some wards.
std::vector<Colleague> make_staff(SeededRandom& random, const Country& country);

}  // namespace primum::demo
