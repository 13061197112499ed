find_package(CURL REQUIRED)
target_link_libraries(${name} PRIVATE CURL::libcurl)
