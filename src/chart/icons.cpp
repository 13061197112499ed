#include "chart/icons.h"

#include "chart/marks.h"

namespace primum::chart {
namespace {

using spc::Assurance;
using spc::Variation;

// Strokes in a box of 48 by 48. Letters stand a little high, to leave room for the shape below.
constexpr std::string_view kHigh = "M17.5 11.5V28.5M30.5 11.5V28.5M17.5 20H30.5";
constexpr std::string_view kLow = "M19.5 11.5V28.5H30.5";
constexpr std::string_view kUp = "M24 28.5V12M17 19L24 12L31 19";
constexpr std::string_view kDown = "M24 11.5V28M17 21L24 28L31 21";
constexpr std::string_view kWave = "M9.5 26C13 16 17.5 16 21.5 24S30.5 34 38.5 21.5";
constexpr std::string_view kPass = "M19 35V13.5H25.5A6 6 0 0 1 25.5 25.5H19";
constexpr std::string_view kFail = "M19 35V13.5H31M19 24H29";
constexpr std::string_view kQuestion = "M17.5 19A6.5 6.5 0 1 1 27 24.4Q24 26 24 29M24 34.3V34.8";
constexpr std::string_view kNothing = "";

struct Drawn {
    Meaning meaning;
    std::string_view strokes;
    bool shape_below;
};

Drawn drawn(Variation variation) {
    switch (variation) {
        case Variation::common:
            return {Meaning::common, kWave, false};
        case Variation::improvement_high:
            return {Meaning::improvement, kHigh, true};
        case Variation::improvement_low:
            return {Meaning::improvement, kLow, true};
        case Variation::concern_high:
            return {Meaning::concern, kHigh, true};
        case Variation::concern_low:
            return {Meaning::concern, kLow, true};
        case Variation::neutral_high:
            return {Meaning::neutral, kUp, true};
        case Variation::neutral_low:
            return {Meaning::neutral, kDown, true};
        case Variation::none:
            break;
    }
    return {Meaning::common, kNothing, false};
}

Drawn drawn(Assurance assurance) {
    switch (assurance) {
        case Assurance::pass:
            return {Meaning::improvement, kPass, false};
        case Assurance::fail:
            return {Meaning::concern, kFail, false};
        case Assurance::inconsistent:
            return {Meaning::common, kQuestion, false};
        case Assurance::none:
            break;
    }
    return {Meaning::common, kNothing, false};
}

// Icons are words of their own, so their grey is the one for words.
std::string_view ink(Meaning meaning, Palette palette) {
    if (meaning == Meaning::common && palette == Palette::accessible) return kGrey;
    return colours_of(palette).of(meaning);
}

Html shape(Meaning meaning) {
    Html mark;
    append_mark(mark, meaning, 24, 36.5, 3.6);
    return mark;
}

Html icon_of(const Drawn& drawn, std::string_view name, int size_px, Palette palette) {
    const std::string_view colour = ink(drawn.meaning, palette);
    const std::optional<std::string_view> dashes =
        drawn.strokes.empty() ? std::optional<std::string_view>("4 4") : std::nullopt;
    std::optional<Html> below;
    if (drawn.shape_below)
        below = html::html(R"(<g class="{}" fill="{}">{}</g>)", class_of(drawn.meaning), colour,
                           shape(drawn.meaning));
    return html::html(
        R"(<svg xmlns="http://www.w3.org/2000/svg" class="pr-icon" width="{}" height="{}" viewBox="0 0 48 48" role="img" aria-label="{}" focusable="false"><title>{}</title><g class="pr-sign" fill="none" stroke="{}" stroke-width="4"><circle class="pr-ring" cx="24" cy="24" r="21.5" fill="{}" stroke-width="3.5" stroke-dasharray="{}"/><path d="{}" stroke-linecap="round" stroke-linejoin="round"/></g>{}</svg>)",
        size_px, size_px, name, name, colour, kPaper, dashes, drawn.strokes, below);
}

}  // namespace

std::string_view name_of(Variation variation) {
    switch (variation) {
        case Variation::none:
            return "Too few points to say";
        case Variation::common:
            return "Common cause – no significant change";
        case Variation::improvement_high:
            return "Special cause of improving nature due to higher values";
        case Variation::improvement_low:
            return "Special cause of improving nature due to lower values";
        case Variation::concern_high:
            return "Special cause of concerning nature due to higher values";
        case Variation::concern_low:
            return "Special cause of concerning nature due to lower values";
        case Variation::neutral_high:
            return "Special cause – increasing values (neither is better)";
        case Variation::neutral_low:
            return "Special cause – decreasing values (neither is better)";
    }
    return {};
}

std::string_view name_of(Assurance assurance) {
    switch (assurance) {
        case Assurance::none:
            return "No target";
        case Assurance::pass:
            return "Consistently passing the target";
        case Assurance::fail:
            return "Consistently falling short of the target";
        case Assurance::inconsistent:
            return "Will not consistently hit or miss the target (random variation)";
    }
    return {};
}

Html icon(Variation variation, int size_px, Palette palette) {
    return icon_of(drawn(variation), name_of(variation), size_px, palette);
}

Html icon(Assurance assurance, int size_px, Palette palette) {
    return icon_of(drawn(assurance), name_of(assurance), size_px, palette);
}

}  // namespace primum::chart
