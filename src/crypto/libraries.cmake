find_package(OpenSSL REQUIRED)
target_link_libraries(${name} PRIVATE OpenSSL::Crypto)
