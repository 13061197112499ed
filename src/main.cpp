#include "app/run.h"

int main(int argc, char** argv) {
    return primum::app::run(argc, argv);
}
