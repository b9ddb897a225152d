/* SPDX-License-Identifier: Apache-2.0 */
/* Opening lists, joining them, and their languages. */
#include "terms/list.h"

#include "base/error.h"

#include <string.h>

enum { BEGIN = 4096 };

/* ---- making ------------------------------------------------------------- */

static bilint_status wrong_language(const char *path, const char *tag,
                                    bilint_error *err)
{
    return bl_fail(err, BILINT_E_CONFIG, "%s: not a language tag: %s", path,
                   tag);
}

static bilint_status check_tags(const bl_term_path *path, bilint_error *err)
{
    const char *const tags[] = { path->source_lang, path->target_lang };
    bl_locale locale;

    for (int i = 0; i < 2; i++) {
        if (tags[i] != NULL &&
            !bl_locale_parse(tags[i], strlen(tags[i]), &locale))
            return wrong_language(path->path, tags[i], err);
    }
    return BILINT_OK;
}

/* A list that has its image: its name and its languages. */
static bilint_status furnish(bl_term_list *list, const char *name,
                             const bl_term_path *path, bilint_error *err)
{
    const uint32_t count = bl_terms_language_count(list);

    list->name = bl_resize(list->alloc, NULL, strlen(name) + 1, 1);
    list->locales =
        bl_new(list->alloc, (size_t)count + 1, sizeof(*list->locales));
    if (list->name == NULL || list->locales == NULL)
        return bl_fail_memory(err);
    strcpy(list->name, name);
    for (uint32_t i = 0; i < count; i++) {
        const bl_term_language *language = bl_terms_language(list, i);
        const char *tag = language->tag;

        if (memchr(tag, '\0', BL_TAG_SIZE) == NULL)
            return bl_fail(err, BILINT_E_DATA,
                           "%s is damaged: a language tag has no end", name);
        if (tag[0] == '\0' && path != NULL)
            tag = language->sides == BL_TERM_OF_SOURCE ? path->source_lang
                                                       : path->target_lang;
        if (tag != NULL && tag[0] != '\0' &&
            !bl_locale_parse(tag, strlen(tag), &list->locales[i]))
            return wrong_language(name, tag, err);
    }
    return BILINT_OK;
}

bilint_status bl_terms_build(const bl_alloc *alloc, bl_builder *builder,
                             const char *name, bl_term_list **out,
                             bilint_error *err)
{
    bl_term_list *list = bl_new(alloc, 1, sizeof(*list));
    bilint_status status;
    void *data = NULL;
    size_t size = 0;

    *out = NULL;
    if (list == NULL)
        return bl_fail_memory(err);
    list->alloc = alloc;
    status = bl_builder_finish(builder, &data, &size, err);
    if (status == BILINT_OK) {
        bl_image_take(&list->image, alloc, data, size);
        status = furnish(list, name, NULL, err);
    }
    if (status != BILINT_OK) {
        bl_terms_free(list);
        return status;
    }
    *out = list;
    return BILINT_OK;
}

static bilint_status map_list(const bl_alloc *alloc, const bl_term_path *path,
                              bl_term_list **out, bilint_error *err)
{
    bl_term_list *list = bl_new(alloc, 1, sizeof(*list));
    bilint_status status;

    *out = NULL;
    if (list == NULL)
        return bl_fail_memory(err);
    list->alloc = alloc;
    status = bl_image_open(&list->image, alloc, path->path, err);
    if (status == BILINT_OK)
        status = furnish(list, path->path, path, err);
    if (status != BILINT_OK) {
        bl_terms_free(list);
        return status;
    }
    *out = list;
    return BILINT_OK;
}

void bl_terms_free(bl_term_list *list)
{
    if (list == NULL)
        return;
    if (list->image.data != NULL)
        bl_image_close(&list->image);
    bl_free(list->alloc, list->name);
    bl_free(list->alloc, list->locales);
    bl_free(list->alloc, list);
}

void bl_terms_add(bl_term_lists *lists, bl_term_list *list)
{
    list->siblings = lists;
    list->number = lists->count++;
    if (lists->last != NULL)
        lists->last->next = list;
    else
        lists->first = list;
    lists->last = list;
}

void bl_terms_free_all(bl_term_lists *lists)
{
    while (lists->first != NULL) {
        bl_term_list *next = lists->first->next;

        bl_terms_free(lists->first);
        lists->first = next;
    }
    *lists = (bl_term_lists){ 0 };
}

/* ---- reading ------------------------------------------------------------ */

