#pragma once
// One index over every public page: rooms put their documents in when they save them.

#include <string>
#include <string_view>
#include <vector>

#include "design/view.h"
#include "search/question.h"
#include "store/db.h"
#include "store/text_index.h"

namespace primum::search {

/// A public page. `kind` is what people know it as, in English for a catalogue ("Intervention").
struct Document {
    std::string kind;
    std::string
        path;  ///< "/events/…": also its name in the index, so that saving again replaces it
    std::string title;
    std::string summary;  ///< shown below the title
    std::string body;     ///< searched; the piece of it that has the words is shown
};

/// Puts a page into the index, or its new words in place of the old.
void put(store::Writer& db, const Document& document);

/// Takes it out; nothing happens where it is not there.
void remove(store::Writer& db, std::string_view path);

/// What was found, and how far one had to look.
struct Answer {
    store::Breadth breadth = store::Breadth::all_words;
    std::size_t count = 0;                  ///< of the kind asked for
    std::vector<store::TextCount> kinds;    ///< of every kind
    std::vector<store::TextMatch> matches;  ///< of one page
};

/// Pages that have every word; where there are none, those that have every beginning of a word;
/// where there are none, those that have one.
Answer find(const store::Reader& db, const Question& question, std::string_view kind,
            std::size_t offset, std::size_t limit);

/// A box to search from, for any page; `text` is what was looked for.
html::Html box(const design::View& view, std::string_view text = {});

}  // namespace primum::search
