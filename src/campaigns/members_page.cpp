// Who has joined a campaign.

#include <algorithm>
#include <map>
#include <span>

#include "campaigns/actions.h"
#include "campaigns/frame.h"
#include "design/button.h"
#include "design/details.h"
#include "design/input.h"
#include "design/links.h"
#include "design/pagination.h"
#include "design/select.h"
#include "design/table.h"
#include "organisations/tree.h"

namespace primum::campaigns {
namespace {

using html::html;
using html::url;

constexpr std::size_t kOnAPage = 25;

struct Filter {
    std::string search;
    std::string kind;
    std::string region;
    std::string intervention;
    bool empty() const {
        return search.empty() && kind.empty() && region.empty() && intervention.empty();
    }
};

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    return result;
}

bool fits(const Filter& filter, const Member& member) {
    if (!filter.kind.empty() && member.kind != filter.kind) return false;
    if (!filter.region.empty() && (!member.region_id || member.region_id->text() != filter.region))
        return false;
    return filter.search.empty() ||
           lower(member.name).find(lower(filter.search)) != std::string::npos;
}

html::Html members_filter(const access::Context& context, const Campaign& campaign,
                          const std::vector<Member>& all,
                          const std::vector<Intervention>& interventions, const Filter& filter) {
    const design::View& view = context.view;
    const auto kinds = organisations::kinds_of(context.db);
    std::map<std::string, std::string> kinds_there;
    std::map<std::string, std::string> regions;  // by name
    for (const Member& one : all) {
        if (const auto* kind = kinds.find(one.kind)) kinds_there[one.kind] = kind->plural;
        if (one.region_id) regions[one.region] = one.region_id->text();
    }
    std::vector<design::Option> kind_options{{"", view.say("All kinds")}};
    for (const auto& [code, plural] : kinds_there)
        kind_options.push_back({code, view.said(plural)});
    std::vector<design::Option> region_options{{"", view.say("All regions")}};
    for (const auto& [name, id] : regions)
        region_options.push_back({id, name});
    std::vector<design::Option> work{{"", view.say("All interventions")}};
    for (const Intervention& one : interventions)
        work.push_back({one.code, one.name});
    html::Html fields = design::input(view, {.name = "part",
                                             .label = view.say("Part of its name"),
                                             .value = filter.search,
                                             .type = "search"});
    constexpr std::size_t kWorthAsking = 3;  // "all" and two to choose from
    if (kind_options.size() >= kWorthAsking)
        fields += design::select(view, {.name = "kind",
                                        .label = view.say("Kind"),
                                        .options = kind_options,
                                        .value = filter.kind});
    if (region_options.size() >= kWorthAsking)
        fields += design::select(view, {.name = "region",
                                        .label = view.say("Region"),
                                        .options = region_options,
                                        .value = filter.region});
    fields += design::select(view, {.name = "intervention",
                                    .label = view.say("Works on"),
                                    .options = work,
                                    .value = filter.intervention});
    return design::search_form(
        {.action = url("/campaigns/{}/members", campaign.code), .classes = "pr-filter"},
        html("{}{}", fields,
             design::button({.label = view.say("Search"), .look = design::ButtonLook::secondary})));
}

html::Html members_table(const access::Context& context, const Campaign& campaign,
                         std::span<const Member> members,
                         const std::vector<Intervention>& interventions) {
    const design::View& view = context.view;
    static const auto scope = store::Scope::system("what members chose is public");
    design::TableWriter table({.caption = {},
                               .columns = {{.heading = view.say("Organisation")},
                                           {.heading = view.say("Region")},
                                           {.heading = view.say("Member since")},
                                           {.heading = view.say("Works on")}},
                               .first_cell_is_heading = true});
    for (const Member& one : members) {
        std::string work;
        for (const std::string& code :
             choices_of(context.db, scope.may_read(one.organisation), campaign.id, context.today))
            for (const Intervention& intervention : interventions)
                if (intervention.code == code)
                    work += (work.empty() ? "" : "; ") + intervention.name;
        table.row(design::link(member_address(campaign, one.organisation), one.name), one.region,
                  view.words->day(one.since), work);
    }
    return std::move(table).done();
}

html::Url members_url(const Campaign& campaign, const Filter& filter, std::size_t page) {
    return url("/campaigns/{}/members?part={}&kind={}&region={}&intervention={}&page={}",
               campaign.code, filter.search, filter.kind, filter.region, filter.intervention, page);
}

/// How many of those that could have joined have, region by region.
html::Html regions_table(const access::Context& context, const Campaign& campaign,
                         const std::vector<Member>& all) {
    const design::View& view = context.view;
    struct Count {
        std::string region;
        std::int64_t eligible;
        std::string id;
    };
    const auto counts = context.db.all(
        [](const store::Row& row) {
            return Count{row.get<std::string>(0), row.get<std::int64_t>(1),
                         row.get<std::string>(2)};
        },
        R"sql(
        SELECT r.name, count(*), r.id
          FROM organisations r
          JOIN organisation_closure x ON x.ancestor_id = r.id
          JOIN organisations o ON o.id = x.descendant_id
         WHERE r.kind = 'region' AND o.kind = $1 AND x.valid_from <= $2 AND $2 <= x.valid_to
           AND (o.opened IS NULL OR o.opened <= $2) AND (o.closed IS NULL OR o.closed >= $2)
         GROUP BY r.id, r.name
         ORDER BY r.name
    )sql",
        campaign.eligible_kind, context.today);
    if (counts.size() < 2) return {};
    design::TableWriter table({.caption = view.say("By region"),
                               .columns = {{.heading = view.say("Region")},
                                           {.heading = view.say("Have joined"), .numeric = true},
                                           {.heading = view.say("Could have"), .numeric = true}},
                               .first_cell_is_heading = true,
                               .responsive = false,
                               .compact = true});
    for (const Count& one : counts) {
        const auto joined = std::ranges::count_if(all, [&](const Member& member) {
            return member.region == one.region && member.kind == campaign.eligible_kind;
        });
        table.row(
            design::link(url("/campaigns/{}/members?region={}", campaign.code, one.id), one.region),
            view.words->whole(joined), view.words->whole(one.eligible));
    }
    return std::move(table).done();
}

}  // namespace

