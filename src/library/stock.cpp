#include "library/stock.h"

namespace primum::library {

void stock(store::Store&, Day) {}

}  // namespace primum::library
