/* SPDX-License-Identifier: Apache-2.0 */
/* What libxml2 is given to read: markup, and text that it has to see. */
#include "suite.h"

#include "readers/outline.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char to[512];
static size_t made;

/* The outline of `from`, given in pieces of so many bytes. As a reader does,
 * this gives no piece that ends inside of a character or of "]]>". */
static void read_in_pieces(bl_outline *outline, const char *from, size_t piece)
{
    const size_t size = strlen(from);
    size_t limit = 0;

    bl_outline_init(outline, &bl_alloc_default);
    made = 0;
    while (outline->read < size) {
        if (limit <= outline->read)
            limit = outline->read + piece;
        while (limit < size && (((unsigned char)from[limit] & 0xc0) == 0x80 ||
                                from[limit - 1] == ']'))
            limit++;
        if (limit > size)
            limit = size;
        made += bl_outline_read(outline, from + outline->read,
                                limit - (size_t)outline->read, to + made);
    }
    assert_int_equal(outline->size, made);
    assert_int_equal(bl_outline_place(outline, made + 1), size + 1);
}

/* The same, with what was left out in brackets where it was; an element that
 * became an empty one stands there with both tags. */
static const char *outlined(const char *from, size_t piece)
{
    static char shown[1024];
    bl_outline outline;
    char *out = shown;
    uint64_t start;
    uint64_t limit;

    read_in_pieces(&outline, from, piece);
    for (size_t at = 0; at <= made; at++) {
        for (;;) {
            const size_t tail =
                outline.first < outline.count
                    ? outline.omissions[outline.first].tail
                    : 0;

            if (!bl_outline_next(&outline, at + 1, &start, &limit))
                break;
            if (tail != 0)
                out[-1] = '>';
            if (start < limit)
                out += sprintf(out, "[%.*s]", (int)(limit - start),
                               from + start);
            out += sprintf(out, "%.*s", (int)tail, from + limit);
        }
        if (at < made)
            *out++ = to[at];
    }
    *out = '\0';
    bl_outline_free(&outline);
    return shown;
}

static void check(const char *from, const char *expected)
{
    for (size_t piece = 1; piece <= strlen(from) + 1; piece++)
        assert_string_equal(outlined(from, piece), expected);
}

static void leaves_text_out(void **state)
{
    (void)state;
    check("<a>Việt Nam</a>", "<a>[Việt Nam]</a>");
    check("<a>日本</a>", "<a>[日本]</a>");
    check("<a>é<b/>ü<c>\r\n</c> </a>", "<a>[é]<b/>[ü]<c>[\r\n]</c>[ ]</a>");
    check("<a>1 > 0 ]] x</a>", "<a>[1 > 0 ]] x]</a>");
    check("<a>a long stretch of plain text, ế, and \t more of it\x7f</a>",
          "<a>[a long stretch of plain text, ế, and \t more of it\x7f]</a>");
}

static void leaves_references_in(void **state)
{
    (void)state;
    check("<a>&amp;é &#233; ü&aé;&b;</a>",
          "<a>&amp;[é ]&#233;[ ü]&aé;&b;</a>");
    check("<a>x &amp < y</a>", "<a>[x ]&amp < y</a>");
}

static void leaves_markup_in(void **state)
{
    (void)state;
    check("<a é='ü > ü' ö=\"'> ß\">é</a>", "<a é='ü > ü' ö=\"'> ß\">[é]</a>");
    check("<a><né/>é<b c='/'>d</b></a>", "<a><né/>[é]<b c='/'>[d]</b></a>");
    check("<a><?pi é > é?>é</a>", "<a><?pi é > é?>[é]</a>");
    check("<a><!--> é < ' -- > é -->é</a>", "<a><!--> é < ' -- > é -->[é]</a>");
    check("<a><![CDATA[é > ]] > é]]>é</a>", "<a><![CDATA[é > ]] > é]]>[é]</a>");
}

static void leaves_what_is_around_in(void **state)
{
    (void)state;
    check(" x<a>y</a>z", " x<a>[y]</a>z");
    check("<?xml?>\n<!-- x -->\n<a/>z", "<?xml?>\n<!-- x -->\n<a/>z");
    check("<a><b/><c>d</c></a>\n<a>e</a>",
          "<a><b/><c>[d]</c></a>\n<a>[e]</a>");
    check("</a>x<b>y</b>", "</a>x<b>[y]</b>");
    check("<!DOCTYPE a PUBLIC 'x > y' \"[z]\">\n<a>é</a>",
          "<!DOCTYPE a PUBLIC 'x > y' \"[z]\">\n<a>[é]</a>");
    /* An entity of a DTD may hold anything. */
    check("<!DOCTYPE a [<!ENTITY e \"> é\">]><a>é</a>",
          "<!DOCTYPE a [<!ENTITY e \"> é\">]><a>é</a>");
}

