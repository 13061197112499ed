#include "store/backup.h"

#include <fmt/format.h>

#include <filesystem>

#include "store/files.h"
#include "store/sqlite_connection.h"

namespace primum::store {
namespace {

namespace fs = std::filesystem;

std::string manifest_of(const std::string& file) {
    return file + ".manifest.json";
}

void copy_as_of_now(const std::string& database, const fs::path& to) {
    SqliteConnection db(database, SqliteConnection::Use::copy);
    const std::string name = to.string();
    db.run("VACUUM INTO $1", Values<1>(name), [](const Row&) { return true; });
}

}  // namespace

Checked<Manifest> back_up(const std::string& database, const std::string& file, Instant now) {
    if (!fs::exists(database)) return refuse("There is no database " + database + " to back up.");
    for (const std::string& name : {file, manifest_of(file)})
        if (fs::exists(name)) return refuse(name + " exists already: name another file.");
    const Partial copy(file + ".partial");
    const Partial description(manifest_of(file) + ".partial");
    copy_as_of_now(database, copy.path());
    fs::permissions(copy.path(), fs::perms::owner_read | fs::perms::owner_write);
    sync(copy.path());
    auto manifest = describe(copy.path(), iso_instant(now));
    if (!manifest) return manifest;
    write_file(description.path(), to_json(*manifest));
    put_in_place(copy.path(), file);
    put_in_place(description.path(), manifest_of(file));
    return manifest;
}

Checked<Manifest> restore(const std::string& file, const std::string& database) {
    for (const char* part : {"", "-wal", "-shm", "-journal"})
        if (fs::exists(database + part))
            return refuse(database + part + " exists already: restore into an empty folder.");
    if (!fs::exists(manifest_of(file)))
        return refuse("There is no " + manifest_of(file) +
                      ", which belongs to the backup: copy it too.");
    const auto promised = manifest_from_json(read_file(manifest_of(file)));
    if (!promised) return refuse(manifest_of(file) + " is damaged: use another backup.");
    fs::create_directories(fs::absolute(database).parent_path());
    const Partial copy(database + ".partial");
    fs::copy_file(file, copy.path());
    fs::permissions(copy.path(), fs::perms::owner_read | fs::perms::owner_write);
    // The copy is what will be used, so it is the copy that is read.
    if (sha256_of(copy.path()) != promised->sha256)
        return refuse(file +
                      " is not what its manifest says: copy it again, or use another backup.");
    const auto found = describe(copy.path(), promised->made_at);
    if (!found) return found;
    if (*found != *promised)
        return refuse(file + " does not hold what its manifest says: use another backup.");
    put_in_place(copy.path(), database);
    return found;
}

}  // namespace primum::store
