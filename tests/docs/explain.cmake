# bilint explain prints the page of each rule, byte for byte.
# cmake -DBILINT=bilint -DCHECKS=plugin/checks "-DRULES=a;b" -P explain.cmake

if(NOT RULES)
  message(FATAL_ERROR "no rule")
endif()
foreach(name IN LISTS RULES)
  string(REPLACE "_" "-" id "${name}")
  execute_process(COMMAND "${BILINT}" explain ${id}
    OUTPUT_VARIABLE said COMMAND_ERROR_IS_FATAL ANY)
  file(READ "${CHECKS}/${name}.md" page)
  if(NOT said STREQUAL page)
    message(SEND_ERROR "bilint explain ${id} is not ${name}.md")
  endif()
endforeach()
