#include "app/service.h"

#include <cstdio>
#include <exception>
#include <functional>
#include <list>
#include <optional>
#include <string_view>
#include <thread>
#include <vector>

#include "announcements/mornings.h"
#include "app/address.h"
#include "app/installation.h"
#include "app/mail_server.h"
#include "app/signals.h"
#include "app/systemd.h"
#include "base/rounds.h"
#include "campaigns/pledge.h"
#include "collection/reminders.h"
#include "events/asking.h"
#include "html/url.h"
#include "http/server.h"
#include "imports/routes.h"
#include "logging/log.h"
#include "mail/postman.h"
#include "metrics/metrics.h"
#include "momentum/sightings.h"
#include "people/joining.h"
#include "people/session.h"
#include "resources/uses.h"
#include "signals/telling.h"
#include "store/idempotency.h"

namespace primum::app {
namespace {

using namespace std::chrono_literals;

using logging::Level;

constexpr std::chrono::seconds kDrain{10};

std::vector<std::string> items_of(std::string_view list) {
    std::vector<std::string> items;
    while (!list.empty()) {
        const std::size_t comma = list.find(',');
        std::string item(list.substr(0, comma));
        std::erase(item, ' ');
        if (!item.empty()) items.push_back(std::move(item));
        list = comma == list.npos ? std::string_view() : list.substr(comma + 1);
    }
    return items;
}

Checked<http::Options> options_of(const Settings& settings) {
    const auto address = parse_address(settings.listen, "--listen");
    if (!address) return std::unexpected(address.error());
    http::Options options;
    options.host = address->host;
    options.port = address->port;
    options.workers = settings.worker_count();
    options.base_path = settings.base_path();
    options.trusted_proxies = items_of(settings.trusted_proxies);
    if (!settings.tls_certificate.empty())
        options.tls = http::Tls{settings.tls_certificate, settings.tls_key};
    return options;
}

Checked<std::optional<http::Options>> operations_of(const Settings& settings) {
    if (settings.operations.empty()) return std::nullopt;
    const auto address = parse_address(settings.operations, "--operations");
    if (!address) return std::unexpected(address.error());
    http::Options options;
    options.host = address->host;
    options.port = address->port;
    options.workers = 1;
    return options;
}

/// Alive: never asks the database.
std::optional<http::Response> health(const http::Request& request) {
    if (request.path != "/healthz") return std::nullopt;
    http::Response alive = http::text(http::Status::ok, "alive\n");
    alive.headers.set("Cache-Control", "no-store");
    return alive;
}

/// The parts in the order in which they begin; they end in the reverse order.
class Service {
public:
    Service(const Settings& settings, const http::Options& options,
            const std::optional<http::Options>& operations, const std::optional<mail::Server>& mail)
        : log_({.least = *logging::parse_level(settings.log_level)}),
          metrics_(PRIMUM_VERSION),
          server_(
              options,
              [this](http::Request& request) { return installation_->door().answer(request); },
              [this](const http::Request& request) { return answer_quickly(request); },
              [this](const http::Answered& answered) { note(answered); }) {
        Settings known = settings;
        known.settle(server_.port());
        installation_.emplace(
            known,
            [this](const http::Request& request, std::string_view what) {
                log_.write(Level::error, "fault", {{"request", request.id}, {"what", what}});
            },
            system_clock(),
            [this](std::string_view provider, std::string_view request, std::string_view reason) {
                log_.write(Level::warning, "provider",
                           {{"provider", provider}, {"request", request}, {"reason", reason}});
            });
        server_.body_limit([this](http::Method method, std::string_view path) {
            const auto match = installation_->routes().find(method, path);
            return match && match->route ? match->route->body_bytes : access::Routes::kForm;
        });
        measure();
        address_ = known.public_url;
        people::Accounts& accounts = installation_->accounts();
        const auto complain = [this](const std::string& what) {
            log_.write(Level::error, "fault", {{"request", "job"}, {"what", what}});
        };
        keep(settings, accounts, mail.has_value(), complain);
        if (mail) postman_.emplace(installation_->store(), accounts.outbox, *mail, complain);
        if (operations)
            operations_.emplace(
                *operations, [this](http::Request& request) { return answer_operations(request); },
                [](const http::Request& request) { return health(request); });
    }

