#include "store/sqlite_connection.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <stdexcept>
#include <unordered_map>

#include "store/store.h"

namespace primum::store {
namespace {

constexpr std::int64_t kApplicationId = 1347569997;  // "PRIM"
constexpr int kStepsBetweenLooksAtTheClock = 10'000;

// SQLite reports a full disk as such where writing failed, and as an I/O error where the index of
// its log could not grow.
bool is_full(sqlite3* db, int code) {
    if ((code & 0xff) == SQLITE_FULL) return true;
    const bool growing = code == SQLITE_IOERR_WRITE || code == SQLITE_IOERR_SHMSIZE ||
                         code == SQLITE_IOERR_SHMMAP || code == SQLITE_IOERR_SHMOPEN;
    const int reason = sqlite3_system_errno(db);
    return growing && (reason == ENOSPC || reason == EDQUOT || reason == EFBIG);
}

// After a failed fsync nobody knows what is on the disk, and a damaged file only gets worse. A
// fresh start recovers from the log, or refuses.
[[noreturn]] void stop_at_once(const char* what) {
    std::fprintf(
        stderr,
        "The database file cannot be trusted any more (%s): Primum stops. Look at the disk,"
        " then start again or restore a backup.\n",
        what);
    std::_Exit(1);
}

[[noreturn]] void fail(sqlite3* db, int code, SqliteConnection::Use use) {
    const std::string why = sqlite3_errmsg(db);
    if (is_full(db, code) || (code & 0xff) == SQLITE_READONLY)
        throw ReadOnly("The disk is full or cannot be written (" + why +
                       "): make room, then try again.");
    switch (code & 0xff) {
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            stop_at_once(why.c_str());
        case SQLITE_IOERR:
            if (use == SqliteConnection::Use::write) stop_at_once(why.c_str());
            break;
        case SQLITE_BUSY:
            throw Busy("The database is busy: nothing was done, try again soon.");
        case SQLITE_CONSTRAINT:
            throw Violated(why);
        case SQLITE_INTERRUPT:
            throw TooSlow("The database took too long to answer: ask for less.");
        default:
            break;
    }
    throw std::runtime_error(fmt::format("SQLite: {} ({})", why, code));
}

class SqliteRow final : public Row {
public:
    explicit SqliteRow(sqlite3_stmt* statement) : statement_(statement) {}

    int columns() const override { return sqlite3_column_count(statement_); }
    bool is_null(int column) const override { return type(column) == SQLITE_NULL; }

protected:
    std::int64_t whole(int column) const override {
        if (type(column) != SQLITE_INTEGER) unreadable(column);
        return sqlite3_column_int64(statement_, column);
    }
    double real(int column) const override {
        if (type(column) != SQLITE_FLOAT && type(column) != SQLITE_INTEGER) unreadable(column);
        return sqlite3_column_double(statement_, column);
    }
    std::string_view text(int column) const override {
        if (type(column) != SQLITE_TEXT) unreadable(column);
        return view(column, sqlite3_column_text(statement_, column));
    }
    Bytes bytes(int column) const override {
        if (type(column) != SQLITE_BLOB) unreadable(column);
        const std::string_view all = view(column, sqlite3_column_blob(statement_, column));
        const auto* first = reinterpret_cast<const std::byte*>(all.data());
        return Bytes(first, first + all.size());
    }

private:
    int type(int column) const { return sqlite3_column_type(statement_, column); }
    std::string_view view(int column, const void* first) const {
        const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
        return {static_cast<const char*>(first), first ? size : 0};
    }
    sqlite3_stmt* statement_;
};

struct Prepared {
    sqlite3_stmt* handle = nullptr;
    std::vector<std::size_t> value_of;  // which value fills SQLite's i-th parameter

