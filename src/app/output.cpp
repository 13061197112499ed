#include "app/output.h"

#include <cstdio>

namespace primum::app {

Checked<void> print(std::string_view text) {
    const bool written =
        std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
    if (!written)
        return refuse("The output cannot be written: check the disk or the program it goes to.");
    return {};
}

}  // namespace primum::app
