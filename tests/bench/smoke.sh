#!/bin/sh
# Everything of tests/bench runs, and says something sensible: no figure is
# judged here. smoke.sh PROGRAMS BILINT
set -eu

programs=$1
bilint=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

fail() {
    echo "smoke: $*" >&2
    exit 1
}

# The same arguments, the same bytes; about 500 bytes a segment; XML.
"$programs/bench_generate" --mistakes 50 --key "$folder/key" 1000 \
    > "$folder/a.xlf"
"$programs/bench_generate" --mistakes 50 1000 > "$folder/b.xlf"
cmp "$folder/a.xlf" "$folder/b.xlf" || fail "two documents of one seed differ"
size=$(wc -c < "$folder/a.xlf")
case $size in
4[5-9]????|5[0-7]????) ;;
*) fail "$size bytes" ;;
esac
[ "$(grep -c '<source>' "$folder/a.xlf")" -eq 1000 ] || fail "not 1000 units"
[ "$(wc -l < "$folder/key")" -gt 20 ] || fail "hardly a mistake"

# Mistakes are found where they were put; spelling needs a dictionary.
status=0
"$bilint" check --no-config --quiet --format=jsonl "$folder/a.xlf" \
    > "$folder/found" || status=$?
[ "$status" -eq 1 ] || fail "bilint ends with status $status"
missed=0
while read -r unit kind; do
    case $kind in
    number) rules='number|date|unit' ;;
    code) rules='code' ;;
    doubled) rules='repetition' ;;
    spelling) continue ;;
    *) fail "a mistake of kind $kind" ;;
    esac
    grep -E "\"category\":\"($rules)\"" "$folder/found" |
        grep -q "\"unit\":\"$unit\"" || {
        echo "missed: $kind in unit $unit"
        missed=$((missed + 1))
    }
done < "$folder/key"
[ "$missed" -le 3 ] || fail "$missed mistakes were missed"
flagged=$(sed 's/.*"unit":"\([0-9]*\)".*/\1/' "$folder/found" | sort -u | wc -l)
[ "$flagged" -lt 200 ] || fail "$flagged of 1000 units are flagged"

# Every program gives rows with a number above zero.
rows() {
    grep -c '^{"name":"[^"]*","unit":"[^"]*","value":[0-9.e+]*[,}]' \
        "$folder/rows" || true
}
"$programs/bench_pair" --rounds 50 --json > "$folder/rows"
[ "$(rows)" -eq 18 ] || fail "bench_pair: $(cat "$folder/rows")"
"$programs/bench_start" --rounds 2 --json > "$folder/rows"
[ "$(rows)" -eq 25 ] || fail "bench_start: $(cat "$folder/rows")"
"$programs/../bench_stages" --rounds 1 --json "$folder/a.xlf" > "$folder/rows"
[ "$(wc -l < "$folder/rows")" -gt 15 ] || fail "bench_stages: too few stages"
"$programs/bench_run" --sizes 1000 --pairs 1 --rounds 2 --folder "$folder" \
    --bilint "$bilint" > "$folder/rows"
grep -q 'budgets met' "$folder/rows" || fail "bench_run: $(cat "$folder/rows")"
