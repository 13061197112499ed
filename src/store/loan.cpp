#include "store/loan.h"

namespace primum::store {
namespace {

class Loan final : public OnConnection {
public:
    Loan(Pool& pool, std::unique_ptr<Connection> connection, Instant now, Random& random)
        : OnConnection(*connection, now, random), pool_(pool), connection_(std::move(connection)) {}

    ~Loan() override {
        try {
            connection_->end_snapshot();
        } catch (const std::exception&) {
            // A connection that cannot even end is not usable(), and the pool closes it.
        }
        pool_.give(std::move(connection_));
    }

private:
    Pool& pool_;
    std::unique_ptr<Connection> connection_;
};

}  // namespace

Lease lend(Pool& pool, std::unique_ptr<Connection> connection, const Clock& clock, Random& random) {
    Connection& lent = *connection;
    auto loan = std::make_unique<Loan>(pool, std::move(connection), clock.now(), random);
    lent.begin_snapshot();
    return Store::lease(loan.release(), [](Reader* reader) { delete static_cast<Loan*>(reader); });
}

}  // namespace primum::store
