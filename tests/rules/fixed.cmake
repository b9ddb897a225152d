# bilint_spec --fix writes what is found, and the page then passes.
# cmake -DSPEC=bilint_spec -DWORK=<folder> -P fixed.cmake

file(MAKE_DIRECTORY "${WORK}")
configure_file("${CMAKE_CURRENT_LIST_DIR}/fixed/before.md"
               "${WORK}/page.md" COPYONLY)
execute_process(COMMAND "${SPEC}" --fix --rule word-repeated "${WORK}/page.md"
  OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND "${CMAKE_COMMAND}" -E compare_files
  "${WORK}/page.md" "${CMAKE_CURRENT_LIST_DIR}/fixed/after.md"
  COMMAND_ERROR_IS_FATAL ANY)
# One of its examples is silent now, and stands under the wrong heading.
execute_process(COMMAND "${SPEC}" --rule word-repeated "${WORK}/page.md"
  RESULT_VARIABLE status OUTPUT_QUIET ERROR_VARIABLE said)
if(NOT status EQUAL 1 OR NOT said MATCHES
   "^[^\n]*page.md:20: nothing is found in this example[^\n]*\n$")
  message(FATAL_ERROR "after --fix: status ${status}\n${said}")
endif()
