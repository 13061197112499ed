#pragma once
// One index over every public page: rooms put their documents in when they save them.

#include <string>
#include <string_view>
#include <vector>

#include "store/db.h"

namespace primum::search {

/// A public page. `kind` is what people know it as, in English for a catalogue ("Intervention").
struct Document {
    std::string kind;
    std::string
        path;  ///< "/events/…": also its name in the index, so that saving again replaces it
    std::string title;
    std::string summary;  ///< shown below the title
    std::string body;     ///< searched, not shown
};

/// Puts a page into the index, or its new words in place of the old.
void put(store::Writer& db, const Document& document);

/// Takes it out; nothing happens where it is not there.
void remove(store::Writer& db, std::string_view path);

}  // namespace primum::search
