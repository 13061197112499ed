#include "programmes/letters.h"

#include "html/html.h"
#include "language/language.h"
#include "mail/message.h"
#include "organisations/tree.h"
#include "people/letters.h"
#include "programmes/words.h"

namespace primum::programmes {
namespace {

using html::html;
using language::Language;

constexpr std::chrono::days kUseful{30};

struct Reader {
    std::string email;
    std::string language;
    friend bool operator==(const Reader&, const Reader&) = default;
};

Reader read_reader(const store::Row& row) {
    return {row.get<std::string>(0), row.get<std::string>(1)};
}

/// Whoever leads an organisation's part in a programme.
std::vector<Reader> leaders_of(const store::Reader& db, OrganisationId organisation, Day day) {
    return db.all(read_reader, R"sql(
        SELECT DISTINCT p.email, p.language
          FROM roles_held r
          JOIN people p ON p.id = r.person_id
         WHERE r.organisation_id = $1 AND r.role IN ('chief_executive', 'improvement_lead')
           AND p.status = 'active' AND r.from_day <= $2
           AND (r.until_day IS NULL OR r.until_day >= $2)
         ORDER BY p.email
    )sql",
                  store::Scope::system("letters about a programme").may_read(organisation), day);
}

std::vector<Reader> chief_executives_of(const store::Reader& db, OrganisationId organisation,
                                        Day day) {
    return db.all(read_reader, R"sql(
        SELECT DISTINCT p.email, p.language
          FROM roles_held r
          JOIN people p ON p.id = r.person_id
         WHERE r.organisation_id = $1 AND r.role = 'chief_executive'
           AND p.status = 'active' AND r.from_day <= $2
           AND (r.until_day IS NULL OR r.until_day >= $2)
         ORDER BY p.email
    )sql",
                  store::Scope::system("letters about a programme").may_read(organisation), day);
}

std::vector<Reader> faculty_of(const store::Reader& db, const Programme& programme, Day day) {
    return db.all(read_reader, R"sql(
        SELECT DISTINCT p.email, p.language
          FROM roles_held r
          JOIN people p ON p.id = r.person_id
         WHERE r.organisation_id = $1 AND r.role = 'programme_faculty'
           AND p.status = 'active' AND r.from_day <= $2
           AND (r.until_day IS NULL OR r.until_day >= $2)
         ORDER BY p.email
    )sql",
                  store::Scope::system("letters about a programme").may_read(programme.owner), day);
}

/// What is said in the reader's language.
struct Words {
    std::string subject;
    std::string text;
    std::string label;  ///< of the link
    std::string after = {};
};

void write(const Desk& desk, store::Writer& db, const std::vector<Reader>& readers,
           const html::Url& where, const std::function<Words(const Language&)>& words_in) {
    for (const Reader& reader : readers) {
        if (!mail::is_address(reader.email)) continue;
        const Language* chosen = desk.accounts.languages.find(reader.language);
        const Language& language = chosen ? *chosen : *desk.context.view.words;
        const Words words = words_in(language);
        const std::string link = desk.accounts.link(where.text());
        std::string text = words.text + "\n\n" + link + "\n";
        if (!words.after.empty()) text += "\n" + words.after + "\n";
        html::Html button;
        if (const auto url = html::Url::parse(link))
            button = html(R"(<p><a href="{}">{}</a></p>)", *url, words.label);
        const auto page =
            html(R"(
            <!doctype html><html lang="{}" dir="{}"><head><meta charset="utf-8"><title>{}</title>
            </head><body>{}{}<p>{}</p></body></html>)",
                 language.code(),
                 language.direction() == language::Direction::right_to_left ? "rtl" : "ltr",
                 words.subject, paragraphs(words.text), button, words.after);
        desk.accounts.outbox.queue(db, {.to = reader.email,
                                        .subject = words.subject,
                                        .text = text,
                                        .html = std::string(page.markup()),
                                        .useless_after = desk.context.now + kUseful});
    }
}

