#include "campaigns/frame.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "access/policy.h"
#include "design/button.h"
#include "design/error_summary.h"
#include "design/heading.h"

namespace primum::campaigns {

using html::html;
using html::url;

html::Url address(const Campaign& campaign) {
    return url("/campaigns/{}", campaign.code);
}

html::Url workspace(OrganisationId organisation, const Campaign& campaign) {
    return url("/organisations/{}/campaigns/{}", organisation.text(), campaign.code);
}

html::Url member_address(const Campaign& campaign, OrganisationId organisation) {
    return url("/campaigns/{}/members/{}", campaign.code, organisation.text());
}

std::optional<Campaign> public_campaign(const http::Request& request, const store::Reader& db) {
    auto campaign = find_campaign(db, request.part("campaign"));
    if (!campaign || !campaign->is_public()) return {};
    return campaign;
}

std::optional<Campaign> kept_campaign(const http::Request& request,
                                      const access::Context& context) {
    auto campaign = find_campaign(context.db, request.part("campaign"));
    if (!campaign || !context.scope.can_write(campaign->owner)) return {};
    return campaign;
}

bool keeps(const access::Context& context, const Campaign& campaign) {
    if (!context.session) return false;
    std::vector<OrganisationId> roots;
    for (const access::Held& held : context.person().roles)
        if (access::policy::campaign_keepers.roles.has(held.role))
            roots.push_back(held.organisation);
    return store::Scope(context.db, std::move(roots), store::Reach::write)
        .can_write(campaign.owner);
}

std::vector<design::Crumb> crumbs(const design::View& view, const Campaign& campaign,
                                  bool and_itself) {
    std::vector<design::Crumb> way{{view.say("Campaigns"), url("/campaigns")}};
    if (and_itself) way.push_back({campaign.name, address(campaign)});
    return way;
}

namespace {

html::Html door_link(std::string_view label, const html::Url& where, bool current) {
    const std::optional<std::string_view> page =
        current ? std::optional<std::string_view>("page") : std::nullopt;
    return html(R"(<li><a class="pr-doors__link" href="{}" aria-current="{}">{}</a></li>)", where,
                page, label);
}

html::Html doors(const design::View& view, const Campaign& campaign, Door door) {
    html::Html links;
    const auto add = [&](std::string_view label, const html::Url& where, Door its) {
        links += door_link(label, where, its == door);
    };
    add(view.say("About"), address(campaign), Door::about);
    add(view.say("Who has joined"), url("/campaigns/{}/members", campaign.code), Door::members);
    add(view.say("Interventions"), url("/campaigns/{}/interventions", campaign.code),
        Door::interventions);
    add(view.say("People’s pledges"), url("/campaigns/{}/pledges", campaign.code), Door::pledges);
    if (campaign.open())
        add(view.say("Join"), url("/campaigns/{}/join", campaign.code), Door::join);
    return html(R"(<nav class="pr-doors" aria-label="{}"><ul>{}</ul></nav>)", campaign.name, links);
}

}  // namespace

html::Html side_page(const access::Context& context, const Campaign& campaign, Door door,
                     std::string_view title, const html::Html& content) {
    const design::View& view = context.view;
    const bool has_sides = campaign.status != Status::history;
    return design::page(view,
                        {.title = std::string(title) + " – " + campaign.name,
                         .breadcrumb = crumbs(view, campaign),
                         .latest = true},
                        html("{}{}{}", design::page_heading(title, campaign.name),
                             has_sides ? doors(view, campaign, door) : html::Html(), content));
}

html::Html form_page(const access::Context& context, const Campaign&,
                     std::vector<design::Crumb> way, std::string_view title,
                     std::string_view caption, const Problems& problems,
                     const html::Html& content) {
    const design::View& view = context.view;
    return design::page(view,
                        {.title = title, .error = !problems.empty(), .breadcrumb = std::move(way)},
                        design::two_thirds(html("{}{}{}", design::error_summary(view, problems),
                                                design::page_heading(title, caption), content)));
}

std::string dates(const design::View& view, const Campaign& campaign) {
    if (!campaign.ends) return view.say("Since {}", view.words->day(campaign.starts));
    return view.say("{} to {}", view.words->day(campaign.starts), view.words->day(*campaign.ends));
}

std::string years(const design::View& view, const Campaign& campaign) {
    const auto year = [](Day day) {
        return static_cast<int>(std::chrono::year_month_day(day).year());
    };
    if (!campaign.ends) return view.say("since {}", year(campaign.starts));
    if (year(campaign.starts) == year(*campaign.ends)) return std::to_string(year(campaign.starts));
    return view.say("{} to {}", year(campaign.starts), year(*campaign.ends));
}

namespace {

/// As it stands within a sentence: without its capital, unless it is a name like "MRSA".
std::string within(std::string_view words) {
    std::string result(words);
    const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
    if (result.size() > 1 && result[0] >= 'A' && result[0] <= 'Z' && is_small(result[1]))
        result[0] = static_cast<char>(result[0] + ('a' - 'A'));
    return result;
}

}  // namespace

std::string in_words(const design::View& view, const Goal& goal, std::string_view measure) {
    std::string words;
    if (goal.amount) {
        words = *goal.amount == static_cast<double>(static_cast<std::int64_t>(*goal.amount))
                    ? view.words->whole(static_cast<std::int64_t>(*goal.amount))
                    : fmt::format("{:g}", *goal.amount);
        if (!goal.unit.empty()) words += (goal.unit.front() == '%' ? "" : " ") + goal.unit;
    }
    if (!measure.empty()) words += words.empty() ? std::string(measure) : " " + within(measure);
    if (!goal.by) return words;
    const std::string day = view.words->day(*goal.by);
    return words.empty() ? view.say("by {}", day) : view.say("{}, by {}", words, day);
}

html::Html state_tag(const design::View& view, State state) {
    switch (state) {
        case State::draft:
            return design::tag(view.say("Being prepared"), design::Colour::yellow);
        case State::sent:
            return design::tag(view.say("Waiting for the office"), design::Colour::blue);
        case State::declined:
            return design::tag(view.say("To be changed"), design::Colour::red);
        case State::joined:
            return design::tag(view.say("Member"), design::Colour::green);
        case State::paused:
            return design::tag(view.say("Paused"), design::Colour::orange);
        case State::left:
            return design::tag(view.say("Has left"), design::Colour::grey);
    }
    return {};
}

html::Html status_tag(const design::View& view, Status status) {
    switch (status) {
        case Status::draft:
            return design::tag(view.say("Draft"), design::Colour::yellow);
        case Status::open:
            return design::tag(view.say("Open to join"), design::Colour::green);
        case Status::closed:
            return design::tag(view.say("Closed"), design::Colour::grey);
        case Status::history:
            return design::tag(view.say("History"), design::Colour::grey);
    }
    return {};
}

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) {
        constexpr unsigned kContinuation = 0x80;
        return (static_cast<unsigned char>(c) & 0xC0U) != kContinuation;
    }));
}

