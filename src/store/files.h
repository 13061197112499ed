#pragma once
// Files that are there whole and safely, or not at all.

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace primum::store {

/// Returns once the disk has the file, or the names of a folder's files.
void sync(const std::filesystem::path& path);

/// Gives a file its name, and makes both durable.
void put_in_place(const std::filesystem::path& from, const std::filesystem::path& to);

/// Writes a small file in one go.
void write_file(const std::filesystem::path& path, std::string_view bytes);

std::string read_file(const std::filesystem::path& path);

/// SHA-256 of a file of any size, in hexadecimal.
std::string sha256_of(const std::filesystem::path& path);

/// Removes a half-made file, unless it was put in place.
class Partial {
public:
    explicit Partial(std::filesystem::path path);
    ~Partial();
    Partial(const Partial&) = delete;
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace primum::store
