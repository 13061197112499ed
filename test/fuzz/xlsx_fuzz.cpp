// Any bytes: a workbook or a sentence, never a crash. Bytes that are no archive are read as the
// rows of a sheet, since no guessing finds the check sums of an archive.

#include <cstdlib>
#include <string_view>

#include "xlsx/testing_parts.h"
#include "xlsx/workbook.h"

namespace {

void check(std::string_view bytes) {
    using namespace primum::xlsx;
    const Limits limits{.unpacked_bytes = 1 << 20, .cells = 10'000, .text_bytes = 1 << 20};
    const auto book = read(bytes, limits);
    if (!book) {
        if (book.error().sentence.empty()) std::abort();
        return;
    }
    std::size_t cells = 0;
    std::size_t characters = 0;
    for (const Sheet& sheet : book->sheets) {
        std::uint32_t last = 0;
        for (const Row& row : sheet.rows) {
            if (row.number <= last || row.begin >= row.end) std::abort();
            last = row.number;
            for (const Cell& cell : sheet.cells_of(row))
                characters += cell.text.size();
        }
        cells += sheet.cells.size();
    }
    if (cells > limits.cells || characters > limits.text_bytes) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    check(bytes);
    const auto half = bytes.find('\n');
    namespace parts = primum::xlsx::testing;
    check(parts::packed(
        parts::workbook(bytes.substr(0, half), half == bytes.npos ? "" : bytes.substr(half + 1))));
    return 0;
}
