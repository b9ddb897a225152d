/* SPDX-License-Identifier: Apache-2.0 */
/*
 * From a character of a segment to its place in the file. Documents are
 * written here in UTF-8, turned into the encoding of the test, and read in
 * pieces of several sizes; each character of each text is then looked for
 * where the reader says that it stands.
 */
#include "suite.h"

#include "readers/reader.h"
#include "text/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- encodings, written down again -------------------------------------- */

typedef enum encoding {
    UTF_8,
    UTF_8_MARKED, /* with a byte order mark */
    UTF_16LE,
    UTF_16BE,
    UTF_16LE_BARE, /* without one */
    UTF_32BE_BARE,
    WINDOWS_1252,
    SHIFT_JIS,
    ENCODINGS
} encoding;

static const char *const names[] = {
    "UTF-8",    "UTF-8",    "UTF-16",       "UTF-16",
    "UTF-16LE", "UTF-32BE", "windows-1252", "Shift_JIS",
};

static size_t put16(uint32_t unit, bool big, unsigned char *out)
{
    out[big ? 0 : 1] = (unsigned char)(unit >> 8);
    out[big ? 1 : 0] = (unsigned char)unit;
    return 2;
}

static size_t put(uint32_t c, encoding how, unsigned char *out)
{
    const bool big = how == UTF_16BE;

    switch (how) {
    case UTF_8:
    case UTF_8_MARKED:
        return bl_utf8_put(c, (char *)out);
    case UTF_16LE:
    case UTF_16BE:
    case UTF_16LE_BARE:
        if (c < 0x10000)
            return put16(c, big, out);
        put16(0xd800 + ((c - 0x10000) >> 10), big, out);
        put16(0xdc00 + ((c - 0x10000) & 0x3ff), big, out + 2);
        return 4;
    case UTF_32BE_BARE:
        put16(c >> 16, true, out);
        put16(c & 0xffff, true, out + 2);
        return 4;
    case WINDOWS_1252:
        out[0] = (unsigned char)(c == 0x20ac ? 0x80 : c);
        return 1;
    case SHIFT_JIS:
        if (c < 0x80) {
            out[0] = (unsigned char)c;
            return 1;
        }
        memcpy(out, c == 0x65e5 ? "\x93\xfa" : "\x96\x7b", 2); /* 日, 本 */
        return 2;
    case ENCODINGS:
        break;
    }
    return 0;
}

static bool can_hold(encoding how, uint32_t c)
{
    if (how == WINDOWS_1252)
        return c < 0x80 || (c >= 0xa0 && c < 0x100) || c == 0x20ac;
    if (how == SHIFT_JIS)
        return c < 0x80 || c == 0x65e5 || c == 0x672c;
    return true;
}

/* A document in UTF-8, its bytes, and where each of its characters is. */
typedef struct sample {
    char text[4096];
    size_t size;
    unsigned char bytes[16384];
    size_t byte_count;
    size_t places[4096]; /* in `bytes`, by offset in `text` */
} sample;

/* False where the encoding lacks a character of the text. */
static bool encode(sample *s, encoding how)
{
    static const struct {
        const char *bytes;
        size_t size;
    } marks[ENCODINGS] = { [UTF_8_MARKED] = { "\xEF\xBB\xBF", 3 },
                           [UTF_16LE] = { "\xFF\xFE", 2 },
                           [UTF_16BE] = { "\xFE\xFF", 2 } };

    s->byte_count = marks[how].size;
    if (marks[how].size != 0)
        memcpy(s->bytes, marks[how].bytes, marks[how].size);
    for (size_t at = 0; at < s->size;) {
        const size_t start = at;
        const uint32_t c = bl_utf8_next(s->text, s->size, &at);

        if (!can_hold(how, c))
            return false;
        s->places[start] = s->byte_count;
        s->byte_count += put(c, how, s->bytes + s->byte_count);
    }
    return true;
}

/* ---- what the file shows at a place ------------------------------------- */

static size_t offset_in_text(const sample *s, uint64_t offset)
{
    for (size_t at = 0; at < s->size; at++) {
        if (((unsigned char)s->text[at] & 0xc0) != 0x80 &&
            s->places[at] == offset)
            return at;
    }
    return SIZE_MAX;
}

