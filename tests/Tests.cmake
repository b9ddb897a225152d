# How a test in C is built and run.
#
#   bilint_test(<name> SOURCES <file>... LABELS <label>...
#               [SHARED] [ARGUMENTS <argument>...] [TIMEOUT <seconds>])
#
# A program of the sources, linked with the static library and free to look
# at plugin/, or with the shared one as hosts see it.
#
#   bilint_defect(<name> <defect_...> LABELS <label>...)
#
# A test of that program which shows a mistake of the product that is known
# and not mended yet: it is expected to fail. Whoever mends it takes the line
# and the name's "defect_" away. `ctest -L defect` runs them, and the
# configuration counts them.

find_package(PkgConfig REQUIRED)
pkg_check_modules(CMOCKA REQUIRED IMPORTED_TARGET cmocka)

# Sanitizers and Debug are slower; limits of time are stretched by this.
set(BILINT_TEST_PATIENCE 1)
if(BILINT_SANITIZE MATCHES "thread")
  set(BILINT_TEST_PATIENCE 20)
elseif(BILINT_SANITIZE OR BILINT_COVERAGE)
  set(BILINT_TEST_PATIENCE 10)
elseif(CMAKE_BUILD_TYPE STREQUAL "Debug")
  set(BILINT_TEST_PATIENCE 3)
endif()

function(bilint_test_program target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "SHARED" "" "SOURCES")
  add_executable(${target} ${arg_SOURCES})
  bilint_flags(${target})
  bilint_link_flags(${target})
  target_include_directories(${target} PRIVATE "${PROJECT_SOURCE_DIR}/tests")
  target_compile_definitions(${target} PRIVATE
    BILINT_TREE="${PROJECT_SOURCE_DIR}"
    BILINT_PATIENCE=${BILINT_TEST_PATIENCE})
  target_link_libraries(${target} PRIVATE PkgConfig::CMOCKA Threads::Threads)
  if(arg_SHARED)
    target_link_libraries(${target} PRIVATE bilint_shared)
  else()
    target_include_directories(${target}
      PRIVATE "${PROJECT_SOURCE_DIR}/plugin")
    target_link_libraries(${target} PRIVATE bilint_static)
  endif()
endfunction()

# Labels and time limit of a test that was added.
function(bilint_test_properties name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "TIMEOUT" "LABELS")
  if(NOT arg_LABELS)
    message(FATAL_ERROR "${name}: a test needs a label")
  endif()
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 60)
  endif()
  math(EXPR timeout "${arg_TIMEOUT} * ${BILINT_TEST_PATIENCE}")
  set_tests_properties(${name} PROPERTIES
    LABELS "${arg_LABELS}" TIMEOUT ${timeout} SKIP_RETURN_CODE 77)
endfunction()

function(bilint_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "SHARED" "TIMEOUT"
    "SOURCES;LABELS;ARGUMENTS")
  string(REGEX REPLACE "[.-]" "_" target "test_${name}")
  if(arg_SHARED)
    bilint_test_program(${target} SHARED SOURCES ${arg_SOURCES})
  else()
    bilint_test_program(${target} SOURCES ${arg_SOURCES})
  endif()
  add_test(NAME ${name} COMMAND ${target} ${arg_ARGUMENTS})
  bilint_test_properties(${name} LABELS ${arg_LABELS}
    TIMEOUT "${arg_TIMEOUT}")
endfunction()

# A test that was added shows a known defect.
function(bilint_known_defect name)
  bilint_test_properties(${name} ${ARGN})
  set_property(TEST ${name} APPEND PROPERTY LABELS defect)
  set_tests_properties(${name} PROPERTIES WILL_FAIL TRUE)
  set_property(GLOBAL APPEND PROPERTY bilint_defects ${name})
endfunction()

function(bilint_defect name defect)
  string(REGEX REPLACE "[.-]" "_" target "test_${name}")
  add_test(NAME ${name}.${defect} COMMAND ${target} ${defect})
  bilint_known_defect(${name}.${defect} ${ARGN})
endfunction()

function(bilint_count_defects)
  get_property(defects GLOBAL PROPERTY bilint_defects)
  list(LENGTH defects count)
  if(count GREATER 0)
    message(STATUS "Known defects, shown by tests that are to fail: ${count}")
  endif()
endfunction()
cmake_language(DEFER CALL bilint_count_defects)
