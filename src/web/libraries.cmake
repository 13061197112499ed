find_package(CURL REQUIRED)
find_package(fmt REQUIRED)
target_link_libraries(${name} PRIVATE CURL::libcurl fmt::fmt)