static uint32_t shown_at(const sample *s, size_t at)
{
    static const struct {
        const char *reference;
        uint32_t c;
    } references[] = { { "&amp;", '&' },    { "&lt;", '<' },
                       { "&gt;", '>' },     { "&quot;", '"' },
                       { "&apos;", '\'' },  { "&#233;", 0xe9 },
                       { "&#xE9;", 0xe9 },  { "&#x1f600;", 0x1f600 },
                       { "&#10;", '\n' },   { "&nbsp;", 0xa0 },
                       { "&brand;", 'A' } };

    if (s->text[at] == '<')
        return 0xfffc; /* a code begins where its tag does */
    for (size_t i = 0; i < sizeof(references) / sizeof(references[0]); i++) {
        if (strncmp(s->text + at, references[i].reference,
                    strlen(references[i].reference)) == 0)
            return references[i].c;
    }
    if (s->text[at] == '\r')
        return '\n';
    return bl_utf8_next(s->text, s->size, &at);
}

/* Line and column of an offset, counted from the beginning. */
static void count_lines(const sample *s, size_t limit, uint32_t *line,
                        uint32_t *column)
{
    *line = 1;
    *column = 1;
    for (size_t at = 0; at < limit;) {
        if (bl_utf8_next(s->text, s->size, &at) == '\n') {
            (*line)++;
            *column = 1;
        } else {
            (*column)++;
        }
    }
}

/* ---- the test ----------------------------------------------------------- */

typedef struct collector {
    bl_unit_sink sink; /* first */
    bl_arena arena;
    const sample *sample;
    const char *wanted; /* texts, "source|target" of all segments */
    char got[1024];
    int wrong;
    bool inside_cdata; /* < and & are themselves there */
    uint32_t checked;
} collector;

static void check_text(collector *to, const bl_text *text)
{
    for (size_t at = 0; at < text->size;) {
        const size_t start = at;
        const uint32_t c = bl_utf8_next(text->ptr, text->size, &at);
        const bl_position place = text->locate(text, (uint32_t)start);
        const size_t found = offset_in_text(to->sample, place.offset);
        uint32_t line = 0;
        uint32_t column = 0;
        uint32_t shown = 0;

        to->checked++;
        if (found != SIZE_MAX) {
            shown = shown_at(to->sample, found);
            count_lines(to->sample, found, &line, &column);
        }
        /* The second and later letters of an entity have no place of their
         * own; in CDATA, markup is text. */
        if (found != SIZE_MAX && line == place.line &&
            column == place.column &&
            (shown == c || to->sample->text[found] == '&' ||
             (to->inside_cdata && to->sample->text[found] == (char)c)))
            continue;
        fprintf(stderr,
                "U+%04X at %zu of \"%.*s\": offset %llu (%u:%u) shows U+%04X "
                "(%u:%u)\n",
                (unsigned)c, start, (int)text->size, text->ptr,
                (unsigned long long)place.offset, (unsigned)place.line,
                (unsigned)place.column, (unsigned)shown, (unsigned)line,
                (unsigned)column);
        to->wrong++;
    }
}

static bilint_status take(bl_unit_sink *sink, const bl_unit *unit,
                          bilint_error *err)
{
    collector *to = (collector *)sink;

    (void)err;
    for (uint32_t i = 0; i < unit->segment_count; i++) {
        const bl_segment *segment = &unit->segments[i];
        const size_t size = strlen(to->got);

        snprintf(to->got + size, sizeof(to->got) - size, "%.*s|%.*s\n",
                 (int)segment->source.size, segment->source.ptr,
                 (int)segment->target.size, segment->target.ptr);
        if (segment->source.present)
            check_text(to, &segment->source);
        if (segment->target.present)
            check_text(to, &segment->target);
    }
    bl_arena_reset(&to->arena);
    return BILINT_OK;
}

static void read_in_pieces(const sample *s, const char *wanted, size_t piece)
{
    collector to = { .sink = { .unit = take },
                     .sample = s,
                     .wanted = wanted,
                     .inside_cdata = strstr(s->text, "<![CDATA[") != NULL };
    bilint_error err = BILINT_ERROR_INIT;
    bilint_status status = BILINT_OK;
    bl_reader *reader;

    bl_arena_init(&to.arena, &bl_alloc_default, 1 << 20);
    to.sink.arena = &to.arena;
    reader = bl_reader_new(&bl_alloc_default, NULL, NULL, &to.sink);
    assert_non_null(reader);
    for (size_t at = 0; at < s->byte_count && status == BILINT_OK;
         at += piece) {
        const size_t left = s->byte_count - at;

        status = bl_reader_push(reader, s->bytes + at,
                                left < piece ? left : piece, &err);
    }
    if (status == BILINT_OK)
        status = bl_reader_finish(reader, &err);
    bl_reader_free(reader);
    bl_arena_free(&to.arena);
    if (status != BILINT_OK)
        fail_msg("%u:%u: %s", err.line, err.column, err.message);
    assert_string_equal(to.got, wanted);
    assert_int_equal(to.wrong, 0);
    assert_true(to.checked > 0);
}

