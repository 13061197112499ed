#include "render/render.h"

#include <cmath>
#include <memory>

#include "render/library.h"

namespace primum::render {
namespace {

struct Release {
    void operator()(RsvgHandle* handle) const { library().g_object_unref(handle); }
    void operator()(cairo_surface_t* surface) const { library().cairo_surface_destroy(surface); }
    void operator()(cairo_t* context) const { library().cairo_destroy(context); }
};
using Handle = std::unique_ptr<RsvgHandle, Release>;
using Surface = std::unique_ptr<cairo_surface_t, Release>;
using Context = std::unique_ptr<cairo_t, Release>;

struct Picture {
    Handle handle;
    double width_px;
    double height_px;
};

Error sentence(GError* error) {
    std::string words = error ? error->message : "unknown reason";
    library().g_clear_error(&error);
    return "The picture could not be read: " + words;
}

std::expected<Picture, Error> read(std::string_view svg) {
    if (!library().missing.empty())
        return std::unexpected("Pictures need librsvg, and " + library().missing +
                               " was not found: install the package librsvg2-2.");
    GError* error = nullptr;
    // librsvg reads the bytes and does not change them.
    const auto* bytes = reinterpret_cast<const guint8*>(svg.data());
    Picture picture{Handle(library().rsvg_handle_new_from_data(bytes, svg.size(), &error)), 0, 0};
    if (!picture.handle) return std::unexpected(sentence(error));

    library().rsvg_handle_set_dpi(picture.handle.get(), 96);
    if (!library().rsvg_handle_get_intrinsic_size_in_pixels(picture.handle.get(), &picture.width_px,
                                                            &picture.height_px)) {
        gboolean has_box = FALSE;
        RsvgRectangle box{};
        library().rsvg_handle_get_intrinsic_dimensions(picture.handle.get(), nullptr, nullptr,
                                                       nullptr, nullptr, &has_box, &box);
        if (has_box) {
            picture.width_px = box.width;
            picture.height_px = box.height;
        }
    }
    if (!(picture.width_px > 0 && picture.height_px > 0))
        return std::unexpected("The picture has no size.");
    return picture;
}

std::expected<void, Error> draw(const Picture& picture, cairo_t* context) {
    GError* error = nullptr;
    const RsvgRectangle page{0, 0, picture.width_px, picture.height_px};
    if (!library().rsvg_handle_render_document(picture.handle.get(), context, &page, &error))
        return std::unexpected(sentence(error));
    return {};
}

cairo_status_t append(void* out, const unsigned char* bytes, unsigned int count) {
    static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(bytes), count);
    return CAIRO_STATUS_SUCCESS;
}

std::expected<std::string, Error> complete(cairo_status_t status, std::string file) {
    if (status == CAIRO_STATUS_SUCCESS) return file;
    return std::unexpected(std::string("The picture could not be drawn: ") +
                           library().cairo_status_to_string(status));
}

}  // namespace

std::expected<std::string, Error> png(std::string_view svg, double scale) {
    const auto picture = read(svg);
    if (!picture) return std::unexpected(picture.error());
    const double width = std::ceil(picture->width_px * scale);
    const double height = std::ceil(picture->height_px * scale);
    if (!(width >= 1 && height >= 1 && width <= kLargestSidePx && height <= kLargestSidePx))
        return std::unexpected("The picture would be too large or too small to draw.");

    const Surface surface(library().cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, static_cast<int>(width), static_cast<int>(height)));
    const Context context(library().cairo_create(surface.get()));
    library().cairo_set_source_rgb(context.get(), 1, 1, 1);
    library().cairo_paint(context.get());
    library().cairo_scale(context.get(), scale, scale);
    if (auto drawn = draw(*picture, context.get()); !drawn) return std::unexpected(drawn.error());

    std::string file;
    const cairo_status_t status =
        library().cairo_surface_write_to_png_stream(surface.get(), append, &file);
    return complete(status, std::move(file));
}

std::expected<std::string, Error> pdf(std::string_view svg) {
    const std::string page(svg);
    return pdf(std::span(&page, 1));
}

std::expected<std::string, Error> pdf(std::span<const std::string> pages) {
    constexpr double kPointsPerPx = 0.75;
    if (pages.empty()) return std::unexpected("There is no page to print.");
    std::string file;
    Surface surface;
    Context context;
    for (const std::string& svg : pages) {
        const auto picture = read(svg);
        if (!picture) return std::unexpected(picture.error());
        const double width = picture->width_px * kPointsPerPx;
        const double height = picture->height_px * kPointsPerPx;
        if (!surface) {
            surface.reset(
                library().cairo_pdf_surface_create_for_stream(append, &file, width, height));
            // The same picture is the same file: no time of day inside.
            library().cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE,
                                                     "2000-01-01");
            context.reset(library().cairo_create(surface.get()));
            library().cairo_scale(context.get(), kPointsPerPx, kPointsPerPx);
        } else {
            library().cairo_show_page(context.get());
            library().cairo_pdf_surface_set_size(surface.get(), width, height);
        }
        if (auto drawn = draw(*picture, context.get()); !drawn)
            return std::unexpected(drawn.error());
    }
    context.reset();
    library().cairo_surface_finish(surface.get());
    return complete(library().cairo_surface_status(surface.get()), std::move(file));
}

}  // namespace primum::render
