# The tests of the tree catch what they are there for: each fault below is put
# into a small tree of its own, and the test has to name it.
# cmake -DSCRATCH=<folder> -P tests/tree/catches.cmake
cmake_minimum_required(VERSION 3.25)

set(here "${CMAKE_CURRENT_LIST_DIR}")

# A tree in which nothing is wrong.
function(sound_tree)
  file(REMOVE_RECURSE "${SCRATCH}")
  file(WRITE "${SCRATCH}/plugin/base/str.h" "#include <string.h>\n")
  file(WRITE "${SCRATCH}/plugin/text/fold.c"
       "#include \"base/str.h\"\n#include <unicode/uchar.h>\n")
  file(WRITE "${SCRATCH}/plugin/checks/rules.def"
       "/* sorted */\nBL_RULE(a_one)\nBL_RULE(b_two)\n")
  foreach(name a_one b_two)
    string(REPLACE "_" "-" id ${name})
    file(WRITE "${SCRATCH}/plugin/checks/${name}.c"
         "#include \"text/fold.h\"\n\nconst bl_check bl_check_${name} = {\n"
         "    .id = \"${id}\",\n};\n")
    file(WRITE "${SCRATCH}/plugin/checks/${name}.md" "# ${id}\n")
  endforeach()
  file(WRITE "${SCRATCH}/include/bilint/bilint.h"
       "/**\n * Does.\n *\n * [owner: nobody]\n * [thread: any]\n"
       " * [since: 0.1]\n */\nBILINT_API int BILINT_CALL bilint_do(void);\n")
  file(WRITE "${SCRATCH}/plugin/lexicon/dictionary_files.c"
       "static const char *const file_names[N] = {\n    \"dates.txt\",\n};\n")
  file(WRITE "${SCRATCH}/plugin/lexicon/dictionary_keys.c"
       "bl_str_equal(at->keyword, BL_STR(\"ending\"))\n"
       "{ { \"noun\", offsetof(bl_language, nouns) } }\n")
  file(WRITE "${SCRATCH}/plugin/lexicon/dictionary_spelling.c"
       "bl_str_equal(at->keyword, BL_STR(\"typed\"))\n"
       "{ { \"onset\", BL_SYLLABLE_ONSET } }\n")
  file(WRITE "${SCRATCH}/plugin/model/sense.h"
       "    X(MONTH, \"month\", NUMBER)\n")
  file(WRITE "${SCRATCH}/dictionaries/README.md"
       "`month` `ending` `noun` `typed` `onset`\n")
  file(WRITE "${SCRATCH}/dictionaries/en/dates.txt" "month 5|May\n")
  file(WRITE "${SCRATCH}/README.md" "A tree.\n")
endfunction()

function(run test)
  execute_process(COMMAND "${CMAKE_COMMAND}" "-DROOT=${SCRATCH}"
                          -P "${here}/${test}.cmake"
                  RESULT_VARIABLE result OUTPUT_VARIABLE out
                  ERROR_VARIABLE err)
  set(result ${result} PARENT_SCOPE)
  # CMake breaks long lines.
  string(REGEX REPLACE "[ \n]+" " " said "${out}${err}")
  set(said "${said}" PARENT_SCOPE)
endfunction()

# catches(<test> <file> <text> <what it says>)
function(catches test f text says)
  sound_tree()
  if(text STREQUAL "(remove)")
    file(REMOVE "${SCRATCH}/${f}")
  else()
    file(WRITE "${SCRATCH}/${f}" "${text}")
  endif()
  run(${test})
  string(FIND "${said}" "${says}" at)
  if(result EQUAL 0 OR at LESS 0)
    message(SEND_ERROR "${test} with ${f} changed: wanted \"${says}\", "
                       "got ${result}: ${said}")
  endif()
endfunction()

foreach(test layers rules headers dictionaries keys files names)
  sound_tree()
  run(${test})
  if(NOT result EQUAL 0)
    message(SEND_ERROR "${test} finds fault with a sound tree: ${said}")
  endif()
endforeach()

catches(layers plugin/text/fold.c "#include \"checks/check.h\"\n"
        "text/ may not include checks/")
catches(layers plugin/cli/x.c "#include \"base/str.h\"\n"
        "cli/ may not include base/")
catches(layers plugin/util/x.c "#include <string.h>\n" "no layer")
catches(layers plugin/x.c "#include <string.h>\n" "no layer")
catches(layers plugin/text/x.c "#include <libxml/parser.h>\n"
        "<libxml> only in readers/")
catches(layers plugin/lexicon/x.c "# include <unicode/uchar.h>\n"
        "<unicode> only in text/")
catches(layers plugin/text/x.c "#include <hunspell/hunspell.h>\n"
        "<hunspell> only in lexicon/")
catches(layers plugin/api/x.c "#include <yaml.h>\n" "<yaml> only in config/")
catches(layers plugin/text/x.c "#include \"fold.h\"\n" "not by folder")

catches(rules plugin/checks/rules.def "BL_RULE(b_two)\nBL_RULE(a_one)\n"
        "not sorted")
catches(rules plugin/checks/rules.def
        "BL_RULE(a_one)\nBL_RULE(a_one)\nBL_RULE(b_two)\n" "not sorted")
catches(rules plugin/checks/rules.def "BL_RULE(a_one)\n"
        "bl_check_b_two is not in rules.def")
catches(rules plugin/checks/rules.def "" "no rule seen")
catches(rules plugin/checks/a_one.md "(remove)" "no page a_one.md")
catches(rules plugin/checks/c.md "# c\n" "a page of no rule")
catches(rules plugin/checks/a_one.c
        "const bl_check bl_check_a_one = {\n    .id = \"one\",\n};\n"
        "the id is not \"a-one\"")

catches(headers include/bilint/bilint.h
        "BILINT_API int BILINT_CALL bilint_do(void);\n" "but 1 exported")
foreach(clause owner thread since)
  set(text "/**\n * [owner: a]\n * [thread: b]\n * [since: c]\n */\n")
  string(REGEX REPLACE " \\* .${clause}: .\\]\n" "" text "${text}")
  catches(headers include/bilint/bilint.h
          "${text}BILINT_API int BILINT_CALL bilint_do(void);\n"
          "bilint_do does not say [${clause}: ]")
  catches(headers include/bilint/host.h
          "typedef struct h {\n${text}    int (BILINT_CALL *step)(int);\n} h;\n"
          "step does not say [${clause}: ]")
endforeach()

catches(dictionaries dictionaries/en/date.txt "month 5|May\n"
        "no file that the library reads")
catches(dictionaries dictionaries/english/dates.txt "month 5|May\n"
        "not <language tag>/<file>")
catches(dictionaries dictionaries/en/more/dates.txt "month 5|May\n"
        "not <language tag>/<file>")
catches(dictionaries dictionaries/en/dates.txt "" "is empty")

foreach(key month ending noun typed onset)
  string(REPLACE "`${key}`" "" page
    "`month` `ending` `noun` `typed` `onset`\n")
  catches(keys dictionaries/README.md "${page}" "the key ${key} is not in it")
endforeach()

string(REPEAT "0123456789" 60000 large)
catches(files docs/large.txt "${large}" "docs/large.txt has 600000 bytes")
string(JOIN "" mark "TO" "DO")
catches(files plugin/text/fold.c "/* ${mark}: later */\n" "no issue number")

catches(names plugin/model/str.h "" "the name is plugin/base/str.h's")
catches(names plugin/model/Str.h "" "not snake_case")

file(REMOVE_RECURSE "${SCRATCH}")
