/* SPDX-License-Identifier: Apache-2.0 */
/* Telling text from markup, byte by byte and across any cut. */
#include "readers/outline.h"

#include "base/str.h"
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
    size_t name;      /* where that of the last start tag begins, */
    size_t content;   /* and what is behind it; 0 where that is elsewhere */
    char *to;
} slice;

static size_t find(const slice *s, size_t from, size_t limit, char c)
{
    const char *found = memchr(s->from + from, c, limit - from);

    return found != NULL ? (size_t)(found - s->from) : limit;
}

/* ---- text --------------------------------------------------------------- */

enum { BLOCK = 16 };

/* What there is in a text, by the place of a byte in a block. */
typedef struct kinds {
    unsigned char bits[BLOCK];     /* all that are set somewhere */
    unsigned char controls[BLOCK]; /* 0xe0 and more where there are some */
    unsigned char brackets[BLOCK]; /* not 0 where there are ] */
} kinds;

/* Blocks from the first byte on, and one that ends with the last. What is
 * done to a byte has no branch, and compilers make a few instructions of a
 * block. */
static void survey(const unsigned char *restrict p, size_t size,
                   kinds *restrict to)
{
    const size_t last = size > BLOCK ? size - BLOCK : 0;

    for (size_t at = 0;; at = at + BLOCK < last ? at + BLOCK : last) {
        for (int i = 0; i < BLOCK; i++) {
            const unsigned char c = p[at + (size_t)i];
            const unsigned char above =
                (unsigned char)((c - ' ') & -(c != '\n'));

            to->bits[i] |= c;
            to->controls[i] =
                to->controls[i] > above ? to->controls[i] : above;
            to->brackets[i] |= (unsigned char)-(c == ']');
        }
        if (at == last)
            return;
    }
}

/* Of those bytes, and maybe of some behind them, up to `room`. */
static kinds kinds_of(const char *text, size_t size, size_t room)
{
    const unsigned char *p = (const unsigned char *)text;
    kinds seen = { .bits = { 0 } };
    unsigned char padded[BLOCK] = { 0 };

    if (room < BLOCK) {
        memset(padded, ' ', BLOCK);
        memcpy(padded, text, size);
        p = padded;
    }
    survey(p, size, &seen);
    return seen;
}

