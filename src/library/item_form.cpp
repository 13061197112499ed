#include "library/item_form.h"

#include <algorithm>
#include <charconv>

#include "design/choices.h"
#include "design/date_input.h"
#include "design/input.h"
#include "design/select.h"
#include "design/textarea.h"

namespace primum::library {
namespace {

constexpr std::size_t kLongestLine = 500;
constexpr std::size_t kLongestText = 4000;
constexpr std::size_t kLongestNote = 1000;
constexpr std::size_t kLongestCode = 60;

bool exists(const store::Reader& db, std::string_view set, std::string_view code) {
    return db
        .one([](const store::Row&) { return true; }, R"sql(
            SELECT 1 FROM library_items WHERE set_code = $1 AND code = $2
        )sql",
             set, code)
        .has_value();
}

void check_reference(const store::Reader& db, const Field& field, std::string_view text,
                     Problems& problems) {
    const auto codes = field.list ? parts_of(text) : std::vector{std::string(text)};
    for (const std::string& code : codes)
        if (!exists(db, field.refers, code))
            problems.add(input_name(field.code),
                         "Enter codes that the library has: there is nothing by one of these.");
}

void check_field(const store::Reader& db, const Set& set, const Field& field, std::string_view text,
                 Problems& problems) {
    const std::string name = input_name(field.code);
    if (text.empty()) {
        if (field.code == set.label || set.names(field.code))
            problems.add(name, "Enter this: without it nobody knows what is meant.");
        return;
    }
    if (!field.long_ && text.size() > kLongestLine)
        problems.add(name, "Shorten this to 500 characters or fewer.");
    if (field.long_ && text.size() > kLongestText)
        problems.add(name, "Shorten this to 4,000 characters or fewer.");
    if (!field.one_of.empty()) {
        const auto allowed = parts_of(field.one_of);
        if (std::ranges::find(allowed, text) == allowed.end())
            problems.add(name, "Choose one from the list.");
    }
    if (!field.refers.empty() && text.size() <= kLongestText)
        check_reference(db, field, text, problems);
}

void check_fields(const store::Reader& db, const Set& set, const Fields& fields, bool with_key,
                  Problems& problems) {
    for (const Field& field : set.fields) {
        if (set.names(field.code) && !with_key) continue;
        check_field(db, set, field, fields.at(std::string(field.code)), problems);
    }
}

void check_note(const ItemForm& form, Problems& problems) {
    if (form.note.empty())
        problems.add("note", "Say in a sentence why, for the people who work with this.");
    if (form.note.size() > kLongestNote)
        problems.add("note", "Shorten the reason to 1,000 characters or fewer.");
}

std::optional<Day> check_from(const ItemForm& form, const Version* before, Problems& problems) {
    const auto from =
        organisations::check_day(form.from, "from", "Enter the day from which it holds.", problems);
    if (from && before && before->from && *from < *before->from)
        problems.add("from-day",
                     "Enter a day that is not before the one from which the version before holds.");
    return from;
}

/// The last version that is no draft.
const Version* last_held(const Record& record) {
    const Version* last = nullptr;
    for (const Version& version : record.versions)
        if (version.status != Status::draft) last = &version;
    return last;
}

void check_key(const Set& set, const ItemForm& form, Problems& problems) {
    const std::string code = code_of(set, form.fields);
    const std::string first = input_name(parts_of(set.key).front());
    const auto ordinary = [](unsigned char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
               c == '-' || c == '.';
    };
    if (!code.empty() && !std::ranges::all_of(code, ordinary))
        problems.add(first, "Use letters from A to Z, digits, full stops and hyphens only.");
    else if (code.size() > kLongestCode)
        problems.add(first, "Shorten this: a code has 60 characters or fewer.");
    // These are pages of the set.
    else if (code == "add" || code == "csv" || code == "." || code == "..")
        problems.add(first, "Choose another code: this one has a meaning already.");
}

}  // namespace

ItemForm ItemForm::from_request(const Set& set, const http::Form& form) {
    ItemForm typed;
    for (const Field& field : set.fields)
        typed.fields.emplace(field.code, form.text(input_name(field.code)));
    typed.how = form.text("how");
    typed.from = organisations::TypedDay::from(form, "from");
    typed.note = form.text("note");
    const std::string_view rev = form.text("rev");
    std::from_chars(rev.data(), rev.data() + rev.size(), typed.rev);
    return typed;
}

