#pragma once
// Sentences and small pieces of markup that several pages of this room share.

#include <string>
#include <string_view>
#include <vector>

#include "access/context.h"
#include "base/problems.h"
#include "design/view.h"
#include "html/html.h"
#include "programmes/enrolment.h"
#include "programmes/programme.h"
#include "programmes/team.h"

namespace primum::programmes {

/// "Leading Improvement in Patient Safety (LIPS)".
std::string full_name(const Programme& programme);

html::Url address(const Programme& programme);
html::Url address(const Programme& programme, const Cohort& cohort);
/// The desk of who keeps it.
html::Url desk_address(const Programme& programme);
html::Url desk_address(const Programme& programme, const Cohort& cohort);
/// Of an organisation's side.
html::Url workspace(OrganisationId organisation, const Programme& programme);
html::Url team_address(OrganisationId organisation, const Programme& programme,
                       const Cohort& cohort);
html::Url application_address(OrganisationId organisation, const Programme& programme,
                              const Cohort& cohort);

/// "4 May 2026", or "4 May 2026 to 8 May 2026".
std::string days_in_words(const design::View& view, Day from, Day to);

/// The rule by which places are given, a sentence each, in the order in which it is applied.
std::vector<std::string> place_rules(const design::View& view, const Programme& programme);
html::Html place_rules_list(const design::View& view, const Programme& programme);

html::Html state_tag(const design::View& view, State state);
/// "Takes applications", "Opens on …", "Running", "Finished".
html::Html cohort_tag(const design::View& view, const Cohort& cohort, Day today);

/// "1 chief executive", "1 to 3 senior doctors", in a list.
html::Html who_goes(const design::View& view, const std::vector<TeamRole>& roles);
/// "Medical director".
std::string role_label(const design::View& view, std::string_view role);
/// "1", "1 to 3", "up to 3".
std::string how_many(const design::View& view, const TeamRole& role);

/// Words with an empty line between paragraphs.
html::Html paragraphs(std::string_view words);
/// Lines of a field, one below the other.
html::Html lines(std::string_view words);

/// Parts one below the other on a line of time. With `today`, of a cohort: with days, and what is
/// over; without, of the template: with weeks.
html::Html timeline(const design::View& view, const std::vector<Part>& parts,
                    std::optional<Day> today);

/// In characters: what a line and what a text of a form may hold.
inline constexpr std::size_t kShortText = 200;
inline constexpr std::size_t kLongText = 4000;

/// Adds a problem where a text is missing or too long.
void check_text(std::string_view text, std::string_view field, std::size_t most,
                const char* missing, Problems& problems);
/// How many characters a text has.
std::size_t characters(std::string_view text);

/// Said where somebody else was quicker.
Problems overtaken();

/// What has just been done, as the address says (?done=…); nothing for an unknown word.
html::Html done_banner(const design::View& view, std::string_view done);

/// A number of a form; nothing where there is none or it lies outside.
std::optional<int> number_of(std::string_view text, int least, int most);
std::int64_t rev_of(const http::Form& form);

}  // namespace primum::programmes
