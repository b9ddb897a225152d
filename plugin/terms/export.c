/* SPDX-License-Identifier: Apache-2.0 */
/* Separated values (RFC 4180). */
#include "terms/export.h"

void bl_terms_export_head(bl_buf *out)
{
    bl_buf_z(out, "source-lang,target-lang,source,target,status,case\n");
}

/* A field, quoted where it has to be, with a separator behind it. */
static void add_field(bl_buf *out, bl_str text, char behind)
{
    bool quoted = false;

    for (size_t i = 0; i < text.size && !quoted; i++)
        quoted = text.ptr[i] == ',' || text.ptr[i] == '"' ||
                 text.ptr[i] == '\n' || text.ptr[i] == '\r';
    if (quoted)
        bl_buf_char(out, '"');
    for (size_t i = 0; i < text.size; i++) {
        if (text.ptr[i] == '"')
            bl_buf_char(out, '"');
        bl_buf_char(out, text.ptr[i]);
    }
    if (quoted)
        bl_buf_char(out, '"');
    bl_buf_char(out, behind);
}

static const char *status_name(const bl_term *term)
{
    static const char *const names[] = { "", "admitted", "forbidden",
                                         "do-not-translate" };

    return names[bl_term_status_of(term)];
}

static const char *case_name(const bl_term *term)
{
    static const char *const names[] = { "", "any", "initial", "exact" };

    return names[bl_term_case_of(term)];
}

/* Either side may be missing; the status is that of `said`. */
static void add_row(const bl_term_list *list, const bl_term *source,
                    const bl_term *target, const bl_term *said, bl_buf *out)
{
    const bl_term *const sides[] = { source, target };

    for (int i = 0; i < 2; i++)
        add_field(out,
                  bl_str_z(sides[i] != NULL
                               ? list->locales[sides[i]->language].tag
                               : ""),
                  ',');
    for (int i = 0; i < 2; i++)
        add_field(out,
                  sides[i] != NULL ? bl_image_text(&list->image, sides[i])
                                   : bl_str_of(NULL, 0),
                  ',');
    add_field(out, bl_str_z(status_name(said)), ',');
    add_field(out, bl_str_z(case_name(said)), '\n');
}

static bool is_of(const bl_term_list *list, const bl_term *term,
                  uint32_t side)
{
    return (bl_terms_language(list, term->language)->sides & side) != 0;
}

/* All targets of a source; how many there are. */
static uint32_t add_targets(const bl_term_list *list, bl_image_span terms,
                            const bl_term *source, bl_buf *out)
{
    uint32_t count = 0;

    for (uint32_t i = terms.start; i < terms.limit; i++) {
        const bl_term *target = bl_image_term(&list->image, i);

        if (target == NULL || target->language == source->language ||
            !is_of(list, target, BL_TERM_OF_TARGET))
            continue;
        add_row(list, source, target,
                bl_term_status_of(source) == BL_TERM_KEPT ? source : target,
                out);
        count++;
    }
    return count;
}

void bl_terms_export(const bl_term_list *list, uint32_t number, bl_buf *out)
{
    const bl_image_span terms =
        bl_image_span_of(&list->image, BL_IMAGE_CONCEPT_TERMS, number);
    uint32_t sources = 0;

    for (uint32_t i = terms.start; i < terms.limit; i++) {
        const bl_term *source = bl_image_term(&list->image, i);

        if (source == NULL || !is_of(list, source, BL_TERM_OF_SOURCE))
            continue;
        sources++;
        if (add_targets(list, terms, source, out) == 0 &&
            bl_term_status_of(source) == BL_TERM_KEPT)
            add_row(list, source, NULL, source, out);
    }
    for (uint32_t i = terms.start; i < terms.limit && sources == 0; i++) {
        const bl_term *target = bl_image_term(&list->image, i);

        if (target != NULL)
            add_row(list, NULL, target, target, out);
    }
}
