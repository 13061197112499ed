#include "workshop.h"

#include <gmock/gmock.h>
#include <sys/wait.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <set>

namespace primum::journeys {

void Workshop::SetUp() {
    std::string pattern = testing::TempDir() + "primum-journey-XXXXXX";
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
}

void Workshop::TearDown() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

std::string Workshop::file(const std::string& name, std::string_view bytes) const {
    std::ofstream(path(name), std::ios::binary) << bytes;
    return path(name);
}

Outcome Workshop::run(const std::string& line) const {
    const std::string out = folder_.string() + ".out";
    const std::string err = folder_.string() + ".err";
    const std::string command = "cd '" + folder_.string() +
                                "' && primum() { '" PRIMUM_EXECUTABLE "' \"$@\"; } && { " + line +
                                "; } >'" + out + "' 2>'" + err + "'";
    const int status = std::system(command.c_str());
    Outcome outcome{WEXITSTATUS(status), text_of(out), text_of(err)};
    std::filesystem::remove(out);
    std::filesystem::remove(err);
    return outcome;
}

void Workshop::expect_refused(const Outcome& outcome, int status, const std::string& words) {
    EXPECT_EQ(outcome.status, status) << outcome.err;
    EXPECT_EQ(outcome.out, "");
    EXPECT_THAT(outcome.err, testing::HasSubstr(words));
    EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
    EXPECT_TRUE(outcome.err.ends_with(".\n")) << outcome.err;
}

std::string Workshop::contents() const {
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder_))
        names.insert(entry.path().filename().string());
    std::string list;
    for (const auto& name : names)
        list += (list.empty() ? "" : " ") + name;
    return list;
}

std::string text_of(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace primum::journeys
