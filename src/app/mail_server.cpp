#include "app/mail_server.h"

#include <fstream>
#include <iterator>

namespace primum::app {
namespace {

Checked<std::string> password_in(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    std::string password(std::istreambuf_iterator<char>(in), {});
    if (!in.eof() && !in)
        return refuse("The file " + file +
                      " cannot be read: say in smtp_password_file where the "
                      "password of the mail server is.");
    while (password.ends_with('\n') || password.ends_with('\r'))
        password.pop_back();
    return password;
}

}  // namespace

Checked<std::optional<mail::Server>> mail_server(const Settings& settings) {
    if (settings.smtp.empty()) return std::nullopt;
    auto server = mail::parse_server(settings.smtp);
    if (!server) return std::unexpected(server.error());
    if (!settings.smtp_user.empty()) server->user = settings.smtp_user;
    if (!server->user.empty() && server->security == mail::Security::none)
        return refuse(
            "smtp_user would go over the network unencrypted: write smtp+starttls:// or "
            "smtps:// in smtp.");
    if (!settings.smtp_password_file.empty()) {
        auto password = password_in(settings.smtp_password_file);
        if (!password) return std::unexpected(password.error());
        server->password = std::move(*password);
    }
    if (!mail::is_address(settings.mail_from))
        return refuse("Letters need a sender: say in mail_from from which address they come.");
    server->sender = {.name = settings.service, .address = settings.mail_from};
    return server;
}

}  // namespace primum::app
