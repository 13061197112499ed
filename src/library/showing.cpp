// Pages that everybody may read.

#include <algorithm>
#include <charconv>
#include <set>

#include "access/policy.h"
#include "csv/writer.h"
#include "library/actions.h"
#include "library/fields.h"
#include "library/pages.h"
#include "organisations/tree.h"

namespace primum::library {
namespace {

std::string parameter(const http::Request& request, std::string_view name) {
    return request.parameter(name).value_or("");
}

std::size_t page_of(const http::Request& request) {
    constexpr std::size_t kMost = 10'000;
    const std::string text = parameter(request, "page");
    std::size_t page = 1;
    std::from_chars(text.data(), text.data() + text.size(), page);
    return std::clamp<std::size_t>(page, 1, kMost);
}

Names names_of(const store::Reader& db, Day day) {
    // What rows belong to that is no campaign.
    Names names{.campaigns = {{"CORE", "Every campaign"},
                              {"ENG", "England"},
                              {"WHO", "World Health Organization"}},
                .interventions = {}};
    for (const Listed& item : list(db, "campaigns", day))
        names.campaigns.emplace(item.code, item.fields.at("name"));
    for (const Listed& item : list(db, "interventions", day))
        names.interventions.emplace(item.code, item.fields.at("name"));
    return names;
}

std::string lower(std::string_view text) {
    std::string result(text);
    std::ranges::transform(result, result.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return result;
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : lower(text) + ' ') {
        if (c != ' ') {
            word += c;
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    return words;
}

std::string_view field_of(const Listed& item, std::string_view field) {
    const auto found = item.fields.find(field);
    return found == item.fields.end() ? std::string_view() : std::string_view(found->second);
}

bool has_part(std::string_view list, std::string_view part) {
    const auto parts = parts_of(list);
    return std::ranges::find(parts, part) != parts.end();
}

bool fits(const Listed& item, const Wanted& wanted, const std::vector<std::string>& words) {
    if (!wanted.all && item.status != Status::agreed) return false;
    if (!wanted.campaign.empty() && !has_part(field_of(item, "campaign"), wanted.campaign))
        return false;
    if (!wanted.intervention.empty() && field_of(item, "intervention") != wanted.intervention)
        return false;
    std::string all = item.code;
    for (const auto& [field, text] : item.fields)
        all += ' ' + text;
    all = lower(all);
    return std::ranges::all_of(words, [&](const std::string& word) { return all.contains(word); });
}

/// Every code that a field of the set has, in the order in which rows have them.
std::vector<std::string> codes_in(const std::vector<Listed>& items, std::string_view field) {
    std::vector<std::string> codes;
    for (const Listed& item : items)
        for (const std::string& code : parts_of(field_of(item, field)))
            if (std::ranges::find(codes, code) == codes.end()) codes.push_back(code);
    return codes;
}

Wanted wanted_by(const http::Request& request) {
    constexpr std::size_t kLongest = 200;
    return {.words = parameter(request, "q").substr(0, kLongest),
            .campaign = parameter(request, "campaign").substr(0, kLongest),
            .intervention = parameter(request, "intervention").substr(0, kLongest),
            .all = parameter(request, "all") == "yes",
            .page = page_of(request)};
}

template <class T>
std::vector<T> page_from(const std::vector<T>& all, std::size_t page) {
    const std::size_t begin = std::min((page - 1) * kOnAPage, all.size());
    const std::size_t end = std::min(begin + kOnAPage, all.size());
    return {all.begin() + static_cast<std::ptrdiff_t>(begin),
            all.begin() + static_cast<std::ptrdiff_t>(end)};
}

bool may_add(const access::Context& context) {
    return !context.scope_under(access::policy::content_keepers).roots().empty();
}

}  // namespace

http::Response show_library(const http::Request&, access::Context& context) {
    return http::ok(
        library_page(context, counts(context.db, context.today), count_news(context.db)));
}

http::Response show_news(const http::Request& request, access::Context& context) {
    const std::size_t page = page_of(request);
    return http::ok(news_page(context, news(context.db, (page - 1) * kOnAPage, kOnAPage),
                              count_news(context.db), page));
}

http::Response show_set(const http::Request& request, access::Context& context) {
    const Set* set = find_set(request.part("set"));
    if (!set) return http::not_found();
    const auto items = list(context.db, set->code, context.today);
    SetView view{.set = *set,
                 .wanted = wanted_by(request),
                 .names = names_of(context.db, context.today),
                 .campaigns = codes_in(items, "campaign"),
                 .interventions = codes_in(items, "intervention"),
                 .items = {},
                 .may_add = may_add(context)};
    std::vector<Listed> found;
    const auto words = words_of(view.wanted.words);
    std::ranges::copy_if(items, std::back_inserter(found),
                         [&](const Listed& item) { return fits(item, view.wanted, words); });
    view.count = found.size();
    view.items = page_from(found, view.wanted.page);
    return http::ok(set_page(context, view));
}

http::Response send_csv(const http::Request& request, access::Context& context) {
    const Set* set = find_set(request.part("set"));
    if (!set) return http::not_found();
    std::string text;
    csv::Writer out(text);
    for (const Field& field : set->fields)
        out.plain(field.code);
    out.plain("library_code");
    out.plain("version");
    out.plain("from");
    out.end_row();
    for (const Item& item : items_of(context.db, set->code, context.today)) {
        for (const Field& field : set->fields)
            out.text(item[field.code]);
        out.text(item.code);
        out.number(static_cast<std::size_t>(item.version));
        out.plain(item.from ? iso_day(*item.from) : "");
        out.end_row();
    }
    auto response = http::text(http::Status::ok, std::move(text));
    response.headers.set("Content-Type", "text/csv; charset=utf-8");
    response.headers.set("Content-Disposition",
                         "attachment; filename=\"" + std::string(set->code) + ".csv\"");
    return response;
}

http::Response show_item(const Neighbours& neighbours, const http::Request& request,
                         access::Context& context) {
    const Set* set = find_set(request.part("set"));
    auto record = set ? find_record(context.db, set->code, request.part("code")) : std::nullopt;
    if (!record) return http::not_found();
    Package package;
    if (set->code == "interventions")
        package = package_of(context.db,
                             Item{.id = record->id,
                                  .set = record->set,
                                  .code = record->code,
                                  .fields = record->shown(context.today).fields},
                             context.today);
    html::Html panels;
    for (const Panel& panel : neighbours.panels)
        panels += panel(context, record->set, record->code);
    const bool editable =
        may_edit(context.db, context.scope_under(access::policy::content_keepers), *record);
    return http::ok(item_page(context, {.set = *set,
                                        .record = std::move(*record),
                                        .names = names_of(context.db, context.today),
                                        .package = std::move(package),
                                        .may_edit = editable,
                                        .done = parameter(request, "done"),
                                        .panels = std::move(panels)}));
}

http::Response show_comparison(const http::Request& request, access::Context& context) {
    const Set* set = find_set(request.part("set"));
    const auto record =
        set ? find_record(context.db, set->code, request.part("code")) : std::nullopt;
    if (!record) return http::not_found();
    const std::string_view text = request.part("number");
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return http::not_found();
    const Version* after = record->find(number);
    const Version* before = record->find(number - 1);
    if (!after || !before) return http::not_found();
    return http::ok(comparison_page(context, *set, *record, *before, *after));
}

}  // namespace primum::library
