find_package(CLI11 REQUIRED)
find_package(fmt REQUIRED)
target_link_libraries(${name} PRIVATE CLI11::CLI11 fmt::fmt)
target_compile_definitions(${name} PRIVATE PRIMUM_VERSION="0.1.0")
