/* SPDX-License-Identifier: Apache-2.0 */
/* Telling text from markup, byte by byte and across any cut. */
#include "readers/outline.h"

#include "text/utf8.h"

#include <limits.h>
#include <string.h>

enum {
    GIVEN, /* text that stays; the beginning of a document is such, too */
    TEXT,
    REFERENCE,
    OPEN,      /* behind < */
    START,     /* in a start tag */
    END,       /* in an end tag */
    QUOTED,    /* in a quoted value */
    PROCESSED, /* in a processing instruction */
    BANG,      /* behind <! */
    DASH,      /* behind <!- */
    COMMENT,
    CDATA,
    DOCTYPE,
    AS_IS /* nothing is left out any more */
};

/* Text longer than this is not gathered before somebody sees it. */
enum { LONG_TEXT = 1 << 20 };

void bl_outline_init(bl_outline *outline, const bl_alloc *alloc)
{
    *outline = (bl_outline){ .alloc = alloc };
}

void bl_outline_free(bl_outline *outline)
{
    bl_free(outline->alloc, outline->omissions);
}

/* What is being read. */
typedef struct slice {
    const char *from;
    size_t size;
    size_t at;
    size_t copied;    /* up to here it is in the outline, or left out */
    size_t ampersand; /* the next one from `at` on, or `size` */
    char *to;
} slice;

static size_t find(const slice *s, size_t from, size_t limit, char c)
{
    const char *found = memchr(s->from + from, c, limit - from);

    return found != NULL ? (size_t)(found - s->from) : limit;
}

/* ---- text ------------------------------------------------------------------ */

enum { BLOCK = 16, CONTROL = 1, BRACKET = 2, LAST = 4, WIDE = 0x80 };

#define EACH UINT64_C(0x0101010101010101)

/* Sixteen bytes, all of them alike and without a branch, of which compilers
 * make a few instructions. */
static inline void look(const unsigned char *restrict p,
                        unsigned char *restrict seen)
{
    for (int i = 0; i < BLOCK; i++) {
        const unsigned char c = p[i];
        const unsigned char control = (c < 0x20) & (c != '\n');
        const unsigned char bracket = c == ']' ? BRACKET : 0;
        const unsigned char last = c == 0xef ? LAST : 0;

        seen[i] |= (unsigned char)((c & WIDE) | control | bracket | last);
    }
}

/* What there is at all in those bytes, and maybe in some behind them, up to
 * `room`: eight sets of flags. */
static uint64_t survey(const char *text, size_t size, size_t room)
{
    const unsigned char *p = (const unsigned char *)text;
    unsigned char seen[BLOCK] = { 0 };
    unsigned char padded[BLOCK] = { 0 };
    uint64_t half[2];

    if (room < BLOCK) {
        memcpy(padded, text, size);
        p = padded;
    }
    look(p, seen);
    if (size > BLOCK) {
        for (size_t at = BLOCK; at + BLOCK < size; at += BLOCK)
            look(p + at, seen);
        look(p + size - BLOCK, seen);
    }
    memcpy(half, seen, sizeof(half));
    return half[0] | half[1];
}

/* A character that XML has not (XML 1.0, production 2). */
static bool has_control(const char *text, size_t size)
{
    for (size_t at = 0; at < size; at++) {
        const unsigned char c = (unsigned char)text[at];

        if (c < 0x20 && c != '\n' && c != '\t' && c != '\r')
            return true;
    }
    return false;
}

static bool has(const char *text, size_t size, const char *three)
{
    const char *limit = text + size;

    while ((text = memchr(text, three[0], (size_t)(limit - text))) != NULL) {
        if (limit - text >= 3 && memcmp(text, three, 3) == 0)
            return true;
        text++;
    }
    return false;
}

