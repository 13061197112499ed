#include "resources/resource.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "crypto/hash.h"
#include "json/writer.h"
#include "search/search.h"
#include "store/audit.h"

namespace primum::resources {
namespace {

using language::Language;
using language::sentence;

Version read_version(const store::Row& row, int first) {
    return {.number = row.get<int>(first),
            .file_name = row.get<std::string>(first + 1),
            .media_type = row.get<std::string>(first + 2),
            .bytes = row.get<std::int64_t>(first + 3),
            .sha256 = row.get<std::string>(first + 4),
            .link = row.get<std::string>(first + 5),
            .note = row.get<std::string>(first + 6),
            .added_by = row.get<std::optional<PersonId>>(first + 7),
            .added_at = row.get<Instant>(first + 8)};
}

Status parse_status(std::string_view text) {
    return text == "draft" ? Status::draft
                           : (text == "retired" ? Status::retired : Status::published);
}

Resource read_resource(const store::Row& row) {
    constexpr int kVersion = 10;
    return {.id = row.get<ResourceId>(0),
            .owner = row.get<OrganisationId>(1),
            .title = row.get<std::string>(2),
            .summary = row.get<std::string>(3),
            .kind = row.get<std::string>(4),
            .licence = row.get<std::string>(5),
            .status = parse_status(row.get<std::string_view>(6)),
            .added_at = row.get<Instant>(7),
            .uses = row.get<std::int64_t>(8),
            .rev = row.get<std::int64_t>(9),
            .latest = read_version(row, kVersion)};
}

std::string as_json(const Resource& resource) {
    json::Writer document;
    document.begin_object()
        .member("title", std::string_view(resource.title))
        .member("kind", std::string_view(resource.kind))
        .member("licence", std::string_view(resource.licence))
        .member("status", name(resource.status))
        .end_object();
    return std::string(document.text());
}

std::string as_json(const Version& version) {
    json::Writer document;
    document.begin_object()
        .member("version", version.number)
        .member("file", std::string_view(version.file_name))
        .member("bytes", version.bytes)
        .member("sha256", std::string_view(version.sha256))
        .member("link", std::string_view(version.link))
        .end_object();
    return std::string(document.text());
}

/// In the index while it is published, and out of it otherwise.
void index(store::Writer& db, const Resource& resource, std::string_view file_name) {
    const std::string path(address(resource.id).text());
    if (resource.status != Status::published) return search::remove(db, path);
    search::put(db, {.kind = sentence("Resource"),
                     .path = path,
                     .title = resource.title,
                     .summary = resource.summary,
                     .body = std::string(file_name)});
}

void save_subjects(store::Writer& db, ResourceId id, const std::vector<Subject>& subjects) {
    db.run("DELETE FROM resource_subjects WHERE resource_id = $1", id);
    for (const Subject& subject : subjects)
        db.run(
            "INSERT INTO resource_subjects (resource_id, about, code) VALUES ($1, $2, $3)"
            " ON CONFLICT DO NOTHING",
            id, subject.about, subject.code);
}

Version insert_version(store::Writer& db, const store::Stamp& stamp, ResourceId id, int number,
                       const Incoming& incoming) {
    Version version{.number = number,
                    .file_name = incoming.file_name,
                    .media_type = incoming.media_type,
                    .bytes = static_cast<std::int64_t>(incoming.content.size()),
                    .sha256 = {},
                    .link = incoming.link,
                    .note = incoming.note,
                    .added_by = stamp.person,
                    .added_at = stamp.at};
    if (incoming.link.empty()) {
        version.sha256 = crypto::sha256_hex(incoming.content);
        db.run(
            "INSERT INTO resource_contents (sha256, content) VALUES ($1, $2)"
            " ON CONFLICT DO NOTHING",
            version.sha256, std::as_bytes(std::span(incoming.content)));
    }
    db.run(R"sql(
        INSERT INTO resource_versions (resource_id, number, file_name, media_type, bytes, sha256,
                                       link, note, added_by, added_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
    )sql",
           id, version.number, version.file_name, version.media_type, version.bytes, version.sha256,
           version.link, version.note, version.added_by, version.added_at);
    return version;
}

}  // namespace

const std::vector<Choice>& kinds() {
    static const std::vector<Choice> kKinds = {
        {"guide", sentence("How-to guide")},
        {"template", sentence("Template")},
        {"poster", sentence("Poster")},
        {"slides", sentence("Slides")},
        {"report", sentence("Report or paper")},
        {"checklist", sentence("Checklist")},
        {"film", sentence("Film")},
        {"other", sentence("Other")},
    };
    return kKinds;
}

const std::vector<Choice>& licences() {
    static const std::vector<Choice> kLicences = {
        {"cc0", sentence("CC0: no rights reserved")},
        {"cc-by", sentence("CC BY 4.0: use and change it, name the source")},
        {"cc-by-sa", sentence("CC BY-SA 4.0: the same, and share alike")},
        {"cc-by-nc", sentence("CC BY-NC 4.0: the same, but not for money")},
        {"ogl", sentence("Open Government Licence 3.0")},
        {"members", sentence("For organisations that take part: ask before you pass it on")},
        {"theirs", sentence("All rights with its owner: follow the link and their terms")},
    };
    return kLicences;
}

std::string label(const Language& words, const std::vector<Choice>& choices,
                  std::string_view code) {
    for (const Choice& choice : choices)
        if (code == choice.code) return std::string(words.say(choice.label));
    return std::string(code);
}

std::string type_word(const Language& words, std::string_view media_type) {
    struct Word {
        std::string_view type;
        const char* word;
    };
    static constexpr std::array kWords = {
        Word{"application/pdf", "PDF"},
        Word{"image/png", "PNG"},
        Word{"image/jpeg", "JPEG"},
        Word{"text/csv", "CSV"},
        Word{"text/plain", "TXT"},
        Word{"video/mp4", "MP4"},
        Word{"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "DOCX"},
        Word{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX"},
        Word{"application/vnd.openxmlformats-officedocument.presentationml.presentation", "PPTX"},
        Word{"application/vnd.oasis.opendocument.text", "ODT"},
    };
    for (const Word& word : kWords)
        if (word.type == media_type) return word.word;
    return std::string(words.say("File"));
}

std::string size_in_words(const Language& words, std::int64_t bytes) {
    constexpr double kThousand = 1000;
    if (bytes < 1000) return words.count(bytes, "{} byte", "{} bytes");
    double size = static_cast<double>(bytes) / kThousand;
    const char* unit = "KB";
    // 999.6 KB would be written as 1000 KB.
    if (size >= 999.5) {
        size /= kThousand;
        unit = "MB";
    }
    const int decimals = size < 9.995 ? 2 : (size < 99.95 ? 1 : 0);
    std::string number = fmt::format("{:.{}f}", size, unit[0] == 'K' ? 0 : decimals);
    if (unit[0] == 'M' && number.find('.') != std::string::npos) {
        number.erase(number.find_last_not_of('0') + 1);
        if (number.ends_with('.')) number.pop_back();
    }
    return number + ' ' + unit;
}

std::string type_and_size(const Language& words, const Version& version) {
    if (version.is_link()) return std::string(words.say("Web page"));
    return type_word(words, version.media_type) + ", " + size_in_words(words, version.bytes);
}

std::string_view name(Status status) {
    switch (status) {
        case Status::draft:
            return "draft";
        case Status::published:
            return "published";
        case Status::retired:
            return "retired";
    }
    return {};
}

std::optional<Resource> find_resource(const store::Reader& db, ResourceId id) {
    return db.one(read_resource, R"sql(
        SELECT r.id, r.owner_id, r.title, r.summary, r.kind, r.licence, r.status, r.added_at,
               r.uses, r.rev, v.number, v.file_name, v.media_type, v.bytes, v.sha256, v.link,
               v.note, v.added_by, v.added_at
          FROM resources r
          JOIN resource_versions v ON v.resource_id = r.id
         WHERE r.id = $1
         ORDER BY v.number DESC
    )sql",
                  id);
}

std::optional<Resource> find_by_title(const store::Reader& db, std::string_view title) {
    return db.one(read_resource, R"sql(
        SELECT r.id, r.owner_id, r.title, r.summary, r.kind, r.licence, r.status, r.added_at,
               r.uses, r.rev, v.number, v.file_name, v.media_type, v.bytes, v.sha256, v.link,
               v.note, v.added_by, v.added_at
          FROM resources r
          JOIN resource_versions v ON v.resource_id = r.id
         WHERE r.title = $1 AND r.status = 'published'
         ORDER BY r.added_at, r.id, v.number DESC
    )sql",
                  title);
}

std::vector<Version> versions_of(const store::Reader& db, ResourceId id) {
    return db.all([](const store::Row& row) { return read_version(row, 0); }, R"sql(
        SELECT number, file_name, media_type, bytes, sha256, link, note, added_by, added_at
          FROM resource_versions
         WHERE resource_id = $1
         ORDER BY number DESC
    )sql",
                  id);
}

