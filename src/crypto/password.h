#pragma once
// Passwords at rest: Argon2id over a pepper that is not in the database.

#include <condition_variable>
#include <mutex>
#include <stdexcept>
#include <string>
#include <string_view>

namespace primum::crypto {

/// Too many passwords are being checked: nothing was done, try again in a moment.
struct Busy : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// What a hash costs. The defaults are OWASP's and take some 50 ms; lower ones are for tests.
struct PasswordCost {
    unsigned memory_kib = 47'104;
    unsigned passes = 1;
};

class Passwords {
public:
    /// At most `at_once` hashes are under way, for each takes memory; `waiting` more may wait and
    /// the next throws Busy.
    explicit Passwords(std::string pepper, PasswordCost cost = {}, unsigned at_once = 2,
                       unsigned waiting = 32);

    /// A PHC string: "$argon2id$v=19$m=47104,t=1,p=1$…".
    std::string hash(std::string_view password);

    enum class Answer { wrong, right, right_and_outdated };  ///< outdated: hash it again now

    Answer check(std::string_view password, std::string_view hash);

    /// Takes as long as check(): for people who do not exist.
    void check_nobody(std::string_view password);

private:
    class Turn;
    std::string peppered(std::string_view password) const;

    std::string pepper_;
    PasswordCost cost_;
    unsigned free_;
    unsigned places_;
    std::mutex mutex_;
    std::condition_variable one_is_free_;
};

}  // namespace primum::crypto
