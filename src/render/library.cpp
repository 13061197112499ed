#include "render/library.h"

#include <dlfcn.h>

#ifdef __SANITIZE_ADDRESS__
// fontconfig keeps the patterns it has matched until the end of the process.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
    return "leak:libfontconfig\n";
}
#endif

namespace primum::render {
namespace {

/// One function, from whatever library holds it: librsvg brings the others with it.
template <class Function>
void find(void* handle, const char* name, Function& place, std::string& missing) {
    void* found = handle != nullptr ? ::dlsym(handle, name) : nullptr;
    place = reinterpret_cast<Function>(found);
    if (found == nullptr && missing.empty()) missing = name;
}

Library load() {
    Library lib = {};
    void* const handle = ::dlopen("librsvg-2.so.2", RTLD_NOW | RTLD_LOCAL);
    if (handle == nullptr) lib.missing = "librsvg-2.so.2";
    const auto take = [&](const char* name, auto& place) {
        find(handle, name, place, lib.missing);
    };
    take("rsvg_handle_new_from_data", lib.rsvg_handle_new_from_data);
    take("rsvg_handle_set_dpi", lib.rsvg_handle_set_dpi);
    take("rsvg_handle_get_intrinsic_size_in_pixels", lib.rsvg_handle_get_intrinsic_size_in_pixels);
    take("rsvg_handle_get_intrinsic_dimensions", lib.rsvg_handle_get_intrinsic_dimensions);
    take("rsvg_handle_render_document", lib.rsvg_handle_render_document);
    take("g_object_unref", lib.g_object_unref);
    take("g_clear_error", lib.g_clear_error);
    take("cairo_create", lib.cairo_create);
    take("cairo_destroy", lib.cairo_destroy);
    take("cairo_paint", lib.cairo_paint);
    take("cairo_scale", lib.cairo_scale);
    take("cairo_set_source_rgb", lib.cairo_set_source_rgb);
    take("cairo_show_page", lib.cairo_show_page);
    take("cairo_status_to_string", lib.cairo_status_to_string);
    take("cairo_surface_destroy", lib.cairo_surface_destroy);
    take("cairo_surface_finish", lib.cairo_surface_finish);
    take("cairo_surface_status", lib.cairo_surface_status);
    take("cairo_surface_write_to_png_stream", lib.cairo_surface_write_to_png_stream);
    take("cairo_image_surface_create", lib.cairo_image_surface_create);
    take("cairo_pdf_surface_create_for_stream", lib.cairo_pdf_surface_create_for_stream);
    take("cairo_pdf_surface_set_metadata", lib.cairo_pdf_surface_set_metadata);
    take("cairo_pdf_surface_set_size", lib.cairo_pdf_surface_set_size);
    return lib;
}

}  // namespace

const Library& library() {
    static const Library lib = load();
    return lib;
}

}  // namespace primum::render
