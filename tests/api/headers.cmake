# Each public header alone, in every C and C++ that callers may have.
# cmake -DCC=<compiler> [-DCXX=<compiler>] -DINCLUDE=<folder>
#       -DSCRATCH=<folder> -P headers.cmake
cmake_minimum_required(VERSION 3.25)

file(GLOB headers RELATIVE "${INCLUDE}" "${INCLUDE}/bilint/*.h")
if(NOT headers)
  message(FATAL_ERROR "no header in ${INCLUDE}")
endif()

function(compile compiler standard f)
  execute_process(
    COMMAND "${compiler}" -std=${standard} -pedantic -Wall -Wextra -Wundef
            -Wshadow -Werror -fsyntax-only "-I${INCLUDE}" "${f}"
    RESULT_VARIABLE result ERROR_VARIABLE err)
  if(NOT result EQUAL 0)
    message(SEND_ERROR "${f} with -std=${standard}:\n${err}")
  endif()
endfunction()

set(count 0)
foreach(header IN LISTS headers)
  get_filename_component(name "${header}" NAME_WE)
  # Twice: once alone, and once more to no effect. The initialiser and the
  # map are used, since macros are compiled where they are used.
  string(CONCAT text "#include \"${header}\"\n#include \"${header}\"\n"
         "typedef int some_declaration;\n")
  if(name MATCHES "^(bilint|host|status)$")
    string(APPEND text "bilint_error an_error = BILINT_ERROR_INIT;\n"
           "int a_status(void);\n"
           "int a_status(void) { return BILINT_E_ABI; }\n")
  endif()
  file(WRITE "${SCRATCH}/${name}.c" "${text}")
  file(WRITE "${SCRATCH}/${name}.cpp" "${text}")
  foreach(standard c99 c11 c17)
    compile("${CC}" ${standard} "${SCRATCH}/${name}.c")
    math(EXPR count "${count} + 1")
  endforeach()
  if(CXX)
    foreach(standard c++11 c++17 c++20)
      compile("${CXX}" ${standard} "${SCRATCH}/${name}.cpp")
      math(EXPR count "${count} + 1")
    endforeach()
  endif()
endforeach()
if(NOT CXX)
  message(STATUS "no C++ compiler: C++ was left out")
endif()
message(STATUS "${count} compilations")
