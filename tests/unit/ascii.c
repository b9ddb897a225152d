/* SPDX-License-Identifier: Apache-2.0 */
/* What libxml2 is given to read: text in ASCII, everything else as it is. */
#include "suite.h"

#include "readers/ascii.h"

#include <string.h>

/* The copy of `from`, given in pieces of so many bytes; `~` stands for what
 * was replaced. */
static const char *copied(const char *from, size_t piece)
{
    static char to[512];
    const size_t size = strlen(from);
    bl_ascii ascii = { 0 };

    for (size_t at = 0; at < size;) {
        size_t limit = size - at < piece ? size : at + piece;

        while (limit < size && ((unsigned char)from[limit] & 0xc0) == 0x80)
            limit++;
        bl_ascii_copy(&ascii, from + at, limit - at, to + at);
        at = limit;
    }
    to[size] = '\0';
    for (char *c = to; *c != '\0'; c++) {
        if (*c == BL_ASCII_HIDDEN)
            *c = '~';
    }
    return to;
}

static void check(const char *from, const char *expected)
{
    for (size_t piece = 1; piece <= strlen(from); piece++)
        assert_string_equal(copied(from, piece), expected);
}

static void replaces_text(void **state)
{
    (void)state;
    check("<a>Việt Nam</a>", "<a>Vi~~~t Nam</a>");
    check("<a>日本</a>é<b/>ü", "<a>~~~~~~</a>~~<b/>~~");
    check("<a>&amp;é &#233; ü</a>", "<a>&amp;~~ &#233; ~~</a>");
    check("a long stretch of plain text, ế, and more of it",
          "a long stretch of plain text, ~~~, and more of it");
}

static void leaves_markup(void **state)
{
    (void)state;
    check("<a é='ü > ü' ö=\"'> ß\">é</a>", "<a é='ü > ü' ö=\"'> ß\">~~</a>");
    check("<né>é</né>", "<né>~~</né>");
    check("<?pi é > é?>é", "<?pi é > é?>~~");
    check("<!--> é < ' -- > é -->é", "<!--> é < ' -- > é -->~~");
    check("<![CDATA[é > ]] > é]]>é", "<![CDATA[é > ]] > é]]>~~");
}

static void gives_up(void **state)
{
    (void)state;
    /* An entity of a DTD may hold anything. */
    check("é<!DOCTYPE a [<!ENTITY e \"> é\">]><a>é</a>",
          "~~<!DOCTYPE a [<!ENTITY e \"> é\">]><a>é</a>");
    assert_string_equal(copied("<a>&aé;</a><b>é</b>", 64),
                        "<a>&aé;</a><b>é</b>");
    check("<a>\xff</a><b>é</b>", "<a>\xff</a><b>é</b>");
    check("<a>\xef\xbf\xbf</a><b>é</b>", "<a>\xef\xbf\xbf</a><b>é</b>");
    assert_string_equal(copied("<a>é\r\n</a>", 64), "<a>é\r\n</a>");
    assert_string_equal(copied("<a>é</a>\r\n<a>é</a>", 5),
                        "<a>~~</a>\r\n<a>é</a>");
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(replaces_text),
    cmocka_unit_test(leaves_markup),
    cmocka_unit_test(gives_up),
};

SUITE(tests)
