#include "store/text_index.h"

#include <optional>

#include "store/raw.h"

namespace primum::store {
namespace {

struct Kept {
    std::int64_t number;
    TextDocument document;
};

std::optional<Kept> find_kept(const Reader& db, std::string_view path) {
    const auto read = [](const Row& row) {
        return Kept{row.get<std::int64_t>(0),
                    {row.get<std::string>(1), row.get<std::string>(2), row.get<std::string>(3),
                     row.get<std::string>(4), row.get<std::string>(5)}};
    };
    return db.one(read, R"sql(
        SELECT number, path, kind, title, summary, body FROM search_documents WHERE path = $1
    )sql",
                  path);
}

bool same(const TextDocument& a, const TextDocument& b) {
    return a.kind == b.kind && a.title == b.title && a.summary == b.summary && a.body == b.body;
}

// PostgreSQL keeps its index itself. FTS5 must be told what a row said to forget it.
void forget(Writer& db, const Kept& kept) {
    if (Raw::engine(db) != Engine::sqlite) return;
    Raw::run(
        db,
        "INSERT INTO search_index (search_index, rowid, title, summary, body)"
        " VALUES ('delete', $1, $2, $3, $4)",
        Values<4>(kept.number, kept.document.title, kept.document.summary, kept.document.body));
}

void learn(Writer& db, std::int64_t number, const TextDocument& document) {
    if (Raw::engine(db) != Engine::sqlite) return;
    Raw::run(db, "INSERT INTO search_index (rowid, title, summary, body) VALUES ($1, $2, $3, $4)",
             Values<4>(number, document.title, document.summary, document.body));
}

/// FTS5's own language: each word in quotation marks, so that none of them commands anything.
std::string for_sqlite(const TextQuestion& question) {
    const bool whole = question.breadth == Breadth::all_words;
    const bool any = question.breadth == Breadth::any_beginning;
    std::string query;
    std::string_view words = question.words;
    while (!words.empty()) {
        const std::size_t end = words.find(' ');
        if (!query.empty()) query += any ? " OR " : " ";
        query.append("\"").append(words.substr(0, end)).append(whole ? "\"" : "\"*");
        words = end == words.npos ? std::string_view() : words.substr(end + 1);
    }
    return query;
}

/// What PostgreSQL puts between the words and behind the last.
struct Joints {
    std::string_view between;
    std::string_view behind;
};
Joints joints(Breadth breadth) {
    switch (breadth) {
        case Breadth::all_words:
            return {" & ", ""};
        case Breadth::all_beginnings:
            return {":* & ", ":*"};
        case Breadth::any_beginning:
            return {":* | ", ":*"};
    }
    return {" & ", ""};
}

// A title counts ten times as much as a body, a summary four times. Ordered by its own rank, FTS5
// makes headlines of the rows that are shown only.
constexpr std::string_view kFindSqlite = R"sql(
    SELECT d.path, d.kind, highlight(search_index, 0, char(1), char(2)),
           highlight(search_index, 1, char(1), char(2)),
           snippet(search_index, 2, char(1), char(2), '…', 28)
      FROM search_index JOIN search_documents d ON d.number = search_index.rowid
     WHERE search_index MATCH $1 AND rank MATCH 'bm25(10.0, 4.0, 1.0)'
       AND ($2 = '' OR d.kind = $2)
     ORDER BY rank
     LIMIT $3 OFFSET $4
)sql";

// Headlines are dear, so they are made of the few that are shown only.
constexpr std::string_view kFindPostgres = R"sql(
    SELECT path, kind,
           ts_headline('english', title, query, 'HighlightAll=true,' || $5),
           ts_headline('english', summary, query, 'HighlightAll=true,' || $5),
           ts_headline('english', body, query,
                       'MaxFragments=1, MinWords=12, MaxWords=28, ' || $5)
      FROM (SELECT path, kind, title, summary, body, query,
                   ts_rank('{0.05, 0.1, 0.4, 1.0}', words, query) AS rank
              FROM search_documents,
                   to_tsquery('english', replace(search_plain($1), ' ', $6) || $7) AS query
             WHERE words @@ query AND ($2 = '' OR kind = $2)
             ORDER BY rank DESC, path
             LIMIT $3 OFFSET $4) AS best
     ORDER BY rank DESC, path
)sql";
constexpr std::string_view kMarks = "StartSel=\x01, StopSel=\x02";

