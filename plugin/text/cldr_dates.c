/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Names of months, weekdays, quarters and day periods, and the words that
 * CLDR's date patterns put beside the numbers: 年, năm, г.
 *
 * A name that holds its own number ("tháng 5", "5月", "Q1") is given as a
 * mark: the word without the number, before or after it.
 */
#include "text/cldr.h"

#include "text/resource.h"
#include "text/utf8.h"

#include <unicode/uchar.h>
#include <unicode/udat.h>
#include <unicode/ustring.h>

#include <stdio.h>
#include <string.h>

enum { NAME_BYTES = 256, WORDS_MAX = 48, WORD_BYTES = 48, PATTERN_UNITS = 64 };

/* From here on scripts have no word spaces. */
enum { CJK = 0x2e80 };

typedef struct dates {
    bl_cldr_sink sink;
    void *context;
} dates;

/* ---- names -------------------------------------------------------------- */

static bool is_word_char(uint32_t c)
{
    const int8_t type = u_charType((UChar32)c);

    return u_isalpha((UChar32)c) || type == U_NON_SPACING_MARK ||
           type == U_COMBINING_SPACING_MARK || type == U_LETTER_NUMBER;
}

/* Without what is no letter at both ends. */
static bl_str trim(bl_str text)
{
    while (text.size != 0) {
        size_t next = 0;

        if (is_word_char(bl_utf8_next(text.ptr, text.size, &next)))
            break;
        text = bl_str_of(text.ptr + next, text.size - next);
    }
    while (text.size != 0 &&
           !is_word_char(bl_utf8_before(text.ptr, text.size))) {
        do
            text.size--;
        while (text.size != 0 &&
               ((unsigned char)text.ptr[text.size] & 0xc0) == 0x80);
    }
    return text;
}

/* Whether it begins in a script without word spaces. */
static bool has_ideographs(bl_str text)
{
    size_t at = 0;

    return text.size != 0 && bl_utf8_next(text.ptr, text.size, &at) >= CJK;
}

/* "tháng 5" -> "tháng" before; "5月" -> "月" after; "1st quarter" -> "quarter"
 * after. */
static void give_mark(const dates *to, bl_sense sense, bl_str name)
{
    size_t digit = 0;
    size_t behind;
    bl_str before;
    bl_str after;

    while (digit < name.size &&
           (name.ptr[digit] < '0' || name.ptr[digit] > '9'))
        digit++;
    for (behind = digit; behind < name.size && name.ptr[behind] >= '0' &&
                         name.ptr[behind] <= '9';)
        behind++;
    before = trim(bl_str_of(name.ptr, digit));
    after = trim(bl_str_of(name.ptr + behind, name.size - behind));
    sense.value = 0;
    if (after.size != 0) {
        const bool glued = (unsigned char)name.ptr[behind] < 0x80 &&
                           name.ptr[behind] != ' ' &&
                           name.ptr[behind] != '.';
        const char *space = memchr(after.ptr, ' ', after.size);

        sense.flags = BL_SENSE_AFTER;
        /* "3rd quarter": the word behind the letters of the ordinal. */
        if (space != NULL && !has_ideographs(after))
            after = trim(bl_str_of(space, (size_t)(after.ptr + after.size -
                                                   space)));
        if (!glued || space != NULL)
            to->sink(to->context, sense, after);
    } else if (before.size != 0) {
        sense.flags = BL_SENSE_BEFORE;
        to->sink(to->context, sense, before);
    }
}

static bool has_digit(bl_str text)
{
    for (size_t i = 0; i < text.size; i++) {
        if (text.ptr[i] >= '0' && text.ptr[i] <= '9')
            return true;
    }
    return false;
}

/* Two or three letters of an alphabet are often a word of their own: the
 * Czech "po" is Monday, and a preposition. Those that are written with a
 * capital (Oct) are known by it, unless they are very short or CLDR writes
 * them with a point. False for a single letter. */
