#include "signals/signal.h"

#include <array>
#include <chrono>

#include "language/language.h"
#include "spc/names.h"
#include "store/audit.h"

namespace primum::signals {
namespace {

using language::sentence;

constexpr std::chrono::days kThanks{14};

const store::Scope& scope() {
    static const auto kScope =
        store::Scope::system("what somebody was told is theirs, wherever it lies");
    return kScope;
}

Says parse_says(std::string_view text) {
    for (const Says says : {Says::improvement, Says::concern})
        if (name(says) == text) return says;
    return Says::change;
}

Signal read_signal(const store::Row& row) {
    return {.id = row.get<SignalId>(0),
            .organisation = row.get<OrganisationId>(1),
            .series = row.get<measures::SeriesId>(2),
            .says = parse_says(row.get<std::string_view>(3)),
            .rule = row.get<std::string>(4),
            .since = row.get<Day>(5),
            .found_at = row.get<Instant>(6),
            .ended_at = row.get<std::optional<Instant>>(7),
            .told = row.get<std::optional<PersonId>>(8),
            .answer = parse_answer(row.get<std::string_view>(9)).value_or(Answer::none),
            .words = row.get<std::string>(10),
            .answered_by = row.get<std::string>(11),
            .answered_at = row.get<std::optional<Instant>>(12),
            .rev = row.get<std::int64_t>(13)};
}

/// What each rule found, and what to ask because of it.
struct RuleWords {
    spc::Rule rule;
    const char* found;
    const char* question;
};
const std::array<RuleWords, 4>& rule_words() {
    static const std::array<RuleWords, 4> kWords = {{
        {spc::Rule::outside_limits, sentence("One point lies outside the limits."),
         sentence("What was different in that one period?")},
        {spc::Rule::trend, sentence("Points have gone the same way, one after the other."),
         sentence("What has been changing little by little?")},
        {spc::Rule::two_of_three, sentence("Two of three points lie near one limit."),
         sentence("What has begun to happen that was not there before?")},
        {spc::Rule::shift, sentence("Points have stayed on one side of the centre line."),
         sentence("What changed when this began?")},
    }};
    return kWords;
}

}  // namespace

std::string_view name(Says says) {
    switch (says) {
        case Says::improvement:
            return "improvement";
        case Says::concern:
            return "concern";
        case Says::change:
            break;
    }
    return "change";
}

std::string_view name(Answer answer) {
    switch (answer) {
        case Answer::data:
            return "data";
        case Answer::care:
            return "care";
        case Answer::none:
            break;
    }
    return "";
}

std::optional<Answer> parse_answer(std::string_view text) {
    for (const Answer answer : {Answer::data, Answer::care})
        if (name(answer) == text) return answer;
    return {};
}

std::string Told::name() const {
    return measure_name + (stratum.empty() ? "" : ", " + stratum) + ", " + organisation_name;
}

std::vector<Signal> signals_of(const store::Reader& db, const store::Readable& organisation,
                               measures::SeriesId series) {
    return db.all(read_signal, R"sql(
        SELECT s.id, s.organisation_id, s.series_id, s.says, s.rule, s.since, s.found_at,
               s.ended_at, s.told, s.answer, s.words, COALESCE(p.name, ''), s.answered_at, s.rev
          FROM signals s LEFT JOIN people p ON p.id = s.answered_by
         WHERE s.organisation_id = $1 AND s.series_id = $2
         ORDER BY s.found_at DESC, s.id
    )sql",
                  organisation, series);
}

std::optional<Signal> find_signal(const store::Reader& db, const store::Readable& organisation,
                                  SignalId id) {
    return db.one(read_signal, R"sql(
        SELECT s.id, s.organisation_id, s.series_id, s.says, s.rule, s.since, s.found_at,
               s.ended_at, s.told, s.answer, s.words, COALESCE(p.name, ''), s.answered_at, s.rev
          FROM signals s LEFT JOIN people p ON p.id = s.answered_by
         WHERE s.organisation_id = $1 AND s.id = $2
    )sql",
                  organisation, id);
}

bool save_answer(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
                 const Signal& before, Answer answer, const std::string& words) {
    const auto changed =
        db.run(R"sql(
        UPDATE signals SET answer = $1, words = $2, answered_by = $3, answered_at = $4,
                           rev = rev + 1
         WHERE organisation_id = $5 AND id = $6 AND rev = $7
    )sql",
               name(answer), words, stamp.person, stamp.at, organisation, before.id, before.rev);
    if (changed == 0) return false;
    store::record(db, organisation, stamp,
                  {.action = "signals.answer",
                   .object = before.id.text(),
                   .before = "\"" + std::string(name(before.answer)) + "\"",
                   .after = "\"" + std::string(name(answer)) + "\""});
    return true;
}

std::vector<Told> told_to(const store::Reader& db, PersonId person, Instant now) {
    return db.all(
        [](const store::Row& row) {
            return Told{.signal = read_signal(row),
                        .organisation_name = row.get<std::string>(14),
                        .measure_name = row.get<std::string>(15),
                        .stratum = row.get<std::string>(16)};
        },
        R"sql(
        SELECT s.id, s.organisation_id, s.series_id, s.says, s.rule, s.since, s.found_at,
               s.ended_at, s.told, s.answer, s.words, '', s.answered_at, s.rev, o.name, v.name,
               e.stratum
          FROM signals s
          JOIN organisations o ON o.id = s.organisation_id
          JOIN series e ON e.organisation_id = s.organisation_id AND e.id = s.series_id
          JOIN measure_versions v ON v.measure_id = e.measure_id
           AND v.number = (SELECT MAX(w.number) FROM measure_versions w
                            WHERE w.measure_id = e.measure_id)
         WHERE s.told = $1 AND s.ended_at IS NULL AND s.answer = ''
           AND (s.says <> 'improvement' OR s.found_at > $2)
         ORDER BY s.found_at DESC, s.id
    )sql",
        person, now - kThanks, scope().everywhere());
}

const char* question_of(std::string_view rule) {
    for (const RuleWords& one : rule_words())
        if (spc::name_of(one.rule) == rule) return one.question;
    return sentence("What has changed?");
}

const char* rule_in_words(std::string_view rule) {
    for (const RuleWords& one : rule_words())
        if (spc::name_of(one.rule) == rule) return one.found;
    return sentence("The points no longer vary as chance alone would make them.");
}

}  // namespace primum::signals
