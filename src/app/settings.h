#pragma once
// How an installation is set up. What the command line says goes before PRIMUM_… variables, these
// before primum.toml, and that before the defaults here.

#include <cstdint>
#include <string>
#include <vector>

#include "base/checked.h"
#include "disclosure/rule.h"
#include "openid/provider.h"

namespace CLI {
class App;
}

namespace primum::app {

struct Settings {
    std::string data;      ///< folder of everything that is kept
    std::string database;  ///< postgresql://…; empty: primum.db in the data folder
    std::string listen = "127.0.0.1:8080";
    std::string operations;       ///< address for /metrics and health; empty: none
    std::string public_url;       ///< where people reach us; empty: http:// and `listen`
    std::string trusted_proxies;  ///< addresses or networks, commas between
    std::string tls_certificate;
    std::string tls_key;
    std::string workers = "4";
    std::string service = "Primum";
    std::string theme = "neutral";
    std::string time_zone = "Europe/London";
    std::string languages;  ///< folder with more LANG.mo; empty: languages in the data folder
    std::string log_level = "info";
    std::string master_key_file;  ///< empty: the system's credential, else master.key in `data`
    std::string smtp;  ///< smtp://host:port or smtps://…; empty: messages wait in the outbox
    std::string smtp_user;
    std::string smtp_password_file;
    std::string mail_from;
    std::string digest_at = "07:00";          ///< when letters with what is new are written
    std::string disclosure_others = "hes";    ///< what others see of numbers of people
    std::vector<openid::Provider> providers;  ///< from the file only

    /// Fills in what follows from the port that is really listened on.
    void settle(std::uint16_t port);

    std::string database_url() const;
    unsigned worker_count() const;
    disclosure::Mode outside() const;               ///< of disclosure_others
    std::string base_path() const;                  ///< of public_url: "/safety", or empty
    std::string file(std::string_view name) const;  ///< in the data folder
};

/// Adds the options to a verb. Call `finish` of the result once the command line is read: it fills
/// in what the file says, and refuses what cannot be meant.
class SettingsReader {
public:
    /// Which of the settings a verb has.
    enum class Extent : std::uint8_t { database, server };
    SettingsReader(CLI::App& verb, Extent extent);

    Checked<Settings> finish();

private:
    CLI::App* verb_;
    Extent extent_;
    std::string config_;
    Settings settings_;
};

}  // namespace primum::app
