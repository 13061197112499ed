// Every marked line must not compile, and for the reason it names; check sees to it.

#include <cstdint>
#include <string>

#include "store/db.h"

using namespace primum::store;

constexpr auto number = [](const Row& row) { return row.get<std::int64_t>(0); };

// What compiles, so that a statement below is refused for its reason and not for its neighbours.
void accepted(const Reader& db, Writer& writer, const Readable& mine, const ReadableTree& below,
              const Writable& own, const Everywhere& all, const std::string& text) {
    db.all(number, "SELECT count(*) FROM people WHERE name = $1 OR email = $1", text);
    db.one(number, "WITH a AS (SELECT 1 AS b) SELECT b FROM a WHERE 'it''s; --' <> $1", text);
    db.all(number, "SELECT 1 FROM roles_held WHERE organisation_id = $1 AND role = $2", mine, text);
    db.all(number,
           "SELECT 1 FROM roles_held r JOIN organisation_closure k"
           " ON k.descendant_id = r.organisation_id WHERE k.ancestor_id = $1",
           below);
    db.all(number, "SELECT 1 FROM roles_held WHERE role = $1", text, all);
    writer.run("INSERT INTO roles_held (organisation_id, id) VALUES ($1, $2)", own, text);
    writer.run("UPDATE roles_held SET role = $1 WHERE organisation_id = $2", text, own);
    writer.run("DELETE FROM roles_held WHERE role = $1", text, all);
    writer.returning(number, "UPDATE people SET rev = rev + 1 RETURNING rev");
}

void refused(const Reader& db, Writer& writer, const Readable& mine, const ReadableTree& below,
             const Writable& own, const std::string& text) {
    db.all(number, "UPDATE people SET name = ''");  // refused: begins_with_select_or_with
    db.all(number, "");                             // refused: begins_with_select_or_with
    db.all(number, text);                           // refused: convert\|matching
    db.all(number, text.c_str());                   // refused: convert\|matching
    writer.run("SELECT 1");                         // refused: begins_with_insert_update_or_delete
    writer.run("DROP TABLE people");                // refused: begins_with_insert_update_or_delete
    db.all(number, "SELECT 1 INTO t");              // refused: a_reading_statement_changes_nothing
    db.all(number, "SELECT 1 FROM a FOR UPDATE");   // refused: a_reading_statement_changes_nothing
    db.all(number, "WITH a AS (DELETE FROM b) SELECT 1");  // refused: changes_nothing
    db.all(number, "SELECT 1; SELECT 2");                // refused: one_statement_has_no_semicolon
    db.all(number, "SELECT 1 -- one");                   // refused: a_comment_belongs_in_the_code
    db.all(number, "SELECT 1 /* one */");                // refused: a_comment_belongs_in_the_code
    db.all(number, "SELECT \"name\" FROM people");       // refused: write_names_without_quotes
    db.all(number, "SELECT `name` FROM people");         // refused: write_names_without_quotes
    db.all(number, "SELECT [name] FROM people");         // refused: write_names_without_quotes
    db.all(number, "SELECT 'name FROM people");          // refused: a_quoted_text_does_not_end
    db.all(number, "SELECT name::text FROM people");     // refused: a_cast_is_written_as_cast
    db.all(number, "SELECT 1 WHERE name = ?", text);     // refused: placeholders_are_numbered
    db.all(number, "SELECT 1 WHERE name = $0", text);    // refused: placeholders_are_numbered
    db.all(number, "SELECT 1 WHERE name = $2", text);    // refused: a_placeholder_has_no_value
    db.all(number, "SELECT 1 WHERE name = '$1'", text);  // refused: a_value_has_no_placeholder
    db.all(number, "SELECT 1 WHERE a = $1", 1, 2);       // refused: a_value_has_no_placeholder
    db.all(number, "WITH RECURSIVE a AS (SELECT 1) SELECT 1");  // refused: organisation_closure
    db.all(number, "SELECT 1 FROM people, pragma");             // refused: not_for_a_room_to_do
    db.all(number, "SELECT 1 FROM roles_held");                 // refused: needs_a_key_from_a_scope
    db.all(number, "SELECT 1 FROM ROLES_HELD");                 // refused: needs_a_key_from_a_scope
    db.all(number, "SELECT 1 FROM roles_held WHERE organisation_id = $1", text);  // refused: a_key
    db.all(number, "SELECT 1 FROM roles_held WHERE id = $1", mine);  // refused: is_not_compared
    db.all(number, "SELECT 1 FROM roles_held r WHERE r.id = $1", below);  // refused: tree_key
    writer.run("DELETE FROM roles_held");  // refused: key_from_a_scope
    writer.run("DELETE FROM roles_held WHERE organisation_id = $1", mine);  // refused: writable_key
    writer.run("DELETE FROM roles_held WHERE id = $1", own);     // refused: key_is_not_compared
    writer.run("INSERT INTO roles_held (id) VALUES ($1)", own);  // refused: key_is_not_compared
    Everywhere made;                                             // refused: private
    Writable taken(primum::OrganisationId{});                    // refused: private
}
