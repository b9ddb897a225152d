/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Placeholders: %s %1$d %.2f %@ %#@x@ %1 %{x} %(x)s %x% (printf, Objective-C,
 * Qt, Ruby, Python, Symfony); {x} {0} {{x}} {0,number} {$x} {-x(y: "z")} ${x}
 * #{x} $X$ (Java, ICU, .NET, Mustache, Angular, Fluent, shells, browsers);
 * {1> <1} (Phrase).
 */
#include "recognise/masking.h"
#include "text/chars.h"
#include "text/utf8.h"

#include <string.h>

/* %99, of two digits, is the last one. */
enum { PLACES_MAX = 99 };

/* Letters that are written onto a placeholder. */
enum { ENDING = 6 };

/* The 2$ of "%2$s" and "%1$.*2$s": an argument by its number. */
static size_t argument_size(const bl_mask_cursor *c, size_t at)
{
    size_t n = at;

    while (bl_is_figure(bl_peek(c, n)))
        n++;
    return n > at && bl_peek(c, n) == '$' ? n + 1 - at : 0;
}

/* A width or precision: digits, or an argument of its own. */
static size_t width_size(const bl_mask_cursor *c, size_t at)
{
    size_t n = at;

    if (bl_peek(c, n) == '*')
        return 1 + argument_size(c, n + 1);
    while (bl_is_figure(bl_peek(c, n)))
        n++;
    return n - at;
}

/* Whether a digit stands before it, maybe with a space between. */
static bool is_behind_digit(const bl_mask_cursor *c)
{
    size_t at = c->at;

    if (at > 1 && c->text[at - 1] == ' ')
        at--;
    else if (at > 2 && memcmp(c->text + at - 2, "\xc2\xa0", 2) == 0)
        at -= 2;
    return at != 0 && bl_is_figure(c->text[at - 1]);
}

/* Letters of an ending. */
static bool ends_soon(const bl_mask_cursor *c, size_t n)
{
    size_t letters = 0;

    while (letters <= ENDING && bl_is_small(bl_peek(c, n + letters)))
        letters++;
    return letters <= ENDING;
}

/* Whether a conversion of n bytes has signs that no share of a hundred has
 * ("%2$s", "%'d"), or stands in the source of the text as well: then an ending
 * may be written onto it, "%sn" of German. */
static bool is_certain(const bl_mask_cursor *c, size_t n)
{
    const bl_str text = bl_str_of(c->text + c->at, n);

    return memchr(text.ptr, '$', n) != NULL ||
           memchr(text.ptr, '\'', n) != NULL ||
           (c->target && ends_soon(c, n) && bl_str_has(c->source, text) &&
            !is_behind_digit(c));
}

/* Whether a conversion may end before n: "%d" and "%s" end a word, or a new
 * one begins, "%sYou"; "5%der" and "100%sicher" are text. What no share of a
 * hundred has says enough, "%02dm", and one letter may be a unit: "%dh". */
static bool ends_conversion(const bl_mask_cursor *c, size_t n)
{
    const char last = bl_peek(c, n - 1);

    if (last == '@' || !bl_is_alpha(bl_peek(c, n)) || bl_peek(c, 1) == '.' ||
        (bl_peek(c, 1) == '0' && bl_is_figure(bl_peek(c, 2))) ||
        is_certain(c, n))
        return true;
    if (!bl_is_small(bl_peek(c, n)))
        return bl_is_small(last);
    return n == 2 && (last == 'd' || last == 'u') &&
           !bl_is_alpha(bl_peek(c, 3)) && !is_behind_digit(c);
}

/* Conversions of C, Objective-C and Python. */
/* The conversion <PRIu64>, by which message catalogs name that of an integer of
 * so many bits (GNU gettext 0.21, 15.3.1). */
static size_t macro_size(const bl_mask_cursor *c, size_t from)
{
    static const char begin[] = "<PRI";
    size_t n = from;

    for (const char *p = begin; *p != '\0'; p++, n++) {
        if (bl_peek(c, n) != *p)
            return 0;
    }
    while (bl_is_name_sign(bl_peek(c, n)) && n < BL_MASK_NAME)
        n++;
    return bl_peek(c, n) == '>' ? n + 1 : 0;
}

