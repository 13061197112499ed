#include "app/content.h"

#include "library/stock.h"
#include "partners/partner.h"

namespace primum::app {

void bring_content(store::Store& store, Day today) {
    library::stock(store, today);
    partners::stock(store, today);
}

}  // namespace primum::app
