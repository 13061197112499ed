#include <algorithm>

#include "xlsx/package.h"
#include "xlsx/sentences.h"
#include "xlsx/sheet_reader.h"
#include "xlsx/workbook.h"
#include "zip/unzip.h"

namespace primum::xlsx {
namespace {

// What Excel writes around a workbook that has a password, and around an old one.
constexpr std::string_view kCompoundFile = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
// Names inside it are UTF-16.
constexpr std::string_view kEncryptedPackage{"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e", 31};

class WorkbookReader {
public:
    WorkbookReader(Package& package, const Limits& limits) : package_(package) {
        shared_.cells_left = limits.cells;
        shared_.text_left = limits.text_bytes;
    }

    Checked<Workbook> read() {
        const auto top = package_.relationships_of("");
        if (!top) return std::unexpected(top.error());
        const auto* main = find_type(*top, "officeDocument");
        if (main == nullptr) return refuse(std::string(kNoWorkbook));
        const auto parts = package_.relationships_of(main->target);
        if (!parts) return std::unexpected(parts.error());
        const auto book = package_.take(main->target);
        if (!book) return std::unexpected(book.error());
        if (local_name(book->root()) != "workbook") return refuse(std::string(kNoWorkbook));
        if (auto shared = take_shared(book->root(), *parts); !shared)
            return std::unexpected(shared.error());
        auto own = std::make_shared<OwnTexts>();
        workbook_.texts.push_back(own);
        for (const pugi::xml_node& sheet : child_of(book->root(), "sheets").children())
            if (auto taken = take_sheet(sheet, *parts, *own); !taken)
                return std::unexpected(taken.error());
        if (workbook_.sheets.empty()) return refuse(std::string(kNoWorkbook));
        return std::move(workbook_);
    }

private:
    Checked<void> take_shared(const pugi::xml_node& book, const std::vector<Relationship>& parts) {
        const auto since = attribute_of(child_of(book, "workbookPr"), "date1904");
        if (since == "1" || since == "true") shared_.epoch = Epoch::of_1904;
        if (const auto* styles = find_type(parts, "styles")) {
            const auto part = package_.take(styles->target);
            if (!part) return std::unexpected(part.error());
            shared_.styles = Styles(part->root());
        }
        if (const auto* strings = find_type(parts, "sharedStrings")) {
            const auto part = package_.take(strings->target);
            if (!part) return std::unexpected(part.error());
            auto own = std::make_shared<OwnTexts>();
            for (const pugi::xml_node& text : part->root().children())
                shared_.strings.push_back(own->keep(text_of_runs(text)));
            workbook_.texts.push_back(std::move(own));
        }
        return {};
    }

    /// Charts have tabs too, but no cells.
    Checked<void> take_sheet(const pugi::xml_node& node, const std::vector<Relationship>& parts,
                             OwnTexts& own) {
        const auto id = attribute_of(node, "id");
        const auto part = std::ranges::find(parts, id, &Relationship::id);
        if (part == parts.end()) return refuse(std::string(kDamaged));
        if (part->type != "worksheet") return {};
        const auto state = attribute_of(node, "state");
        Sheet sheet{.name = std::string(attribute_of(node, "name")),
                    .hidden = state == "hidden" || state == "veryHidden",
                    .rows = {},
                    .cells = {}};
        const auto cells = package_.take(part->target);
        if (!cells) return std::unexpected(cells.error());
        if (auto read = read_cells(*cells, shared_, sheet, own); !read) return read;
        workbook_.texts.push_back(cells->bytes);
        workbook_.sheets.push_back(std::move(sheet));
        return {};
    }

    Package& package_;
    Shared shared_;
    Workbook workbook_;
};

}  // namespace

Checked<Workbook> read(std::string_view bytes, const Limits& limits) {
    if (bytes.starts_with(kCompoundFile))
        return refuse(std::string(bytes.contains(kEncryptedPackage) ? kPassword : kOldKind));
    if (!zip::is_zip(bytes)) return refuse(std::string(kNoWorkbook));
    auto package = Package::open(bytes, limits);
    if (!package) return std::unexpected(package.error());
    return WorkbookReader(*package, limits).read();
}

bool looks_like_workbook(std::string_view bytes) {
    if (bytes.starts_with(kCompoundFile)) return true;
    // Names stand unpacked in the list at the end of an archive.
    return zip::is_zip(bytes) &&
           (bytes.contains("[Content_Types].xml") || bytes.contains("opendocument.spreadsheet"));
}

}  // namespace primum::xlsx
