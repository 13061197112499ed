// The list of tasks of an organisation that joins.

#include <algorithm>

#include "campaigns/peers.h"
#include "campaigns/workspace.h"
#include "design/task_list.h"
#include "organisations/members.h"

namespace primum::campaigns {
namespace {

using html::html;

/// Who may sign: the chief executives, by name.
html::Html who_signs(const access::Context& context, const Joining& joining) {
    const design::View& view = context.view;
    std::string names;
    for (const auto& member : organisations::members_of(
             context.db, context.scope.may_read(joining.here.id()), context.today))
        if (member.role == access::Role::chief_executive && member.from <= context.today)
            names += (names.empty() ? "" : ", ") + member.name;
    if (names.empty())
        return html("{}", view.say("Nobody here is known as its chief executive yet: ask the "
                                   "person who looks after the organisation to give the role."));
    return html("{}", view.say("Only the chief executive signs: {}.", names));
}

design::TaskState state(bool is_done, bool is_begun) {
    if (is_done) return design::TaskState::completed;
    return is_begun ? design::TaskState::in_progress : design::TaskState::not_yet_started;
}

}  // namespace

html::Html tasks(const access::Context& context, const Joining& joining) {
    const design::View& view = context.view;
    const Membership& mine = joining.membership;
    const bool may = joining.leads() && mine.state != State::sent;
    const auto where = [&](std::string_view what, bool allowed) {
        return allowed ? std::optional(task(joining, what)) : std::nullopt;
    };
    std::vector<design::Task> list;
    list.push_back(
        {.name = view.say("Choose your interventions"),
         .hint = joining.candidate.choices.empty()
                     ? std::string()
                     : view.words->count(std::ranges::count_if(joining.interventions,
                                                               [&](const Intervention& one) {
                                                                   return joining.chose(one.code);
                                                               }),
                                         "{} is chosen", "{} are chosen"),
         .where = where("interventions", may),
         .state = state(met(joining, kAboutChoices) && !joining.candidate.choices.empty(),
                        !joining.candidate.choices.empty())});
    const bool may_write = mine.takes_part() ? joining.signs() : may;
    list.push_back({.name = view.say("Write your pledge"),
                    .hint = mine.takes_part()
                                ? std::string(view.say("Of a member it is public: the chief "
                                                       "executive changes it"))
                                : std::string(),
                    .where = where("pledge", may_write),
                    .state = state(!mine.pledge.empty() && met(joining, {Asks::pledge_public}),
                                   !mine.pledge.empty())});
    if (asked(joining, Asks::staff_letter))
        list.push_back(
            {.name = view.say("Send the letter to all staff"),
             .hint = mine.staff_letter_on ? view.words->day(*mine.staff_letter_on) : std::string(),
             .where = where("staff-letter", may),
             .state = state(met(joining, {Asks::staff_letter}), mine.staff_letter_on.has_value())});
    if (asked(joining, Asks::review_training))
        list.push_back({.name = view.say("Book or finish training in record review"),
                        .hint = mine.review_training_on ? view.words->day(*mine.review_training_on)
                                                        : std::string(),
                        .where = where("review-training", may),
                        .state = state(met(joining, {Asks::review_training}),
                                       mine.review_training_on.has_value())});
    if (mine.in_preparation()) {
        const auto open =
            joining.begun()
                ? count_unanswered(context.db, context.scope.may_read(joining.here.id()),
                                   joining.campaign.id)
                : 0;
        list.push_back({.name = view.say("Ask peers to comment on the draft (optional)"),
                        .hint = open > 0 ? view.words->count(static_cast<std::int64_t>(open),
                                                             "{} comment is not answered yet",
                                                             "{} comments are not answered yet")
                                : mine.open_to_peers
                                    ? std::string(view.say("Members of the campaign can read "
                                                           "it"))
                                    : std::string(),
                        .where = where("peers", may && !mine.pledge.empty()),
                        .state = mine.pledge.empty()  ? design::TaskState::cannot_start_yet
                                 : mine.open_to_peers ? design::TaskState::in_progress
                                                      : design::TaskState::not_yet_started});
    }
    const bool ready = joining.begun() && all_met(joining.checks, Asks::signed_by_chief_executive);
    list.push_back({.name = view.say("The chief executive signs"),
                    .hint = joining.signs() || mine.takes_part() || mine.state == State::sent
                                ? html::Html()
                                : who_signs(context, joining),
                    .where = where("signature", joining.signs() && ready && mine.in_preparation()),
                    .state = mine.takes_part() || mine.state == State::sent
                                 ? design::TaskState::completed
                             : ready ? design::TaskState::not_yet_started
                                     : design::TaskState::cannot_start_yet});
    list.push_back({.name = view.say("The campaign’s office verifies"),
                    .where = std::nullopt,
                    .state = mine.takes_part()           ? design::TaskState::completed
                             : mine.state == State::sent ? design::TaskState::in_progress
                                                         : design::TaskState::cannot_start_yet});
    return design::task_list(view, list, "joining");
}

}  // namespace primum::campaigns
