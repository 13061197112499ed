#pragma once
// A page of paper, A4 landscape, written from top to bottom.

#include <string>
#include <string_view>

#include "html/html.h"

namespace primum::boards {

/// 1123 × 794 px: A4 at 96 px an inch. Text is placed by its base line.
class Paper {
public:
    static constexpr double kWidth = 1123;
    static constexpr double kHeight = 794;
    static constexpr double kMargin = 48;

    /// Where the next line begins; below kHeight - kMargin nothing should be written.
    double y = kMargin;

    struct Look {
        double size = 15;
        bool bold = false;
        std::string_view colour = "#212b32";
        bool right = false;  ///< ends at x
    };
    void text(double x, double base, std::string_view words, const Look& look);

    /// Breaks words into lines of that width and moves y below them; at most `lines`, the last of
    /// which then ends with "…".
    void paragraph(double x, double width, std::string_view words, const Look& look,
                   int lines = 40);

    void rule();  ///< a thin line from margin to margin at y
    /// A picture inside that box, as large as it fits.
    void picture(double x, double top, double width, double height, const html::Html& svg);

    /// The page, with its number at the foot.
    std::string done(std::string_view title, std::string_view footer) &&;

private:
    html::Html body_;
};

}  // namespace primum::boards
