#include "imports/carrying.h"

#include <gmock/gmock.h>

#include <cmath>
#include <functional>
#include <random>
#include <sstream>
#include <stdexcept>

#include "imports/export.h"
#include "imports/file.h"
#include "imports/mapping.h"
#include "measures/testing.h"
#include "xlsx/testing_python.h"

namespace primum::imports {
namespace {

using measures::add_measure_to;
using measures::day;
using measures::everywhere;
using measures::falls;
using measures::kToday;
using measures::Said;
using measures::stamp;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class Imports : public testing::TestWithParam<store::Engine> {
protected:
    store::testing::FreshDatabase db{GetParam()};
    organisations::TestTree tree{*db};
    measures::Measure measure = add_measure_to(*db, tree.country, "FALLS", falls());

    Reading read(const std::string& bytes) {
        const auto file = open_file(bytes);
        if (!file) throw std::runtime_error(file.error().sentence);
        const auto table = table_of(*file, "");
        return read_file(*file, "", guess_mapping(*table)).value();
    }

    Import begin() {
        Import import{.organisation = tree.country,
                      .file_name = "falls.csv",
                      .digest = "d",
                      .state = State::running};
        import.id = db->write([&](store::Writer& writer) {
            return add_import(writer, everywhere().may_write(tree.country), stamp(), import);
        });
        return import;
    }

    Plan plan(const Reading& reading) {
        return plan_import(*db->read(), everywhere(), directory(), reading,
                           {.organisation = tree.ward, .measure = &directory().measures().front()},
                           kToday);
    }

    const Directory& directory() {
        if (!directory_) directory_.emplace(*db->read(), everywhere(), tree.country, kToday);
        return *directory_;
    }

    /// A piece at a time.
    Import import(const std::string& bytes, std::size_t most = 2) {
        const Reading reading = read(bytes);
        Import import = begin();
        const Plan planned = plan(reading);
        while (import.state == State::running)
            db->write([&](store::Writer& writer) {
                carry_on(writer, everywhere(), stamp(), planned, reading, import, most, kToday);
            });
        return import;
    }

    std::vector<Said> points(OrganisationId organisation, const std::string& code = "falls") {
        std::vector<Said> all;
        const auto at = everywhere().may_read(organisation);
        const auto series = measures::find_series_by_code(*db->read(), at, code);
        if (!series) return all;
        for (const auto& point : measures::points_of(*db->read(), at, series->id))
            all.push_back(point.said);
        return all;
    }

    std::vector<std::string> problems(const std::string& bytes) {
        std::vector<std::string> lines;
        for (const RowProblem& problem : plan(read(bytes)).problems)
            lines.push_back(std::to_string(problem.row) + " " + problem.english);
        return lines;
    }

private:
    std::optional<Directory> directory_;
};
INSTANTIATE_TEST_SUITE_P(Engines, Imports, store::testing::engines(), store::testing::engine_name);

constexpr const char* kFile =
    "organisation,measure,month,numerator,denominator\n"
    "RZ901-4B,FALLS,2025-01-01,3,812\nRZ901-4B,FALLS,2025-02-01,4,800\n"
    "ward 4b,falls,2025-03-01,5,790\nRZ8,Falls with harm,2025-01-01,30,9000\n";

TEST_P(Imports, OpenSeriesAndSaveTheirPoints) {
    const Import done = import(kFile);
    EXPECT_EQ(done.counts.added, 4);
    EXPECT_EQ(done.state, State::done);
    EXPECT_THAT(points(tree.ward), ElementsAre(Said{day("2025-01-01"), 3.0, 812.0, "", ""},
                                               Said{day("2025-02-01"), 4.0, 800.0, "", ""},
                                               Said{day("2025-03-01"), 5.0, 790.0, "", ""}));
    EXPECT_THAT(points(tree.other), SizeIs(1));
    EXPECT_EQ(find_import(*db->read(), everywhere().may_read(tree.country), done.id)->counts.added,
              4);
}

TEST_P(Imports, OfTheSameFileAgainChangeNothing) {
    import(kFile);
    const auto before =
        measures::find_series_by_code(*db->read(), everywhere().may_read(tree.ward), "falls");
    const Import again = import(kFile);
    EXPECT_EQ(again.counts.unchanged, 4);
    EXPECT_EQ(again.counts.added + again.counts.changed, 0);
    const auto after =
        measures::find_series_by_code(*db->read(), everywhere().may_read(tree.ward), "falls");
    EXPECT_EQ(before->revision, after->revision);
    EXPECT_THAT(measures::revisions_of(*db->read(), everywhere().may_read(tree.ward), after->id),
                IsEmpty());
}

// A file of numbers alone does not speak of what people wrote beside them.
TEST_P(Imports, KeepNotesAndExclusionsThatTheFileDoesNotHave) {
    import(
        "organisation,measure,month,numerator,denominator,note,excluded\n"
        "RZ901-4B,FALLS,2025-01-01,3,812,New beds,Closed for a week\n");
    import(
        "organisation,measure,month,numerator,denominator\n"
        "RZ901-4B,FALLS,2025-01-01,4,812\n");
    EXPECT_THAT(points(tree.ward),
                ElementsAre(Said{day("2025-01-01"), 4.0, 812.0, "New beds", "Closed for a week"}));
}

TEST_P(Imports, SayWhichRowsTheyLeaveOut) {
    EXPECT_THAT(
        problems("organisation,measure,month,numerator,denominator\n"
                 "RZ7,FALLS,2025-01-01,3,812\nRZ8,PRESSURE,2025-01-01,3,812\n"
                 "RZ8,FALLS,2025-01-01,3,\nRZ8,FALLS,2027-01-01,3,5\n"
                 "RZ8,FALLS,2025-02-01,3,5\nRZ8,FALLS,2025-02-01,4,5\n"),
        ElementsAre("2 {} is not the code or the name of an organisation here.",
                    "3 {} is not the code or the name of a measure.", "4 Enter out of how many.",
                    "5 This period has not begun: enter it when it has.",
                    "7 Row {} has the same period already."));
}

TEST_P(Imports, AddUpIncidentsAndPutZerosBetween) {
    auto says = falls();
    says.denominator.clear();
    says.chart = spc::Chart::c;
    says.multiplier = 1;
    add_measure_to(*db, tree.country, "COUNT", says);
    import("measure,incident date,ward\nCOUNT,03/01/2025,4B\n");
    import(
        "incident date,measure,organisation\n03/01/2025,COUNT,RZ901-4B\n"
        "30/01/2025,COUNT,RZ901-4B\n02/04/2025,COUNT,RZ901-4B\n");
    std::vector<double> counts;
    for (const Said& said : points(tree.ward, "count"))
        counts.push_back(said.numerator.value());
    EXPECT_THAT(counts, ElementsAre(2, 0, 0, 1));
}

TEST_P(Imports, AreUndoneAsAWhole) {
    const Import first = import(kFile);
    const Import second = import(
        "organisation,measure,month,numerator,denominator\n"
        "RZ901-4B,FALLS,2025-02-01,9,800\nRZ901-4B,FALLS,2025-04-01,1,700\n");
    const auto take_back = [&](const Import& import) {
        return db->write([&](store::Writer& writer) {
            return undo(writer, everywhere(), stamp(), import, kToday);
        });
    };
    const auto refused = take_back(first);
    ASSERT_THAT(refused, SizeIs(1));
    EXPECT_EQ(refused.front().period, day("2025-02-01"));
    EXPECT_THAT(points(tree.other), SizeIs(1)) << "nothing was done";

    EXPECT_THAT(take_back(second), IsEmpty());
    EXPECT_THAT(points(tree.ward), ElementsAre(Said{day("2025-01-01"), 3.0, 812.0, "", ""},
                                               Said{day("2025-02-01"), 4.0, 800.0, "", ""},
                                               Said{day("2025-03-01"), 5.0, 790.0, "", ""}));
    EXPECT_EQ(find_import(*db->read(), everywhere().may_read(tree.country), second.id)->state,
              State::undone);
}

TEST_P(Imports, RememberHowATableWasRead) {
    db->write([&](store::Writer& writer) {
        const auto at = everywhere().may_write(tree.ward);
        remember_mapping(writer, at, stamp(), "month\nfalls\n", {"shape=points\n", "FALLS"});
        remember_mapping(writer, at, stamp(), "month\nfalls\n", {"shape=wide\n", "FALLS"});
    });
    const auto at = everywhere().may_read(tree.ward);
    EXPECT_EQ(find_mapping(*db->read(), at, "month\nfalls\n")->mapping, "shape=wide\n");
    EXPECT_FALSE(find_mapping(*db->read(), at, "other"));
}

class RoundTrip : public Imports {
protected:
    /// A random series with missing numbers, excluded points, and notes of every kind of nuisance.
    void keep_awkward_points(const std::function<double(std::mt19937&)>& number) {
        const std::vector<std::string> notes = {
            "",        "=1+1",          "'=quoted", "two\nlines",
            "a,\"b\"", " with spaces ", "-5",       "\xC3\xA9t\xC3\xA9",
            "@home",   "tab\there",     "'plain"};
        std::mt19937 random(20260302);
        Day period = day("2020-01-01");
        for (int i = 0; i < kPoints;
             ++i, period = measures::next_period(measures::Frequency::month, period)) {
            Said said{.period = period,
                      .numerator = number(random),
                      .denominator = 500 + number(random),
                      .note = notes[random() % notes.size()],
                      .excluded = random() % 7 == 0 ? notes[random() % notes.size()] : ""};
            if (i % 11 == 5) {
                said.numerator.reset();
                said.denominator.reset();
                said.note = "nobody counted";
            }
            expected.push_back(said);
        }
        db->write([&](store::Writer& writer) {
            measures::Saving saving(writer, stamp(), kToday);
            for (const Said& said : expected)
                saving.put(everywhere().may_write(tree.ward), series, said);
            saving.finish();
        });
    }