std::optional<Version> find_version(const store::Reader& db, ResourceId id, int number) {
    return db.one([](const store::Row& row) { return read_version(row, 0); }, R"sql(
        SELECT number, file_name, media_type, bytes, sha256, link, note, added_by, added_at
          FROM resource_versions
         WHERE resource_id = $1 AND number = $2
    )sql",
                  id, number);
}

std::vector<Subject> subjects_of(const store::Reader& db, ResourceId id) {
    return db.all(
        [](const store::Row& row) {
            return Subject{row.get<std::string>(0), row.get<std::string>(1)};
        },
        "SELECT about, code FROM resource_subjects WHERE resource_id = $1 ORDER BY about, code",
        id);
}

std::vector<Resource> resources_about(const store::Reader& db, std::string_view about,
                                      std::string_view code) {
    return db.all(read_resource, R"sql(
        SELECT r.id, r.owner_id, r.title, r.summary, r.kind, r.licence, r.status, r.added_at,
               r.uses, r.rev, v.number, v.file_name, v.media_type, v.bytes, v.sha256, v.link,
               v.note, v.added_by, v.added_at
          FROM resource_subjects s
          JOIN resources r ON r.id = s.resource_id
          JOIN resource_versions v ON v.resource_id = r.id
         WHERE s.about = $1 AND s.code = $2 AND r.status = 'published'
           AND v.number = (SELECT MAX(w.number) FROM resource_versions w WHERE w.resource_id = r.id)
         ORDER BY r.uses DESC, r.title, r.id
    )sql",
                  about, code);
}

