#include "imports/incoming.h"

#include <array>
#include <utility>

namespace primum::imports {
namespace {

struct ShapeEntry {
    Shape shape;
    std::string_view name;
    const char* label;
};
constexpr std::array kShapes = {
    ShapeEntry{Shape::points, "points", "The numbers of one period"},
    ShapeEntry{Shape::wide, "wide", "One period, with a column for each unit or measure"},
    ShapeEntry{Shape::across, "across", "One unit or measure, with a column for each period"},
    ShapeEntry{Shape::incidents, "incidents", "Something that happened, such as a fall"},
    ShapeEntry{Shape::observations, "observations", "One observation, answered with yes or no"}};

struct FieldEntry {
    Field field;
    std::string_view name;
    const char* label;
};
constexpr std::array kEntries = {
    FieldEntry{Field::period, "period", "Period or date"},
    FieldEntry{Field::organisation, "organisation", "Organisation, site or ward"},
    FieldEntry{Field::measure, "measure", "Measure"},
    FieldEntry{Field::stratum, "stratum", "Part of the patients"},
    FieldEntry{Field::numerator, "numerator", "Number counted"},
    FieldEntry{Field::denominator, "denominator", "Out of how many"},
    FieldEntry{Field::value, "value", "Value"},
    FieldEntry{Field::note, "note", "Note"},
    FieldEntry{Field::excluded, "excluded", "Why it is left out of lines and rules"}};

}  // namespace

std::string_view name(Shape shape) {
    return kShapes[static_cast<std::size_t>(shape)].name;
}
const char* label(Shape shape) {
    return kShapes[static_cast<std::size_t>(shape)].label;
}
std::optional<Shape> parse_shape(std::string_view name) {
    for (const ShapeEntry& entry : kShapes)
        if (entry.name == name) return entry.shape;
    return {};
}

std::string_view name(Field field) {
    return kEntries[static_cast<std::size_t>(field)].name;
}
const char* label(Field field) {
    return kEntries[static_cast<std::size_t>(field)].label;
}
std::optional<Field> parse_field(std::string_view name) {
    for (const FieldEntry& entry : kEntries)
        if (entry.name == name) return entry.field;
    return {};
}

}  // namespace primum::imports
