#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# transcript.sh refuses pages that are wrong, and mends them when it is asked
# to. catches.sh FOLDER
set -eu

transcript=$(dirname "$0")/transcript.sh
folder=$1
mkdir -p "$folder"

page() {
    {
        echo '# Page'
        echo
        echo '```console'
        cat
        echo '```'
    } > "$folder/page.md"
}

refused() {
    if "$transcript" "$folder/page.md" 2> "$folder/said"; then
        echo "not refused: $1" >&2
        exit 1
    fi
}

page << 'END'
$ echo a; echo b >&2; (exit 3)
a
2> b
[3]
$ printf 'no end of line'
no end of line
END
"$transcript" "$folder/page.md"

for wrong in 's/^a$/c/' 's/^2> b/b/' 's/^\[3\]$/[4]/' '/^\[3\]$/d' \
    's/^no end/An end/'; do
    cp "$folder/page.md" "$folder/good.md"
    sed -i "$wrong" "$folder/page.md"
    refused "$wrong"
    "$transcript" --fix "$folder/page.md" > /dev/null
    cmp "$folder/page.md" "$folder/good.md"
done

page < /dev/null
refused 'a page without a command'
page << 'END'
$ exit 0
END
refused 'a command that ends the shell'
printf '```console\n$ true\n' > "$folder/page.md"
refused 'a block without an end'
