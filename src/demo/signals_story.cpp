// Early word: what charts began to say, who was told, and what they answered.

#include <algorithm>
#include <chrono>

#include "demo/luck.h"
#include "demo/series_story.h"
#include "demo/stories.h"
#include "signals/signal.h"
#include "signals/telling.h"

namespace primum::demo {
namespace {

using access::Role;
using signals::Answer;
using std::chrono::days;
using std::chrono::hours;

/// What the analyst answers where more incidents were reported.
constexpr std::string_view kMoreReports =
    "Reporting was made part of the handover in the spring, and the form is half as long. Nothing "
    "was counted in another way.";

class SignalsStory {
public:
    SignalsStory(store::Store& store, const World& world)
        : store_(store), world_(world), trust_(world.trusts().front()) {}

    void tell() {
        signals::look_for_signals(store_, at(6));
        answer(world_.holder(Role::analyst, trust_));
        type_wrongly();
    }

private:
    Instant at(int days_ago) const { return world_.today - days(days_ago) + hours(9); }

    /// What the improvement lead was told of still waits.
    void answer(std::optional<PersonId> analyst) {
        store_.write([&](store::Writer& db) {
            for (const auto& told : signals::told_to(db, *analyst, at(5)))
                if (told.signal.waits() && told.signal.says == signals::Says::change)
                    must(
                        signals::save_answer(db, World::scope().may_write(told.signal.organisation),
                                             {.person = analyst, .at = at(3), .request = "demo"},
                                             told.signal, Answer::care, std::string(kMoreReports)));
        });
    }

    /// A number with a digit too many was found by the chart within a day, and put right.
    void type_wrongly() {
        const OrganisationId ward = wards_of(world_, trust_, 6).back();
        const auto writable = World::scope().may_write(ward);
        const auto lead = world_.holder(Role::improvement_lead, trust_);
        const auto series = [&](const store::Reader& db) {
            return measures::find_series_by_code(db, writable, "falls").value();
        };
        const auto before = [&] {
            const auto db = store_.read();
            return measures::points_of(*db, writable, series(*db).id).back();
        }();
        // Whatever happened to it happened after it came.
        const auto then = [&](int days_ago) { return std::max(at(days_ago), before.entered_at); };
        const auto by_lead = [&](int days_ago) {
            return store::Stamp{.person = lead, .at = then(days_ago), .request = "demo"};
        };
        const auto save = [&](const measures::Said& said, int days_ago, const std::string& why) {
            store_.write([&](store::Writer& db) {
                measures::save_point(db, writable, by_lead(days_ago), series(db), said,
                                     world_.today, why);
            });
            signals::look_for_signals(store_, then(days_ago));
        };
        measures::Said wrong = before.said;
        *wrong.numerator = 10 * *wrong.numerator + 21;
        save(wrong, 5, "Two falls were reported late");
        store_.write([&](store::Writer& db) {
            for (const auto& signal : signals::signals_of(db, writable, series(db).id))
                if (!signal.ended_at)
                    must(signals::save_answer(
                        db, writable, by_lead(4), signal, Answer::data,
                        "A digit too many was typed. It was put right on the same day."));
        });
        save(before.said, 4, "A digit too many was typed");
    }

    store::Store& store_;
    const World& world_;
    OrganisationId trust_;
};

}  // namespace

void tell_signals(store::Store& store, const World& world) {
    SignalsStory(store, world).tell();
}

}  // namespace primum::demo
