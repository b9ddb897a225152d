# The man page has nothing that mandoc calls an error or a warning.
# cmake -DPAGE=bilint.1 -P man.cmake

find_program(MANDOC mandoc)
if(NOT MANDOC)
  message("skipped: there is no mandoc on this machine")
  return()
endif()
execute_process(COMMAND "${MANDOC}" -T lint -W warning "${PAGE}"
  RESULT_VARIABLE status OUTPUT_VARIABLE out ERROR_VARIABLE said)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "${out}${said}")
endif()