static size_t printf_size(const bl_mask_cursor *c)
{
    size_t n = 1 + argument_size(c, 1);
    size_t macro;

    while (bl_peek(c, n) != '\0' && strchr("-+0#'", bl_peek(c, n)) != NULL)
        n++;
    n += width_size(c, n);
    if (bl_peek(c, n) == '.')
        n += 1 + width_size(c, n + 1);
    macro = macro_size(c, n);
    if (macro != 0)
        return macro;
    while (bl_peek(c, n) != '\0' && strchr("hlLqjzt", bl_peek(c, n)) != NULL)
        n++;
    if (bl_peek(c, n) == '\0' ||
        strchr("diouxXeEfFgGaAcCsSpn@", bl_peek(c, n)) == NULL)
        return 0;
    n++;
    return ends_conversion(c, n) ? n : 0;
}

/* %#@files@ and %1$#@files@: a text with plural forms (stringsdict). Its name
 * may be translated, which is a fault. */
static size_t variable_size(const bl_mask_cursor *c)
{
    const size_t start = 1 + argument_size(c, 1);
    size_t n = start + 2;

    if (bl_peek(c, start) != '#' || bl_peek(c, start + 1) != '@')
        return 0;
    while ((bl_is_name_sign(bl_peek(c, n)) ||
            (unsigned char)bl_peek(c, n) >= 0x80) &&
           n < BL_MASK_NAME)
        n++;
    return n > start + 2 && bl_peek(c, n) == '@' ? n + 1 : 0;
}

/* The number of %1, %L1 or %12, where no digit follows; or 0. */
static int place_number(const bl_mask_cursor *c, size_t *size)
{
    size_t n = bl_peek(c, 1) == 'L' ? 2 : 1;
    int number;

    if (!bl_is_figure(bl_peek(c, n)))
        return 0;
    number = bl_peek(c, n++) - '0';
    if (number != 0 && bl_is_figure(bl_peek(c, n)))
        number = 10 * number + (bl_peek(c, n++) - '0');
    *size = n;
    /* "%1,49" is a share of a hundred. */
    return bl_is_figure(bl_peek(c, n)) ||
                   ((bl_peek(c, n) == '.' || bl_peek(c, n) == ',') &&
                    bl_is_figure(bl_peek(c, n + 1)))
               ? 0
               : number;
}

/* Whether a letter is right behind: the 5 of "%5d" is a width. */
static bool is_glued(const bl_mask_cursor *c, size_t size)
{
    return bl_is_alpha(bl_peek(c, size));
}

/* %80 may be a share of a hundred, as some languages write it. Placeholders are
 * numbered from 1 on without a gap; and a target has some where its source
 * does. With a letter behind them they count only beside others: %1x%2. */
static int count_places(const bl_mask_cursor *c, bool glued)
{
    bool seen[PLACES_MAX + 1] = { false };
    bool plain = false;
    bl_mask_cursor all = *c;
    int most = 0;
    int count = 0;

    for (all.at = 0; all.at < all.size; all.at++) {
        size_t size;
        const int number =
            all.text[all.at] == '%' ? place_number(&all, &size) : 0;

        if (number == 0 || (is_glued(&all, size) && !glued))
            continue;
        plain = plain || !glued ||
                (!is_glued(&all, size) && bl_peek(&all, size) != '$');
        seen[number] = true;
        most = number > most ? number : most;
    }
    while (count < most && seen[count + 1])
        count++;
    /* "%1s" alone is one, too: nobody asks for a width of 1. */
    return (plain || most == 1) && count == most ? count : 0;
}

/* %1 %L1 %n (Qt, AL). */
static size_t numbered_size(bl_mask_cursor *c)
{
    size_t size;
    const int number = place_number(c, &size);

    if (bl_peek(c, 1) == 'n' && !bl_is_alpha(bl_peek(c, 2)))
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
    return size;
}

/* An opening sign, a name, and what closes it. */
static size_t named_size(const bl_mask_cursor *c, size_t open,
                         const char *close)
{
    size_t n = open;

    while (bl_peek(c, n) == ' ' && n < BL_MASK_NAME)
        n++;
    if (!bl_is_name_sign(bl_peek(c, n)))
        return 0;
    while (bl_is_name_sign(bl_peek(c, n)) && n < BL_MASK_NAME)
        n++;
    while (bl_peek(c, n) == ' ' && n < BL_MASK_NAME)
        n++;
    for (size_t i = 0; close[i] != '\0'; i++, n++) {
        if (bl_peek(c, n) != close[i])
            return 0;
    }
    return n;
}

