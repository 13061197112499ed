// Any text as a block of cells: it is read or refused, and every cell that is placed lies in the
// grid.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "collection/paste.h"
#include "measures/typed_number.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace primum;
    using namespace primum::collection;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto block = read_block(text);
    if (!block) return 0;
    const Target target{.rows = {{"Ward 4B", "4B"}, {"Ward 5A"}, {"1"}},
                        .columns = {{"2026-01", "Jan 2026"}, {"2026-02"}},
                        .fields = size % 2 + 1};
    const Placed found = placed(*block, target);
    for (const auto& [place, cell] : found.cells) {
        if (place.first >= target.rows.size()) std::abort();
        if (place.second >= target.columns.size() * target.fields) std::abort();
        const auto number = measures::typed_number(cell);
        if (number && *number && measures::says_none(cell)) std::abort();
    }
    return 0;
}