constexpr std::string_view kCountSqlite = R"sql(
    SELECT d.kind, count(*)
      FROM search_index JOIN search_documents d ON d.number = search_index.rowid
     WHERE search_index MATCH $1
     GROUP BY d.kind ORDER BY 2 DESC, 1
)sql";

constexpr std::string_view kCountPostgres = R"sql(
    SELECT kind, count(*)
      FROM search_documents
     WHERE words @@ to_tsquery('english', replace(search_plain($1), ' ', $2) || $3)
     GROUP BY kind ORDER BY 2 DESC, 1
)sql";

TextMatch read_match(const Row& row) {
    return {row.get<std::string>(0), row.get<std::string>(1), row.get<std::string>(2),
            row.get<std::string>(3), row.get<std::string>(4)};
}

}  // namespace

void put_text(Writer& db, const TextDocument& document) {
    const auto kept = find_kept(db, document.path);
    if (kept && same(kept->document, document)) return;
    if (kept) forget(db, *kept);
    const auto number =
        db.returning([](const Row& row) { return row.get<std::int64_t>(0); },
                     R"sql(
        INSERT INTO search_documents (path, kind, title, summary, body)
        VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (path) DO UPDATE
           SET kind = excluded.kind, title = excluded.title, summary = excluded.summary,
               body = excluded.body
        RETURNING number
    )sql",
                     document.path, document.kind, document.title, document.summary, document.body);
    learn(db, number.front(), document);
}

void remove_text(Writer& db, std::string_view path) {
    const auto kept = find_kept(db, path);
    if (!kept) return;
    forget(db, *kept);
    db.run("DELETE FROM search_documents WHERE path = $1", path);
}

std::vector<TextMatch> find_texts(const Reader& db, const TextQuestion& question) {
    std::vector<TextMatch> matches;
    const auto visit = [&](const Row& row) {
        matches.push_back(read_match(row));
        return true;
    };
    if (Raw::engine(db) == Engine::sqlite) {
        const std::string query = for_sqlite(question);
        Raw::run(db, kFindSqlite, Values<4>(query, question.kind, question.limit, question.offset),
                 visit);
        return matches;
    }
    const auto [between, behind] = joints(question.breadth);
    Raw::run(db, kFindPostgres,
             Values<7>(question.words, question.kind, question.limit, question.offset, kMarks,
                       between, behind),
             visit);
    return matches;
}

std::vector<TextCount> count_texts(const Reader& db, const TextQuestion& question) {
    std::vector<TextCount> counts;
    const auto visit = [&](const Row& row) {
        counts.push_back({row.get<std::string>(0), row.get<std::size_t>(1)});
        return true;
    };
    if (Raw::engine(db) == Engine::sqlite) {
        const std::string query = for_sqlite(question);
        Raw::run(db, kCountSqlite, Values<1>(query), visit);
        return counts;
    }
    const auto [between, behind] = joints(question.breadth);
    Raw::run(db, kCountPostgres, Values<3>(question.words, between, behind), visit);
    return counts;
}

void rebuild_text_index(Writer& db) {
    if (Raw::engine(db) == Engine::sqlite) {
        Raw::run(db, "INSERT INTO search_index (search_index) VALUES ('rebuild')");
        return;
    }
    // The rows brought their numbers with them.
    Raw::run(db,
             "SELECT setval(pg_get_serial_sequence('search_documents', 'number'),"
             " (SELECT COALESCE(max(number), 0) + 1 FROM search_documents), false)");
}

}  // namespace primum::store
