#include "design/table.h"

#include <utility>

namespace primum::design {

using html::html;

namespace {

std::optional<std::string_view> role(const Table& table, std::string_view name) {
    return table.responsive ? std::optional(name) : std::nullopt;
}

std::optional<std::string_view> sort_name(Sorted sorted) {
    if (sorted == Sorted::ascending) return "ascending";
    if (sorted == Sorted::descending) return "descending";
    return std::nullopt;
}

html::Html head_cell(const Table& table, const Column& column) {
    const auto words = column.sort ? html(R"(<a class="nhsuk-link" href="{}">{}</a>)", *column.sort,
                                          column.heading)
                                   : html::Html(column.heading);
    return html(R"(<th class="nhsuk-table__header{}" scope="col" role="{}" data-sort="{}" )"
                R"(aria-sort="{}">{}</th>)",
                column.numeric ? " nhsuk-table__header--numeric" : "", role(table, "columnheader"),
                unless_empty(column.sorted == Sorted::not_sortable ? "" : "true"),
                sort_name(column.sorted), words);
}

// On a phone each value carries its heading.
html::Html empty_cell(const Table& table, std::size_t i) {
    const Column& column = table.columns[i];
    html::Html label;
    if (table.responsive && !column.heading.empty())
        label = html(R"(<span class="nhsuk-table__heading" aria-hidden="true">{} </span>)",
                     column.heading);
    if (i == 0 && table.first_cell_is_heading)
        return html(R"(<th class="nhsuk-table__header{}" scope="row" role="{}">{}</th>)",
                    column.numeric ? " nhsuk-table__header--numeric" : "", role(table, "rowheader"),
                    label);
    return html(R"(<td class="nhsuk-table__cell{}" role="{}">{}</td>)",
                column.numeric ? " nhsuk-table__cell--numeric" : "", role(table, "cell"), label);
}

std::string classes_of(const Table& table) {
    std::string classes = "nhsuk-table";
    if (table.compact) classes += " nhsuk-table--compact";
    if (table.responsive) classes += " nhsuk-table--responsive";
    for (const Column& column : table.columns) {
        if (column.sorted == Sorted::not_sortable) continue;
        classes += " nhsuk-table--sortable";
        break;
    }
    if (table.striped) classes += " nhsuk-table--striped";
    if (!table.classes.empty()) (classes += ' ') += table.classes;
    return classes;
}

}  // namespace

// An element without its end is not markup, but both halves around what is written between are.
TableWriter::Tags TableWriter::tags_of(const html::Html& element) {
    constexpr std::size_t kEndTag = sizeof "</td>" - 1;
    const std::string_view whole = element.markup();
    const std::size_t end = whole.size() - kEndTag;
    return {html::raw(std::string(whole.substr(0, end))),
            html::raw(std::string(whole.substr(end)))};
}

TableWriter::TableWriter(Table table)
    : table_(std::move(table)),
      row_(tags_of(html(R"(<tr class="nhsuk-table__row" role="{}"></tr>)", role(table_, "row")))) {
    for (std::size_t i = 0; i < table_.columns.size(); ++i)
        cells_.push_back(tags_of(empty_cell(table_, i)));
}

html::Html TableWriter::done() && {
    html::Html caption;
    if (!table_.caption.empty())
        caption =
            html(R"(<caption class="{}">{}</caption>)",
                 sized("nhsuk-table__caption", " nhsuk-table__caption--", table_.caption_size),
                 table_.caption);
    html::Html head;
    for (const Column& column : table_.columns)
        head += head_cell(table_, column);
    return html(R"(
        <table class="{}" id="{}" role="{}">{}
        <thead class="nhsuk-table__head" role="{}"><tr class="nhsuk-table__row" role="{}">{}</tr></thead>
        <tbody class="nhsuk-table__body">{}</tbody></table>)",
                classes_of(table_), unless_empty(table_.id), role(table_, "table"), caption,
                role(table_, "rowgroup"), role(table_, "row"), head, body_);
}

html::Html table(Table table, const std::vector<std::vector<Content>>& rows) {
    TableWriter writer(std::move(table));
    for (const auto& row : rows)
        writer.row(std::span<const Content>(row));
    return std::move(writer).done();
}

html::Html nothing_yet(const Content& sentence) {
    return html(R"(<p class="nhsuk-body pr-nothing-yet">{}</p>)", sentence);
}

}  // namespace primum::design
