find_package(Boost 1.81 REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(Threads REQUIRED)
target_link_libraries(${name} PRIVATE Boost::headers OpenSSL::SSL OpenSSL::Crypto Threads::Threads)
if(PRIMUM_SANITIZE MATCHES "thread" AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ warns that its thread sanitizer does not follow the fences of Asio's reference counts.
  target_compile_options(${name} PRIVATE -Wno-tsan)
endif()
