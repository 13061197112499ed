#include "campaigns/letters.h"

#include <vector>

#include "people/letters.h"
#include "people/store.h"

namespace primum::campaigns {
namespace {

using html::html;
using language::Language;
using people::Accounts;

constexpr std::chrono::days kLife{7};

/// Paragraphs, a link, and more paragraphs.
struct Body {
    std::vector<std::string> before;
    std::string link;
    std::string label;
    std::vector<std::string> after;
};

std::string in_text(const Body& body) {
    std::string text;
    for (const std::string& paragraph : body.before)
        text += paragraph + "\n\n";
    text += body.label + ":\n" + body.link + "\n";
    for (const std::string& paragraph : body.after)
        text += "\n" + paragraph + "\n";
    return text;
}

html::Html in_html(const Language& words, const std::string& subject, const Body& body) {
    html::Html before;
    for (const std::string& paragraph : body.before)
        before.append("<p>{}</p>", paragraph);
    html::Html after;
    for (const std::string& paragraph : body.after)
        after.append("<p>{}</p>", paragraph);
    html::Html link;
    if (const auto url = html::Url::parse(body.link))
        link = html(R"(<p><a href="{}">{}</a></p><p>{}</p>)", *url, body.label, body.link);
    return html(R"(
        <!doctype html><html lang="{}" dir="{}"><head><meta charset="utf-8"><title>{}</title></head>
        <body>{}{}{}</body></html>)",
                words.code(),
                words.direction() == language::Direction::right_to_left ? "rtl" : "ltr", subject,
                before, link, after);
}

mail::Letter letter(const Language& words, const std::string& to, const std::string& subject,
                    const Body& body, Instant now) {
    return {.to = to,
            .subject = subject,
            .text = in_text(body),
            .html = in_html(words, subject, body).markup(),
            .useless_after = now + kLife};
}

/// The pledge as it was written, for its own writer.
std::vector<std::string> as_written(const Language& words, const PersonalPledge& pledge) {
    std::vector<std::string> lines{"“" + pledge.pledge + "”"};
    if (!pledge.act.empty()) lines.push_back(words.say("What you will do: {}", pledge.act));
    if (pledge.act_on) lines.push_back(words.say("By {}", words.day(*pledge.act_on)));
    return lines;
}

std::string pledge_link(const Accounts& accounts, const std::string& key) {
    return accounts.link("/pledge?k=" + key);
}

const Language& words_of(const Accounts& accounts, std::string_view language) {
    const Language* found = accounts.languages.find(language);
    return found ? *found : accounts.languages.english();
}

struct Reader {
    std::string email;
    const Language* words;
};

std::optional<Reader> signer_of(const Accounts& accounts, const store::Reader& db,
                                const std::optional<PersonId>& id) {
    if (!id) return {};
    const auto person = people::find_person(db, *id);
    if (!person) return {};
    return Reader{person->email,
                  &people::words_for(accounts, *person, accounts.languages.english())};
}

}  // namespace

mail::Letter confirm_letter(const Accounts& accounts, const Language& words,
                            const Campaign& campaign, const PersonalPledge& pledge,
                            const std::string& key, Instant now) {
    std::vector<std::string> before{
        words.say("Somebody, we hope you, made this pledge for {}:", campaign.name)};
    for (std::string& line : as_written(words, pledge))
        before.push_back(std::move(line));
    before.emplace_back(
        words.say("It counts once you have confirmed it. Open this link within 7 days:"));
    return letter(words, pledge.email, words.say("Confirm your pledge for {}", campaign.name),
                  {.before = before,
                   .link = pledge_link(accounts, key),
                   .label = std::string(words.say("Confirm my pledge")),
                   .after = {std::string(words.say(
                       "Keep this email: with the same link you say what came of your pledge, or "
                       "withdraw it. If it was not you, do nothing: the pledge is thrown away."))}},
                  now);
}

