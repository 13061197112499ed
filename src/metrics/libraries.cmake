find_package(prometheus-cpp REQUIRED CONFIG)
target_link_libraries(${name} PRIVATE prometheus-cpp::core)
