#pragma once
// How an organisation keeps a measure: what a form asks.

#include <optional>
#include <string>
#include <vector>

#include "access/context.h"
#include "base/problems.h"
#include "measures/series.h"
#include "organisations/here.h"
#include "organisations/typed_day.h"

namespace primum::measures {

/// Somebody who may be asked for the numbers.
struct Keeper {
    PersonId id;
    std::string name;
};
/// Those who hold a role in the organisation today, each once.
std::vector<Keeper> keepers_of(const store::Reader& db, const store::Readable& organisation,
                               Day today);

struct SeriesForm {
    organisations::TypedDay starts;
    organisations::TypedDay ends;
    std::string due_days = "10";
    std::string audience = "organisation";
    std::string rules = "mdc";
    std::string chart;   ///< empty where the definition's holds
    std::string keeper;  ///< the id of a person, or empty
    std::int64_t rev = 0;

    static SeriesForm from_request(const http::Form& form);
    static SeriesForm of(const Series& series);
};

/// The series with what the form says of it; or what to correct, added to `problems`.
Series check_series(const Series& before, const SeriesForm& form,
                    const std::vector<Keeper>& keepers, Problems& problems);

struct SeriesQuestions {
    const std::vector<Keeper>& keepers;
    bool may_end = false;                  ///< asks for the chart and the last day as well
    std::optional<spc::Chart> chart = {};  ///< the definition's
};
html::Html series_inputs(const design::View& view, const SeriesForm& form, const Problems& problems,
                         const SeriesQuestions& questions);

}  // namespace primum::measures
