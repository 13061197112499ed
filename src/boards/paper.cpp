#include "boards/paper.h"

#include "chart/text_width.h"

namespace primum::boards {

using html::html;

namespace {

constexpr double kLeading = 1.35;
constexpr std::string_view kGrey = "#4c6272";

}  // namespace

void Paper::text(double x, double base, std::string_view words, const Look& look) {
    body_.append(
        R"(<text x="{}" y="{}" font-size="{}" font-weight="{}" text-anchor="{}" fill="{}">{}</text>)",
        x, base, look.size, look.bold ? "700" : "400", look.right ? "end" : "start", look.colour,
        words);
}

void Paper::paragraph(double x, double width, std::string_view words, const Look& look, int lines) {
    std::string line;
    const auto fits = [&](std::string_view more) {
        return chart::text_width(line + " " + std::string(more), look.size) <= width;
    };
    const auto write = [&] {
        y += look.size * kLeading;
        text(x, y, chart::shortened(line, look.size, width), look);
        line.clear();
        --lines;
    };
    while (!words.empty() && lines > 0) {
        const auto end = words.find_first_of(" \n\t");
        const auto word = words.substr(0, end);
        words = end == words.npos ? std::string_view() : words.substr(end + 1);
        if (word.empty()) continue;
        if (!line.empty() && !fits(word)) {
            if (lines == 1) line += "…";
            write();
        }
        line.append(line.empty() ? "" : " ").append(word);
    }
    if (!line.empty() && lines > 0) write();
}

void Paper::rule() {
    body_.append(R"(<path d="M{} {}H{}" stroke="#d8dde0" stroke-width="1"/>)", kMargin, y,
                 kWidth - kMargin);
}

void Paper::picture(double x, double top, double width, double height, const html::Html& svg) {
    body_.append(R"(<svg x="{}" y="{}" width="{}" height="{}">{}</svg>)", x, top, width, height,
                 svg);
}

std::string Paper::done(std::string_view title, std::string_view footer) && {
    text(kMargin, kHeight - 24, footer, {.size = 12, .colour = kGrey});
    const auto page = html(
        R"(<svg xmlns="http://www.w3.org/2000/svg" width="1123" height="794" viewBox="0 0 1123 794" role="img" aria-label="{}" font-family="Arial, 'Liberation Sans', Helvetica, sans-serif"><rect width="1123" height="794" fill="#ffffff"/>{}</svg>)",
        title, body_);
    return std::string(page.markup());
}

}  // namespace primum::boards