    void take_all_away() {
        db->write([&](store::Writer& writer) {
            measures::Saving saving(writer, stamp(), kToday, "away");
            for (const Said& said : expected)
                saving.remove(everywhere().may_write(tree.ward), series, said.period, "");
            saving.finish();
        });
    }

    std::string exported_csv() { return long_csv(*db->read(), everywhere(), wanted()); }
    std::string exported_workbook() {
        return workbook(*db->read(), everywhere(), wanted(), stamp().at).value();
    }
    Wanted wanted() const { return {.top = tree.country, .measure = {}, .day = kToday}; }

    static double any_number(std::mt19937& random) {
        return std::uniform_real_distribution(0.0, 50.0)(random);
    }
    /// With up to twelve digits, as people type them and systems send them.
    static double typed_number(std::mt19937& random) {
        return std::round(any_number(random) * 1e10) / 1e10;
    }

    static constexpr int kPoints = 60;
    measures::Series series = measures::open_at(*db, tree.ward, measure);
    std::vector<Said> expected;
};
INSTANTIATE_TEST_SUITE_P(Engines, RoundTrip, store::testing::engines(),
                         store::testing::engine_name);

TEST_P(RoundTrip, ThroughCsvLosesNothing) {
    keep_awkward_points(any_number);
    const std::string csv = exported_csv();
    EXPECT_EQ(import(csv).counts.unchanged, kPoints);
    take_all_away();
    EXPECT_EQ(import(csv).counts.added, kPoints);
    EXPECT_EQ(points(tree.ward), expected);
}

TEST_P(RoundTrip, ThroughAWorkbookLosesNothingThatAnybodyTypes) {
    keep_awkward_points(typed_number);
    const std::string book = exported_workbook();
    EXPECT_EQ(import(book).counts.unchanged, kPoints);
    take_all_away();
    EXPECT_EQ(import(book).counts.added, kPoints);
    EXPECT_EQ(points(tree.ward), expected);
}

// A workbook keeps 16 digits of a number (libxlsxwriter); a double may need 17.
TEST_P(RoundTrip, ThroughAWorkbookKeepsSixteenDigitsOfAnyNumber) {
    keep_awkward_points(any_number);
    const std::string book = exported_workbook();
    take_all_away();
    EXPECT_EQ(import(book).counts.added, kPoints);
    const auto close = [](const std::optional<double>& kept, const std::optional<double>& was) {
        ASSERT_EQ(kept.has_value(), was.has_value());
        EXPECT_NEAR(kept.value_or(0), was.value_or(0), was.value_or(0) * 5e-16);
    };
    const auto kept = points(tree.ward);
    ASSERT_EQ(kept.size(), expected.size());
    for (std::size_t i = 0; i < kept.size(); ++i) {
        close(kept[i].numerator, expected[i].numerator);
        close(kept[i].denominator, expected[i].denominator);
        EXPECT_EQ(kept[i].note, expected[i].note);
        EXPECT_EQ(kept[i].excluded, expected[i].excluded);
    }
}

// Of rare events only the days are kept, and nothing is counted.
TEST_P(RoundTrip, OfEventsLosesNoDay) {
    auto says = falls();
    says.denominator.clear();
    says.frequency = measures::Frequency::event;
    says.chart = spc::Chart::t;
    series = measures::open_at(*db, tree.ward, add_measure_to(*db, tree.country, "RARE", says));
    for (const char* when : {"2025-01-03", "2025-02-14", "2025-02-15", "2025-09-30"})
        expected.push_back({.period = day(when)});
    db->write([&](store::Writer& writer) {
        measures::Saving saving(writer, stamp(), kToday);
        for (const Said& said : expected)
            saving.put(everywhere().may_write(tree.ward), series, said);
        saving.finish();
    });
    const std::string csv = exported_csv();
    const std::string book = exported_workbook();
    for (const std::string& file : {csv, book}) {
        EXPECT_EQ(import(file).counts.unchanged, 4);
        take_all_away();
        EXPECT_EQ(import(file).counts.added, 4);
        EXPECT_EQ(points(tree.ward, "rare"), expected);
    }
}

TEST_P(RoundTrip, ThroughAWorkbookIsWhatOthersRead) {
    keep_awkward_points(typed_number);
    const std::string read_by_others = xlsx::python(R"py(
import sys, openpyxl
rows = openpyxl.load_workbook(sys.argv[1])["Data"].iter_rows(values_only=True)
place = {heading: i for i, heading in enumerate(next(rows))}
for row in rows:
    number = lambda name: "none" if row[place[name]] is None else repr(float(row[place[name]]))
    print(row[place["period_start"]].date(), number("numerator"), number("denominator"))
)py",
                                                    exported_workbook());
    const auto same = [](const std::string& text, const std::optional<double>& number) {
        EXPECT_EQ(text == "none", !number);
        EXPECT_EQ(number ? std::stod(text) : 0, number.value_or(0));
    };
    std::istringstream lines(read_by_others);
    for (const Said& point : expected) {
        std::string period, numerator, denominator;
        lines >> period >> numerator >> denominator;
        EXPECT_EQ(period, iso_day(point.period)) << read_by_others;
        same(numerator, point.numerator);
        same(denominator, point.denominator);
    }
}

}  // namespace
}  // namespace primum::imports
