#include "imports/wizard.h"

#include "csv/in_quotes.h"
#include "design/error_summary.h"
#include "design/heading.h"
#include "design/links.h"
#include "design/page.h"
#include "measures/address.h"
#include "measures/place.h"

namespace primum::imports {

using html::html;
using html::url;

std::optional<Step> step(const http::Request& request, const access::Context& context) {
    auto here = organisations::here(request, context);
    const auto id = ImportId::parse(request.part("import"));
    if (!here || !id) return {};
    auto import = find_import(context.db, context.scope.may_read(here->id()), *id);
    if (!import) return {};
    return Step{std::move(*here), std::move(*import)};
}

Checked<OpenedStep> opened(const access::Context& context, const Step& step) {
    auto file = open_file(step.import.content);
    if (!file) return std::unexpected(file.error());
    OpenedStep opened{
        .file = std::move(*file), .table = {}, .mapping = {}, .measure = step.import.measure};
    if (opened.file.dhis2) return opened;
    auto table = table_of(opened.file, step.import.sheet);
    if (!table) return std::unexpected(table.error());
    const auto remembered =
        find_mapping(context.db, context.scope.may_read(step.here.id()), headings_key(*table));
    if (!step.import.mapping.empty()) {
        opened.mapping = parse_mapping(step.import.mapping);
    } else if (remembered) {
        opened.mapping = parse_mapping(remembered->mapping);
        opened.measure = remembered->measure;
    } else {
        opened.mapping = guess_mapping(*table);
    }
    opened.table = std::move(*table);
    return opened;
}

Checked<std::unique_ptr<Preview>> preview(const store::Reader& db, const access::Context& context,
                                          const Step& step, const OpenedStep& opened) {
    auto reading = read_file(opened.file, step.import.sheet, opened.mapping);
    if (!reading) return std::unexpected(reading.error());
    auto result = std::make_unique<Preview>();
    result->reading = std::move(*reading);
    result->directory.emplace(db, context.scope, step.here.id(), context.today);
    const auto* measure =
        opened.measure.empty() ? nullptr : result->directory->measure(opened.measure);
    if (!opened.measure.empty() && measure == nullptr)
        return refuse("There is no such measure any more: choose another.");
    result->plan = plan_import(db, context.scope, *result->directory, result->reading,
                               {.organisation = step.here.id(), .measure = measure}, context.today);
    return result;
}

html::Url list_address(OrganisationId organisation) {
    return measures::imports_address(organisation);
}
html::Url upload_address(OrganisationId organisation) {
    return url("/organisations/{}/imports/new", organisation.text());
}
html::Url step_address(OrganisationId organisation, ImportId import, std::string_view name) {
    if (name.empty())
        return url("/organisations/{}/imports/{}", organisation.text(), import.text());
    return url("/organisations/{}/imports/{}/{}", organisation.text(), import.text(), name);
}
html::Url step_address(const Step& step, std::string_view name) {
    return step_address(step.here.id(), step.import.id, name);
}

html::Html step_page(const access::Context& context, const organisations::Here& here, int number,
                     std::string_view title, const Problems& problems, const html::Html& content,
                     bool wide) {
    const design::View& view = context.view;
    auto crumbs = measures::crumbs(context, here);
    crumbs.push_back({view.say("Numbers from files"), list_address(here.id())});
    const auto inside =
        html("{}{}{}", design::error_summary(view, problems),
             design::page_heading(title, number == 0
                                             ? html::html("{}", here.organisation.name)
                                             : html::html("{}", view.say("Step {} of 5", number))),
             content);
    return design::page(view, {.title = title, .error = !problems.empty(), .breadcrumb = crumbs},
                        wide ? inside : design::two_thirds(inside));
}

}  // namespace primum::imports
