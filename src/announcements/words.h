#pragma once
// How this room says for whom news is, and how it stands.

#include <string>
#include <vector>

#include "announcements/announcement.h"
#include "design/view.h"
#include "html/html.h"

namespace primum::announcements {

/// "Members of Patient Safety First, chief executives only".
std::string audience_words(const design::View& view, const Audience& audience,
                           const std::vector<Choosable>& known);

/// "Members of Patient Safety First"; the name of a cohort is "LIPS, cohort 3".
std::string choosable_words(const design::View& view, const Choosable& one);

/// A tag: draft, published, withdrawn.
html::Html state_tag(const design::View& view, const Announcement& one);

}  // namespace primum::announcements
