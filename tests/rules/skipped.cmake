# A page whose dictionary is missing everywhere ends with status 77 and says
# how many of its examples were not tried.
# cmake -DSPEC=bilint_spec -P skipped.cmake

execute_process(
  COMMAND "${SPEC}" --rule spelling "${CMAKE_CURRENT_LIST_DIR}/skipped/tlh.md"
  RESULT_VARIABLE status OUTPUT_VARIABLE out ERROR_VARIABLE said)
if(NOT status EQUAL 77 OR NOT out MATCHES "3 examples, 3 skipped, 0 wrong")
  message(FATAL_ERROR "status ${status}\n${out}${said}")
endif()
