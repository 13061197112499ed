#include "app/settings.h"

#include <toml++/toml.h>
#include <CLI/App.hpp>
#include <CLI/Option.hpp>
#include <algorithm>
#include <cctype>
#include <charconv>
#include <filesystem>
#include <map>

#include "announcements/mornings.h"
#include "app/provider_settings.h"
#include "html/url.h"
#include "logging/log.h"

namespace primum::app {
namespace {

using Extent = SettingsReader::Extent;

constexpr unsigned kMostWorkers = 64;

struct Key {
    const char* name;  // as primum.toml has it; --public-url and PRIMUM_PUBLIC_URL follow from it
    std::string Settings::* where;
    Extent extent;
    const char* help;
};

constexpr Key kKeys[] = {
    {"data", &Settings::data, Extent::database, "Folder of everything that is kept"},
    {"database", &Settings::database, Extent::database,
     "postgresql://…; left out: a file in the data folder"},
    {"listen", &Settings::listen, Extent::server, "Address and port for people"},
    {"operations", &Settings::operations, Extent::server,
     "Address and port for /metrics, /healthz and /readyz, out of people's reach"},
    {"public_url", &Settings::public_url, Extent::server,
     "Where people reach the service: https://primum.example/safety"},
    {"trusted_proxies", &Settings::trusted_proxies, Extent::server,
     "Proxies whose X-Forwarded headers are believed: 10.0.0.4, 10.1.0.0/16"},
    {"tls_certificate", &Settings::tls_certificate, Extent::server,
     "PEM file, where no proxy ends TLS"},
    {"tls_key", &Settings::tls_key, Extent::server, "PEM file of its key"},
    {"workers", &Settings::workers, Extent::server, "How many requests are worked on at once"},
    {"service", &Settings::service, Extent::server, "Name of the service on every page"},
    {"theme", &Settings::theme, Extent::server, "neutral or nhs"},
    {"time_zone", &Settings::time_zone, Extent::server, "Europe/London"},
    {"languages", &Settings::languages, Extent::server, "Folder with more languages, LANG.mo"},
    {"log_level", &Settings::log_level, Extent::server, "debug, info, warning or error"},
    {"master_key_file", &Settings::master_key_file, Extent::server, "32 secret bytes"},
    {"smtp", &Settings::smtp, Extent::server, "smtp://host:port or smtps://host:port"},
    {"smtp_user", &Settings::smtp_user, Extent::server, "Name to sign in with at that server"},
    {"smtp_password_file", &Settings::smtp_password_file, Extent::server, "File with its password"},
    {"mail_from", &Settings::mail_from, Extent::server, "Sender of messages"},
    {"digest_at", &Settings::digest_at, Extent::server,
     "When letters with what is new are written, in the time zone: 07:00"},
    {"disclosure_others", &Settings::disclosure_others, Extent::server,
     "What others see of numbers of people: hes (1 to 7 hidden, others to the nearest 5) or lt5 (1 "
     "to 4 hidden)"},
};

std::string option_name(const Key& key) {
    std::string name = std::string("--") + key.name;
    std::ranges::replace(name, '_', '-');
    return name;
}

std::string variable_name(const Key& key) {
    std::string name = std::string("PRIMUM_") + key.name;
    for (char& c : name)
        c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return name;
}

/// A text, a number or a list of texts as primum.toml has it.
Checked<std::string> text_of(const toml::node& node, const std::string& name) {
    if (const auto text = node.value_exact<std::string>()) return *text;
    if (const auto number = node.value_exact<std::int64_t>()) return std::to_string(*number);
    if (const auto* list = node.as_array()) {
        std::string joined;
        for (const toml::node& item : *list) {
            const auto text = item.value_exact<std::string>();
            if (!text) return refuse(name + " in primum.toml takes texts in quotes.");
            if (!joined.empty()) joined += ',';
            joined += *text;
        }
        return joined;
    }
    return refuse(name + " in primum.toml takes a text in quotes.");
}

Checked<toml::table> read_file(const std::string& path) {
    try {
        return toml::parse_file(path);
    } catch (const toml::parse_error& error) {
        return refuse(path + ", line " + std::to_string(error.source().begin.line) + ": " +
                      std::string(error.description()) + ". Correct it and start again.");
    }
}

const Key* key_named(std::string_view name) {
    const auto* key =
        std::ranges::find(kKeys, name, [](const Key& k) { return std::string_view(k.name); });
    return key == std::end(kKeys) ? nullptr : key;
}

/// What a file says, by the names of the table above: "disclosure.others" is disclosure_others.
std::map<std::string, const toml::node*> nodes_of(const toml::table& table,
                                                  const std::string& before = "") {
    std::map<std::string, const toml::node*> nodes;
    for (const auto& [name, node] : table) {
        const std::string whole = before + std::string(name.str());
        if (whole == "provider") continue;  // tables: provider_settings.h
        if (const auto* inner = node.as_table())
            nodes.merge(nodes_of(*inner, whole + "_"));
        else
            nodes.emplace(whole, &node);
    }
    return nodes;
}

Checked<void> take_from_file(const std::string& path, const CLI::App& verb, Extent extent,
                             Settings& settings) {
    const auto table = read_file(path);
    if (!table) return std::unexpected(table.error());
    for (const auto& [name, node] : nodes_of(*table)) {
        const Key* key = key_named(name);
        if (!key)
            return refuse(path + " has a setting '" + name +
                          "' that does not exist: correct or remove it.");
        if (extent == Extent::database && key->extent == Extent::server) continue;
        if (verb.get_option(option_name(*key))->count() > 0) continue;
        auto text = text_of(*node, key->name);
        if (!text) return std::unexpected(text.error());
        settings.*key->where = std::move(*text);
    }
    if (extent == Extent::database) return {};
    auto providers = read_providers(path);
    if (!providers) return std::unexpected(providers.error());
    settings.providers = std::move(*providers);
    return {};
}

Checked<void> check(const Settings& settings) {
    if (settings.data.empty()) return refuse("Name the data folder with --data.");
    if (settings.worker_count() == 0)
        return refuse("--workers takes a whole number from 1 to 64, not '" + settings.workers +
                      "'.");
    if (!logging::parse_level(settings.log_level))
        return refuse("--log-level takes debug, info, warning or error, not '" +
                      settings.log_level + "'.");
    if (!announcements::parse_time_of_day(settings.digest_at))
        return refuse("--digest-at takes a time such as 07:00, not '" + settings.digest_at + "'.");
    // That others see everything is no choice: an organisation shows its series trusting this.
    if (settings.outside() == disclosure::Mode::none)
        return refuse("--disclosure-others takes hes or lt5, not '" + settings.disclosure_others +
                      "'.");
    if (settings.theme != "neutral" && settings.theme != "nhs")
        return refuse("--theme takes neutral or nhs, not '" + settings.theme + "'.");
    const bool web =
        settings.public_url.starts_with("http://") || settings.public_url.starts_with("https://");
    if (!settings.public_url.empty() && (!web || !html::Url::parse(settings.public_url)))
        return refuse("--public-url takes an address that begins with https:// or http://.");
    if (settings.tls_certificate.empty() != settings.tls_key.empty())
        return refuse("--tls-certificate and --tls-key go together: give both or neither.");
    return {};
}

}  // namespace

std::string Settings::database_url() const {
    return database.empty() ? file("primum.db") : database;
}

void Settings::settle(std::uint16_t port) {
    if (!public_url.empty()) return;
    const bool secure = !tls_certificate.empty();
    public_url = (secure ? "https://" : "http://") + listen.substr(0, listen.rfind(':') + 1) +
                 std::to_string(port);
}

unsigned Settings::worker_count() const {
    unsigned count = 0;
    const auto [end, error] =
        std::from_chars(workers.data(), workers.data() + workers.size(), count);
    const bool number = error == std::errc() && end == workers.data() + workers.size();
    return number && count <= kMostWorkers ? count : 0;
}

disclosure::Mode Settings::outside() const {
    return disclosure::parse_mode(disclosure_others).value_or(disclosure::Mode::none);
}

std::string Settings::base_path() const {
    const std::size_t host = public_url.find("://");
    if (host == public_url.npos) return {};
    const std::size_t slash = public_url.find('/', host + 3);
    if (slash == public_url.npos) return {};
    std::string path = public_url.substr(slash);
    while (path.ends_with('/'))
        path.pop_back();
    return path;
}

std::string Settings::file(std::string_view name) const {
    return (std::filesystem::path(data) / name).string();
}

SettingsReader::SettingsReader(CLI::App& verb, Extent extent) : verb_(&verb), extent_(extent) {
    verb.add_option("--config", config_, "Settings file; left out: primum.toml in the data folder")
        ->envname("PRIMUM_CONFIG");
    for (const Key& key : kKeys) {
        if (extent == Extent::database && key.extent == Extent::server) continue;
        verb.add_option(option_name(key), settings_.*key.where, key.help)
            ->envname(variable_name(key));
    }
}

Checked<Settings> SettingsReader::finish() {
    std::string path = config_;
    if (path.empty() && !settings_.data.empty()) {
        path = settings_.file("primum.toml");
        if (!std::filesystem::exists(path)) path.clear();
    }
    if (!path.empty())
        if (auto taken = take_from_file(path, *verb_, extent_, settings_); !taken)
            return std::unexpected(taken.error());
    if (auto checked = check(settings_); !checked) return std::unexpected(checked.error());
    while (settings_.public_url.ends_with('/'))
        settings_.public_url.pop_back();
    return settings_;
}

}  // namespace primum::app
