#include "search/search.h"

#include "design/button.h"
#include "design/form.h"
#include "design/input.h"

namespace primum::search {

void put(store::Writer& db, const Document& document) {
    store::put_text(db, {.path = document.path,
                         .kind = document.kind,
                         .title = document.title,
                         .summary = document.summary,
                         .body = document.body});
}

void remove(store::Writer& db, std::string_view path) {
    store::remove_text(db, path);
}

Answer find(const store::Reader& db, const Question& question, std::string_view kind,
            std::size_t offset, std::size_t limit) {
    using store::Breadth;
    Answer answer;
    if (question.words.empty()) return answer;
    for (const Breadth breadth :
         {Breadth::all_words, Breadth::all_beginnings, Breadth::any_beginning}) {
        const store::TextQuestion asked{.words = question.words,
                                        .breadth = breadth,
                                        .kind = std::string(kind),
                                        .offset = offset,
                                        .limit = limit};
        answer.breadth = breadth;
        answer.kinds = store::count_texts(db, asked);
        if (answer.kinds.empty()) continue;
        for (const store::TextCount& one : answer.kinds)
            if (kind.empty() || one.kind == kind) answer.count += one.count;
        answer.matches = store::find_texts(db, asked);
        break;
    }
    return answer;
}

html::Html box(const design::View& view, std::string_view text) {
    return design::search_form(
        {.action = html::url("/search"), .classes = "pr-search"},
        html::html("{}{}",
                   design::input(view, {.name = "q",
                                        .label = view.say("Words to look for"),
                                        .value = text,
                                        .type = "search",
                                        .width = 20,
                                        .autocomplete = "off"}),
                   design::button({.label = view.say("Search")})));
}

}  // namespace primum::search
