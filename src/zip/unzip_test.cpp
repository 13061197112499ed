#include "zip/unzip.h"

#include <gtest/gtest.h>
#include <zip.h>

#include <utility>

namespace primum::zip {
namespace {

/// An archive of these files, made by libzip itself.
std::string zipped(const std::vector<File>& files, const char* password = nullptr) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_t* archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error);
    zip_source_keep(target);
    for (const File& file : files) {
        if (file.name.ends_with('/')) {
            zip_dir_add(archive, file.name.c_str(), 0);
            continue;
        }
        zip_source_t* source = zip_source_buffer(archive, file.bytes.data(), file.bytes.size(), 0);
        const auto index = zip_file_add(archive, file.name.c_str(), source, 0);
        if (password != nullptr)
            zip_file_set_encryption(archive, static_cast<zip_uint64_t>(index), ZIP_EM_AES_256,
                                    password);
    }
    EXPECT_EQ(zip_close(archive), 0);
    zip_source_open(target);
    std::string bytes(std::size_t{1} << 22U, '\0');
    const auto size = zip_source_read(target, bytes.data(), bytes.size());
    zip_source_close(target);
    zip_source_free(target);
    bytes.resize(static_cast<std::size_t>(size));
    return bytes;
}

TEST(Unzip, GivesBackEveryFile) {
    const std::string archive =
        zipped({{"etr.csv", "a,b\r\n"}, {"notes/", ""}, {"notes/read.txt", "hello"}});
    EXPECT_TRUE(is_zip(archive));
    const auto files = unzip(archive);
    ASSERT_TRUE(files);
    ASSERT_EQ(files->size(), 2U);
    EXPECT_EQ((*files)[0].name, "etr.csv");
    EXPECT_EQ((*files)[0].bytes, "a,b\r\n");
    EXPECT_EQ((*files)[1].bytes, "hello");
}

TEST(Unzip, RefusesWhatIsDamaged) {
    std::string archive = zipped({{"etr.csv", std::string(5000, 'x') + "y"}});
    EXPECT_FALSE(unzip("PK\x03\x04"));
    EXPECT_FALSE(unzip(std::string_view(archive).substr(0, archive.size() / 2)));
    archive[50] = static_cast<char>(archive[50] ^ 0x55);  // in the packed bytes
    EXPECT_FALSE(unzip(archive));
}

TEST(Unzip, RefusesTooManyFiles) {
    const std::string archive = zipped({{"a", "1"}, {"b", "2"}, {"c", "3"}});
    EXPECT_TRUE(unzip(archive, {.entries = 3}));
    EXPECT_FALSE(unzip(archive, {.entries = 2}));
}

TEST(Unzip, RefusesToUnpackMoreThanTheLimit) {
    const std::string archive =
        zipped({{"a", std::string(600, 'a')}, {"b", std::string(600, 'b')}});
    EXPECT_TRUE(unzip(archive, {.bytes = 1200}));
    EXPECT_FALSE(unzip(archive, {.bytes = 1199}));
}

// Five megabytes of zeros pack to about five kilobytes, a thousandth.
TEST(Unzip, RefusesBombs) {
    const std::string archive = zipped({{"zeros", std::string(5 << 20, '\0')}});
    ASSERT_LT(archive.size(), 10'000U);
    EXPECT_FALSE(unzip(archive));
    EXPECT_TRUE(unzip(archive, {.ratio = 2000}));
}

TEST(Unzip, RefusesWhatIsLockedByAPassword) {
    const auto refused = unzip(zipped({{"etr.csv", "a,b\r\n"}}, "secret"));
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().sentence.find("password"), std::string::npos);
}

}  // namespace
}  // namespace primum::zip
