#pragma once
// What a point means, and the colours and classes by which it shows. Shapes carry the same meaning
// (marks.h), so that nothing depends on colour.

#include <cstdint>
#include <string_view>

namespace primum::chart {

/// What a point says, in Making Data Count's words.
enum class Meaning : std::uint8_t {
    common,       ///< common cause: nothing but ordinary variation
    improvement,  ///< special cause, for the better
    concern,      ///< special cause, for the worse
    neutral,      ///< special cause where neither direction is better
};
inline constexpr int kMeaningCount = 4;

enum class Palette : std::uint8_t {
    accessible,  ///< at least 3:1 on white and on the page's grey; the default
    mdc,         ///< as Making Data Count's own tools, for reports that must match them
};

/// Colours for marks and for words beside them.
struct Colours {
    std::string_view common;
    std::string_view improvement;
    std::string_view concern;
    std::string_view neutral;
    std::string_view target;

    constexpr std::string_view of(Meaning meaning) const {
        switch (meaning) {
            case Meaning::improvement:
                return improvement;
            case Meaning::concern:
                return concern;
            case Meaning::neutral:
                return neutral;
            case Meaning::common:
                break;
        }
        return common;
    }
};

/// Contrast on white: accessible 3.75, 6.38, 4.51, 15.2, 5.06; mdc 2.43, 2.48, 3.26, 12.4, 4.91.
constexpr Colours colours_of(Palette palette) {
    if (palette == Palette::mdc) return {"#a6a6a6", "#00b0f0", "#e46c0a", "#490092", "#de1b1b"};
    return {"#768692", "#005eb8", "#c25700", "#330072", "#d5281b"};
}

/// Everything that has no meaning of its own.
inline constexpr std::string_view kInk = "#212b32";    ///< words, centre line
inline constexpr std::string_view kGrey = "#4c6272";   ///< quieter words, limits
inline constexpr std::string_view kFaint = "#768692";  ///< data line, trial limits
inline constexpr std::string_view kPale = "#aeb7bd";   ///< marks of when something happened
inline constexpr std::string_view kGrid = "#d8dde0";
inline constexpr std::string_view kPaper = "#fff";

/// The class of a mark, by which a page's stylesheet can reach it.
constexpr std::string_view class_of(Meaning meaning) {
    switch (meaning) {
        case Meaning::improvement:
            return "pr-improvement";
        case Meaning::concern:
            return "pr-concern";
        case Meaning::neutral:
            return "pr-neutral";
        case Meaning::common:
            break;
    }
    return "pr-common";
}

}  // namespace primum::chart
