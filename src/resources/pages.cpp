#include "resources/pages.h"

#include <algorithm>

#include "access/policy.h"
#include "design/button.h"
#include "design/callouts.h"
#include "design/choices.h"
#include "design/error_summary.h"
#include "design/file_upload.h"
#include "design/form.h"
#include "design/heading.h"
#include "design/input.h"
#include "design/links.h"
#include "design/notification_banner.h"
#include "design/page.h"
#include "design/pagination.h"
#include "design/summary_list.h"
#include "design/table.h"
#include "design/tag.h"
#include "design/textarea.h"
#include "organisations/members.h"

namespace primum::resources {
namespace {

using html::html;
using html::url;

std::vector<design::Crumb> crumbs(const design::View& view) {
    return {{view.say("Tools and documents"), url("/resources")}};
}

html::Html paragraphs(std::string_view text) {
    html::Html all;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        if (const auto line = text.substr(0, end); !line.empty()) all.append("<p>{}</p>", line);
        text = end == text.npos ? std::string_view() : text.substr(end + 1);
    }
    return all;
}

html::Html done_banner(const design::View& view, std::string_view done) {
    const char* sentence = nullptr;
    if (done == "added") sentence = language::sentence("It has been added.");
    if (done == "changed") sentence = language::sentence("It has been saved.");
    if (done == "version") sentence = language::sentence("The new version has been added.");
    if (!sentence) return {};
    return design::notification_banner(
        view, {.notice = design::Notice::success, .heading = view.say(sentence)});
}

html::Html status_tag(const design::View& view, Status status) {
    if (status == Status::draft) return design::tag(view.say("Draft"), design::Colour::grey);
    if (status == Status::retired) return design::tag(view.say("Retired"), design::Colour::grey);
    return {};
}

std::string uses_in_words(const design::View& view, std::int64_t uses) {
    return view.words->count(uses, "used {} time", "used {} times");
}

html::Html filter(const access::Context& context, const Shelf& shelf) {
    const design::View& view = context.view;
    std::vector<design::Option> subjects = subject_options(context.db, *view.words, context.today);
    subjects.insert(subjects.begin(), {.value = "", .label = view.say("Everything")});
    std::vector<design::Option> kind_options{{.value = "", .label = view.say("All kinds")}};
    for (const Choice& kind : kinds())
        kind_options.push_back({.value = kind.code, .label = view.say(kind.label)});
    return design::search_form(
        {.action = url("/resources"), .classes = "pr-ask"},
        html("{}{}{}{}{}",
             design::input(view, {.name = "words",
                                  .label = view.say("Words in it"),
                                  .value = shelf.wanted.search,
                                  .type = "search",
                                  .width = 20}),
             design::select(view, {.name = "subject",
                                   .label = view.say("What it is for"),
                                   .options = subjects,
                                   .value = shelf.wanted.subject}),
             design::select(view, {.name = "kind",
                                   .label = view.say("Kind"),
                                   .options = kind_options,
                                   .value = shelf.wanted.kind}),
             design::select(view, {.name = "sort",
                                   .label = view.say("In the order of"),
                                   .options = {{.value = "used", .label = view.say("Use")},
                                               {.value = "new", .label = view.say("Newness")},
                                               {.value = "title", .label = view.say("Title")}},
                                   .value = shelf.wanted.sort}),
             design::button({.label = view.say("Show"), .look = design::ButtonLook::secondary})));
}

html::Html row(const design::View& view, const Resource& resource) {
    return html(R"(
        <li class="pr-tool"><h2 class="nhsuk-heading-s pr-tool__title"><a class="nhsuk-link" href="{}">{}</a> {}</h2>
        <p>{}</p><p class="pr-tool__facts">{} · {} · {}</p></li>)",
                address(resource.id), resource.title, status_tag(view, resource.status),
                resource.summary, label(*view.words, kinds(), resource.kind),
                type_and_size(*view.words, resource.latest), uses_in_words(view, resource.uses));
}

