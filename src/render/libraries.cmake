find_package(PkgConfig REQUIRED)
pkg_check_modules(LIBRSVG REQUIRED librsvg-2.0 cairo cairo-pdf)
# Headers only: library.h loads the rest when it is needed.
target_include_directories(${name} SYSTEM PRIVATE ${LIBRSVG_INCLUDE_DIRS})
target_link_libraries(${name} PRIVATE ${CMAKE_DL_LIBS})