/* "4 %-a": a share of four, with a Hungarian ending. */
static bool is_share(const bl_mask_cursor *c)
{
    return bl_peek(c, 1) == '-' && !bl_is_figure(bl_peek(c, 2)) &&
           is_behind_digit(c);
}

/* %name% of Symfony and %PATH% of Windows: more than a letter, or it is of
 * strftime: "%d.%m.%Y", "%B %Y". */
static size_t between_percents(const bl_mask_cursor *c)
{
    size_t n = 1;

    while (bl_is_name_sign(bl_peek(c, n)) && n < BL_MASK_NAME)
        n++;
    return bl_is_alpha(bl_peek(c, 1)) && bl_is_name_sign(bl_peek(c, 2)) &&
                   bl_peek(c, 2) != '.' && bl_peek(c, 2) != '-' &&
                   bl_peek(c, n) == '%'
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
    bl_mask_cursor all = { .text = text.ptr, .size = text.size };
    size_t sure = 0;
    size_t count = 0;

    for (all.at = 0; all.at < all.size; all.at++) {
        if (bl_peek(&all, 0) != '%')
            continue;
        all.at++;
        if (bl_peek(&all, 0) != '\0' && strchr("-_0", bl_peek(&all, 0)) != NULL)
            all.at++;
        if (bl_peek(&all, 0) == '\0' || bl_is_alpha(bl_peek(&all, 1)) ||
            (strchr(of_dates, bl_peek(&all, 0)) == NULL &&
             strchr(of_dates_too, bl_peek(&all, 0)) == NULL))
            return false;
        sure += strchr(of_dates, bl_peek(&all, 0)) != NULL;
        count++;
    }
    return sure != 0 && count > 1;
}

static bool is_of_date(bl_mask_cursor *c)
{
    if (c->date < 0)
        c->date = is_date_format(c->source);
    return c->date != 0;
}

/* Whether the sign is the second one of "%%"; the third of "%%%d" is none.
 * More of them than a few are no format. */
static bool is_doubled(const bl_mask_cursor *c)
{
    size_t run = 0;

    while (run < c->at && run < 8 && c->text[c->at - run - 1] == '%')
        run++;
    return run % 2 != 0 || run == 8;
}

static size_t skip_spaces(const bl_mask_cursor *c, size_t n)
{
    while (bl_peek(c, n) == ' ' && n < BL_MASK_NAME)
        n++;
    return n;
}

/* "%1 $s", "%1 $#@files@": an engine took it for text and put spaces into it.
 * It is one where the source has the like. */
static size_t spaced_size(const bl_mask_cursor *c)
{
    bl_mask_cursor rest = *c;
    size_t n = 1;
    size_t size;

    while (bl_is_figure(bl_peek(c, n)))
        n++;
    if (n == 1 || c->places <= 0)
        return 0;
    n = skip_spaces(c, n);
    if (bl_peek(c, n) != '$')
        return 0;
    n = skip_spaces(c, n + 1);
    /* What follows is read as if the sign of percent stood before it. */
    rest.at += n - 1;
    size = variable_size(&rest);
    if (size == 0)
        size = printf_size(&rest);
    return size != 0 ? n - 1 + size : 0;
}

static size_t percent_sign_size(const bl_mask_cursor *c)
{
    size_t limit = c->at;

    return bl_is_percent(bl_utf8_next(c->text, c->size, &limit))
               ? limit - c->at
               : 0;
}

size_t bl_damaged_placeholder_size(const bl_mask_cursor *c)
{
    const size_t sign = percent_sign_size(c);
    bl_mask_cursor rest = *c;
    size_t n = sign;
    size_t size;
    int number;

    if (sign == 0 || is_behind_digit(c))
        return 0;
    n = skip_spaces(c, n);
    if (n == 0 || n > sign + 1 || (n == 1 && c->text[c->at] == '%'))
        return 0;
    /* What follows is read as if the sign of percent stood before it. */
    rest.at += n - 1;
    number = place_number(&rest, &size);
    return number != 0 && number <= c->lost && !is_glued(&rest, size)
               ? n - 1 + size
               : 0;
}

