/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Comma, semicolon or tab separated values: columns named by a first row, by
 * what they are or by language, or else source, target and status.
 */
#include "terms/format.h"
#include "terms/rows.h"

#include "base/error.h"
#include "text/language_names.h"

#include <string.h>

typedef enum column {
    SOURCE,
    TARGET,
    STATUS,
    CASE,
    SOURCE_LANG, /* of the row */
    TARGET_LANG,
    COLUMN_KINDS
} column;

typedef struct table {
    bl_term_reading *reading;
    bl_rows rows;
    int columns[COLUMN_KINDS];    /* where each is; -1: nowhere */
    int languages[BL_FIELDS_MAX]; /* of a column, or -1 */
    int language_columns;
    struct {
        char tag[BL_TAG_SIZE]; /* as the last row wrote it */
        int number;
    } last[2]; /* by side */
} table;

/* ---- the first row ------------------------------------------------------ */

static int kind_of(bl_str text)
{
    static const struct {
        const char *name;
        column kind;
    } names[] = {
        { "source", SOURCE },
        { "sourceterm", SOURCE },
        { "sourcestring", SOURCE },
        { "src", SOURCE },
        { "term", SOURCE },
        { "target", TARGET },
        { "targetterm", TARGET },
        { "targetstring", TARGET },
        { "translation", TARGET },
        { "tgt", TARGET },
        { "trg", TARGET },
        { "status", STATUS },
        { "state", STATUS },
        { "termstatus", STATUS },
        { "usagestatus", STATUS },
        { "case", CASE },
        { "casesensitive", CASE },
        { "casesensitivity", CASE },
        { "sourcelang", SOURCE_LANG },
        { "sourcelanguage", SOURCE_LANG },
        { "targetlang", TARGET_LANG },
        { "targetlanguage", TARGET_LANG },
    };
    char plain[BL_PLAIN_SIZE];

    bl_term_plain(text, plain);
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (strcmp(plain, names[i].name) == 0)
            return (int)names[i].kind;
    }
    return -1;
}

/* Whether the field is a language tag and nothing else. */
static bool is_language(bl_str text)
{
    bl_locale locale;

    return text.size >= 2 && bl_locale_parse(text.ptr, text.size, &locale) &&
           bl_locale_is_known(&locale);
}

static void find_columns(table *t)
{
    t->language_columns = 0;
    for (int i = 0; i < COLUMN_KINDS; i++)
        t->columns[i] = -1;
    for (int i = 0; i < t->rows.field_count; i++) {
        const int kind = kind_of(t->rows.fields[i]);

        t->languages[i] = -1;
        if (kind >= 0 && t->columns[kind] < 0)
            t->columns[kind] = i;
        else if (kind < 0 && is_language(t->rows.fields[i]))
            t->language_columns++;
    }
}

/* A column a language: every one of them can be source or target. */
static void name_languages(table *t)
{
    for (int i = 0; i < t->rows.field_count; i++) {
        if (kind_of(t->rows.fields[i]) < 0 && is_language(t->rows.fields[i]))
            t->languages[i] =
                bl_builder_language(t->reading->builder, t->rows.fields[i],
                                    BL_TERM_OF_SOURCE | BL_TERM_OF_TARGET);
    }
}

static int field_count(const table *t)
{
    return t->rows.field_count < BL_NAMED_LANGUAGES ? t->rows.field_count
                                                    : BL_NAMED_LANGUAGES;
}

/* Whether two columns are named by different languages: "German,Deutsch" is an
 * entry. */
static bool are_languages(char tags[][BL_TAG_SIZE], int count)
{
    int named = 0;

    for (int i = 0; i < count; i++) {
        for (int j = 0; j < i; j++) {
            if (tags[i][0] != '\0' && strcmp(tags[i], tags[j]) == 0)
                return false;
        }
        named += tags[i][0] != '\0';
    }
    return named >= 2;
}

/* The same of columns that have the names of languages: "English,German". All
 * are such names or known otherwise: a first row with another text in it is an
 * entry. */
static bool read_names(table *t)
{
    char tags[BL_NAMED_LANGUAGES][BL_TAG_SIZE];
    const int count = field_count(t);

    if (count < 2 || bl_languages_named(t->rows.fields, count, tags) < 2 ||
        !are_languages(tags, count))
        return false;
    for (int i = 0; i < count; i++) {
        if (tags[i][0] == '\0')
            continue;
        t->languages[i] =
            bl_builder_language(t->reading->builder, bl_str_z(tags[i]),
                                BL_TERM_OF_SOURCE | BL_TERM_OF_TARGET);
        t->language_columns++;
    }
    return true;
}

/* Whether the first row names columns. What is not to be translated needs no
 * target. */
static bool read_header(table *t)
{
    const bool has_status = (find_columns(t), t->columns[STATUS] >= 0);

    if (t->columns[SOURCE] >= 0 && (t->columns[TARGET] >= 0 || has_status)) {
        t->language_columns = 0;
        return true;
    }
    if (t->language_columns >= 2 || (t->language_columns == 1 && has_status)) {
        name_languages(t);
        return true;
    }
    if (t->language_columns == 0 && read_names(t))
        return true;
    t->language_columns = 0;
    for (int i = 0; i < COLUMN_KINDS; i++)
        t->columns[i] = i <= STATUS ? i : -1;
    return false;
}

/* ---- rows --------------------------------------------------------------- */

