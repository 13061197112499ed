// server: what tests of proxies and of load stand before: our HTTP server, and nothing of Primum.
//
//     server [--base-path /primum] [--trust ADDRESS] [--page FILE] [--workers N]
//            [--per-address CONNECTIONS]
//
// prints its port and serves on 127.0.0.1 until its standard input ends.
//
//     /page      FILE, from memory, without a worker      /worked   the same, through a worker
//     /peer      who asks: address, scheme, host          /upload   how long the body was

#include <unistd.h>

#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>
#include <thread>

#include "html/url.h"
#include "http/etag.h"
#include "http/server.h"

namespace primum::http {
namespace {

std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// A page as the front door keeps it: made once, with its tag.
Response kept(const std::shared_ptr<const std::string>& page) {
    Response response = bare(Status::ok);
    response.headers.add("Content-Type", "text/html; charset=utf-8");
    response.headers.add("ETag", entity_tag(*page));
    response.body = Shared{*page, page};
    return response;
}

Response answer(const Request& request, const Response& page) {
    if (request.path == "/worked") return page;
    if (request.path == "/peer") {
        const Peer& peer = request.peer;
        return text(Status::ok,
                    peer.address + " " + (peer.secure ? "https" : "http") + " " + peer.host + "\n");
    }
    if (request.path == "/upload")
        return text(Status::ok, std::to_string(request.body.size()) + "\n");
    if (request.path == "/leave") return see_other(html::url("/peer"));
    return not_found();
}

int serve(int count, char** arguments) {
    Options options;
    options.port = 0;
    auto bytes = std::make_shared<const std::string>("<!doctype html><title>Page</title>\n");
    for (int i = 1; i + 1 < count; i += 2) {
        const std::string option = arguments[i];
        const std::string value = arguments[i + 1];
        if (option == "--base-path") options.base_path = value;
        if (option == "--trust") options.trusted_proxies.push_back(value);
        if (option == "--workers") options.workers = static_cast<unsigned>(std::stoi(value));
        if (option == "--per-address")
            options.limits.connections_per_address = static_cast<unsigned>(std::stoi(value));
        if (option == "--page") bytes = std::make_shared<const std::string>(read_file(value));
    }
    html::set_base_path(options.base_path);
    const Response page = kept(bytes);
    Server server(
        options, [&](const Request& request) { return answer(request, page); },
        [&](const Request& request) -> std::optional<Response> {
            if (request.path != "/page") return std::nullopt;
            return page;
        });
    std::cout << server.port() << '\n' << std::flush;
    const std::jthread until_input_ends([&] {
        char byte = 0;
        while (::read(STDIN_FILENO, &byte, 1) > 0) {
        }
        server.stop(std::chrono::seconds(5));
    });
    server.run();
    return 0;
}

}  // namespace
}  // namespace primum::http

int main(int count, char** arguments) {
    return primum::http::serve(count, arguments);
}