void check_length(Problems& problems, std::string_view field, std::string_view text,
                  std::size_t longest) {
    if (characters(text) <= longest) return;
    switch (longest) {
        case kLongestLine:
            return problems.add(std::string(field), "Enter at most 200 characters.");
        case kLongestPledge:
            return problems.add(std::string(field), "Enter at most 2,000 characters.");
        default:
            return problems.add(std::string(field), "Enter at most 4,000 characters.");
    }
}

html::Html paragraphs(std::string_view text) {
    html::Html result;
    while (!text.empty()) {
        const std::size_t end = text.find("\n\n");
        const std::string_view one = text.substr(0, end);
        if (one.find_first_not_of(" \n\t") != one.npos)
            result.append(R"(<p class="pr-written">{}</p>)", one);
        text = end == text.npos ? std::string_view() : text.substr(end + 2);
    }
    return result;
}

html::Html save_button(const design::View& view) {
    return design::button({.label = view.say("Save"), .once = true});
}

html::Html rev_field(std::int64_t rev) {
    return design::hidden("rev", std::to_string(rev));
}

std::int64_t seen_rev(const http::Form& form) {
    const std::string_view rev = form.text("rev");
    std::int64_t number = 0;
    std::from_chars(rev.data(), rev.data() + rev.size(), number);
    return number;
}

Problems overtaken() {
    Problems problems;
    problems.add("",
                 "Somebody else has changed this since you opened the form. Check what you entered "
                 "and send it again.");
    return problems;
}

std::size_t page_number(const http::Request& request) {
    const std::string text = request.parameter("page").value_or("1");
    std::size_t page = 1;
    std::from_chars(text.data(), text.data() + text.size(), page);
    constexpr std::size_t kLast = 100'000;
    return std::clamp<std::size_t>(page, 1, kLast);
}

}  // namespace primum::campaigns
