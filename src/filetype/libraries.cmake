find_library(MAGIC magic REQUIRED)
find_path(MAGIC_INCLUDE magic.h REQUIRED)
target_include_directories(${name} SYSTEM PRIVATE ${MAGIC_INCLUDE})
target_link_libraries(${name} PRIVATE ${MAGIC})