std::string subject_name(const std::vector<design::Option>& options, const Subject& subject) {
    const std::string value = text(subject);
    for (const design::Option& option : options)
        if (option.value == value) return option.label;
    return subject.code;
}

html::Html file_fields(const design::View& view, const ResourceForm& form,
                       const Problems& problems) {
    return html(
        "{}{}",
        design::file_upload(
            view, {.name = "file",
                   .label = {view.say("File"), design::Size::s},
                   .hint = view.say("PDF, PNG, JPEG, MP4, text, CSV, docx, xlsx, pptx or odt, of "
                                    "20 MB at most and without macros. A form that comes back "
                                    "needs the file again"),
                   .error = problems.about("file"),
                   .accept = ".pdf,.png,.jpg,.jpeg,.mp4,.txt,.csv,.docx,.xlsx,.pptx,.odt"}),
        design::input(view, {.name = "link",
                             .label = {view.say("Or a link to somebody else's"), design::Size::s},
                             .hint = view.say("Where it belongs to others, link to it"),
                             .value = form.link,
                             .error = problems.about("link"),
                             .type = "url",
                             .spellcheck = false}));
}

html::Html about_fields(const access::Context& context, const ResourceForm& form,
                        const Problems& problems) {
    const design::View& view = context.view;
    std::vector<design::Option> kind_options{{.value = "", .label = view.say("Choose")}};
    for (const Choice& kind : kinds())
        kind_options.push_back({.value = kind.code, .label = view.say(kind.label)});
    std::vector<design::Choice> licence_choices;
    for (const Choice& licence : licences())
        licence_choices.push_back({.value = licence.code, .label = view.say(licence.label)});
    std::vector<design::Choice> subjects;
    for (const design::Option& option : subject_options(context.db, *view.words, context.today))
        subjects.push_back({.value = option.value, .label = option.label});
    return html(
        "{}{}{}{}{}",
        design::input(view, {.name = "title",
                             .label = {view.say("Title"), design::Size::s},
                             .value = form.title,
                             .error = problems.about("title")}),
        design::textarea(view,
                         {.name = "summary",
                          .label = {view.say("What it is, in a sentence or two"), design::Size::s},
                          .value = form.summary,
                          .error = problems.about("summary"),
                          .rows = 3}),
        design::select(view, {.name = "kind",
                              .label = {view.say("Kind"), design::Size::s},
                              .options = kind_options,
                              .value = form.kind,
                              .error = problems.about("kind")}),
        design::radios(view, {.name = "licence",
                              .legend = {view.say("Who may use it, and how?"), design::Size::s},
                              .choices = std::move(licence_choices),
                              .value = form.licence,
                              .error = problems.about("licence")}),
        design::checkboxes(view,
                           {.name = "subjects",
                            .legend = {view.say("What is it for? (optional)"), design::Size::s},
                            .choices = std::move(subjects),
                            .values = form.subjects,
                            .error = problems.about("subjects"),
                            .small = true}));
}

html::Html task_page(const access::Context& context, const Resource& resource,
                     std::string_view title, const Problems& problems, const html::Html& content) {
    const design::View& view = context.view;
    auto way = crumbs(view);
    way.push_back({resource.title, address(resource.id)});
    return design::page(
        view, {.title = title, .error = !problems.empty(), .breadcrumb = std::move(way)},
        design::two_thirds(html("{}{}{}", design::error_summary(view, problems),
                                design::page_heading(title, resource.title), content)));
}

}  // namespace

bool keeps(const access::Context& context, OrganisationId owner) {
    if (!context.session) return false;
    const auto roles =
        organisations::roles_over(context.db, context.person(), owner, context.today);
    return std::ranges::any_of(
        roles, [](access::Role role) { return access::policy::content_keepers.roles.has(role); });
}

