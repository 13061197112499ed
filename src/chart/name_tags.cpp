#include "chart/name_tags.h"

#include <algorithm>
#include <string>

#include "chart/text_width.h"

namespace primum::chart {
namespace {

constexpr double kWidestName = 14;  // in sizes of its text

}  // namespace

void NameTags::keep_clear(double x, double y, double radius_px) {
    const double reach = radius_px + 1;
    taken_.push_back({x - reach, y - reach, x + reach, y + reach});
}

void NameTags::append(Html& drawing, double x, double y, double radius_px, std::string_view name) {
    const double text = frame_.text_px;
    const std::string words = shortened(name, text, kWidestName * text);
    const double width = text_width(words, text);
    const double beside = radius_px + 4;
    const double above = radius_px + 2;
    const struct {
        double left;
        double middle_y;
    } places[] = {{x + beside, y},
                  {x - beside - width, y},
                  {x - width / 2, y - above - text / 2},
                  {x - width / 2, y + above + text / 2}};
    for (const auto& place : places) {
        const Box box{place.left, place.middle_y - text / 2, place.left + width,
                      place.middle_y + text / 2};
        if (!is_free(box)) continue;
        append_words(drawing, place.left, place.middle_y + text * 0.35, Anchor::start, kInk, words);
        taken_.push_back(box);
        return;
    }
}

bool NameTags::is_free(const Box& box) const {
    const bool inside = box.left >= frame_.left && box.right <= frame_.right &&
                        box.top >= frame_.top && box.bottom <= frame_.bottom;
    return inside && std::ranges::none_of(taken_, [&](const Box& other) {
               return box.left < other.right && other.left < box.right && box.top < other.bottom &&
                      other.top < box.bottom;
           });
}

}  // namespace primum::chart
