#include "crypto/password.h"

#include <gmock/gmock.h>

#include <atomic>
#include <latch>
#include <thread>
#include <vector>

namespace primum::crypto {
namespace {

using Answer = Passwords::Answer;
using testing::StartsWith;

constexpr PasswordCost kCheap{.memory_kib = 1024, .passes = 1};

TEST(Passwords, AreKeptAsOwaspAdvises) {
    Passwords passwords("pepper");
    const std::string hash = passwords.hash("correct horse battery staple");
    EXPECT_THAT(hash, StartsWith("$argon2id$v=19$m=47104,t=1,p=1$"));
    EXPECT_EQ(passwords.check("correct horse battery staple", hash), Answer::right);
    EXPECT_EQ(passwords.check("correct horse battery staplf", hash), Answer::wrong);
}

TEST(Passwords, AreReadToTheirEnd) {
    Passwords passwords("pepper", kCheap);
    const std::string with_zero("before\0after", 12);
    const std::string hash = passwords.hash(with_zero);
    EXPECT_EQ(passwords.check(with_zero, hash), Answer::right);
    EXPECT_EQ(passwords.check("before", hash), Answer::wrong);
    const std::string longest(512, 'x');
    EXPECT_EQ(passwords.check(longest + "y", passwords.hash(longest)), Answer::wrong);
}

TEST(Passwords, NeedThePepper) {
    const std::string hash = Passwords("pepper", kCheap).hash("password");
    EXPECT_EQ(Passwords("salt", kCheap).check("password", hash), Answer::wrong);
}

TEST(Passwords, AreOutdatedWhereHashesCostMoreNow) {
    const std::string hash = Passwords("pepper", kCheap).hash("password");
    Passwords dearer("pepper", {.memory_kib = 2048, .passes = 1});
    EXPECT_EQ(dearer.check("password", hash), Answer::right_and_outdated);
    EXPECT_EQ(dearer.check("another", hash), Answer::wrong);
}

TEST(Passwords, AreWrongWhereTheHashIsNone) {
    Passwords passwords("pepper", kCheap);
    EXPECT_EQ(passwords.check("password", ""), Answer::wrong);
    EXPECT_EQ(passwords.check("password", "$argon2id$v=19$m=47104,t=1,p=1$rubbish"), Answer::wrong);
}

// One place and nobody may wait: of several at once somebody is refused, and nobody hangs.
TEST(Passwords, RefuseRatherThanQueueWithoutEnd) {
    Passwords passwords("pepper", {.memory_kib = 65'536, .passes = 2}, 1, 0);
    constexpr int kPeople = 8;
    std::latch start(kPeople);
    std::atomic<int> done = 0;
    std::atomic<int> refused = 0;
    {
        std::vector<std::jthread> people;
        for (int i = 0; i < kPeople; ++i)
            people.emplace_back([&] {
                start.arrive_and_wait();
                try {
                    passwords.hash("password");
                    ++done;
                } catch (const Busy&) {
                    ++refused;
                }
            });
    }
    EXPECT_EQ(done + refused, kPeople);
    EXPECT_GE(done, 1);
    EXPECT_GE(refused, 1);
    EXPECT_NO_THROW(passwords.hash("password")) << "the place is free again";
}

TEST(Passwords, LetSomeWaitForTheirTurn) {
    Passwords passwords("pepper", kCheap, 2, 32);
    std::atomic<int> done = 0;
    {
        std::vector<std::jthread> people;
        for (int i = 0; i < 16; ++i)
            people.emplace_back([&] {
                passwords.hash("password");
                ++done;
            });
    }
    EXPECT_EQ(done, 16);
}

}  // namespace
}  // namespace primum::crypto
