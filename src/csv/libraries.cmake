# libcsv has neither a CMake file nor a pkg-config one.
find_path(LIBCSV_INCLUDE csv.h REQUIRED)
find_library(LIBCSV csv REQUIRED)
find_package(fmt REQUIRED)
target_include_directories(${name} PRIVATE ${LIBCSV_INCLUDE})
target_link_libraries(${name} PRIVATE ${LIBCSV} fmt::fmt)