mail::Letter thanks_letter(const Accounts& accounts, const Language& words,
                           const Campaign& campaign, const PersonalPledge& pledge,
                           const std::string& key, Instant now) {
    std::vector<std::string> before{words.say("Thank you for your pledge for {}:", campaign.name)};
    for (std::string& line : as_written(words, pledge))
        before.push_back(std::move(line));
    return letter(words, pledge.email, words.say("Your pledge for {}", campaign.name),
                  {.before = before,
                   .link = pledge_link(accounts, key),
                   .label = std::string(words.say("Your pledge and its certificate")),
                   .after = {std::string(
                       words.say("Keep this email: with the same link you say what came of your "
                                 "pledge, or withdraw it."))}},
                  now);
}

mail::Letter ask_letter(const Accounts& accounts, const Campaign& campaign,
                        const PersonalPledge& pledge, const std::string& key, Instant now) {
    const Language& words = words_of(accounts, pledge.language);
    std::vector<std::string> before{words.say("You made this pledge for {}:", campaign.name)};
    for (std::string& line : as_written(words, pledge))
        before.push_back(std::move(line));
    before.emplace_back(
        words.say("Its day has come. Have you done it? Say what happened, also where it did not "
                  "work: others learn from both."));
    return letter(words, pledge.email, std::string(words.say("Have you done what you pledged?")),
                  {.before = before,
                   .link = pledge_link(accounts, key),
                   .label = std::string(words.say("Say what happened")),
                   .after = {std::string(words.say(
                       "We ask once for each day that you chose. With the same link you can "
                       "withdraw your pledge."))}},
                  now);
}

void tell_signer(const Accounts& accounts, store::Writer& db, const Campaign& campaign,
                 const Membership& membership, std::string_view organisation, Instant now) {
    const auto reader = signer_of(accounts, db, membership.signed_by);
    if (!reader) return;
    const Language& words = *reader->words;
    const std::string page =
        accounts.link("/organisations/" + std::string(membership.organisation.text()) +
                      "/campaigns/" + campaign.code);
    if (membership.state == State::declined) {
        accounts.outbox.queue(
            db, letter(words, reader->email,
                       words.say("{}: your pledge needs another look", campaign.name),
                       {.before = {words.say("The office of {} has read the pledge of {} and asks "
                                             "you to change something:",
                                             campaign.name, organisation),
                                   "“" + membership.reason + "”"},
                        .link = page,
                        .label = std::string(words.say("Change it and sign again")),
                        .after = {std::string(words.say("Nothing that you wrote is lost."))}},
                       now));
        return;
    }
    accounts.outbox.queue(
        db,
        letter(words, reader->email, words.say("{} has joined {}", organisation, campaign.name),
               {.before = {words.say("The office of {} has verified the pledge of {}. It is a "
                                     "member from today on, and its pledge is on the public list.",
                                     campaign.name, organisation)},
                .link = page,
                .label = std::string(words.say("Your membership and its certificate")),
                .after = {}},
               now));
}

void tell_carried_over(const Accounts& accounts, store::Writer& db, const Campaign& from,
                       const Campaign& to, OrganisationId organisation, Instant now) {
    static const auto scope = store::Scope::system("a letter to whoever signed");
    const auto membership = find_membership(db, scope.may_read(organisation), to.id);
    if (!membership) return;
    const auto reader = signer_of(accounts, db, membership->signed_by);
    if (!reader) return;
    const Language& words = *reader->words;
    accounts.outbox.queue(
        db, letter(words, reader->email, words.say("{} goes on as {}", from.name, to.name),
                   {.before = {words.say("You agreed that your membership of {} is carried over. "
                                         "Your organisation is now a member of {}: nothing needs "
                                         "to be signed again.",
                                         from.name, to.name)},
                    .link = accounts.link("/organisations/" + std::string(organisation.text()) +
                                          "/campaigns/" + to.code),
                    .label = std::string(words.say("See what it asks, change it, or leave")),
                    .after = {}},
                   now));
}

}  // namespace primum::campaigns
