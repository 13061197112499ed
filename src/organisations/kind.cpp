#include "organisations/kind.h"

#include <algorithm>
#include <utility>

namespace primum::organisations {
namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool same_word(std::string_view one, std::string_view other) {
    return std::ranges::equal(one, other, {}, lower, lower);
}

}  // namespace

Kinds::Kinds(std::vector<Kind> kinds) : kinds_(std::move(kinds)) {
    std::ranges::stable_sort(kinds_, {}, &Kind::rank);
}

const Kind* Kinds::find(std::string_view code) const {
    const auto found = std::ranges::find(kinds_, code, &Kind::code);
    return found == kinds_.end() ? nullptr : &*found;
}

const Kind* Kinds::understand(std::string_view word) const {
    const auto found = std::ranges::find_if(kinds_, [&](const Kind& kind) {
        return same_word(word, kind.code) || same_word(word, kind.singular) ||
               same_word(word, kind.plural);
    });
    return found == kinds_.end() ? nullptr : &*found;
}

bool Kinds::may_lie_below(std::string_view kind, std::string_view parent) const {
    const Kind* lower = find(kind);
    const Kind* upper = find(parent);
    return lower != nullptr && upper != nullptr && upper->rank < lower->rank;
}

Kinds first_kinds() {
    return Kinds({{"country", 0, "Country", "Countries"},
                  {"region", 10, "Region", "Regions"},
                  {"network", 20, "Network", "Networks"},
                  {"trust", 30, "Trust", "Trusts"},
                  {"site", 40, "Site", "Sites"},
                  {"ward", 50, "Ward", "Wards"}});
}

}  // namespace primum::organisations
