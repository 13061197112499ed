#include "filetype/filetype.h"

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

namespace primum::filetype {
namespace {

using ::testing::HasSubstr;

std::string type(std::string_view bytes, std::string_view name) {
    const auto found = find(bytes, name);
    return found ? found->media_type : "refused";
}

// The first bytes of each format, as its specification has them.
TEST(FileType, IsFoundFromTheBytes) {
    EXPECT_EQ(type("%PDF-1.5\n%\xb5\xed\xae\xfb\n", "guide.pdf"), "application/pdf");
    EXPECT_EQ(type("%PDF-1.5\n%\xb5\xed\xae\xfb\n", "picture.png"), "application/pdf");
    const std::string png("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\2\0\0\0", 29);
    EXPECT_EQ(type(png, "poster"), "image/png");
    EXPECT_EQ(type(std::string("\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0", 20), "x"),
              "image/jpeg");
    EXPECT_EQ(type("date,ward,value\n2026-04-23,4B,3\n", "audit.csv"), "text/csv");
    EXPECT_EQ(type("Ten questions for a board\n", "questions.txt"), "text/plain");
}

TEST(FileType, RefusesWhatABrowserOrAComputerWouldRun) {
    EXPECT_EQ(type("<!DOCTYPE html><script>alert(1)</script>", "page.html"), "refused");
    EXPECT_EQ(type("<!DOCTYPE html><script>alert(1)</script>", "page.txt"), "refused");
    EXPECT_EQ(type("words\n<script>alert(1)</script>", "words.txt"), "refused");
    EXPECT_EQ(type(R"(<svg xmlns="http://www.w3.org/2000/svg"/>)", "picture.svg"), "refused");
    EXPECT_EQ(type("#!/bin/sh\nrm -r /\n", "run.sh"), "refused");
    EXPECT_EQ(type(std::string("MZ\x90\0\3\0\0\0\4\0\0\0\xff\xff\0\0", 16), "guide.pdf"),
              "refused");
    EXPECT_EQ(type("", "empty.txt"), "refused");
}

TEST(FileType, RefusesArchivesThatAreNoDocuments) {
    const std::string archive("PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 22);
    EXPECT_EQ(type(archive, "tools.zip"), "refused");
}

TEST(CleanName, IsSafeOnAnyMachine) {
    const Found pdf{"application/pdf", "pdf"};
    EXPECT_EQ(clean_name("guide.pdf", pdf), "guide.pdf");
    EXPECT_EQ(clean_name("../../etc/passwd", pdf), "passwd.pdf");
    EXPECT_EQ(clean_name("C:\\temp\\Board pack (final).exe", pdf), "Board-pack-final.pdf");
    EXPECT_EQ(clean_name("Sicherheit für alle.docx", pdf), "Sicherheit-für-alle.pdf");
    EXPECT_EQ(clean_name("...", pdf), "file.pdf");
    EXPECT_EQ(clean_name("a\r\nX: y\".pdf", pdf), "a-X-y.pdf");
    EXPECT_EQ(clean_name(std::string(300, 'a'), pdf).size(), 99U);
}

}  // namespace
}  // namespace primum::filetype
