#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# A page of commands and what they print, run again and compared.
#
#   transcript.sh [--fix] PAGE.md
#
# BILINT names the program. The blocks of the page are
#
#   ```console
#   $ bilint check a.xlf        a command; "> " goes on with it
#   a.xlf:3:16: error: ...      what it prints on standard output
#   2> 1 error, 0 warnings ...  and on standard error
#   [1]                         its exit status, where it is not 0
#   ```
#
# They run one after the other in one shell, in an empty folder, which is
# written HERE where it is printed. functions.sh has what they use besides
# bilint. With --fix the page is written as it comes out: look at the diff.
set -eu

fix=
if [ "$1" = --fix ]; then
    fix=yes
    shift
fi
page=$(realpath "$1")
functions=$(realpath "$(dirname "$0")")/functions.sh
scratch=$(mktemp -d)
trap 'chmod -R u+rwx "$scratch"; rm -rf "$scratch"' EXIT
mkdir "$scratch/here"

# The page as a program that prints the page: text as it is, commands with
# what they print now.
awk '
function quoted(text) {
    gsub(/\047/, "\047\\\047\047", text)
    return "\047" text "\047"
}
function print_line(text) { print "line " quoted(text) }
function end_command() {
    if (command == "")
        return
    print "{\n" command "} > \"$out\" 2> \"$err\" < /dev/null"
    print "shown $?"
    command = ""
    commands++
}
/^```console$/ { inside = 1; print_line($0); next }
/^```$/ && inside { end_command(); inside = 0; print_line($0); next }
!inside { print_line($0); next }
/^\$ / {
    end_command()
    print_line($0)
    command = substr($0, 3) "\n"
    next
}
/^> / { print_line($0); command = command substr($0, 3) "\n"; next }
END {
    if (inside) { print "exit 90" }
    if (commands == 0) { print "exit 91" }
}
' "$page" > "$scratch/program"

cat > "$scratch/all" << END
out=$scratch/out
err=$scratch/err
line() { printf '%s\n' "\$1" >&3; }
shown() {
    # awk 1 ends the last line, where the program did not.
    sed "s|$scratch/here|HERE|g" "\$out" | awk 1 >&3
    sed "s|$scratch/here|HERE|g; s/^/2> /" "\$err" | awk 1 >&3
    [ "\$1" -eq 0 ] || echo "[\$1]" >&3
}
cd $scratch/here
. $functions
. $scratch/program
END

status=0
env -i PATH="$(dirname "$(realpath "$BILINT")"):$PATH" HOME="$scratch" \
    LC_ALL=C.UTF-8 TERM=xterm DICPATH="$(dirname "$functions")/../api/hunspell" \
    sh "$scratch/all" 3> "$scratch/page" || status=$?
case $status in
0) ;;
90) echo "$page: the last block has no end" >&2 ;;
91) echo "$page: no command" >&2 ;;
*) echo "$page: the shell ended with status $status" >&2 ;;
esac
[ "$status" -eq 0 ] || exit 1

if cmp -s "$page" "$scratch/page"; then
    exit 0
fi
if [ -n "$fix" ]; then
    cp "$scratch/page" "$page"
    echo "wrote $page"
else
    diff -u --label "$page" --label 'what is printed' \
        "$page" "$scratch/page" >&2 || true
    exit 1
fi
