find_package(fmt REQUIRED)
target_link_libraries(${name} PRIVATE fmt::fmt)

# The list of common passwords travels inside the executable.
set(words ${CMAKE_BINARY_DIR}/src/people/common_passwords.inc)
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/src/people)
add_custom_command(
  OUTPUT ${words}
  COMMAND node ${CMAKE_SOURCE_DIR}/web/common-passwords.mjs ${words}
  DEPENDS ${CMAKE_SOURCE_DIR}/web/common-passwords.mjs ${CMAKE_SOURCE_DIR}/web/package-lock.json
  VERBATIM)
target_sources(${name} PRIVATE ${words})
target_include_directories(${name} PRIVATE ${CMAKE_BINARY_DIR}/src/people)
