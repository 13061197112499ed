#include "xlsx/sheet_reader.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "xlsx/merged.h"
#include "xlsx/reference.h"
#include "xlsx/sentences.h"

namespace primum::xlsx {
namespace {

/// What a cell says of itself.
struct Written {
    std::string_view reference;
    std::string_view type;
    std::size_t style = 0;
};

template <class Number>
std::optional<Number> whole(std::string_view text) {
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return {};
    return number;
}

Written written(const pugi::xml_node& node) {
    Written cell;
    for (const pugi::xml_attribute& attribute : node.attributes()) {
        const std::string_view name = attribute.name();
        if (name == "r") cell.reference = attribute.value();
        if (name == "t") cell.type = attribute.value();
        if (name == "s") cell.style = whole<std::size_t>(attribute.value()).value_or(0);
    }
    return cell;
}

class SheetReader {
public:
    SheetReader(Shared& shared, Sheet& sheet, OwnTexts& own)
        : shared_(shared), sheet_(sheet), own_(own) {}

    Checked<void> read(const pugi::xml_node& root) {
        for (const pugi::xml_node& row : child_of(root, "sheetData").children())
            if (auto taken = take_row(row); !taken) return taken;
        return {};
    }

private:
    Checked<void> take_row(const pugi::xml_node& node) {
        const auto given = attribute_of(node, "r");
        const auto number = given.empty() ? last_row_ + 1 : whole<std::uint32_t>(given).value_or(0);
        if (number <= last_row_ || number > kLastRow) return refuse(std::string(kDamaged));
        last_row_ = number;
        next_column_ = 0;
        const std::size_t begin = sheet_.cells.size();
        for (const pugi::xml_node& cell : node.children())
            if (auto taken = take_cell(cell); !taken) return taken;
        if (sheet_.cells.size() > begin)
            sheet_.rows.push_back({.number = number, .begin = begin, .end = sheet_.cells.size()});
        return {};
    }

    Checked<void> take_cell(const pugi::xml_node& node) {
        const Written cell = written(node);
        auto column = std::optional(next_column_);
        if (!cell.reference.empty()) column = column_of(cell.reference);
        if (!column || *column < next_column_ || *column > kLastColumn)
            return refuse(std::string(kDamaged));
        next_column_ = *column + 1;
        auto value = value_of(node, cell);
        if (!value) return std::unexpected(value.error());
        if (value->text.empty()) return {};
        if (shared_.cells_left == 0 || shared_.text_left < value->text.size())
            return refuse(std::string(kTooLarge));
        --shared_.cells_left;
        shared_.text_left -= value->text.size();
        value->column = *column;
        sheet_.cells.push_back(*value);
        return {};
    }

    Checked<Cell> value_of(const pugi::xml_node& node, const Written& cell) {
        std::string_view value;
        pugi::xml_node formula;
        for (const pugi::xml_node& child : node.children()) {
            const auto name = local_name(child);
            if (name == "v") value = child.child_value();
            if (name == "f") formula = child;
            if (name == "is") return Cell{.text = own_.keep(text_of_runs(child))};
        }
        if (value.empty() && formula && cell.type != "str")
            return Cell{.kind = Kind::error,
                        .text = own_.keep("=" + std::string(formula.child_value()))};
        if (value.empty()) return Cell{};
        return typed(value, cell);
    }

    Checked<Cell> typed(std::string_view value, const Written& cell) {
        if (cell.type == "s") {
            const auto at = whole<std::size_t>(value);
            if (!at || *at >= shared_.strings.size()) return refuse(std::string(kDamaged));
            return Cell{.text = shared_.strings[*at]};
        }
        if (cell.type == "str") return Cell{.text = value};
        if (cell.type == "d") return Cell{.kind = Kind::date, .text = value};
        if (cell.type == "e") return Cell{.kind = Kind::error, .text = value};
        if (cell.type == "b")
            return Cell{.kind = Kind::boolean, .text = value == "0" ? "FALSE" : "TRUE"};
        return number(value, shared_.styles.of(cell.style));
    }

    Cell number(std::string_view value, Shown shown) {
        if (shown == Shown::as_percent) return {.kind = Kind::percent, .text = value};
        if (shown == Shown::as_number) return {.kind = Kind::number, .text = value};
        double serial = 0;
        const auto [end, error] =
            std::from_chars(value.data(), value.data() + value.size(), serial);
        const bool is_number = error == std::errc() && end == value.data() + value.size();
        auto iso = is_number ? iso_of_serial(serial, shared_.epoch) : std::nullopt;
        if (!iso) return {.kind = Kind::number, .text = value};
        const bool time = iso->find('-') == std::string::npos;
        return {.kind = time ? Kind::time : Kind::date, .text = own_.keep(std::move(*iso))};
    }

    Shared& shared_;
    Sheet& sheet_;
    OwnTexts& own_;
    std::uint32_t last_row_ = 0;
    std::uint32_t next_column_ = 0;
};

}  // namespace

Checked<void> read_cells(const Part& part, Shared& shared, Sheet& sheet, OwnTexts& own) {
    if (auto read = SheetReader(shared, sheet, own).read(part.root()); !read) return read;
    return fill_merged(child_of(part.root(), "mergeCells"), shared, sheet);
}

}  // namespace primum::xlsx
