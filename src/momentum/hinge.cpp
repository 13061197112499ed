#include "momentum/hinge.h"

#include <algorithm>
#include <chrono>

#include "language/language.h"

namespace primum::momentum {
namespace {

constexpr std::chrono::days kOneDay{1};

/// The periods with those that follow each other without a day between made one.
std::vector<Period> joined(std::vector<Period> periods) {
    std::ranges::sort(periods, {}, &Period::from);
    std::vector<Period> result;
    for (const Period& period : periods) {
        if (!result.empty() && (result.back().until == organisations::kForEver ||
                                period.from <= result.back().until + kOneDay))
            result.back().until = std::max(result.back().until, period.until);
        else
            result.push_back(period);
    }
    return result;
}

/// For each stretch of `has` before the first day of `lacks`, within the organisation's life.
void add_signposts(const Facts& facts, Direction direction, const std::vector<Period>& has,
                   std::optional<Day> other, std::vector<Signpost>& signposts) {
    for (const Period& period : joined(has)) {
        Signpost post{direction, period.from, period.until, {}};
        if (facts.opened) post.since = std::max(post.since, *facts.opened);
        if (facts.closed) post.until = std::min(post.until, *facts.closed);
        if (other && *other <= post.since) continue;
        if (other && (post.until == organisations::kForEver || *other <= post.until + kOneDay)) {
            post.until = *other - kOneDay;
            post.done = other;
        }
        if (post.since <= post.until) signposts.push_back(post);
    }
}

}  // namespace

const char* label(Group group) {
    using language::sentence;
    switch (group) {
        case Group::both:
            return sentence("Both");
        case Group::campaign_only:
            return sentence("Campaign only");
        case Group::programme_only:
            return sentence("Programme only");
        case Group::neither:
            break;
    }
    return sentence("Neither");
}

Group group_on(const Facts& facts, Day day) {
    const bool member = facts.member_on(day);
    if (facts.enrolled_on(day)) return member ? Group::both : Group::programme_only;
    return member ? Group::campaign_only : Group::neither;
}

GroupSizes groups_on(std::span<const Facts> all, const Campaign& campaign, Day day) {
    GroupSizes sizes{};
    for (const Facts* one : eligible_on(all, campaign, day))
        ++size_of(sizes, group_on(*one, day));
    return sizes;
}

Movement movement(std::span<const Facts> all, const Campaign& campaign, Day from, Day to) {
    Movement moved;
    for (const Facts& one : all) {
        if (!campaign.may_be_joined_by(one.kind)) continue;
        const bool before = one.open_on(from);
        const bool after = one.open_on(to);
        if (before && after)
            ++size_of(moved.from_to[static_cast<std::size_t>(group_on(one, from))],
                      group_on(one, to));
        else if (after)
            ++moved.opened;
        else if (before)
            ++moved.closed;
    }
    return moved;
}

std::vector<Day> quarters(Day starts, Day until) {
    std::vector<Day> days;
    const std::chrono::year_month_day first(starts);
    const unsigned quarter = (static_cast<unsigned>(first.month()) - 1) / 3;
    auto next = first.year() / std::chrono::month(quarter * 3 + 1);
    for (;;) {
        next += std::chrono::months(3);
        const Day last = Day(next / 1) - kOneDay;
        if (last >= until) break;
        days.push_back(last);
    }
    if (starts <= until) days.push_back(until);
    return days;
}

std::string_view name(Direction direction) {
    return direction == Direction::to_programme ? "to_programme" : "to_campaign";
}

std::optional<Direction> parse_direction(std::string_view text) {
    for (const Direction direction : {Direction::to_programme, Direction::to_campaign})
        if (name(direction) == text) return direction;
    return {};
}

std::vector<Signpost> signposts_of(const Facts& facts) {
    std::vector<Signpost> signposts;
    add_signposts(facts, Direction::to_programme, facts.member, facts.first_enrolled(), signposts);
    add_signposts(facts, Direction::to_campaign, facts.enrolled, facts.first_joined(), signposts);
    std::ranges::sort(signposts, {}, &Signpost::since);
    return signposts;
}

std::optional<Signpost> signpost_on(const Facts& facts, Day day) {
    for (const Signpost& post : signposts_of(facts))
        if (post.stands_on(day)) return post;
    return {};
}

}  // namespace primum::momentum
