/* SPDX-License-Identifier: Apache-2.0 */
/*
 * ICU's regular expressions, wrapped.
 *
 * A pattern that asks for groups of another one is not compiled for each of
 * their values: the values stand before the text, each with a mark behind it,
 * and the pattern begins with what takes them up as its own first groups.
 */
#include "text/pattern.h"

#include "base/error.h"
#include "text/pattern_form.h"

#include <unicode/uregex.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>

#include <string.h>

/* Ticks of ICU that a text may take, each ten thousand steps, and units of it
 * for which there is one more. */
enum { TICKS = 100, TICK_UNITS = 64 };

/* Behind a value, and in the place of what was matched: no characters. */
enum { MARK = BL_PATTERN_MARK, BLANK = 0xfdd1, REPLACED = 0xfffd };

struct bl_pattern {
    const bl_alloc *alloc;
    URegularExpression *compiled;
    int groups;
    bl_asked asked;
    bl_str literal; /* stands in whatever it matches; none: not known */
    bool any_case;
    char text[]; /* as people wrote it */
};

struct bl_matcher {
    const bl_alloc *alloc;
    const bl_pattern *pattern;
    URegularExpression *compiled;
    uint16_t *subject; /* values and text; NULL: the text alone */
    uint32_t size;     /* of it */
    uint32_t before;   /* units that are no text */
    bool ended;
};

/* ---- compiling ---------------------------------------------------------- */

static const char *reason_of(UErrorCode status)
{
    switch (status) {
    case U_REGEX_BAD_ESCAPE_SEQUENCE:
        return "there is no such escape sequence";
    case U_REGEX_PROPERTY_SYNTAX:
    case U_ILLEGAL_ARGUMENT_ERROR:
        return "there is no such property of characters";
    case U_REGEX_UNIMPLEMENTED:
        return "this is not supported";
    case U_REGEX_MISMATCHED_PAREN:
        return "a parenthesis has no partner";
    case U_REGEX_NUMBER_TOO_BIG:
        return "a number is too large";
    case U_REGEX_BAD_INTERVAL:
        return "{} has no number in it";
    case U_REGEX_MAX_LT_MIN:
        return "in {} the second number is less than the first";
    case U_REGEX_INVALID_BACK_REF:
        return "a reference to a group that is not there";
    case U_REGEX_INVALID_FLAG:
        return "there is no such flag";
    case U_REGEX_LOOK_BEHIND_LIMIT:
        return "what is looked at behind has no greatest length";
    case U_REGEX_MISSING_CLOSE_BRACKET:
        return "a bracket is not closed";
    case U_REGEX_INVALID_RANGE:
        return "a range of characters ends before it begins";
    case U_REGEX_PATTERN_TOO_BIG:
        return "the pattern is too long";
    case U_REGEX_INVALID_CAPTURE_GROUP_NAME:
        return "this is no name of a group";
    default:
        return "not a regular expression";
    }
}

/* UTF-8 to UTF-16, for bl_free(); NULL when there is no memory. */
static UChar *widen(const bl_alloc *alloc, bl_str text, int32_t *size)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar *units = bl_new(alloc, text.size + 1, sizeof(*units));

    if (units != NULL)
        u_strFromUTF8WithSub(units, (int32_t)text.size + 1, size, text.ptr,
                             (int32_t)text.size, REPLACED, NULL, &status);
    return units;
}