/* Whether some byte of a block has all of the `count` highest bits. */
static bool has_high_bits(const unsigned char *block, int count)
{
    uint64_t half[2];

    memcpy(half, block, sizeof(half));
    for (; count > 1; count--) {
        half[0] &= half[0] << 1;
        half[1] &= half[1] << 1;
    }
    return ((half[0] | half[1]) & UINT64_C(0x8080808080808080)) != 0;
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

/* "]]>", the end of a CDATA section. */
static bool has_section_end(const char *text, size_t size)
{
    const char *limit = text + size;

    while ((text = memchr(text, ']', (size_t)(limit - text))) != NULL) {
        if (limit - text >= 3 && memcmp(text, "]]>", 3) == 0)
            return true;
        text++;
    }
    return false;
}

/* U+FFFE or U+FFFF, in valid text. */
static bool has_noncharacter(const char *text, size_t size)
{
    const char *limit = text + size;

    while ((text = memchr(text, '\xef', (size_t)(limit - text))) != NULL) {
        if (text[1] == '\xbf' && (text[2] == '\xbe' || text[2] == '\xbf'))
            return true;
        text += 3;
    }
    return false;
}

/* Whether libxml2 would take the text. */
static bool is_sound(const char *text, size_t size, size_t room)
{
    const kinds seen = kinds_of(text, size, room);

    if (has_high_bits(seen.controls, 3) && has_control(text, size))
        return false;
    if (has_high_bits(seen.brackets, 1) && has_section_end(text, size))
        return false;
    return !has_high_bits(seen.bits, 1) ||
           (bl_utf8_valid(text, size) == size &&
            !has_noncharacter(text, size));
}

/* ---- markup ------------------------------------------------------------- */

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

static void open_markup(bl_outline *outline, slice *s)
{
    switch (s->from[s->at++]) {
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
        s->name = s->at - 1;
        s->content = 0;
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

static void begin_content(bl_outline *outline, slice *s)
{
    outline->state = TEXT;
    if (s->name != 0)
        s->content = s->at;
}

/* Up to what ends a start tag, or a DTD, or begins a value in it. */
static void read_tag(bl_outline *outline, slice *s)
{
    static const bool means[UCHAR_MAX + 1] = {
        ['>'] = true, ['"'] = true, ['\''] = true, ['['] = true
    };
    const char *p = s->from + s->at;
    const char *limit = s->from + s->size;
    char last;
    char c;

    while (p < limit && !means[(unsigned char)*p])
        p++;
    last = p != s->from ? p[-1] : outline->last;
    s->at = (size_t)(p - s->from);
    if (p == limit)
        return;
    s->at++;
    c = *p;
    if (c == '"' || c == '\'')
        begin_value(outline, c);
    else if (c == '[' && outline->state == DOCTYPE)
        outline->state = AS_IS; /* entities may hold anything */
    else if (c == '>' && outline->state == START && last == '/')
        end_element(outline);
    else if (c == '>' && outline->state == START)
        begin_content(outline, s);
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
        open_markup(outline, s);
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

/* ---- leaving text out --------------------------------------------------- */

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

/* Whether the text goes on that was left out last: nothing of the slice is
 * in the outline yet. */
static bool goes_on(const bl_outline *outline, const slice *s)
{
    return s->at == 0 && outline->first < outline->count &&
           outline->omissions[outline->count - 1].at == outline->size;
}

static void add(bl_outline *outline, uint64_t at, size_t size, size_t tail)
{
    if (bl_grow(outline->alloc, &outline->omissions, &outline->room,
                outline->count, sizeof(bl_omission)))
        outline->omissions[outline->count++] =
            (bl_omission){ at, size, (uint32_t)tail };
    else
        outline->failed = true;
}

static void leave_out(bl_outline *outline, slice *s, size_t limit)
{
    const size_t size = limit - s->at;

    if (goes_on(outline, s)) {
        outline->omissions[outline->count - 1].size += size;
    } else {
        copy(outline, s);
        add(outline, outline->size, size, 0);
    }
    s->at = limit;
    s->copied = limit;
}

static size_t name_size(const char *name)
{
    static const bool ends[UCHAR_MAX + 1] = {
        ['>'] = true, ['/'] = true,  [' '] = true,
        ['\n'] = true, ['\t'] = true, ['\r'] = true
    };
    size_t size = 0;

    while (!ends[(unsigned char)name[size]])
        size++;
    return size;
}

/* Where the end tag at `limit` ends if it is that of the start tag before
 * the text, both are of this slice, and it is nothing but a name; or 0. */
static size_t find_end(const slice *s, size_t limit)
{
    const char *name = s->from + s->name;
    size_t end;

    if (s->content != s->at || s->content == 0 || limit + 2 >= s->size ||
        s->from[limit] != '<' || s->from[limit + 1] != '/')
        return 0;
    end = limit + 2 + name_size(name);
    return end < s->size && s->from[end] == '>' &&
                   bl_bytes_equal(name, s->from + limit + 2, end - limit - 2)
               ? end + 1
               : 0;
}

/* The element whose start tag ends here, up to `end`. */
static void leave_content_out(bl_outline *outline, slice *s, size_t limit,
                              size_t end)
{
    const size_t size = end - s->at - 1;
    const size_t tail = end - limit - 1;

    s->at--;
    copy(outline, s);
    *s->to++ = '/';
    *s->to++ = '>';
    add(outline, outline->size + 1, size, tail);
    outline->size += 2;
    s->at = end;
    s->copied = end;
    end_element(outline);
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
    size_t end;

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
    }
    end = find_end(s, limit);
    if (end != 0) {
        leave_content_out(outline, s, limit, end);
        return;
    }
    if (limit > s->at)
        leave_out(outline, s, limit);
    if (s->at == s->size)
        return;
    outline->state = s->from[s->at++] == '<' ? OPEN : REFERENCE;
    if (outline->state == OPEN && s->at < s->size)
        open_markup(outline, s);
}

/* ---- the outline -------------------------------------------------------- */

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
