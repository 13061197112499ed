#include "crypto/seal.h"

#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace primum::crypto {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::string kOld(32, 'o');
const std::string kNew(32, 'n');

class KeyFile : public testing::Test {
protected:
    KeyFile() {
        std::string pattern = testing::TempDir() + "keysXXXXXX";
        folder_ = ::mkdtemp(pattern.data());
    }
    ~KeyFile() override { std::filesystem::remove_all(folder_); }

    std::string file() const { return folder_ + "/master.key"; }
    void write(std::string_view bytes, mode_t mode) const {
        std::ofstream(file()) << bytes;
        ::chmod(file().c_str(), mode);
    }
    std::string folder_;
};

TEST_F(KeyFile, IsMadeOnceAndThenKept) {
    const std::string first = Keys::open(file()).derive("csrf");
    EXPECT_EQ(Keys::open(file()).derive("csrf"), first);
    EXPECT_EQ(std::filesystem::file_size(file()), 32u);

    struct stat about = {};
    ASSERT_EQ(::stat(file().c_str(), &about), 0);
    EXPECT_EQ(about.st_mode & 0777u, 0400u);
    const std::filesystem::directory_iterator all(folder_);
    EXPECT_EQ(std::distance(begin(all), end(all)), 1) << "nothing else is left behind";
}

TEST_F(KeyFile, IsRefusedWhereOthersMayReadIt) {
    write(kOld, 0440);
    try {
        Keys::open(file());
        FAIL();
    } catch (const std::runtime_error& error) {
        EXPECT_THAT(error.what(), HasSubstr("chmod 400"));
    }
}

TEST_F(KeyFile, IsRefusedInAnyOtherLength) {
    for (const std::size_t length : {0, 31, 33, 65}) {
        write(std::string(length, 'k'), 0600);
        EXPECT_THROW(Keys::open(file()), std::runtime_error) << length;
    }
}

TEST_F(KeyFile, IsRefusedInAFolderThatDoesNotExist) {
    EXPECT_THROW(Keys::open(folder_ + "/absent/master.key"), std::runtime_error);
}

TEST(Keys, DifferByPurposeAndMaster) {
    EXPECT_NE(Keys(kOld).derive("csrf"), Keys(kOld).derive("totp"));
    EXPECT_NE(Keys(kOld).derive("csrf"), Keys(kNew).derive("csrf"));
}

TEST(Seal, OpensWhatItSealed) {
    const Seal seal(Keys(kOld), "totp");
    for (const std::string& secret : {std::string(), std::string("\0x", 2), std::string(5000, 's')})
        EXPECT_EQ(seal.open(seal.seal(secret, "person 1"), "person 1"), secret);
}

TEST(Seal, NeverSealsTheSameTwice) {
    const Seal seal(Keys(kOld), "totp");
    EXPECT_NE(seal.seal("secret", "place"), seal.seal("secret", "place"));
    EXPECT_THAT(seal.seal("secret", "place"), Not(HasSubstr("secret")));
}

TEST(Seal, OpensNothingElse) {
    const Seal seal(Keys(kOld), "totp");
    const std::string sealed = seal.seal("secret", "person 1");
    EXPECT_FALSE(seal.open(sealed, "person 2")) << "put into another row";
    EXPECT_FALSE(Seal(Keys(kOld), "mail").open(sealed, "person 1")) << "another purpose";
    EXPECT_FALSE(Seal(Keys(kNew), "totp").open(sealed, "person 1")) << "another master key";
    for (const char* rubbish : {"", ".", "a.b", "secret"})
        EXPECT_FALSE(seal.open(rubbish, "person 1")) << rubbish;
    for (std::size_t i = 0; i < sealed.size(); ++i) {
        std::string changed = sealed;
        changed[i] = changed[i] == 'A' ? 'B' : 'A';
        EXPECT_FALSE(seal.open(changed, "person 1")) << "character " << i << " changed";
    }
}

TEST(Seal, StillOpensWithTheFormerKeyWhileKeysAreChanged) {
    const std::string sealed = Seal(Keys(kOld), "totp").seal("secret", "place");
    const Seal both(Keys(kNew + kOld), "totp");
    EXPECT_EQ(both.open(sealed, "place"), "secret");
    const std::string again = both.seal("secret", "place");
    EXPECT_EQ(Seal(Keys(kNew), "totp").open(again, "place"), "secret");
}

}  // namespace
}  // namespace primum::crypto
