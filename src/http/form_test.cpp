#include "http/form.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace primum::http {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Request posted(std::string type, std::string body) {
    Request request;
    request.method = Method::post;
    request.headers.add("Content-Type", std::move(type));
    request.body = std::move(body);
    return request;
}

Checked<Form> urlencoded(std::string body) {
    return read_form(posted("application/x-www-form-urlencoded", std::move(body)));
}

// As Chromium wrote it for <form enctype="multipart/form-data"> with these fields.
constexpr char kBrowserBody[] =
    "------WebKitFormBoundary7MA4YWxkTrZu0gW\r\n"
    "Content-Disposition: form-data; name=\"name\"\r\n\r\n"
    "  Ward 5 \r\n"
    "------WebKitFormBoundary7MA4YWxkTrZu0gW\r\n"
    "Content-Disposition: form-data; name=\"data\"; filename=\"C:\\data\\f\xc3\xa4lle "
    "%22a%22.csv\"\r\n"
    "Content-Type: text/csv\r\n\r\n"
    "a,b\r\n1,2\r\n\r\n"
    "------WebKitFormBoundary7MA4YWxkTrZu0gW\r\n"
    "Content-Disposition: form-data; name=\"other\"; filename=\"\"\r\n"
    "Content-Type: application/octet-stream\r\n\r\n\r\n"
    "------WebKitFormBoundary7MA4YWxkTrZu0gW--\r\n";

Checked<Form> multipart(std::string body) {
    return read_form(posted("multipart/form-data; boundary=----WebKitFormBoundary7MA4YWxkTrZu0gW",
                            std::move(body)));
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    const std::size_t at = text.find(what);
    EXPECT_NE(at, text.npos) << what;
    return text.replace(at, what.size(), with);
}

TEST(Form, ReadsWhatWasTyped) {
    const auto form = urlencoded("name=+Ward+5+&tick=a&tick=b&note=caf%C3%A9%0D%0Atwo&empty=");
    ASSERT_TRUE(form);
    EXPECT_EQ(form->text("name"), "Ward 5");
    EXPECT_EQ(form->as_typed("name"), " Ward 5 ");
    EXPECT_THAT(form->all("tick"), ElementsAre("a", "b"));
    EXPECT_EQ(form->text("note"), "caf\xc3\xa9\ntwo");
    EXPECT_TRUE(form->has("empty"));
    EXPECT_FALSE(form->has("absent"));
    EXPECT_EQ(form->text("absent"), "");
}

TEST(Form, IsEmptyWhereAButtonAloneWasPressed) {
    const auto form = read_form(Request());
    ASSERT_TRUE(form);
    EXPECT_THAT(form->fields, IsEmpty());
}

TEST(Form, RefusesWhatIsNotText) {
    EXPECT_FALSE(urlencoded("name=%00"));
    EXPECT_FALSE(urlencoded("name=%ff"));
    EXPECT_FALSE(urlencoded("name=%ed%a0%80"));  // half of a surrogate pair
    EXPECT_FALSE(urlencoded("name=%c0%af"));     // "/" in two bytes
    EXPECT_FALSE(urlencoded("name=%c2%85"));     // a C1 control
    EXPECT_FALSE(urlencoded("na%0Ame=x"));
}

TEST(Form, RefusesABrokenEncoding) {
    EXPECT_FALSE(urlencoded("name=%4"));
    EXPECT_FALSE(urlencoded("name=%zz"));
    EXPECT_FALSE(read_form(posted("text/plain", "name=x")));
    EXPECT_FALSE(read_form(posted("application/x-www-form-urlencoded; charset=utf-16", "a=b")));
    EXPECT_TRUE(read_form(posted("Application/X-WWW-Form-Urlencoded;charset=UTF-8", "a=b")));
}

TEST(Form, HoldsAThousandFieldsAndNoMore) {
    std::string body = "f=1";
    for (int i = 1; i < 1000; ++i)
        body += "&f=1";
    EXPECT_TRUE(urlencoded(body));
    EXPECT_FALSE(urlencoded(body + "&f=1"));
}

TEST(Form, ReadsAFileAsABrowserSendsIt) {
    const auto form = multipart(kBrowserBody);
    ASSERT_TRUE(form) << form.error().sentence;
    EXPECT_EQ(form->text("name"), "Ward 5");
    const Upload* upload = form->file("data");
    ASSERT_TRUE(upload);
    EXPECT_EQ(upload->file_name, "f\xc3\xa4lle \"a\".csv");
    EXPECT_EQ(upload->type, "text/csv");
    EXPECT_EQ(upload->bytes, "a,b\r\n1,2\r\n");
    EXPECT_FALSE(form->file("other")) << "No file was chosen there.";
}

TEST(Form, KeepsEveryByteOfAFile) {
    std::string bytes;
    for (int i = 0; i < 256; ++i)
        bytes += static_cast<char>(i);
    const auto form = multipart(replaced(kBrowserBody, "a,b\r\n1,2\r\n", bytes));
    ASSERT_TRUE(form);
    EXPECT_EQ(form->file("data")->bytes, bytes);
}

TEST(Form, RefusesMultipartThatNoBrowserSends) {
    const std::string good = kBrowserBody;
    EXPECT_FALSE(multipart(good.substr(0, good.size() - 4))) << "the end is missing";
    EXPECT_FALSE(multipart("before\r\n" + good));
    EXPECT_FALSE(multipart(good + "after"));
    EXPECT_FALSE(multipart(replaced(good, "form-data; name=\"name\"", "form-data")));
    EXPECT_FALSE(
        multipart(replaced(good, "form-data; name=\"name\"", "attachment; name=\"name\"")));
    EXPECT_FALSE(multipart(replaced(good, "name=\"name\"", "name=\"name\"; name=\"again\"")));
    EXPECT_FALSE(
        multipart(replaced(good, "Content-Type: text/csv", "Content-Transfer-Encoding: base64")));
    EXPECT_FALSE(multipart(replaced(good, "filename=\"\"", "filename*=utf-8''a")));
    EXPECT_FALSE(multipart(replaced(good, "  Ward 5 ", std::string_view("a\0b", 3))));
    EXPECT_FALSE(
        multipart(replaced(good, "Content-Type: text/csv", "X: " + std::string(8200, 'x'))));
    EXPECT_FALSE(read_form(posted("multipart/form-data", good))) << "without a boundary";
    EXPECT_FALSE(read_form(posted("multipart/form-data; boundary=" + std::string(71, 'b'), good)));
}

TEST(Form, HoldsTwentyFilesAndNoMore) {
    const auto with_files = [](int count) {
        std::string body;
        for (int i = 0; i < count; ++i)
            body +=
                "------WebKitFormBoundary7MA4YWxkTrZu0gW\r\n"
                "Content-Disposition: form-data; name=\"f\"; filename=\"a\"\r\n\r\nx\r\n";
        return body + "------WebKitFormBoundary7MA4YWxkTrZu0gW--\r\n";
    };
    EXPECT_TRUE(multipart(with_files(20)));
    EXPECT_FALSE(multipart(with_files(21)));
}

}  // namespace
}  // namespace primum::http
