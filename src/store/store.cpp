#include "store/store.h"

#include "store/sqlite_store.h"

namespace primum::store {

std::unique_ptr<Store> Store::open(const Options& options) {
    return open_sqlite(options);
}

}  // namespace primum::store
