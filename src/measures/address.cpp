#include "measures/address.h"

namespace primum::measures {

using html::url;

html::Url dictionary_address() {
    return url("/measures");
}

html::Url measure_address(std::string_view measure_code) {
    return url("/measures/{}", measure_code);
}

html::Url list_address(const OrganisationId& organisation) {
    return url("/organisations/{}/measures", organisation.text());
}

html::Url series_address(const OrganisationId& organisation, std::string_view series_code) {
    return url("/organisations/{}/measures/{}", organisation.text(), series_code);
}

html::Url series_address(const Series& series) {
    return series_address(series.organisation, series.code);
}

html::Url series_address(const Series& series, std::string_view done) {
    return url("/organisations/{}/measures/{}?done={}", series.organisation.text(), series.code,
               done);
}

html::Url new_point_address(const Series& series) {
    return url("/organisations/{}/measures/{}/points/new", series.organisation.text(), series.code);
}

html::Url point_address(const Series& series, std::string_view iso_period) {
    return url("/organisations/{}/measures/{}/points/{}", series.organisation.text(), series.code,
               iso_period);
}

html::Url published_address(const OrganisationId& organisation) {
    return url("/organisations/{}/published", organisation.text());
}

html::Url published_address(const Series& series) {
    return url("/organisations/{}/published/{}", series.organisation.text(), series.code);
}

html::Url published_address(const Series& series, std::string_view file) {
    return url("/organisations/{}/published/{}/{}", series.organisation.text(), series.code, file);
}

html::Url today_address(const OrganisationId& organisation) {
    return url("/organisations/{}/today", organisation.text());
}

html::Url completeness_address(const OrganisationId& organisation) {
    return url("/organisations/{}/completeness", organisation.text());
}

html::Url board_address(const OrganisationId& organisation) {
    return url("/organisations/{}/board", organisation.text());
}

html::Url imports_address(const OrganisationId& organisation) {
    return url("/organisations/{}/imports", organisation.text());
}

}  // namespace primum::measures
