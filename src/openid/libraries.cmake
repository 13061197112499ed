# libcjose's pkg-config file asks for a development package of jansson that it does not need.
find_path(CJOSE_INCLUDE cjose/cjose.h REQUIRED)
find_library(CJOSE cjose REQUIRED)
find_package(CURL REQUIRED)
find_package(OpenSSL REQUIRED)  # cjose's headers include OpenSSL's
find_package(Boost 1.81 REQUIRED COMPONENTS json)
find_package(fmt REQUIRED)
target_include_directories(${name} SYSTEM PRIVATE ${CJOSE_INCLUDE})
target_link_libraries(${name} PRIVATE ${CJOSE} CURL::libcurl OpenSSL::Crypto Boost::json fmt::fmt)
