find_package(PkgConfig REQUIRED)
pkg_check_modules(LIBRSVG REQUIRED IMPORTED_TARGET librsvg-2.0 cairo cairo-pdf)
target_link_libraries(${name} PRIVATE PkgConfig::LIBRSVG)