/* Whether libxml2 would take the text. */
static bool is_sound(const char *text, size_t size, size_t room)
{
    const uint64_t seen = survey(text, size, room);

    if (seen == 0)
        return true;
    if ((seen & EACH * CONTROL) != 0 && has_control(text, size))
        return false;
    if ((seen & EACH * BRACKET) != 0 && has(text, size, "]]>"))
        return false;
    if ((seen & EACH * WIDE) != 0 && bl_utf8_valid(text, size) != size)
        return false;
    return (seen & EACH * LAST) == 0 || (!has(text, size, "\xef\xbf\xbe") &&
                                         !has(text, size, "\xef\xbf\xbf"));
}

/* Up to `at`, what was not left out goes to the outline. */
static void copy(bl_outline *outline, slice *s)
{
    const size_t size = s->at - s->copied;

    if (size != 0)
        memcpy(s->to, s->from + s->copied, size);
    s->to += size;
    outline->size += size;
    s->copied = s->at;
}

/* Whether the text goes on that was left out last. */
static bool goes_on(const bl_outline *outline, const slice *s)
{
    return s->copied == s->at && outline->first < outline->count &&
           outline->omissions[outline->count - 1].at == outline->size;
}

static void leave_out(bl_outline *outline, slice *s, size_t limit)
{
    const size_t size = limit - s->at;

    copy(outline, s);
    s->at = limit;
    s->copied = limit;
    if (goes_on(outline, s)) {
        outline->omissions[outline->count - 1].size += size;
        return;
    }
    if (!bl_grow(outline->alloc, &outline->omissions, &outline->room,
                 outline->count, sizeof(bl_omission))) {
        outline->failed = true;
        return;
    }
    outline->omissions[outline->count++] =
        (bl_omission){ outline->size, size };
}

/* Text that libxml2 has to refuse it is given from its beginning on: where
 * that is in an earlier slice, this one is read again. */
static void give(bl_outline *outline, slice *s)
{
    outline->state = GIVEN;
    copy(outline, s);
    if (goes_on(outline, s)) {
        outline->read -= outline->omissions[--outline->count].size;
        s->size = s->at;
    }
}

/* What is very long has to be seen before it ends. Nothing is cut between
 * the two bytes that end a line. */
static bool is_too_long(const bl_outline *outline, const slice *s)
{
    return goes_on(outline, s) &&
           outline->omissions[outline->count - 1].size >= LONG_TEXT &&
           s->from[s->at] != '\n';
}

static void read_text(bl_outline *outline, slice *s)
{
    size_t limit = find(s, s->at, s->size, '<');

    if (s->ampersand < s->at)
        s->ampersand = find(s, s->at, s->size, '&');
    if (s->ampersand < limit)
        limit = s->ampersand;
    if (limit > s->at) {
        if (is_too_long(outline, s)) {
            outline->state = GIVEN;
            return;
        }
        if (!is_sound(s->from + s->at, limit - s->at, s->size - s->at)) {
            give(outline, s);
            return;
        }
        leave_out(outline, s, limit);
    }
    if (s->at < s->size)
        outline->state = s->from[s->at++] == '<' ? OPEN : REFERENCE;
}

/* ---- markup ---------------------------------------------------------------- */

/* Behind a tag or the like. */
static void end_markup(bl_outline *outline)
{
    outline->state = outline->depth != 0 ? TEXT : GIVEN;
}

static void end_element(bl_outline *outline)
{
    if (outline->depth != 0)
        outline->depth--;
    end_markup(outline);
}

static void begin_value(bl_outline *outline, char quote)
{
    outline->within = outline->state;
    outline->quote = quote;
    outline->state = QUOTED;
}

/* A comment or the like, whose end does not begin before it. */
static void enter(bl_outline *outline, unsigned char state)
{
    outline->before[0] = outline->before[1] = '\0';
    outline->state = state;
}

/* Whether c is the > of what ends it. */
static bool is_end(bl_outline *outline, char one_but_last, char last, char c)
{
    const bool end =
        c == '>' && outline->before[1] == last &&
        (one_but_last == '\0' || outline->before[0] == one_but_last);

    outline->before[0] = outline->before[1];
    outline->before[1] = c;
    return end;
}

/* Up to that byte, or to the end of the slice, and behind it. Whether it is
 * there. */
