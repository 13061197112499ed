#pragma once
// librsvg and cairo, loaded when the first picture is asked for: with what they need they are fifty
// libraries, and would triple the time that every other command takes to start.

#include <cairo-pdf.h>
#include <cairo.h>
#include <librsvg/rsvg.h>

#include <string>

namespace primum::render {

/// The functions of both that we call, by their own names.
struct Library {
    decltype(&::rsvg_handle_new_from_data) rsvg_handle_new_from_data;
    decltype(&::rsvg_handle_set_dpi) rsvg_handle_set_dpi;
    decltype(&::rsvg_handle_get_intrinsic_size_in_pixels) rsvg_handle_get_intrinsic_size_in_pixels;
    decltype(&::rsvg_handle_get_intrinsic_dimensions) rsvg_handle_get_intrinsic_dimensions;
    decltype(&::rsvg_handle_render_document) rsvg_handle_render_document;
    decltype(&::g_object_unref) g_object_unref;
    decltype(&::g_clear_error) g_clear_error;
    decltype(&::cairo_create) cairo_create;
    decltype(&::cairo_destroy) cairo_destroy;
    decltype(&::cairo_paint) cairo_paint;
    decltype(&::cairo_scale) cairo_scale;
    decltype(&::cairo_set_source_rgb) cairo_set_source_rgb;
    decltype(&::cairo_show_page) cairo_show_page;
    decltype(&::cairo_status_to_string) cairo_status_to_string;
    decltype(&::cairo_surface_destroy) cairo_surface_destroy;
    decltype(&::cairo_surface_finish) cairo_surface_finish;
    decltype(&::cairo_surface_status) cairo_surface_status;
    decltype(&::cairo_surface_write_to_png_stream) cairo_surface_write_to_png_stream;
    decltype(&::cairo_image_surface_create) cairo_image_surface_create;
    decltype(&::cairo_pdf_surface_create_for_stream) cairo_pdf_surface_create_for_stream;
    decltype(&::cairo_pdf_surface_set_metadata) cairo_pdf_surface_set_metadata;
    decltype(&::cairo_pdf_surface_set_size) cairo_pdf_surface_set_size;

    std::string missing;  ///< what could not be found; empty when all is there
};

/// Loaded once, and safe to ask for from several threads.
const Library& library();

}  // namespace primum::render
