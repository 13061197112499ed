#pragma once
// What the library knows of one intervention: its drivers, ideas, measures and bundle.

#include <string>
#include <vector>

#include "campaigns/campaign.h"

namespace primum::campaigns {

struct Measure {
    std::string code;
    std::string name;
    std::string type;  ///< "outcome", "process", "balancing"
    std::string numerator;
    std::string denominator;
    std::string unit;
    std::string goal;
    std::string provenance;
};

/// A change idea, and the measures that would show it.
struct Idea {
    std::string words;
    std::vector<std::string> measures;  ///< codes
    std::string provenance;
};
struct SecondaryDriver {
    std::string words;
    std::vector<Idea> ideas;
};
struct PrimaryDriver {
    std::string words;
    std::vector<SecondaryDriver> below;
};

struct BundleElement {
    std::string words;
    std::string evidence;
    bool exception_allowed = false;
};
struct Bundle {
    std::string intervention;  ///< code of the intervention or part it belongs to
    std::string name;
    std::vector<BundleElement> elements;  ///< all of them or none: a patient gets every element
};

struct ChangePackage {
    Intervention intervention;
    std::vector<PrimaryDriver> drivers;
    std::vector<Measure> measures;
    std::vector<Bundle> bundles;
    std::vector<resources::Resource> tools;
    int version = 1;          ///< of the library's words for it
    std::optional<Day> from;  ///< from which day they hold
};
/// For an intervention with its parts, as it stands on a day.
ChangePackage change_package_of(const store::Reader& db, const Intervention& intervention, Day day);

}  // namespace primum::campaigns
