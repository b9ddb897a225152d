/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is no prose: placeholders, links and markup written as text. They are
 * masked for everything that looks at language, and compared as they stand.
 */
#include "recognise/masking.h"
#include "recognise/recognise.h"
#include "text/chars.h"
#include "text/utf8.h"

#include <string.h>

/* Numbered placeholders that a target may add: those of one digit. */
enum { PLACES_ADDED = 9 };

/* ---- markup and links --------------------------------------------------- */

/* <b>, </a>, <br/>, <img src="x">, written as text. */
static size_t markup_size(const bl_mask_cursor *c)
{
    size_t n = bl_peek(c, 1) == '/' ? 2 : 1;

    if (!bl_is_alpha(bl_peek(c, n)))
        return 0;
    while (bl_is_name_sign(bl_peek(c, n)) && n < BL_MASK_NAME)
        n++;
    if (bl_peek(c, n) != '>' && bl_peek(c, n) != '/' && bl_peek(c, n) != ' ')
        return 0;
    for (; c->at + n < c->size && n < 2000; n++) {
        if (bl_peek(c, n) == '<')
            return 0;
        /* A space is followed by an attribute, or it is "a <b or c>". */
        if (bl_peek(c, n) == '>')
            return memchr(c->text + c->at, ' ', n) == NULL ||
                           memchr(c->text + c->at, '=', n) != NULL ||
                           bl_peek(c, n - 1) == '/'
                       ? n + 1
                       : 0;
    }
    return 0;
}

/* &nbsp; &#160; */
static size_t entity_size(const bl_mask_cursor *c)
{
    size_t n = bl_peek(c, 1) == '#' ? 2 : 1;
    const size_t start = n;

    while ((bl_is_alpha(bl_peek(c, n)) || bl_is_figure(bl_peek(c, n))) &&
           n < 12)
        n++;
    return n > start && n < 12 && bl_peek(c, n) == ';' ? n + 1 : 0;
}

static bool is_link_char(char c)
{
    return bl_is_alpha(c) || bl_is_figure(c) || (unsigned char)c >= 0xc3 ||
           ((unsigned char)c >= 0x80 && (unsigned char)c < 0xc0) ||
           (c != '\0' && strchr("-._~:/?#[]@!$&'()*+,;=%", c) != NULL);
}

/* Where an address ends: punctuation at its end belongs to the sentence. One
 * that stands in parentheses ends with them, whatever is written onto those:
 * "[key](https://example.org/)-hez" of Markdown. */
static size_t link_limit(const bl_mask_cursor *c, size_t at, bool enclosed)
{
    size_t end = at;
    size_t open = 0;
    bool lone = false; /* the last ) has no partner within the address */

    while (end < c->size && is_link_char(c->text[end])) {
        /* Typographic and CJK punctuation is no part of it. */
        if ((unsigned char)c->text[end] == 0xe2 ||
            (unsigned char)c->text[end] == 0xe3 ||
            (unsigned char)c->text[end] == 0xef)
            break;
        if (c->text[end] == ')') {
            lone = open == 0;
            if (lone && enclosed)
                break;
            open -= !lone;
        }
        open += c->text[end] == '(';
        end++;
    }
    while (end > at && strchr(".,;:!?'", c->text[end - 1]) != NULL)
        end--;
    if (end > at && c->text[end - 1] == ')' && lone)
        end--;
    return end;
}

/* Names of hosts are shorter (RFC 1035, 2.3.4): a word without end is not
 * walked through for each point in it. */
enum { HOST_SIZE = 256 };

/* Back to where the word of letters, digits and .+-_ before `at` begins. */
static size_t word_start(const bl_mask_cursor *c, size_t at)
{
    const size_t first = at > HOST_SIZE ? at - HOST_SIZE : 0;

    while (at > first &&
           (bl_is_name_sign(c->text[at - 1]) || c->text[at - 1] == '+'))
        at--;
    return at;
}

/* On to where the word of letters, digits and .-_ behind `at` ends. */
static size_t word_limit(const bl_mask_cursor *c, size_t at)
{
    const size_t last = c->size - at > HOST_SIZE ? at + HOST_SIZE : c->size;

    while (at < last && bl_is_name_sign(c->text[at]))
        at++;
    return at;
}

static bool is_behind_parenthesis(const bl_mask_cursor *c, size_t start)
{
    return start > 0 && c->text[start - 1] == '(';
}

/* scheme://..., from the colon on */
static bool link_span(const bl_mask_cursor *c, bl_span *span)
{
    size_t start;

    if (bl_peek(c, 1) != '/' || bl_peek(c, 2) != '/')
        return false;
    start = word_start(c, c->at);
    if (start == c->at || !bl_is_alpha(c->text[start]))
        return false;
    /* "https://, ...", "das https://-Schema": the scheme alone. */
    if (bl_peek(c, 3) == '\0' || strchr(".,;:!?')-", bl_peek(c, 3)) != NULL)
        return false;
    span->start = (uint32_t)start;
    span->limit = (uint32_t)link_limit(c, c->at + 3,
                                       is_behind_parenthesis(c, start));
    return span->limit > c->at + 3;
}

