#include <chrono>

#include "demo/stories.h"
#include "library/stock.h"

namespace primum::demo {

void tell_library(store::Store& store, const World& world) {
    // The content was there before the campaign began.
    library::stock(store, world.began() - std::chrono::days(90));
}

}  // namespace primum::demo
