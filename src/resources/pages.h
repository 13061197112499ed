#pragma once
// What people see of the library of tools.

#include <string>
#include <vector>

#include "access/context.h"
#include "base/problems.h"
#include "resources/shelf.h"

namespace primum::resources {

inline constexpr std::size_t kOnAPage = 20;
inline constexpr std::size_t kLargestFile = 20'000'000;

struct Shelf {
    Wanted wanted;
    std::vector<Resource> found;
    std::size_t count = 0;
    std::size_t page = 1;
    std::string done;
};
html::Html shelf_page(const access::Context& context, const Shelf& shelf);

struct Portrait {
    Resource resource;
    std::vector<Version> versions;
    std::vector<Subject> subjects;
    std::int64_t uses = 0;  ///< with those that are not written down yet
    bool keeper = false;
    std::string done;
};
html::Html resource_page(const access::Context& context, const Portrait& portrait);

/// A resource as somebody typed it.
struct ResourceForm {
    std::string title;
    std::string summary;
    std::string kind;
    std::string licence;
    std::string status;
    std::vector<std::string> subjects;
    std::string link;  ///< of a new one or a new version, where there is no file
    std::string note;
    std::string owner;
    std::string rev;
};
struct Owner {
    OrganisationId id;
    std::string name;
};
html::Html new_page(const access::Context& context, const std::vector<Owner>& owners,
                    const ResourceForm& form, const Problems& problems);
html::Html change_page(const access::Context& context, const Resource& resource,
                       const ResourceForm& form, const Problems& problems);
html::Html version_page(const access::Context& context, const Resource& resource,
                        const ResourceForm& form, const Problems& problems);

/// Whether who asks keeps resources of this organisation: for links only.
bool keeps(const access::Context& context, OrganisationId owner);

}  // namespace primum::resources