/* name@host.domain, from the @ on */
static bool mail_span(const bl_mask_cursor *c, bl_span *span)
{
    const size_t start = word_start(c, c->at);
    size_t end = word_limit(c, c->at + 1);
    const bool point = memchr(c->text + c->at, '.', end - c->at) != NULL;

    while (end > c->at && strchr(".-", c->text[end - 1]) != NULL)
        end--;
    /* @name is a handle. */
    if (start == c->at) {
        *span = (bl_span){ (uint32_t)c->at, (uint32_t)end };
        return end > c->at + 2 && bl_is_alpha(c->text[c->at + 1]);
    }
    *span = (bl_span){ (uint32_t)start, (uint32_t)end };
    return point;
}

/* Digits up to the point: the 3 of "3.er". */
static bool is_number(const bl_mask_cursor *c, size_t at)
{
    while (at < c->at && c->text[at] >= '0' && c->text[at] <= '9')
        at++;
    return at == c->at;
}

/* A letter beyond ASCII, of the blocks Latin-1 to IPA and Latin Extended
 * Additional: one of another script only follows an address. */
static bool is_latin_at(const bl_mask_cursor *c, size_t at)
{
    uint32_t letter;

    if (at >= c->size || (unsigned char)c->text[at] < 0x80)
        return false;
    letter = bl_utf8_next(c->text, c->size, &at);
    return (letter >= 0xc0 && letter < 0x250) ||
           (letter >= 0x1e00 && letter < 0x1f00);
}

/* www.example.com, example.com/path, file.txt: labels joined by points, the
 * last one of small letters. From the first point on. */
static bool host_span(const bl_mask_cursor *c, bl_span *span)
{
    size_t last = c->at;
    size_t start;
    size_t end;

    if (!bl_is_alpha(bl_peek(c, 1)))
        return false;
    start = word_start(c, c->at);
    if (start == c->at || is_number(c, start))
        return false;
    end = word_limit(c, c->at);
    while (end > last && strchr(".-_", c->text[end - 1]) != NULL)
        end--;
    for (size_t i = c->at; i < end; i++) {
        if (c->text[i] == '.')
            last = i;
    }
    if (end - last < 3 || end - last > 7)
        return false;
    for (size_t i = last + 1; i < end; i++) {
        if (!(c->text[i] >= 'a' && c->text[i] <= 'z'))
            return false;
    }
    if (is_latin_at(c, end))
        return false; /* a word with accents */
    if (end < c->size && c->text[end] == '/')
        end = link_limit(c, end, is_behind_parenthesis(c, start));
    *span = (bl_span){ (uint32_t)start, (uint32_t)end };
    return true;
}

/* ---- finding them ------------------------------------------------------- */

static bool mask_at(bl_mask_cursor *c, bl_mask *mask)
{
    size_t size = c->text[c->at] == '{' ? bl_message_size(c) : 0;

    mask->kind = size != 0 ? BL_ENTITY_MESSAGE : BL_ENTITY_PLACEHOLDER;
    if (size == 0)
        size = bl_placeholder_size(c);
    if (size == 0 && c->lost != 0)
        size = bl_damaged_placeholder_size(c);
    if (size == 0 && c->text[c->at] == '<') {
        mask->kind = BL_ENTITY_MARKUP;
        size = markup_size(c);
    } else if (size == 0 && c->text[c->at] == '&') {
        mask->kind = BL_ENTITY_MARKUP;
        size = entity_size(c);
    }
    if (size != 0) {
        mask->span = (bl_span){ (uint32_t)c->at, (uint32_t)(c->at + size) };
        return true;
    }
    mask->kind = BL_ENTITY_LINK;
    switch (c->text[c->at]) {
    case ':':
        return link_span(c, &mask->span);
    case '@':
        return mail_span(c, &mask->span);
    case '.':
        return host_span(c, &mask->span);
    default:
        return false;
    }
}

static void flag_tokens(bl_token *tokens, size_t count, size_t from,
                        bl_span span, uint8_t flag)
{
    /* A mask may begin before the sign that gave it away. */
    while (from > 0 && tokens[from - 1].limit > span.start)
        from--;
    for (; from < count && tokens[from].start < span.limit; from++)
        tokens[from].flags |= flag;
}

/* The first token that ends behind `offset`. */
static size_t token_at(const bl_token *tokens, size_t count, uint32_t offset)
{
    size_t low = 0;

    while (low < count) {
        const size_t middle = low + (count - low) / 2;

        if (tokens[middle].limit <= offset)
            low = middle + 1;
        else
            count = middle;
    }
    return low;
}

