# Lines that bilint_jsonl must refuse, and why. One that it takes would mean
# that it checks nothing.
# cmake -DJSONL=bilint_jsonl -DPAGE=json.md -P json_refused.cmake

set(mark [["side":"target","start":0,"limit":3,"text":"abc"]])
set(good [[{"rule":"a-b","code":"c","category":"d","severity":"error",]]
         [["message":"m","marks":[{MARK}],"fingerprint":"0123456789abcdef"}]])
string(JOIN "" good ${good})
string(REPLACE "MARK" "${mark}" good "${good}")
set(line "${CMAKE_CURRENT_BINARY_DIR}/line.jsonl")

# Try the good line with `from` replaced by `to`; `why` is what must be said.
function(refused from to why)
  string(FIND "${good}" "${from}" at)
  if(at LESS 0)
    message(FATAL_ERROR "not in the line: ${from}")
  endif()
  string(REPLACE "${from}" "${to}" bad "${good}")
  file(WRITE "${line}" "${bad}\n")
  execute_process(COMMAND "${JSONL}" "${PAGE}" finding "${line}"
    RESULT_VARIABLE status OUTPUT_QUIET ERROR_VARIABLE said)
  string(FIND "${said}" "line.jsonl:1: ${why}" at)
  if(NOT status EQUAL 1 OR at LESS 0)
    message(SEND_ERROR "${bad}\nstatus ${status}, said ${said}wanted ${why}")
  endif()
endfunction()

# As it is, the line is valid: only members that it may lack are missed.
file(WRITE "${line}" "${good}\n")
execute_process(COMMAND "${JSONL}" "${PAGE}" finding "${line}"
  RESULT_VARIABLE status OUTPUT_QUIET ERROR_VARIABLE said)
if(NOT status EQUAL 1 OR NOT said STREQUAL "no line has \"file\"\n")
  message(SEND_ERROR "the good line: status ${status}, ${said}")
endif()

refused([["code":"c",]] "" ".code: is missing")
refused([["code":"c"]] [["code":"C"]] ".code: does not match")
refused([["code":"c"]] [["code":7]] ".code: number, not string")
refused([["code":"c"]] [["code":"c","code":"c"]] "a name that is there twice")
refused([["code":"c"]] [["code":"c","extra":1]]
        ".extra: is not in the schema")
refused([["severity":"error"]] [["severity":"fatal"]]
        ".severity: none of the values")
refused([["start":0]] [["start":-1]] ".marks[0].start: less than 0")
refused([["start":0]] [["start":0.5]] ".marks[0].start: not an integer")
refused([["start":0]] [["start":00]] "not a number")
refused([["start":0]] [["start":1]]
        "limit - start is not the size of the text")
refused([["limit":3]] [["limit":3,"line":0]] ".marks[0].line: less than 1")
refused("{${mark}}" "null" ".marks[0]: null, not object")
refused("abc" "a\tc" "a control character in a string")
refused("abc" "\\ud800" "half a surrogate pair")
refused("abc" "\\x" "no such escape")
refused([["rule":"a-b"]] [["rule":"a--b"]] ".rule: does not match")
refused("0123456789abcdef" "0123456789ABCDEF" ".fingerprint: does not match")
refused("}]" "},]" "no value")
refused("\"m\"," "\"m\"" "a comma or the end is missing")
