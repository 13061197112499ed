#pragma once
// Names by which stories find what an earlier story has made.

namespace primum::demo {

/// The document that recommended the campaign, in our own words (resources::find_by_title).
inline constexpr const char* kOriginTitle = "Safety first: a summary in our own words";
/// The masterclass of the third cohort that is coming.
inline constexpr const char* kMasterclassTitle = "LIPS III – Masterclass";

}  // namespace primum::demo
