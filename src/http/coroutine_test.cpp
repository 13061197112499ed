// What g++ 12 does to temporaries in a statement with co_await: why net.h has a rule, and that what
// the rule allows is safe.

#include <gtest/gtest.h>

#include <coroutine>
#include <string>
#include <utility>

namespace {

/// A coroutine that runs at once and cannot wait.
struct Task {
    struct promise_type {
        Task get_return_object() { return {}; }
        std::suspend_never initial_suspend() noexcept { return {}; }
        std::suspend_never final_suspend() noexcept { return {}; }
        void return_void() {}
        void unhandled_exception() { std::terminate(); }
    };
    bool await_ready() const { return true; }
    void await_suspend(std::coroutine_handle<>) const {}
    void await_resume() const {}
};

int alive = 0;

struct Counted {
    Counted() { ++alive; }
    Counted(const Counted&) { ++alive; }
    ~Counted() { --alive; }
};

struct Aggregate {
    Counted counted;
};
struct Class {
    explicit Class(int) {}
    Counted counted;
};

Task take(Aggregate) {
    co_return;
}
Task take_class(Class) {
    co_return;
}
template <class Function>
Task call(Function function) {
    function();
    co_return;
}
Aggregate made() {
    return {};
}

Task with_named_objects() {
    Aggregate named;
    co_await take(std::move(named));
    const Counted counted;
    const auto lambda = [counted] { (void)counted; };
    co_await call(lambda);
}
Task with_temporaries_of_classes() {
    co_await take_class(Class(1));
    co_await call(std::string("x").empty() ? +[] {} : +[] {});
}
Task with_aggregates_of_functions() {
    co_await take(made());
}
Task with_references() {
    const Counted counted;
    co_await call([&] { (void)counted; });
}

TEST(CoroutineRule, AllowsWhatIsDestroyedOnce) {
    alive = 0;
    with_named_objects();
    EXPECT_EQ(alive, 0);
    with_temporaries_of_classes();
    EXPECT_EQ(alive, 0);
    with_aggregates_of_functions();
    EXPECT_EQ(alive, 0);
    with_references();
    EXPECT_EQ(alive, 0);
}

#if defined(__GNUC__) && !defined(__clang__) && __GNUC__ == 12
Task with_a_temporary_aggregate() {
    co_await take(Aggregate{});  // allowed here: it shows the fault
}

// The day this fails, the fault is gone and so may the rule be.
TEST(CoroutineRule, IsStillNeeded) {
    alive = 0;
    with_a_temporary_aggregate();
    EXPECT_EQ(alive, -1);
}
#endif

}  // namespace
