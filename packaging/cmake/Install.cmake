# Library, headers, program, data, man page, pkg-config and CMake files.

include(CMakePackageConfigHelpers)

install(TARGETS bilint_shared bilint_static
        LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
        ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(TARGETS bilint RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY include/bilint DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(DIRECTORY dictionaries/
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bilint/dictionaries)
install(FILES docs/reference/bilint.1
        DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)

# Where the prefix is, seen from the file, so that it may be moved with it.
file(RELATIVE_PATH BILINT_PREFIX_FROM_PC
     "${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig" "${CMAKE_INSTALL_PREFIX}")
string(REGEX REPLACE "/$" "" BILINT_PREFIX_FROM_PC "${BILINT_PREFIX_FROM_PC}")
configure_file(packaging/cmake/bilint.pc.in bilint.pc @ONLY)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/bilint.pc"
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

configure_package_config_file(packaging/cmake/bilint-config.cmake.in
  bilint-config.cmake
  INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/bilint
  PATH_VARS CMAKE_INSTALL_FULL_LIBDIR CMAKE_INSTALL_FULL_INCLUDEDIR)
write_basic_package_version_file(bilint-config-version.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/bilint-config.cmake"
              "${CMAKE_CURRENT_BINARY_DIR}/bilint-config-version.cmake"
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/bilint)