/* `shown` is what people wrote. NULL and an error. */
static URegularExpression *compile(const bl_alloc *alloc, bl_str text,
                                   bl_str shown, bool any_case,
                                   bilint_error *err)
{
    const uint32_t flags = UREGEX_ERROR_ON_UNKNOWN_ESCAPES |
                           (any_case ? (uint32_t)UREGEX_CASE_INSENSITIVE : 0);
    UErrorCode status = U_ZERO_ERROR;
    UParseError place = { .line = 0, .offset = -1 };
    URegularExpression *compiled;
    int32_t size = 0;
    UChar *units = widen(alloc, text, &size);

    if (units == NULL) {
        bl_fail_memory(err);
        return NULL;
    }
    compiled = uregex_open(units, size, flags, &place, &status);
    bl_free(alloc, units);
    if (U_SUCCESS(status))
        return compiled;
    uregex_close(compiled);
    if (status == U_MEMORY_ALLOCATION_ERROR)
        bl_fail_memory(err);
    else if (place.offset > 0 && text.ptr == shown.ptr)
        bl_fail(err, BILINT_E_CONFIG, "%s, at character %d: \"%.*s\"",
                reason_of(status), (int)place.offset, (int)shown.size,
                shown.ptr);
    else
        bl_fail(err, BILINT_E_CONFIG, "%s: \"%.*s\"", reason_of(status),
                (int)shown.size, shown.ptr);
    return NULL;
}

/* Again, with what it asks for in the place of "$1". */
static bool compile_asking(bl_pattern *pattern, bl_str shown, bool any_case,
                           const bl_pattern *other, bilint_error *err)
{
    URegularExpression *compiled;
    bl_buf text;

    for (size_t i = 0; i < pattern->asked.count; i++) {
        if (other != NULL && pattern->asked.groups[i] <= other->groups)
            continue;
        bl_fail(err, BILINT_E_CONFIG,
                other != NULL
                    ? "the source's pattern has no group $%d: \"%.*s\""
                    : "no pattern of the source has a group $%d: \"%.*s\"",
                pattern->asked.groups[i], (int)shown.size, shown.ptr);
        return false;
    }
    if (pattern->asked.count == 0)
        return true;
    bl_buf_init(&text, pattern->alloc);
    bl_pattern_put_asking(&text, shown, &pattern->asked);
    if (text.failed)
        bl_fail_memory(err);
    compiled = text.failed ? NULL
                           : compile(pattern->alloc, bl_buf_view(&text), shown,
                                     any_case, err);
    bl_buf_free(&text);
    if (compiled == NULL)
        return false;
    uregex_close(pattern->compiled);
    pattern->compiled = compiled;
    return true;
}

bl_pattern *bl_pattern_new(const bl_alloc *alloc, bl_str text, bool any_case,
                           const bl_pattern *other, bilint_error *err)
{
    bl_pattern *pattern = bl_new(alloc, 1, sizeof(*pattern) + text.size + 1);
    UErrorCode status = U_ZERO_ERROR;

    if (pattern == NULL) {
        bl_fail_memory(err);
        return NULL;
    }
    pattern->alloc = alloc;
    memcpy(pattern->text, text.ptr, text.size);
    text.ptr = pattern->text;
    bl_pattern_read_asked(text, &pattern->asked);
    /* As it is, so that what is wrong with it has its place. */
    pattern->compiled = compile(alloc, text, text, any_case, err);
    if (pattern->compiled != NULL)
        pattern->groups = uregex_groupCount(pattern->compiled, &status);
    if (pattern->compiled == NULL ||
        !compile_asking(pattern, text, any_case, other, err)) {
        bl_pattern_free(pattern);
        return NULL;
    }
    pattern->literal = bl_pattern_read_literal(text);
    pattern->any_case = any_case;
    return pattern;
}

void bl_pattern_free(bl_pattern *pattern)
{
    if (pattern == NULL)
        return;
    uregex_close(pattern->compiled);
    bl_free(pattern->alloc, pattern);
}

int bl_pattern_groups(const bl_pattern *pattern)
{
    return pattern->groups;
}

bool bl_pattern_asks(const bl_pattern *pattern)
{
    return pattern->asked.count != 0;
}

