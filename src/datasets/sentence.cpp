#include "datasets/sentence.h"

#include "datasets/summary.h"
#include "spc/sentence.h"

namespace primum::datasets {
namespace {

spc::Wording wording_of(const Study& study, std::size_t member, chart::NumberFormat format) {
    const auto begin = study.data.members[member].begin;
    return {
        .number = [format](double value) { return chart::number(value, format); },
        .point = [&data = study.data, begin](
                     std::size_t point) { return data.calendar.spoken(data.keys[begin + point]); }};
}

}  // namespace

std::string sentence_of(const Study& study, std::size_t member, chart::NumberFormat format) {
    const auto series = series_of(study.data, study.data.members[member]);
    return spc::reading_sentence(study.analyses[member], study.options, series.excluded,
                                 wording_of(study, member, format));
}

std::string target_sentence_of(const Study& study, std::size_t member, chart::NumberFormat format) {
    return spc::target_sentence(study.analyses[member], summary_of(study, member).target,
                                wording_of(study, member, format));
}

}  // namespace primum::datasets
