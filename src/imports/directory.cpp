#include "imports/directory.h"

#include "measures/dictionary.h"

namespace primum::imports {
namespace {

std::string plain(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return {};
    std::string result(text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin));
    for (char& c : result)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return result;
}

template <class Thing>
void put(std::map<std::string, Thing, std::less<>>& names, std::string_view name,
         const Thing& thing) {
    const auto key = plain(name);
    if (key.empty()) return;
    const auto [at, is_new] = names.emplace(key, thing);
    if (!is_new && at->second != thing) at->second = Thing{};
}

}  // namespace

Directory::Directory(const store::Reader& db, const store::Scope& scope, OrganisationId top,
                     Day day)
    : top_(top), measures_(measures::all_measures(db, scope)) {
    db.each(
        [&](const store::Row& row) {
            const std::optional id(row.get<OrganisationId>(0));
            put(organisation_names_, row.get<std::string>(1), id);
            if (const auto code = row.get<std::optional<std::string>>(2))
                put(organisation_codes_, *code, id);
        },
        R"sql(
            SELECT o.id, o.name, i.value
              FROM organisation_closure c
              JOIN organisations o ON o.id = c.descendant_id
              LEFT JOIN organisation_identifiers i ON i.organisation_id = o.id
             WHERE c.ancestor_id = $1 AND c.valid_from <= $2 AND c.valid_to >= $2
        )sql",
        scope.may_read_below(top), day);
    for (const measures::Measure& measure : measures_) {
        put(measure_codes_, measure.code, &measure);
        put(measure_names_, measure.name(), &measure);
    }
    for (const measures::Measure& measure : measures_)
        if (!measure_codes_.contains(plain(measure.library_code)))
            put(measure_codes_, measure.library_code, &measure);
}

std::optional<OrganisationId> Directory::organisation(std::string_view text) const {
    const auto key = plain(text);
    if (const auto found = organisation_codes_.find(key); found != organisation_codes_.end())
        return found->second;
    const auto found = organisation_names_.find(key);
    return found == organisation_names_.end() ? std::nullopt : found->second;
}

const measures::Measure* Directory::measure(std::string_view text) const {
    const auto key = plain(text);
    if (const auto found = measure_codes_.find(key); found != measure_codes_.end())
        return found->second;
    const auto found = measure_names_.find(key);
    return found == measure_names_.end() ? nullptr : found->second;
}

}  // namespace primum::imports
