/* SPDX-License-Identifier: Apache-2.0 */
/*
 * OmegaT's glossaries: source, target and comment between tabs, lines that
 * begin with # are comments. The first line may name the encoding:
 * "# Glossary in tab-separated format -*- coding: utf-8 -*-".
 */
#include "terms/format.h"
#include "terms/rows.h"

#include "base/error.h"

enum { NAME_SIZE = 40 };

/* What "coding:" in the first line, a comment, says; nothing without it. */
static bl_str find_coding(bl_str begin)
{
    static const char mark[] = "-*- coding:";
    size_t at = 0;

    if (begin.size == 0 || *begin.ptr != '#')
        return bl_str_of(NULL, 0);
    for (; at + sizeof(mark) <= begin.size && begin.ptr[at] != '\n'; at++) {
        size_t size = 0;

        if (memcmp(begin.ptr + at, mark, sizeof(mark) - 1) != 0)
            continue;
        at += sizeof(mark) - 1;
        while (at < begin.size && begin.ptr[at] == ' ')
            at++;
        while (at + size < begin.size &&
               strchr(" \t\r\n;", begin.ptr[at + size]) == NULL)
            size++;
        return bl_str_of(begin.ptr + at, size);
    }
    return bl_str_of(NULL, 0);
}

static bool is_omegat(bl_str ending, bl_str begin)
{
    return find_coding(begin).size != 0 ||
           bl_str_equal(ending, BL_STR(".utf8")) ||
           bl_str_equal(ending, BL_STR(".tab")) ||
           bl_str_equal(ending, BL_STR(".txt"));
}

static void read_entry(bl_term_reading *reading, const bl_rows *rows,
                       int source, int target)
{
    const bl_str term = bl_rows_field(rows, 0);
    const bl_str translation = bl_rows_field(rows, 1);

    if (rows->field_count < 2 || term.size == 0) {
        bl_term_skip(reading, rows->line,
                     "a term needs a source, a tab and a target");
        return;
    }
    if (translation.size == 0)
        return; /* OmegaT has entries that are not translated yet */
    bl_builder_concept(reading->builder);
    if (bl_term_put(reading, rows->line, source, term, BL_TERM_PREFERRED,
                    BL_TERM_CASE_AUTO))
        bl_term_put(reading, rows->line, target, translation,
                    BL_TERM_PREFERRED, BL_TERM_CASE_AUTO);
}

static bilint_status read_omegat(bl_term_reading *reading, bilint_error *err)
{
    const int source = bl_builder_language(reading->builder,
                                           bl_str_z(reading->source_lang),
                                           BL_TERM_OF_SOURCE);
    const int target = bl_builder_language(reading->builder,
                                           bl_str_z(reading->target_lang),
                                           BL_TERM_OF_TARGET);
    const bl_str coding = find_coding(reading->begin);
    char encoding[NAME_SIZE] = "";
    bilint_status status;
    bl_rows rows;
    bl_buf text;

    if (coding.size < sizeof(encoding))
        memcpy(encoding, coding.ptr != NULL ? coding.ptr : "", coding.size);
    status = bl_term_text(reading, encoding[0] != '\0' ? encoding : NULL,
                          &text, err);
    if (status != BILINT_OK) {
        bl_buf_free(&text);
        return status;
    }
    bl_rows_init(&rows, reading->alloc, bl_buf_view(&text), '\t');
    while (bl_rows_next(&rows)) {
        const bl_str first = rows.fields[0];

        if ((first.size != 0 && *first.ptr == '#') ||
            (rows.field_count == 1 && first.size == 0))
            continue;
        read_entry(reading, &rows, source, target);
    }
    status = rows.row.failed ? bl_fail_memory(err) : BILINT_OK;
    bl_rows_free(&rows);
    bl_buf_free(&text);
    return status;
}

const bl_term_format bl_format_omegat = { .name = "OmegaT glossary",
                                          .is = is_omegat,
                                          .read = read_omegat };
