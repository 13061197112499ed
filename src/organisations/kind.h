#pragma once
// What an organisation is, in the words of its country: region, network, trust, site, ward.

#include <string>
#include <string_view>
#include <vector>

namespace primum::organisations {

struct Kind {
    std::string code;      ///< as files and the API spell it: "trust"
    int rank = 0;          ///< 0 at the top of the tree; what lies below has a greater one
    std::string singular;  ///< "Trust"
    std::string plural;    ///< "Trusts"
    friend bool operator==(const Kind&, const Kind&) = default;
};

/// Those of this installation, from the top of the tree down.
class Kinds {
public:
    explicit Kinds(std::vector<Kind> kinds);

    /// Nothing where no kind has this code.
    const Kind* find(std::string_view code) const;

    /// The kind that a person means by its code, singular or plural, in whatever case.
    const Kind* understand(std::string_view word) const;

    /// Whether one of this kind may have one of that kind as its parent: a greater one only.
    bool may_lie_below(std::string_view kind, std::string_view parent) const;

    auto begin() const { return kinds_.begin(); }
    auto end() const { return kinds_.end(); }

private:
    std::vector<Kind> kinds_;
};

/// country, region, network, trust, site, ward: what an installation begins with.
Kinds first_kinds();

}  // namespace primum::organisations
