#include "http/request_reader.h"

#include <algorithm>
#include <boost/beast/http/basic_parser.hpp>
#include <optional>

#include "http/decoding.h"
#include "http/host.h"

namespace primum::http {
namespace {

namespace beast = boost::beast::http;
using boost::system::error_code;
// Beast's own string_view.
using Text = boost::beast::string_view;

constexpr std::size_t kRestOfFirstLine = 64;  // "OPTIONS " and " HTTP/1.1", generously
// A line of a chunked body: its size, and extensions that nobody uses.
constexpr std::size_t kChunkExtension = 256;
constexpr std::size_t kChunkLine = kChunkExtension + 32;
// "0", two line ends: so much must still come of any chunked body, and with less of it Beast trips
// over an assertion.
constexpr std::size_t kLastChunk = 5;

std::string_view view(Text text) {
    return {text.data(), text.size()};
}

std::optional<Method> method_of(beast::verb verb) {
    switch (verb) {
        case beast::verb::get:
            return Method::get;
        case beast::verb::head:
            return Method::head;
        case beast::verb::post:
            return Method::post;
        case beast::verb::put:
            return Method::put;
        case beast::verb::patch:
            return Method::patch;
        case beast::verb::delete_:
            return Method::remove;
        case beast::verb::options:
            return Method::options;
        default:
            return std::nullopt;
    }
}

// Line ends other than CR LF, lines that go on in the next one, and NUL: every one of them has been
// used to make two servers see two different requests.
bool has_odd_lines(std::string_view head) {
    for (std::size_t i = 0; i < head.size(); ++i) {
        const char c = head[i];
        if (static_cast<unsigned char>(c) >= ' ') continue;
        if (c == '\t') continue;
        if (c != '\r' || i + 1 == head.size() || head[i + 1] != '\n') return true;
        ++i;
        if (i + 1 < head.size() && (head[i + 1] == ' ' || head[i + 1] == '\t')) return true;
    }
    return false;
}

/// What a target is made of: "/path?query", or "http://authority/path?query".
struct Target {
    std::string_view authority;  // empty where the target has none
    std::string_view path;
    std::string_view query;
};

std::optional<Target> split_target(std::string_view text) {
    Target target;
    if (!text.starts_with('/')) {
        const std::size_t begin = equal_names(text.substr(0, 7), "http://")    ? 7
                                  : equal_names(text.substr(0, 8), "https://") ? 8
                                                                               : text.npos;
        if (begin == text.npos) return std::nullopt;
        text.remove_prefix(begin);
        target.authority = text.substr(0, text.find_first_of("/?"));
        if (target.authority.empty()) return std::nullopt;
        text.remove_prefix(target.authority.size());
    }
    if (text.find('#') != text.npos) return std::nullopt;
    const std::size_t mark = text.find('?');
    target.path = text.substr(0, mark);
    if (target.path.empty()) target.path = "/";
    if (mark != text.npos) target.query = text.substr(mark + 1);
    return target;
}

/// One request; Beast calls back with what it finds.
class Parser final : public beast::basic_parser<true> {
public:
    Parser(Request& request, const Limits& limits, std::string& authority)
        : request_(request),
          limits_(limits),
          authority_(authority),
          body_limit_(limits.body_bytes) {
        header_limit(static_cast<std::uint32_t>(limits.header_bytes + 4));
        body_limit(boost::none);  // asked for once the head has been read
    }

    const Refusal& refusal() const { return refusal_; }
    void limit_body(std::size_t bytes) { body_limit_ = bytes; }
    std::size_t limit() const { return body_limit_; }
    bool expects_continue() const { return expects_continue_; }
    bool is_http_1_0() const { return version_ == 10; }

    /// What the head as a whole must hold; false where it is refused.
    bool accept_head() {
        if (hosts_ != 1 && (hosts_ > 1 || !is_http_1_0()))
            refuse_with("A request needs exactly one Host.");
        if (hosts_ == 1 && !authority_.empty() && !equal_names(authority_, request_.peer.host))
            refuse_with("Host and address of the request differ.");
        if (transfer_encodings_ > 0 && (is_http_1_0() || content_lengths_ > 0))
            refuse_with("The length of the body is given in two ways.");
        return refusal_.sentence.empty();
    }

