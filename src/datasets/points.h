#pragma once
// What is said of one point, for every form of output.

#include <cstddef>
#include <string>

#include "datasets/study.h"

namespace primum::datasets {

/// One point of one series of a study.
class PointView {
public:
    PointView(const Study& study, std::size_t member, std::size_t point)
        : study_(study),
          analysis_(study.analyses[member]),
          data_member_(study.data.members[member]),
          point_(point) {}

    double value() const { return analysis_.values[point_]; }
    const spc::Limits& limits() const { return analysis_.limits_at(point_); }
    spc::Reading reading() const { return analysis_.readings[point_]; }
    const spc::PointSignals& signals() const { return analysis_.signals[point_]; }

    double numerator() const;    ///< NaN where there is no denominator
    double denominator() const;  ///< NaN where there is none
    bool excluded() const;
    bool in_baseline() const;  ///< whether it lies where the lines of its phase were set
    std::string date() const { return study_.data.calendar.written(key()); }
    Key key() const { return study_.data.keys[at()]; }

    /// From 1.
    std::size_t phase_number() const;

private:
    std::size_t at() const { return data_member_.begin + point_; }
    const spc::Phase& phase() const { return data_member_.phases[phase_number() - 1]; }

    const Study& study_;
    const spc::Analysis& analysis_;
    const Dataset::Member& data_member_;
    std::size_t point_;
};

/// The names of the rules that fired, with ';' between.
std::string names_of(spc::RuleSet rules);

}  // namespace primum::datasets