static unsigned small(char c)
{
    return (unsigned char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
}

/* Whether the letters stand in the text, whatever their case; both are of
 * ASCII. */
static bool has_any_case(bl_str text, bl_str letters)
{
    for (size_t at = 0; at + letters.size <= text.size; at++) {
        size_t same = 0;

        while (same < letters.size &&
               small(text.ptr[at + same]) == small(letters.ptr[same]))
            same++;
        if (same == letters.size)
            return true;
    }
    return false;
}

/* Outside of ASCII a letter in another case may be two: ß and SS. */
bool bl_pattern_misses(const bl_pattern *pattern, bl_str text)
{
    const bl_str letters = pattern->literal;

    if (letters.size == 0)
        return false;
    if (!pattern->any_case)
        return !bl_str_has(text, letters);
    return bl_str_is_ascii(letters) && bl_str_is_ascii(text) &&
           !has_any_case(text, letters);
}

/* ---- texts -------------------------------------------------------------- */

bool bl_wide_make(bl_wide *wide, bl_str text, bl_arena *arena)
{
    UErrorCode status = U_ZERO_ERROR;
    int32_t size = 0;
    UChar *units = bl_arena_alloc(arena, text.size + 1, sizeof(*units));

    if (units == NULL)
        return false;
    u_strFromUTF8WithSub(units, (int32_t)text.size + 1, &size, text.ptr,
                         (int32_t)text.size, REPLACED, NULL, &status);
    *wide = (bl_wide){ text, units, (uint32_t)size };
    return true;
}

static uint32_t bytes_of(const uint16_t *units, uint32_t start, uint32_t limit)
{
    uint32_t bytes = 0;

    for (uint32_t i = start; i < limit; i++) {
        if (units[i] < 0x80)
            bytes += 1;
        else if (units[i] < 0x800)
            bytes += 2;
        else if (U16_IS_SURROGATE(units[i]))
            bytes += 2; /* and the other half as many */
        else
            bytes += 3;
    }
    return bytes;
}

bl_span bl_wide_bytes(const bl_wide *wide, bl_span units)
{
    bl_span bytes;

    if (wide->size == wide->text.size)
        return units;
    bytes.start = bytes_of(wide->units, 0, units.start);
    bytes.limit =
        bytes.start + bytes_of(wide->units, units.start, units.limit);
    return bytes;
}

/* ---- matching ----------------------------------------------------------- */

bl_matcher *bl_matcher_new(const bl_alloc *alloc, const bl_pattern *pattern)
{
    bl_matcher *matcher = bl_new(alloc, 1, sizeof(*matcher));
    UErrorCode status = U_ZERO_ERROR;

    if (matcher == NULL)
        return NULL;
    matcher->alloc = alloc;
    matcher->pattern = pattern;
    matcher->compiled = uregex_clone(pattern->compiled, &status);
    if (U_SUCCESS(status))
        return matcher;
    bl_matcher_free(matcher);
    return NULL;
}

void bl_matcher_free(bl_matcher *matcher)
{
    if (matcher == NULL)
        return;
    uregex_close(matcher->compiled);
    bl_free(matcher->alloc, matcher);
}

static bl_outcome outcome_of(UErrorCode status)
{
    if (U_SUCCESS(status))
        return BL_MATCHED;
    return status == U_MEMORY_ALLOCATION_ERROR ? BL_NO_MEMORY : BL_GAVE_UP;
}

static bl_outcome set_text(bl_matcher *matcher, const uint16_t *units,
                           uint32_t size)
{
    UErrorCode status = U_ZERO_ERROR;

    uregex_setTimeLimit(matcher->compiled,
                        TICKS + (int32_t)(size / TICK_UNITS), &status);
    uregex_setText(matcher->compiled, units, (int32_t)size, &status);
    return outcome_of(status);
}

/* What is asked for, in units of the other text; empty where it has no part in
 * the match. */
static bl_span value_of(const bl_pattern *pattern, const bl_groups *groups,
                        size_t index)
{
    const bl_span span = groups->of[pattern->asked.groups[index]];

    return bl_group_is_there(span) ? span : (bl_span){ 0, 0 };
}

static uint32_t put_value(uint16_t *to, const bl_wide *other, bl_span span)
{
    uint32_t size = 0;

    for (uint32_t i = span.start; i < span.limit; i++)
        to[size++] = other->units[i] == MARK ? REPLACED : other->units[i];
    to[size++] = MARK;
    return size;
}

/* The values and the text in one. */
static bl_outcome make_subject(bl_matcher *matcher, const bl_wide *text,
                               const bl_wide *other, const bl_groups *asked,
                               bl_arena *arena)
{
    const bl_pattern *pattern = matcher->pattern;
    const size_t room =
        text->size + pattern->asked.count * ((size_t)other->size + 1);
    uint16_t *subject = bl_arena_alloc(arena, room + 1, sizeof(*subject));
    uint32_t size = 0;

    if (subject == NULL)
        return BL_NO_MEMORY;
    for (size_t i = 0; i < pattern->asked.count; i++)
        size +=
            put_value(subject + size, other, value_of(pattern, asked, i));
    matcher->before = size;
    memcpy(subject + size, text->units, text->size * sizeof(*subject));
    matcher->subject = subject;
    matcher->size = size + text->size;
    return set_text(matcher, subject, matcher->size);
}

bl_outcome bl_matcher_begin(bl_matcher *matcher, const bl_wide *text,
                            const bl_wide *other, const bl_groups *asked,
                            bl_arena *arena)
{
    matcher->subject = NULL;
    matcher->before = 0;
    matcher->ended = false;
    if (text->size > BL_WIDE_MOST)
        return BL_GAVE_UP;
    if (matcher->pattern->asked.count != 0)
        return make_subject(matcher, text, other, asked, arena);
    return set_text(matcher, text->units, text->size);
}

/* Behind the groups that take up the values, and the one around it all. */
static void read_groups(bl_matcher *matcher, bl_groups *groups)
{
    const size_t asked = matcher->pattern->asked.count;
    const int32_t first = asked != 0 ? (int32_t)asked + 1 : 0;

    for (int32_t i = 0; i < BL_GROUPS; i++) {
        UErrorCode status = U_ZERO_ERROR;
        int32_t start = -1;
        int32_t limit = -1;

        if (i <= matcher->pattern->groups) {
            start = uregex_start(matcher->compiled, first + i, &status);
            limit = uregex_end(matcher->compiled, first + i, &status);
        }
        groups->of[i] = start < 0 ? (bl_span){ 1, 0 }
                                  : (bl_span){ (uint32_t)start -
                                                   matcher->before,
                                               (uint32_t)limit -
                                                   matcher->before };
    }
}

/* What was matched is there no more. */
static bl_outcome blank(bl_matcher *matcher, bl_span span)
{
    for (uint32_t i = span.start; i < span.limit; i++)
        matcher->subject[matcher->before + i] = BLANK;
    matcher->ended = span.start == span.limit;
    return set_text(matcher, matcher->subject, matcher->size);
}

bl_outcome bl_matcher_next(bl_matcher *matcher, bl_groups *groups)
{
    UErrorCode status = U_ZERO_ERROR;

    if (matcher->ended || !uregex_findNext(matcher->compiled, &status))
        return U_FAILURE(status) ? outcome_of(status) : BL_NO_MATCH;
    if (U_FAILURE(status))
        return outcome_of(status);
    read_groups(matcher, groups);
    return matcher->subject != NULL ? blank(matcher, groups->of[0])
                                    : BL_MATCHED;
}

bool bl_pattern_asks_same(const bl_pattern *pattern, const bl_wide *other,
                          const bl_groups *a, const bl_groups *b)
{
    for (size_t i = 0; i < pattern->asked.count; i++) {
        const bl_span x = value_of(pattern, a, i);
        const bl_span y = value_of(pattern, b, i);

        if (x.limit - x.start != y.limit - y.start ||
            memcmp(other->units + x.start, other->units + y.start,
                   (x.limit - x.start) * sizeof(*other->units)) != 0)
            return false;
    }
    return true;
}