    void run() {
        const Signals signals([this] {
            tell_systemd_stopping();
            if (operations_) operations_->stop(kDrain);
            server_.stop(kDrain);
        });
        std::optional<std::jthread> beside;
        if (operations_) beside.emplace([this] { operations_->run(); });
        std::printf("Primum is at %s\n", address_.c_str());
        if (const auto link = people::setup_link(installation_->accounts()))
            std::printf("Nobody has an account yet. Set it up, once, at %s\n", link->c_str());
        if (!postman_) std::printf("No mail server is set: letters wait until smtp names one.\n");
        std::fflush(stdout);
        if (const auto interval = watchdog_interval())
            server_.heartbeat(*interval, tell_systemd_alive);
        tell_systemd_ready();
        server_.run();
    }

private:
    /// What is done beside answering requests.
    void keep(const Settings& settings, people::Accounts& accounts, bool sends_mail,
              const std::function<void(const std::string&)>& complain) {
        store::Store& store = installation_->store();
        const auto now = [] { return system_clock().now(); };
        const auto every = [&](std::chrono::milliseconds pause, std::function<void()> task,
                               Rounds::AtEnd at_end = Rounds::AtEnd::leave) {
            rounds_.emplace_back(pause, std::move(task), complain, at_end);
        };
        every(1h, [&store] {
            store.write([](store::Writer& db) {
                people::tidy(db, db.now());
                store::forget_old_answers(db);
            });
        });
        every(
            30s, [&accounts, &store] { accounts.presence.write_down(store); },
            Rounds::AtEnd::once_more);
        every(
            30s, [this, &store] { installation_->uses().write_down(store); },
            Rounds::AtEnd::once_more);
        every(
            30s, [this, &store] { installation_->views().write_down(store); },
            Rounds::AtEnd::once_more);
        every(
            5s, [this, &store] { installation_->sightings().write_down(store); },
            Rounds::AtEnd::once_more);
        every(1s, [&store] { imports::carry_out_confirmed(store); });
        every(15min, [&accounts, now] { events::ask_about_promises(accounts, now()); });
        every(5min, [&accounts, now] {
            campaigns::ask_what_became_of_pledges(accounts, accounts.store, now());
        });
        every(30s, [&store, now] { signals::look_for_signals(store, now()); });
        if (!sends_mail) return;
        every(1min, [this, &accounts, now] {
            signals::write_letters(accounts, installation_->unsubscribing(), now());
        });
        const auto [hour, minute] = *announcements::parse_time_of_day(settings.digest_at);
        every(10s, [this, &accounts, now,
                    morning = announcements::Morning{
                        .zone = settings.time_zone, .hour = hour, .minute = minute}] {
            announcements::write_digests(accounts, installation_->unsubscribing(), morning, now());
        });
        every(15min, [&accounts, now,
                      hours = collection::LetterHours{
                          .zone = settings.time_zone, .from_hour = hour, .from_minute = minute}] {
            collection::remind_keepers(accounts, hours, now());
        });
    }

    /// What only the people who run the service may see.
    http::Response answer_operations(http::Request& request) {
        if (request.path != "/metrics") return installation_->door().answer(request);
        http::Response response = http::text(http::Status::ok, metrics_.text());
        response.headers.set("Content-Type", std::string(metrics::kContentType));
        return response;
    }

    std::optional<http::Response> answer_quickly(const http::Request& request) {
        if (auto alive = health(request)) return alive;
        return installation_->door().answer_quickly(request);
    }

    void note(const http::Answered& answered) {
        const std::string_view method = answered.path.empty() ? "" : http::name(answered.method);
        metrics_.answered(method, static_cast<int>(answered.status), answered.took);
        const bool fault = !answered.problem.empty();
        log_.write(fault ? Level::error : Level::info, "request",
                   {{"request", answered.request_id},
                    {"method", method},
                    {"path", answered.path},
                    {"status", static_cast<int>(answered.status)},
                    {"bytes", answered.bytes},
                    {"microseconds", answered.took.count()},
                    {"problem", answered.problem}});
    }

    void measure() {
        metrics_.gauge("primum_connections", "Connections that are open",
                       [this] { return server_.load().connections; });
        metrics_.gauge("primum_requests_working", "Requests that a worker is answering",
                       [this] { return server_.load().working; });
        metrics_.gauge("primum_requests_waiting", "Requests that wait for a worker",
                       [this] { return server_.load().waiting; });
        metrics_.counter("primum_log_lines_dropped_total", "Log lines lost to a slow disk",
                         [this] { return static_cast<double>(log_.dropped()); });
    }

    logging::Log log_;
    metrics::Metrics metrics_;
    http::Server server_;
    std::optional<Installation> installation_;
    std::list<Rounds> rounds_;
    std::optional<mail::Postman> postman_;
    std::optional<http::Server> operations_;
    std::string address_;
};

}  // namespace

Checked<void> serve(const Settings& settings) {
    const auto options = options_of(settings);
    if (!options) return std::unexpected(options.error());
    const auto operations = operations_of(settings);
    if (!operations) return std::unexpected(operations.error());
    const auto mail = mail_server(settings);
    if (!mail) return std::unexpected(mail.error());
    html::set_base_path(options->base_path);
    Signals::hold();
    Service service(settings, *options, *operations, *mail);
    service.run();
    return {};
}

}  // namespace primum::app
