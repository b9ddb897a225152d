# Compiled languages: languages/<language>.bin in the build tree. They only save
# time when a language is loaded, see docs/design/decisions/
# 0013-compiled-languages.md; the bytes are the same on every machine, but
# making them takes a program that runs here.

if(CMAKE_CROSSCOMPILING AND NOT CMAKE_CROSSCOMPILING_EMULATOR)
  message(STATUS "Languages are not compiled: nothing runs bilint-dev here")
  return()
endif()

set(dictionaries "${CMAKE_CURRENT_SOURCE_DIR}/dictionaries")
set(folder "${CMAKE_CURRENT_BINARY_DIR}/languages")
file(MAKE_DIRECTORY "${folder}")

# What decides about the bytes, beside the texts. It is named here, and not
# the program, which also changes when they stay the same.
file(GLOB makers CONFIGURE_DEPENDS plugin/text/*.[ch])
file(GLOB headers CONFIGURE_DEPENDS plugin/lexicon/*.h)
list(APPEND makers ${headers})
foreach(name compiled dictionary dictionary_files exonyms knowledge language
        phrases)
  list(APPEND makers "plugin/lexicon/${name}.c")
endforeach()
list(APPEND makers include/bilint/version.h plugin/base/hash.h
     plugin/base/packed.c plugin/base/packed.h plugin/model/sense.h
     plugin/dev/cmd_languages.c plugin/dev/facts.c plugin/dev/facts.h)
list(TRANSFORM makers REPLACE "^plugin|^include"
     "${CMAKE_CURRENT_SOURCE_DIR}/\\0")

file(GLOB tags CONFIGURE_DEPENDS RELATIVE "${dictionaries}"
     "${dictionaries}/*/*.txt")
list(TRANSFORM tags REPLACE "/.*" "")
# "no" is what nb and nn have in common.
list(FILTER tags EXCLUDE REGEX "^(und|no)$")
list(TRANSFORM tags REPLACE "-.*" "" OUTPUT_VARIABLE languages)
# The others that CLDR covers at its level "modern" (CLDR 42, coverage levels).
list(APPEND languages as dsb eu gd gl gu ha hsb ig jv kn kok ml mn mr or pa pcm
     ps sc sd si so te tk ur uz yo yue zu)
list(REMOVE_DUPLICATES languages)
# A locale inherits from others, as CLDR has it: any text may matter.
file(GLOB texts CONFIGURE_DEPENDS "${dictionaries}/*/*.txt")
list(APPEND texts "${dictionaries}/languages.txt")
set(compiled)
foreach(language IN ITEMS common LISTS languages)
  add_custom_command(
    OUTPUT "${folder}/${language}.bin"
    COMMAND bilint-dev languages "${dictionaries}" "${folder}" ${language}
    DEPENDS ${texts} ${makers}
    COMMENT "Compiling language ${language}" VERBATIM)
  list(APPEND compiled "${folder}/${language}.bin")
endforeach()
add_custom_target(languages ALL DEPENDS ${compiled})
# Whoever builds the program alone gets them too.
add_dependencies(bilint languages)

install(FILES ${compiled}
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bilint/languages)
