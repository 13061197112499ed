#pragma once
// What the pages of this room have in common.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "design/links.h"
#include "design/view.h"
#include "html/html.h"
#include "library/pages.h"
#include "library/record.h"
#include "library/set.h"

namespace primum::library {

/// Of a set: /library/SET.
html::Url home_of(const Set& set);
html::Url version_address(std::string_view set, std::string_view code, int number);

/// The way down to a set, or to a row of it.
std::vector<design::Crumb> crumbs(const design::View& view, const Set* set, const Record* record);

html::Html paragraph(std::string_view words);

/// Empty where there is no such field.
std::string text_of(const Fields& fields, std::string_view field);
/// What a row is called; its code where it has no name.
std::string label_of(const Set& set, const Fields& fields, std::string_view code);

/// Whose words these are, or what they are not: on every page of the set.
html::Html notice(const design::View& view, const Set& set);

/// The code itself where nothing is known of it.
std::string name_in(const std::map<std::string, std::string, std::less<>>& names,
                    const std::string& code);
/// "PSF" as "Patient Safety First"; several with commas between.
std::string campaigns_in_words(const Names& names, std::string_view list);

/// "Version 3".
std::string which(const design::View& view, const Version& version);

}  // namespace primum::library
