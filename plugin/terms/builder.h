/* SPDX-License-Identifier: Apache-2.0 */
/*
 * From entries to an image. A concept is what an entry of a list is about;
 * its terms are the ways to say it, in any number of languages.
 */
#ifndef BL_TERMS_BUILDER_H
#define BL_TERMS_BUILDER_H

#include "terms/image.h"
#include "text/chars.h"

typedef struct bl_builder bl_builder;

/* NULL when there is no memory. */
bl_builder *bl_builder_new(const bl_alloc *alloc, const bl_chars *chars);
void bl_builder_free(bl_builder *builder);

/* The number of a language, added if need be; "" is any. -1 where the text
 * is no language tag or there are too many. */
int bl_builder_language(bl_builder *builder, bl_str tag, uint32_t sides);

/* What follows is said of another concept. */
void bl_builder_concept(bl_builder *builder);

/* One more term of the concept. NULL, or why it was left out. */
const char *bl_builder_add(bl_builder *builder, int language, bl_str text,
                           bl_term_status status, bl_term_case letter_case);

/* How many terms it has. */
size_t bl_builder_count(const bl_builder *builder);

/* The image, which is the caller's. The builder is empty afterwards. */
bilint_status bl_builder_finish(bl_builder *builder, void **data,
                                size_t *size, bilint_error *err);

#endif