    /// Whether the announced length is within the limit.
    bool accept_length() {
        const auto length = content_length();
        if (length && *length > body_limit_) refuse_size();
        return refusal_.sentence.empty();
    }

private:
    void refuse_with(std::string_view sentence, Status status = Status::bad_request) {
        if (refusal_.sentence.empty()) refusal_ = {status, sentence};
    }
    void refuse_size() {
        refuse_with("This is longer than what may be sent here. Send less.", Status::too_large);
    }
    /// Tells Beast to stop where something has been refused.
    void stop_if_refused(error_code& error) const {
        if (!refusal_.sentence.empty()) error = beast::error::bad_value;
    }

    void on_request_impl(beast::verb verb, Text, Text text, int version,
                         error_code& error) override {
        version_ = version;
        const auto method = method_of(verb);
        const auto target = split_target(view(text));
        const auto path = target ? decoded_path(target->path) : std::nullopt;
        if (text.size() > limits_.target_bytes) {
            refuse_with("The address is too long. Shorten it.", Status::uri_too_long);
        } else if (!method) {
            refuse_with("This method is not known here.", Status::not_implemented);
        } else if (!path) {
            refuse_with("The address cannot be read. Check how it is written.");
        } else {
            request_.method = *method;
            request_.path = *path;
            request_.query = target->query;
            authority_ = target->authority;
        }
        stop_if_refused(error);
    }

    void on_field_impl(beast::field field, Text name, Text value, error_code& error) override {
        if (in_body_) refuse_with("Headers behind a body are not accepted.");
        if (request_.headers.size() == limits_.headers) refuse_with("These are too many headers.");
        switch (field) {
            case beast::field::host:
                ++hosts_;
                if (!is_host(view(value))) refuse_with("The Host cannot be read.");
                request_.peer.host = view(value);
                break;
            case beast::field::transfer_encoding:
                ++transfer_encodings_;
                if (view(value) != "chunked" || transfer_encodings_ > 1)
                    refuse_with("Of transfer encodings, only chunked is accepted.");
                break;
            case beast::field::content_length:
                ++content_lengths_;
                if (content_lengths_ > 1 || view(value).find(',') != std::string_view::npos)
                    refuse_with("The length of the body is given twice.");
                break;
            case beast::field::expect:
                expects_continue_ = equal_names(view(value), "100-continue");
                break;
            default:
                break;
        }
        stop_if_refused(error);
        if (!error) request_.headers.add(std::string(view(name)), std::string(view(value)));
    }

    void on_header_impl(error_code&) override {}
    void on_body_init_impl(const boost::optional<std::uint64_t>&, error_code&) override {
        in_body_ = true;
    }
    std::size_t on_body_impl(Text bytes, error_code&) override {
        request_.body += view(bytes);
        return bytes.size();
    }
    void on_chunk_header_impl(std::uint64_t size, Text extension, error_code& error) override {
        if (size > body_limit_ - request_.body.size()) refuse_size();
        if (extension.size() > kChunkExtension) refuse_with("A chunk says too much of itself.");
        stop_if_refused(error);
    }
    std::size_t on_chunk_body_impl(std::uint64_t, Text bytes, error_code&) override {
        request_.body += view(bytes);
        return bytes.size();
    }
    void on_finish_impl(error_code&) override {}
    void on_response_impl(int, Text, int, error_code&) override {}

    Request& request_;
    const Limits& limits_;
    std::string& authority_;
    std::size_t body_limit_;
    Refusal refusal_;
    int version_ = 11;
    unsigned hosts_ = 0;
    unsigned transfer_encodings_ = 0;
    unsigned content_lengths_ = 0;
    bool expects_continue_ = false;
    bool in_body_ = false;
};

}  // namespace

struct RequestReader::State {
    explicit State(const Limits& most) : limits(most) {}

    const Limits& limits;
    std::string bytes;
    std::size_t used = 0;
    Request request;
    std::string authority;
    std::unique_ptr<Parser> parser;
    bool head_read = false;
    bool length_accepted = false;
    Refusal refusal;

    std::string_view rest() const { return std::string_view(bytes).substr(used); }

