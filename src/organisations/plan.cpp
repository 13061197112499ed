#include "organisations/plan.h"

#include <algorithm>
#include <utility>

namespace primum::organisations {
namespace {

std::string key(std::string_view system, std::string_view code) {
    return std::string(system).append(1, ' ').append(code);
}

bool differs(const std::optional<Day>& said, const std::optional<Day>& known) {
    return said && said != known;
}

std::optional<Day> opened(const Incoming& row, const Organisation& known) {
    return row.opened ? row.opened : known.opened;
}

std::optional<Day> closed(const Incoming& row, const Organisation& known) {
    return row.closed ? row.closed : known.closed;
}

/// What the file says and what is known already must fit together.
bool dates_agree(const Incoming& row, const Organisation& known) {
    const auto from = opened(row, known);
    const auto until = closed(row, known);
    return !from || !until || *from <= *until;
}

/// Works through a file's rows, those of the greatest kinds first.
class Planner {
public:
    Planner(const Reading& reading, const Register& known, const Kinds& kinds, OrganisationId top,
            Day today)
        : reading_(reading), known_(known), kinds_(kinds), top_(top), today_(today) {}

    Plan make() {
        plan_.system = reading_.system;
        plan_.problems = reading_.problems;
        for (const Incoming* row : in_order())
            consider(*row);
        std::ranges::stable_sort(plan_.problems, {}, &RowNote::row);
        std::ranges::stable_sort(plan_.notes, {}, &RowNote::row);
        return std::move(plan_);
    }

private:
    std::vector<const Incoming*> in_order() const {
        std::vector<const Incoming*> rows;
        rows.reserve(reading_.rows.size());
        for (const Incoming& row : reading_.rows)
            rows.push_back(&row);
        std::ranges::stable_sort(rows, {},
                                 [&](const Incoming* row) { return kinds_.find(row->kind)->rank; });
        return rows;
    }

    void consider(const Incoming& row) {
        const auto [earlier, is_first] = planned_.emplace(row.code, &row);
        if (!is_first)
            return problem(row, "The code {} stands in row {} already: take one of them out.",
                           row.code, std::to_string(earlier->second->row));
        const Register::Entry* known = known_.find(reading_.system, row.code);
        if (known != nullptr && !known->within) {
            planned_.erase(earlier);
            return problem(row, "The code {} belongs to an organisation elsewhere: leave it out.",
                           row.code);
        }
        if (known != nullptr && known->organisation.kind != row.kind) {
            planned_.erase(earlier);
            return problem(row, "It is a {} here but a {} in the file: correct one of them.",
                           known->organisation.kind, row.kind);
        }
        if (known != nullptr && !dates_agree(row, known->organisation)) {
            planned_.erase(earlier);
            return problem(row, "It opens on {} but closes on {}: correct one of the dates.",
                           iso_day(*opened(row, known->organisation)),
                           iso_day(*closed(row, known->organisation)));
        }
        Step step{.row = row, .fate = {}, .known = {}, .parent = {}, .parent_code = {}};
        if (known != nullptr) step.known = known->organisation.id;
        if (!place(step)) {
            planned_.erase(earlier);
            return;
        }
        step.fate = known == nullptr        ? Step::Fate::added
                    : changes(step, *known) ? Step::Fate::changed
                                            : Step::Fate::unchanged;
        plan_.steps.push_back(std::move(step));
    }

    /// Finds the parent; false where that is a problem, which is then noted.
    bool place(Step& step) {
        for (const std::string& code : step.row.parents) {
            if (const auto* parent = known_.find(reading_.system, code);
                parent != nullptr && parent->within)
                return place_below(step, parent->organisation);
            if (const auto planned = planned_.find(code); planned != planned_.end())
                return place_below(step, *planned->second);
        }
        if (!step.row.parents.empty() && reading_.complete_parents) {
            problem(step.row, "Its parent {} is not known: add that one first, or to the file.",
                    step.row.parents.front());
            return false;
        }
        if (step.known) return true;
        const Organisation& top = known_.find(top_)->organisation;
        if (!step.row.parents.empty())
            note(step.row, "None of its parents is known, so it is put directly below {}.",
                 top.name);
        return place_below(step, top);
    }

    bool place_below(Step& step, const Organisation& parent) {
        if (parent.closed && *parent.closed < today_)
            note(step.row, "Its parent {} closed on {}.", parent.name, iso_day(*parent.closed));
        step.parent = parent.id;
        return fits(step, parent.kind);
    }

    bool place_below(Step& step, const Incoming& parent) {
        if (parent.closed && *parent.closed < today_)
            note(step.row, "Its parent {} closed on {}.", parent.name, iso_day(*parent.closed));
        step.parent_code = parent.code;
        return fits(step, parent.kind);
    }

    bool fits(const Step& step, const std::string& parent_kind) {
        if (kinds_.may_lie_below(step.row.kind, parent_kind)) return true;
        problem(step.row, "A {} cannot lie below a {}: correct its parent or its kind.",
                step.row.kind, parent_kind);
        return false;
    }

    static bool changes(const Step& step, const Register::Entry& known) {
        const Organisation& before = known.organisation;
        return step.row.name != before.name || differs(step.row.opened, before.opened) ||
               differs(step.row.closed, before.closed) || moves(step, known);
    }

    /// A known organisation whose parent is new moves for certain.
    static bool moves(const Step& step, const Register::Entry& known) {
        if (!step.parent_code.empty()) return true;
        if (!step.parent) return false;
        if (!known.parent || known.parent->parent != *step.parent) return true;
        const Period& when = known.parent->when;
        return step.row.left && when.from <= *step.row.left && when.until != *step.row.left;
    }

    void problem(const Incoming& row, const char* english, std::string first,
                 std::string second = {}) {
        plan_.problems.push_back({row.row, english, std::move(first), std::move(second)});
    }
    void note(const Incoming& row, const char* english, std::string first,
              std::string second = {}) {
        plan_.notes.push_back({row.row, english, std::move(first), std::move(second)});
    }

    const Reading& reading_;
    const Register& known_;
    const Kinds& kinds_;
    OrganisationId top_;
    Day today_;
    std::unordered_map<std::string_view, const Incoming*> planned_;
    Plan plan_;
};

}  // namespace

void Register::add(Entry entry) {
    const OrganisationId id = entry.organisation.id;
    entries_.insert_or_assign(id, std::move(entry));
}

void Register::name(std::string_view system, std::string_view code, OrganisationId organisation) {
    by_system_.emplace(key(system, code), organisation);
    by_code_.emplace(code, organisation);
}

const Register::Entry* Register::find(std::string_view system, std::string_view code) const {
    if (const auto found = by_system_.find(key(system, code)); found != by_system_.end())
        return find(found->second);
    const auto found = by_code_.find(std::string(code));
    return found == by_code_.end() ? nullptr : find(found->second);
}

const Register::Entry* Register::find(OrganisationId id) const {
    const auto found = entries_.find(id);
    return found == entries_.end() ? nullptr : &found->second;
}

std::size_t Plan::count(Step::Fate fate) const {
    return static_cast<std::size_t>(std::ranges::count(steps, fate, &Step::fate));
}

Plan plan_import(const Reading& reading, const Register& known, const Kinds& kinds,
                 OrganisationId top, Day today) {
    return Planner(reading, known, kinds, top, today).make();
}

}  // namespace primum::organisations
