#pragma once
// Choosing a file. The form that holds it needs Form::uploads.

#include "design/heading.h"
#include "design/text.h"
#include "design/view.h"

namespace primum::design {

/// The browser's own control: the design system's enhanced one has an accessible name that differs
/// from what it shows, which axe finds.
struct FileUpload {
    Text name;
    Label label;
    Content hint;
    Text error;
    Text accept;  ///< ".csv,text/csv"
    bool multiple = false;
};
html::Html file_upload(const View& view, const FileUpload& upload);

}  // namespace primum::design