    Step refuse(Status status, std::string_view sentence) {
        refusal = {status, sentence};
        return Step::refused;
    }
    Step refuse_as_parser_does(std::string_view otherwise) {
        if (!parser->refusal().sentence.empty())
            return refuse(parser->refusal().status, parser->refusal().sentence);
        return refuse(Status::bad_request, otherwise);
    }

    void use(std::size_t count) {
        used += count;
        if (used < bytes.size()) return;
        used = 0;
        // What waits for a next request holds no memory.
        if (bytes.capacity() > 1024) bytes = std::string();
        bytes.clear();
    }

    Step read_head() {
        const std::string_view text = rest();
        if (text.empty()) return Step::more;
        if (text.substr(0, limits.target_bytes + kRestOfFirstLine).find("\r\n") == text.npos &&
            text.size() > limits.target_bytes + kRestOfFirstLine)
            return refuse(Status::uri_too_long, "The address is too long. Shorten it.");
        const std::size_t end = text.substr(0, limits.header_bytes).find("\r\n\r\n");
        if (end == text.npos) return wait_for_head(text);
        const std::string_view head = text.substr(0, end + 4);
        if (has_odd_lines(head))
            return refuse(Status::bad_request, "The lines of the request are not clear.");

        parser = std::make_unique<Parser>(request, limits, authority);
        error_code error;
        const std::size_t taken = parser->put(boost::asio::buffer(head), error);
        if (error) return refuse_as_parser_does("The request cannot be read.");
        use(taken);
        if (!parser->accept_head()) return refuse_as_parser_does("");
        head_read = true;
        return Step::head;
    }

    Step wait_for_head(std::string_view text) {
        if (text.size() >= limits.header_bytes)
            return refuse(Status::headers_too_large, "The head of the request is too long.");
        // What can never become a head is refused while it is short: no need to wait for its end.
        if (has_odd_lines(text.ends_with('\r') ? text.substr(0, text.size() - 1) : text))
            return refuse(Status::bad_request, "The lines of the request are not clear.");
        return Step::more;
    }

    Step read_body() {
        if (!length_accepted && !parser->accept_length()) return refuse_as_parser_does("");
        length_accepted = true;
        parser->eager(true);
        while (!parser->is_done()) {
            const std::string_view text = rest();
            if (text.size() < (parser->chunked() ? kLastChunk : 1)) return Step::more;
            error_code error;
            const std::size_t taken = parser->put(boost::asio::buffer(text), error);
            if (error && error != beast::error::need_more)
                return refuse_as_parser_does("The body of the request cannot be read.");
            use(taken);
            if (error && rest().size() > kChunkLine)
                return refuse(Status::bad_request, "A chunk says too much of itself.");
            if (error) return Step::more;
        }
        return Step::whole;
    }
};

RequestReader::RequestReader(const Limits& limits) : state_(std::make_unique<State>(limits)) {}
RequestReader::~RequestReader() = default;

void RequestReader::add(std::string_view bytes) {
    state_->bytes.erase(0, state_->used);
    state_->used = 0;
    state_->bytes += bytes;
}

RequestReader::Step RequestReader::next() {
    return state_->head_read ? state_->read_body() : state_->read_head();
}

void RequestReader::body_limit(std::size_t bytes) {
    state_->parser->limit_body(bytes);
}

bool RequestReader::is_idle() const {
    return !state_->head_read && state_->rest().empty();
}

Request& RequestReader::request() {
    return state_->request;
}

bool RequestReader::keeps_alive() const {
    return state_->parser->keep_alive();
}

bool RequestReader::is_http_1_0() const {
    return state_->parser->is_http_1_0();
}

bool RequestReader::expects_continue() const {
    return state_->parser->expects_continue() && !is_http_1_0() && state_->rest().empty() &&
           !state_->parser->is_done();
}

std::size_t RequestReader::body_length() const {
    const auto length = state_->parser->content_length();
    return length ? static_cast<std::size_t>(*length) : state_->parser->limit();
}

void RequestReader::forget() {
    state_->request = Request();
    state_->parser.reset();
    state_->head_read = state_->length_accepted = false;
}

const Refusal& RequestReader::refusal() const {
    return state_->refusal;
}

}  // namespace primum::http
