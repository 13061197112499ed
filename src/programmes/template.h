#pragma once
// What a template of the library makes of a programme: parts with their distances, tasks, roles.

#include <string>
#include <string_view>
#include <vector>

#include "programmes/programme.h"

namespace primum::programmes {

struct Template {
    std::string code;  ///< "LIPS"
    std::vector<Part> parts;
    std::vector<Task> tasks;
    std::vector<TeamRole> roles;
    std::vector<Check> checks;
};

/// The codes of those that the library has.
std::vector<std::string> template_codes(const store::Reader& db, Day day);

/// Without parts where the library has none of that code. A part begins so long after the one
/// before as its kind needs; a task is what each part yields, due two weeks after it.
Template find_template(const store::Reader& db, std::string_view code, Day day);

/// The parts with their days, where the cohort begins on `first`: nothing that people travel to
/// falls on a Saturday or Sunday, or on the day of the part before.
std::vector<Part> dated(std::vector<Part> parts, Day first);

Day store_day(const store::Stamp& stamp);

}  // namespace primum::programmes