/* The masks of a side, while they are found. */
typedef struct finding {
    bl_recogniser *recogniser;
    bl_mask_cursor cursor;
    bl_message_place place;
    size_t count;
    uint32_t behind; /* the last one ends here */
} finding;

static bool add_mask(finding *f, uint16_t kind, bl_span span)
{
    bl_recogniser *recogniser = f->recogniser;

    if (!bl_grow(recogniser->alloc, &recogniser->masks, &recogniser->mask_room,
                 f->count, sizeof(bl_mask)))
        return false;
    recogniser->masks[f->count++] = (bl_mask){ .kind = kind, .span = span };
    f->behind = span.limit;
    f->cursor.behind = span.limit;
    return true;
}

/* The messages that end before the limit. */
static bool close_messages(finding *f, size_t limit)
{
    bl_span end;

    while (bl_message_close(&f->place, &f->cursor, limit, &end)) {
        if (!add_mask(f, BL_ENTITY_MESSAGE_END, end))
            return false;
    }
    return true;
}

/* What begins at the token, if anything does; false: no memory. */
static bool read_token(finding *f, size_t at)
{
    bl_token *tokens = f->recogniser->tokens.items;
    const size_t count = f->recogniser->tokens.count;
    bl_mask_cursor *c = &f->cursor;
    bl_mask mask;
    bool found;

    c->at = tokens[at].start;
    if (f->place.depth != 0 && !close_messages(f, c->at))
        return false;
    if (c->text[c->at] == '{' && bl_arm_open(&f->place, c, &mask.span)) {
        mask.kind = BL_ENTITY_ARM;
        found = mask.span.start != mask.span.limit;
    } else {
        found = mask_at(c, &mask);
        if (!found && c->text[c->at] == '{')
            bl_brace_open(&f->place, c);
    }
    if (!found || mask.span.start < f->behind)
        return true;
    if (mask.kind == BL_ENTITY_MESSAGE)
        bl_message_open(&f->place, mask.span);
    else if (f->place.read < mask.span.limit)
        f->place.read = mask.span.limit;
    flag_tokens(tokens, count, at, mask.span, BL_TOKEN_MASKED);
    return add_mask(f, mask.kind, mask.span);
}

/* Whether one of %1 and so on to `places` is not in a text. */
static bool lacks_place(bl_str text, int places)
{
    char wanted[] = "%1";

    for (int i = 1; i <= places && i < 10; i++, wanted[1]++) {
        if (!bl_str_has(text, bl_str_of(wanted, 2)))
            return true;
    }
    return false;
}

/* The next token from `at` on that a mask may begin with, or their number. */
static size_t next_sign(const finding *f, const bl_side *side, size_t at)
{
    const bl_token *tokens = f->recogniser->tokens.items;
    const size_t count = f->recogniser->tokens.count;

    if (f->cursor.lost == 0)
        return bl_traits_next(side->traits, count, at, BL_TRAIT_MASK);
    while (at < count && (side->traits[at] & BL_TRAIT_MASK) == 0 &&
           !bl_is_percent(tokens[at].c))
        at++;
    return at;
}

bool bl_find_masks(bl_recogniser *recogniser, bl_side *side)
{
    bl_token *tokens = recogniser->tokens.items;
    const size_t count = recogniser->tokens.count;
    finding f = { .recogniser = recogniser,
                  .cursor = { .text = side->text.ptr,
                              .size = side->text.size,
                              .places = -1,
                              .date = -1,
                              .source = side->text } };
    bl_mask_cursor *c = &f.cursor;

    if (side->before != NULL) {
        c->source = side->before->text;
        c->target = true;
        c->places = side->before->places;
        if (c->places > 0 && lacks_place(side->text, c->places))
            c->lost = c->places;
        if (c->places != 0 && c->places < PLACES_ADDED)
            c->places = PLACES_ADDED;
        c->glued = side->before->glued_places;
    }
    for (size_t i = 0;; i++) {
        i = next_sign(&f, side, i);
        if (i == count)
            break;
        if (tokens[i].start >= f.behind && !read_token(&f, i))
            return false;
    }
    if (!close_messages(&f, side->text.size))
        return false;
    for (uint32_t i = 0; side->from != NULL && i < side->from->kept_count;
         i++) {
        const bl_span span = side->from->kept[i];

        flag_tokens(tokens, count, token_at(tokens, count, span.start), span,
                    BL_TOKEN_KEPT);
    }
    side->places = (uint8_t)(c->has_places ? c->places : 0);
    side->glued_places = (uint8_t)(c->has_places ? c->glued : 0);
    side->masks = recogniser->masks;
    side->mask_count = (uint32_t)f.count;
    return true;
}
