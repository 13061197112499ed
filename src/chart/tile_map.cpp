#include "chart/tile_map.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "chart/marks.h"
#include "chart/palette.h"
#include "chart/text_width.h"

namespace primum::chart {
namespace {

struct Shade {
    std::string_view fill;
    std::string_view ink;
};
// None, up to a third, up to two thirds, more, all.
constexpr std::array<Shade, kTileShades> kShades{{{"#fff", kInk},
                                                  {"#d7e6f5", kInk},
                                                  {"#8fbce6", kInk},
                                                  {"#005eb8", "#fff"},
                                                  {"#003087", "#fff"}}};

const Shade& shade_of(const Tile& tile) {
    const double share = tile.all > 0 ? tile.joined / tile.all : 0;
    if (share <= 0) return kShades[0];
    if (share >= 1) return kShades[4];
    return kShades[share < 1.0 / 3 ? 1 : share < 2.0 / 3 ? 2 : 3];
}

std::string whole(double count) {
    return number(count, {NumberStyle::plain, 0});
}

class Drawing {
public:
    Drawing(const TileMap& map, Form form)
        : map_(map), form_(form), wide_(form == Form::wide), frame_(Frame::of(form)) {
        const double text = frame_.text_px;
        std::size_t most = 1;
        for (const TileArea& area : map.areas) {
            most = std::max(most, area.tiles.size());
            if (wide_)
                frame_.left = std::max(frame_.left, std::min(text_width(area.name, text), 190.0));
        }
        if (wide_) frame_.left += text;
        const std::size_t fit = wide_ ? 6 : 2;
        in_a_row_ = std::min(most, fit);
        step_x_ = (frame_.width - frame_.left) / static_cast<double>(std::max(in_a_row_, fit / 2));
        step_y_ = text * 3.6;
        frame_.height = height();
    }

    Html draw() const {
        Html drawing;
        double top = 0;
        for (const TileArea& area : map_.areas)
            top = append_area(drawing, area, top);
        return picture(frame_, form_, map_.caption, drawing);
    }

private:
    static constexpr double kGap = 4;

    double heading() const { return wide_ ? 0 : frame_.text_px * 1.9; }
    std::size_t rows(const TileArea& area) const {
        return (area.tiles.size() + in_a_row_ - 1) / in_a_row_;
    }
    double height() const {
        double all = 0;
        for (const TileArea& area : map_.areas)
            all += heading() + step_y_ * static_cast<double>(rows(area)) + kGap;
        return std::max(std::ceil(all), frame_.text_px * 2);
    }

    double append_area(Html& drawing, const TileArea& area, double top) const {
        const double text = frame_.text_px;
        if (wide_)
            append_words(drawing, 0, top + (step_y_ - kGap) / 2 + text * 0.35, Anchor::start, kInk,
                         shortened(area.name, text, frame_.left - 8));
        else
            append_words(drawing, 0, top + text * 1.4, Anchor::start, kInk,
                         shortened(area.name, text, frame_.width));
        top += heading();
        for (std::size_t i = 0; i < area.tiles.size(); ++i)
            append_tile(drawing, area.tiles[i],
                        frame_.left + step_x_ * static_cast<double>(i % in_a_row_),
                        top + step_y_ * static_cast<double>(i / in_a_row_));
        return top + step_y_ * static_cast<double>(rows(area)) + kGap;
    }

    void append_tile(Html& drawing, const Tile& tile, double left, double top) const {
        const double text = frame_.text_px;
        const double width = step_x_ - kGap;
        const Shade& shade = shade_of(tile);
        const std::string numbers = whole(tile.joined) + " / " + whole(tile.all);
        drawing.append(
            R"(<rect class="pr-bar" x="{}" y="{}" width="{}" height="{}" rx="4" fill="{}" stroke="{}"><title>{}</title></rect>)",
            Tenths{left + 0.5}, Tenths{top + 0.5}, Tenths{width - 1}, Tenths{step_y_ - kGap - 1},
            shade.fill, kFaint, tile.name + ": " + numbers);
        append_words(drawing, left + 8, top + text * 1.35, Anchor::start, shade.ink,
                     shortened(tile.name, text, width - 14));
        append_words(drawing, left + 8, top + text * 2.65, Anchor::start, shade.ink, numbers);
    }

    const TileMap& map_;
    Form form_;
    bool wide_;
    Frame frame_;
    std::size_t in_a_row_ = 1;
    double step_x_ = 1;
    double step_y_ = 1;
};

}  // namespace

Html tile_map(const TileMap& map, Form form) {
    return Drawing(map, form).draw();
}

Html tile_map(const TileMap& map) {
    Html both = tile_map(map, Form::wide);
    both += tile_map(map, Form::narrow);
    return both;
}

Html tile_key(const std::vector<std::string>& words) {
    Html entries;
    for (std::size_t i = 0; i < words.size() && i < kShades.size(); ++i)
        entries.append(
            R"(<li><svg class="pr-swatch" width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" focusable="false"><rect class="pr-bar" x="1" y="1" width="18" height="18" rx="3" fill="{}" stroke="{}"/></svg> {}</li>)",
            kShades[i].fill, kFaint, words[i]);
    return html::html(R"(<ul class="pr-key">{}</ul>)", entries);
}

}  // namespace primum::chart
