#pragma once
// What somebody typed for a period of a series, and what it says.

#include <optional>
#include <string>

#include "base/problems.h"
#include "collection/due.h"
#include "http/form.h"

namespace primum::collection {

/// The three fields of a number that is due: "numerator.KEY", "denominator.KEY", "note.KEY".
struct Typed {
    std::string numerator;
    std::string denominator;
    std::string note;

    bool empty() const { return numerator.empty() && denominator.empty() && note.empty(); }
};

Typed typed_in(const http::Form& form, const std::string& key);

/// What it says, or one sentence for the field that is to be put right.
std::optional<measures::Said> read_typed(const Kept& kept, Day period, const Typed& typed,
                                         const std::string& key, Day today, Problems& problems);

}  // namespace primum::collection
