#include "resources/routes.h"

#include <algorithm>
#include <charconv>

#include "access/context.h"
#include "access/policy.h"
#include "filetype/filetype.h"
#include "organisations/tree.h"
#include "resources/pages.h"

namespace primum::resources {
namespace {

using access::Context;
using html::url;
using http::Request;
using http::Response;
using language::sentence;

constexpr std::size_t kLongestTitle = 200;
constexpr std::size_t kLongestText = 2000;
constexpr std::size_t kUpload = kLargestFile + 512 * 1024;

std::string parameter(const Request& request, std::string_view name) {
    return request.parameter(name).value_or("");
}

std::size_t page_number(const Request& request) {
    const std::string text = parameter(request, "page");
    std::size_t page = 1;
    std::from_chars(text.data(), text.data() + text.size(), page);
    return std::clamp<std::size_t>(page, 1, 10'000);
}

std::optional<Resource> named(const Request& request, const Context& context) {
    const auto id = ResourceId::parse(request.part("resource"));
    if (!id) return {};
    return find_resource(context.db, *id);
}

/// Drafts are there for those who keep them only.
std::optional<Resource> shown(const Request& request, const Context& context) {
    auto resource = named(request, context);
    if (!resource) return {};
    if (resource->status == Status::draft && !keeps(context, resource->owner)) return {};
    return resource;
}

std::optional<Resource> kept(const Request& request, const Context& context) {
    auto resource = named(request, context);
    if (!resource || !context.scope.can_write(resource->owner)) return {};
    return resource;
}

Response show_shelf(const Request& request, Context& context) {
    Shelf shelf{.wanted = {.search = parameter(request, "words"),
                           .subject = parameter(request, "subject"),
                           .kind = parameter(request, "kind"),
                           .sort = parameter(request, "sort"),
                           .all = context.session &&
                                  context.person().holds(access::policy::content_keepers.roles)},
                .found = {},
                .page = page_number(request),
                .done = parameter(request, "done")};
    shelf.count = count_resources(context.db, shelf.wanted);
    shelf.found = find_resources(context.db, shelf.wanted, (shelf.page - 1) * kOnAPage, kOnAPage);
    return http::ok(shelf_page(context, shelf));
}

Response show_resource(const Uses& uses, const Request& request, Context& context) {
    const auto resource = shown(request, context);
    if (!resource) return http::not_found();
    return http::ok(resource_page(context, {.resource = *resource,
                                            .versions = versions_of(context.db, resource->id),
                                            .subjects = subjects_of(context.db, resource->id),
                                            .uses = resource->uses + uses.pending(resource->id),
                                            .keeper = keeps(context, resource->owner),
                                            .done = parameter(request, "done")}));
}

/// RFC 6266: a name in ASCII for old readers, and the real one.
std::string disposition(const std::string& name) {
    std::string ascii;
    std::string encoded;
    constexpr char kDigits[] = "0123456789ABCDEF";
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        ascii += byte < 128 && c != '"' && c != '\\' ? c : '_';
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
        if (plain) {
            encoded += c;
        } else {
            encoded += '%';
            encoded += kDigits[byte >> 4];
            encoded += kDigits[byte & 15];
        }
    }
    return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
}

/// Nothing of what others have sent us runs in a reader's browser.
Response send(const Context& context, const Version& version) {
    auto content = content_of(context.db, version.sha256);
    if (!content) return http::not_found();
    Response response;
    response.headers.set(
        "Content-Type",
        version.media_type + (version.media_type.starts_with("text/") ? "; charset=utf-8" : ""));
    response.headers.set("Content-Disposition", disposition(version.file_name));
    response.headers.set("X-Content-Type-Options", "nosniff");
    response.headers.set("Content-Security-Policy",
                         "default-src 'none'; base-uri 'none'; form-action 'self'; "
                         "frame-ancestors 'none'; sandbox");
    response.body = std::move(*content);
    return response;
}

Response send_version(Uses& uses, const Request& request, const Context& context,
                      const Resource& resource, const Version& version) {
    Response response;
    if (version.is_link()) {
        const auto where = html::Url::parse(version.link);
        if (!where) return http::not_found();
        response = http::see_other(*where);
    } else {
        response = send(context, version);
    }
    // Who looks whether it has changed, or asks for its head, does not use it again.
    const bool again = request.headers.find("If-None-Match").has_value();
    if (request.method == http::Method::get && !again && resource.status != Status::draft)
        uses.note(resource.id);
    return response;
}

Response show_file(Uses& uses, const Request& request, Context& context) {
    const auto resource = shown(request, context);
    if (!resource) return http::not_found();
    return send_version(uses, request, context, *resource, resource->latest);
}

Response show_version(Uses& uses, const Request& request, Context& context) {
    const auto resource = shown(request, context);
    if (!resource) return http::not_found();
    const std::string_view text = request.part("version");
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    const auto version = find_version(context.db, resource->id, number);
    if (!version) return http::not_found();
    return send_version(uses, request, context, *resource, *version);
}

// Keeping
// -------------------------------------------------------------------------------------------

ResourceForm form_of(const http::Form& form) {
    ResourceForm typed{.title = std::string(form.text("title")),
                       .summary = std::string(form.text("summary")),
                       .kind = std::string(form.text("kind")),
                       .licence = std::string(form.text("licence")),
                       .status = std::string(form.text("status")),
                       .subjects = {},
                       .link = std::string(form.text("link")),
                       .note = std::string(form.text("note")),
                       .owner = std::string(form.text("owner")),
                       .rev = std::string(form.text("rev"))};
    for (const std::string_view subject : form.all("subjects"))
        typed.subjects.emplace_back(subject);
    return typed;
}

std::vector<Owner> owners(const Context& context) {
    std::vector<Owner> found;
    for (const OrganisationId& root : context.scope.roots())
        if (std::ranges::find(found, root, &Owner::id) == found.end())
            if (auto organisation = organisations::find_organisation(context.db, root))
                found.push_back({root, organisation->name});
    return found;
}

bool is_choice(const std::vector<Choice>& choices, std::string_view code) {
    return std::ranges::any_of(choices, [&](const Choice& choice) { return code == choice.code; });
}

void check_about(const ResourceForm& form, Problems& problems) {
    if (form.title.empty()) problems.add("title", sentence("Enter the title."));
    if (form.title.size() > kLongestTitle)
        problems.add("title", sentence("Shorten the title to 200 characters or fewer."));
    if (form.summary.size() > kLongestText)
        problems.add("summary", sentence("Shorten the summary to 2,000 characters or fewer."));
    if (!is_choice(kinds(), form.kind)) problems.add("kind", sentence("Choose what kind it is."));
    if (!is_choice(licences(), form.licence))
        problems.add("licence", sentence("Choose who may use it, and how."));
}

std::vector<Subject> subjects_in(const Context& context, const ResourceForm& form) {
    std::vector<Subject> subjects;
    for (const design::Option& option :
         subject_options(context.db, *context.view.words, context.today))
        if (std::ranges::find(form.subjects, option.value) != form.subjects.end())
            subjects.push_back(parse_subject(option.value));
    return subjects;
}

/// What has been sent as a file or a link; the bytes stay the form's.
std::optional<Incoming> check_content(const http::Form& sent, const ResourceForm& form,
                                      Problems& problems) {
    const http::Upload* file = sent.file("file");
    Incoming incoming{.note = form.note};
    if (form.note.size() > kLongestTitle)
        problems.add("note", sentence("Shorten what is new to 200 characters or fewer."));
    if (file && !form.link.empty()) {
        problems.add("link", sentence("Send a file or a link, not both."));
        return {};
    }
    if (file) {
        if (file->bytes.size() > kLargestFile) {
            problems.add("file", sentence("Choose a file of 20 MB or less."));
            return {};
        }
        const auto found = filetype::find(file->bytes, file->file_name);
        if (!found) {
            problems.add("file", found.error().sentence);
            return {};
        }
        incoming.file_name = filetype::clean_name(file->file_name, *found);
        incoming.media_type = found->media_type;
        incoming.content = file->bytes;
        return incoming;
    }
    if (form.link.empty()) {
        problems.add("file", sentence("Choose a file, or enter a link."));
        return {};
    }
    if (!form.link.starts_with("http") || !html::Url::parse(form.link) ||
        form.link.size() > kLongestText) {
        problems.add("link", sentence("Enter a web address that begins with https://."));
        return {};
    }
    incoming.link = form.link;
    return incoming;
}

Resource with(const Resource& before, const ResourceForm& form) {
    Resource after = before;
    after.title = form.title;
    after.summary = form.summary;
    after.kind = form.kind;
    after.licence = form.licence;
    after.rev = 0;
    std::from_chars(form.rev.data(), form.rev.data() + form.rev.size(), after.rev);
    return after;
}

Response done(ResourceId id, std::string_view what) {
    return http::see_other(url("/resources/{}?done={}", id.text(), what));
}

Problems overtaken() {
    Problems problems;
    problems.add("", sentence("Somebody else has changed this since you opened the form. Check "
                              "what you entered and send it again."));
    return problems;
}

Response ask_for_new(const Request&, Context& context) {
    return http::ok(new_page(context, owners(context), {}, {}));
}

Response save_new(const Request&, Context& context) {
    const auto form = form_of(context.form);
    const auto places = owners(context);
    Problems problems;
    const auto incoming = check_content(context.form, form, problems);
    check_about(form, problems);
    auto owner = std::ranges::find_if(
        places, [&](const Owner& place) { return place.id.text() == form.owner; });
    if (owner == places.end() && places.size() == 1) owner = places.begin();
    if (owner == places.end()) problems.add("owner", sentence("Choose who keeps it."));
    if (!problems.empty() || !incoming)
        return http::unprocessable(new_page(context, places, form, problems));
    const auto keeper = context.scope.may_write(owner->id);
    const auto subjects = subjects_in(context, form);
    return context.save([&](store::Writer& db) {
        return done(add_resource(db, keeper, context.stamp(), with({}, form), subjects, *incoming),
                    "added");
    });
}

Response ask_for_details(const Request& request, Context& context) {
    const auto resource = kept(request, context);
    if (!resource) return http::not_found();
    ResourceForm form{.title = resource->title,
                      .summary = resource->summary,
                      .kind = resource->kind,
                      .licence = resource->licence,
                      .status = std::string(name(resource->status)),
                      .rev = std::to_string(resource->rev)};
    for (const Subject& subject : subjects_of(context.db, resource->id))
        form.subjects.push_back(text(subject));
    return http::ok(change_page(context, *resource, form, {}));
}

Response save_details(const Request& request, Context& context) {
    const auto resource = kept(request, context);
    if (!resource) return http::not_found();
    const auto form = form_of(context.form);
    Problems problems;
    check_about(form, problems);
    if (form.status != "published" && form.status != "draft" && form.status != "retired")
        problems.add("status", sentence("Choose its state."));
    if (!problems.empty())
        return http::unprocessable(change_page(context, *resource, form, problems));
    Resource changed = with(*resource, form);
    changed.status = form.status == "draft"
                         ? Status::draft
                         : (form.status == "retired" ? Status::retired : Status::published);
    const auto subjects = subjects_in(context, form);
    const auto owner = context.scope.may_write(resource->owner);
    return context.save([&](store::Writer& db) {
        if (save_resource(db, owner, context.stamp(), changed, subjects))
            return done(resource->id, "changed");
        ResourceForm again = form;
        again.rev = std::to_string(resource->rev);
        return http::page(http::Status::conflict,
                          change_page(context, *resource, again, overtaken()));
    });
}

Response ask_for_version(const Request& request, Context& context) {
    const auto resource = kept(request, context);
    if (!resource) return http::not_found();
    return http::ok(version_page(context, *resource, {.rev = std::to_string(resource->rev)}, {}));
}

Response save_version(const Request& request, Context& context) {
    const auto resource = kept(request, context);
    if (!resource) return http::not_found();
    auto form = form_of(context.form);
    Problems problems;
    const auto incoming = check_content(context.form, form, problems);
    if (!problems.empty() || !incoming)
        return http::unprocessable(version_page(context, *resource, form, problems));
    const auto owner = context.scope.may_write(resource->owner);
    const bool stale = form.rev != std::to_string(resource->rev);
    return context.save([&](store::Writer& db) {
        if (stale) {
            form.rev = std::to_string(resource->rev);
            return http::page(http::Status::conflict,
                              version_page(context, *resource, form, overtaken()));
        }
        add_version(db, owner, context.stamp(), *resource, *incoming);
        return done(resource->id, "version");
    });
}

}  // namespace

void add_routes(access::Routes& routes, Uses& uses) {
    using namespace access::policy;
    routes.get("/resources", public_page, show_shelf);
    routes.get("/resources/new", content_keepers, ask_for_new);
    routes.post("/resources/new", content_keepers, save_new, kUpload);
    routes.get("/resources/{resource}", public_page,
               [&uses](const Request& request, Context& context) {
                   return show_resource(uses, request, context);
               });
    // Not kept in memory as pages are: each use counts.
    routes.get("/resources/{resource}/file", everyone,
               [&uses](const Request& request, Context& context) {
                   return show_file(uses, request, context);
               });
    routes.get("/resources/{resource}/versions/{version}", everyone,
               [&uses](const Request& request, Context& context) {
                   return show_version(uses, request, context);
               });
    routes.get("/resources/{resource}/details", content_keepers, ask_for_details);
    routes.post("/resources/{resource}/details", content_keepers, save_details);
    routes.get("/resources/{resource}/new-version", content_keepers, ask_for_version);
    routes.post("/resources/{resource}/new-version", content_keepers, save_version, kUpload);
}

}  // namespace primum::resources
