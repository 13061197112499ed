#include "crypto/password.h"

#include <new>

#include "crypto/mac.h"
#include "crypto/sodium.h"
#include "crypto/token.h"

namespace primum::crypto {

/// One of the few places in which a hash may be under way.
class Passwords::Turn {
public:
    explicit Turn(Passwords& passwords) : passwords_(passwords) {
        std::unique_lock lock(passwords_.mutex_);
        if (passwords_.free_ == 0) {
            if (passwords_.places_ == 0) throw Busy("Too many people are signing in at once.");
            --passwords_.places_;
            passwords_.one_is_free_.wait(lock, [&] { return passwords_.free_ > 0; });
            ++passwords_.places_;
        }
        --passwords_.free_;
    }
    ~Turn() {
        {
            const std::lock_guard lock(passwords_.mutex_);
            ++passwords_.free_;
        }
        passwords_.one_is_free_.notify_one();
    }
    Turn(const Turn&) = delete;

private:
    Passwords& passwords_;
};

Passwords::Passwords(std::string pepper, PasswordCost cost, unsigned at_once, unsigned waiting)
    : pepper_(std::move(pepper)), cost_(cost), free_(at_once), places_(waiting) {
    make_sodium_ready();
}

std::string Passwords::hash(std::string_view password) {
    const Turn turn(*this);
    const std::string secret = peppered(password);
    char text[crypto_pwhash_STRBYTES];
    if (::crypto_pwhash_str_alg(text, secret.data(), secret.size(), cost_.passes,
                                std::size_t{cost_.memory_kib} * 1024,
                                crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::bad_alloc();
    return text;
}

Passwords::Answer Passwords::check(std::string_view password, std::string_view hash) {
    const Turn turn(*this);
    const std::string secret = peppered(password);
    const std::string text(hash);
    if (::crypto_pwhash_str_verify(text.c_str(), secret.data(), secret.size()) != 0)
        return Answer::wrong;
    const bool outdated =
        ::crypto_pwhash_str_needs_rehash(text.c_str(), cost_.passes,
                                         std::size_t{cost_.memory_kib} * 1024) != 0;
    return outdated ? Answer::right_and_outdated : Answer::right;
}

void Passwords::check_nobody(std::string_view password) {
    // Hashing takes as long as checking, for checking is hashing and a comparison.
    (void)hash(password);
}

// As text, for the library stops reading at a zero byte; and of one length, however long the
// password is.
std::string Passwords::peppered(std::string_view password) const {
    return base64url(hmac_sha256(pepper_, password));
}

}  // namespace primum::crypto