static bool flag_short(bl_str name, uint8_t *flags)
{
    size_t at = 0;
    const uint32_t first = bl_utf8_next(name.ptr, name.size, &at);
    const size_t letters = bl_utf8_points(trim(name).ptr, trim(name).size);

    *flags = 0;
    if (letters > 1 && name.ptr[name.size - 1] == '.')
        *flags = BL_SENSE_WEAK;
    if (first >= CJK || letters > 3)
        return letters > 1;
    if (!u_isupper((UChar32)first))
        *flags = BL_SENSE_WEAK;
    else
        *flags |= letters == 3 ? BL_SENSE_CAPITAL
                               : BL_SENSE_CAPITAL | BL_SENSE_WEAK;
    return letters > 1;
}

/* The name in UTF-8, none where there is none. */
static bl_str symbol_of(const UDateFormat *format, UDateFormatSymbolType type,
                        int32_t index, char *utf8)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar units[NAME_BYTES / 2];
    int32_t bytes = 0;
    const int32_t size = udat_getSymbols(format, type, index, units,
                                         NAME_BYTES / 2, &status);

    u_strToUTF8(utf8, NAME_BYTES, &bytes, units, size, &status);
    return bl_str_of(utf8, U_SUCCESS(status) ? (size_t)bytes : 0);
}

/* Symbols in their full and their short form, and the short form where they
 * stand alone, or in a date. */
typedef struct symbol_types {
    UDateFormatSymbolType full;
    UDateFormatSymbolType brief;
    UDateFormatSymbolType other;
    bl_sense_kind kind;
    bl_sense_kind mark; /* of names that hold a number */
} symbol_types;

/* Whether a short name has a capital letter that it lacks where it stands
 * otherwise: "Dic." and "13 dic." That of a date counts. */
static bool has_small_twin(const UDateFormat *format,
                           const symbol_types *types, int32_t index)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar name[NAME_BYTES / 2];
    UChar other[NAME_BYTES / 2];
    const int32_t size = udat_getSymbols(format, types->brief, index, name,
                                         NAME_BYTES / 2, &status);
    const int32_t other_size = udat_getSymbols(
        format, types->other, index, other, NAME_BYTES / 2, &status);

    return U_SUCCESS(status) && size > 0 && size == other_size &&
           u_isupper(name[0]) && !u_isupper(other[0]) &&
           u_strCaseCompare(name, size, other, other_size, 0, &status) == 0;
}

static void give_symbol(const dates *to, const symbol_types *types,
                        int32_t index, bl_str name, uint8_t flags)
{
    bl_sense sense = { .kind = (uint8_t)types->kind, .flags = flags };

    if (name.size == 0)
        return;
    /* Weekdays are counted from 1 in ICU, the others from 0. */
    sense.value = types->kind == BL_SENSE_WEEKDAY ? index : index + 1;
    if (has_digit(name)) {
        sense.kind = (uint8_t)types->mark;
        give_mark(to, sense, name);
    } else {
        to->sink(to->context, sense, name);
    }
}

static void give_symbols(const dates *to, const UDateFormat *format,
                         const symbol_types *types)
{
    const int32_t count = udat_countSymbols(format, types->full);

    for (int32_t i = 0; i < count; i++) {
        char full[NAME_BYTES];
        char brief[NAME_BYTES];
        const bl_str name = symbol_of(format, types->full, i, full);
        const bl_str abbreviated = symbol_of(format, types->brief, i, brief);
        uint8_t flags = 0;

        give_symbol(to, types, i, name, 0);
        if (!bl_str_equal(name, abbreviated) &&
            !has_small_twin(format, types, i) &&
            (has_digit(abbreviated) || flag_short(abbreviated, &flags)))
            give_symbol(to, types, i, abbreviated, flags);
    }
}