/* All concepts of a compiled list. */
static bilint_status take_in(bl_builder *builder, bl_term_list *list,
                             bilint_error *err)
{
    int languages[BL_TERM_LANGUAGES];

    for (uint32_t i = 0; i < bl_terms_language_count(list); i++)
        languages[i] =
            bl_builder_language(builder, bl_str_z(list->locales[i].tag),
                                bl_terms_language(list, i)->sides);
    for (uint32_t i = 0; i < bl_terms_concept_count(list); i++) {
        const bl_image_span terms =
            bl_image_span_of(&list->image, BL_IMAGE_CONCEPT_TERMS, i);

        bl_builder_concept(builder);
        for (uint32_t j = terms.start; j < terms.limit; j++) {
            const bl_term *term = bl_image_term(&list->image, j);

            if (term != NULL && term->language < bl_terms_language_count(list))
                bl_builder_add(builder, languages[term->language],
                               bl_image_text(&list->image, term),
                               bl_term_status_of(term), bl_term_case_of(term));
        }
    }
    return bl_terms_sound(list, err);
}

/* The first bytes of a list, by which its format is told. */
static bilint_status open_file(const char *path, char *begin, FILE **file,
                               size_t *size, bilint_error *err)
{
    *file = fopen(path, "rb");
    if (*file == NULL)
        return bl_fail(err, BILINT_E_IO, "cannot open the term list %s", path);
    *size = fread(begin, 1, BEGIN, *file);
    if (*size == 0 && ferror(*file)) {
        fclose(*file);
        return bl_fail(err, BILINT_E_IO, "cannot read the term list %s", path);
    }
    return BILINT_OK;
}

static bilint_status read_list(const bl_alloc *alloc, bl_builder *builder,
                               const bl_term_path *path, FILE *file,
                               bl_str begin, bl_terms_skipped skipped,
                               void *context, bilint_error *err)
{
    bl_term_reading reading = { .alloc = alloc,
                                .builder = builder,
                                .name = path->path,
                                .source_lang = path->source_lang,
                                .target_lang = path->target_lang,
                                .file = file,
                                .begin = begin,
                                .skipped = skipped,
                                .context = context };
    const size_t before = bl_builder_count(builder);
    const bilint_status status =
        bl_term_format_of(path->path, begin)->read(&reading, err);

    if (status == BILINT_OK && ferror(file))
        return bl_fail(err, BILINT_E_IO, "cannot read the term list %s",
                       path->path);
    bl_term_skip_more(&reading);
    if (status != BILINT_OK || bl_builder_count(builder) != before)
        return status;
    /* A list of which nothing can be used is another file, or damaged; one
     * that is not filled in yet is empty. */
    if (reading.skipped_count != 0)
        return bl_fail(err, BILINT_E_DATA,
                       "%s: none of the term list's entries can be used",
                       path->path);
    bl_term_skip(&reading, 1, "the list has no terms");
    return BILINT_OK;
}

/* Whether a file that is no compiled list has the name of one. */
static bool is_misnamed(const char *path)
{
    return bl_str_ends(bl_str_z(path), BL_STR(".blt"));
}

/* One list, into a builder; or, where `mapped` is wanted and the list is a
 * compiled one, there. */
static bilint_status add_list(const bl_alloc *alloc, bl_builder *builder,
                              const bl_term_path *path,
                              bl_terms_skipped skipped, void *context,
                              bl_term_list **mapped, bilint_error *err)
{
    char begin[BEGIN];
    bilint_status status = check_tags(path, err);
    bl_term_list *compiled = NULL;
    FILE *file = NULL;
    size_t size = 0;

    if (status == BILINT_OK)
        status = open_file(path->path, begin, &file, &size, err);
    if (status != BILINT_OK)
        return status;
    if (!bl_image_is(begin, size)) {
        if (is_misnamed(path->path))
            status = bl_fail(err, BILINT_E_DATA,
                             "%s is not a compiled term list%s", path->path,
                             size == 0 ? ": it is empty" : "");
        else
            status = read_list(alloc, builder, path, file,
                               bl_str_of(begin, size), skipped, context, err);
        fclose(file);
        return status;
    }
    fclose(file);
    status = map_list(alloc, path, &compiled, err);
    if (status == BILINT_OK && mapped != NULL) {
        *mapped = compiled;
        return BILINT_OK;
    }
    if (status == BILINT_OK)
        status = take_in(builder, compiled, err);
    bl_terms_free(compiled);
    return status;
}

