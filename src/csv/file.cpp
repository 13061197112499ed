#include "csv/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "csv/in_quotes.h"

namespace primum::csv {
namespace {

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    int number() const { return number_; }

    /// Closes now, because a full disk may only be noticed here.
    bool close() {
        const int number = number_;
        number_ = -1;
        return ::close(number) == 0;
    }

private:
    int number_;
};

std::string reason() {
    return std::generic_category().message(errno);
}

std::unexpected<Refused> cannot_read(const std::string& path) {
    if (errno == ENOENT)
        return refuse(
            fmt::format("There is no file {}: check the name and the folder.", in_quotes(path)));
    if (errno == EACCES)
        return refuse(fmt::format("You may not read {}: ask its owner for access, or copy it.",
                                  in_quotes(path)));
    return refuse(fmt::format("The file {} cannot be read ({}): check it and try again.",
                              in_quotes(path), reason()));
}

std::unexpected<Refused> too_large(const std::string& path) {
    return refuse(
        fmt::format("The file {} is larger than 1 GB: cut it into smaller files, or keep only the "
                    "columns needed.",
                    in_quotes(path)));
}

std::unexpected<Refused> cannot_write(const std::string& path) {
    return refuse(fmt::format("{} cannot be written ({}): choose another place for the output.",
                              in_quotes(path), reason()));
}

/// Reads until the end, into a buffer that first has the size the system promised.
Checked<std::string> read_all(const Descriptor& file, const std::string& path,
                              std::size_t expected_size) {
    std::string bytes;
    std::size_t size = 0;
    bytes.resize(expected_size + 1);  // one more, so that the last read finds the end
    while (true) {
        const ssize_t got = ::read(file.number(), bytes.data() + size, bytes.size() - size);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return cannot_read(path);
        if (got == 0) break;
        size += static_cast<std::size_t>(got);
        if (size > kLargestFile) return too_large(path);
        if (size == bytes.size()) bytes.resize(std::max<std::size_t>(2 * size, 1U << 16U));
    }
    bytes.resize(size);
    return bytes;
}

}  // namespace

Checked<std::string> read_file(const std::string& path) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.number() < 0) return cannot_read(path);

    struct stat status = {};
    if (::fstat(file.number(), &status) != 0) return cannot_read(path);
    if (S_ISDIR(status.st_mode))
        return refuse(fmt::format("{} is a folder: name the CSV file in it.", in_quotes(path)));
    if (!S_ISREG(status.st_mode)) return read_all(file, path, 0);

    const auto size = static_cast<std::size_t>(status.st_size);
    if (size > kLargestFile) return too_large(path);
    return read_all(file, path, size);
}

Checked<void> write_file(const std::string& path, std::string_view bytes) {
    Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
    if (file.number() < 0) return cannot_write(path);
    while (!bytes.empty()) {
        const ssize_t written = ::write(file.number(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return cannot_write(path);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    if (!file.close()) return cannot_write(path);
    return {};
}

}  // namespace primum::csv
