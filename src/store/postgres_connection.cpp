#include "store/postgres_connection.h"

#include <fmt/format.h>
#include <libpq-fe.h>

#include <array>
#include <bit>
#include <charconv>
#include <cstring>
#include <map>
#include <vector>

namespace primum::store {
namespace {

constexpr std::chrono::minutes kLongestLife{30};

// Types as pg_type.dat numbers them.
constexpr Oid kBool = 16, kBytea = 17, kName = 19, kInt8 = 20, kInt2 = 21, kInt4 = 23, kText = 25,
              kFloat4 = 700, kFloat8 = 701, kVarchar = 1043, kNumeric = 1700;

struct Clear {
    void operator()(PGresult* result) const { PQclear(result); }
};
using Result = std::unique_ptr<PGresult, Clear>;

bool good(const PGresult* result) {
    const ExecStatusType status = PQresultStatus(result);
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

std::string_view state_of(const PGresult* result) {
    const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    return state ? state : "";
}

// Class 08: connection; 57P01 to 57P03: the server stops or starts; 40001, 40P01 and 55P03: others
// were in the way; 25006: the server only reads.
bool passes(std::string_view state) {
    return state.starts_with("08") || state == "57P01" || state == "57P02" || state == "57P03" ||
           state == "40001" || state == "40P01" || state == "55P03" || state == "25006";
}

// libpq speaks in several lines.
std::string one_line(std::string_view message) {
    std::string line;
    for (const char c : message) {
        const bool space = c == ' ' || c == '\n' || c == '\t';
        if (!space)
            line += c;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
    if (line.ends_with(' ')) line.pop_back();
    return line;
}

[[noreturn]] void fail(PGconn* db, const PGresult* result) {
    const char* said = result ? PQresultErrorMessage(result) : "";
    const std::string why = one_line(*said ? said : PQerrorMessage(db));
    const std::string_view state = state_of(result);
    if (PQstatus(db) == CONNECTION_BAD || passes(state))
        throw Again("PostgreSQL: " + why, state == "25006");
    if (state.starts_with("23")) throw Violated(why);
    if (state == "57014") throw TooSlow("The database took too long to answer: ask for less.");
    if (state == "53100")
        throw ReadOnly("The disk of the database is full: make room, then try again.");
    throw std::runtime_error("PostgreSQL: " + why);
}

class PostgresRow final : public Row {
public:
    explicit PostgresRow(const PGresult* result) : result_(result) {}
    void move_to(int row) { row_ = row; }

    int columns() const override { return PQnfields(result_); }
    bool is_null(int column) const override { return PQgetisnull(result_, row_, column) != 0; }

protected:
    std::int64_t whole(int column) const override {
        if (!is(column, {kInt8, kInt4, kInt2, kNumeric, kBool})) unreadable(column);
        const std::string_view text = view(column);
        if (is(column, {kBool})) return text == "t";
        return number<std::int64_t>(column);
    }
    double real(int column) const override {
        if (!is(column, {kFloat8, kFloat4, kNumeric, kInt8, kInt4, kInt2})) unreadable(column);
        return number<double>(column);
    }
    std::string_view text(int column) const override {
        if (!is(column, {kText, kVarchar, kName})) unreadable(column);
        return view(column);
    }
    Bytes bytes(int column) const override {
        if (!is(column, {kBytea})) unreadable(column);
        const std::string_view digits = view(column).substr(2);  // behind "\x"
        Bytes bytes(digits.size() / 2);
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            unsigned byte = 0;
            std::from_chars(digits.data() + 2 * i, digits.data() + 2 * i + 2, byte, 16);
            bytes[i] = static_cast<std::byte>(byte);
        }
        return bytes;
    }

private:
    bool is(int column, std::initializer_list<Oid> types) const {
        if (is_null(column)) return false;
        for (const Oid type : types)
            if (PQftype(result_, column) == type) return true;
        return false;
    }
    std::string_view view(int column) const {
        return {PQgetvalue(result_, row_, column),
                static_cast<std::size_t>(PQgetlength(result_, row_, column))};
    }
    template <class Number>
    Number number(int column) const {
        const std::string_view text = view(column);
        Number answer{};
        const auto [end, error] = std::from_chars(text.begin(), text.end(), answer);
        if (error != std::errc() || end != text.end()) unreadable(column);
        return answer;
    }

    const PGresult* result_;
    int row_ = 0;
};

/// Values in PostgreSQL's binary form, which needs neither quotes nor an end.
class Parameters {
public:
    explicit Parameters(std::span<const Value> values) {
        numbers_.reserve(values.size());
        for (const Value& value : values)
            add(value);
    }
    int count() const { return static_cast<int>(pointers_.size()); }
    const std::vector<Oid>& types() const { return types_; }
    const char* const* pointers() const { return pointers_.data(); }
    const int* lengths() const { return lengths_.data(); }
    const int* formats() const { return formats_.data(); }

private:
    void add(const Value& value) {
        formats_.push_back(1);
        switch (value.kind) {
            case Value::Kind::whole:
                add_number(kInt8, std::bit_cast<std::uint64_t>(value.whole), value.null);
                break;
            case Value::Kind::real:
                add_number(kFloat8, std::bit_cast<std::uint64_t>(value.real), value.null);
                break;
            case Value::Kind::text:
                add_view(kText, value.text(), value.null);
                break;
            case Value::Kind::bytes:
                add_view(kBytea, value.text(), value.null);
                break;
        }
    }
    void add_number(Oid type, std::uint64_t number, bool null) {
        auto& bytes = numbers_.emplace_back();
        for (std::size_t i = 0; i < 8; ++i)
            bytes[i] = static_cast<char>(number >> (56 - 8 * i));
        add_view(type, {bytes.data(), bytes.size()}, null);
    }
    void add_view(Oid type, std::string_view bytes, bool null) {
        types_.push_back(type);
        pointers_.push_back(null ? nullptr : bytes.data() ? bytes.data() : "");
        lengths_.push_back(static_cast<int>(bytes.size()));
    }

    std::vector<std::array<char, 8>> numbers_;
    std::vector<Oid> types_;
    std::vector<const char*> pointers_;
    std::vector<int> lengths_;
    std::vector<int> formats_;
};

struct Prepared {
    std::string name;
    std::vector<Oid> types;
};

// The address may say otherwise; these are for servers that hand over to each other.
PGconn* connect(const std::string& url) {
    const char* names[] = {"connect_timeout",  "tcp_user_timeout",
                           "keepalives_idle",  "keepalives_interval",
                           "keepalives_count", "target_session_attrs",
                           "application_name", "client_encoding",
                           "dbname",           nullptr};
    const char* values[] = {"3",          "4000",   "2",    "2",         "2",
                            "read-write", "primum", "UTF8", url.c_str(), nullptr};
    return PQconnectdbParams(names, values, 1);
}

}  // namespace

struct PostgresConnection::State {
    PGconn* db = nullptr;
    std::chrono::steady_clock::time_point made = std::chrono::steady_clock::now();
    std::map<std::string, Prepared, std::less<>> prepared;
    bool warned = false;

