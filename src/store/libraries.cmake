# SQLite's own amalgamation, from the one npm package that carries it; Debian's is too old to be
# safe with two connections (docs/decisions/0003-libraries.md).
set(sqlite ${CMAKE_SOURCE_DIR}/web/node_modules/better-sqlite3/deps/sqlite3)
add_library(sqlite3 STATIC ${sqlite}/sqlite3.c)
target_include_directories(sqlite3 SYSTEM PUBLIC ${sqlite})
target_compile_options(sqlite3 PRIVATE -w)
target_compile_definitions(sqlite3 PRIVATE
  SQLITE_DQS=0 SQLITE_THREADSAFE=2 SQLITE_DEFAULT_FOREIGN_KEYS=1 SQLITE_OMIT_LOAD_EXTENSION
  SQLITE_OMIT_DEPRECATED SQLITE_OMIT_SHARED_CACHE SQLITE_LIKE_DOESNT_MATCH_BLOBS
  SQLITE_DEFAULT_WAL_SYNCHRONOUS=2 SQLITE_ENABLE_FTS5 SQLITE_USE_ALLOCA SQLITE_ENABLE_DBSTAT_VTAB
  SQLITE_ENABLE_MATH_FUNCTIONS HAVE_FDATASYNC=1)

find_package(fmt REQUIRED)
find_package(Threads REQUIRED)
find_package(PostgreSQL REQUIRED)
target_link_libraries(${name} PRIVATE sqlite3 PostgreSQL::PostgreSQL fmt::fmt PUBLIC Threads::Threads)


# The migrations, in the executable; and for sql.h, which tables hold organisation data.
file(GLOB migrations CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/schema/*.sql)
list(SORT migrations)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${migrations})
set(files "")
set(tables "")
foreach(migration ${migrations})
  get_filename_component(file ${migration} NAME)
  file(READ ${migration} text)
  string(APPEND files "    {\"${file}\", R\"sql(${text})sql\"},\n")
  # A list would break at the semicolons and brackets of SQL.
  string(REGEX REPLACE "[][;]" " " text "${text}")
  string(REGEX MATCHALL "CREATE TABLE [a-z_]+ \\([ \n]*organisation_id " found "${text}")
  foreach(table ${found})
    string(REGEX REPLACE "CREATE TABLE ([a-z_]+).*" "\\1" table "${table}")
    string(APPEND tables "    \"${table}\",\n")
  endforeach()
endforeach()
set(generated ${CMAKE_BINARY_DIR}/generated)
configure_file(${CMAKE_SOURCE_DIR}/src/store/organisation_tables.h.in
               ${generated}/store/organisation_tables.h @ONLY)
configure_file(${CMAKE_SOURCE_DIR}/src/store/migration_files.cpp.in
               ${generated}/store/migration_files.cpp @ONLY)
target_sources(${name} PRIVATE ${generated}/store/migration_files.cpp)
target_include_directories(${name} PUBLIC ${generated})

add_test(NAME store.RefusesUnsafeStatements
         COMMAND ${CMAKE_SOURCE_DIR}/src/store/refused/check ${CMAKE_CXX_COMPILER}
                 ${CMAKE_SOURCE_DIR}/src ${generated})

if(PRIMUM_TESTS) # one test replaces SQLite's file layer
  cmake_language(DEFER CALL target_link_libraries store_test PRIVATE sqlite3)
endif()
