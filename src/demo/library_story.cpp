#include <chrono>
#include <stdexcept>
#include <string>

#include "demo/stories.h"
#include "library/record.h"
#include "library/stock.h"
#include "organisations/typed_day.h"

namespace primum::demo {
namespace {

using library::Status;
using std::chrono::days;

/// What becomes of a row on a day, by the campaign's office.
class Keeper {
public:
    Keeper(store::Store& store, const World& world)
        : store_(store),
          world_(world),
          office_(world.holder(access::Role::campaign_office, world.top())) {}

    void change(Day day, std::string_view set, std::string_view code, Status status,
                std::optional<Day> from, const std::string& note,
                std::initializer_list<std::pair<std::string, std::string>> words = {}) const {
        if (day > world_.today) return;
        store_.write([&](store::Writer& db) {
            const auto record = library::find_record(db, set, code);
            if (!record) throw std::logic_error("The library lacks a row of its story.");
            library::Draft draft{
                .status = status, .from = from, .fields = record->latest().fields, .note = note};
            for (const auto& [field, text] : words)
                draft.fields.at(field) = text;
            if (!library::add_version(db, World::scope(), world_.stamp(day, office_), *record,
                                      draft))
                throw std::logic_error("The library changed while its story was told.");
        });
    }

    void add(Day day, std::string_view set, library::Fields fields, const std::string& note) const {
        if (day > world_.today) return;
        store_.write([&](store::Writer& db) {
            const library::Draft draft{
                .status = Status::agreed, .from = day, .fields = std::move(fields), .note = note};
            library::add_item(db, World::scope(), world_.stamp(day, office_),
                              *library::find_set(set), world_.top(), draft);
        });
    }

private:
    store::Store& store_;
    const World& world_;
    std::optional<PersonId> office_;
};

/// The first 6 October of the campaign: then the measures of the medication guide, put out before
/// they were agreed, were to be there.
Day first_autumn(const World& world) {
    const std::chrono::year_month_day began(world.began());
    const auto autumn = [](std::chrono::year year) { return Day(year / std::chrono::October / 6); };
    const Day same_year = autumn(began.year());
    return same_year > world.began() + days(30) ? same_year
                                                : autumn(began.year() + std::chrono::years(1));
}

// The guide on medicines came out with its measures still in draft, and asked its readers to come
// back on 6 October.
void medication_measures(const Keeper& keeper, Day agreed) {
    const Day put_out = agreed - days(40);
    keeper.change(put_out, "measures", "INS-01", Status::draft, {},
                  "The guide is out before its measures are agreed. Come back on 6 October.",
                  {{"goal", "Half of own baseline within 12 months, to be agreed"},
                   {"sampling", "Every ward that has a connected meter; others count 20 records"}});
    keeper.change(put_out, "measures", "INS-02", Status::draft, {},
                  "The guide is out before its measures are agreed. Come back on 6 October.",
                  {{"goal", "None; each one looked into, to be agreed"}});
    keeper.change(agreed, "measures", "INS-01", Status::agreed, agreed,
                  "Agreed with the hospitals that tried it for six weeks.",
                  {{"goal", "Half of own baseline within 12 months"},
                   {"sampling", "Connected meters; where there are none, 20 records a month"}});
    keeper.change(agreed, "measures", "INS-02", Status::agreed, agreed,
                  "Agreed with the hospitals that tried it for six weeks.",
                  {{"goal", "Half of own baseline within 12 months"}});
}

}  // namespace

void tell_library(store::Store& store, const World& world) {
    // The content was there before the campaign began.
    library::stock(store, world.began() - days(90));
    const Keeper keeper(store, world);
    const Day agreed = first_autumn(world);
    medication_measures(keeper, agreed);
    keeper.change(world.began() + days(203), "interventions", "PSF-DET", Status::agreed,
                  world.began() + days(210),
                  "Teams read \"outreach\" as a service that they must buy. What counts is that "
                  "somebody comes.",
                  {{"elements",
                    "Observations done and recorded to a plan; Track and trigger score; Graded "
                    "response; Structured communication (SBAR); Trained staff who can act; "
                    "Somebody who can help comes to the bedside when called, day and night"}});
    keeper.add(world.began() + days(301), "walkround-prompts",
               {{"q_id", "WR-14"},
                {"phase", "ask"},
                {"prompt", "What have you stopped telling us because nothing came of it?"}},
               "A ward asked us to ask this, and it was the best question of the year.");
    const Day retired = world.began() + days(420);
    keeper.change(retired, "walkround-prompts", "WR-10", Status::retired, retired,
                  "Wards heard it as an examination, and said less after it.");
    keeper.change(world.today - days(12), "bundles", "VENT-1", Status::draft, {},
                  "Intensive care units ask whether prone patients count as an exception.",
                  {{"evidence_of_compliance",
                    "Angle seen at review, or why not written down (for example, lying prone)"}});
}

}  // namespace primum::demo
