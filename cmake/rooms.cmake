# One static library a room, from the table in src/rooms.txt, and one test program a room.
# A room's own cmake file, src/ROOM/libraries.cmake, names the outside library it wraps.

if(PRIMUM_TESTS)
  find_package(GTest REQUIRED)
  include(GoogleTest)
endif()

# Two thirds of compiling a page was reading the standard library: it is read once, for the first room,
# and once with GoogleTest, for its tests. Files name what they use all the same.
set(PRIMUM_PRECOMPILED <algorithm> <array> <charconv> <chrono> <cmath> <cstdint> <filesystem>
    <functional> <map> <memory> <optional> <set> <span> <stdexcept> <string> <string_view> <variant>
    <vector>)

# precompiled(target first HEADER ...): the target takes the headers that `first` has compiled.
function(precompiled target first)
  if(target STREQUAL first)
    target_precompile_headers(${target} PRIVATE ${ARGN})
    # What ccache takes for the compiled headers, which differ in every folder.
    file(CONFIGURE OUTPUT CMakeFiles/${target}.dir/cmake_pch.hxx.gch.sum
         CONTENT "${ARGN} of ${CMAKE_CXX_COMPILER_VERSION}, GoogleTest ${GTest_VERSION}\n")
  else()
    target_precompile_headers(${target} REUSE_FROM ${first})
  endif()
endfunction()

function(primum_test room program sources)
  if(NOT sources OR NOT PRIMUM_TESTS)
    return()
  endif()
  add_executable(${program} ${sources})
  target_link_libraries(${program} PRIVATE ${room} GTest::gmock GTest::gtest_main)
  target_compile_definitions(${program} PRIVATE PRIMUM_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  precompiled(${program} base_test ${PRIMUM_PRECOMPILED} <gmock/gmock.h> <gtest/gtest.h>)
  gtest_discover_tests(${program} TEST_PREFIX "${room}." DISCOVERY_MODE PRE_TEST
                       PROPERTIES TIMEOUT 600)
endfunction()

function(primum_room name neighbours)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.cpp)
  set(tests ${sources})
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
  # What the tests of several rooms share; not on machines without the packages for tests.
  if(NOT PRIMUM_TESTS)
    list(FILTER sources EXCLUDE REGEX "/testing[a-z_]*\\.cpp$")
  endif()
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  if(NOT sources)
    message(FATAL_ERROR "rooms.txt names ${name}, but src/${name} has no source file")
  endif()

  add_library(${name} STATIC ${sources})
  target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(${name} PUBLIC ${neighbours})
  include(${CMAKE_SOURCE_DIR}/src/${name}/libraries.cmake OPTIONAL)
  precompiled(${name} base ${PRIMUM_PRECOMPILED})

  # Tests of threads are a program of their own, for the thread sanitizer builds no others of a
  # room that has many.
  set(threads ${tests})
  list(FILTER threads INCLUDE REGEX "_threads_test\\.cpp$")
  list(FILTER tests EXCLUDE REGEX "_threads_test\\.cpp$")
  primum_test(${name} ${name}_test "${tests}")
  primum_test(${name} ${name}_threads_test "${threads}")
endfunction()

function(primum_rooms table)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${table})
  file(STRINGS ${table} lines REGEX "^[a-z]+:")
  foreach(line ${lines})
    string(REGEX MATCH "^([a-z]+):(.*)$" _ "${line}")
    set(name ${CMAKE_MATCH_1})
    string(REGEX MATCHALL "[a-z]+" neighbours "${CMAKE_MATCH_2}")
    primum_room(${name} "${neighbours}")
  endforeach()
endfunction()
