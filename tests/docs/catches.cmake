# bilint-dev docs fails for what it is there to find: each mistake is put into
# a copy of the documentation, and must be told.
# cmake -DDEV=bilint-dev -DPROGRAMS=<folders> -DROOT=<tree> -DWORK=<folder>
#       -P catches.cmake

set(tree "${WORK}/tree")

function(copy_tree)
  file(REMOVE_RECURSE "${tree}")
  file(COPY "${ROOT}/docs" "${ROOT}/include" "${ROOT}/dictionaries"
       DESTINATION "${tree}")
  file(GLOB pages "${ROOT}/*.md")
  file(COPY ${pages} DESTINATION "${tree}")
  file(GLOB pages "${ROOT}/plugin/checks/*.md")
  file(COPY ${pages} DESTINATION "${tree}/plugin/checks")
  file(COPY "${ROOT}/plugin/cli/options.def" DESTINATION "${tree}/plugin/cli")
  # What README.md shows and links to.
  file(COPY "${ROOT}/packaging/sample" DESTINATION "${tree}/packaging")
  file(COPY "${ROOT}/tests/bench/README.md" DESTINATION "${tree}/tests/bench")
  file(COPY "${ROOT}/LICENSE" DESTINATION "${tree}")
endfunction()

# Replace `from` by `to` in a file of the copy; `why` must be said.
function(caught path from to why)
  copy_tree()
  file(READ "${tree}/${path}" text)
  string(FIND "${text}" "${from}" at)
  if(at LESS 0)
    message(FATAL_ERROR "${path} does not say: ${from}")
  endif()
  string(REPLACE "${from}" "${to}" text "${text}")
  file(WRITE "${tree}/${path}" "${text}")
  execute_process(COMMAND "${DEV}" docs --root "${tree}" --path "${PROGRAMS}"
    RESULT_VARIABLE status OUTPUT_QUIET ERROR_VARIABLE said)
  string(FIND "${said}" "${why}" at)
  if(NOT status EQUAL 1 OR at LESS 0)
    message(SEND_ERROR
            "${path}: status ${status}, said\n${said}\nwanted ${why}")
  endif()
endfunction()

# The copy as it is: what is found in it stands in the tree too.
copy_tree()
execute_process(COMMAND "${DEV}" docs --root "${tree}" --path "${PROGRAMS}"
  OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)

caught(docs/rules/README.md "[number-mismatch](" "[number-mismatches]("
       "not what it is made from")
caught(README.md "4,85 tỷ USD (4 850 000 000)" "4,85 tỷ USD (4 580 000 000)"
       "README.md:")
caught(packaging/sample/delivery.xlf "4,85 tỷ USD" "4,58 tỷ USD"
       "README.md:")
caught(docs/reference/configuration.md "docs: keys -->" "docs: kes -->"
       "no such block, or nothing in it: kes")
caught(docs/reference/cli.md "<!-- end -->" "<!-- End -->"
       "the block has no end")
caught(docs/reference/c-api.md "docs: $ check_pair" "docs: $ check_pears"
       "no such block, or nothing in it: $ check_pears")
caught(docs/reference/c-api.md "docs: type bilint_mark"
       "docs: type bilint_marks"
       "no such block, or nothing in it: type bilint_marks")
caught(docs/reference/bilint.1 ".It Fl f , " ".It Fl F , "
       "not what it is made from")
caught(docs/reference/example/check_pair.c "4,85" "4,58"
       "docs/reference/c-api.md:")
caught(docs/reference/cli.md "(configuration.md)" "(konfiguration.md)"
       "a link to nothing: docs/reference/konfiguration.md")
caught(plugin/checks/whitespace_edge.md "    spaces: no" "    space: no"
       "bilint refuses this configuration: the rule has no such option")
caught(plugin/checks/number_format.md "separators" "separator"
       "plugin/checks/number_format.md: the message `separators` is not")
