#pragma once
// How ready an organisation is to apply: facts, each with what to do.

#include <string>
#include <vector>

#include "programmes/enrolment.h"

namespace primum::programmes {

struct Finding {
    Check check;
    bool met = false;
    std::string who;  ///< of a role: who holds it
};

struct Readiness {
    std::vector<Finding> findings;  ///< without those that are off
    /// Whether everything that is required is there.
    bool may_send() const;
    int met() const;
};

/// On a day; `application` says who will come, where something is written yet.
Readiness readiness_of(const store::Reader& db, const store::Readable& organisation,
                       const Programme& programme, const Application* application, Day day);

}  // namespace primum::programmes
