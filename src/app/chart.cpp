#include <CLI/App.hpp>

#include "app/verb.h"

namespace primum::app {

void add_chart(CLI::App& program, Action& chosen) {
    (void)program;
    (void)chosen;
}

}  // namespace primum::app
