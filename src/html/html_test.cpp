#include "html/html.h"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace primum::html {
namespace {

std::string text(const Html& markup) {
    return std::string(markup.markup());
}

TEST(Html, IsItsLiteralWhenNothingFillsIt) {
    EXPECT_EQ(text(html("<p>Do no <em>harm</em></p>")), "<p>Do no <em>harm</em></p>");
    EXPECT_EQ(text(html("")), "");
}

TEST(Html, EscapesTextForItsPlace) {
    const std::string hostile = R"(<b>"Tom" & 'Ann'</b>)";
    EXPECT_EQ(text(html("<p>{}</p>", hostile)), R"(<p>&lt;b&gt;"Tom" &amp; 'Ann'&lt;/b&gt;</p>)");
    EXPECT_EQ(text(html(R"(<p title="{}"></p>)", hostile)),
              R"(<p title="&lt;b&gt;&quot;Tom&quot; &amp; &#39;Ann&#39;&lt;/b&gt;"></p>)");
}

TEST(Html, KeepsLineEndsInAttributes) {
    EXPECT_EQ(text(html(R"(<p title="{}"></p>)", "a\nb\tc")), R"(<p title="a&#10;b&#9;c"></p>)");
}

TEST(Html, IsNotEscapedAgain) {
    EXPECT_EQ(text(html("<p>{}</p>", html("<b>{}</b>", "<"))), "<p><b>&lt;</b></p>");
}

TEST(Html, WritesNumbersInFull) {
    EXPECT_EQ(text(html("{} {} {} {}", 12, -7L, 0.1, 1e300)), "12 -7 0.1 1e+300");
    EXPECT_EQ(text(html("{}", std::numeric_limits<unsigned long long>::max())),
              "18446744073709551615");
}

TEST(Html, WritesPlacesOnAScreenInTenths) {
    EXPECT_EQ(text(html("{} {} {} {}", Tenths{12.34}, Tenths{12.04}, Tenths{-0.06}, Tenths{-3.0})),
              "12.3 12 -0.1 -3");
    EXPECT_EQ(text(html("{} {} {}", Tenths{std::nan("")}, Tenths{1e300},
                        Tenths{-std::numeric_limits<double>::infinity()})),
              "0 1000000 -1000000");
    EXPECT_EQ(text(html("{}", Tenths{-0.04})), "0");
}

TEST(Html, WritesEachItemOfARange) {
    const std::vector<Html> rows = {html("<li>{}</li>", 1), html("<li>{}</li>", 2)};
    EXPECT_EQ(text(html("<ul>{}</ul>", rows)), "<ul><li>1</li><li>2</li></ul>");
    EXPECT_EQ(text(html("{}", std::vector<std::string>{"<", ">"})), "&lt;&gt;");
    EXPECT_EQ(text(html("<ul>{}</ul>", std::vector<Html>())), "<ul></ul>");
}

TEST(Html, LeavesOutWhatIsAbsent) {
    const std::optional<std::string> nothing;
    const std::optional<std::string> hint = "\"later\"";
    EXPECT_EQ(text(html("<p>{}{}</p>", nothing, hint)), "<p>\"later\"</p>");
    EXPECT_EQ(text(html(R"(<input name="n" checked="{}" disabled="{}" title="{}" value="{}">)",
                        true, false, nothing, hint)),
              R"(<input name="n" checked="" value="&quot;later&quot;">)");
    EXPECT_EQ(text(html(R"(<a href="{}">x</a>)", std::optional<Url>())), "<a>x</a>");
}

TEST(Html, DropsTheIndentationOfARawString) {
    EXPECT_EQ(text(html(R"(
        <p>{}</p>
        )",
                        1)),
              "<p>1</p>");
    EXPECT_EQ(text(html(" <b>{}</b> ", 1)), " <b>1</b> ");
}

TEST(Html, KnowsElementsWithoutAnEnd) {
    EXPECT_EQ(
        text(html(R"(<!doctype html><br><svg viewBox="0 0 1 1"><path d="{}"/></svg>)", "M0 0")),
        R"(<!doctype html><br><svg viewBox="0 0 1 1"><path d="M0 0"/></svg>)");
}

TEST(Html, Appends) {
    Html list;
    list.append("<li>{}</li>", "a").append("<li>{}</li>", "b");
    list += html("<li>c</li>");
    EXPECT_EQ(text(list), "<li>a</li><li>b</li><li>c</li>");
}

TEST(Html, TrustsOnlyWhatIsRaw) {
    EXPECT_EQ(text(html("<p>{}</p>", raw("<b>ours</b>"))), "<p><b>ours</b></p>");
}

// Byte sequences from table 3-7 of the Unicode standard and the characters that XML 1.0 allows.
TEST(Html, ReplacesWhatNoDocumentMayHold) {
    constexpr const char* kReplaced = "\xef\xbf\xbd";
    const auto of = [](std::string_view bytes) { return text(html("{}", bytes)); };
    EXPECT_EQ(of(std::string_view("a\0b", 3)), std::string("a") + kReplaced + "b");
    EXPECT_EQ(of("\x1b[31m"), std::string(kReplaced) + "[31m");
    EXPECT_EQ(of("\x93quoted\x94"), std::string(kReplaced) + "quoted" + kReplaced);  // Windows-1252
    EXPECT_EQ(of("\xc0\xbcscript"), std::string(kReplaced) + kReplaced + "script");  // overlong <
    EXPECT_EQ(of("caf\xc3"), std::string("caf") + kReplaced);                        // cut short
    EXPECT_EQ(of("\xed\xa0\x80"), std::string(kReplaced) + kReplaced + kReplaced);   // surrogate
    EXPECT_EQ(of("Ysbyty Gwynedd – Ŵyl 🏥"), "Ysbyty Gwynedd – Ŵyl 🏥");
}

TEST(Url, IsParsedOnlyWhenItIsSafe) {
    for (const char* safe : {"https://www.england.nhs.uk/a?b=c#d", "HTTP://example.org",
                             "mailto:ann@example.org", "tel:+441132", "/measures/42", "measures/42",
                             "../up", "?page=2", "#point", "a/b:c", ""}) {
        EXPECT_TRUE(Url::parse(safe)) << safe;
    }
    for (const char* unsafe :
         {"javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\nscript:alert(1)", " javascript:x",
          "\x01javascript:x", "data:text/html,x", "vbscript:x", "//elsewhere.example",
          "/\\elsewhere", "blob:x", "file:///etc/passwd", "x:y"}) {
        EXPECT_FALSE(Url::parse(unsafe)) << unsafe;
    }
}

TEST(Url, EncodesWhatFillsIt) {
    EXPECT_EQ(url("/measures/{}/points?from={}", 42, "a b&c/d#é").text(),
              "/measures/42/points?from=a%20b%26c%2Fd%23%C3%A9");
    EXPECT_EQ(url("{}.svg", "javascript:x").text(), "javascript%3Ax.svg");
}

TEST(Url, StaysOnThisHost) {
    EXPECT_EQ(url("/{}/x", "").text(), "/.//x");
}

// Every path of ours gets the base path; what leads elsewhere, or to this page, does not.
TEST(Url, LiesBelowTheBasePath) {
    set_base_path("/primum");
    const Html link = html(R"(<a href="{}">{}</a>)", url("/measures/{}", 1), url("/"));
    const Html others = html(R"(<a href="{}"><img src="{}" alt=""></a>)", url("#top"),
                             *Url::parse("https://example.org/"));
    const std::string address = url("/measures?a={}", 1).address();
    const std::string outside = url("https://example.org/").address();
    set_base_path("");

    EXPECT_EQ(text(link), R"(<a href="/primum/measures/1">/primum/</a>)");
    EXPECT_EQ(text(others), R"(<a href="#top"><img src="https://example.org/" alt=""></a>)");
    EXPECT_EQ(address, "/primum/measures?a=1");
    EXPECT_EQ(outside, "https://example.org/");
    EXPECT_EQ(url("/a").address(), "/a");
}

TEST(Url, RefusesABasePathThatIsNone) {
    for (const char* wrong : {"primum", "/", "/a/", "//host", "/a?b", "/a b", "https://x"})
        EXPECT_THROW(set_base_path(wrong), std::invalid_argument) << wrong;
    EXPECT_EQ(base_path(), "");
}

TEST(Url, IsEscapedInItsAttribute) {
    EXPECT_EQ(text(html(R"(<a href="{}">{}</a>)", url("/?a={}&b={}", 1, 2), url("/?a=1&b=2"))),
              R"(<a href="/?a=1&amp;b=2">/?a=1&amp;b=2</a>)");
}

}  // namespace
}  // namespace primum::html
