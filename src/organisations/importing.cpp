// Sending a file, looking at what it would do, and carrying it out.

#include "organisations/actions.h"
#include "organisations/frame.h"
#include "organisations/import.h"
#include "organisations/import_page.h"

namespace primum::organisations {
namespace {

// More would keep other people's changes waiting for longer than they notice.
constexpr std::size_t kMostAtOnce = 2000;

Checked<Plan> plan_of(const store::Reader& db, const access::Context& context, const Here& here,
                      const WaitingImport& import) {
    const auto reading = read_incoming(import.bytes, import.file_name, import.kind, here.kinds);
    if (!reading) return std::unexpected(reading.error());
    return plan_import(*reading, register_of(db, here.id(), context.today), here.kinds, here.id(),
                       context.today);
}

std::optional<WaitingImport> waiting(const http::Request& request, const access::Context& context,
                                     const Here& here) {
    const auto id = WaitingImportId::parse(request.part("import"));
    if (!id) return {};
    return find_waiting(context.db, context.scope.may_read(here.id()), *id);
}

http::Response look_again(const Here& here, WaitingImportId id) {
    return http::see_other(html::url("/organisations/{}/import/{}", here.id().text(), id.text()));
}

}  // namespace

http::Response ask_for_file(const http::Request& request, access::Context& context) {
    const auto found = here(request, context);
    if (!found) return http::not_found();
    return http::ok(file_page(context, *found, "", {}));
}

http::Response take_file(const http::Request& request, access::Context& context) {
    const auto found = here(request, context);
    if (!found) return http::not_found();
    const std::string kind(context.form.text("kind"));
    const auto refused = [&](std::string sentence) {
        Problems problems;
        problems.add("file", std::move(sentence));
        return http::unprocessable(file_page(context, *found, kind, problems));
    };
    const http::Upload* file = context.form.file("file");
    if (file == nullptr) return refused("Choose a file.");
    const WaitingImport import{
        .id = {}, .file_name = file->file_name, .kind = kind, .bytes = file->bytes};
    if (const auto plan = plan_of(context.db, context, *found, import); !plan)
        return refused(plan.error().sentence);

    const auto owner = context.scope.may_write(found->id());
    return context.save([&](store::Writer& db) {
        return look_again(*found, save_waiting(db, owner, context.stamp(), import));
    });
}

http::Response show_plan(const http::Request& request, access::Context& context) {
    const auto found = here(request, context);
    if (!found) return http::not_found();
    const auto import = waiting(request, context, *found);
    if (!import) return http::not_found();
    const auto plan = plan_of(context.db, context, *found, *import);
    if (!plan) return http::not_found();  // this program reads fewer files than an earlier one did
    return http::ok(plan_page(context, *found, *plan, *import));
}

http::Response carry_out_plan(const Neighbours& neighbours, const http::Request& request,
                              access::Context& context) {
    const auto found = here(request, context);
    if (!found) return http::not_found();
    const auto import = waiting(request, context, *found);
    if (!import) return http::not_found();

    const auto owner = context.scope.may_write(found->id());
    return context.save([&](store::Writer& db) {
        const auto plan = plan_of(db, context, *found, *import);
        if (!plan) return http::not_found();
        if (carry_out(db, *plan, context.stamp(), kMostAtOnce, neighbours) > 0)
            return look_again(*found, import->id);
        remove_waiting(db, owner);
        return done(found->id(), "imported");
    });
}

}  // namespace primum::organisations
