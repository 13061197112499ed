#pragma once
// What the pages of this room have in common.

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/context.h"
#include "base/problems.h"
#include "campaigns/campaign.h"
#include "campaigns/membership.h"
#include "design/form.h"
#include "design/page.h"
#include "design/tag.h"
#include "organisations/here.h"

namespace primum::campaigns {

/// /campaigns/PSF
html::Url address(const Campaign& campaign);
/// Of an organisation's own work on joining: /organisations/ID/campaigns/PSF
html::Url workspace(OrganisationId organisation, const Campaign& campaign);
/// Of what everybody may know of a member.
html::Url member_address(const Campaign& campaign, OrganisationId organisation);

/// Where {campaign} of the address leads for somebody who may see no draft.
std::optional<Campaign> public_campaign(const http::Request& request, const store::Reader& db);
/// The same for its keepers, whose route's policy the scope is of: theirs only, drafts too.
std::optional<Campaign> kept_campaign(const http::Request& request, const access::Context& context);
/// Whether whoever looks keeps the campaign.
bool keeps(const access::Context& context, const Campaign& campaign);

/// The way down to a campaign's own page; and_itself: with that page.
std::vector<design::Crumb> crumbs(const design::View& view, const Campaign& campaign,
                                  bool and_itself = true);

enum class Door : std::uint8_t { about, members, interventions, pledges, join };
/// A page about one side of a campaign, with the ways to its other sides.
html::Html side_page(const access::Context& context, const Campaign& campaign, Door door,
                     std::string_view title, const html::Html& content);

/// A page with a form, below the campaign's name.
html::Html form_page(const access::Context& context, const Campaign& campaign,
                     std::vector<design::Crumb> way, std::string_view title,
                     std::string_view caption, const Problems& problems, const html::Html& content);

/// "1 August 2024 to 31 July 2026", "since 1 August 2024".
std::string dates(const design::View& view, const Campaign& campaign);
/// Years alone: "2004 to 2006"; enough for history.
std::string years(const design::View& view, const Campaign& campaign);
/// "50% less harm by 31 December 2027", as far as it is known; empty where nothing is.
std::string in_words(const design::View& view, const Goal& goal, std::string_view measure);
html::Html state_tag(const design::View& view, State state);
html::Html status_tag(const design::View& view, Status status);

/// "It needs so many characters fewer": how long what people write may be.
inline constexpr std::size_t kLongestPledge = 2000;
inline constexpr std::size_t kLongestLine = 200;
inline constexpr std::size_t kLongestText = 4000;
/// Characters as people count them, not bytes.
std::size_t characters(std::string_view text);
/// Adds a problem where a text is longer.
void check_length(Problems& problems, std::string_view field, std::string_view text,
                  std::size_t longest);

/// Paragraphs of what somebody wrote: a blank line begins a new one.
html::Html paragraphs(std::string_view text);

/// "Save", of a form that is sent once.
html::Html save_button(const design::View& view);

/// Carries the version that a form was filled in for.
html::Html rev_field(std::int64_t rev);
/// The version that the form names; of none where it names none.
std::int64_t seen_rev(const http::Form& form);
Problems overtaken();
/// The form again, with what was typed and these problems.
using Again = std::function<html::Html(const Problems&)>;

/// A page of a list that was asked for.
std::size_t page_number(const http::Request& request);

}  // namespace primum::campaigns
