#include "programmes/words.h"

#include <charconv>

#include "design/heading.h"
#include "design/notification_banner.h"
#include "design/tag.h"
#include "programmes/numeral.h"

namespace primum::programmes {

using html::html;
using html::url;

std::string full_name(const Programme& programme) {
    if (programme.short_name.empty()) return programme.name;
    return programme.name + " (" + programme.short_name + ")";
}

html::Url address(const Programme& programme) {
    return url("/programmes/{}", programme.code);
}
html::Url address(const Programme& programme, const Cohort& cohort) {
    return url("/programmes/{}/cohorts/{}", programme.code, cohort.number);
}
html::Url desk_address(const Programme& programme) {
    return url("/programmes/{}/work", programme.code);
}
html::Url desk_address(const Programme& programme, const Cohort& cohort) {
    return url("/programmes/{}/cohorts/{}/work", programme.code, cohort.number);
}
html::Url workspace(OrganisationId organisation, const Programme& programme) {
    return url("/organisations/{}/programmes/{}", organisation.text(), programme.code);
}
html::Url team_address(OrganisationId organisation, const Programme& programme,
                       const Cohort& cohort) {
    return url("/organisations/{}/programmes/{}/cohorts/{}/team", organisation.text(),
               programme.code, cohort.number);
}
html::Url application_address(OrganisationId organisation, const Programme& programme,
                              const Cohort& cohort) {
    return url("/organisations/{}/programmes/{}/cohorts/{}/application", organisation.text(),
               programme.code, cohort.number);
}

std::string days_in_words(const design::View& view, Day from, Day to) {
    if (from == to) return view.words->day(from);
    return view.say("{} to {}", view.words->day(from), view.words->day(to));
}

std::vector<std::string> place_rules(const design::View& view, const Programme& programme) {
    std::vector<std::string> rules{
        std::string(view.say("A place is for a whole team. It is never given to part of one.")),
        std::string(view.say("Places go to the teams that apply, in the order in which their "
                             "applications are sent, until every place is taken.")),
        programme.waiting_rule == WaitingRule::complete_first
            ? std::string(view.say(
                  "After that there is a waiting list. Teams that name somebody for every role "
                  "that is needed come first; among those, and among the others, the order of "
                  "sending decides."))
            : std::string(view.say("After that there is a waiting list, in the order of sending.")),
        std::string(view.say("The faculty reads every application and says yes, or no with the "
                             "reason. An application keeps its place while it is read.")),
        std::string(view.say("When a team withdraws or is declined before the cohort begins, the "
                             "first whole team of the waiting list gets the place at once, and "
                             "is told by email.")),
        std::string(view.say("Nobody can move a team up or down by hand."))};
    return rules;
}

html::Html place_rules_list(const design::View& view, const Programme& programme) {
    html::Html items;
    for (const std::string& rule : place_rules(view, programme))
        items.append("<li>{}</li>", rule);
    return html(R"(<ol class="nhsuk-list nhsuk-list--number">{}</ol>)", items);
}

html::Html state_tag(const design::View& view, State state) {
    using design::Colour;
    switch (state) {
        case State::draft:
            return design::tag(view.say("Draft"), Colour::grey);
        case State::sent:
            return design::tag(view.say("Place held, being read"), Colour::blue);
        case State::waiting:
            return design::tag(view.say("On the waiting list"), Colour::yellow);
        case State::accepted:
            return design::tag(view.say("Accepted"), Colour::green);
        case State::declined:
            return design::tag(view.say("Declined"), Colour::red);
        case State::withdrawn:
            return design::tag(view.say("Withdrawn"), Colour::grey);
    }
    return {};
}

html::Html cohort_tag(const design::View& view, const Cohort& cohort, Day today) {
    using design::Colour;
    if (!cohort.public_()) return design::tag(view.say("Draft"), Colour::grey);
    if (cohort.takes_applications(today))
        return design::tag(view.say("Takes applications"), Colour::green);
    if (cohort.finished(today)) return design::tag(view.say("Finished"), Colour::grey);
    if (cohort.begun(today)) return design::tag(view.say("Running"), Colour::blue);
    if (today < cohort.opens) return design::tag(view.say("Not open yet"), Colour::yellow);
    return design::tag(view.say("Begins soon"), Colour::aqua_green);
}

std::string role_label(const design::View& view, std::string_view role) {
    const char* label = team_role_label(role);
    return *label == '\0' ? std::string(role) : std::string(view.say(label));
}

std::string how_many(const design::View& view, const TeamRole& role) {
    if (role.least == role.most) return std::to_string(role.least);
    if (role.least == 0) return view.say("up to {}", role.most);
    return view.say("{} to {}", role.least, role.most);
}

html::Html who_goes(const design::View& view, const std::vector<TeamRole>& roles) {
    html::Html items;
    for (const TeamRole& role : roles)
        if (role.most > 0)
            items.append(R"(<li>{} <span class="pr-quiet">({})</span></li>)",
                         role_label(view, role.role), how_many(view, role));
    return html(R"(<ul class="nhsuk-list nhsuk-list--bullet pr-columns">{}</ul>)", items);
}

html::Html paragraphs(std::string_view words) {
    html::Html all;
    while (!words.empty()) {
        const auto end = std::min(words.find("\n\n"), words.size());
        const std::string_view paragraph = words.substr(0, end);
        if (paragraph.find_first_not_of(" \n") != paragraph.npos)
            all.append(R"(<p class="pr-words">{}</p>)", paragraph);
        words.remove_prefix(std::min(end + 2, words.size()));
    }
    return all;
}

html::Html lines(std::string_view words) {
    html::Html all;
    while (!words.empty()) {
        const auto end = std::min(words.find('\n'), words.size());
        if (end > 0) all.append(R"(<div class="pr-words">{}</div>)", words.substr(0, end));
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return all;
}

html::Html timeline(const design::View& view, const std::vector<Part>& parts,
                    std::optional<Day> today) {
    html::Html items;
    bool next_found = false;
    for (const Part& part : parts) {
        std::string when;
        std::string_view state = "template";
        html::Html tag;
        if (today) {
            when = days_in_words(view, part.starts, part.ends);
            if (part.ends < *today) {
                state = "over";
                tag = html(R"( <span class="pr-quiet">{}</span>)", view.say("Over"));
            } else if (part.starts <= *today) {
                state = "now";
                next_found = true;
                tag = html(" {}", design::tag(view.say("Now"), design::Colour::green));
            } else if (!next_found) {
                state = "next";
                next_found = true;
                tag = html(" {}", design::tag(view.say("Next"), design::Colour::blue));
            } else {
                state = "later";
            }
        } else {
            constexpr int kWeek = 7;
            when = view.say("Week {}", part.starts_after_days / kWeek + 1);
        }
        html::Html more;
        if (!part.who.empty())
            more.append(R"(<p class="pr-timeline__line">{} {}</p>)", view.say("For:"), part.who);
        if (!part.output.empty())
            more.append(R"(<p class="pr-timeline__line">{} {}</p>)", view.say("You leave with:"),
                        part.output);
        if (today && !part.prepare.empty() && part.ends >= *today)
            more.append(R"(<p class="pr-timeline__line">{} {}</p>)", view.say("To prepare:"),
                        part.prepare);
        items.append(R"(
            <li class="pr-timeline__part pr-timeline__part--{}">
            <p class="pr-timeline__when">{}{}</p>
            <h3 class="pr-timeline__title"><span class="pr-timeline__kind">{}</span> {}</h3>{}</li>)",
                     state, when, tag, part.part, part.title, more);
    }
    return html(R"(<ol class="pr-timeline">{}</ol>)", items);
}

std::size_t characters(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text)
        if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++count;
    return count;
}

