#pragma once
// For tests: lines as the Organisation Data Service's files have them. Every organisation in them
// is invented.

#include <string>

namespace primum::organisations {

struct OdsLine {
    std::string code;
    std::string name;
    std::string opened;
    std::string closed;
    std::string parent;
    std::string joined;
    std::string left;
    std::string geography = "QZZ";
    std::string grouping = "Y99";
};

/// 27 cells in quotation marks, in the order of the documentation, and CR LF.
inline std::string ods_line(const OdsLine& line) {
    const std::string cells[27] = {line.code,
                                   line.name,
                                   line.grouping,
                                   line.geography,
                                   "1 HIGH STREET",
                                   "",
                                   "",
                                   "ALDERWICK",
                                   "",
                                   "ZZ1 1ZZ",
                                   line.opened,
                                   line.closed,
                                   "",
                                   "",
                                   line.parent,
                                   line.joined,
                                   line.left,
                                   "01632 960000",
                                   "",
                                   "",
                                   "",
                                   "0",
                                   "",
                                   "Z",
                                   "",
                                   "",
                                   ""};
    std::string text;
    for (const std::string& cell : cells)
        text += (text.empty() ? "\"" : ",\"") + cell + '"';
    return text + "\r\n";
}

}  // namespace primum::organisations
