#include "app/content.h"

#include "library/stock.h"

namespace primum::app {

void bring_content(store::Store& store, Day today) {
    library::stock(store, today);
}

}  // namespace primum::app
