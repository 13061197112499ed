# How everything is compiled: one place for warnings, optimisation, sanitizers, cache and linker.

add_compile_options(
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror
  $<$<COMPILE_LANGUAGE:CXX>:-Wnon-virtual-dtor> $<$<COMPILE_LANGUAGE:CXX>:-Wold-style-cast>
  # A designated initialiser names what differs from the defaults; that is its point.
  -Wno-missing-field-initializers)

if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 warns of its own std::string (GCC bugs 105651 and 105329) and std::variant (GCC bug 105562),
  # more so out of a precompiled header; the address sanitizer looks for what is really out of bounds.
  add_compile_options(-Wno-restrict -Wno-array-bounds -Wno-stringop-overflow -Wno-stringop-overread
                      $<$<CONFIG:Release>:-Wno-maybe-uninitialized>)
endif()

if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  # libstdc++ 12 calls a function in std::stable_sort that it has itself deprecated.
  add_compile_options(-Wno-deprecated-declarations)
  # `omp simd` is a permission here, not a demand; without optimisation clang declines.
  add_compile_options(-Wno-pass-failed)
endif()

# The answer must not depend on how the compiler pairs a multiplication with an addition.
add_compile_options(-ffp-contract=off)
# `#pragma omp simd` only: it lets a loop name the sum that may be taken in another order.
add_compile_options(-fopenmp-simd)

set(CMAKE_CXX_FLAGS_RELEASE "-O3 -g1 -DNDEBUG")
set(CMAKE_CXX_FLAGS_DEV "-O1 -g1")
set(CMAKE_C_FLAGS_RELEASE "-O3 -g1 -DNDEBUG")
set(CMAKE_C_FLAGS_DEV "-O2 -g1")

if(PRIMUM_SANITIZE)
  add_compile_options(-fsanitize=${PRIMUM_SANITIZE} -fno-sanitize-recover=all
                      -fno-omit-frame-pointer)
  # Optimising what the checks of memory have added takes a third of the time with -O1, and minutes
  # for SQLite with -O2.
  if(PRIMUM_SANITIZE MATCHES "address")
    set(CMAKE_CXX_FLAGS_DEV "-Og -g1")
    set(CMAKE_C_FLAGS_DEV "-O1 -g1")
  endif()
  add_link_options(-fsanitize=${PRIMUM_SANITIZE})
endif()
if(PRIMUM_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

find_program(CCACHE ccache)
if(CCACHE)
  # What ccache must be told before it keeps what was compiled with precompiled headers.
  set(CMAKE_CXX_COMPILER_LAUNCHER
      ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros CCACHE_PCH_EXTSUM=1 ${CCACHE})
  set(CMAKE_C_COMPILER_LAUNCHER ${CCACHE})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fpch-preprocess>)
  endif()
endif()

find_program(MOLD mold)
if(MOLD)
  add_link_options(-fuse-ld=mold)
endif()

# Paths of the build machine stay out of the executable, and ccache hits in any folder.
add_compile_options(-ffile-prefix-map=${CMAKE_SOURCE_DIR}=.)
