#include "demo/sheet.h"

#include <fmt/format.h>

#include "render/render.h"

namespace primum::demo {
namespace {

constexpr int kWidthPx = 794;  // A4 at 96 dots an inch
constexpr int kHeightPx = 1123;
constexpr int kMarginPx = 72;

std::string escaped(std::string_view text) {
    std::string safe;
    for (const char c : text) {
        if (c == '&')
            safe += "&amp;";
        else if (c == '<')
            safe += "&lt;";
        else if (c == '>')
            safe += "&gt;";
        else
            safe += c;
    }
    return safe;
}

/// Lines of at most so many characters, broken at spaces.
std::vector<std::string> lines_of(std::string_view text, std::size_t most) {
    std::vector<std::string> lines;
    while (text.size() > most) {
        std::size_t end = text.rfind(' ', most);
        if (end == text.npos || end == 0) end = most;
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(end);
        while (text.starts_with(' '))
            text.remove_prefix(1);
    }
    lines.emplace_back(text);
    return lines;
}

class Drawing {
public:
    explicit Drawing(bool poster) : poster_(poster) {
        svg_ = fmt::format(
            R"(<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="{1}" viewBox="0 0 {0} {1}" )"
            R"(font-family="Liberation Sans, Arial, sans-serif">)"
            R"(<rect width="{0}" height="{1}" fill="#fff"/><rect width="{0}" height="{2}" fill="#0b5563"/>)",
            kWidthPx, kHeightPx, poster ? 240 : 20);
        y_ = poster ? 110 : 96;
    }

    void title(std::string_view text) {
        const int size = poster_ ? 44 : 32;
        for (const std::string& line : lines_of(text, poster_ ? 28 : 40))
            write(line, size, poster_ ? "#fff" : "#0b5563", true);
        y_ += 4;
    }
    void below(std::string_view text) {
        write(text, 16, poster_ ? "#fff" : "#4c6272", false);
        if (poster_) y_ = 300;
        y_ += 16;
    }
    void paragraph(std::string_view text) {
        const int size = poster_ ? 26 : 16;
        const bool item = text.starts_with("- ");
        if (item) text.remove_prefix(2);
        bool first = true;
        for (const std::string& line : lines_of(text, poster_ ? 44 : 78)) {
            if (item && first)
                svg_ += fmt::format(R"(<circle cx="{}" cy="{}" r="{}" fill="#0b5563"/>)",
                                    kMarginPx + 6, y_ - size / 3, size / 5);
            write(line, size, "#212b32", false, item ? 26 : 0);
            first = false;
        }
        y_ += size / 2;
    }
    std::string done() && { return std::move(svg_) + "</svg>"; }

private:
    void write(std::string_view line, int size, std::string_view colour, bool bold, int in = 0) {
        svg_ += fmt::format(R"(<text x="{}" y="{}" font-size="{}" fill="{}"{}>{}</text>)",
                            kMarginPx + in, y_, size, colour, bold ? R"( font-weight="bold")" : "",
                            escaped(line));
        y_ += size * 3 / 2;
    }

    bool poster_;
    int y_ = 0;
    std::string svg_;
};

}  // namespace

Sheet sheet(std::string_view name, std::string_view title, std::string_view below,
            const std::vector<std::string>& paragraphs, bool poster) {
    Drawing drawing(poster);
    drawing.title(title);
    drawing.below(below);
    for (const std::string& paragraph : paragraphs)
        drawing.paragraph(paragraph);
    if (auto pdf = render::pdf(std::move(drawing).done()))
        return {std::string(name) + ".pdf", "application/pdf", std::move(*pdf)};
    std::string text = std::string(title) + "\n" + std::string(below) + "\n\n";
    for (const std::string& paragraph : paragraphs)
        text += paragraph + "\n\n";
    return {std::string(name) + ".txt", "text/plain", text};
}

}  // namespace primum::demo
