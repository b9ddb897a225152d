# Pages of rules as C strings: one line of the page is one literal.
# cmake -DOUT=rule_pages.c "-DPAGES=a.md;b.md" -P pages.cmake

set(text "/* Made by packaging/cmake/pages.cmake. Do not edit. */\n")
string(APPEND text "#include \"api/pages.h\"\n\n")
# A page is longer than the 4095 bytes that every C99 compiler must take.
string(APPEND text "#if defined(__GNUC__)\n#    pragma GCC diagnostic "
                   "ignored \"-Woverlength-strings\"\n#endif\n\n")
string(APPEND text "const char *const bl_rule_pages[] = {\n")
foreach(page IN LISTS PAGES)
  file(READ "${page}" content)
  string(REPLACE "\\" "\\\\" content "${content}")
  string(REPLACE "\"" "\\\"" content "${content}")
  string(REPLACE "\n" "\\n\"\n    \"" content "${content}")
  string(APPEND text "    \"${content}\",\n")
endforeach()
string(APPEND text "};\n")
file(WRITE "${OUT}" "${text}")
