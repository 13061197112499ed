#pragma once
// For tests: a small tree with a programme in it.

#include <string>
#include <vector>

#include "organisations/testing_tree.h"
#include "people/store.h"
#include "programmes/enrolment.h"
#include "programmes/programme.h"
#include "store/testing.h"

namespace primum::programmes {

using organisations::everywhere;
using organisations::kToday;
using organisations::stamp;

/// Two rows of the library's templates: an academy and a module.
inline void stock_templates(store::Store& store) {
    store.write([](store::Writer& db) {
        const auto row = [&db](const char* code, const char* body) {
            const auto id = db.new_id<Part>();
            db.run(
                "INSERT INTO library_items (id, set_code, code) "
                "VALUES ($1, 'programme-templates', $2)",
                id, std::string_view(code));
            db.run(
                "INSERT INTO library_versions (item_id, number, status, from_day, body, made_at) "
                "VALUES ($1, 1, 'agreed', '2000-01-01', $2, 0)",
                id, std::string_view(body));
        };
        row("LIPS-01",
            R"({"programme":"LIPS","part":"Pre-work","order":"1","session":"Pre-reading",)"
            R"("who":"All","length_days":"0.5","output":"Baseline"})");
        row("LIPS-02",
            R"({"programme":"LIPS","part":"Executive Quality and Safety Academy","order":"2",)"
            R"("session":"Executive academy","who":"Executives","length_days":"2",)"
            R"("output":"First draft of the strategy"})");
        row("LIPS-03",
            R"({"programme":"LIPS","part":"Core modules","order":"3","session":"Measurement",)"
            R"("who":"Clinicians","length_days":"1","output":"Definitions"})");
        row("LIPS-04",
            R"({"programme":"LIPS","part":"Core modules","order":"4","session":"Reliability",)"
            R"("who":"Clinicians","length_days":"1","output":"First tests"})");
        row("LIPS-05",
            R"({"programme":"LIPS","part":"Masterclass","order":"5",)"
            R"("session":"Masterclass, for example LIPS III","who":"All","length_days":"1",)"
            R"("output":"Action note"})");
    });
}

/// LIPS, and its first cohort with two places, which takes applications today.
class TestProgramme {
public:
    TestProgramme(store::Store& store, OrganisationId owner, int places = 2) : store_(store) {
        stock_templates(store);
        store.write([&](store::Writer& db) {
            const auto id = make_programme(db, stamp(),
                                           {.code = "lips",
                                            .owner = owner,
                                            .name = "Leading Improvement",
                                            .short_name = "LIPS"},
                                           "LIPS");
            programme = *find_programme(db, id);
            const auto first = open_cohort(db, stamp(), programme,
                                           {.starts = kToday + std::chrono::days(28),
                                            .opens = kToday - std::chrono::days(7),
                                            .closes = kToday + std::chrono::days(7),
                                            .places = places});
            cohort = *find_cohort(db, first);
        });
    }

    /// Names for every role that is needed.
    static std::map<std::string, std::string> everybody(const std::vector<TeamRole>& roles) {
        std::map<std::string, std::string> who;
        for (const TeamRole& role : roles)
            for (int i = 0; i < role.least; ++i)
                who[role.role] += "Somebody, somebody@example.org\n";
        return who;
    }

    ApplicationId draft(store::Writer& db, OrganisationId organisation, bool complete = true) {
        const auto roles = team_roles_of(db, programme.id);
        Application written{.cohort = cohort.id, .why = "To learn", .sponsor = "Ewa Nowak"};
        if (complete) written.who = everybody(roles);
        return save_draft(db, everywhere().may_write(organisation), stamp(), written, roles,
                          programme.waiting_rule)
            .value();
    }

    State send(store::Writer& db, OrganisationId organisation, bool complete = true) {
        const auto id = draft(db, organisation, complete);
        return programmes::send(db, everywhere().may_write(organisation), stamp(), cohort, id,
                                team_roles_of(db, programme.id), programme.waiting_rule, kToday)
            .value();
    }

    Application application(const store::Reader& db, OrganisationId organisation) {
        return find_application(db, everywhere().may_read(organisation), cohort.id).value();
    }

    Programme programme;
    Cohort cohort;

private:
    store::Store& store_;
};

}  // namespace primum::programmes