/* "%{0}" for "{0}%", where the sign of percent stands first, as in Turkish. */
static bool is_share_of(const bl_mask_cursor *c, size_t n)
{
    char share[BL_MASK_NAME + 4];

    if (!c->target || n + 1 > sizeof(share) ||
        bl_str_has(c->source, bl_str_of(c->text + c->at, n)))
        return false;
    memcpy(share, c->text + c->at + 1, n - 1);
    share[n - 1] = '%';
    if (bl_str_has(c->source, bl_str_of(share, n)))
        return true;
    share[n - 1] = ' ';
    share[n] = '%';
    return bl_str_has(c->source, bl_str_of(share, n + 1));
}

/* %{name} of Ruby. */
static size_t ruby_size(const bl_mask_cursor *c)
{
    const size_t n = named_size(c, 2, "}");

    return n != 0 && !is_doubled(c) && !is_share_of(c, n) ? n : 0;
}

/* "%sx%s" and "%dx%d": a size, of two. */
static bool is_size(const bl_mask_cursor *c)
{
    return bl_peek(c, 1) != '\0' && strchr("dsu", bl_peek(c, 1)) != NULL &&
           bl_peek(c, 2) == 'x' && bl_peek(c, 3) == '%' &&
           bl_peek(c, 4) == bl_peek(c, 1);
}

/* What the source has between the same signs: the %u of "%user%" is none. */
static size_t named_in_source(const bl_mask_cursor *c)
{
    const size_t n = c->target && !is_size(c) ? between_percents(c) : 0;

    return bl_str_has(c->source, bl_str_of(c->text + c->at, n)) ? n : 0;
}

static bool is_hexadecimal(char c)
{
    return bl_is_figure(c) || (c >= 'A' && c <= 'F');
}

static bool is_alphanumeric(char c)
{
    return bl_is_alpha(c) || bl_is_figure(c);
}

/* A byte as addresses write it (RFC 3986, 2.1), where some of one stands in a
 * text: "login%20page", "%3Cb%3E". Of two figures it may be a width, "%20s",
 * where no letter stands before it, or one behind it. */
static bool is_escape(const bl_mask_cursor *c)
{
    const char before = c->at > 0 ? c->text[c->at - 1] : '\0';
    const char behind = bl_peek(c, 3);

    if (bl_peek(c, 1) < '2' || !is_hexadecimal(bl_peek(c, 1)) ||
        !is_hexadecimal(bl_peek(c, 2)))
        return false;
    if (!bl_is_figure(bl_peek(c, 2)))
        return is_alphanumeric(before) || is_alphanumeric(behind) ||
               behind == '%';
    return is_alphanumeric(before) &&
           (behind == '%' || (is_alphanumeric(behind) &&
                              (is_alphanumeric(bl_peek(c, 4)) ||
                               bl_peek(c, 4) == '%')));
}

static size_t percent_size(bl_mask_cursor *c)
{
    /* The 1 of "%1%2" is no number. */
    const bool glued = (c->at > 0 && c->at != c->behind &&
                        bl_is_figure(c->text[c->at - 1])) ||
                       is_doubled(c);
    size_t place;
    size_t size;

    if (bl_peek(c, 1) == '{')
        return ruby_size(c);
    if (bl_peek(c, 1) == '(') {
        size = named_size(c, 2, ")");
        return size != 0 && bl_is_alpha(bl_peek(c, size)) ? size + 1 : 0;
    }
    if (glued || is_share(c) || is_escape(c) || is_of_date(c))
        return 0; /* 50% */
    if (is_size(c))
        return 2;
    size = named_in_source(c);
    if (size != 0)
        return size;
    place = numbered_size(c);
    size = variable_size(c);
    if (size == 0 && (place == 0 || !is_glued(c, place)))
        size = printf_size(c);
    c->has_places = c->has_places || place != 0;
    if (size == 0)
        size = spaced_size(c);
    if (size != 0)
        return size;
    return place != 0 ? place : between_percents(c);
}

