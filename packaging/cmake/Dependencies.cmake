# System packages: libxml2, ICU, Hunspell and libyaml, behind one target.

find_package(Threads REQUIRED)
find_package(LibXml2 2.9.14 REQUIRED)
find_package(ICU 72 REQUIRED COMPONENTS uc i18n data)
find_package(PkgConfig REQUIRED)
pkg_check_modules(HUNSPELL REQUIRED IMPORTED_TARGET hunspell)
pkg_check_modules(YAML REQUIRED IMPORTED_TARGET yaml-0.1)

add_library(bilint_dependencies INTERFACE)
target_link_libraries(bilint_dependencies INTERFACE
  LibXml2::LibXml2 ICU::i18n ICU::uc ICU::data PkgConfig::HUNSPELL
  PkgConfig::YAML Threads::Threads ${CMAKE_DL_LIBS})
