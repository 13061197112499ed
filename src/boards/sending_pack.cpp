// The board as files to take away.

#include <stdexcept>

#include "boards/actions.h"
#include "boards/frame.h"
#include "boards/pack.h"

namespace primum::boards {
namespace {

struct Asked {
    organisations::Here here;
    Board board;
};

std::optional<Asked> asked(const http::Request& request, const access::Context& context) {
    auto here = organisations::here(request, context);
    if (!here) return {};
    Board board = board_for(context, *here, until(request, context));
    return Asked{std::move(*here), std::move(board)};
}

http::Response file(std::string bytes, const char* type, std::string_view name) {
    http::Response response;
    response.headers.set("Content-Type", type);
    response.headers.set("Content-Disposition",
                         "attachment; filename=\"" + std::string(name) + "\"");
    response.body = std::move(bytes);
    return response;
}

/// What a machine without the library, or with a full disk, cannot do.
std::string made(Checked<std::string> bytes) {
    if (!bytes) throw std::runtime_error(bytes.error().sentence);
    return std::move(*bytes);
}

}  // namespace

http::Response send_pack_pdf(const http::Request& request, access::Context& context) {
    const auto what = asked(request, context);
    if (!what) return http::not_found();
    const Pack pack = pack_of(context.view, what->board, what->here.kinds);
    return file(made(pack_pdf(context.view, what->board, pack)), "application/pdf",
                "board-pack.pdf");
}

http::Response send_pack_csv(const http::Request& request, access::Context& context) {
    const auto what = asked(request, context);
    if (!what) return http::not_found();
    return file(pack_csv(pack_of(context.view, what->board, what->here.kinds)),
                "text/csv; charset=utf-8", "board-pack.csv");
}

http::Response send_pack_xlsx(const http::Request& request, access::Context& context) {
    const auto what = asked(request, context);
    if (!what) return http::not_found();
    const Pack pack = pack_of(context.view, what->board, what->here.kinds);
    return file(made(pack_xlsx(context.view, pack, context.now)),
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "board-pack.xlsx");
}

}  // namespace primum::boards
