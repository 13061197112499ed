#include "events/choices.h"

#include <array>

namespace primum::events {
namespace {

design::Option read_option(const store::Row& row) {
    return {.value = row.get<std::string>(0), .label = row.get<std::string>(1)};
}

std::vector<design::Option> with_none(std::string_view none, std::vector<design::Option> options) {
    options.insert(options.begin(), {.value = "", .label = none});
    return options;
}

std::string read_text(const store::Row& row) {
    return row.get<std::string>(0);
}

/// A programme's short name where it has one.
std::string cohort_name(const std::string& short_name, const std::string& name, int number) {
    return (short_name.empty() ? name : short_name) + ' ' + roman(number);
}

}  // namespace

std::string roman(int number) {
    struct Sign {
        int value;
        const char* sign;
    };
    static constexpr std::array kSigns = {Sign{100, "C"}, Sign{90, "XC"}, Sign{50, "L"},
                                          Sign{40, "XL"}, Sign{10, "X"},  Sign{9, "IX"},
                                          Sign{5, "V"},   Sign{4, "IV"},  Sign{1, "I"}};
    std::string text;
    for (const Sign& sign : kSigns)
        for (; number >= sign.value; number -= sign.value)
            text += sign.sign;
    return text;
}

std::vector<design::Option> campaign_options(const store::Reader& db, std::string_view none) {
    return with_none(none, db.all(read_option,
                                  "SELECT id, name FROM campaigns"
                                  " WHERE status IN ('open', 'closed') ORDER BY front DESC, name"));
}

std::vector<design::Option> programme_options(const store::Reader& db, std::string_view none) {
    return with_none(
        none, db.all(read_option,
                     "SELECT id, name FROM programmes WHERE status <> 'draft' ORDER BY name"));
}

std::vector<design::Option> cohort_options(const store::Reader& db, std::string_view none) {
    return with_none(none,
                     db.all(
                         [](const store::Row& row) {
                             return design::Option{
                                 .value = row.get<std::string>(0),
                                 .label = cohort_name(row.get<std::string>(1),
                                                      row.get<std::string>(2), row.get<int>(3))};
                         },
                         R"sql(
        SELECT c.id, p.short_name, p.name, c.number
          FROM cohorts c
          JOIN programmes p ON p.id = c.programme_id
         WHERE c.status <> 'draft'
         ORDER BY p.name, c.number
    )sql"));
}

Belongs belongs_to(const store::Reader& db, const Event& event) {
    Belongs found;
    if (event.series)
        if (const auto series = find_series(db, *event.series)) found.series = series->name;
    if (event.campaign)
        db.each(
            [&](const store::Row& row) {
                found.campaign = row.get<std::string>(0);
                found.campaign_code = row.get<std::string>(1);
            },
            "SELECT name, code FROM campaigns WHERE id = $1", *event.campaign);
    if (event.programme)
        found.programme =
            db.one(read_text, "SELECT name FROM programmes WHERE id = $1", *event.programme)
                .value_or("");
    if (event.cohort)
        db.each(
            [&](const store::Row& row) {
                found.cohort =
                    cohort_name(row.get<std::string>(0), row.get<std::string>(1), row.get<int>(2));
            },
            R"sql(
            SELECT p.short_name, p.name, c.number
              FROM cohorts c
              JOIN programmes p ON p.id = c.programme_id
             WHERE c.id = $1
        )sql",
            *event.cohort);
    return found;
}

}  // namespace primum::events
