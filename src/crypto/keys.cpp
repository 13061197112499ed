#include "crypto/keys.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <stdexcept>
#include <system_error>

#include "crypto/mac.h"
#include "crypto/sodium.h"
#include "crypto/token.h"

namespace primum::crypto {
namespace {

constexpr mode_t kOwnerOnly = 0400;
constexpr mode_t kOthers = 077;

class File {
public:
    explicit File(int descriptor) : descriptor_(descriptor) {}
    ~File() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    File(const File&) = delete;
    operator int() const { return descriptor_; }

private:
    int descriptor_;
};

[[noreturn]] void fail(const std::string& file) {
    throw std::runtime_error("The master key " + file +
                             " cannot be used: " + std::generic_category().message(errno) + ".");
}

/// Whole on disk before it has its name, so that a crash leaves a key or none; whoever comes first
/// gives the key.
void make(const std::string& file) {
    const std::string fresh = file + "." + random_token().substr(0, 8);
    const std::string key = random_bytes(Keys::kBytes);
    {
        const File made(::open(fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kOwnerOnly));
        if (made < 0 || ::write(made, key.data(), key.size()) != static_cast<ssize_t>(key.size()) ||
            ::fsync(made) != 0)
            fail(fresh);
    }
    const bool named = ::link(fresh.c_str(), file.c_str()) == 0 || errno == EEXIST;
    const int why = errno;
    ::unlink(fresh.c_str());
    errno = why;
    if (!named) fail(file);
}

std::string read(const std::string& file) {
    const File opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (opened < 0) return {};
    struct stat about = {};
    if (::fstat(opened, &about) != 0) fail(file);
    if ((about.st_mode & kOthers) != 0)
        throw std::runtime_error("The master key " + file +
                                 " can be read by others: run chmod 400 on it.");
    std::string bytes(2 * Keys::kBytes + 1, '\0');
    const ssize_t got = ::read(opened, bytes.data(), bytes.size());
    if (got < 0) fail(file);
    bytes.resize(static_cast<std::size_t>(got));
    if (bytes.size() != Keys::kBytes && bytes.size() != 2 * Keys::kBytes)
        throw std::runtime_error("The master key " + file +
                                 " must have 32 bytes, or 64 while keys are being changed.");
    return bytes;
}

}  // namespace

Keys Keys::open(const std::string& file) {
    if (::access(file.c_str(), F_OK) != 0 && errno == ENOENT) make(file);
    std::string bytes = read(file);
    if (bytes.empty()) fail(file);
    Keys keys(bytes);
    ::sodium_memzero(bytes.data(), bytes.size());
    return keys;
}

Keys::Keys(std::string_view bytes) {
    make_sodium_ready();
    if (bytes.empty() || bytes.size() % kBytes != 0)
        throw std::invalid_argument("a master key has 32 bytes");
    for (; !bytes.empty(); bytes.remove_prefix(kBytes))
        masters_.emplace_back(bytes.substr(0, kBytes));
}

Keys::~Keys() {
    for (std::string& master : masters_)
        ::sodium_memzero(master.data(), master.size());
}

std::string Keys::derive(std::string_view purpose) const {
    return hkdf_sha256(masters_.front(), "primum", purpose);
}

std::vector<std::string> Keys::derive_all(std::string_view purpose) const {
    std::vector<std::string> keys;
    for (const std::string& master : masters_)
        keys.push_back(hkdf_sha256(master, "primum", purpose));
    return keys;
}

}  // namespace primum::crypto
