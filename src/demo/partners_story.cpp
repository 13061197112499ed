#include "demo/stories.h"
#include "partners/partner.h"

namespace primum::demo {

void tell_partners(store::Store& store, const World& world) {
    partners::stock(store, world.began());
}

}  // namespace primum::demo
