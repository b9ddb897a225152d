# SPDX-License-Identifier: Apache-2.0
# What the commands of the pages use besides bilint.
# shellcheck shell=sh

# document FILE [SOURCE TARGET]...: XLIFF 1.2, from English into German; the
# units are 1, 2, 3.
document() {
    _file=$1
    shift
    {
        echo '<xliff version="1.2">'
        echo '<file source-language="en" target-language="de"><body>'
        _unit=1
        while [ $# -gt 1 ]; do
            echo "<trans-unit id=\"$_unit\">"
            echo "<source>$1</source>"
            echo "<target>$2</target>"
            echo '</trans-unit>'
            _unit=$((_unit + 1))
            shift 2
        done
        echo '</body></file>'
        echo '</xliff>'
    } > "$_file"
}

# Without the right of root to read everything.
as_anybody() {
    if [ "$(id -u)" -eq 0 ]; then
        setpriv --bounding-set=-dac_override,-dac_read_search \
            --inh-caps=-dac_override,-dac_read_search "$@"
    else
        "$@"
    fi
}

# at_terminal COMMAND: what it writes where both streams are a terminal. The
# escape character is shown as ^[, the carriage return as ^M.
at_terminal() {
    script --quiet --return --command "$1" /dev/null < /dev/null |
        sed 's/\r$//; s/\r/^M/g; s/\x1b/^[/g'
}
