#include "collection/typed.h"

#include "base/nhs_number.h"
#include "collection/typed_number.h"
#include "language/language.h"
#include "measures/saving.h"

namespace primum::collection {
namespace {

using language::sentence;

constexpr std::size_t kLongestNote = 500;

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

std::string refuse_note(const std::string& note) {
    if (find_nhs_number(note))
        return sentence(
            "Take the NHS number out of the note: nothing about patients belongs here.");
    if (note.size() > kLongestNote) return sentence("Shorten the note to 500 characters or fewer.");
    return {};
}

std::optional<measures::Said> read_typed(const Kept& kept, Day period, const Typed& typed,
                                         const std::string& key, Day today, Problems& problems) {
    if (std::string refused = refuse_note(typed.note); !refused.empty()) {
        problems.add("note." + key, std::move(refused));
        return {};
    }
    measures::Said said{.period = period, .note = typed.note};
    const bool none = says_none(typed.numerator);
    if (!none) {
        const auto numerator = typed_number(typed.numerator);
        const auto denominator = typed_number(typed.denominator);
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
