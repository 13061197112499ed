#include "store/files.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <system_error>
#include <vector>

#include "crypto/hash.h"

namespace primum::store {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path) {
    throw std::system_error(errno, std::generic_category(), path.string());
}

}  // namespace

void sync(const fs::path& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) fail(path);
    const int done = ::fsync(file);
    const int reason = errno;
    ::close(file);
    errno = reason;
    if (done != 0) fail(path);
}

void put_in_place(const fs::path& from, const fs::path& to) {
    sync(from);
    fs::rename(from, to);
    sync(to.has_parent_path() ? to.parent_path() : fs::path("."));
}

void write_file(const fs::path& path, std::string_view bytes) {
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!file.flush()) fail(path);
}

std::string read_file(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) fail(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string sha256_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) fail(path);
    crypto::Sha256 hash;
    std::vector<char> piece(1 << 20);
    while (file.read(piece.data(), static_cast<std::streamsize>(piece.size())), file.gcount() > 0)
        hash.add({piece.data(), static_cast<std::size_t>(file.gcount())});
    if (file.bad()) fail(path);
    return crypto::hex(hash.finish());
}

Partial::Partial(fs::path path) : path_(std::move(path)) {
    std::error_code ignored;
    fs::remove(path_, ignored);
}

Partial::~Partial() {
    std::error_code ignored;
    fs::remove(path_, ignored);
}

}  // namespace primum::store
