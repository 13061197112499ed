#pragma once
// Lists of resources, and what they may be about.

#include <string>
#include <vector>

#include "design/select.h"
#include "resources/resource.h"

namespace primum::resources {

struct Wanted {
    std::string search;   ///< part of a title or summary
    std::string subject;  ///< "intervention:PSF-LEAD"
    std::string kind;
    std::string sort;  ///< "used" (the default), "new" or "title"
    bool all = false;  ///< drafts and retired ones too
};

std::vector<Resource> find_resources(const store::Reader& db, const Wanted& wanted,
                                     std::size_t offset, std::size_t limit);
std::size_t count_resources(const store::Reader& db, const Wanted& wanted);

/// What a resource may be for: campaigns, programmes, interventions and roles, as
/// "intervention:PSF-LEAD" with a name that people know.
std::vector<design::Option> subject_options(const store::Reader& db,
                                            const language::Language& words, Day day);
Subject parse_subject(std::string_view text);
std::string text(const Subject& subject);

}  // namespace primum::resources
