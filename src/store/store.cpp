#include "store/store.h"

#include "store/postgres_store.h"
#include "store/sqlite_store.h"

namespace primum::store {

std::unique_ptr<Store> Store::open(const Options& options) {
    const bool server =
        options.url.starts_with("postgresql://") || options.url.starts_with("postgres://");
    return server ? open_postgres(options) : open_sqlite(options);
}

}  // namespace primum::store