ItemForm ItemForm::of(const Record& record, const Version& version, Day today) {
    return {.fields = version.fields,
            .how = "draft",
            .from = organisations::TypedDay::of(today),
            .note = "",
            .rev = record.rev};
}

Valid<Draft> check_change(const store::Reader& db, const Set& set, const Record& record,
                          const ItemForm& form) {
    Problems problems;
    Draft draft{.status = form.how == "agreed" ? Status::agreed : Status::draft,
                .from = {},
                .fields = form.fields,
                .note = form.note};
    // Its name in the set stays what it is, whatever a form says.
    for (const std::string& key : parts_of(set.key))
        draft.fields[key] = std::string(record.latest().fields.at(key));
    check_fields(db, set, draft.fields, false, problems);
    const bool agrees = draft.status == Status::agreed && record.latest().status == Status::draft;
    if (problems.empty() && !agrees && draft.fields == record.latest().fields)
        problems.add("", "Nothing differs from the version before: change something first.");
    if (form.how != "draft" && form.how != "agreed")
        problems.add("how", "Choose whether this is a draft or agreed.");
    if (draft.status == Status::agreed) draft.from = check_from(form, last_held(record), problems);
    check_note(form, problems);
    if (!problems.empty()) return std::unexpected(std::move(problems));
    return draft;
}

Valid<Draft> check_new(const store::Reader& db, const Set& set, const ItemForm& form) {
    Problems problems;
    Draft draft{.status = form.how == "agreed" ? Status::agreed : Status::draft,
                .from = {},
                .fields = form.fields,
                .note = form.note};
    check_fields(db, set, form.fields, true, problems);
    check_key(set, form, problems);
    if (form.how != "draft" && form.how != "agreed")
        problems.add("how", "Choose whether this is a draft or agreed.");
    if (draft.status == Status::agreed) draft.from = check_from(form, nullptr, problems);
    check_note(form, problems);
    if (!problems.empty()) return std::unexpected(std::move(problems));
    return draft;
}

Valid<Draft> check_step(const Record& record, const Version& words, Status status,
                        const ItemForm& form) {
    Problems problems;
    const auto from = check_from(form, last_held(record), problems);
    check_note(form, problems);
    if (!problems.empty()) return std::unexpected(std::move(problems));
    return Draft{.status = status, .from = from, .fields = words.fields, .note = form.note};
}

std::string input_name(std::string_view field) {
    return "field-" + std::string(field);
}

html::Html field_inputs(const design::View& view, const Set& set, const ItemForm& form,
                        const Problems& problems, bool with_key) {
    html::Html inputs;
    for (const Field& field : set.fields) {
        if (set.names(field.code) && !with_key) continue;
        const std::string name = input_name(field.code);
        const auto found = form.fields.find(field.code);
        const std::string value = found == form.fields.end() ? std::string() : found->second;
        const design::Label label{view.said(field.label), design::Size::s};
        const design::Text error = problems.about(name);
        const std::string hint(field.list ? view.say("Several have a semicolon (;) between them")
                                          : "");
        if (!field.one_of.empty()) {
            std::vector<design::Option> options{{.value = "", .label = ""}};
            for (const std::string& choice : parts_of(field.one_of))
                options.push_back({.value = choice, .label = choice});
            inputs += design::select(view, {.name = name,
                                            .label = label,
                                            .options = std::move(options),
                                            .value = value,
                                            .error = error});
        } else if (field.long_) {
            inputs += design::textarea(view, {.name = name,
                                              .label = label,
                                              .hint = hint,
                                              .value = value,
                                              .error = error,
                                              .rows = 3});
        } else {
            inputs += design::input(
                view, {.name = name, .label = label, .hint = hint, .value = value, .error = error});
        }
    }
    return inputs;
}

html::Html note_input(const design::View& view, const ItemForm& form, const Problems& problems) {
    return design::textarea(view,
                            {.name = "note",
                             .label = {view.say("Why?"), design::Size::s},
                             .hint = view.say("Shown to everybody in the history, with your name"),
                             .value = form.note,
                             .error = problems.about("note"),
                             .rows = 2});
}

html::Html from_input(const design::View& view, const ItemForm& form, const Problems& problems,
                      std::string_view legend) {
    auto from = organisations::date_fields("from", {legend, design::Size::s}, form.from, problems);
    from.hint = view.say("For example, 31 3 2026");
    return design::date_input(view, from);
}

}  // namespace primum::library
