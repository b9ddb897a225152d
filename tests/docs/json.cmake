# What bilint writes as JSON lines is valid by the schemas of json.md: the
# findings of every example of every rule page, and of a document, which has
# places; and the rules.
# cmake -DBILINT=bilint -DSPEC=bilint_spec -DJSONL=bilint_jsonl -DROOT=<tree>
#       -DWORK=<folder> -P json.cmake

set(page "${ROOT}/docs/reference/json.md")
file(REMOVE_RECURSE "${WORK}")
file(MAKE_DIRECTORY "${WORK}")
file(GLOB pages "${ROOT}/plugin/checks/*.md")
# Whether the pages are right is for the tests of the rules to say.
execute_process(COMMAND "${SPEC}" --jsonl "${WORK}/pages.jsonl" ${pages}
  OUTPUT_QUIET ERROR_QUIET)
file(GLOB documents "${CMAKE_CURRENT_LIST_DIR}/json/*.xlf")
execute_process(
  COMMAND "${BILINT}" check --no-config --format jsonl ${documents}
  OUTPUT_FILE "${WORK}/documents.jsonl" ERROR_VARIABLE said
  RESULT_VARIABLE status)
if(status GREATER 1)
  message(FATAL_ERROR "bilint check: status ${status}\n${said}")
endif()
execute_process(COMMAND "${JSONL}" "${page}" finding
  "${WORK}/pages.jsonl" "${WORK}/documents.jsonl"
  COMMAND_ERROR_IS_FATAL ANY)
# A document alone has every member that there is.
execute_process(COMMAND "${JSONL}" "${page}" finding "${WORK}/documents.jsonl"
  COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND "${BILINT}" rules --format jsonl
  OUTPUT_FILE "${WORK}/rules.jsonl" COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND "${JSONL}" "${page}" rule "${WORK}/rules.jsonl"
  COMMAND_ERROR_IS_FATAL ANY)