static void give_names(const dates *to, const UDateFormat *format)
{
    static const symbol_types types[] = {
        { UDAT_MONTHS, UDAT_SHORT_MONTHS, UDAT_STANDALONE_SHORT_MONTHS,
          BL_SENSE_MONTH, BL_SENSE_MONTH_MARK },
        { UDAT_STANDALONE_MONTHS, UDAT_STANDALONE_SHORT_MONTHS,
          UDAT_SHORT_MONTHS, BL_SENSE_MONTH, BL_SENSE_MONTH_MARK },
        { UDAT_WEEKDAYS, UDAT_SHORT_WEEKDAYS, UDAT_STANDALONE_SHORT_WEEKDAYS,
          BL_SENSE_WEEKDAY, BL_SENSE_WEEKDAY_MARK },
        { UDAT_STANDALONE_WEEKDAYS, UDAT_STANDALONE_SHORT_WEEKDAYS,
          UDAT_SHORT_WEEKDAYS, BL_SENSE_WEEKDAY, BL_SENSE_WEEKDAY_MARK },
        { UDAT_QUARTERS, UDAT_SHORT_QUARTERS, UDAT_STANDALONE_SHORT_QUARTERS,
          BL_SENSE_QUARTER, BL_SENSE_QUARTER_MARK },
        { UDAT_STANDALONE_QUARTERS, UDAT_STANDALONE_SHORT_QUARTERS,
          UDAT_SHORT_QUARTERS, BL_SENSE_QUARTER, BL_SENSE_QUARTER_MARK },
    };

    for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++)
        give_symbols(to, format, &types[i]);
}

/* ---- day periods -------------------------------------------------------- */

/* path: context, width, period. */
static void on_period(void *context, const char *const *path, int depth,
                      bl_str value)
{
    static const struct {
        const char *key;
        bl_sense sense;
    } periods[] = {
        { "am", { BL_SENSE_AM, 0, 0 } },
        { "pm", { BL_SENSE_PM, 0, 0 } },
        { "noon", { BL_SENSE_CLOCK, 0, 12 } },
        { "midnight", { BL_SENSE_CLOCK, 0, 0 } },
        { "morning1", { BL_SENSE_AM, BL_SENSE_WEAK, 0 } },
        { "morning2", { BL_SENSE_AM, BL_SENSE_WEAK, 0 } },
        { "afternoon1", { BL_SENSE_PM, BL_SENSE_WEAK, 0 } },
        { "afternoon2", { BL_SENSE_PM, BL_SENSE_WEAK, 0 } },
        { "evening1", { BL_SENSE_PM, BL_SENSE_WEAK, 0 } },
        { "evening2", { BL_SENSE_PM, BL_SENSE_WEAK, 0 } },
        { "night1", { BL_SENSE_NIGHT, BL_SENSE_WEAK, 0 } },
        { "night2", { BL_SENSE_NIGHT, BL_SENSE_WEAK, 0 } },
    };
    const dates *to = context;

    if (depth < 3 || strcmp(path[1], "narrow") == 0)
        return;
    for (size_t i = 0; i < sizeof(periods) / sizeof(periods[0]); i++) {
        if (strcmp(path[2], periods[i].key) == 0)
            to->sink(to->context, periods[i].sense, value);
    }
}

/* path: none, an array: before and after. */
static void on_era(void *context, const char *const *path, int depth,
                   bl_str value)
{
    const dates *to = context;
    const bl_sense sense = { .kind = BL_SENSE_ERA,
                             .value = depth == 1 && strcmp(path[0], "0") != 0 };

    if (depth == 1)
        to->sink(to->context, sense, value);
}

/* ---- words of date patterns --------------------------------------------- */

enum { FIELD_NONE, FIELD_YEAR, FIELD_MONTH, FIELD_DAY, FIELD_HOUR,
       FIELD_MINUTE, FIELD_SECOND, FIELD_NAME };

typedef struct pattern_word {
    char text[WORD_BYTES];
    unsigned fields; /* bit per field that it stands beside */
    uint8_t flags;   /* BL_SENSE_BEFORE, BL_SENSE_AFTER */
} pattern_word;

typedef struct pattern_words {
    pattern_word words[WORDS_MAX];
    int count;
} pattern_words;

/* The field of a pattern letter; a name stands for months in letters. */
static int field_of(char letter, size_t length)
{
    switch (letter) {
    case 'y':
    case 'Y':
    case 'u':
        return FIELD_YEAR;
    case 'M':
    case 'L':
        return length <= 2 ? FIELD_MONTH : FIELD_NAME;
    case 'd':
        return FIELD_DAY;
    case 'H':
    case 'h':
    case 'K':
    case 'k':
        return FIELD_HOUR;
    case 'm':
        return FIELD_MINUTE;
    case 's':
        return FIELD_SECOND;
    default:
        return FIELD_NAME;
    }
}

