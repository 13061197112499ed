#include "design/file_upload.h"

#include "design/field.h"

namespace primum::design {

html::Html file_upload(const View& view, const FileUpload& f) {
    const Described described = describe(view, f.name, f.hint, f.error);
    return html::html(R"(
        <div class="{}">{}{}
        <input class="nhsuk-file-upload__input" id="{}" name="{}" type="file" multiple="{}"
          accept="{}" aria-describedby="{}"></div>)",
                      group_classes(f.error, " nhsuk-file-upload"), label_for(f.name, f.label),
                      described.markup, f.name, f.name, f.multiple, unless_empty(f.accept),
                      unless_empty(described.by));
}

}  // namespace primum::design
