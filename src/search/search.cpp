#include "search/search.h"

#include "store/text_index.h"

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

}  // namespace primum::search
