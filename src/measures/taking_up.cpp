#include "measures/taking_up.h"

#include <fmt/format.h>

#include "measures/adoption.h"
#include "measures/definition_form.h"
#include "measures/dictionary.h"

namespace primum::measures {

Checked<std::size_t> take_up(store::Writer& db, const store::Writable& owner,
                             const store::Stamp& stamp, std::span<const library::Item> rows,
                             Day from) {
    const auto taken = codes_by_library(db);
    std::size_t made = 0;
    for (const library::Item& row : rows) {
        if (taken.contains(row.code)) continue;
        const auto version = version_from_library(row, from);
        if (!version) return std::unexpected(version.error());
        const std::string code = normal_measure_code(row.code);
        if (find_measure_by_code(db, code))
            return refuse(fmt::format(
                "Another measure has the code {} already: make a measure of this row by hand.",
                code));
        add_measure(db, owner, stamp, code, row.code, Status::agreed, *version);
        ++made;
    }
    return made;
}

}  // namespace primum::measures
