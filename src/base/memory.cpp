#include "base/memory.h"

#include <malloc.h>

namespace primum {

void keep_memory_for_reuse() {
    mallopt(M_MMAP_THRESHOLD, 4 * 1024 * 1024);
    mallopt(M_TRIM_THRESHOLD, 8 * 1024 * 1024);
}

}  // namespace primum