std::string name_of(const store::Reader& db, OrganisationId organisation) {
    const auto found = organisations::find_organisation(db, organisation);
    return found ? found->name : std::string();
}

}  // namespace

void tell_sent(const Desk& desk, store::Writer& db, const Programme& programme,
               const Cohort& cohort, OrganisationId organisation, State state) {
    const std::string cohort_called = cohort_name(programme, cohort);
    const std::string who = name_of(db, organisation);
    write(desk, db, faculty_of(db, programme, desk.context.today), desk_address(programme, cohort),
          [&](const Language& say) {
              return Words{say.say("{} applies for {}", who, cohort_called),
                           state == State::waiting
                               ? say.say("{} has sent its application for {}. Every place is "
                                         "taken, so it is on the waiting list.",
                                         who, cohort_called)
                               : say.say("{} has sent its application for {}. A place is held for "
                                         "it while you read it.",
                                         who, cohort_called),
                           std::string(say.say("Read the application"))};
          });
    const auto application = find_application(
        db, store::Scope::system("letters about a programme").may_read(organisation), cohort.id);
    if (!application || application->sponsored_at) return;
    write(desk, db, chief_executives_of(db, organisation, desk.context.today),
          workspace(organisation, programme), [&](const Language& say) {
              return Words{say.say("Will you sponsor your team on {}?", cohort_called),
                           say.say("{} has applied for {} and names you as its sponsor. Please "
                                   "read the application and say that you agree.",
                                   who, cohort_called),
                           std::string(say.say("Read it and agree"))};
          });
}

void tell_moved(const Desk& desk, store::Writer& db, const Programme& programme,
                const Cohort& cohort, const std::vector<Moved>& moved) {
    const std::string cohort_called = cohort_name(programme, cohort);
    for (const Moved& one : moved) {
        const std::string who = name_of(db, one.organisation);
        write(desk, db, leaders_of(db, one.organisation, desk.context.today),
              workspace(one.organisation, programme), [&](const Language& say) {
                  return Words{
                      say.say("A place on {} is yours", cohort_called),
                      say.say("A place has become free, and {} was the first whole team on the "
                              "waiting list of {}. The place is held for you while the faculty "
                              "reads your application.",
                              who, cohort_called),
                      std::string(say.say("See your application")),
                      std::string(say.say("If your team can no longer come, please withdraw, so "
                                          "that the next team gets the place."))};
              });
    }
}

void tell_decided(const Desk& desk, store::Writer& db, const Programme& programme,
                  const Cohort& cohort, const Application& application, bool accepted,
                  const std::string& reason) {
    const std::string cohort_called = cohort_name(programme, cohort);
    const std::string who = name_of(db, application.organisation);
    write(desk, db, leaders_of(db, application.organisation, desk.context.today),
          workspace(application.organisation, programme), [&](const Language& say) {
              if (accepted)
                  return Words{say.say("Your team is on {}", cohort_called),
                               say.say("{} has been accepted on {}, which begins on {}. Please "
                                       "check who has which place of the team.",
                                       who, cohort_called, say.day(cohort.starts)),
                               std::string(say.say("See your team"))};
              return Words{say.say("Your application for {}", cohort_called),
                           say.say("We are sorry: the application of {} for {} has been declined. "
                                   "The reason is: {}",
                                   who, cohort_called, reason),
                           std::string(say.say("See your application"))};
          });
}

void tell_withdrawn(const Desk& desk, store::Writer& db, const Programme& programme,
                    const Cohort& cohort, OrganisationId organisation, const std::string& reason) {
    const std::string cohort_called = cohort_name(programme, cohort);
    const std::string who = name_of(db, organisation);
    write(desk, db, faculty_of(db, programme, desk.context.today), desk_address(programme, cohort),
          [&](const Language& say) {
              return Words{say.say("{} withdraws from {}", who, cohort_called),
                           reason.empty() ? say.say("{} has withdrawn from {}.", who, cohort_called)
                                          : say.say("{} has withdrawn from {}. It says: {}", who,
                                                    cohort_called, reason),
                           std::string(say.say("See the cohort"))};
          });
}

}  // namespace primum::programmes
