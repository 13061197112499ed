// What a row is, and what the columns are: steps 2 and 3.

#include <algorithm>

#include "design/button.h"
#include "design/choices.h"
#include "design/form.h"
#include "design/links.h"
#include "design/select.h"
#include "design/table.h"
#include "imports/actions.h"
#include "imports/wizard.h"
#include "measures/dictionary.h"

namespace primum::imports {
namespace {

using html::html;
using html::Html;

constexpr Shape kShapes[] = {Shape::points, Shape::wide, Shape::across, Shape::incidents,
                             Shape::observations};

/// The first rows, so that a person sees what the questions are about.
Html beginning(const design::View& view, const csv::Table& table) {
    constexpr std::size_t kMostRows = 4;
    constexpr std::size_t kMostColumns = 12;
    const auto columns = std::min(table.columns(), kMostColumns);
    design::Table shown{.caption = view.say("The beginning of the table"),
                        .caption_size = design::Size::s,
                        .responsive = false,
                        .compact = true};
    for (std::size_t i = 0; i < columns; ++i)
        shown.columns.push_back({.heading = table.heading(i)});
    std::vector<std::vector<design::Content>> rows;
    for (std::size_t row = 0; row < std::min(table.rows(), kMostRows); ++row) {
        rows.emplace_back();
        for (std::size_t i = 0; i < columns; ++i)
            rows.back().emplace_back(table.cell(row, i));
    }
    return html(R"(<div class="pr-scroll" tabindex="0" role="region" aria-label="{}">{}</div>)",
                view.say("The beginning of the table"), design::table(shown, rows));
}

Html sheet_choice(const design::View& view, const Step& step, const OpenedStep& opened) {
    std::vector<design::Option> options;
    for (const Sheet& sheet : opened.file.sheets)
        if (!sheet.hidden) options.push_back({.value = sheet.name, .label = sheet.name});
    if (options.size() < 2) return {};
    return design::select(view, {.name = "sheet",
                                 .label = {view.say("Sheet"), design::Size::s},
                                 .hint = view.say("One sheet at a time is read"),
                                 .options = std::move(options),
                                 .value = step.import.sheet});
}

Html rows_page(const access::Context& context, const Step& step, const OpenedStep& opened,
               const Problems& problems) {
    const design::View& view = context.view;
    std::vector<design::Choice> choices;
    for (const Shape shape : kShapes)
        choices.push_back({.value = name(shape), .label = view.say(label(shape))});
    const auto fields =
        html("{}{}{}", sheet_choice(view, step, opened),
             design::radios(view,
                            {.name = "shape",
                             .legend = {view.say("What is one row of the table?"), design::Size::s},
                             .choices = std::move(choices),
                             .value = name(opened.mapping.shape),
                             .error = problems.about("shape")}),
             design::button({.label = view.say("Continue")}));
    return step_page(context, step.here, 2, view.say("What is a row?"), problems,
                     html("{}{}", beginning(view, *opened.table),
                          design::form(view, {.action = step_address(step, "rows")}, fields)));
}

std::vector<design::Option> headings(const design::View& view, const csv::Table& table) {
    std::vector<design::Option> options = {{.value = "", .label = view.say("Not in the file")}};
    for (std::size_t i = 0; i < table.columns(); ++i)
        options.push_back({.value = table.heading(i), .label = table.heading(i)});
    return options;
}

/// What can be said of a row of this shape.
std::vector<Field> fields_of(Shape shape) {
    switch (shape) {
        case Shape::points:
            return {std::begin(kFields), std::end(kFields)};
        case Shape::wide:
            return {Field::period, Field::organisation, Field::measure, Field::stratum};
        case Shape::across:
            return {Field::organisation, Field::measure, Field::stratum};
        case Shape::incidents:
            return {Field::period, Field::organisation, Field::measure, Field::stratum};
        case Shape::observations:
            return {Field::period, Field::numerator, Field::organisation, Field::measure,
                    Field::stratum};
    }
    return {};
}

Html columns_fields(const design::View& view, const OpenedStep& opened) {
    Html fields;
    for (const Field field : fields_of(opened.mapping.shape)) {
        const auto found = opened.mapping.columns.find(field);
        const bool answers =
            field == Field::numerator && opened.mapping.shape == Shape::observations;
        fields += design::select(
            view, {.name = std::string(name(field)),
                   .label = {answers ? view.say("Answer, yes or no") : view.say(label(field)),
                             design::Size::s},
                   .options = headings(view, *opened.table),
                   .value = found == opened.mapping.columns.end() ? "" : found->second});
    }
    return fields;
}

Html many_fields(const design::View& view, const OpenedStep& opened) {
    const Mapping& mapping = opened.mapping;
    if (mapping.shape != Shape::wide && mapping.shape != Shape::across) return {};
    std::vector<design::Choice> columns;
    for (std::size_t i = 0; i < opened.table->columns(); ++i)
        columns.push_back({.value = opened.table->heading(i), .label = opened.table->heading(i)});
    const bool wide = mapping.shape == Shape::wide;
    return html(
        "{}{}",
        design::radios(
            view,
            {.name = "names",
             .legend = {wide ? view.say("What do the headings of these columns name?")
                             : view.say("What does the first cell of a row name?"),
                        design::Size::s},
             .choices = {{.value = "organisations", .label = view.say("Organisations or wards")},
                         {.value = "measures", .label = view.say("Measures")}},
             .value = mapping.names == Names::measures ? "measures" : "organisations"}),
        design::checkboxes(
            view, {.name = "column",
                   .legend = {view.say("Which columns hold the numbers?"), design::Size::s},
                   .choices = std::move(columns),
                   .values = mapping.values,
                   .small = true}));
}

Html measure_choice(const access::Context& context, std::string_view measure) {
    const design::View& view = context.view;
    std::vector<design::Option> options = {{.value = "", .label = view.say("The file says so")}};
    for (const measures::Measure& one : measures::all_measures(context.db, context.scope))
        if (one.status != measures::Status::retired)
            options.push_back({.value = one.code, .label = one.code + " " + one.name()});
    return design::select(
        view, {.name = "of",
               .label = {view.say("Which measure are the numbers of?"), design::Size::s},
               .options = std::move(options),
               .value = measure});
}

Html columns_page(const access::Context& context, const Step& step, const OpenedStep& opened,
                  const Problems& problems) {
    const design::View& view = context.view;
    Html fields = measure_choice(context, opened.measure);
    Html above;
    if (opened.table) {
        fields += columns_fields(view, opened);
        fields += many_fields(view, opened);
        above = beginning(view, *opened.table);
    }
    fields += design::button({.label = view.say("Continue")});
    return step_page(
        context, step.here, 3, view.say("What do the columns hold?"), problems,
        html("{}{}", above, design::form(view, {.action = step_address(step, "columns")}, fields)));
}

Mapping mapping_of(const http::Form& form, Shape shape) {
    Mapping mapping{.shape = shape};
    for (const Field field : fields_of(shape))
        if (const auto heading = form.text(name(field)); !heading.empty())
            mapping.columns[field] = heading;
    if (form.text("names") == "measures") mapping.names = Names::measures;
    if (shape == Shape::wide || shape == Shape::across)
        for (const auto heading : form.all("column"))
            mapping.values.emplace_back(heading);
    return mapping;
}

http::Response saved(access::Context& context, const Step& step, const Import& import,
                     std::string_view next) {
    const auto owner = context.scope.may_write(step.here.id());
    return context.save([&](store::Writer& db) {
        save_import(db, owner, import);
        return http::see_other(step_address(step, next));
    });
}

}  // namespace

http::Response ask_for_rows(const http::Request& request, access::Context& context) {
    const auto found = step(request, context);
    if (!found || found->import.state != State::waiting) return http::not_found();
    const auto file = opened(context, *found);
    if (!file || !file->table) return http::not_found();
    return http::ok(rows_page(context, *found, *file, {}));
}

http::Response save_rows(const http::Request& request, access::Context& context) {
    auto found = step(request, context);
    if (!found || found->import.state != State::waiting) return http::not_found();
    Import next = found->import;
    next.sheet = context.form.text("sheet");
    Step chosen{.here = found->here, .import = next};
    auto file = opened(context, chosen);
    const auto shape = parse_shape(context.form.text("shape"));
    if (!file || !file->table || !shape) {
        Problems problems;
        if (!shape) problems.add("shape", "Choose what a row of the table is.");
        if (!file) problems.add("sheet", file.error().sentence);
        file = opened(context, *found);
        if (!file || !file->table) return http::not_found();
        return http::unprocessable(rows_page(context, *found, *file, problems));
    }
    const bool another_sheet = found->import.sheet != next.sheet;
    if (file->mapping.shape != *shape || another_sheet)
        file->mapping = guess_mapping(*file->table, *shape);
    next.mapping = written(file->mapping);
    next.measure = file->measure;
    return saved(context, *found, next, "columns");
}

http::Response ask_for_columns(const http::Request& request, access::Context& context) {
    const auto found = step(request, context);
    if (!found || found->import.state != State::waiting) return http::not_found();
    const auto file = opened(context, *found);
    if (!file) return http::not_found();
    return http::ok(columns_page(context, *found, *file, {}));
}

http::Response save_columns(const http::Request& request, access::Context& context) {
    const auto found = step(request, context);
    if (!found || found->import.state != State::waiting) return http::not_found();
    auto file = opened(context, *found);
    if (!file) return http::not_found();
    file->measure = context.form.text("of");
    if (file->table) file->mapping = mapping_of(context.form, file->mapping.shape);
    Problems problems;
    if (file->table)
        if (const auto fits = check_mapping(*file->table, file->mapping); !fits)
            problems.add("", fits.error().sentence);
    const bool names_measures =
        !file->table || file->mapping.columns.contains(Field::measure) ||
        ((file->mapping.shape == Shape::wide || file->mapping.shape == Shape::across) &&
         file->mapping.names == Names::measures);
    if (file->measure.empty() && !names_measures)
        problems.add("of", "Choose the measure, or the column that names it.");
    if (!problems.empty())
        return http::unprocessable(columns_page(context, *found, *file, problems));
    Import next = found->import;
    next.mapping = file->table ? written(file->mapping) : "";
    next.measure = file->measure;
    return saved(context, *found, next, "preview");
}

}  // namespace primum::imports
