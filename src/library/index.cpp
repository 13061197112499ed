#include "library/index.h"

#include "search/search.h"

namespace primum::library {

html::Url address(std::string_view set, std::string_view code) {
    return html::url("/library/{}/{}", set, code);
}

void index(store::Writer& db, const Set& set, std::string_view code, const Fields& fields) {
    if (set.code == "partners") return;  // the directory has them
    std::string title;
    std::string summary;
    std::string body(code);
    for (const Field& field : set.fields) {
        const auto found = fields.find(field.code);
        if (found == fields.end() || found->second.empty()) continue;
        if (field.code == set.label)
            title = found->second;
        else if (field.long_ && summary.empty())
            summary = found->second;
        else if (field.long_)
            body += ". " + found->second;
    }
    search::put(db, {.kind = set.singular,
                     .path = std::string(address(set.code, code).text()),
                     .title = title,
                     .summary = summary,
                     .body = body});
}

}  // namespace primum::library