/* "a|b" -> terms a and b; how many. */
static int put_each(const table *t, int language, bl_str texts,
                    bl_term_status status, bl_term_case letter_case)
{
    int count = 0;

    while (texts.ptr != NULL) {
        const char *bar = memchr(texts.ptr, '|', texts.size);
        const size_t size =
            bar != NULL ? (size_t)(bar - texts.ptr) : texts.size;
        const bl_str one = bl_trim(bl_str_of(texts.ptr, size));

        if (one.size != 0)
            count += bl_term_put(t->reading, t->rows.line, language, one,
                                 status, letter_case);
        texts = bar != NULL ? bl_str_of(bar + 1, texts.size - size - 1)
                            : bl_str_of(NULL, 0);
    }
    return count;
}

/* The language of a side: the row's own, or the list's. Rows say the same
 * again and again. */
static int language_of(table *t, bool is_target)
{
    bl_str tag = bl_rows_field(
        &t->rows, t->columns[is_target ? TARGET_LANG : SOURCE_LANG]);

    if (tag.size == 0)
        tag = bl_str_z(is_target ? t->reading->target_lang
                                 : t->reading->source_lang);
    if (tag.size >= BL_TAG_SIZE)
        return -1;
    if (t->last[is_target].number < 0 ||
        !bl_str_equal(bl_str_z(t->last[is_target].tag), tag)) {
        memset(t->last[is_target].tag, 0, BL_TAG_SIZE);
        memcpy(t->last[is_target].tag, tag.ptr != NULL ? tag.ptr : "",
               tag.size);
        t->last[is_target].number = bl_builder_language(
            t->reading->builder, tag,
            is_target ? BL_TERM_OF_TARGET : BL_TERM_OF_SOURCE);
    }
    return t->last[is_target].number;
}

static void read_pair(table *t)
{
    const bl_str source = bl_rows_field(&t->rows, t->columns[SOURCE]);
    const bl_str target = bl_rows_field(&t->rows, t->columns[TARGET]);
    const bl_term_status status =
        bl_term_read_status(t->reading, t->rows.line,
                            bl_rows_field(&t->rows, t->columns[STATUS]));
    const bl_term_case letter_case =
        bl_term_read_case(t->reading, t->rows.line,
                          bl_rows_field(&t->rows, t->columns[CASE]));
    const bool alone = (status == BL_TERM_FORBIDDEN && target.size != 0) ||
                       (status == BL_TERM_KEPT && source.size != 0);

    if ((source.size == 0 || target.size == 0) && !alone) {
        bl_term_skip(t->reading, t->rows.line,
                     "a term needs a source and a target");
        return;
    }
    if (source.size != 0 &&
        put_each(t, language_of(t, false), source,
                 status == BL_TERM_KEPT ? BL_TERM_KEPT : BL_TERM_PREFERRED,
                 letter_case) == 0)
        return;
    put_each(t, language_of(t, true), target,
             status == BL_TERM_KEPT ? BL_TERM_PREFERRED : status, letter_case);
}

static void read_languages(table *t)
{
    const bl_term_status status =
        bl_term_read_status(t->reading, t->rows.line,
                            bl_rows_field(&t->rows, t->columns[STATUS]));
    const bl_term_case letter_case =
        bl_term_read_case(t->reading, t->rows.line,
                          bl_rows_field(&t->rows, t->columns[CASE]));
    const int count = t->rows.field_count < BL_FIELDS_MAX ? t->rows.field_count
                                                          : BL_FIELDS_MAX;
    int said = 0;

    for (int i = 0; i < count; i++)
        said += t->languages[i] >= 0 && bl_trim(t->rows.fields[i]).size != 0;
    if (said < 2 && status == BL_TERM_PREFERRED) {
        bl_term_skip(t->reading, t->rows.line,
                     "a term needs two languages at least");
        return;
    }
    for (int i = 0; i < count; i++) {
        if (t->languages[i] >= 0)
            put_each(t, t->languages[i], t->rows.fields[i], status,
                     letter_case);
    }
}

static void read_row(table *t)
{
    if (t->rows.field_count == 1 && t->rows.fields[0].size == 0)
        return; /* an empty line */
    if (t->rows.open)
        bl_term_ignore(t->reading, t->rows.line, "a quote that is not closed");
    bl_builder_concept(t->reading->builder);
    if (t->language_columns != 0)
        read_languages(t);
    else
        read_pair(t);
}

/* "sep=;" in a line of its own, which Excel wants in front of all: the
 * separator. NUL where there is no such line. */
static char stated_separator(bl_str text)
{
    const bl_str mark = BL_STR("sep=");
    const char *sign;

    if (text.size < mark.size + 2 || !bl_str_begins(text, mark))
        return '\0';
    sign = text.ptr + mark.size;
    return strchr("\r\n\"", sign[0]) == NULL &&
                   (sign[1] == '\n' || sign[1] == '\r')
               ? sign[0]
               : '\0';
}

static bilint_status read_separated(bl_term_reading *reading, bilint_error *err)
{
    table t = { .reading = reading, .last = { { "", -1 }, { "", -1 } } };
    char separator;
    bl_buf text;
    bilint_status status = bl_term_text(reading, NULL, &text, err);

    if (status != BILINT_OK) {
        bl_buf_free(&text);
        return status;
    }
    separator = stated_separator(bl_buf_view(&text));
    bl_rows_init(&t.rows, reading->alloc, bl_buf_view(&text), separator);
    if (separator != '\0')
        bl_rows_next(&t.rows);
    if (bl_rows_next(&t.rows) && !read_header(&t))
        read_row(&t);
    while (bl_rows_next(&t.rows))
        read_row(&t);
    status = t.rows.row.failed ? bl_fail_memory(err) : BILINT_OK;
    bl_rows_free(&t.rows);
    bl_buf_free(&text);
    return status;
}

static bool is_any(bl_str ending, bl_str begin)
{
    (void)ending;
    (void)begin;
    return true;
}

const bl_term_format bl_format_separated = { .name = "separated values",
                                             .is = is_any,
                                             .read = read_separated };
