#pragma once
// Which organisations' rows a request may touch. SQL on organisation data takes a key that only a
// Scope makes, so a query that forgets to ask does not compile (sql.h).

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"

namespace primum::store {

class Reader;

/// An organisation whose rows may be read; where they may not, a key that matches no row, so that
/// what is foreign looks exactly like what does not exist.
class Readable {
public:
    std::string_view text() const { return id_.text(); }

private:
    friend class Scope;
    friend class Writable;
    explicit Readable(OrganisationId id) : id_(id) {}
    OrganisationId id_;
};

/// An organisation at or below which every row may be read: the ancestor in a join with
/// organisation_closure.
class ReadableTree {
public:
    std::string_view text() const { return id_.text(); }

private:
    friend class Scope;
    explicit ReadableTree(OrganisationId id) : id_(id) {}
    OrganisationId id_;
};

/// An organisation whose rows may be read and changed.
class Writable {
public:
    std::string_view text() const { return id_.text(); }
    OrganisationId organisation() const { return id_; }
    operator Readable() const;

private:
    friend class Scope;
    explicit Writable(OrganisationId id) : id_(id) {}
    OrganisationId id_;
};

/// Every organisation's rows: for the front door and for jobs. Not bound to any placeholder.
class Everywhere {
    friend class Scope;
    Everywhere() = default;
};

enum class Reach : std::uint8_t { read, write };

class Scope {
public:
    /// A visitor's: no organisation data at all.
    Scope() = default;

    /// What lies at or below these organisations. `db` answers where organisations lie in the tree
    /// and must outlive the scope.
    Scope(const Reader& db, std::vector<OrganisationId> roots, Reach reach);

    /// Everything, for a job; the reason is for the person who reads the code and the log.
    static Scope system(std::string_view reason);

    bool can_read(OrganisationId organisation) const;
    bool can_write(OrganisationId organisation) const;

    Readable may_read(OrganisationId organisation) const;
    ReadableTree may_read_below(OrganisationId organisation) const;

    /// Throws std::logic_error where it is not allowed: ask can_write, or may_edit of the thing,
    /// first and answer 404 or 403.
    Writable may_write(OrganisationId organisation) const;

    /// Of a system scope only; throws std::logic_error otherwise.
    Everywhere everywhere() const;

    /// The organisations whose trees this scope reaches, for lists of "mine".
    const std::vector<OrganisationId>& roots() const { return roots_; }

private:
    const Reader* db_ = nullptr;
    std::vector<OrganisationId> roots_;
    Reach reach_ = Reach::read;
    bool system_ = false;
};

}  // namespace primum::store
