# A file's name says which one it is: no name twice in plugin/, but for the
# main.c of each program.
# cmake [-DROOT=<tree>] [-DKNOWN=<names that are twice>] -P names.cmake
cmake_minimum_required(VERSION 3.25)

if(NOT DEFINED ROOT)
  get_filename_component(ROOT "${CMAKE_CURRENT_LIST_DIR}/../.." ABSOLUTE)
endif()
list(APPEND KNOWN main.c)
file(GLOB_RECURSE files RELATIVE "${ROOT}/plugin" "${ROOT}/plugin/*.c"
     "${ROOT}/plugin/*.h")
set(seen 0)
foreach(f IN LISTS files)
  get_filename_component(name "${f}" NAME)
  if(NOT name MATCHES "^[a-z][a-z0-9_]*\\.[ch]$")
    message(SEND_ERROR "plugin/${f}: not snake_case")
  endif()
  if(DEFINED first_${name} AND NOT name IN_LIST KNOWN)
    message(SEND_ERROR "plugin/${f}: the name is plugin/${first_${name}}'s")
  endif()
  set(first_${name} "${f}")
  math(EXPR seen "${seen} + 1")
endforeach()
if(seen EQUAL 0)
  message(FATAL_ERROR "no file seen")
endif()
message(STATUS "${seen} names checked")
