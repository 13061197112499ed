// The template of a programme: its parts and its tasks.

#include "programmes/programme.h"

#include "programmes/programme_rows.h"

namespace primum::programmes {

namespace {

Part read_template_part(const store::Row& row) {
    return {.position = row.get<int>(0),
            .part = row.get<std::string>(1),
            .title = row.get<std::string>(2),
            .who = row.get<std::string>(3),
            .kind = row.get<std::string>(4),
            .length_days = row.get<double>(5),
            .starts_after_days = row.get<int>(6),
            .output = row.get<std::string>(7),
            .prepare = row.get<std::string>(8),
            .rev = row.get<std::int64_t>(9)};
}

int next_position(const std::vector<Part>& parts) {
    return parts.empty() ? 1 : parts.back().position + 1;
}
int next_position(const std::vector<Task>& tasks) {
    return tasks.empty() ? 1 : tasks.back().position + 1;
}

}  // namespace

std::vector<Part> template_of(const store::Reader& db, ProgrammeId programme) {
    return db.all(read_template_part, R"sql(
        SELECT position, part, title, who, kind, length_days, starts_after_days, output, prepare,
               rev
          FROM programme_parts
         WHERE programme_id = $1
         ORDER BY position
    )sql",
                  programme);
}

std::vector<Task> template_tasks_of(const store::Reader& db, ProgrammeId programme) {
    return db.all(
        [](const store::Row& row) {
            return Task{.position = row.get<int>(0),
                        .title = row.get<std::string>(1),
                        .help = row.get<std::string>(2),
                        .due_after_days = row.get<int>(3),
                        .rev = row.get<std::int64_t>(4)};
        },
        R"sql(
            SELECT position, title, help, due_after_days, rev
              FROM programme_tasks
             WHERE programme_id = $1
             ORDER BY position
        )sql",
        programme);
}

bool save_template_part(store::Writer& db, const store::Stamp& stamp, const Programme& programme,
                        const Part& part) {
    const bool saved =
        db.run(R"sql(
        UPDATE programme_parts
           SET part = $4, title = $5, who = $6, kind = $7, length_days = $8,
               starts_after_days = $9, output = $10, prepare = $11, rev = rev + 1
         WHERE programme_id = $1 AND position = $2 AND rev = $3
    )sql",
               programme.id, part.position, part.rev, part.part, part.title, part.who, part.kind,
               part.length_days, part.starts_after_days, part.output, part.prepare) == 1;
    if (saved)
        note(db, stamp, programme, "programmes.save_part", programme.id.text(),
             described(part, false));
    return saved;
}

bool save_template_task(store::Writer& db, const store::Stamp& stamp, const Programme& programme,
                        const Task& task) {
    const bool saved = db.run(R"sql(
        UPDATE programme_tasks SET title = $4, help = $5, due_after_days = $6, rev = rev + 1
         WHERE programme_id = $1 AND position = $2 AND rev = $3
    )sql",
                              programme.id, task.position, task.rev, task.title, task.help,
                              task.due_after_days) == 1;
    if (saved)
        note(db, stamp, programme, "programmes.save_task", programme.id.text(),
             described(task, false));
    return saved;
}

void add_template_part(store::Writer& db, const store::Stamp& stamp, const Programme& programme,
                       Part part) {
    part.position = next_position(template_of(db, programme.id));
    insert(db, programme.id, part);
    note(db, stamp, programme, "programmes.add_part", programme.id.text(), described(part, false));
}

void add_template_task(store::Writer& db, const store::Stamp& stamp, const Programme& programme,
                       Task task) {
    task.position = next_position(template_tasks_of(db, programme.id));
    insert(db, programme.id, task);
    note(db, stamp, programme, "programmes.add_task", programme.id.text(), described(task, false));
}

bool remove_template_part(store::Writer& db, const store::Stamp& stamp, const Programme& programme,
                          const Part& part) {
    const bool removed =
        db.run("DELETE FROM programme_parts WHERE programme_id = $1 AND position = $2 AND rev = $3",
               programme.id, part.position, part.rev) == 1;
    if (removed)
        note(db, stamp, programme, "programmes.remove_part", programme.id.text(),
             described(part, false));
    return removed;
}

bool remove_template_task(store::Writer& db, const store::Stamp& stamp, const Programme& programme,
                          const Task& task) {
    const bool removed =
        db.run("DELETE FROM programme_tasks WHERE programme_id = $1 AND position = $2 AND rev = $3",
               programme.id, task.position, task.rev) == 1;
    if (removed)
        note(db, stamp, programme, "programmes.remove_task", programme.id.text(),
             described(task, false));
    return removed;
}

}  // namespace primum::programmes