bilint_status bl_terms_open(const bl_alloc *alloc, const bl_chars *chars,
                            const bl_term_path *path, bl_terms_skipped skipped,
                            void *context, bl_term_list **out,
                            bilint_error *err)
{
    bl_builder *builder = bl_builder_new(alloc, chars);
    bilint_status status;

    *out = NULL;
    if (builder == NULL)
        return bl_fail_memory(err);
    status = add_list(alloc, builder, path, skipped, context, out, err);
    if (status == BILINT_OK && *out == NULL)
        status = bl_terms_build(alloc, builder, path->path, out, err);
    bl_builder_free(builder);
    return status;
}

bilint_status bl_terms_join(const bl_alloc *alloc, const bl_chars *chars,
                            const bl_term_path *paths, size_t count,
                            bl_terms_skipped skipped, void *context,
                            bl_term_list **out, bilint_error *err)
{
    bl_builder *builder = bl_builder_new(alloc, chars);
    bilint_status status = BILINT_OK;

    *out = NULL;
    if (builder == NULL)
        return bl_fail_memory(err);
    for (size_t i = 0; i < count && status == BILINT_OK; i++)
        status =
            add_list(alloc, builder, &paths[i], skipped, context, NULL, err);
    if (status == BILINT_OK)
        status = bl_terms_build(alloc, builder,
                                count == 1 ? paths[0].path : "terms", out, err);
    bl_builder_free(builder);
    return status;
}

/* ---- languages ---------------------------------------------------------- */

const bl_term_language *bl_terms_language(const bl_term_list *list,
                                          uint32_t index)
{
    return (const bl_term_language *)(const void *)list->image
               .parts[BL_IMAGE_LANGUAGES]
               .data +
           index;
}

/* Another script is another language. */
static bl_term_nearness nearness(const bl_locale *list, const bl_locale *text)
{
    if (list->tag[0] == '\0')
        return BL_TERM_NO_REGION;
    if (list->language[0] != text->language[0] ||
        strcmp(list->language, text->language) != 0 ||
        strcmp(list->script, text->script) != 0)
        return BL_TERM_FOREIGN;
    if (strcmp(list->tag, text->tag) == 0)
        return BL_TERM_SAME;
    return list->region[0] == '\0' || text->region[0] == '\0' ||
                   strcmp(list->region, text->region) == 0
               ? BL_TERM_NO_REGION
               : BL_TERM_OTHER_REGION;
}

uint32_t bl_terms_fit(const bl_term_list *list, const bl_locale *text,
                      uint32_t side, bl_term_fit *fit)
{
    static const uint32_t both = BL_TERM_OF_SOURCE | BL_TERM_OF_TARGET;
    const uint32_t count = bl_terms_language_count(list);
    uint32_t fitting = 0;
    uint8_t first = BL_TERM_FOREIGN;

    fit->forbidden = 0;
    fit->kept = 0;
    fit->mask = 0;
    fit->differs = false;
    for (uint32_t i = 0; i < count; i++) {
        const bl_term_language *language = bl_terms_language(list, i);
        const uint8_t near =
            (language->sides & side) != 0
                ? (uint8_t)nearness(&list->locales[i], text)
                : (uint8_t)BL_TERM_FOREIGN;

        fit->languages[i] = near;
        if (near == BL_TERM_FOREIGN)
            continue;
        first = fitting++ == 0 ? near : first;
        fit->differs = fit->differs || near != first;
        fit->forbidden += language->forbidden;
        fit->kept += language->sides == both ? language->kept : 0;
        fit->mask |= bl_mask_of_language(i);
    }
    return fitting;
}

bool bl_terms_count(const bl_term_list *list, const bl_term_fit *fit,
                    const bl_term *term)
{
    const uint8_t near = fit->languages[term->language];
    bl_image_span terms;

    if (near == BL_TERM_FOREIGN || !fit->differs || near == BL_TERM_SAME)
        return near != BL_TERM_FOREIGN;
    terms = bl_image_span_of(&list->image, BL_IMAGE_CONCEPT_TERMS,
                             term->concept);
    for (uint32_t i = terms.start; i < terms.limit; i++) {
        const bl_term *other = bl_image_term(&list->image, i);
        const bool nearer =
            other != NULL && fit->languages[other->language] > near;
        const bool forbids =
            nearer && bl_term_status_of(other) == BL_TERM_FORBIDDEN;

        if (forbids ? other->phrase == term->phrase
                    : nearer && near == BL_TERM_OTHER_REGION)
            return false;
    }
    return true;
}

bilint_status bl_terms_sound(const bl_term_list *list, bilint_error *err)
{
    return bl_atomic_get(&list->image.damaged) == 0
               ? BILINT_OK
               : bl_fail(err, BILINT_E_DATA,
                         "the compiled term list %s is damaged; compile it "
                         "again",
                         list->name);
}
