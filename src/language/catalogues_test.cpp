// Catalogues as files: those we ship, and those that an operator adds.

#include <gmock/gmock.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <set>

#include "language/built_in.h"
#include "language/language.h"

namespace primum::language {
namespace {

namespace fs = std::filesystem;

// A folder with the catalogues that msgfmt makes of these sources.
class Folder {
public:
    Folder() : path_(fs::temp_directory_path() / ("primum-words-" + std::to_string(::getpid()))) {
        fs::create_directories(path_);
    }
    ~Folder() { fs::remove_all(path_); }
    void add(const std::string& code, std::string_view po) {
        std::ofstream(path_ / (code + ".po")) << po;
        const std::string command = "msgfmt --output-file=" + (path_ / (code + ".mo")).string() +
                                    " " + (path_ / (code + ".po")).string();
        ASSERT_EQ(std::system(command.c_str()), 0);
    }
    std::string name() const { return path_.string(); }
    fs::path path_;
};

constexpr std::string_view kArabic = R"po(
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5;\n"
msgctxt "name of this language"
msgid "English"
msgstr "العربية"
msgid "Back"
msgstr "رجوع"
msgid "{} ward"
msgid_plural "{} wards"
msgstr[0] "zero {}"
msgstr[1] "one {}"
msgstr[2] "two {}"
msgstr[3] "few {}"
msgstr[4] "many {}"
msgstr[5] "other {}"
msgid "Page {}"
msgstr "{} {} {"
msgid "{} bed"
msgid_plural "{} beds"
msgstr[0] "{1}"
msgstr[1] "{1}"
msgstr[2] "{1}"
msgstr[3] "{1}"
msgstr[4] "{1}"
msgstr[5] "{1}"
)po";

TEST(AddedLanguage, IsOfferedAfterThoseBuiltIn) {
    Folder folder;
    folder.add("ar", kArabic);
    const Languages languages(folder.name());
    const Language* arabic = languages.all().back();
    EXPECT_EQ(arabic->code(), "ar");
    EXPECT_EQ(arabic->own_name(), "العربية");
    EXPECT_EQ(arabic->direction(), Direction::right_to_left);
    EXPECT_EQ(arabic->say("Back"), "رجوع");
    EXPECT_EQ(languages.choose("ar-EG").code(), "ar");
}

// The numbers are those that the Unicode plural rules give for Arabic.
TEST(AddedLanguage, HasItsOwnFormsForNumbers) {
    Folder folder;
    folder.add("ar", kArabic);
    const Languages languages(folder.name());
    const auto wards = [&](std::int64_t n) {
        return languages.find("ar")->count(n, "{} ward", "{} wards");
    };
    EXPECT_EQ(wards(0), "zero 0");
    EXPECT_EQ(wards(1), "one 1");
    EXPECT_EQ(wards(2), "two 2");
    EXPECT_EQ(wards(7), "few 7");
    EXPECT_EQ(wards(11), "many 11");
    EXPECT_EQ(wards(100), "other 100");
    EXPECT_EQ(wards(5'000'000'000), "other 5,000,000,000");
}

TEST(AddedLanguage, SpeaksEnglishWhereItsCatalogueIsAtFault) {
    Folder folder;
    folder.add("ar", kArabic);
    const Languages languages(folder.name());
    EXPECT_EQ(languages.find("ar")->say("Page {}", 3), "Page 3");
    EXPECT_EQ(languages.find("ar")->count(3, "{} bed", "{} beds"), "3 beds");
}

TEST(AddedLanguage, MayReplaceOneThatIsBuiltIn) {
    Folder folder;
    folder.add("en", R"po(msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\n"
msgid "Sign in"
msgstr "Log in"
)po");
    const Languages languages(folder.name());
    EXPECT_EQ(languages.english().say("Sign in"), "Log in");
    EXPECT_EQ(languages.all().front()->code(), "en");
}

TEST(AddedLanguage, IsRefusedWhenItIsNoCatalogue) {
    Folder folder;
    std::ofstream(folder.path_ / "xx.mo") << "not a catalogue";
    EXPECT_THROW(Languages languages(folder.name()), std::runtime_error);
}

// The tables of a .mo file, as the gettext manual describes them: magic, version, count, and where
// lengths and offsets of the originals and the translations begin.
std::vector<std::pair<std::string, std::string>> sentences_of(std::string_view mo) {
    const auto word = [&](std::size_t at) {
        std::uint32_t value = 0;
        std::memcpy(&value, mo.data() + at, sizeof value);
        return std::size_t{value};
    };
    const auto text = [&](std::size_t table, std::size_t i) {
        return std::string(mo.substr(word(table + 8 * i + 4), word(table + 8 * i)));
    };
    std::vector<std::pair<std::string, std::string>> all;
    for (std::size_t i = 0; i < word(8); ++i)
        all.emplace_back(text(word(12), i), text(word(16), i));
    return all;
}

std::set<std::string> holes(const std::string& sentence) {
    std::set<std::string> all;
    for (std::size_t at = sentence.find('{'); at != sentence.npos; at = sentence.find('{', at + 1))
        all.insert(sentence.substr(at, sentence.find('}', at) - at + 1));
    return all;
}

TEST(BuiltInLanguage, HasTheHolesOfTheEnglishSentence) {
    for (const BuiltIn& language : built_in()) {
        const auto sentences = sentences_of(language.mo);
        EXPECT_GT(sentences.size(), 50U) << language.code;
        for (const auto& [english, translation] : sentences) {
            if (english.empty()) continue;
            // Plural forms stand one behind the other, with a zero between.
            std::size_t begin = 0;
            while (begin <= translation.size()) {
                const std::size_t end = std::min(translation.find('\0', begin), translation.size());
                EXPECT_EQ(holes(translation.substr(begin, end - begin)), holes(english))
                    << language.code << ": " << english;
                begin = end + 1;
            }
        }
    }
}

}  // namespace
}  // namespace primum::language
