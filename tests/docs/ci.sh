#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# What docs/guide/continuous-integration.md makes of findings: an annotation
# and an entry of a report for each, with its place. ci.sh BILINT ROOT JQ
set -eu

bilint=$1
ci=$2/docs/guide/example/ci
jq=$3
[ -x "$jq" ] || {
    echo 'skipped: no jq'
    exit 77
}
fail() {
    echo "ci: $*" >&2
    exit 1
}

cd "$2"
findings=$(mktemp)
trap 'rm -f "$findings"' EXIT
status=0
"$bilint" check --quiet --format jsonl packaging/sample > "$findings" ||
    status=$?
[ "$status" -eq 1 ] || fail "status $status"
count=$(wc -l < "$findings")
[ "$count" -gt 3 ] || fail "$count findings"

place='file=packaging/sample/delivery.xlf,line=[0-9]*,col=[0-9]*'
made=$("$jq" --raw-output --from-file "$ci/annotations.jq" "$findings" |
    grep -c "^::\(error\|warning\|notice\) $place,title=[a-z-]*::.") ||
    fail 'no annotation'
[ "$made" -eq "$count" ] || fail "$made annotations of $count findings"

made=$("$jq" --slurp --from-file "$ci/code-quality.jq" "$findings" |
    "$jq" 'map(select(.description and .check_name and
        (.fingerprint | length == 16) and
        (.severity | IN("critical", "minor", "info")) and
        .location.path and .location.lines.begin > 0)) | length')
[ "$made" -eq "$count" ] || fail "$made entries of $count findings"

# A message may hold what would end an annotation.
made=$(printf '%s' '{"rule":"r","severity":"info","file":"f","line":1,
    "column":2,"message":"100 %\nrest"}' |
    "$jq" --raw-output --from-file "$ci/annotations.jq")
[ "$made" = '::notice file=f,line=1,col=2,title=r::100 %25%0Arest' ] ||
    fail "$made"
