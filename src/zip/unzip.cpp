#include "zip/unzip.h"

#include <fmt/format.h>
#include <zip.h>

#include <memory>
#include <utility>

namespace primum::zip {
namespace {

constexpr std::uint64_t kSmallFile = 1024 * 1024;

struct Discard {
    void operator()(zip_t* archive) const { ::zip_discard(archive); }
};
struct Close {
    void operator()(zip_file_t* file) const { ::zip_fclose(file); }
};
using Archive = std::unique_ptr<zip_t, Discard>;

Archive open(std::string_view bytes) {
    zip_error_t error;
    ::zip_error_init(&error);
    constexpr int kKeepBytes = 0;  // they stay ours
    zip_source_t* source =
        ::zip_source_buffer_create(bytes.data(), bytes.size(), kKeepBytes, &error);
    if (source == nullptr) return {};
    Archive archive(::zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error));
    if (!archive) ::zip_source_free(source);
    ::zip_error_fini(&error);
    return archive;
}

std::unexpected<Refused> damaged() {
    return refuse("The ZIP file is damaged: make it again, or send the file inside it.");
}

std::unexpected<Refused> too_large() {
    return refuse("The ZIP file unpacks to more than is allowed: send the file inside it.");
}

class Unpacker {
public:
    Unpacker(zip_t* archive, const Limits& limits) : archive_(archive), limits_(limits) {}

    Checked<std::vector<File>> all() {
        const auto entries = ::zip_get_num_entries(archive_, 0);
        if (std::cmp_greater(entries, limits_.entries))
            return refuse(fmt::format("The ZIP file holds {} files: send one with {} at most.",
                                      entries, limits_.entries));
        std::vector<File> files;
        for (zip_int64_t i = 0; i < entries; ++i) {
            auto file = one(static_cast<zip_uint64_t>(i));
            if (!file) return std::unexpected(file.error());
            if (!file->name.ends_with('/')) files.push_back(std::move(*file));
        }
        return files;
    }

private:
    Checked<File> one(zip_uint64_t index) {
        zip_stat_t stat;
        if (::zip_stat_index(archive_, index, 0, &stat) != 0 || stat.name == nullptr)
            return damaged();
        if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
            return refuse("The ZIP file is locked with a password: send it without one.");
        const std::unique_ptr<zip_file_t, Close> file(::zip_fopen_index(archive_, index, 0));
        if (!file) return damaged();
        return unpack(file.get(), stat);
    }

    /// Counts what comes out, since what the archive says of itself may be a lie.
    Checked<File> unpack(zip_file_t* file, const zip_stat_t& stat) {
        File result{stat.name, {}};
        std::string piece(std::size_t{1} << 16U, '\0');
        for (;;) {
            const auto got = ::zip_fread(file, piece.data(), piece.size());
            if (got < 0) return damaged();
            if (got == 0) return result;
            result.bytes.append(piece, 0, static_cast<std::size_t>(got));
            unpacked_ += static_cast<std::uint64_t>(got);
            const bool bomb = result.bytes.size() > kSmallFile &&
                              result.bytes.size() / limits_.ratio > stat.comp_size;
            if (unpacked_ > limits_.bytes || bomb) return too_large();
        }
    }

    zip_t* archive_;
    const Limits& limits_;
    std::uint64_t unpacked_ = 0;
};

}  // namespace

bool is_zip(std::string_view bytes) {
    return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
}

Checked<std::vector<File>> unzip(std::string_view archive, const Limits& limits) {
    const auto opened = open(archive);
    if (!opened) return damaged();
    return Unpacker(opened.get(), limits).all();
}

}  // namespace primum::zip
