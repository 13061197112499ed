#pragma once
// The whole program.

namespace primum::app {

/// Does what the command line says. Returns the exit status: 0 done, 1 refused or failed, 2 wrong
/// usage. Whatever goes wrong is one sentence on standard error.
int run(int argc, const char* const* argv);

}  // namespace primum::app
