/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is no prose: placeholders, links and markup written as text. They are
 * masked for everything that looks at language, and compared as they stand.
 *
 * Placeholders: %s %1$d %.2f %@ %1 %{x} %(x)s %x% (printf, Objective-C, Qt,
 * Ruby, Python, Symfony); {x} {0} {{x}} {0,number} ${x} #{x} (Java, ICU,
 * .NET, Mustache, Angular, shells); {1> <1} (Phrase).
 */
#include "recognise/recognise.h"

#include <string.h>

/* %99, of two digits, is the last one. A target may add some of one digit. */
enum { PLACES_MAX = 99, PLACES_ADDED = 9 };

/* The text from one place on. */
typedef struct cursor {
    const char *text;
    size_t size;
    size_t at;
    int places; /* %1 to this are placeholders; -1: not yet counted */
    int glued;  /* the same with a letter behind them: %1x%2 */
    int date;   /* whether `source` is a date for strftime; -1: not yet known */
    bl_str source; /* the text; of a target, that of the source */
    bool has_places;
} cursor;

static char peek(const cursor *c, size_t ahead)
{
    return c->at + ahead < c->size ? c->text[c->at + ahead] : '\0';
}

static bool begins_with(const cursor *c, const char *word)
{
    size_t n = 0;

    while (word[n] != '\0' && peek(c, n) == word[n])
        n++;
    return word[n] == '\0';
}

