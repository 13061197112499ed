#include "partners/partner_form.h"

#include <algorithm>
#include <charconv>

#include "design/choices.h"
#include "design/input.h"
#include "design/textarea.h"
#include "html/html.h"

namespace primum::partners {
namespace {

constexpr std::size_t kLongestName = 200;
constexpr std::size_t kLongestLine = 500;
constexpr std::size_t kLongestNote = 2000;
constexpr std::size_t kLongestCode = 20;

void check_code(std::string_view code, Problems& problems) {
    const auto ordinary = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
               c == '-';
    };
    if (code.empty())
        problems.add("code", "Enter a short name, for example NPSA.");
    else if (!std::ranges::all_of(code, ordinary) || code.size() > kLongestCode)
        problems.add("code", "Use at most 20 letters from A to Z, digits and hyphens.");
    else if (code == "new" || code == "links")
        problems.add("code", "Choose another short name: this one has a meaning already.");
}

void check_length(std::string_view text, std::size_t most, const char* field, const char* sentence,
                  Problems& problems) {
    if (text.size() > most) problems.add(field, sentence);
}

void check_link(const std::string& link, Problems& problems) {
    if (link.empty()) return;
    const bool web = link.starts_with("https://") || link.starts_with("http://");
    // Beyond the scheme there must be a host.
    const bool names_host = web && link.find("://") + 3 < link.size();
    if (!names_host || !html::Url::parse(link))
        problems.add("link", "Enter a whole web address, for example https://www.health.org.uk/.");
}

/// "2012" where the year stands alone.
std::string check_closing(const PartnerForm& form, Problems& problems) {
    const auto& typed = form.closed_on;
    if (typed.empty()) return {};
    if (typed.day.empty() && typed.month.empty()) {
        int year = 0;
        const char* end = typed.year.data() + typed.year.size();
        const auto read = std::from_chars(typed.year.data(), end, year);
        if (read.ec == std::errc() && read.ptr == end && year >= 1000 && year <= 9998)
            return typed.year;
    } else if (const auto day = typed.read()) {
        return iso_day(*day);
    }
    problems.add("closed-day", "Enter a year, or a real date, for example 31 3 2012.");
    return {};
}

}  // namespace

PartnerForm PartnerForm::from(const http::Form& form) {
    PartnerForm typed{.code = std::string(form.text("code")),
                      .name = std::string(form.text("name")),
                      .country = std::string(form.text("country")),
                      .role = std::string(form.text("role")),
                      .link = std::string(form.text("link")),
                      .note = std::string(form.text("note")),
                      .status = std::string(form.text("status")),
                      .closed_on = organisations::TypedDay::from(form, "closed")};
    const std::string_view rev = form.text("rev");
    std::from_chars(rev.data(), rev.data() + rev.size(), typed.rev);
    return typed;
}

PartnerForm PartnerForm::of(const Partner& partner) {
    organisations::TypedDay closed;
    if (const auto day = parse_iso_day(partner.closed_on))
        closed = organisations::TypedDay::of(*day);
    else
        closed.year = partner.closed_on;
    return {.code = partner.code,
            .name = partner.name,
            .country = partner.country,
            .role = partner.role,
            .link = partner.link,
            .note = partner.note,
            .status = partner.closed ? "closed" : "active",
            .closed_on = closed,
            .rev = partner.rev};
}

Valid<Partner> check(const PartnerForm& form, const Partner& before) {
    Problems problems;
    Partner after = before;
    if (before.code.empty()) {
        check_code(form.code, problems);
        after.code = form.code;
    }
    if (form.name.empty()) problems.add("name", "Enter the name.");
    check_length(form.name, kLongestName, "name", "Shorten the name to 200 characters or fewer.",
                 problems);
    check_length(form.country, kLongestName, "country",
                 "Shorten the country to 200 characters or fewer.", problems);
    check_length(form.role, kLongestLine, "role", "Shorten the role to 500 characters or fewer.",
                 problems);
    check_length(form.link, kLongestLine, "link",
                 "Shorten the web address to 500 characters or fewer.", problems);
    check_link(form.link, problems);
    check_length(form.note, kLongestNote, "note", "Shorten the note to 2,000 characters or fewer.",
                 problems);
    if (form.status != "active" && form.status != "closed")
        problems.add("status", "Choose whether it is still there.");
    after.name = form.name;
    after.country = form.country;
    after.role = form.role;
    after.link = form.link;
    after.note = form.note;
    after.closed = form.status == "closed";
    after.closed_on = after.closed ? check_closing(form, problems) : "";
    after.rev = form.rev;
    if (!problems.empty()) return std::unexpected(std::move(problems));
    return after;
}

html::Html fields(const design::View& view, const PartnerForm& form, const Problems& problems,
                  bool is_new) {
    const auto line = [&](const char* name, std::string_view label, std::string_view hint,
                          const std::string& value, int width = 0) {
        return design::input(view, {.name = name,
                                    .label = {label, design::Size::s},
                                    .hint = hint,
                                    .value = value,
                                    .error = problems.about(name),
                                    .width = width,
                                    .spellcheck = false});
    };
    auto closed = organisations::date_fields(
        "closed", {view.say("When did it close? (optional)"), design::Size::s}, form.closed_on,
        problems);
    closed.hint = view.say("The year is enough where you do not know the day");
    html::Html code;
    if (is_new)
        code = line("code", view.say("Short name"),
                    view.say("For its address here; it does not change. For example, NPSA"),
                    form.code, 20);
    return html::html(
        "{}{}{}{}{}{}{}", line("name", view.say("Name"), "", form.name), code,
        line("country", view.say("Country (optional)"), "", form.country, 20),
        line("role", view.say("What it does in the campaign (optional)"), "", form.role),
        design::input(view, {.name = "link",
                             .label = {view.say("Web address (optional)"), design::Size::s},
                             .value = form.link,
                             .error = problems.about("link"),
                             .inputmode = "url",
                             .spellcheck = false}),
        design::textarea(view, {.name = "note",
                                .label = {view.say("Note (optional)"), design::Size::s},
                                .value = form.note,
                                .error = problems.about("note"),
                                .rows = 3}),
        design::radios(view, {.name = "status",
                              .legend = {view.say("Is it still there?"), design::Size::s},
                              .choices = {{.value = "active", .label = view.say("Yes")},
                                          {.value = "closed",
                                           .label = view.say("No, it has closed"),
                                           .then_ask = design::date_input(view, closed)}},
                              .value = form.status,
                              .error = problems.about("status")}));
}

}  // namespace primum::partners