/* `units` in every encoding that can hold it, in pieces of several sizes. */
static void check_behind(const char *dtd, const char *units,
                         const char *wanted)
{
    static const size_t pieces[] = { 1, 2, 3, 7, 64, 16384 };
    static sample s;
    int encodings = 0;

    for (int how = 0; how < ENCODINGS; how++) {
        const int size = snprintf(
            s.text, sizeof(s.text),
            "<?xml version=\"1.0\" encoding=\"%s\"?>\n%s\n"
            "<xliff version=\"1.2\"><file source-language=\"en\"\n"
            " target-language=\"vi\"><body>\n%s</body></file></xliff>\n",
            names[how], dtd, units);

        assert_true(size > 0 && (size_t)size < sizeof(s.text));
        s.size = (size_t)size;
        if (!encode(&s, (encoding)how))
            continue;
        encodings++;
        for (size_t i = 0; i < sizeof(pieces) / sizeof(pieces[0]); i++)
            read_in_pieces(&s, wanted, pieces[i]);
    }
    assert_true(encodings >= 6);
}

/* Behind a DTD libxml2 reads the text itself. */
static void check(const char *units, const char *wanted)
{
    check_behind("<!DOCTYPE xliff [<!ENTITY nbsp \"&#160;\">"
                 "<!ENTITY brand \"Acme\">]>",
                 units, wanted);
    if (strstr(units, "&nbsp;") != NULL || strstr(units, "&brand;") != NULL)
        return;
    check_behind("<!DOCTYPE xliff SYSTEM \"xliff.dtd\">", units, wanted);
    check_behind("", units, wanted);
}

static void places_plain_text(void **state)
{
    (void)state;
    check("<trans-unit id=\"1\"><source>One</source>\n"
          "  <target>Một</target></trans-unit>",
          "One|Một\n");
    check("<trans-unit id=\"1\"><source>日本</source>"
          "<target>日</target></trans-unit>",
          "日本|日\n");
    check("<trans-unit id=\"1\"><source>é€</source>"
          "<target>\U0001f600é</target></trans-unit>",
          "é€|\U0001f600é\n");
}

static void places_references(void **state)
{
    (void)state;
    check("<trans-unit id=\"1\"><source>a&amp;b&lt;&gt;c&quot;&apos;d</source>"
          "<target>&#233;&#xE9;&#x1f600;z&#10;y</target></trans-unit>",
          "a&b<>c\"'d|éé\U0001f600z\ny\n");
}

static void places_entities_of_the_dtd(void **state)
{
    (void)state;
    check("<trans-unit id=\"1\"><source>a&nbsp;b</source>"
          "<target>x&nbsp;y&amp;&nbsp;z</target></trans-unit>",
          "a\u00a0b|x\u00a0y&\u00a0z\n");
}

/* All letters of an entity stand where its reference does, not in what
 * follows it. */
static void places_letters_inside_an_entity(void **state)
{
    (void)state;
    check("<trans-unit id=\"1\"><source>a</source>"
          "<target>x &brand; y&amp;&brand;z</target></trans-unit>",
          "a|x Acme y&Acmez\n");
}

static void places_cdata(void **state)
{
    (void)state;
    check("<trans-unit id=\"1\"><source>a<![CDATA[b&c<d]]>e</source>"
          "<target><![CDATA[x]]><![CDATA[y]]]]>z</target></trans-unit>",
          "ab&c<de|xy]]z\n");
}

static void places_text_around_comments(void **state)
{
    (void)state;
    check("<trans-unit id=\"1\"><source>a<!-- b & c -->d</source>"
          "<target><!----><?p i?>x<?p?>y<!-- --></target></trans-unit>",
          "ad|xy\n");
}

static void places_line_ends(void **state)
{
    (void)state;
    check("<trans-unit id=\"1\"><source>a\nb\n\nc</source>\r\n"
          "<target>x\r\ny\r\n\r\nz</target></trans-unit>\r\n",
          "a\nb\n\nc|x\ny\n\nz\n");
    check("<trans-unit id=\"1\"><source>a\rb\r\r\nc&#10;\r</source>\r"
          "<target>\r\r<x id=\"1\"/>\r\n</target></trans-unit>\r\n",
          "a\nb\n\nc\n\n|\n\n\uFFFC\n\n");
}

/* Text is looked at sixteen bytes at a time. */
static void places_long_text(void **state)
{
    (void)state;
    check("<trans-unit id=\"1\">"
          "<source>A sentence of more than sixteen bytes]] \x7f</source>"
          "<target>Một câu dài hơn mười sáu byte, với &quot;dấu&quot;]"
          "</target></trans-unit>",
          "A sentence of more than sixteen bytes]] \x7f|"
          "Một câu dài hơn mười sáu byte, với \"dấu\"]\n");
}