/* {0,number,#.##}: the braces of an argument with a format. */
static size_t formatted_size(const bl_mask_cursor *c)
{
    size_t n = 1;
    size_t depth = 1;

    while (bl_is_name_sign(bl_peek(c, n)) && n < BL_MASK_NAME)
        n++;
    if (n == 1 || (bl_peek(c, n) != ',' && bl_peek(c, n) != ':'))
        return 0;
    for (; c->at + n < c->size && n < BL_MASK_NAME; n++) {
        depth += bl_peek(c, n) == '{';
        depth -= bl_peek(c, n) == '}';
        if (depth == 0)
            return n + 1;
    }
    return 0;
}

/* { $user } of Fluent, {$user} of MessageFormat 2 and Smarty. */
static size_t variable_argument_size(const bl_mask_cursor *c)
{
    const size_t n = skip_spaces(c, 1);

    return bl_peek(c, n) == '$' && bl_is_alpha(bl_peek(c, n + 1))
               ? named_size(c, n + 1, "}")
               : 0;
}

/* The arguments of a call, "(case: \"gen\")", with its parentheses; 0: they do
 * not end. A quoted one may have any sign. */
static size_t arguments_size(const bl_mask_cursor *c, size_t at)
{
    bool quoted = false;

    for (size_t n = at + 1; c->at + n < c->size && n < BL_MASK_NAME; n++) {
        const char sign = bl_peek(c, n);

        if (sign == '"')
            quoted = !quoted;
        else if (!quoted && (sign == '{' || sign == '}' || sign == '('))
            return 0;
        else if (!quoted && sign == ')')
            return n + 1 - at;
    }
    return 0;
}

/* { -brand(case: "gen") } and { NUMBER($count, minimumFractionDigits: 2) }: a
 * term or a function of Fluent that is called. Functions are named in capitals
 * (Fluent 1.0, Syntax Guide). */
static size_t call_size(const bl_mask_cursor *c)
{
    const size_t first = skip_spaces(c, 1);
    const bool term = bl_peek(c, first) == '-';
    size_t n = first + term;
    size_t arguments;

    if (!bl_is_alpha(bl_peek(c, n)))
        return 0;
    while (n < BL_MASK_NAME && bl_is_name_sign(bl_peek(c, n)) &&
           (term || !bl_is_small(bl_peek(c, n))))
        n++;
    arguments = bl_peek(c, n) == '(' ? arguments_size(c, n) : 0;
    if (arguments == 0)
        return 0;
    n = skip_spaces(c, n + arguments);
    return bl_peek(c, n) == '}' ? n + 1 : 0;
}

static size_t brace_size(const bl_mask_cursor *c)
{
    size_t size = 0;

    if (bl_peek(c, 1) == '{') {
        size_t n = 2;

        while (bl_peek(c, n) == '{' && n < BL_MASK_NAME)
            n++;
        size = named_size(c, n, "}}");
        return size != 0 && bl_peek(c, size) == '}' ? size + 1 : size;
    }
    size = named_size(c, 1, "}");
    /* {1> and {b> of Phrase */
    if (size == 0)
        size = named_size(c, 1, ">");
    if (size == 0)
        size = variable_argument_size(c);
    if (size == 0)
        size = call_size(c);
    return size != 0 ? size : formatted_size(c);
}

/* $COUNT$ of extensions of browsers: no small letters. */
static size_t between_dollars(const bl_mask_cursor *c)
{
    size_t n = 1;

    while (bl_is_name_sign(bl_peek(c, n)) && !bl_is_small(bl_peek(c, n)) &&
           n < BL_MASK_NAME)
        n++;
    return bl_is_alpha(bl_peek(c, 1)) && n > 2 && bl_peek(c, n) == '$' ? n + 1
                                                                       : 0;
}

size_t bl_placeholder_size(bl_mask_cursor *c)
{
    switch (c->text[c->at]) {
    case '%':
        return percent_size(c);
    case '{':
        return brace_size(c);
    case '$':
        if (bl_peek(c, 1) != '{')
            return between_dollars(c);
        return named_size(c, 2, "}");
    case '#': /* "#{0}" is the number of what {0} is */
        return bl_peek(c, 1) == '{' && !bl_is_figure(bl_peek(c, 2))
                   ? named_size(c, 2, "}")
                   : 0;
    case '<':
        return bl_is_name_sign(bl_peek(c, 1)) ? named_size(c, 1, "}") : 0;
    default:
        return 0;
    }
}
