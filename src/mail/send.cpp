#include <curl/curl.h>

#include <memory>
#include <new>
#include <stdexcept>

#include "mail/server.h"

namespace primum::mail {
namespace {

// Handles of a C library, given back when they go out of scope.
using Curl = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using Mime = std::unique_ptr<curl_mime, decltype(&curl_mime_free)>;
class List {
public:
    List() = default;
    List(const List&) = delete;
    ~List() { ::curl_slist_free_all(head_); }
    void add(const std::string& line) {
        curl_slist* longer = ::curl_slist_append(head_, line.c_str());
        if (!longer) throw std::bad_alloc();
        head_ = longer;
    }
    curl_slist* get() const { return head_; }

private:
    curl_slist* head_ = nullptr;
};

void make_curl_ready() {
    static const CURLcode ready = ::curl_global_init(CURL_GLOBAL_DEFAULT);
    if (ready != CURLE_OK) throw std::runtime_error("libcurl does not work on this machine.");
}

template <class Value>
void set(const Curl& curl, CURLoption option, Value value) {
    if (const CURLcode code = ::curl_easy_setopt(curl.get(), option, value); code != CURLE_OK)
        throw std::runtime_error(std::string("libcurl: ") + ::curl_easy_strerror(code));
}

std::string url_of(const Server& server) {
    return (server.security == Security::tls ? "smtps://" : "smtp://") + server.host + ":" +
           std::to_string(server.port);
}

void talk_to(const Curl& curl, const Server& server) {
    set(curl, CURLOPT_URL, url_of(server).c_str());
    set(curl, CURLOPT_USE_SSL,
        static_cast<long>(server.security == Security::none ? CURLUSESSL_NONE : CURLUSESSL_ALL));
    if (!server.certificates.empty()) set(curl, CURLOPT_CAINFO, server.certificates.c_str());
    if (!server.user.empty()) {
        set(curl, CURLOPT_USERNAME, server.user.c_str());
        set(curl, CURLOPT_PASSWORD, server.password.c_str());
    }
    set(curl, CURLOPT_TIMEOUT, static_cast<long>(server.patience.count()));
    set(curl, CURLOPT_NOSIGNAL, 1L);
    set(curl, CURLOPT_PROXY, "");  // whatever the environment says of proxies
}

void add_part(curl_mime* whole, const std::string& text, const char* type) {
    curl_mimepart* part = ::curl_mime_addpart(whole);
    if (!part || ::curl_mime_data(part, text.data(), text.size()) != CURLE_OK ||
        ::curl_mime_type(part, type) != CURLE_OK ||
        ::curl_mime_encoder(part, "quoted-printable") != CURLE_OK)
        throw std::bad_alloc();
}

/// The plain text and the page of one letter, of which a reader shows the last it understands.
Mime parts_of(const Curl& curl, const Message& message) {
    Mime both(::curl_mime_init(curl.get()), &::curl_mime_free);
    if (!both) throw std::bad_alloc();
    add_part(both.get(), message.text, "text/plain; charset=utf-8");
    add_part(both.get(), message.html, "text/html; charset=utf-8");
    return both;
}

/// A wrong password or a broken connection says nothing of the letter; only an answer to it does.
Delivery meaning(CURLcode code, long answer, bool letter_was_sent) {
    if (code == CURLE_OK) return Delivery::accepted;
    const bool refused = answer >= 500 && answer < 600;
    const bool about_the_letter = code == CURLE_SEND_ERROR || letter_was_sent;
    return refused && about_the_letter ? Delivery::refused : Delivery::later;
}

}  // namespace

Sent send(const Server& server, const Message& message) {
    if (!is_address(message.to)) return {Delivery::refused, "This is not an address."};
    make_curl_ready();
    const Curl curl(::curl_easy_init(), &::curl_easy_cleanup);
    if (!curl) throw std::bad_alloc();
    talk_to(curl, server);

    List to;
    to.add(message.to);
    set(curl, CURLOPT_MAIL_FROM, server.sender.address.c_str());
    set(curl, CURLOPT_MAIL_RCPT, to.get());
    List head;
    for (const std::string& line : headers(message, server.sender))
        head.add(line);
    head.add("Content-Type: multipart/alternative");  // libcurl adds what parts them
    set(curl, CURLOPT_HTTPHEADER, head.get());
    const Mime parts = parts_of(curl, message);
    set(curl, CURLOPT_MIMEPOST, parts.get());

    const CURLcode code = ::curl_easy_perform(curl.get());
    long answer = 0;
    curl_off_t sent = 0;
    ::curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &answer);
    ::curl_easy_getinfo(curl.get(), CURLINFO_SIZE_UPLOAD_T, &sent);
    const Delivery delivery = meaning(code, answer, sent > 0);
    if (delivery == Delivery::accepted) return {delivery, {}};
    std::string why = ::curl_easy_strerror(code);
    if (answer != 0) why += " (the server answered " + std::to_string(answer) + ")";
    return {delivery, why};
}

}  // namespace primum::mail