    ~State() { PQfinish(db); }

    Result expect(PGresult* raw) {
        Result result(raw);
        if (!good(raw)) fail(db, raw);
        return result;
    }

    const Prepared& prepare(std::string_view sql, const std::vector<Oid>& types) {
        if (const auto found = prepared.find(sql); found != prepared.end()) return found->second;
        const std::string text(sql);
        Prepared statement{.name = fmt::format("s{}", prepared.size()), .types = types};
        expect(PQprepare(db, statement.name.c_str(), text.c_str(), static_cast<int>(types.size()),
                         types.data()));
        return prepared.emplace(text, std::move(statement)).first->second;
    }

    Result execute(std::string_view sql, const Parameters& values) {
        const Prepared& statement = prepare(sql, values.types());
        if (statement.types == values.types())
            return expect(PQexecPrepared(db, statement.name.c_str(), values.count(),
                                         values.pointers(), values.lengths(), values.formats(), 0));
        return expect(PQexecParams(db, std::string(sql).c_str(), values.count(),
                                   values.types().data(), values.pointers(), values.lengths(),
                                   values.formats(), 0));
    }

    void check_server() {
        const std::string_view encoding = PQparameterStatus(db, "server_encoding");
        if (encoding != "UTF8")
            throw std::runtime_error("The database keeps text as " + std::string(encoding) +
                                     ": create one with ENCODING 'UTF8'.");
        if (PQserverVersion(db) < 150000)
            throw std::runtime_error("The server is older than PostgreSQL 15: use a newer one.");
    }
};

PostgresConnection::PostgresConnection(const std::string& url,
                                       std::chrono::seconds longest_statement)
    : state_(std::make_unique<State>()) {
    PGconn* db = state_->db = connect(url);
    if (PQstatus(db) != CONNECTION_OK)
        throw Again("PostgreSQL cannot be reached (" + one_line(PQerrorMessage(db)) +
                        "): check the address, and that the server runs.",
                    false);
    state_->check_server();
    PQsetNoticeReceiver(
        db,
        [](void* state, const PGresult* notice) {
            const char* severity = PQresultErrorField(notice, PG_DIAG_SEVERITY_NONLOCALIZED);
            if (severity && std::string_view(severity) == "WARNING")
                static_cast<State*>(state)->warned = true;
        },
        state_.get());
    script(
        fmt::format("SET statement_timeout = '{}s'; SET lock_timeout = '10s';"
                    "SET idle_in_transaction_session_timeout = '60s';"
                    "SET timezone = 'UTC'; SET bytea_output = 'hex'",
                    longest_statement.count()));
}

PostgresConnection::~PostgresConnection() = default;

std::int64_t PostgresConnection::run(std::string_view sql, std::span<const Value> values,
                                     const Visit& visit) {
    const Parameters parameters(values);
    const Result result = state_->execute(sql, parameters);
    PostgresRow row(result.get());
    for (int i = 0; i < PQntuples(result.get()); ++i) {
        row.move_to(i);
        if (!visit(row)) break;
    }
    const std::string_view changed = PQcmdTuples(result.get());
    std::int64_t count = 0;
    std::from_chars(changed.begin(), changed.end(), count);
    return count;
}

void PostgresConnection::script(const std::string& sql) {
    state_->expect(PQexec(state_->db, sql.c_str()));
}

// BEGIN alone waits for the first question before it takes its snapshot.
void PostgresConnection::begin_snapshot() {
    script("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT 1");
}

void PostgresConnection::end_snapshot() {
    roll_back();
}

bool PostgresConnection::usable() const {
    return PQstatus(state_->db) == CONNECTION_OK &&
           PQtransactionStatus(state_->db) == PQTRANS_IDLE &&
           std::chrono::steady_clock::now() - state_->made < kLongestLife;
}

// As on SQLite, changes happen as if one after the other; what cannot is tried again.
void PostgresConnection::begin_change() {
    script("BEGIN ISOLATION LEVEL SERIALIZABLE READ WRITE");
}

void PostgresConnection::commit() {
    state_->warned = false;
    const Result result(PQexec(state_->db, "COMMIT"));
    const std::string_view state = state_of(result.get());
    // With synchronous replication a warning is all that says that no standby has it.
    const bool stopped = state.starts_with("08") || state.starts_with("57P");
    if (PQstatus(state_->db) == CONNECTION_BAD || stopped || state_->warned)
        throw OutcomeUnknown(
            "The database did not say whether the change is safe: look before you"
            " try again.");
    if (!good(result.get())) fail(state_->db, result.get());
    if (std::string_view(PQcmdStatus(result.get())) != "COMMIT")
        throw std::runtime_error("PostgreSQL undid a change in which a statement had failed.");
}

void PostgresConnection::roll_back() noexcept {
    if (PQtransactionStatus(state_->db) != PQTRANS_IDLE) Result(PQexec(state_->db, "ROLLBACK"));
}

}  // namespace primum::store
