#include "store/portable.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <istream>
#include <ostream>
#include <ranges>
#include <vector>

#include "crypto/hash.h"
#include "json/value.h"
#include "json/writer.h"
#include "store/catalogue.h"
#include "store/migrations.h"
#include "store/raw.h"
#include "store/text_index.h"

namespace primum::store {
namespace {

constexpr std::string_view kFormat = "primum installation 1";

std::string names_of(const Table& table) {
    return fmt::format("{}", fmt::join(table.columns | std::views::transform(&Column::name), ", "));
}

std::string question_for(const Table& table) {
    return fmt::format("SELECT {} FROM {} ORDER BY {}", names_of(table), table.name,
                       fmt::join(table.primary_key, ", "));
}

// SQLite hands out row after row. PostgreSQL would send a whole table at once, so it is asked for
// pieces.
void each_row(const Reader& db, Engine engine, const Table& table,
              const std::function<bool(const Row&)>& visit) {
    if (engine == Engine::sqlite) {
        Raw::run(db, question_for(table), {}, visit);
        return;
    }
    Raw::run(db, fmt::format("DECLARE all_{} CURSOR FOR {}", table.name, question_for(table)));
    const std::string fetch = fmt::format("FETCH 1000 FROM all_{}", table.name);
    bool more = true;
    while (more) {
        more = false;
        Raw::run(db, fetch, {}, [&](const Row& row) { return more = visit(row); });
    }
}

void write_cell(json::Writer& line, const Row& row, int column, Value::Kind kind) {
    if (row.is_null(column)) {
        line.null();
        return;
    }
    switch (kind) {
        case Value::Kind::whole:
            line.value(row.get<std::int64_t>(column));
            break;
        case Value::Kind::real:
            line.value(row.get<double>(column));
            break;
        case Value::Kind::text:
            line.value(row.get<std::string_view>(column));
            break;
        case Value::Kind::bytes:
            line.begin_object();
            line.member("bytes", crypto::hex(row.get<Bytes>(column)));
            line.end_object();
            break;
    }
}

std::string row_line(const Table& table, const Row& row) {
    json::Writer line;
    line.begin_array();
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        write_cell(line, row, static_cast<int>(i), table.columns[i].kind);
    line.end_array();
    return std::string(line.text());
}

std::string table_line(const Table& table) {
    json::Writer line;
    line.begin_object().member("table", table.name).key("columns").begin_array();
    for (const Column& column : table.columns)
        line.value(column.name);
    line.end_array().end_object();
    return std::string(line.text());
}

std::string first_line(const Instant& now, std::int64_t rows) {
    json::Writer line;
    line.begin_object()
        .member("format", kFormat)
        .member("schema", migrations().size())
        .member("written_at", iso_instant(now))
        .member("rows_to_come", rows)
        .end_object();
    return std::string(line.text());
}

std::string last_line(const Contents& contents) {
    json::Writer line;
    line.begin_object()
        .member("rows", contents.rows)
        .member("sha256", contents.digest)
        .end_object();
    return std::string(line.text());
}

/// A file that cannot be imported; its sentence is for the operator.
struct Unfit : std::runtime_error {
    using std::runtime_error::runtime_error;
};

Value value_of_cell(const json::Value& cell, Value::Kind kind, Bytes& bytes) {
    Value value;
    value.kind = kind;
    value.null = cell.is_null();
    if (value.null) return value;
    const auto* whole = cell.as<std::int64_t>();
    const auto* real = cell.as<double>();
    const auto* text = cell.as<std::string>();
    const auto hex = cell.member<std::string>("bytes");
    if (kind == Value::Kind::whole && whole)
        value.whole = *whole;
    else if (kind == Value::Kind::real && (real || whole))
        value.real = real ? *real : static_cast<double>(*whole);
    else if (kind == Value::Kind::text && text)
        value.view = *text;
    else if (kind == Value::Kind::bytes && hex) {
        bytes = crypto::from_hex(*hex).value_or(Bytes());
        value.view = {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
    } else
        throw Unfit("The file holds a value of another type than its column: export it again.");
    return value;
}

/// Reads the file line by line into the tables.
class Import {
public:
    Import(Writer& db, Engine engine, std::istream& in, const Progress& progress)
        : db_(db), tables_(tables_of(db, engine)), in_(in), progress_(progress) {}

    Contents run() {
        check_first_line();
        expect_nobody_here();
        for (const Table& table : tables_ | std::views::reverse)
            Raw::run(db_, "DELETE FROM " + table.name);
        while (next_line()) {
            const auto document = json::parse(line_);
            if (document && document->find("rows")) return end(*document);
            hash_.add(line_).add("\n");
            if (document && document->as<json::Value::Array>())
                add_row(*document->as<json::Value::Array>());
            else if (document && document->find("table"))
                begin_table(*document);
            else
                throw Unfit("The file has a line that is not of an export: export it again.");
        }
        throw Unfit("The file ends too early: copy it again, or export it again.");
    }

private:
    bool next_line() { return static_cast<bool>(std::getline(in_, line_)); }

    void check_first_line() {
        const auto first = next_line() ? json::parse(line_) : std::nullopt;
        if (!first || first->member<std::string>("format") != kFormat)
            throw Unfit("This is not a file that primum export --all has written.");
        const auto schema = static_cast<std::int64_t>(migrations().size());
        if (first->member<std::int64_t>("schema") != schema)
            throw Unfit(
                "The file was written by another version of Primum: export it with the"
                " version that reads it.");
    }

    void expect_nobody_here() {
        for (const Table& table : tables_) {
            const bool decides = table.name == "people" || table.name == "organisations" ||
                                 table.name == "audit_entries";
            if (decides && count_rows(db_, table) > 0)
                throw Unfit("The database is not empty: import into a new one.");
        }
    }

    void begin_table(const json::Value& line) {
        const auto name = line.member<std::string>("table");
        const auto found = std::ranges::find(tables_, name.value_or(""), &Table::name);
        if (found == tables_.end() || line_ != table_line(*found))
            throw Unfit("The file has a table that this version of Primum does not know: " + line_);
        table_ = &*found;
        std::vector<std::string> places;
        for (std::size_t i = 1; i <= table_->columns.size(); ++i)
            places.push_back(fmt::format("${}", i));
        insert_ = fmt::format("INSERT INTO {} ({}) VALUES ({})", table_->name, names_of(*table_),
                              fmt::join(places, ", "));
    }

    void add_row(const json::Value::Array& cells) {
        if (!table_ || cells.size() != table_->columns.size())
            throw Unfit("The file has a row that does not fit its table: export it again.");
        std::vector<Bytes> bytes(cells.size());
        std::vector<Value> values;
        for (std::size_t i = 0; i < cells.size(); ++i)
            values.push_back(value_of_cell(cells[i], table_->columns[i].kind, bytes[i]));
        Raw::run(db_, insert_, values);
        ++contents_.rows;
        const auto done = static_cast<std::size_t>(contents_.rows);
        progress_(done, std::max(done, expected_));
    }

    Contents end(const json::Value& line) {
        contents_.digest = crypto::hex(hash_.finish());
        if (line.member<std::string>("sha256") != contents_.digest ||
            line.member<std::int64_t>("rows") != contents_.rows)
            throw Unfit("The file is damaged: copy it again, or export it again.");
        rebuild_text_index(db_);
        return contents_;
    }

    Writer& db_;
    std::vector<Table> tables_;
    std::istream& in_;
    const Progress& progress_;
    std::size_t expected_ = 0;
    std::string line_;
    const Table* table_ = nullptr;
    std::string insert_;
    crypto::Sha256 hash_;
    Contents contents_;
};

}  // namespace

Contents export_all(Store& store, std::ostream& out, const Progress& progress) {
    const auto db = store.read();
    const auto tables = tables_of(*db, store.engine());
    std::int64_t all = 0;
    for (const Table& table : tables)
        all += count_rows(*db, table);
    Contents contents;
    crypto::Sha256 hash;
    const auto write = [&](const std::string& line) {
        hash.add(line).add("\n");
        out << line << '\n';
    };
    out << first_line(db->now(), all) << '\n';
    for (const Table& table : tables) {
        write(table_line(table));
        each_row(*db, store.engine(), table, [&](const Row& row) {
            write(row_line(table, row));
            ++contents.rows;
            progress(static_cast<std::size_t>(contents.rows), static_cast<std::size_t>(all));
            return true;
        });
    }
    contents.digest = crypto::hex(hash.finish());
    out << last_line(contents) << '\n';
    return contents;
}

Checked<Contents> import_all(Store& store, std::istream& in, const Progress& progress) {
    const auto begin = in.tellg();
    try {
        return store.write([&](Writer& db) {
            in.clear();
            in.seekg(begin);
            return Import(db, store.engine(), in, progress).run();
        });
    } catch (const Unfit& unfit) {
        return refuse(unfit.what());
    }
}

}  // namespace primum::store
