#pragma once
// A signal on the chart of a series that somebody was told of, once.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "measures/series.h"
#include "store/db.h"
#include "store/scope.h"
#include "store/stamp.h"

namespace primum::signals {

struct Signal;
using SignalId = Id<Signal>;

enum class Says : std::uint8_t { improvement, concern, change };
std::string_view name(Says says);

/// What a signal turned out to be.
enum class Answer : std::uint8_t {
    none,
    data,  ///< in how it was counted
    care,  ///< in what was done for patients
};
std::string_view name(Answer answer);
std::optional<Answer> parse_answer(std::string_view name);

struct Signal {
    SignalId id;
    OrganisationId organisation;
    measures::SeriesId series;
    Says says = Says::change;
    std::string rule;  ///< "shift"
    Day since;         ///< the first point that it names
    Instant found_at;
    std::optional<Instant> ended_at;  ///< when the chart stopped saying so
    std::optional<PersonId> told;
    Answer answer = Answer::none;
    std::string words;  ///< of whoever answered
    std::string answered_by;
    std::optional<Instant> answered_at;
    std::int64_t rev = 1;

    /// Whether somebody is to look: improvements are told as thanks, and ask for nothing.
    bool waits() const { return says != Says::improvement && answer == Answer::none && !ended_at; }
};

/// Of one series, the latest first.
std::vector<Signal> signals_of(const store::Reader& db, const store::Readable& organisation,
                               measures::SeriesId series);
std::optional<Signal> find_signal(const store::Reader& db, const store::Readable& organisation,
                                  SignalId id);

/// False where somebody else has answered since.
bool save_answer(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
                 const Signal& before, Answer answer, const std::string& words);

/// A signal with the names that a list needs.
struct Told {
    Signal signal;
    std::string organisation_name;
    std::string measure_name;
    std::string stratum;

    /// "Falls with harm, women, Ward 4B"
    std::string name() const;
};

/// What somebody was told that still goes on: what waits for an answer, and improvements of the
/// last fortnight; the latest first. The person's own, wherever it lies.
std::vector<Told> told_to(const store::Reader& db, PersonId person, Instant now);

/// The question that fits the rule, in one sentence: English for a catalogue.
const char* question_of(std::string_view rule);
/// "Seven or more points on one side of the centre line": English for a catalogue.
const char* rule_in_words(std::string_view rule);

}  // namespace primum::signals