static void check_given(const char *from, const char *expected)
{
    bl_outline outline;

    read_in_pieces(&outline, from, strlen(from));
    to[made] = '\0';
    assert_string_equal(to, expected);
    bl_outline_free(&outline);
}

/* Where an element has nothing but text, and both its tags are in the piece. */
static void makes_elements_empty(void **state)
{
    (void)state;
    check_given("<a>x</a>y", "<a/>y");
    check_given("<a><b c='>'>x</b> <b></b><é\n>z</é></a>",
                "<a><b c='>'/><b/><é\n/></a>");
    check_given("<a><b>x<c>y</c></b></a>", "<a><b><c/></b></a>");
    check_given("<a><b>&amp;</b><b>x<!-- --></b></a>",
                "<a><b>&amp;</b><b><!-- --></b></a>");
    /* What is no end tag of it, or looks odd, libxml2 has to see. */
    check_given("<a><b>x</c></a>", "<a><b></c></a>");
    check_given("<a><b>x</bc><bc>x</b></a>", "<a><b></bc><bc></b></a>");
    check_given("<a><b>x</b ></a>", "<a><b></b ></a>");
    check_given("<a><b c='d'>x</b c='d'></a>", "<a><b c='d'></b c='d'></a>");
    check_given("<a><b>x</b", "<a><b></b");
    check_given("<a><b>x</", "<a><b></");
    check("<a><b c='>'>x</b> <b></b><b>y</b></a>",
          "<a><b c='>'>[x]</b>[ ]<b></b><b>[y]</b></a>");
}

/* All of it, up to the next tag. */
static void leaves_in_what_is_refused(void **state)
{
    (void)state;
    check("<a>é x\xff y<b>é</b></a>", "<a>é x\xff y<b>[é]</b></a>");
    check("<a>twenty bytes of text \xc3(<b>é</b></a>",
          "<a>twenty bytes of text \xc3(<b>[é]</b></a>");
    check("<a>x\xef\xbf\xbf</a>", "<a>x\xef\xbf\xbf</a>");
    check("<a>x\xef\xbf\xbe</a>", "<a>x\xef\xbf\xbe</a>");
    check("<a>x\xef\xbf\xbd</a>", "<a>[x\xef\xbf\xbd]</a>");
    check("<a>x\x01y</a>", "<a>x\x01y</a>");
    check("<a>x]]>y</a>", "<a>x]]>y</a>");
    check("<a>x&lt;y]]>&gt;z<b>é</b></a>", "<a>[x]&lt;y]]>&gt;z<b>[é]</b></a>");
}

/* Memory does not grow with a text that somebody else would cut short. */
static void leaves_in_what_is_long(void **state)
{
    enum { PIECE = 4096, PIECES = 1000 };
    char *piece = malloc(PIECE);
    char *copy = malloc(PIECE);
    bl_outline outline;
    uint64_t start = 0;
    uint64_t limit = 0;
    size_t size = 0;

    (void)state;
    assert_non_null(piece);
    assert_non_null(copy);
    bl_outline_init(&outline, &bl_alloc_default);
    assert_int_equal(bl_outline_read(&outline, "<a>", 3, copy), 3);
    memset(piece, 'x', PIECE);
    for (int i = 0; i < PIECES; i++) {
        piece[0] = '\n';
        assert_int_equal(bl_outline_read(&outline, piece, PIECE, copy), 0);
        piece[0] = 'x';
        size = bl_outline_read(&outline, piece, PIECE, copy);
        if (size != 0)
            break;
    }
    assert_int_equal(size, PIECE);
    assert_true(bl_outline_next(&outline, outline.size, &start, &limit));
    assert_int_equal(start, 3);
    assert_true(limit >= 1 << 20 && limit <= (1 << 20) + 3 * PIECE);
    assert_int_equal(limit, outline.read - PIECE);
    bl_outline_free(&outline);
    free(piece);
    free(copy);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(leaves_text_out),
    cmocka_unit_test(leaves_references_in),
    cmocka_unit_test(leaves_markup_in),
    cmocka_unit_test(leaves_what_is_around_in),
    cmocka_unit_test(makes_elements_empty),
    cmocka_unit_test(leaves_in_what_is_refused),
    cmocka_unit_test(leaves_in_what_is_long),
};

SUITE(tests)
