#include "xlsx/styles.h"

#include <charconv>
#include <map>

namespace primum::xlsx {
namespace {

unsigned number_of(std::string_view text) {
    unsigned number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

}  // namespace

Styles::Styles(const pugi::xml_node& style_sheet) {
    std::map<unsigned, Shown> own;
    for (const pugi::xml_node& format : child_of(style_sheet, "numFmts").children())
        own[number_of(attribute_of(format, "numFmtId"))] =
            shown_by(attribute_of(format, "formatCode"));
    for (const pugi::xml_node& style : child_of(style_sheet, "cellXfs").children()) {
        const auto format = number_of(attribute_of(style, "numFmtId"));
        const auto found = own.find(format);
        shown_.push_back(found == own.end() ? shown_by(format) : found->second);
    }
}

}  // namespace primum::xlsx
