/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A term list: an image, mapped or built from a list in any format, and the
 * languages that it is for. Read by any thread once it is open.
 */
#ifndef BL_TERMS_LIST_H
#define BL_TERMS_LIST_H

#include "terms/format.h"
#include "terms/image.h"

typedef struct bl_term_list {
    const bl_alloc *alloc;
    bl_image image;
    char *name;         /* of the file */
    bl_locale *locales; /* of the image's languages */
    const struct bl_term_lists *siblings; /* NULL: it is by itself */
    uint32_t number;                      /* among them, from 0 on */
    struct bl_term_list *next;
} bl_term_list;

/* The lists of an engine, in the order of the configuration. */
typedef struct bl_term_lists {
    bl_term_list *first;
    bl_term_list *last;
    uint32_t count;
} bl_term_lists;

/* One more list, which becomes theirs; and all of them freed. */
void bl_terms_add(bl_term_lists *lists, bl_term_list *list);
void bl_terms_free_all(bl_term_lists *lists);

/* Where a list is, and the languages of one that does not say. */
typedef struct bl_term_path {
    const char *path;
    const char *source_lang; /* may be NULL */
    const char *target_lang;
} bl_term_path;

/*
 * Open a list: a compiled one is mapped, any other is read. Entries that
 * make no sense are told to `skipped`, which may be NULL.
 */
bilint_status bl_terms_open(const bl_alloc *alloc, const bl_chars *chars,
                            const bl_term_path *path,
                            bl_terms_skipped skipped, void *context,
                            bl_term_list **out, bilint_error *err);

/* Several lists as one. Compiled ones are taken in as well. */
bilint_status bl_terms_join(const bl_alloc *alloc, const bl_chars *chars,
                            const bl_term_path *paths, size_t count,
                            bl_terms_skipped skipped, void *context,
                            bl_term_list **out, bilint_error *err);

/* What a builder has; `name` is for messages. */
bilint_status bl_terms_build(const bl_alloc *alloc, bl_builder *builder,
                             const char *name, bl_term_list **out,
                             bilint_error *err);
void bl_terms_free(bl_term_list *list);

/* How near a language of a list is to that of a text. */
typedef enum bl_term_nearness {
    BL_TERM_FOREIGN,
    BL_TERM_OTHER_REGION, /* pt-PT for pt-BR */
    BL_TERM_NO_REGION,    /* pt for pt-BR, or any language */
    BL_TERM_SAME
} bl_term_nearness;

/* Which of the list's languages are those of a text. How many. */
typedef struct bl_term_fit {
    uint8_t languages[BL_TERM_LANGUAGES]; /* bl_term_nearness */
    bool differs;       /* they are not all equally near */
    uint32_t forbidden; /* forbidden terms in them */
    uint32_t kept;      /* those in both sides' languages that stay as they
                           are, in any other language */
    bl_term_mask mask;  /* their bits */
} bl_term_fit;
uint32_t bl_terms_fit(const bl_term_list *list, const bl_locale *text,
                      uint32_t side, bl_term_fit *fit);

/*
 * Whether a term counts for the text: of another region only where its concept
 * has none that is nearer, and not as what a nearer one forbids.
 */
bool bl_terms_count(const bl_term_list *list, const bl_term_fit *fit,
                    const bl_term *term);

/* A file turned out to be damaged while it was asked. */
bilint_status bl_terms_sound(const bl_term_list *list, bilint_error *err);

static inline uint32_t bl_terms_language_count(const bl_term_list *list)
{
    return bl_image_count(&list->image, BL_IMAGE_LANGUAGES);
}

static inline uint32_t bl_terms_concept_count(const bl_term_list *list)
{
    return bl_image_starts(&list->image, BL_IMAGE_CONCEPT_TERMS);
}

/* The language number `index`. */
const bl_term_language *bl_terms_language(const bl_term_list *list,
                                          uint32_t index);

#endif