    Prepared() = default;
    Prepared(const Prepared&) = delete;
    Prepared(Prepared&& other) noexcept
        : handle(std::exchange(other.handle, nullptr)), value_of(std::move(other.value_of)) {}
    ~Prepared() { sqlite3_finalize(handle); }
};

// SQLite numbers $2, $1 by where they stand; we mean what they say.
std::vector<std::size_t> order_of_parameters(sqlite3_stmt* statement) {
    std::vector<std::size_t> order;
    for (int i = 1; i <= sqlite3_bind_parameter_count(statement); ++i) {
        const std::string_view name = sqlite3_bind_parameter_name(statement, i);
        std::size_t number = 0;
        std::from_chars(name.data() + 1, name.data() + name.size(), number);
        order.push_back(number - 1);
    }
    return order;
}

int bind(sqlite3_stmt* statement, int i, const Value& value) {
    if (value.null) return sqlite3_bind_null(statement, i);
    const std::string_view text = value.text();
    // A null pointer would bind NULL, and an empty text is not nothing.
    const char* first = text.data() ? text.data() : "";
    switch (value.kind) {
        case Value::Kind::whole:
            return sqlite3_bind_int64(statement, i, value.whole);
        case Value::Kind::real:
            return sqlite3_bind_double(statement, i, value.real);
        case Value::Kind::text:
            return sqlite3_bind_text64(statement, i, first, text.size(), SQLITE_STATIC,
                                       SQLITE_UTF8);
        case Value::Kind::bytes:
            return sqlite3_bind_blob64(statement, i, first, text.size(), SQLITE_STATIC);
    }
    return SQLITE_MISUSE;
}

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
        return std::hash<std::string_view>()(text);
    }
};

// Nobody asks SQLite how much memory it has, and counting takes a lock of the whole process at each
// allocation: a twentieth of what a statement costs.
void do_not_count_memory() {
    static const int kDone = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    static_cast<void>(kDone);
}

/// The file exists from here on, for its owner only; SQLite gives its log the same rights.
void make_file(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0)
        throw std::runtime_error("The database " + path + " cannot be opened (" +
                                 std::strerror(errno) + "): check the folder and its owner.");
    ::close(file);
}

}  // namespace

struct SqliteConnection::State {
    sqlite3* db = nullptr;
    Use use = Use::read;
    std::string path;
    int log_pages = 0;
    std::chrono::steady_clock::time_point deadline = std::chrono::steady_clock::time_point::max();
    std::unordered_map<std::string, Prepared, TextHash, std::equal_to<>> statements;

    void expect(int code) {
        if (code != SQLITE_OK) fail(db, code, use);
    }

    Prepared prepare(std::string_view sql) {
        Prepared statement;
        expect(sqlite3_prepare_v3(db, sql.data(), static_cast<int>(sql.size()),
                                  SQLITE_PREPARE_PERSISTENT, &statement.handle, nullptr));
        statement.value_of = order_of_parameters(statement.handle);
        return statement;
    }

    Prepared& prepared(std::string_view sql) {
        if (const auto found = statements.find(sql); found != statements.end())
            return found->second;
        return statements.emplace(std::string(sql), prepare(sql)).first->second;
    }

    std::int64_t step_through(Prepared& statement, std::span<const Value> values,
                              const Visit& visit) {
        // Whatever happens on the way, the statement is ready for the next time.
        struct Reset {
            sqlite3_stmt* handle;
            ~Reset() {
                sqlite3_reset(handle);
                sqlite3_clear_bindings(handle);
            }
        } const reset{statement.handle};

        for (std::size_t i = 0; i < statement.value_of.size(); ++i) {
            if (statement.value_of[i] >= values.size())
                throw std::logic_error("A statement has more placeholders than values.");
            expect(bind(statement.handle, static_cast<int>(i + 1), values[statement.value_of[i]]));
        }
        const SqliteRow row(statement.handle);
        int code = SQLITE_ROW;
        while ((code = sqlite3_step(statement.handle)) == SQLITE_ROW)
            if (!visit(row)) return 0;
        if (code != SQLITE_DONE) fail(db, code, use);
        return sqlite3_stmt_readonly(statement.handle) ? 0 : sqlite3_changes64(db);
    }

    std::int64_t number(const char* question) {
        std::int64_t answer = 0;
        Prepared statement = prepare(question);
        step_through(statement, {}, [&](const Row& row) {
            answer = row.get<std::int64_t>(0);
            return true;
        });
        return answer;
    }