Response show_members(const Request& request, access::Context& context) {
    const auto campaign = public_campaign(request, context.db);
    if (!campaign || campaign->status == Status::history) return http::not_found();
    const design::View& view = context.view;
    const auto wanted = [&](std::string_view name) { return request.parameter(name).value_or(""); };
    const Filter filter{wanted("part"), wanted("kind"), wanted("region"), wanted("intervention")};
    const auto interventions = interventions_of(context.db, campaign->id, context.today);
    const auto all = members_of(context.db, campaign->id, context.today);
    auto found =
        filter.intervention.empty()
            ? all
            : members_working_on(context.db, campaign->id, filter.intervention, context.today);
    std::erase_if(found, [&](const Member& one) { return !fits(filter, one); });
    const std::size_t pages = std::max<std::size_t>(1, (found.size() + kOnAPage - 1) / kOnAPage);
    const std::size_t page = std::min(page_number(request), pages);
    const std::size_t begin = (page - 1) * kOnAPage;
    const auto here = std::span(found).subspan(begin, std::min(kOnAPage, found.size() - begin));

    const Uptake uptake = uptake_of(context.db, *campaign, context.today);
    html::Html list;
    if (found.empty())
        list =
            design::nothing_yet(filter.empty() ? view.say("Nobody has joined yet.")
                                               : view.say("No member was found. Search for less."));
    else
        list = html(
            "{}{}", members_table(context, *campaign, here, interventions),
            design::pagination(
                view, design::Pages{.current = page, .count = pages, .where = [&](std::size_t to) {
                                        return members_url(*campaign, filter, to);
                                    }}));
    std::string summary = view.words->count(static_cast<std::int64_t>(all.size()),
                                            "{} organisation is a member today.",
                                            "{} organisations are members today.");
    if (uptake.eligible > 0)
        summary +=
            " " + view.say("{} of the {} that could have joined have done so.",
                           view.words->whole(uptake.joined), view.words->whole(uptake.eligible));
    html::Html regions = regions_table(context, *campaign, all);
    if (!regions.empty())
        regions = design::details({.summary = view.say("How far each region is")}, regions);
    std::string count;
    if (!filter.empty())
        count = view.words->count(static_cast<std::int64_t>(found.size()), "{} member was found",
                                  "{} members were found");
    return http::ok(side_page(
        context, *campaign, Door::members, view.say("Who has joined"),
        html(R"(<p class="nhsuk-body-l">{}</p>{}{}{}{})", summary, regions,
             members_filter(context, *campaign, all, interventions, filter),
             count.empty() ? html::Html() : html(R"(<h2 class="nhsuk-heading-s">{}</h2>)", count),
             list)));
}

}  // namespace primum::campaigns