std::optional<std::string> content_of(const store::Reader& db, std::string_view sha256) {
    return db.one(
        [](const store::Row& row) {
            const auto bytes = row.get<store::Bytes>(0);
            return std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        },
        "SELECT content FROM resource_contents WHERE sha256 = $1", sha256);
}

ResourceId add_resource(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                        const Resource& resource, const std::vector<Subject>& subjects,
                        const Incoming& first) {
    Resource added = resource;
    added.id = db.new_id<Resource>();
    added.owner = owner.organisation();
    db.run(R"sql(
        INSERT INTO resources (id, owner_id, title, summary, kind, licence, status, added_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
    )sql",
           added.id, added.owner, added.title, added.summary, added.kind, added.licence,
           name(added.status), stamp.at);
    insert_version(db, stamp, added.id, 1, first);
    save_subjects(db, added.id, subjects);
    store::record(db, owner, stamp,
                  {.action = "resources.add",
                   .object = added.id.text(),
                   .before = "",
                   .after = as_json(added)});
    index(db, added, first.file_name);
    return added.id;
}

int add_version(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                const Resource& resource, const Incoming& incoming) {
    const int last = db.one([](const store::Row& row) { return row.get<int>(0); },
                            "SELECT COALESCE(MAX(number), 0) FROM resource_versions"
                            " WHERE resource_id = $1",
                            resource.id)
                         .value_or(0);
    const Version version = insert_version(db, stamp, resource.id, last + 1, incoming);
    db.run("UPDATE resources SET rev = rev + 1 WHERE id = $1", resource.id);
    store::record(db, owner, stamp,
                  {.action = "resources.add_version",
                   .object = resource.id.text(),
                   .before = "",
                   .after = as_json(version)});
    index(db, resource, incoming.file_name);
    return version.number;
}

bool save_resource(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                   const Resource& resource, const std::vector<Subject>& subjects) {
    const auto before = find_resource(db, resource.id);
    const auto changed = db.run(R"sql(
        UPDATE resources
           SET title = $3, summary = $4, kind = $5, licence = $6, status = $7, rev = rev + 1
         WHERE id = $1 AND rev = $2
    )sql",
                                resource.id, resource.rev, resource.title, resource.summary,
                                resource.kind, resource.licence, name(resource.status));
    if (changed == 0) return false;
    save_subjects(db, resource.id, subjects);
    store::record(db, owner, stamp,
                  {.action = "resources.change",
                   .object = resource.id.text(),
                   .before = before ? as_json(*before) : "",
                   .after = as_json(resource)});
    index(db, resource, resource.latest.file_name);
    return true;
}

void count_uses(store::Writer& db, ResourceId id, std::int64_t times) {
    db.run("UPDATE resources SET uses = uses + $2 WHERE id = $1", id, times);
}

html::Url address(ResourceId id) {
    return html::url("/resources/{}", id.text());
}

html::Url file_address(ResourceId id) {
    return html::url("/resources/{}/file", id.text());
}

}  // namespace primum::resources