static void places_codes_and_text_between(void **state)
{
    (void)state;
    check("<trans-unit id=\"1\">"
          "<source>a<g id=\"1\">b<x id=\"2\"/></g>c<bpt id=\"3\">&lt;b></bpt>"
          "d<ept id=\"3\">&lt;/b></ept></source>"
          "<target><g id=\"1\"\n  ctype=\"bold\">x</g><x id=\"2\"/>y"
          "<ph id=\"4\">{0}</ph></target></trans-unit>",
          "a\uFFFCb\uFFFC\uFFFCc\uFFFCd\uFFFC|\uFFFCx\uFFFC\uFFFCy\uFFFC\n");
}

static void places_segments_of_a_unit(void **state)
{
    (void)state;
    check("<trans-unit id=\"1\"><source>One. Two &amp; three.</source>"
          "<seg-source><mrk mtype=\"seg\" mid=\"a\">One.</mrk> "
          "<mrk mtype=\"seg\" mid=\"b\">Two &amp; three.</mrk></seg-source>"
          "<target><mrk mtype=\"seg\" mid=\"b\">2 &amp; <g id=\"1\">3</g>.</mrk>"
          "<mrk mtype=\"seg\" mid=\"a\">1<!-- -->.</mrk></target></trans-unit>",
          "One.|1.\nTwo & three.|2 & \uFFFC3\uFFFC.\n");
}

/* ---- a long document ---------------------------------------------------- */

typedef struct late {
    bl_unit_sink sink; /* first */
    bl_arena arena;
    const char *text; /* the document */
    uint32_t line;
    int count;
    int wrong;
} late;

/* Each target is the number of its unit, one unit a line. */
static bilint_status take_late(bl_unit_sink *sink, const bl_unit *unit,
                               bilint_error *err)
{
    late *to = (late *)sink;
    const bl_text *target = &unit->segments[0].target;
    const bl_position place = target->locate(target, 0);

    (void)err;
    to->count++;
    if (memcmp(to->text + place.offset, target->ptr, target->size) != 0 ||
        to->text[place.offset + target->size] != '<' ||
        place.line != ++to->line)
        to->wrong++;
    bl_arena_reset(&to->arena);
    return BILINT_OK;
}

/* The window of the reader moves on: what comes late is placed as well. */
static void places_what_comes_late(void **state)
{
    enum { UNITS = 30000, ROOM = UNITS * 90 + 200 };
    char *text = malloc(ROOM);
    late to = { .sink = { .unit = take_late }, .text = text, .line = 1 };
    bilint_error err = BILINT_ERROR_INIT;
    bl_reader *reader;
    size_t size;

    (void)state;
    assert_non_null(text);
    bl_arena_init(&to.arena, &bl_alloc_default, 1 << 20);
    to.sink.arena = &to.arena;
    size = (size_t)snprintf(text, ROOM,
                            "<xliff version=\"1.2\"><file "
                            "source-language=\"en\" "
                            "target-language=\"vi\"><body>\n");
    for (int i = 0; i < UNITS; i++)
        size += (size_t)snprintf(text + size, ROOM - size,
                                 "<trans-unit id=\"%d\"><source>é</source>"
                                 "<target>%d</target></trans-unit>\n",
                                 i, i);
    size += (size_t)snprintf(text + size, ROOM - size,
                             "</body></file></xliff>");
    reader = bl_reader_new(&bl_alloc_default, NULL, NULL, &to.sink);
    assert_non_null(reader);
    assert_int_equal(bl_reader_push(reader, text, size, &err), BILINT_OK);
    assert_int_equal(bl_reader_finish(reader, &err), BILINT_OK);
    bl_reader_free(reader);
    bl_arena_free(&to.arena);
    free(text);
    assert_int_equal(to.count, UNITS);
    assert_int_equal(to.wrong, 0);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(places_plain_text),
    cmocka_unit_test(places_references),
    cmocka_unit_test(places_entities_of_the_dtd),
    cmocka_unit_test(places_letters_inside_an_entity),
    cmocka_unit_test(places_cdata),
    cmocka_unit_test(places_text_around_comments),
    cmocka_unit_test(places_line_ends),
    cmocka_unit_test(places_long_text),
    cmocka_unit_test(places_codes_and_text_between),
    cmocka_unit_test(places_segments_of_a_unit),
    cmocka_unit_test(places_what_comes_late),
};

SUITE(tests)