static bool is_alpha(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_small(char c)
{
    return c >= 'a' && c <= 'z';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Letters of names of variables. */
static bool is_name(char c)
{
    return is_alpha(c) || is_digit(c) || c == '_' || c == '.' || c == '-';
}

/* ---- placeholders ------------------------------------------------------- */

/* The 2$ of "%2$s" and "%1$.*2$s": an argument by its number. */
static size_t argument_size(const cursor *c, size_t at)
{
    size_t n = at;

    while (is_digit(peek(c, n)))
        n++;
    return n > at && peek(c, n) == '$' ? n + 1 - at : 0;
}

/* A width or precision: digits, or an argument of its own. */
static size_t width_size(const cursor *c, size_t at)
{
    size_t n = at;

    if (peek(c, n) == '*')
        return 1 + argument_size(c, n + 1);
    while (is_digit(peek(c, n)))
        n++;
    return n - at;
}

/* Whether a digit stands before it, maybe with a space between. */
static bool is_behind_digit(const cursor *c)
{
    size_t at = c->at;

    if (at > 1 && c->text[at - 1] == ' ')
        at--;
    else if (at > 2 && memcmp(c->text + at - 2, "\xc2\xa0", 2) == 0)
        at -= 2;
    return at != 0 && is_digit(c->text[at - 1]);
}

/* Whether a conversion may end before n: "%d" and "%s" end a word, or a new
 * one begins, "%sYou"; "5%der" and "100%sicher" are text. What no share of a
 * hundred has says enough, "%02dm", and one letter may be a unit: "%dh". */
static bool ends_conversion(const cursor *c, size_t n)
{
    const char last = peek(c, n - 1);

    if (!is_alpha(peek(c, n)) || peek(c, 1) == '.' ||
        (peek(c, 1) == '0' && is_digit(peek(c, 2))))
        return true;
    if (!is_small(peek(c, n)))
        return is_small(last);
    return n == 2 && (last == 'd' || last == 'u') && !is_alpha(peek(c, 3)) &&
           !is_behind_digit(c);
}

/* Conversions of C, Objective-C and Python. */
static size_t printf_size(const cursor *c)
{
    size_t n = 1 + argument_size(c, 1);

    while (peek(c, n) != '\0' && strchr("-+0#'", peek(c, n)) != NULL)
        n++;
    n += width_size(c, n);
    if (peek(c, n) == '.')
        n += 1 + width_size(c, n + 1);
    while (peek(c, n) != '\0' && strchr("hlLqjzt", peek(c, n)) != NULL)
        n++;
    if (peek(c, n) == '\0' ||
        strchr("diouxXeEfFgGaAcCsSpn@", peek(c, n)) == NULL)
        return 0;
    n++;
    return ends_conversion(c, n) ? n : 0;
}

/* The number of %1, %L1 or %12, where no digit follows; or 0. */
static int place_number(const cursor *c, size_t *size)
{
    size_t n = peek(c, 1) == 'L' ? 2 : 1;
    int number;

    if (!is_digit(peek(c, n)))
        return 0;
    number = peek(c, n++) - '0';
    if (number != 0 && is_digit(peek(c, n)))
        number = 10 * number + (peek(c, n++) - '0');
    *size = n;
    return is_digit(peek(c, n)) ? 0 : number;
}

/* Whether a letter is right behind: the 5 of "%5d" is a width. */
static bool is_glued(const cursor *c, size_t size)
{
    return is_alpha(peek(c, size));
}

/* %80 may be a share of a hundred, as some languages write it. Placeholders are
 * numbered from 1 on without a gap; and a target has some where its source
 * does. With a letter behind them they count only beside others: %1x%2. */
static int count_places(const cursor *c, bool glued)
{
    bool seen[PLACES_MAX + 1] = { false };
    bool plain = false;
    cursor all = *c;
    int most = 0;
    int count = 0;

    for (all.at = 0; all.at < all.size; all.at++) {
        size_t size;
        const int number =
            all.text[all.at] == '%' ? place_number(&all, &size) : 0;

        if (number == 0 || (is_glued(&all, size) && !glued))
            continue;
        plain = plain || !glued ||
                (!is_glued(&all, size) && peek(&all, size) != '$');
        seen[number] = true;
        most = number > most ? number : most;
    }
    while (count < most && seen[count + 1])
        count++;
    return plain && count == most ? count : 0;
}

/* %1 %L1 %n (Qt, AL). */
static size_t numbered_size(cursor *c)
{
    size_t size;
    const int number = place_number(c, &size);

    if (peek(c, 1) == 'n' && !is_alpha(peek(c, 2)))
        return 2;
    if (number == 0)
        return 0;
    if (c->places < 0) {
        c->places = count_places(c, false);
        c->glued = count_places(c, true);
        if (c->places < c->glued)
            c->places = c->glued;
    }
    if (number > (is_glued(c, size) ? c->glued : c->places))
        return 0;
    c->has_places = true;
    return size;
}

/* Bytes of a name and what opens it: one without end is none, and is not
 * walked through for each sign in it. */
enum { NAMED_SIZE = 120 };

/* An opening sign, a name, and what closes it. */
static size_t named_size(const cursor *c, size_t open, const char *close)
{
    size_t n = open;

    while (peek(c, n) == ' ' && n < NAMED_SIZE)
        n++;
    if (!is_name(peek(c, n)))
        return 0;
    while (is_name(peek(c, n)) && n < NAMED_SIZE)
        n++;
    while (peek(c, n) == ' ' && n < NAMED_SIZE)
        n++;
    for (size_t i = 0; close[i] != '\0'; i++, n++) {
        if (peek(c, n) != close[i])
            return 0;
    }
    return n;
}

/* "4 %-a": a share of four, with a Hungarian ending. */
static bool is_share(const cursor *c)
{
    return peek(c, 1) == '-' && !is_digit(peek(c, 2)) && is_behind_digit(c);
}

/* %name% of Symfony and %PATH% of Windows: more than a letter, or it is of
 * strftime: "%d.%m.%Y", "%B %Y". */
static size_t between_percents(const cursor *c)
{
    size_t n = 1;

    while (is_name(peek(c, n)) && n < NAMED_SIZE)
        n++;
    return is_alpha(peek(c, 1)) && is_name(peek(c, 2)) &&
                   peek(c, 2) != '.' && peek(c, 2) != '-' && peek(c, n) == '%'
               ? n + 1
               : 0;
}

/* Conversions of a date or a time, of which no printf has any; the letters of
 * some of the others are those of numbers. */
static const char of_dates[] = "YBbHMIy";
static const char of_dates_too[] = "dmeaAplkSTDFR";

/* Whether the text is a date or time for strftime, which a translator puts
 * together as the language wants it: two conversions or more, and nothing
 * that printf alone knows. */
static bool is_date_format(bl_str text)
{
    cursor all = { .text = text.ptr, .size = text.size };
    size_t sure = 0;
    size_t count = 0;

    for (all.at = 0; all.at < all.size; all.at++) {
        if (peek(&all, 0) != '%')
            continue;
        all.at++;
        if (peek(&all, 0) != '\0' && strchr("-_0", peek(&all, 0)) != NULL)
            all.at++;
        if (peek(&all, 0) == '\0' || is_alpha(peek(&all, 1)) ||
            (strchr(of_dates, peek(&all, 0)) == NULL &&
             strchr(of_dates_too, peek(&all, 0)) == NULL))
            return false;
        sure += strchr(of_dates, peek(&all, 0)) != NULL;
        count++;
    }
    return sure != 0 && count > 1;
}

static bool is_of_date(cursor *c)
{
    if (c->date < 0)
        c->date = is_date_format(c->source);
    return c->date != 0;
}

static size_t percent_size(cursor *c)
{
    const bool glued = c->at > 0 && (is_digit(c->text[c->at - 1]) ||
                                     c->text[c->at - 1] == '%');
    size_t size;

    if (peek(c, 1) == '{')
        return named_size(c, 2, "}");
    if (peek(c, 1) == '(') {
        size = named_size(c, 2, ")");
        return size != 0 && is_alpha(peek(c, size)) ? size + 1 : 0;
    }
    if (glued || is_share(c) || is_of_date(c))
        return 0; /* 50% */
    size = is_digit(peek(c, 1)) ? numbered_size(c) : 0;
    if (size == 0 || !is_glued(c, size)) {
        const size_t printed = printf_size(c);

        size = printed != 0 ? printed : size != 0 ? size : numbered_size(c);
    }
    return size != 0 ? size : between_percents(c);
}

/* {0,number,#.##}: the braces of an argument with a format. */
static size_t formatted_size(const cursor *c)
{
    size_t n = 1;
    size_t depth = 1;

    while (is_name(peek(c, n)) && n < NAMED_SIZE)
        n++;
    if (n == 1 || (peek(c, n) != ',' && peek(c, n) != ':'))
        return 0;
    /* plural and select hold prose: only their head is a placeholder. */
    if (peek(c, n) == ',') {
        cursor head = *c;

        head.at += n + 1;
        while (peek(&head, 0) == ' ')
            head.at++;
        if (begins_with(&head, "plural") || begins_with(&head, "select"))
            return n + 1;
    }
    for (; c->at + n < c->size && n < NAMED_SIZE; n++) {
        depth += peek(c, n) == '{';
        depth -= peek(c, n) == '}';
        if (depth == 0)
            return n + 1;
    }
    return 0;
}

static size_t brace_size(const cursor *c)
{
    size_t size = 0;

    if (peek(c, 1) == '{') {
        size_t n = 2;

        while (peek(c, n) == '{' && n < NAMED_SIZE)
            n++;
        size = named_size(c, n, "}}");
        return size != 0 && peek(c, size) == '}' ? size + 1 : size;
    }
    size = named_size(c, 1, "}");
    /* {1> and {b> of Phrase */
    if (size == 0)
        size = named_size(c, 1, ">");
    return size != 0 ? size : formatted_size(c);
}

static size_t placeholder_size(cursor *c)
{
    switch (c->text[c->at]) {
    case '%':
        return percent_size(c);
    case '{':
        return brace_size(c);
    case '$':
    case '#':
        return peek(c, 1) == '{' ? named_size(c, 2, "}") : 0;
    case '<':
        return is_name(peek(c, 1)) ? named_size(c, 1, "}") : 0;
    default:
        return 0;
    }
}

/* ---- markup and links --------------------------------------------------- */

/* <b>, </a>, <br/>, <img src="x">, written as text. */
static size_t markup_size(const cursor *c)
{
    size_t n = peek(c, 1) == '/' ? 2 : 1;

    if (!is_alpha(peek(c, n)))
        return 0;
    while (is_name(peek(c, n)) && n < NAMED_SIZE)
        n++;
    if (peek(c, n) != '>' && peek(c, n) != '/' && peek(c, n) != ' ')
        return 0;
    for (; c->at + n < c->size && n < 2000; n++) {
        if (peek(c, n) == '<')
            return 0;
        /* A space is followed by an attribute, or it is "a <b or c>". */
        if (peek(c, n) == '>')
            return memchr(c->text + c->at, ' ', n) == NULL ||
                           memchr(c->text + c->at, '=', n) != NULL ||
                           peek(c, n - 1) == '/'
                       ? n + 1
                       : 0;
    }
    return 0;
}

/* &nbsp; &#160; */
static size_t entity_size(const cursor *c)
{
    size_t n = peek(c, 1) == '#' ? 2 : 1;
    const size_t start = n;

    while ((is_alpha(peek(c, n)) || is_digit(peek(c, n))) && n < 12)
        n++;
    return n > start && n < 12 && peek(c, n) == ';' ? n + 1 : 0;
}

static bool is_link_char(char c)
{
    return is_alpha(c) || is_digit(c) || (unsigned char)c >= 0xc3 ||
           ((unsigned char)c >= 0x80 && (unsigned char)c < 0xc0) ||
           (c != '\0' && strchr("-._~:/?#[]@!$&'()*+,;=%", c) != NULL);
}

/* Where an address ends: punctuation at its end belongs to the sentence. */
static size_t link_limit(const cursor *c, size_t at)
{
    size_t end = at;
    size_t open = 0;

    while (end < c->size && is_link_char(c->text[end])) {
        /* Typographic and CJK punctuation is no part of it. */
        if ((unsigned char)c->text[end] == 0xe2 ||
            (unsigned char)c->text[end] == 0xe3 ||
            (unsigned char)c->text[end] == 0xef)
            break;
        open += c->text[end] == '(';
        end++;
    }
    while (end > at && strchr(".,;:!?'", c->text[end - 1]) != NULL)
        end--;
    if (end > at && c->text[end - 1] == ')' && open == 0)
        end--;
    return end;
}

/* Names of hosts are shorter (RFC 1035, 2.3.4): a word without end is not
 * walked through for each point in it. */
enum { HOST_SIZE = 256 };

/* Back to where the word of letters, digits and .+-_ before `at` begins. */
static size_t word_start(const cursor *c, size_t at)
{
    const size_t first = at > HOST_SIZE ? at - HOST_SIZE : 0;

    while (at > first && (is_name(c->text[at - 1]) || c->text[at - 1] == '+'))
        at--;
    return at;
}

/* On to where the word of letters, digits and .-_ behind `at` ends. */
static size_t word_limit(const cursor *c, size_t at)
{
    const size_t last = c->size - at > HOST_SIZE ? at + HOST_SIZE : c->size;

    while (at < last && is_name(c->text[at]))
        at++;
    return at;
}

/* scheme://..., from the colon on */
static bool link_span(const cursor *c, bl_span *span)
{
    size_t start;

    if (peek(c, 1) != '/' || peek(c, 2) != '/')
        return false;
    start = word_start(c, c->at);
    if (start == c->at || !is_alpha(c->text[start]))
        return false;
    span->start = (uint32_t)start;
    span->limit = (uint32_t)link_limit(c, c->at + 3);
    return span->limit > c->at + 3;
}

/* name@host.domain, from the @ on */
static bool mail_span(const cursor *c, bl_span *span)
{
    const size_t start = word_start(c, c->at);
    size_t end = word_limit(c, c->at + 1);
    const bool point = memchr(c->text + c->at, '.', end - c->at) != NULL;

    while (end > c->at && strchr(".-", c->text[end - 1]) != NULL)
        end--;
    /* @name is a handle. */
    if (start == c->at) {
        *span = (bl_span){ (uint32_t)c->at, (uint32_t)end };
        return end > c->at + 2 && is_alpha(c->text[c->at + 1]);
    }
    *span = (bl_span){ (uint32_t)start, (uint32_t)end };
    return point;
}

/* Digits up to the point: the 3 of "3.er". */
static bool is_number(const cursor *c, size_t at)
{
    while (at < c->at && c->text[at] >= '0' && c->text[at] <= '9')
        at++;
    return at == c->at;
}

/* www.example.com, example.com/path, file.txt: labels joined by points, the
 * last one of small letters. From the first point on. */
static bool host_span(const cursor *c, bl_span *span)
{
    size_t last = c->at;
    size_t start;
    size_t end;

    if (!is_alpha(peek(c, 1)))
        return false;
    start = word_start(c, c->at);
    if (start == c->at || is_number(c, start))
        return false;
    end = word_limit(c, c->at);
    for (size_t i = c->at; i < end; i++) {
        if (c->text[i] == '.')
            last = i;
    }
    while (end > last && strchr(".-_", c->text[end - 1]) != NULL)
        end--;
    if (end - last < 3 || end - last > 7)
        return false;
    for (size_t i = last + 1; i < end; i++) {
        if (!(c->text[i] >= 'a' && c->text[i] <= 'z'))
            return false;
    }
    if (end < c->size && (unsigned char)c->text[end] >= 0x80)
        return false; /* a word of another script or with accents */
    if (end < c->size && c->text[end] == '/')
        end = link_limit(c, end);
    *span = (bl_span){ (uint32_t)start, (uint32_t)end };
    return true;
}

/* ---- finding them ------------------------------------------------------- */

static bool mask_at(cursor *c, bl_mask *mask)
{
    size_t size = placeholder_size(c);

    mask->kind = BL_ENTITY_PLACEHOLDER;
    if (size == 0 && c->text[c->at] == '<') {
        mask->kind = BL_ENTITY_MARKUP;
        size = markup_size(c);
    } else if (size == 0 && c->text[c->at] == '&') {
        mask->kind = BL_ENTITY_MARKUP;
        size = entity_size(c);
    }
    if (size != 0) {
        mask->span =
            (bl_span){ (uint32_t)c->at, (uint32_t)(c->at + size) };
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

bool bl_find_masks(bl_recogniser *recogniser, bl_side *side)
{
    bl_token *tokens = recogniser->tokens.items;
    const size_t count = recogniser->tokens.count;
    cursor c = { .text = side->text.ptr,
                 .size = side->text.size,
                 .places = -1,
                 .date = -1,
                 .source = side->text };
    uint32_t behind = 0;
    size_t masks = 0;

    if (side->before != NULL) {
        c.source = side->before->text;
        c.places = side->before->places;
        if (c.places != 0 && c.places < PLACES_ADDED)
            c.places = PLACES_ADDED;
        c.glued = side->before->glued_places;
    }
    for (size_t i = 0;; i++) {
        bl_mask mask;

        i = bl_traits_next(side->traits, count, i, BL_TRAIT_MASK);
        if (i == count)
            break;
        if (tokens[i].start < behind)
            continue;
        c.at = tokens[i].start;
        if (!mask_at(&c, &mask) || mask.span.start < behind)
            continue;
        if (!bl_grow(recogniser->alloc, &recogniser->masks,
                     &recogniser->mask_room, masks, sizeof(bl_mask)))
            return false;
        recogniser->masks[masks++] = mask;
        behind = mask.span.limit;
        flag_tokens(tokens, count, i, mask.span, BL_TOKEN_MASKED);
    }
    for (uint32_t i = 0; side->from != NULL && i < side->from->kept_count;
         i++) {
        const bl_span span = side->from->kept[i];

        flag_tokens(tokens, count, token_at(tokens, count, span.start), span,
                    BL_TOKEN_KEPT);
    }
    side->places = (uint8_t)(c.has_places ? c.places : 0);
    side->glued_places = (uint8_t)(c.has_places ? c.glued : 0);
    side->masks = recogniser->masks;
    side->mask_count = (uint32_t)masks;
    return true;
}
