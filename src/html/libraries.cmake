# No library here; but some programs must not compile.
add_test(NAME html.RefusesUnsafePrograms
         COMMAND ${CMAKE_SOURCE_DIR}/src/html/refused/check ${CMAKE_CXX_COMPILER}
                 ${CMAKE_SOURCE_DIR}/src)
