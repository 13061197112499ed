// Campaigns of the library: what others did elsewhere, and what came of it.

#include <algorithm>
#include <array>

#include "campaigns/campaign.h"
#include "library/item.h"

namespace primum::campaigns {
namespace {

/// "2004-12-14", "2008-06" or "2010", as the library writes them: the first or the last day meant.
std::optional<Day> first_day(std::string_view text) {
    if (text.size() == 4) return parse_iso_day(std::string(text) + "-01-01");
    if (text.size() == 7) return parse_iso_day(std::string(text) + "-01");
    return parse_iso_day(text);
}

std::optional<Day> last_day(std::string_view text) {
    if (text.size() == 4) return parse_iso_day(std::string(text) + "-12-31");
    if (text.size() == 7)
        if (const auto first = first_day(text)) {
            const std::chrono::year_month_day date(*first);
            return Day(date.year() / date.month() / std::chrono::last);
        }
    return parse_iso_day(text);
}

/// "stated" and "background" of the library's README, in words for readers.
std::string source_of(std::string_view provenance) {
    if (provenance.starts_with("stated")) return "As published by the campaign and its reviewers.";
    return "General knowledge, not confirmed from a source we have read.";
}

std::optional<Campaign> from_library(const library::Item& item) {
    const auto starts = first_day(item["start"]);
    if (!starts || !is_code(item.code)) return {};
    Campaign campaign;
    campaign.code = item.code;
    campaign.name = item["name"];
    campaign.place = item["place"];
    campaign.cause = item["cause"];
    campaign.aim = item["aim"];
    campaign.starts = *starts;
    campaign.ends = last_day(item["end"]);
    campaign.status = Status::history;
    campaign.reach = item["reach"];
    campaign.result = item["result_claimed"];
    campaign.source = source_of(item["provenance"]);
    return campaign;
}

struct Known {
    std::string_view code;
    std::string_view ancestor;
    Descent kind;
};

// domain.md, B1 (no re-enrolment: members were carried over) and A4 (the successor, 2014).
constexpr std::array kKnown = {
    Known{"IHI5M", "IHI100K", Descent::follows},
    Known{"SUTS", "PSF", Descent::follows},
};

}  // namespace

std::size_t bring_in_history(store::Writer& db, const store::Writable& owner,
                             const store::Stamp& stamp, Day day) {
    std::size_t added = 0;
    std::vector<std::string> new_codes;
    for (const library::Item& item : library::items_of(db, "campaigns", day)) {
        const auto campaign = from_library(item);
        if (!campaign || find_campaign(db, campaign->code)) continue;
        add_campaign(db, owner, stamp, *campaign);
        new_codes.push_back(campaign->code);
        ++added;
    }
    for (const Known& known : kKnown) {
        const auto campaign = find_campaign(db, known.code);
        const auto ancestor = find_campaign(db, known.ancestor);
        if (!campaign || !ancestor || ancestor->status != Status::history) continue;
        if (std::ranges::find(new_codes, campaign->code) == new_codes.end()) continue;
        save_ancestors(db, owner, stamp, *campaign, {{ancestor->id, known.kind}});
    }
    return added;
}

}  // namespace primum::campaigns
