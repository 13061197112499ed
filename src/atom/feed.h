#pragma once
// News as other programs read them: Atom (RFC 4287).

#include <string>
#include <vector>

#include "base/instant.h"

namespace primum::atom {

struct Entry {
    std::string id;  ///< a tag: URI that never changes
    std::string title;
    std::string link;
    Instant updated;
    std::string summary;  ///< plain words
    std::string category;
};

struct Feed {
    std::string id;
    std::string title;
    std::string author;
    std::string self;  ///< its own address
    std::string page;  ///< that of the page with the same news
    Instant updated;
    std::vector<Entry> entries;
};

/// The document; what XML cannot hold is left out.
std::string text(const Feed& feed);

}  // namespace primum::atom
