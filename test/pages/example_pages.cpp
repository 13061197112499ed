// example_pages OUT_DIR [LANGUAGES_DIR]: writes the pages of src/design/gallery.h in each theme and
// language, and the assets they ask for, so that a browser can look at them.

#include <filesystem>
#include <fstream>
#include <string>

#include "design/asset_table.h"
#include "design/gallery.h"
#include "language/language.h"

namespace {

using namespace primum;
namespace fs = std::filesystem;

void write(const fs::path& file, std::string_view bytes) {
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
}

design::View view_in(const language::Languages& languages, std::string_view code,
                     design::Theme theme) {
    design::View view;
    view.words = languages.find(code);
    view.languages = &languages.all();
    view.theme = theme;
    view.path = "/organisations";
    view.token = "token";
    view.menu = {{"Organisations", html::url("/organisations"), true},
                 {"Measures", html::url("/measures")},
                 {"Improvement", html::url("/improvement")},
                 {"Learning", html::url("/learning")},
                 {"Events", html::url("/events")}};
    return view;
}

}  // namespace

int main(int count, char** arguments) {
    const fs::path out = count > 1 ? arguments[1] : ".";
    const language::Languages languages(count > 2 ? arguments[2] : "");

    for (const design::Asset& asset : design::asset_table())
        write(out / asset.path.substr(1), asset.bytes);
    for (const language::Language* language : languages.all()) {
        for (const auto theme : {design::Theme::neutral, design::Theme::nhs}) {
            design::View view = view_in(languages, language->code(), theme);
            const fs::path folder = out / (theme == design::Theme::nhs ? "nhs" : "neutral") /
                                    std::string(language->code());
            write(folder / "public.html", design::example_public_page(view).markup());
            view.who = "Ann Abel";
            write(folder / "form.html", design::example_form_page(view).markup());
            write(folder / "work.html", design::example_work_page(view).markup());
            write(folder / "components.html", design::gallery(view).markup());
        }
    }
}