html::Html shelf_page(const access::Context& context, const Shelf& shelf) {
    const design::View& view = context.view;
    html::Html list;
    for (const Resource& resource : shelf.found)
        list += row(view, resource);
    html::Html found =
        list.empty() ? design::nothing_yet(view.say("Nothing was found. Try fewer words."))
                     : html(R"(<p>{}</p><ul class="pr-tools">{}</ul>)",
                            view.words->count(static_cast<std::int64_t>(shelf.count),
                                              "{} tool or document", "{} tools and documents"),
                            list);
    html::Html keeper;
    if (context.session && context.person().holds(access::policy::content_keepers.roles))
        keeper = design::button({.label = view.say("Add a tool or document"),
                                 .look = design::ButtonLook::secondary,
                                 .where = url("/resources/new")});
    const Wanted& wanted = shelf.wanted;
    const auto title = view.say("Tools and documents");
    return design::page(
        view, {.title = title, .latest = true},
        html(R"({}{}<p class="nhsuk-lede-text">{}</p>{}{}{}{})", done_banner(view, shelf.done),
             design::page_heading(title),
             view.say("Guides, templates and posters that teams use, for each intervention of a "
                      "campaign and each part of a programme."),
             keeper, filter(context, shelf), found,
             design::pagination(
                 view, {.current = shelf.page,
                        .count = (shelf.count + kOnAPage - 1) / kOnAPage,
                        .where = [&](std::size_t page) {
                            return url("/resources?words={}&subject={}&kind={}&sort={}&page={}",
                                       wanted.search, wanted.subject, wanted.kind, wanted.sort,
                                       page);
                        }})));
}

html::Html resource_page(const access::Context& context, const Portrait& portrait) {
    const design::View& view = context.view;
    const Resource& resource = portrait.resource;
    const auto options = subject_options(context.db, *view.words, context.today);
    html::Html subjects;
    for (const Subject& subject : portrait.subjects)
        subjects.append(R"(<div><a class="nhsuk-link" href="{}">{}</a></div>)",
                        url("/resources?subject={}", text(subject)),
                        subject_name(options, subject));
    design::SummaryList facts;
    const auto add = [&](std::string_view key, html::Html value) {
        if (!value.empty()) facts.rows.push_back({.key = key, .value = std::move(value)});
    };
    add(view.say("Type and size"), html("{}", type_and_size(*view.words, resource.latest)));
    add(view.say("Licence"), html("{}", label(*view.words, licences(), resource.licence)));
    add(view.say("What it is for"), subjects);
    add(view.say("Use"), html("{}", uses_in_words(view, portrait.uses)));
    add(view.say("Version"),
        html("{}", view.say("{}, of {}", resource.latest.number,
                            view.words->day(
                                std::chrono::floor<std::chrono::days>(resource.latest.added_at)))));
    html::Html get;
    if (resource.status != Status::draft || portrait.keeper)
        get = design::button(
            {.label = resource.latest.is_link()
                          ? std::string(view.say("Go to it"))
                          : view.say("Download ({})", type_and_size(*view.words, resource.latest)),
             .where = file_address(resource.id)});
    html::Html older;
    if (portrait.versions.size() > 1) {
        design::TableWriter table({.caption = view.say("All versions"),
                                   .columns = {{.heading = view.say("Version")},
                                               {.heading = view.say("Added on")},
                                               {.heading = view.say("What is new")},
                                               {.heading = view.say("File")}},
                                   .first_cell_is_heading = true});
        for (const Version& version : portrait.versions)
            table.row(
                version.number,
                view.words->day(std::chrono::floor<std::chrono::days>(version.added_at)),
                version.note,
                design::link(url("/resources/{}/versions/{}", resource.id.text(), version.number),
                             type_and_size(*view.words, version)));
        older = std::move(table).done();
    }
    html::Html keeper;
    if (portrait.keeper)
        keeper = html(
            R"(<section class="pr-keeper" aria-labelledby="keeper">
            <h2 class="nhsuk-heading-m" id="keeper">{}</h2><ul class="nhsuk-list">
            <li><a class="nhsuk-link" href="{}">{}</a></li>
            <li><a class="nhsuk-link" href="{}">{}</a></li></ul></section>)",
            view.say("For those who keep it"), url("/resources/{}/new-version", resource.id.text()),
            view.say("Add a new version"), url("/resources/{}/details", resource.id.text()),
            view.say("Change or retire it"));
    html::Html retired;
    if (resource.status == Status::retired)
        retired = design::inset_text(
            view, html("<p>{}</p>", view.say("This has been retired: lists no longer show it.")));
    return design::page(
        view, {.title = resource.title, .breadcrumb = crumbs(view), .latest = true},
        design::two_thirds(
            html("{}{}{}{}{}{}{}{}", done_banner(view, portrait.done),
                 design::page_heading(resource.title, label(*view.words, kinds(), resource.kind)),
                 retired, paragraphs(resource.summary), get, design::summary_list(view, facts),
                 older, keeper)));
}

