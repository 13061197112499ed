#pragma once
// A file with numbers that an analyst makes, and sends through the door that everybody's files
// take.

#include <optional>
#include <string>
#include <string_view>

#include "demo/world.h"
#include "imports/import.h"
#include "measures/point.h"

namespace primum::demo {

class NumberFile {
public:
    explicit NumberFile(std::string name,
                        std::string_view headings = "measure,month,numerator,denominator")
        : name_(std::move(name)), text_(std::string(headings) + "\n") {}

    /// A row of a measure, or of an organisation, as the headings say.
    void add(std::string_view code, const measures::Said& said);

    /// As the wizard does it once somebody has confirmed, on that day.
    imports::Import send(store::Writer& db, const World& world, OrganisationId to,
                         std::optional<PersonId> analyst, Day day) const;
    /// Sent on that day, and still to be confirmed.
    void leave_waiting(store::Writer& db, const World& world, OrganisationId to,
                       std::optional<PersonId> analyst, Day day, const std::string& measure) const;

private:
    imports::Import import_to(OrganisationId to) const;

    std::string name_;
    std::string text_;
};

}  // namespace primum::demo
