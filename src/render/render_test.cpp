#include "render/render.h"

#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <string>

namespace primum::render {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

constexpr std::string_view kSquare =
    R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><rect width="30" height="20"/></svg>)";

// PNG, section 11.2.2: width and height stand big-endian behind the first chunk's name.
unsigned big_endian(const std::string& file, std::size_t at) {
    unsigned value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value = value << 8U | static_cast<unsigned char>(file.at(at + i));
    return value;
}

TEST(Png, HasTheSizeOfThePictureTimesTheScale) {
    const auto file = png(kSquare, 2);
    ASSERT_TRUE(file) << file.error();
    EXPECT_THAT(*file, StartsWith("\x89PNG\r\n"));
    EXPECT_EQ(big_endian(*file, 16), 60U);
    EXPECT_EQ(big_endian(*file, 20), 40U);
}

TEST(Png, RefusesWhatIsNotAPicture) {
    EXPECT_THAT(png("").error(), StartsWith("The picture could not be read"));
    EXPECT_THAT(png("<svg><p></svg>").error(), StartsWith("The picture could not be read"));
    EXPECT_THAT(png("month,value\n1,2\n").error(), StartsWith("The picture could not be read"));
}

TEST(Png, RefusesSizesThatNobodyMeant) {
    for (const double scale : {0.0, -1.0, 1e9, std::numeric_limits<double>::quiet_NaN()})
        EXPECT_THAT(png(kSquare, scale).error(), HasSubstr("too large or too small")) << scale;
}

// A picture that would show, were the renderer to look around.
TEST(Png, ReadsNoOtherFile) {
    const std::string place = testing::TempDir() + "neighbour.png";
    std::ofstream(place, std::ios::binary) << png(kSquare).value();
    const std::string begin = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20">)";
    const std::string image = R"(<image width="30" height="20" href="file://)" + place + R"("/>)";
    EXPECT_EQ(png(begin + image + "</svg>").value(), png(begin + "</svg>").value());
    EXPECT_NE(png(kSquare).value(), png(begin + "</svg>").value());
}

// Nested entities would grow to gigabytes.
TEST(Png, IsNotBlownUpByEntities) {
    std::string svg = "<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\">";
    for (char c = 'b'; c <= 'l'; ++c) {
        const char before = static_cast<char>(c - 1);
        svg += std::string("<!ENTITY ") + c + " \"";
        for (int i = 0; i < 10; ++i)
            svg += std::string("&") + before + ";";
        svg += "\">";
    }
    svg += R"(]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>&l;</text></svg>)";
    EXPECT_FALSE(png(svg));
}

TEST(Pdf, IsTheSameFileForTheSamePicture) {
    const auto file = pdf(kSquare);
    ASSERT_TRUE(file) << file.error();
    EXPECT_THAT(*file, StartsWith("%PDF-"));
    EXPECT_THAT(*file, HasSubstr("/MediaBox [ 0 0 22.5 15 ]"));
    EXPECT_EQ(*file, pdf(kSquare).value());
}

// Text that is drawn as curves needs no font in the file.
TEST(Pdf, KeepsTextAsText) {
    const auto file = pdf(
        R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 20"><text y="15">Falls</text></svg>)");
    EXPECT_THAT(file.value(), HasSubstr("/FontDescriptor"));
    EXPECT_THAT(file.value(), HasSubstr("/ToUnicode"));
}

TEST(Pdf, RefusesWhatIsNotAPicture) {
    EXPECT_FALSE(pdf("<svg"));
}

// Every picture that chart's tests expect is well-formed and is drawn.
TEST(Png, DrawsEveryChart) {
    for (const auto& entry :
         std::filesystem::directory_iterator(PRIMUM_SOURCE_DIR "/test/charts")) {
        // Nothing is all there is to see of an empty sparkline.
        if (entry.path().extension() != ".svg" || entry.path().stem() == "sparkline-empty")
            continue;
        std::ifstream stream(entry.path(), std::ios::binary);
        const std::string svg{std::istreambuf_iterator<char>(stream), {}};
        const auto file = png(svg);
        ASSERT_TRUE(file) << entry.path() << ": " << file.error();
        EXPECT_GT(file->size(), 200U) << entry.path() << " is blank";
    }
}

// A page of a PDF is an object of /Type /Page; their tree says how many there are.
TEST(Pdf, HasAPageForEachPicture) {
    const std::string pages[] = {std::string(kSquare), std::string(kSquare), std::string(kSquare)};
    const auto file = pdf(pages);
    ASSERT_TRUE(file) << file.error();
    EXPECT_THAT(*file, HasSubstr("/Count 3"));
    EXPECT_EQ(pdf(std::span<const std::string>()).error(), "There is no page to print.");
}

}  // namespace
}  // namespace primum::render
