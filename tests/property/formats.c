/* SPDX-License-Identifier: Apache-2.0 */
/*
 * formats FILE [--list]: what ICU writes in a locale, the recogniser reads
 * with the same values.
 *
 * In the languages that bilint promises, that goes for every style. Of the
 * other locales FILE says which styles are not read back yet, a style a line;
 * whatever is read must leave the file, and nothing may come in. --list
 * writes what belongs into it.
 */
#include "property/samples.h"
#include "unit/reading.h"

#include <unicode/uloc.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Of which nothing may be unread. */
static const char *const promised[] = {
    "ar", "bn", "cs", "de", "en", "es", "fa", "fr", "he", "hi",
    "hu", "id", "it", "ja", "km", "ko", "lo", "my", "nl", "pl",
    "pt", "ru", "sv", "ta", "th", "tr", "uk", "vi", "zh", "zh_Hant"
};

/* What CLDR writes so that nobody could read it back. */
static const struct {
    const char *locale;
    const char *style;
} unreadable[] = {
    /* 10^11 has the same word as 10^9. */
    { "bn", "compact-short" },
    /* One half of the scale stands before the number, one behind it. */
    { "my", "compact-short" },
    /* "per one hour", with a one of its own. */
    { "my", "measure-long" },
    /* "m." is a month, a meter and a nautical mile. */
    { "es", "measure-short" },
};

/* An engine keeps every language that it has met. */
enum { LANGUAGES_AT_ONCE = 40, SHOWN = 3, LIST_BYTES = 1 << 20 };

typedef struct trial {
    reading reading;
    const char *locale; /* ICU's name */
    char tag[ULOC_FULLNAME_CAPACITY];
    int style;
    bool shows; /* says on stderr what was not read */
    unsigned samples;
    unsigned unread; /* of this locale and style */
} trial;

/* ---- one sample --------------------------------------------------------- */

static bool is_timed(uint8_t role)
{
    return role >= BL_QUANTITY_YEAR && role <= BL_QUANTITY_SECOND;
}

static bool has_value(const bl_quantity *q, bl_decimal value)
{
    for (int i = 0; i < q->reading_count; i++) {
        if (bl_decimal_equal(q->value[i], value))
            return true;
    }
    return false;
}

static bool has_unit(const bl_units *units, const bl_quantity *q,
                     const sample_part *part)
{
    const uint16_t wanted =
        part->unit[0] != '\0' ? bl_units_find(units, bl_str_z(part->unit))
                              : 0;
    const bl_unit_info *a = &units->items[q->unit];
    /* The T of 5T may be a tonne as well, and says so. */
    const bool letter =
        wanted == 0 && (q->flags & BL_QUANTITY_SCALED) != 0 && q->scale == 0;
    const bl_unit_info *b = &units->items[wanted];

    if (q->unit == wanted || letter ||
        (q->other_unit == wanted && wanted != 0))
        return true;
    return part->shared_sign && ((a->sign == b->sign && a->sign != 0) ||
                                 (a->noun == b->noun && a->noun != 0));
}

static bool says(const bl_units *units, const bl_quantity *q,
                 const sample_part *part)
{
    /* "thứ 5" is the fifth and Thursday. */
    const bool weekday = q->role == BL_QUANTITY_WEEKDAY &&
                         q->evidence == BL_EVIDENCE_WEAK;

    return (is_timed(part->role) ? q->role == part->role
                                 : !is_timed(q->role) || weekday) &&
           has_value(q, part->value) && has_unit(units, q, part);
}

/* Whether the side says all parts of the sample, each once, and beyond them
 * nothing that would be missed on another side. */
static bool is_read(const bl_side *side, const sample *made)
{
    const bl_units *units = side->language->units;
    unsigned answered = 0;

    for (uint32_t i = 0; i < side->quantity_count; i++) {
        const bl_quantity *q = &side->quantities[i];
        int at = 0;

        while (at < made->part_count &&
               ((answered & 1u << at) != 0 ||
                !says(units, q, &made->parts[at])))
            at++;
        if (at < made->part_count)
            answered |= 1u << at;
        else if (q->evidence != BL_EVIDENCE_WEAK &&
                 (q->flags & BL_QUANTITY_OPTIONAL) == 0)
            return false;
    }
    return answered == (1u << made->part_count) - 1;
}

static void show(const trial *t, const sample *made, const bl_side *side)
{
    fprintf(stderr, "%s %s: \"%s\" is read as", t->locale,
            sample_style(t->style), made->text);
    for (uint32_t i = 0; i < side->quantity_count; i++) {
        const bl_quantity *q = &side->quantities[i];
        char values[READING_TEXT];
        const bl_str unit = side->language->units->items[q->unit].id;

        reading_values(q, values);
        fprintf(stderr, " [%u: %s %.*s]", q->role, values, (int)unit.size,
                unit.size != 0 ? unit.ptr : "");
    }
    fprintf(stderr, ", not as");
    for (int i = 0; i < made->part_count; i++) {
        char value[BL_DECIMAL_TEXT];

        bl_decimal_text(made->parts[i].value, value, sizeof(value));
        fprintf(stderr, " [%u: %s %s]", made->parts[i].role, value,
                made->parts[i].unit);
    }
    fprintf(stderr, "\n");
}