static void note_word(pattern_words *words, bl_str text, int field,
                      uint8_t flags)
{
    pattern_word *word = NULL;

    text = trim(text);
    if (text.size == 0 || text.size >= WORD_BYTES || field == FIELD_NONE)
        return;
    for (int i = 0; i < words->count && word == NULL; i++) {
        if (bl_str_equal(bl_str_z(words->words[i].text), text))
            word = &words->words[i];
    }
    if (word == NULL) {
        if (words->count == WORDS_MAX)
            return;
        word = &words->words[words->count++];
        memset(word, 0, sizeof(*word));
        memcpy(word->text, text.ptr, text.size);
    }
    word->fields |= 1u << field;
    word->flags |= flags;
}

/* What stands between two fields, with the words at its two ends. */
static void note_literal(pattern_words *words, int before, bl_str text,
                         int after)
{
    const bool glued_before =
        text.size != 0 && text.ptr[0] != ' ' && before != FIELD_NONE;
    const bool glued_after = text.size != 0 &&
                             text.ptr[text.size - 1] != ' ' &&
                             after != FIELD_NONE;

    if (memchr(trim(text).ptr, ' ', trim(text).size) != NULL)
        return; /* several words: no pattern of a plain date */
    if (glued_before || after == FIELD_NONE)
        note_word(words, text, before, BL_SENSE_AFTER);
    else if (glued_after || before == FIELD_NONE)
        note_word(words, text, after, BL_SENSE_BEFORE);
    else
        note_word(words, text, after, BL_SENSE_BEFORE);
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static void read_pattern(pattern_words *words, bl_str pattern)
{
    char literal[NAME_BYTES];
    size_t n = 0;
    bool quoted = false;
    int before = FIELD_NONE;

    if (pattern.size >= sizeof(literal))
        return;
    for (size_t i = 0; i < pattern.size; i++) {
        const char c = pattern.ptr[i];
        size_t length = 1;
        int field;

        if (c == '\'') {
            quoted = !quoted;
            continue;
        }
        if (quoted || !is_letter(c)) {
            literal[n++] = c;
            continue;
        }
        while (i + length < pattern.size && pattern.ptr[i + length] == c)
            length++;
        i += length - 1;
        field = field_of(c, length);
        note_literal(words, before, bl_str_of(literal, n), field);
        before = field;
        n = 0;
    }
    note_literal(words, before, bl_str_of(literal, n), FIELD_NONE);
}

/* path of availableFormats: the skeleton; those of weeks are left out. */
static void on_format(void *context, const char *const *path, int depth,
                      bl_str value)
{
    if (depth == 1 && strpbrk(path[0], "wWBEGQ") == NULL)
        read_pattern(context, value);
}

/* path of DateTimePatterns: none, an array; the joining ones hold {0}. */
static void on_pattern(void *context, const char *const *path, int depth,
                       bl_str value)
{
    (void)path;
    if (depth == 1 && memchr(value.ptr, '{', value.size) == NULL)
        read_pattern(context, value);
}

/* A word that stands beside one field only is its mark, any other one is
 * glue: "de" stands before months and before years. */
static void give_words(const dates *to, const pattern_words *words)
{
    static const uint8_t marks[] = {
        [FIELD_YEAR] = BL_SENSE_YEAR_MARK,
        [FIELD_MONTH] = BL_SENSE_MONTH_MARK,
        [FIELD_DAY] = BL_SENSE_DAY_MARK,
        [FIELD_HOUR] = BL_SENSE_HOUR_MARK,
        [FIELD_MINUTE] = BL_SENSE_MINUTE_MARK,
        [FIELD_SECOND] = BL_SENSE_SECOND_MARK,
    };

    for (int i = 0; i < words->count; i++) {
        const pattern_word *word = &words->words[i];
        bl_sense sense = { .kind = BL_SENSE_DATE_GLUE };

        for (int field = FIELD_YEAR; field < FIELD_NAME; field++) {
            if (word->fields == 1u << field) {
                sense.kind = marks[field];
                sense.flags = word->flags;
            }
        }
        to->sink(to->context, sense, bl_str_z(word->text));
    }
}

void bl_cldr_dates(const bl_locale *locale, bl_cldr_sink sink, void *context)
{
    const dates to = { sink, context };
    char gregorian[BL_TAG_SIZE + 24];
    pattern_words words = { .count = 0 };
    UErrorCode status = U_ZERO_ERROR;
    UDateFormat *format;

    /* fa, th and others have another calendar by default. */
    snprintf(gregorian, sizeof(gregorian), "%s@calendar=gregorian",
             locale->icu);
    format = udat_open(UDAT_NONE, UDAT_LONG, gregorian, u"UTC", 3, NULL, 0,
                       &status);
    if (U_SUCCESS(status))
        give_names(&to, format);
    udat_close(format);
    bl_resource_walk("", locale->icu, "calendar/gregorian/dayPeriod",
                     on_period, (void *)&to);
    bl_resource_walk("", locale->icu, "calendar/gregorian/eras/abbreviated",
                     on_era, (void *)&to);
    bl_resource_walk("", locale->icu, "calendar/gregorian/availableFormats",
                     on_format, &words);
    bl_resource_walk("", locale->icu, "calendar/gregorian/DateTimePatterns",
                     on_pattern, &words);
    give_words(&to, &words);
}

/* The pattern of the short date or time; its size, or 0. */
static int32_t short_pattern(const bl_locale *locale, UDateFormatStyle time,
                             UDateFormatStyle date, UChar *pattern)
{
    char gregorian[BL_TAG_SIZE + 24];
    UErrorCode status = U_ZERO_ERROR;
    UDateFormat *format;
    int32_t size = 0;

    snprintf(gregorian, sizeof(gregorian), "%s@calendar=gregorian",
             locale->icu);
    format = udat_open(time, date, gregorian, u"UTC", 3, NULL, 0, &status);
    if (U_SUCCESS(status))
        size = udat_toPattern(format, 0, pattern, PATTERN_UNITS, &status);
    udat_close(format);
    return U_SUCCESS(status) ? size : 0;
}

static char sign_of(UChar c)
{
    return c == '.' || c == '/' || c == '-' || c == ':' ? (char)c : '\0';
}

/* "d. M." */
static void on_month_day(void *context, const char *const *path, int depth,
                         bl_str value)
{
    bl_date_style *style = context;

    (void)path;
    (void)depth;
    style->spaced = value.size == 5 && memcmp(value.ptr + 1, ". ", 2) == 0;
}

/* Where CLDR does not know the language, the day comes first, as in most. */
void bl_cldr_date_style(const bl_locale *locale, bl_date_style *style)
{
    UChar pattern[PATTERN_UNITS];
    int32_t size = short_pattern(locale, UDAT_NONE, UDAT_SHORT, pattern);
    int n = 0;

    *style = (bl_date_style){ .order = "dMy", .time_sign = ':' };
    if (bl_resource_level_of(locale->icu) == BL_RESOURCE_NONE)
        return;
    for (int32_t i = 0; i < size; i++) {
        const char letter = pattern[i] == 'd'                        ? 'd'
                            : pattern[i] == 'M' || pattern[i] == 'L' ? 'M'
                            : pattern[i] == 'y'                      ? 'y'
                                                                     : 0;

        if (letter != 0 && n < 3 && (n == 0 || style->order[n - 1] != letter))
            style->order[n++] = letter;
        if (letter == 0 && n == 1 && style->date_sign == 0)
            style->date_sign = sign_of(pattern[i]);
    }
    bl_resource_walk("", locale->icu,
                     "calendar/gregorian/availableFormats/Md", on_month_day,
                     style);
    size = short_pattern(locale, UDAT_SHORT, UDAT_NONE, pattern);
    for (int32_t i = 0; i < size; i++)
        style->all_hours |= pattern[i] == 'H' || pattern[i] == 'k';
    for (int32_t i = 0; i + 2 < size; i++) {
        if (strchr("HhKk", (char)pattern[i]) != NULL &&
            pattern[i + 2] == 'm' && sign_of(pattern[i + 1]) != 0)
            style->time_sign = sign_of(pattern[i + 1]);
    }
}
