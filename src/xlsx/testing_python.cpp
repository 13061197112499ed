#include "xlsx/testing_python.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace primum::xlsx {

std::string python(const std::string& script, const std::string& bytes) {
    std::string folder = std::filesystem::temp_directory_path() / "primum-python-XXXXXX";
    if (::mkdtemp(folder.data()) == nullptr) return "no folder";
    std::ofstream(folder + "/script.py") << script;
    std::ofstream(folder + "/file.xlsx", std::ios::binary) << bytes;
    const std::string line =
        "/usr/bin/python3 " + folder + "/script.py " + folder + "/file.xlsx 2>&1";
    std::FILE* pipe = ::popen(line.c_str(), "r");
    if (pipe == nullptr) return "no python";
    std::string text;
    char piece[4096];
    for (std::size_t got = 1; got > 0;) {
        got = std::fread(piece, 1, sizeof piece, pipe);
        text.append(piece, got);
    }
    ::pclose(pipe);
    std::filesystem::remove_all(folder);
    return text;
}

}  // namespace primum::xlsx
