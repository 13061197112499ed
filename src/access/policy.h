#pragma once
// Who may use a route. Every route names one of these; there is no default.

#include <cstdint>
#include <string_view>

#include "access/role.h"
#include "access/token.h"
#include "store/scope.h"

namespace primum::access {

enum class Audience : std::uint8_t {
    everyone,      ///< visitors too
    visitors,      ///< pages that make sense before signing in: whoever is signed in is sent home
    signed_in,     ///< anybody with an account, whatever their roles
    role_holders,  ///< people who hold one of the roles somewhere; the scope says where
    programs,      ///< whoever comes with a token of an organisation; no cookies, so no forgery
};

struct Policy {
    std::string_view name;
    Audience audience;
    RoleSet roles;
    store::Reach reach = store::Reach::read;
    bool fresh = false;   ///< asks for the password again where the last time is over 5 minutes ago
    bool cached = false;  ///< the same for every visitor, so that it may be kept in memory
    /// The address itself proves who may: a form needs no token of ours, nor to come from our
    /// pages.
    bool signed_link = false;
    Rights rights = {};  ///< of programs: a token with one of these is let in
};

namespace policy {

inline constexpr Policy everyone{"everyone", Audience::everyone, {}};
/// A page without forms, shown to every visitor alike.
inline constexpr Policy public_page{
    "public_page", Audience::everyone, {}, store::Reach::read, false, true};
/// Whoever has a link that we have signed, a mail program without cookies as well: the action
/// checks the signature before anything else.
inline constexpr Policy signed_link{
    "signed_link", Audience::everyone, {}, store::Reach::read, false, false, true};
inline constexpr Policy visitors{"visitors", Audience::visitors, {}};
inline constexpr Policy signed_in{"signed_in", Audience::signed_in, {}};
/// The same, for what needs the password again: second factor, e-mail address.
inline constexpr Policy signed_in_freshly{
    "signed_in_freshly", Audience::signed_in, {}, store::Reach::read, true};
/// Reading what belongs to an organisation: whoever holds a role at or above it.
inline constexpr Policy members{"members", Audience::role_holders, RoleSet::all()};
/// Changing the organisation itself: its names, its place in the tree, what lies below.
inline constexpr Policy organisation_keepers{
    "organisation_keepers",
    Audience::role_holders,
    {Role::administrator, Role::campaign_office, Role::node_lead},
    store::Reach::write};
/// Saying who is what in an organisation.
inline constexpr Policy role_givers{"role_givers",
                                    Audience::role_holders,
                                    {Role::administrator, Role::campaign_office, Role::node_lead,
                                     Role::chief_executive, Role::improvement_lead},
                                    store::Reach::write,
                                    true};
/// The installation: imports, settings.
inline constexpr Policy administrators{
    "administrators", Audience::role_holders, {Role::administrator}, store::Reach::write};

/// A campaign: its words, its rule, who is let in; momentum and announcements.
inline constexpr Policy campaign_keepers{"campaign_keepers",
                                         Audience::role_holders,
                                         {Role::administrator, Role::campaign_office},
                                         store::Reach::write};
/// Reading what a campaign's office and its regions work with: chase lists, the four groups.
inline constexpr Policy campaign_helpers{
    "campaign_helpers",
    Audience::role_holders,
    {Role::administrator, Role::campaign_office, Role::programme_faculty, Role::node_lead}};
/// A programme: its cohorts, applications, attendance.
inline constexpr Policy programme_keepers{
    "programme_keepers",
    Audience::role_holders,
    {Role::administrator, Role::campaign_office, Role::programme_faculty},
    store::Reach::write};
/// Events, resources, partners and content: whoever keeps a campaign, a programme or a region.
inline constexpr Policy content_keepers{
    "content_keepers",
    Audience::role_holders,
    {Role::administrator, Role::campaign_office, Role::programme_faculty, Role::node_lead},
    store::Reach::write};
/// Preparing what an organisation promises and asks for: pledge, application, team.
inline constexpr Policy organisation_leaders{
    "organisation_leaders",
    Audience::role_holders,
    {Role::administrator, Role::chief_executive, Role::executive, Role::medical_director,
     Role::nursing_director, Role::improvement_lead},
    store::Reach::write};
/// Signing it.
inline constexpr Policy chief_executives{
    "chief_executives", Audience::role_holders, {Role::chief_executive}, store::Reach::write};
/// Entering data: a ward's numbers and notes, tallies, drafts.
inline constexpr Policy data_enterers{
    "data_enterers",
    Audience::role_holders,
    {Role::administrator, Role::chief_executive, Role::executive, Role::medical_director,
     Role::nursing_director, Role::improvement_lead, Role::team_member, Role::analyst},
    store::Reach::write};
/// Deciding about data: which series there are, new phases, targets, exclusions, imports.
inline constexpr Policy data_keepers{
    "data_keepers",
    Audience::role_holders,
    {Role::administrator, Role::chief_executive, Role::executive, Role::medical_director,
     Role::nursing_director, Role::improvement_lead, Role::analyst},
    store::Reach::write};
/// Definitions of measures: an organisation's own, or a campaign's.
inline constexpr Policy measure_keepers{
    "measure_keepers",
    Audience::role_holders,
    {Role::administrator, Role::campaign_office, Role::programme_faculty, Role::node_lead,
     Role::medical_director, Role::nursing_director, Role::improvement_lead, Role::analyst},
    store::Reach::write};
/// Taking part: whoever has a role in an organisation books, promises and assesses for it.
inline constexpr Policy participants{"participants", Audience::role_holders, RoleSet::all(),
                                     store::Reach::write};

/// Letting programs in: making and ending tokens.
inline constexpr Policy token_keepers{
    "token_keepers",
    Audience::role_holders,
    {Role::administrator, Role::chief_executive, Role::executive, Role::medical_director,
     Role::nursing_director, Role::improvement_lead, Role::analyst},
    store::Reach::write,
    true};
/// Programs that read.
inline constexpr Policy api_read{.name = "api_read",
                                 .audience = Audience::programs,
                                 .roles = {},
                                 .rights = {Right::read, Right::write, Right::published}};
/// Programs that change data.
inline constexpr Policy api_write{.name = "api_write",
                                  .audience = Audience::programs,
                                  .roles = {},
                                  .reach = store::Reach::write,
                                  .rights = {Right::write}};

}  // namespace policy

}  // namespace primum::access
