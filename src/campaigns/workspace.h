#pragma once
// What the pages share on which an organisation joins a campaign, and is a member of it.

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

#include "access/context.h"
#include "base/problems.h"
#include "campaigns/campaign.h"
#include "campaigns/frame.h"
#include "campaigns/membership.h"
#include "campaigns/rule.h"
#include "design/links.h"
#include "http/message.h"
#include "organisations/here.h"

namespace primum::campaigns {

/// Everything that the pages of one organisation's membership show.
struct Joining {
    organisations::Here here;
    Campaign campaign;
    Membership membership;  ///< with no id where nobody has begun
    std::vector<Intervention> interventions;
    Candidate candidate;
    std::vector<Check> checks;

    bool begun() const { return !membership.id.is_nil(); }
    bool leads() const;
    bool signs() const;  ///< as the chief executive
    bool chose(std::string_view code) const {
        return std::ranges::find(candidate.choices, code) != candidate.choices.end();
    }
};

/// Of the organisation and the campaign in the address; of none where it cannot be joined.
std::optional<Joining> joining(const http::Request& request, const access::Context& context);

/// Where one of the tasks is done: /organisations/ID/campaigns/PSF/pledge
html::Url task(const Joining& joining, std::string_view what);
std::vector<design::Crumb> way_here(const access::Context& context, const Joining& joining,
                                    bool and_itself);
html::Html task_page(const access::Context& context, const Joining& joining, std::string_view title,
                     const Problems& problems, const html::Html& content);
/// A form of one of the tasks, with the version of the membership that it is filled in for.
html::Html task_form(const design::View& view, const Joining& joining, std::string_view what,
                     const html::Html& fields);

/// What the rule asks of the choice of interventions.
inline constexpr std::initializer_list<Asks> kAboutChoices = {
    Asks::interventions_at_least, Asks::intervention_compulsory, Asks::clinical_at_least,
    Asks::part_of_each};
bool is_about_choices(const Check& one);
/// Whether nothing is missing of what is asked.
bool met(const Joining& joining, std::initializer_list<Asks> asks);
bool asked(const Joining& joining, Asks asks);

/// Panels of the workspace.
html::Html tasks(const access::Context& context, const Joining& joining);
html::Html comment_list(const access::Context& context, const Joining& joining);
html::Html ways_out(const design::View& view, const Joining& joining);

/// Back to the workspace, which says what was done.
http::Response done(const Joining& joining, std::string_view what);
/// The membership as the form's person saw it; a new draft where nobody had begun.
Membership as_seen(store::Writer& db, const access::Context& context, const Joining& joining);

/// Changes the membership that is given as its person saw it; false where somebody was quicker.
using Change = std::function<bool(store::Writer&, const store::Writable&, const store::Stamp&,
                                  const Membership&)>;
http::Response save_task(access::Context& context, const Joining& joining, std::string_view what,
                         const Change& change, const Again& again);
/// A change that has no form to keep: the page as it is now where somebody was quicker.
http::Response change_membership(const http::Request& request, access::Context& context,
                                 std::string_view what, const Change& change);

}  // namespace primum::campaigns
