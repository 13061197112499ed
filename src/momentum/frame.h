#pragma once
// What the pages of this room have in common, and what each of them is about.

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "access/context.h"
#include "base/problems.h"
#include "design/page.h"
#include "http/message.h"
#include "momentum/facts.h"
#include "momentum/store.h"

namespace primum::momentum {

/// The campaign that {campaign} names; nothing where there is none, or where it is a draft that
/// this person does not keep.
std::optional<Campaign> campaign_of(const http::Request& request, const access::Context& context);

/// Whether this person may change what belongs to the campaign itself.
bool may_keep(const access::Context& context, const Campaign& campaign);

/// Those of `all` that lie where this person may see them.
class Visible {
public:
    Visible(const access::Context& context);
    bool has(OrganisationId organisation) const;

private:
    std::set<OrganisationId> below_;
};

/// One of the campaign's organisations that {id} names and that this person may see.
std::optional<Facts> organisation_of(const http::Request& request, const access::Context& context,
                                     const Campaign& campaign);

html::Url board_address(const Campaign& campaign);

/// The way down to the momentum board; and_itself with the board as the last crumb.
std::vector<design::Crumb> crumbs(const design::View& view, const Campaign& campaign,
                                  bool and_board);

/// The doors between this room's pages for helpers.
html::Html doors(const design::View& view, const Campaign& campaign, std::string_view here);

/// What has just happened, from ?done=…; nothing where it is no word of ours.
html::Html news(const http::Request& request, const design::View& view);

/// Said where somebody else has changed the same thing in the meantime.
Problems overtaken();

/// "12.5", "-3": at most one decimal, in the page's words.
std::string tenths(double value);
/// "62%".
std::string percent(double share);

}  // namespace primum::momentum
