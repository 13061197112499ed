#include "organisations/waiting_import.h"

#include <span>

namespace primum::organisations {

WaitingImportId save_waiting(store::Writer& db, const store::Writable& organisation,
                             const store::Stamp& stamp, const WaitingImport& import) {
    remove_waiting(db, organisation);
    const auto id = db.new_id<WaitingImport>();
    const std::span<const std::byte> content = std::as_bytes(std::span(import.bytes));
    db.run(R"sql(
        INSERT INTO organisation_imports (organisation_id, id, file_name, kind, content, made_by,
                                          made_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
    )sql",
           organisation, id, import.file_name, import.kind, content, stamp.person, stamp.at);
    return id;
}

std::optional<WaitingImport> find_waiting(const store::Reader& db,
                                          const store::Readable& organisation, WaitingImportId id) {
    return db.one(
        [](const store::Row& row) {
            const auto content = row.get<store::Bytes>(3);
            return WaitingImport{
                row.get<WaitingImportId>(0), row.get<std::string>(1), row.get<std::string>(2),
                std::string(reinterpret_cast<const char*>(content.data()), content.size())};
        },
        R"sql(
            SELECT id, file_name, kind, content
              FROM organisation_imports
             WHERE organisation_id = $1 AND id = $2
        )sql",
        organisation, id);
}

void remove_waiting(store::Writer& db, const store::Writable& organisation) {
    db.run("DELETE FROM organisation_imports WHERE organisation_id = $1", organisation);
}

}  // namespace primum::organisations
