#include "campaigns/certificate.h"

#include <algorithm>

namespace primum::campaigns {
namespace {

using html::html;

constexpr int kMiddle = 561;

std::size_t length(std::string_view text) {
    constexpr unsigned kContinuation = 0x80;
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != kContinuation; }));
}

/// How many bytes the first characters take.
std::size_t bytes_of(std::string_view text, std::size_t characters) {
    std::size_t bytes = 0;
    while (bytes < text.size() && characters > 0) {
        ++bytes;
        while (bytes < text.size() && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U)
            ++bytes;
        --characters;
    }
    return bytes;
}

html::Html text_lines(const std::vector<std::string>& lines, int x, int y, int step, int size,
                      std::string_view anchor, std::string_view weight, std::string_view fill) {
    html::Html all;
    for (const std::string& line : lines) {
        all.append(
            R"(<text x="{}" y="{}" font-size="{}" text-anchor="{}" font-weight="{}" fill="{}">{}</text>)",
            x, y, size, anchor, weight, fill, line);
        y += step;
    }
    return all;
}

}  // namespace

std::vector<std::string> broken(std::string_view text, std::size_t characters, std::size_t lines) {
    std::vector<std::string> result;
    std::string line;
    const auto push = [&] {
        if (!line.empty()) result.push_back(std::move(line));
        line.clear();
    };
    while (!text.empty()) {
        const std::size_t end = text.find_first_of(" \n\t");
        std::string_view word = text.substr(0, end);
        text = end == text.npos ? std::string_view() : text.substr(end + 1);
        if (word.empty()) continue;
        if (!line.empty() && length(line) + 1 + length(word) > characters) push();
        while (length(word) > characters) {
            const std::size_t bytes = bytes_of(word, characters);
            result.emplace_back(word.substr(0, bytes));
            word.remove_prefix(bytes);
        }
        if (!line.empty()) line += ' ';
        line += word;
    }
    push();
    if (result.size() > lines) {
        result.resize(lines);
        std::string& last = result.back();
        last.resize(bytes_of(last, characters > 1 ? characters - 1 : 1));
        last += "…";
    }
    return result;
}

html::Html picture(const Certificate& certificate) {
    constexpr std::string_view kInk = "#212b32";
    constexpr std::string_view kBlue = "#0b4f8a";
    constexpr std::string_view kGrey = "#4c6272";
    const auto who = broken(certificate.who, 36, 3);
    const auto sentence = broken(certificate.sentence, 78, 4);
    int y = 238;
    html::Html body =
        text_lines(broken(certificate.heading, 60, 1), kMiddle, 176, 0, 24, "middle", "400", kGrey);
    body += text_lines(who, kMiddle, y, 50, 42, "middle", "700", kInk);
    y += 50 * static_cast<int>(who.size()) + 6;
    body += text_lines(sentence, kMiddle, y, 30, 22, "middle", "400", kInk);
    y += 30 * static_cast<int>(sentence.size()) + 16;
    for (const std::string& one : certificate.lines) {
        if (y > 590) break;
        const auto lines = broken(one, 80, 2);
        body += text_lines(lines, kMiddle, y, 26, 20, "middle", "700", kBlue);
        y += 26 * static_cast<int>(lines.size()) + 4;
    }
    body += text_lines(broken(certificate.date, 80, 1), kMiddle, 640, 0, 20, "middle", "400", kInk);
    body += text_lines(broken(certificate.footer, 100, 2), kMiddle, 706, 22, 16, "middle", "400",
                       kGrey);
    return html(R"(
        <svg xmlns="http://www.w3.org/2000/svg" class="pr-certificate" width="1123" height="794" viewBox="0 0 1123 794" role="img" aria-label="{}" font-family="Arial, Helvetica, sans-serif">
        <rect width="1123" height="794" fill="#ffffff"/>
        <rect x="28" y="28" width="1067" height="738" fill="none" stroke="#0b4f8a" stroke-width="6"/>
        <rect x="40" y="40" width="1043" height="714" fill="none" stroke="#0b4f8a" stroke-width="1"/>
        <path d="M120 130H440M683 130H1003" stroke="#0b4f8a" stroke-width="2" stroke-dasharray="6 8"/>
        <text x="561" y="104" font-size="32" text-anchor="middle" font-weight="700" fill="#0b4f8a">{}</text>
        <text x="561" y="138" font-size="18" text-anchor="middle" fill="#4c6272">{}</text>
        {}</svg>)",
                certificate.heading + ": " + certificate.who, broken(certificate.campaign, 50, 1),
                broken(certificate.strapline, 32, 1), body);
}

}  // namespace primum::campaigns
