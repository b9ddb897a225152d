/* SPDX-License-Identifier: Apache-2.0 */
/*
 * UTX 1.11 and 1.20 (AAMT): tab separated, with the languages in the first
 * line and the columns in the last line that begins with #.
 */
#include "terms/format.h"
#include "terms/rows.h"

#include "base/error.h"

#include <string.h>

typedef struct utx {
    bl_term_reading *reading;
    bl_rows rows;
    int source; /* languages */
    int target;
    int source_at; /* columns */
    int target_at;
    int status_at;
} utx;

static bool is_utx(bl_str ending, bl_str begin)
{
    return bl_str_equal(ending, BL_STR(".utx")) ||
           (begin.size > 4 && memcmp(begin.ptr, "#UTX", 4) == 0);
}

static bool has(bl_str text, const char *wanted)
{
    const size_t size = strlen(wanted);

    for (size_t i = 0; i + size <= text.size; i++) {
        if (memcmp(text.ptr + i, wanted, size) == 0)
            return true;
    }
    return false;
}

/* "#UTX 1.11; en/ja; 2013-12-20T17:00:45; ...; bidirectional" */
static void read_languages(utx *u, bl_str line)
{
    const uint32_t both = has(line, "bidirectional")
                              ? BL_TERM_OF_SOURCE | BL_TERM_OF_TARGET
                              : 0;
    const char *semicolon = memchr(line.ptr, ';', line.size);
    bl_str source = bl_str_z(u->reading->source_lang);
    bl_str target = bl_str_z(u->reading->target_lang);

    if (semicolon != NULL) {
        const size_t before = (size_t)(semicolon - line.ptr) + 1;
        bl_str rest = bl_str_of(semicolon + 1, line.size - before);
        const char *end = memchr(rest.ptr, ';', rest.size);
        const char *slash;

        if (end != NULL)
            rest.size = (size_t)(end - rest.ptr);
        rest = bl_trim(rest);
        slash = rest.size != 0 ? memchr(rest.ptr, '/', rest.size) : NULL;
        if (slash != NULL) {
            source = bl_str_of(rest.ptr, (size_t)(slash - rest.ptr));
            target = bl_str_of(slash + 1,
                               rest.size - (size_t)(slash - rest.ptr) - 1);
        }
    }
    u->source = bl_builder_language(u->reading->builder, source,
                                    BL_TERM_OF_SOURCE | both);
    u->target = bl_builder_language(u->reading->builder, target,
                                    BL_TERM_OF_TARGET | both);
}

/* "#src	tgt	src:pos	term status" */
static void read_columns(utx *u)
{
    for (int i = 0; i < u->rows.field_count; i++) {
        char plain[BL_PLAIN_SIZE];

        bl_term_plain(u->rows.fields[i], plain);
        if (strcmp(plain, "src") == 0)
            u->source_at = i;
        else if (strcmp(plain, "tgt") == 0)
            u->target_at = i;
        else if (strcmp(plain, "termstatus") == 0)
            u->status_at = i;
    }
}

static void read_entry(const utx *u)
{
    const bl_str source = bl_rows_field(&u->rows, u->source_at);
    const bl_str target = bl_rows_field(&u->rows, u->target_at);
    const bl_term_status status =
        bl_term_read_status(u->reading, u->rows.line,
                            bl_rows_field(&u->rows, u->status_at));

    if (source.size == 0 || target.size == 0) {
        bl_term_skip(u->reading, u->rows.line,
                     "a term needs a source and a target");
        return;
    }
    bl_builder_concept(u->reading->builder);
    if (bl_term_put(u->reading, u->rows.line, u->source, source,
                    BL_TERM_PREFERRED, BL_TERM_CASE_AUTO))
        bl_term_put(u->reading, u->rows.line, u->target, target, status,
                    BL_TERM_CASE_AUTO);
}

static bilint_status read_utx(bl_term_reading *reading, bilint_error *err)
{
    utx u = { .reading = reading,
              .source = -1,
              .target = -1,
              .source_at = 0,
              .target_at = 1,
              .status_at = -1 };
    bl_buf text;
    bilint_status status = bl_term_text(reading, NULL, &text, err);

    if (status != BILINT_OK) {
        bl_buf_free(&text);
        return status;
    }
    bl_rows_init(&u.rows, reading->alloc, bl_buf_view(&text), '\t');
    while (bl_rows_next(&u.rows)) {
        const bl_str first = u.rows.fields[0];

        if (u.rows.line == 1)
            read_languages(&u, first);
        if (first.size != 0 && *first.ptr == '#')
            read_columns(&u);
        else if (u.rows.field_count > 1 || first.size != 0)
            read_entry(&u);
    }
    status = u.rows.row.failed ? bl_fail_memory(err) : BILINT_OK;
    bl_rows_free(&u.rows);
    bl_buf_free(&text);
    return status;
}

const bl_term_format bl_format_utx = { .name = "UTX",
                                       .is = is_utx,
                                       .read = read_utx };
