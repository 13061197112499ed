#pragma once
// A database with something in many of its tables, and everything it holds as one text.

#include <sstream>
#include <string>

#include "store/audit.h"
#include "store/idempotency.h"
#include "store/portable.h"
#include "store/store.h"

namespace primum::store::testing {

inline void fill(Store& store) {
    store.write([](Writer& db) {
        const auto trust = db.new_id<organisations::Organisation>();
        const auto person = db.new_id<people::Person>();
        db.run("INSERT INTO organisations (id, kind, name, opened) VALUES ($1, 'trust', $2, $3)",
               trust, "Ysbyty \"\xc5\xb4yr\"\n\x01", Day());
        db.run(
            "INSERT INTO people (id, email, name, created_at) VALUES ($1, 'a@b.example', 'A', $2)",
            person, db.now());
        const Scope system = Scope::system("test");
        db.run(R"sql(
            INSERT INTO roles_held (organisation_id, id, person_id, role, from_day)
            VALUES ($1, $2, $3, 'analyst', '2009-04-23')
        )sql",
               system.may_write(trust), db.new_id<int>(), person);
        for (int i = 0; i < 20; ++i)
            record(db, system.may_write(trust),
                   Stamp{.person = person, .at = db.now(), .request = "r"},
                   {.action = "a", .object = "o", .before = "", .after = "{}"});
        save_answer(
            db, {.actor = "a", .key = "k", .fingerprint = std::string(64, 'f')},
            {.status = 303, .location = "/", .content_type = "", .body = std::string("\0\xff", 2)});
    });
}

/// Without the line that says when it was written.
inline std::string contents_of(Store& store) {
    std::ostringstream out;
    export_all(store, out);
    const std::string text = out.str();
    return text.substr(text.find('\n'));
}

}  // namespace primum::store::testing
