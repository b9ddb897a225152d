/* SPDX-License-Identifier: Apache-2.0 */
/*
 * whitespace-edge: white space at the start or end of the target is not that
 * of the source.
 *
 * Programs put texts together, and a space or line break at an edge is part
 * of how. Where the file does not ask for white space to be kept, indentation
 * of the XML may stand there: line breaks are then left alone. Scripts
 * without word spaces need none at the edge either.
 *
 * Page, examples and tests: whitespace_edge.md
 */
#include "checks/check.h"

#include "text/utf8.h"

enum { MISSING, EXTRA, DIFFERENT };

/* The options, in the order of the table below. */
enum { OPTION_SPACES };

static bool is_white(uint32_t c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xa0 ||
           c == 0x202f || c == 0x3000 || (c >= 0x2000 && c <= 0x200a);
}

static bl_span leading(bl_str text)
{
    size_t at = 0;

    while (at < text.size) {
        size_t next = at;

        if (!is_white(bl_utf8_next(text.ptr, text.size, &next)))
            break;
        at = next;
    }
    return (bl_span){ 0, (uint32_t)at };
}

static bl_span trailing(bl_str text)
{
    size_t at = text.size;

    while (at > 0 && is_white(bl_utf8_before(text.ptr, at))) {
        do
            at--;
        while (at > 0 && ((unsigned char)text.ptr[at] & 0xc0) == 0x80);
    }
    return (bl_span){ (uint32_t)at, (uint32_t)text.size };
}

/* What of an edge can be compared. */
typedef struct edge {
    uint32_t spaces;
    uint32_t tabs;
    uint32_t lines;
} edge;

static edge measure(bl_str text)
{
    edge e = { 0, 0, 0 };

    for (size_t at = 0; at < text.size;) {
        const uint32_t c = bl_utf8_next(text.ptr, text.size, &at);

        e.lines += c == '\n';
        e.tabs += c == '\t';
        e.spaces += c != '\n' && c != '\t' && c != '\r';
    }
    return e;
}

static const char *name(edge e)
{
    if (e.lines != 0)
        return "a line break";
    if (e.tabs != 0)
        return "a tab";
    return e.spaces == 1 ? "a space" : "spaces";
}

/* Whether the first character of a text is of a script without spaces. */
static bool is_spaceless(const bl_side *side, bool at_start)
{
    const uint32_t last = side->token_count - 1;

    if (side->token_count == 0)
        return false;
    return (side->tokens[at_start ? 0 : last].flags & BL_TOKEN_GLYPH) != 0 ||
           /* a sentence of such a script ends in its own full stop */
           (side->tokens[at_start ? 0 : last].kind == BL_TOKEN_PUNCT &&
            side->tokens[at_start ? 0 : last].c >= 0x3000);
}

/* What stands at an edge of the source, and at that of the target. */
static void compare(const bl_pair *pair, bool at_start, bl_span a, bl_span b,
                    bl_sink *sink)
{
    const bl_side *source = &pair->side[BL_SOURCE];
    const bl_side *target = &pair->side[BL_TARGET];
    edge x = measure(bl_side_text(source, a));
    edge y = measure(bl_side_text(target, b));
    bl_emission e = { .mark_count = 2 };

    if (!pair->unit->preserve && (x.lines != 0 || y.lines != 0))
        return;
    if (is_spaceless(target, at_start) ||
        !bl_check_setting(pair, sink->rule, OPTION_SPACES)->flag)
        x.spaces = y.spaces = 0;
    if (x.lines == y.lines && x.tabs == y.tabs &&
        (x.spaces == y.spaces ||
         /* The indentation of a line is layout. */
         x.lines != 0))
        return;
    e.message = b.start == b.limit ? MISSING
                : a.start == a.limit ? EXTRA
                                     : DIFFERENT;
    e.marks[0] = bl_mark_of(BL_SOURCE, a);
    e.marks[1] = bl_mark_of(BL_TARGET, b);
    e.arguments[0] = bl_str_z(at_start ? "starts" : "ends");
    e.arguments[1] = bl_str_z(name(e.message == EXTRA ? y : x));
    e.arguments[2] = bl_str_z(name(y));
    e.fix = (bl_fix){ true, BL_TARGET, b, bl_side_text(source, a) };
    bl_emit(sink, &e);
}

/* Whether a byte may be one of white space. */
static bool may_be_white(char byte)
{
    return (unsigned char)byte <= ' ' || (unsigned char)byte >= 0x80;
}

/* Nearly all texts begin and end in letters and signs of ASCII. */
static bool may_have_edges(bl_str text)
{
    return text.size != 0 && (may_be_white(text.ptr[0]) ||
                              may_be_white(text.ptr[text.size - 1]));
}

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    const bl_side *source = &pair->side[BL_SOURCE];
    const bl_side *target = &pair->side[BL_TARGET];

    (void)self;
    if (target->token_count == 0 || source->token_count == 0 ||
        (!may_have_edges(source->text) && !may_have_edges(target->text)))
        return;
    for (int at_start = 1; at_start >= 0; at_start--) {
        const bl_span a =
            at_start ? leading(source->text) : trailing(source->text);
        const bl_span b =
            at_start ? leading(target->text) : trailing(target->text);

        if (a.start != a.limit || b.start != b.limit)
            compare(pair, at_start != 0, a, b, sink);
    }
}

const bl_check bl_check_whitespace_edge = {
    .id = "whitespace-edge",
    .title = "White space at the edge differs from the source",
    .category = "whitespace",
    .its_type = "whitespace",
    .since = "0.1",
    .stage = BL_STABLE,
    .compares = true,
    .needs = BL_NEEDS_TOKENS,
    .messages = {
        [MISSING] = { "missing",
                      "the source {0} with {1}, the target does not",
                      BL_WARNING },
        [EXTRA] = { "extra", "the target {0} with {1}, the source does not",
                    BL_WARNING },
        [DIFFERENT] = { "different",
                        "the source {0} with {1}, the target with {2}",
                        BL_WARNING },
    },
    .options = {
        [OPTION_SPACES] = { "spaces",
                            "compare spaces too, not just tabs and line "
                            "breaks",
                            BL_OPTION_FLAG, { .text = "yes", .flag = true } },
    },
    .run = run,
};