static void on_sample(void *context, const sample *made)
{
    trial *t = context;
    const bl_side *side =
        reading_read(&t->reading, t->tag, bl_str_z(made->text));

    t->samples++;
    if (side == NULL) {
        fprintf(stderr, "%s: no such language\n", t->tag);
        exit(2);
    }
    if (is_read(side, made))
        return;
    t->unread++;
    if (t->shows && t->unread <= SHOWN)
        show(t, made, side);
}

/* ---- all of them -------------------------------------------------------- */

static bool is_promised(const char *locale)
{
    for (size_t i = 0; i < sizeof(promised) / sizeof(promised[0]); i++) {
        if (strcmp(promised[i], locale) == 0)
            return true;
    }
    return false;
}

static bool is_unreadable(const char *locale, const char *style)
{
    for (size_t i = 0; i < sizeof(unreadable) / sizeof(unreadable[0]); i++) {
        if (strcmp(unreadable[i].locale, locale) == 0 &&
            strcmp(unreadable[i].style, style) == 0)
            return true;
    }
    return false;
}

/* Whether the line of the style in the list names the locale. */
static bool is_listed(const char *list, const char *style,
                      const char *locale)
{
    char word[ULOC_FULLNAME_CAPACITY + 2];
    char begin[64];
    const char *line = list;
    const char *limit;

    snprintf(begin, sizeof(begin), "%s:", style);
    snprintf(word, sizeof(word), " %s", locale);
    while (line != NULL && strncmp(line, begin, strlen(begin)) != 0) {
        line = strchr(line, '\n');
        line = line != NULL ? line + 1 : NULL;
    }
    limit = line != NULL ? strchr(line, '\n') : NULL;
    for (const char *at = line; at != NULL && limit != NULL;) {
        at = strstr(at, word);
        if (at == NULL || at > limit)
            return false;
        at += strlen(word);
        if (*at == ' ' || *at == '\n')
            return true;
    }
    return false;
}

static bool meet(trial *t, const char *locale, int count)
{
    UErrorCode status = U_ZERO_ERROR;

    if (count % LANGUAGES_AT_ONCE == 0) {
        if (count != 0)
            reading_close(&t->reading);
        if (!reading_open(&t->reading))
            return false;
    }
    t->locale = locale;
    uloc_toLanguageTag(locale, t->tag, sizeof(t->tag), true, &status);
    return U_SUCCESS(status);
}

static char *list_of(const char *path)
{
    char *text = calloc(1, LIST_BYTES);
    FILE *file = fopen(path, "rb");
    size_t size = 0;

    if (file != NULL && text != NULL)
        size = fread(text, 1, LIST_BYTES - 1, file);
    if (file == NULL || text == NULL || size == LIST_BYTES - 1) {
        fprintf(stderr, "cannot read %s\n", path);
        exit(2);
    }
    fclose(file);
    return text;
}

/* The promised languages: nothing unread. */
static int try_promised(trial *t)
{
    int wrong = 0;

    for (size_t i = 0; i < sizeof(promised) / sizeof(promised[0]); i++) {
        if (!meet(t, promised[i], (int)i))
            return 2;
        for (t->style = 0; sample_style(t->style) != NULL; t->style++) {
            const bool excused =
                is_unreadable(t->locale, sample_style(t->style));

            t->unread = 0;
            t->shows = !excused;
            sample_make(t->style, t->locale, on_sample, t);
            wrong += (t->unread != 0) != excused;
        }
    }
    printf("%u samples of %zu languages; styles not read back: %d\n",
           t->samples, sizeof(promised) / sizeof(promised[0]), wrong);
    return wrong != 0 || t->samples == 0;
}

/* Every locale of ICU: what is unread is what the list says. */
static int try_all(trial *t, const char *list, bool lists)
{
    const int32_t count = uloc_countAvailable();
    int wrong = 0;
    int known = 0;
    int styles = 0;
    bool *unread;

    while (sample_style(styles) != NULL)
        styles++;
    unread = calloc((size_t)count * (size_t)styles, sizeof(*unread));
    for (int32_t i = 0; i < count && unread != NULL; i++) {
        if (!meet(t, uloc_getAvailable(i), i))
            return 2;
        for (t->style = 0; t->style < styles; t->style++) {
            const char *style = sample_style(t->style);
            const bool listed =
                is_promised(t->locale)
                    ? is_unreadable(t->locale, style)
                    : is_listed(list, style, t->locale);

            t->unread = 0;
            t->shows = !listed && !lists;
            sample_make(t->style, t->locale, on_sample, t);
            unread[t->style * count + i] = t->unread != 0;
            known += t->unread != 0;
            if ((t->unread != 0) == listed || lists)
                continue;
            wrong++;
            if (listed)
                printf("%s: %s is read back now\n", style, t->locale);
        }
    }
    for (int style = 0; lists && style < styles; style++) {
        printf("%s:", sample_style(style));
        for (int32_t i = 0; i < count; i++) {
            if (unread[style * count + i])
                printf(" %s", uloc_getAvailable(i));
        }
        printf("\n");
    }
    free(unread);
    fprintf(lists ? stderr : stdout,
            "%u samples of %d locales in %d styles; not read back: %d\n",
            t->samples, (int)count, styles, known);
    return wrong != 0 || t->samples == 0;
}

int main(int argc, char **argv)
{
    static trial t;
    char *list;
    int result;

    if (argc < 2)
        return try_promised(&t);
    list = list_of(argv[1]);
    result = try_all(&t, list, argc > 2);
    reading_close(&t.reading);
    free(list);
    return result;
}
