#include "xlsx/testing_parts.h"

#include <fmt/format.h>

#include <cstdint>

namespace primum::xlsx::testing {
namespace {

/// An archive without packing, written by hand: what a ZIP file is without any library.
class Archive {
public:
    void add(std::string_view name, std::string_view bytes) {
        const auto at = local_.size();
        const std::string both = common(bytes, name);
        local_ += "PK\x03\x04";
        local_ += both;
        local_ += name;
        local_ += bytes;
        central_ += "PK\x01\x02";
        put16(central_, 20);
        central_ += both;
        put16(central_, 0);
        put16(central_, 0);
        put16(central_, 0);
        put32(central_, 0);
        put32(central_, at);
        central_ += name;
        ++entries_;
    }

    std::string bytes() const {
        std::string all = local_ + central_ + "PK\x05\x06";
        put32(all, 0);
        put16(all, entries_);
        put16(all, entries_);
        put32(all, central_.size());
        put32(all, local_.size());
        put16(all, 0);
        return all;
    }

private:
    static void put16(std::string& to, std::size_t value) {
        to += static_cast<char>(value & 0xFFU);
        to += static_cast<char>(value >> 8U & 0xFFU);
    }
    static void put32(std::string& to, std::size_t value) {
        put16(to, value & 0xFFFFU);
        put16(to, value >> 16U);
    }

    static std::string common(std::string_view bytes, std::string_view name) {
        std::string text;
        put16(text, 20);
        put16(text, 0);
        put16(text, 0);  // stored
        put16(text, 0);
        put16(text, 0x21);
        put32(text, crc(bytes));
        put32(text, bytes.size());
        put32(text, bytes.size());
        put16(text, name.size());
        put16(text, 0);
        return text;
    }

    static std::uint32_t crc(std::string_view bytes) {
        std::uint32_t value = 0xFFFFFFFFU;
        for (const char c : bytes) {
            value ^= static_cast<unsigned char>(c);
            for (int i = 0; i < 8; ++i)
                value = (value >> 1U) ^ (0xEDB88320U & (0U - (value & 1U)));
        }
        return ~value;
    }

    std::string local_;
    std::string central_;
    std::size_t entries_ = 0;
};

constexpr std::string_view kRelationships =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>)";
constexpr std::string_view kRelationship =
    R"(<Relationship Id="{}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" Target="{}"/>)";

std::string relationships(const std::vector<std::vector<std::string_view>>& all) {
    std::string inside;
    for (const auto& one : all)
        inside += fmt::format(kRelationship, one[0], one[1], one[2]);
    return fmt::format(kRelationships, inside);
}

}  // namespace

std::string packed(const Parts& parts) {
    Archive archive;
    for (const auto& [name, text] : parts)
        archive.add(name, text);
    return archive.bytes();
}

Parts workbook(std::string_view sheet_data, std::string_view behind, std::string_view properties) {
    return {{"[Content_Types].xml",
             R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>)"},
            {"_rels/.rels", relationships({{"a", "officeDocument", "xl/workbook.xml"}})},
            {"xl/_rels/workbook.xml.rels",
             relationships({{"s1", "worksheet", "worksheets/sheet1.xml"},
                            {"st", "styles", "/xl/styles.xml"},
                            {"ss", "sharedStrings", "../xl/./sharedStrings.xml"}})},
            {"xl/workbook.xml",
             fmt::format(R"(<workbook xmlns:r="r">{}<sheets>)"
                         R"(<sheet name="Falls" sheetId="1" r:id="s1"/></sheets></workbook>)",
                         properties)},
            {"xl/worksheets/sheet1.xml",
             fmt::format("<worksheet><sheetData>{}</sheetData>{}</worksheet>", sheet_data, behind)},
            {"xl/styles.xml",
             R"(<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>)"
             R"(<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="10"/></cellXfs>)"
             R"(</styleSheet>)"},
            {"xl/sharedStrings.xml",
             "<sst><si><t>ward</t></si><si><r><t>a </t></r><r><t>&amp; b</t></r>"
             "<rPh><t>read aloud</t></rPh></si></sst>"}};
}

Parts with(Parts parts, std::string_view name, std::string text) {
    for (auto& [its_name, its_text] : parts)
        if (its_name == name) {
            its_text = std::move(text);
            return parts;
        }
    parts.emplace_back(name, std::move(text));
    return parts;
}

}  // namespace primum::xlsx::testing
