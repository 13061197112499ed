#pragma once
// What the tables of a programme have in common: who is told of a change, and the rows of a
// template.

#include <string>
#include <string_view>
#include <vector>

#include "programmes/programme.h"

namespace primum::programmes {

/// Records a change of a programme, for its owner.
void note(store::Writer& db, const store::Stamp& stamp, const Programme& programme,
          std::string_view action, std::string_view object, std::string_view after);

/// As the record says it: with days where it is `dated`, or else with days after the beginning.
std::string described(const Part& part, bool dated);
std::string described(const Task& task, bool dated);

// Rows of a template.
void insert(store::Writer& db, ProgrammeId programme, const Part& part);
void insert(store::Writer& db, ProgrammeId programme, const Task& task);
void insert(store::Writer& db, ProgrammeId programme, const std::vector<TeamRole>& roles);
void insert(store::Writer& db, ProgrammeId programme, const Check& check);

}  // namespace primum::programmes