static bool pass(slice *s, char c)
{
    s->at = find(s, s->at, s->size, c);
    if (s->at == s->size)
        return false;
    s->at++;
    return true;
}

static void open_markup(bl_outline *outline, char c)
{
    switch (c) {
    case '?':
        enter(outline, PROCESSED);
        break;
    case '!':
        outline->state = BANG;
        break;
    case '/':
        outline->state = END;
        break;
    default:
        outline->depth++;
        outline->state = START;
        break;
    }
}

static void open_bang(bl_outline *outline, char c)
{
    if (c == '[')
        enter(outline, CDATA);
    else
        outline->state = c == '-' ? DASH : DOCTYPE;
}

/* Up to what ends a start tag, or a DTD, or begins a value in it. */
static void read_tag(bl_outline *outline, slice *s)
{
    static const bool means[UCHAR_MAX + 1] = {
        ['>'] = true, ['"'] = true, ['\''] = true, ['['] = true
    };
    size_t at = s->at;
    char last;
    char c;

    while (at < s->size && !means[(unsigned char)s->from[at]])
        at++;
    last = at != 0 ? s->from[at - 1] : outline->last;
    s->at = at;
    if (at == s->size)
        return;
    c = s->from[s->at++];
    if (c == '"' || c == '\'')
        begin_value(outline, c);
    else if (c == '[' && outline->state == DOCTYPE)
        outline->state = AS_IS; /* entities may hold anything */
    else if (c == '>' && outline->state == START && last == '/')
        end_element(outline);
    else if (c == '>')
        end_markup(outline);
}

static void read_markup(bl_outline *outline, slice *s)
{
    switch (outline->state) {
    case GIVEN:
        if (pass(s, '<'))
            outline->state = OPEN;
        break;
    case REFERENCE:
        if (s->from[s->at] == '<')
            outline->state = OPEN;
        else if (s->from[s->at] == ';')
            outline->state = TEXT;
        s->at++;
        break;
    case OPEN:
        open_markup(outline, s->from[s->at++]);
        break;
    case START:
    case DOCTYPE:
        read_tag(outline, s);
        break;
    case END:
        if (pass(s, '>'))
            end_element(outline);
        break;
    case QUOTED:
        if (pass(s, outline->quote))
            outline->state = outline->within;
        break;
    case PROCESSED:
        if (is_end(outline, '\0', '?', s->from[s->at++]))
            end_markup(outline);
        break;
    case BANG:
        open_bang(outline, s->from[s->at++]);
        break;
    case DASH:
        enter(outline, COMMENT);
        s->at++;
        break;
    case COMMENT:
        if (is_end(outline, '-', '-', s->from[s->at++]))
            end_markup(outline);
        break;
    case CDATA:
        if (is_end(outline, ']', ']', s->from[s->at++]))
            end_markup(outline);
        break;
    default:
        s->at = s->size;
        break;
    }
}

/* ---- the outline ------------------------------------------------------------- */

size_t bl_outline_read(bl_outline *outline, const char *from, size_t size,
                       char *to)
{
    slice s = { .from = from, .size = size, .to = to };

    if (outline->first != 0) {
        outline->count -= outline->first;
        memmove(outline->omissions, outline->omissions + outline->first,
                outline->count * sizeof(bl_omission));
        outline->first = 0;
    }
    s.ampersand = find(&s, 0, size, '&');
    if (!outline->returns)
        outline->returns = find(&s, 0, size, '\r') != size;
    while (s.at < s.size && !outline->failed) {
        if (outline->state == TEXT)
            read_text(outline, &s);
        else
            read_markup(outline, &s);
    }
    copy(outline, &s);
    if (s.at != 0)
        outline->last = from[s.at - 1];
    outline->read += s.at;
    return (size_t)(s.to - to);
}

uint64_t bl_outline_place(const bl_outline *outline, uint64_t at)
{
    uint64_t place = at + outline->told;

    for (size_t i = outline->first;
         i < outline->count && outline->omissions[i].at < at; i++)
        place += outline->omissions[i].size;
    return place;
}
