// A Content-Type, a line end, a body: a form of text and files within its limits, or a sentence.

#include <cstdlib>
#include <string>
#include <string_view>

#include "http/decoding.h"
#include "http/form.h"

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

void check(const primum::http::Form& form, std::size_t size) {
    using namespace primum::http;
    std::size_t total = 0;
    require(form.fields.size() <= 1000 && form.files.size() <= 20);
    for (const auto& [name, value] : form.fields) {
        require(is_text(name) && is_text(value, LineEnds::allowed));
        require(value.find('\r') == value.npos);
        require(form.has(name) && !form.all(name).empty());
        require(form.text(name).size() <= form.as_typed(name).size());
        total += name.size() + value.size();
    }
    for (const Upload& file : form.files) {
        require(is_text(file.name) && is_text(file.file_name) && is_text(file.type));
        require(file.file_name.find_first_of("/\\") == std::string::npos);
        require(form.file(file.name) != nullptr);
        total += file.bytes.size();
    }
    require(total <= size);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace primum::http;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::size_t end = bytes.find('\n');
    if (end == bytes.npos || !is_text(bytes.substr(0, end))) return 0;
    Request request;
    request.method = Method::post;
    request.headers.add("Content-Type", std::string(bytes.substr(0, end)));
    request.body = bytes.substr(end + 1);
    const auto form = read_form(request);
    if (form) {
        check(*form, size);
    } else {
        require(!form.error().sentence.empty());
    }
    return 0;
}
