#include <gmock/gmock.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>

#include "mail/server.h"
#include "mail/sink_test.h"

namespace primum::mail {
namespace {

using namespace std::chrono_literals;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;

const Message kMessage{
    .id = "0190a1b2-0000-7000-8000-000000000001",
    .to = "ann@example.org",
    .subject = "Gwahoddiad i Primum – Croeso, Siân",
    .text = "Croeso, Siân.\n.\n" + std::string(300, 'x') + "\n",
    .html = "<p>Croeso, Siân.</p>",
    .written_at = Instant(1240475400s),  // 2009-04-23T08:30:00Z
};

Message to(std::string address) {
    Message message = kMessage;
    message.to = std::move(address);
    return message;
}

/// A certificate for localhost that nobody but the test trusts.
class Certificate {
public:
    Certificate() {
        std::string pattern = testing::TempDir() + "mailXXXXXX";
        folder_ = ::mkdtemp(pattern.data());
        const std::string command =
            "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost "
            "-addext subjectAltName=DNS:localhost -keyout " +
            key() + " -out " + certificate() + " 2>/dev/null";
        if (std::system(command.c_str()) != 0) throw std::runtime_error("openssl failed");
    }
    ~Certificate() { std::filesystem::remove_all(folder_); }
    std::string key() const { return folder_ + "/key.pem"; }
    std::string certificate() const { return folder_ + "/certificate.pem"; }

    std::vector<std::string> arguments(const char* tls) const {
        return {"--tls", tls, "--key", key(), "--certificate", certificate()};
    }

private:
    std::string folder_;
};

TEST(Send, BringsALetterThatReadersUnderstand) {
    Sink sink;
    ASSERT_EQ(send(sink.server(), kMessage).delivery, Delivery::accepted);

    auto letter = sink.next();
    EXPECT_EQ(letter["to"], "ann@example.org");
    EXPECT_EQ(letter["from"], "primum@example.org");
    EXPECT_EQ(letter["from_name"], "Primum");
    EXPECT_EQ(letter["subject"], kMessage.subject);
    EXPECT_EQ(letter["text"], kMessage.text);
    EXPECT_EQ(letter["html"], kMessage.html);
    EXPECT_EQ(letter["date"], "2009-04-23T08:30:00.000Z");
    EXPECT_EQ(letter["message_id"], "<0190a1b2-0000-7000-8000-000000000001@example.org>");
    EXPECT_EQ(letter["automatic"], "auto-generated");
    EXPECT_THAT(letter["raw"], ContainsRegex("Content-Type: multipart/alternative; boundary="));
    EXPECT_THAT(letter["raw"], Not(HasSubstr("User-Agent")));
    EXPECT_EQ(letter["secure"], "false");
}

TEST(Send, SpeaksTlsFromTheFirstByteOrFromStartTls) {
    const Certificate certificate;
    for (const auto& [tls, security] :
         {std::pair("tls", Security::tls), std::pair("starttls", Security::starttls)}) {
        auto arguments = certificate.arguments(tls);
        arguments.insert(arguments.end(), {"--user", "ann", "--password", "a word"});
        Sink sink(arguments);
        Server server = sink.server();
        server.host = "localhost";
        server.security = security;
        server.certificates = certificate.certificate();
        server.user = "ann";
        server.password = "a word";
        const Sent sent = send(server, kMessage);
        ASSERT_EQ(sent.delivery, Delivery::accepted) << sent.why;
        auto letter = sink.next();
        EXPECT_EQ(letter["secure"], "true");
        EXPECT_EQ(letter["user"], "ann");

        server.password = "another";
        const Sent refused = send(server, kMessage);
        EXPECT_EQ(refused.delivery, Delivery::later) << "our fault, not the letter's";
        EXPECT_THAT(refused.why, Not(HasSubstr("another")));

        server.certificates.clear();
        EXPECT_EQ(send(server, kMessage).delivery, Delivery::later) << "nobody vouches for it";
    }
}

TEST(Send, SaysNothingWithoutTlsWhereTlsIsAskedFor) {
    Sink sink;
    Server server = sink.server();
    server.security = Security::starttls;
    EXPECT_EQ(send(server, kMessage).delivery, Delivery::later);
}

TEST(Send, TellsNotNowFromNever) {
    Sink sink;
    EXPECT_EQ(send(sink.server(), to("later@example.org")).delivery, Delivery::later);
    const Sent never = send(sink.server(), to("never@example.org"));
    EXPECT_EQ(never.delivery, Delivery::refused);
    EXPECT_THAT(never.why, HasSubstr("550"));
    EXPECT_EQ(send(sink.server(), to("spam@example.org")).delivery, Delivery::refused);
    EXPECT_EQ(send(sink.server(), to("not an address")).delivery, Delivery::refused);
}

TEST(Send, TriesAgainLaterWhereNobodyListens) {
    Server server;
    {
        const Sink gone;
        server = gone.server();
    }
    EXPECT_EQ(send(server, kMessage).delivery, Delivery::later);
}

}  // namespace
}  // namespace primum::mail