    void script(const std::string& sql) {
        expect(sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr));
    }

    void configure() {
        expect(sqlite3_extended_result_codes(db, 1));
        expect(sqlite3_busy_timeout(db, 5000));
        for (const int off :
             {SQLITE_DBCONFIG_TRUSTED_SCHEMA, SQLITE_DBCONFIG_DQS_DDL, SQLITE_DBCONFIG_DQS_DML})
            expect(sqlite3_db_config(db, off, 0, nullptr));
        expect(sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr));
        sqlite3_limit(db, SQLITE_LIMIT_SQL_LENGTH, 1'000'000);
        sqlite3_limit(db, SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024);
        sqlite3_limit(db, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 256);
        sqlite3_limit(db, SQLITE_LIMIT_EXPR_DEPTH, 200);
        sqlite3_limit(db, SQLITE_LIMIT_COMPOUND_SELECT, 20);
        sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 1);
        script(
            "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON;"
            "PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 0;"
            "PRAGMA recursive_triggers = OFF; PRAGMA secure_delete = FAST;"
            "PRAGMA wal_autocheckpoint = 0");
        // There are several readers, and the system's own cache serves them all.
        script(use == Use::write ? "PRAGMA cache_size = -65536" : "PRAGMA cache_size = -16384");
    }

    // Its own mark says that a file is ours; an empty file becomes ours.
    void claim() {
        const std::int64_t mark = number("PRAGMA application_id");
        const bool empty = number("SELECT count(*) FROM sqlite_schema") == 0;
        if (mark != kApplicationId && !(mark == 0 && empty))
            throw std::runtime_error(path +
                                     " is a SQLite database, but not one of Primum's: name"
                                     " another file.");
        if (use != Use::write) return;
        if (empty && mark == 0)
            script(
                "PRAGMA page_size = 4096; PRAGMA auto_vacuum = INCREMENTAL;"
                "PRAGMA application_id = 1347569997");
        script("PRAGMA journal_mode = WAL; PRAGMA journal_size_limit = 67108864");
    }
};

SqliteConnection::SqliteConnection(const std::string& path, Use use)
    : state_(std::make_unique<State>()) {
    do_not_count_memory();
    if (use == Use::write) make_file(path);
    state_->use = use;
    state_->path = path;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    if (sqlite3_open_v2(path.c_str(), &state_->db, flags, nullptr) != SQLITE_OK) {
        const std::string why = sqlite3_errmsg(state_->db);
        sqlite3_close_v2(state_->db);
        throw std::runtime_error("The database " + path + " cannot be opened (" + why +
                                 "): check the folder and its owner.");
    }
    try {
        state_->configure();
        state_->claim();
        if (use == Use::read) state_->script("PRAGMA query_only = ON");
    } catch (...) {
        sqlite3_close_v2(state_->db);
        throw;
    }
    sqlite3_wal_hook(
        state_->db,
        [](void* state, sqlite3*, const char*, int pages) {
            static_cast<State*>(state)->log_pages = pages;
            return SQLITE_OK;
        },
        state_.get());
    sqlite3_progress_handler(
        state_->db, kStepsBetweenLooksAtTheClock,
        [](void* state) {
            const auto deadline = static_cast<const State*>(state)->deadline;
            return std::chrono::steady_clock::now() > deadline ? 1 : 0;
        },
        state_.get());
}

SqliteConnection::~SqliteConnection() {
    set_deadline(std::chrono::steady_clock::time_point::max());
    state_->statements.clear();
    if (state_->use == Use::write)
        sqlite3_exec(state_->db, "PRAGMA optimize", nullptr, nullptr, nullptr);
    sqlite3_close_v2(state_->db);
}

std::int64_t SqliteConnection::run(std::string_view sql, std::span<const Value> values,
                                   const Visit& visit) {
    Prepared& statement = state_->prepared(sql);
    // The same statement again, while a row of its first answer is being read.
    if (sqlite3_stmt_busy(statement.handle)) {
        Prepared another = state_->prepare(sql);
        return state_->step_through(another, values, visit);
    }
    return state_->step_through(statement, values, visit);
}

void SqliteConnection::script(const std::string& sql) {
    state_->script(sql);
}

// BEGIN alone waits for the first question before it takes its snapshot.
void SqliteConnection::begin_snapshot() {
    command("BEGIN");
    command("SELECT 1 FROM sqlite_schema LIMIT 1");
}

void SqliteConnection::end_snapshot() {
    command("ROLLBACK");
}

bool SqliteConnection::in_transaction() const {
    return sqlite3_get_autocommit(state_->db) == 0;
}

void SqliteConnection::set_deadline(std::chrono::steady_clock::time_point deadline) {
    state_->deadline = deadline;
}

int SqliteConnection::pages_in_log() const {
    return state_->log_pages;
}

void SqliteConnection::checkpoint() {
    const int code =
        sqlite3_wal_checkpoint_v2(state_->db, nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    state_->log_pages = 0;
    // A reader may be in the way, or the disk full: the log keeps what it has until later.
    const int kind = code & 0xff;
    if (kind == SQLITE_BUSY || kind == SQLITE_READONLY || is_full(state_->db, code)) return;
    state_->expect(code);
}

}  // namespace primum::store