void check_text(std::string_view text, std::string_view field, std::size_t most,
                const char* missing, Problems& problems) {
    if (text.empty() && *missing != '\0') problems.add(std::string(field), missing);
    if (characters(text) <= most) return;
    constexpr std::size_t kLine = 200;
    if (most <= kLine)
        problems.add(std::string(field), "Use 200 characters or fewer.");
    else
        problems.add(std::string(field),
                     "This is too long. Shorten it to 4,000 characters or fewer.");
}

Problems overtaken() {
    Problems problems;
    problems.add("",
                 "Somebody else has changed this since you opened the form. Check what you entered "
                 "and send it again.");
    return problems;
}

html::Html done_banner(const design::View& view, std::string_view done) {
    struct Said {
        std::string_view word;
        const char* sentence;
    };
    using language::sentence;
    constexpr Said kSaid[] = {
        {"saved", sentence("Saved.")},
        {"draft", sentence("Your draft is saved. Nobody outside your organisation sees it yet.")},
        {"sent", sentence("Your application has been sent. A place is held for your team while it "
                          "is read.")},
        {"waiting", sentence("Your application has been sent. Every place is taken, so your team "
                             "is on the waiting list.")},
        {"sponsored", sentence("You are the sponsor of this application.")},
        {"withdrawn", sentence("The application has been withdrawn.")},
        {"left", sentence("The team has left the programme.")},
        {"accepted", sentence("The team has been accepted and told by email.")},
        {"declined", sentence("The application has been declined and the team told by email.")},
        {"seated", sentence("The place is taken.")},
        {"ended", sentence("The place is free again. Who had it stays in the history.")},
        {"ticked", sentence("Done. Well done.")},
        {"unticked", sentence("The task is open again.")},
        {"attendance", sentence("Attendance has been saved.")},
        {"cohort", sentence("The cohort is there, with every part and task dated.")},
        {"programme", sentence("The programme is there, with the parts of its template.")},
        {"removed", sentence("Removed.")},
        {"finished", sentence("Your assessment is finished. Now plan what to do about the gaps.")},
        {"planned", sentence("Added to your plan.")},
        {"shared", sentence("The faculty can read this assessment now. You can take that back.")},
        {"unshared", sentence("The faculty can no longer read this assessment.")},
    };
    for (const Said& said : kSaid)
        if (said.word == done)
            return design::notification_banner(view, {.notice = design::Notice::success,
                                                      .heading = view.say(said.sentence),
                                                      .body = {}});
    return {};
}

std::optional<int> number_of(std::string_view text, int least, int most) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return {};
    if (number < least || number > most) return {};
    return number;
}

std::int64_t rev_of(const http::Form& form) {
    const std::string_view text = form.text("rev");
    std::int64_t rev = 0;
    std::from_chars(text.data(), text.data() + text.size(), rev);
    return rev;
}

}  // namespace primum::programmes
