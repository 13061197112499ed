#pragma once
// Tools and documents: files that we keep, and links to those of others. Public unless they are
// drafts or have been retired.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/instant.h"
#include "html/url.h"
#include "language/language.h"
#include "store/db.h"
#include "store/stamp.h"

namespace primum::resources {

struct Resource;
using ResourceId = Id<Resource>;

/// Draft: its keepers work on it. Retired: keepers and old links still find it, lists do not.
enum class Status : std::uint8_t { draft, published, retired };

/// What it is for, by codes: ("intervention", "PSF-LEAD"), ("campaign", "…"), ("programme", short
/// name), ("role", "chief_executive").
struct Subject {
    std::string about;
    std::string code;
    friend auto operator<=>(const Subject&, const Subject&) = default;
};

/// One version: a file of ours, or a link to somebody else's.
struct Version {
    int number = 0;
    std::string file_name = {};   ///< of a file; cleaned
    std::string media_type = {};  ///< as its bytes say
    std::int64_t bytes = 0;
    std::string sha256 = {};  ///< names the bytes; empty for a link
    std::string link = {};
    std::string note = {};  ///< what is new in it
    std::optional<PersonId> added_by = {};
    Instant added_at = {};

    bool is_link() const { return sha256.empty(); }
};

struct Resource {
    ResourceId id;
    OrganisationId owner;
    std::string title;
    std::string summary;
    std::string kind;     ///< code of a Kind
    std::string licence;  ///< code of a Licence
    Status status = Status::published;
    Instant added_at;
    std::int64_t uses = 0;  ///< downloads and followed links
    std::int64_t rev = 1;
    Version latest;
};

/// A choice that people make: its code and what it is called, in English for a catalogue.
struct Choice {
    const char* code;
    const char* label;
};
const std::vector<Choice>& kinds();     ///< "guide", "template", "poster", …
const std::vector<Choice>& licences();  ///< under what others may use it
/// The label of a code; the code itself where it is of no choice.
std::string label(const language::Language& words, const std::vector<Choice>& choices,
                  std::string_view code);

/// What a version is, and how large, as people read it: "PDF, 1.84 MB", "CSV, 12 KB"; "Web page"
/// for a link.
std::string type_and_size(const language::Language& words, const Version& version);
/// "PDF": a word for a media type.
std::string type_word(const language::Language& words, std::string_view media_type);
/// "1.84 MB", "12 KB", "900 bytes": three figures, in thousands.
std::string size_in_words(const language::Language& words, std::int64_t bytes);

std::string_view name(Status status);

std::optional<Resource> find_resource(const store::Reader& db, ResourceId id);
/// The published one with this title, the first added where there are several.
std::optional<Resource> find_by_title(const store::Reader& db, std::string_view title);
/// Newest first.
std::vector<Version> versions_of(const store::Reader& db, ResourceId id);
std::optional<Version> find_version(const store::Reader& db, ResourceId id, int number);
std::vector<Subject> subjects_of(const store::Reader& db, ResourceId id);
/// Published ones for a subject, the most used first: ("intervention", "PSF-LEAD").
std::vector<Resource> resources_about(const store::Reader& db, std::string_view about,
                                      std::string_view code);
/// The bytes of a version that is a file.
std::optional<std::string> content_of(const store::Reader& db, std::string_view sha256);

/// What a new version consists of: `content` for a file, `link` otherwise.
struct Incoming {
    std::string file_name = {};
    std::string media_type = {};
    std::string_view content = {};
    std::string link = {};
    std::string note = {};
};

/// Adds a resource with its first version; `resource` says everything but id, uses and latest.
ResourceId add_resource(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                        const Resource& resource, const std::vector<Subject>& subjects,
                        const Incoming& first);
/// The number of the new version.
int add_version(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                const Resource& resource, const Incoming& incoming);
/// Saves title, summary, kind, licence, status and what it is for. False where somebody else has
/// changed it since it was read.
bool save_resource(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                   const Resource& resource, const std::vector<Subject>& subjects);
/// Adds to how often it has been used; writes nothing about who.
void count_uses(store::Writer& db, ResourceId id, std::int64_t times);

/// "/resources/ID", and where its file or link is: "/resources/ID/file".
html::Url address(ResourceId id);
html::Url file_address(ResourceId id);

}  // namespace primum::resources
