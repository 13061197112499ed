// Any bytes: a table or a sentence, never a crash.

#include <cstdlib>

#include "csv/table.h"
#include "csv/text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace primum::csv;
    const auto text = to_text(std::string(reinterpret_cast<const char*>(data), size));
    if (!text) {
        if (text.error().sentence.empty()) std::abort();
        return 0;
    }
    const auto table = parse_table(text->utf8);
    if (!table) {
        if (table.error().sentence.empty()) std::abort();
        return 0;
    }
    std::size_t characters = 0;
    for (std::size_t row = 0; row < table->rows(); ++row) {
        if (table->row_number(row) < 2) std::abort();  // the headings are row 1
        for (std::size_t column = 0; column < table->columns(); ++column)
            characters += table->cell(row, column).size();
    }
    // Two bytes of Windows-1252 or UTF-16 become at most three of UTF-8 each.
    if (characters > 3 * size) std::abort();
    return 0;
}
