#include "app/run.h"
#include "base/memory.h"

int main(int argc, char** argv) {
    primum::keep_memory_for_reuse();
    return primum::app::run(argc, argv);
}