html::Html new_page(const access::Context& context, const std::vector<Owner>& owners,
                    const ResourceForm& form, const Problems& problems) {
    const design::View& view = context.view;
    html::Html owner;
    if (owners.size() > 1) {
        std::vector<design::Choice> choices;
        for (const Owner& one : owners)
            choices.push_back({.value = one.id.text(), .label = one.name});
        owner = design::radios(view, {.name = "owner",
                                      .legend = {view.say("Who keeps it?"), design::Size::s},
                                      .choices = std::move(choices),
                                      .value = form.owner,
                                      .error = problems.about("owner")});
    }
    const auto title = view.say("Add a tool or document");
    return design::page(
        view, {.title = title, .error = !problems.empty(), .breadcrumb = crumbs(view)},
        design::two_thirds(
            html("{}{}{}", design::error_summary(view, problems), design::page_heading(title),
                 design::form(view, {.action = url("/resources/new"), .uploads = true},
                              html("{}{}{}{}", file_fields(view, form, problems),
                                   about_fields(context, form, problems), owner,
                                   design::button({.label = view.say("Add"), .once = true}))))));
}

html::Html change_page(const access::Context& context, const Resource& resource,
                       const ResourceForm& form, const Problems& problems) {
    const design::View& view = context.view;
    return task_page(
        context, resource, view.say("Change or retire"), problems,
        design::form(
            view, {.action = url("/resources/{}/details", resource.id.text())},
            html("{}{}{}{}", design::hidden("rev", form.rev), about_fields(context, form, problems),
                 design::radios(
                     view, {.name = "status",
                            .legend = {view.say("State"), design::Size::s},
                            .choices = {{.value = "published",
                                         .label = view.say("Published: everybody finds it")},
                                        {.value = "draft",
                                         .label = view.say("Draft: only those who keep it see it")},
                                        {.value = "retired",
                                         .label = view.say("Retired: links still lead to it, lists "
                                                           "do not show it")}},
                            .value = form.status,
                            .error = problems.about("status")}),
                 design::button({.label = view.say("Save"), .once = true}))));
}

html::Html version_page(const access::Context& context, const Resource& resource,
                        const ResourceForm& form, const Problems& problems) {
    const design::View& view = context.view;
    return task_page(
        context, resource, view.say("Add a new version"), problems,
        design::form(
            view, {.action = url("/resources/{}/new-version", resource.id.text()), .uploads = true},
            html("{}{}{}{}", design::hidden("rev", form.rev), file_fields(view, form, problems),
                 design::input(view, {.name = "note",
                                      .label = {view.say("What is new in it?"), design::Size::s},
                                      .value = form.note,
                                      .error = problems.about("note")}),
                 design::button({.label = view.say("Add the version"), .once = true}))));
}

}  // namespace primum::resources
