#include "library/frame.h"

#include "design/callouts.h"
#include "library/index.h"

namespace primum::library {

using design::View;
using html::html;
using html::Html;
using html::url;

html::Url home_of(const Set& set) {
    return url("/library/{}", set.code);
}

html::Url version_address(std::string_view set, std::string_view code, int number) {
    return url("/library/{}/{}/versions/{}", set, code, number);
}

std::vector<design::Crumb> crumbs(const View& view, const Set* set, const Record* record) {
    std::vector<design::Crumb> way{{view.say("Home"), url("/")},
                                   {view.say("Library"), url("/library")}};
    if (set) way.push_back({view.said(set->title), home_of(*set)});
    if (record) way.push_back({record->code, address(record->set, record->code)});
    return way;
}

Html paragraph(std::string_view words) {
    return html("<p>{}</p>", words);
}

std::string text_of(const Fields& fields, std::string_view field) {
    const auto found = fields.find(field);
    return found == fields.end() ? std::string() : found->second;
}

std::string label_of(const Set& set, const Fields& fields, std::string_view code) {
    const std::string label = text_of(fields, set.label);
    return label.empty() ? std::string(code) : label;
}

/// Whose words these are, or what they are not: on every page of the set.
Html notice(const View& view, const Set& set) {
    if (std::string_view(set.notice).empty()) return {};
    return design::inset_text(view, paragraph(view.said(set.notice)));
}

std::string name_in(const std::map<std::string, std::string, std::less<>>& names,
                    const std::string& code) {
    const auto found = names.find(code);
    return found == names.end() ? code : found->second;
}

/// "PSF" as "Patient Safety First"; several with commas between.
std::string campaigns_in_words(const Names& names, std::string_view list) {
    std::string words;
    for (const std::string& code : parts_of(list)) {
        if (!words.empty()) words += ", ";
        words += name_in(names.campaigns, code);
    }
    return words;
}

std::string which(const View& view, const Version& version) {
    return view.say("Version {}", version.number);
}

}  // namespace primum::library
