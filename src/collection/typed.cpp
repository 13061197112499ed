#include "collection/typed.h"

#include "measures/note.h"
#include "measures/saving.h"
#include "measures/typed_number.h"

namespace primum::collection {
namespace {

/// The field to which what measures say of a point belongs.
std::string field_of(const measures::Said& said, const Kept& kept, const std::string& key) {
    const bool divides = kept.on(said.period).divides();
    return (divides && said.numerator && !said.denominator ? "denominator." : "numerator.") + key;
}

}  // namespace

Typed typed_in(const http::Form& form, const std::string& key) {
    return {.numerator = std::string(form.text("numerator." + key)),
            .denominator = std::string(form.text("denominator." + key)),
            .note = std::string(form.text("note." + key))};
}

std::optional<measures::Said> read_typed(const Kept& kept, Day period, const Typed& typed,
                                         const std::string& key, Day today, Problems& problems) {
    if (const auto fit = measures::check_note(typed.note); !fit) {
        problems.add("note." + key, fit.error().sentence);
        return {};
    }
    measures::Said said{.period = period, .note = typed.note};
    const bool none = measures::says_none(typed.numerator);
    if (!none) {
        const auto numerator = measures::typed_number(typed.numerator);
        const auto denominator = measures::typed_number(typed.denominator);
        if (!numerator) problems.add("numerator." + key, numerator.error().sentence);
        if (!denominator) problems.add("denominator." + key, denominator.error().sentence);
        if (!numerator || !denominator) return {};
        said.numerator = *numerator;
        said.denominator = *denominator;
    }
    if (const auto checked = check_point(kept.measure, kept.series, said, today); !checked) {
        problems.add(field_of(said, kept, key), checked.error().sentence);
        return {};
    }
    return said;
}

}  // namespace primum::collection
