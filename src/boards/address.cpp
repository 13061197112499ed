#include "boards/address.h"

namespace primum::boards {

using html::url;

html::Url settings_address(const OrganisationId& organisation) {
    return url("/organisations/{}/board/measures", organisation.text());
}

html::Url words_address(const OrganisationId& organisation) {
    return url("/organisations/{}/board/words", organisation.text());
}

html::Url narrative_address(const OrganisationId& organisation, std::string_view series_code) {
    return url("/organisations/{}/board/narratives/{}", organisation.text(), series_code);
}

html::Url units_address(const OrganisationId& organisation, std::string_view series_code) {
    return url("/organisations/{}/measures/{}/units", organisation.text(), series_code);
}

html::Url comparison_address(const OrganisationId& organisation, std::string_view measure_code) {
    return url("/organisations/{}/compare/{}", organisation.text(), measure_code);
}

html::Url thread_address(std::string_view campaign_code) {
    return url("/campaigns/{}/thread", campaign_code);
}

html::Url numbers_address(std::string_view campaign_code) {
    return url("/campaigns/{}/numbers", campaign_code);
}

html::Url public_measures_address(std::string_view campaign_code) {
    return url("/campaigns/{}/public-measures", campaign_code);
}

}  // namespace primum::boards
