#include "demo/number_file.h"

#include <fmt/format.h>

#include <limits>

#include "crypto/hash.h"
#include "demo/luck.h"
#include "imports/carrying.h"
#include "imports/file.h"
#include "imports/mapping.h"

namespace primum::demo {
namespace {

imports::Mapping mapping_of(const imports::File& file) {
    const auto table = imports::table_of(file, "");
    must(table.has_value());
    return imports::guess_mapping(*table);
}

imports::File opened(const std::string& text) {
    auto file = imports::open_file(text);
    must(file.has_value());
    return std::move(*file);
}

}  // namespace

void NumberFile::add(std::string_view code, const measures::Said& said) {
    text_ += fmt::format("{},{},{},{}\n", code,
                         measures::iso_period(measures::Frequency::month, said.period),
                         *said.numerator, *said.denominator);
}

imports::Import NumberFile::import_to(OrganisationId to) const {
    return {.organisation = to, .file_name = name_, .digest = crypto::sha256_hex(text_)};
}

imports::Import NumberFile::send(store::Writer& db, const World& world, OrganisationId to,
                                 std::optional<PersonId> analyst, Day day) const {
    const auto& scope = World::scope();
    const auto file = opened(text_);
    const auto mapping = mapping_of(file);
    const auto reading = imports::read_file(file, "", mapping);
    must(reading.has_value());
    const imports::Directory directory(db, scope, to, day);
    const auto plan =
        imports::plan_import(db, scope, directory, *reading, {.organisation = to}, day);
    imports::Import import = import_to(to);
    import.mapping = imports::written(mapping);
    import.state = imports::State::running;
    const auto stamp = world.stamp(day, analyst);
    import.id = imports::add_import(db, scope.may_write(to), stamp, import);
    constexpr auto kAll = std::numeric_limits<std::size_t>::max();
    imports::carry_on(db, scope, stamp, plan, *reading, import, kAll, day);
    return import;
}

void NumberFile::leave_waiting(store::Writer& db, const World& world, OrganisationId to,
                               std::optional<PersonId> analyst, Day day,
                               const std::string& measure) const {
    imports::Import import = import_to(to);
    import.content = text_;
    import.mapping = imports::written(mapping_of(opened(text_)));
    import.measure = measure;
    imports::add_import(db, World::scope().may_write(to), world.stamp(day, analyst), import);
}

}  // namespace primum::demo
