/* SPDX-License-Identifier: Apache-2.0 */
/* Which bytes of a text are code: in each row a caret below each of them. */
#include "suite.h"

#include "text/code_span.h"

#include <stdlib.h>
#include <string.h>

static const char *const rows[][2] = {
    { "", "" },
    { "a b", "   " },
    { "a `b` c", "   ^   " },
    { "`a``b` c", " ^^^^   " },
    { "``a`b`` c", "  ^^^    " },
    { "a ` b", "     " },
    { "a `` b ` c", "          " },
    { "a `` b `c` d", "        ^   " },
    { ":r:`a b` ``c``", "    ^^^    ^  " },
    { "```a```", "   ^   " },
    { "a`b", "   " },
};

static void tells_code(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        const bl_str text = bl_str_z(rows[i][0]);
        bl_code_spans spans = bl_code_spans_of(text);

        assert_int_equal(strlen(rows[i][1]), text.size);
        for (size_t at = 0; at < text.size; at++) {
            const bool code = rows[i][1][at] == '^';

            if (bl_code_spans_have(&spans, at) != code ||
                bl_is_in_code_span(text, at) != code)
                fail_msg("row %zu, byte %zu", i, at);
        }
    }
}

/* What opens and is not closed for long is no span, and costs little. */
static void is_linear(void **state)
{
    enum { SIZE = 1 << 20 };
    char *text = malloc(SIZE);
    bl_code_spans spans;

    (void)state;
    assert_non_null(text);
    memset(text, 'a', SIZE);
    text[0] = '`';
    text[SIZE - 1] = '`';
    spans = bl_code_spans_of(bl_str_of(text, SIZE));
    for (size_t at = 0; at < SIZE; at++)
        assert_false(bl_code_spans_have(&spans, at));
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_code),
        cmocka_unit_test(is_linear),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
