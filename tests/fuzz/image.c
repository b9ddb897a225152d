/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A compiled term list with numbers changed and its checksums made right
 * again: each six bytes of the input say where (four) and what (two). Opened,
 * it is asked for everything; it may be refused at any time, and no answer
 * may lead outside of it.
 */
#include "laws.h"
#include "target.h"

#include "terms/export.h"
#include "terms/keys.h"

#include <string.h>
#include <unistd.h>

typedef struct sample {
    unsigned char *data; /* a sound image */
    size_t size;
    int file; /* open at `path` */
} sample;

static char path[] = "/tmp/bilint-image-XXXXXX";

static void remove_file(void)
{
    remove(path);
}

static void add(bl_builder *builder, int language, const char *text,
                bl_term_status status)
{
    MUST(bl_builder_add(builder, language, bl_str_z(text), status,
                        BL_TERM_CASE_AUTO) == NULL,
         "%s", text);
}

static const sample *make(void)
{
    static const char *const terms[][2] = {
        { "girder", "dầm" },          { "girder bridge", "cầu dầm" },
        { "C++", "C++" },             { "bridge", "cầu" },
        { "bridge pier", "trụ cầu" }, { "U.S. bridge", "cầu Mỹ" },
    };
    static sample s;
    bilint_error err = BILINT_ERROR_INIT;
    bl_chars *chars;
    bl_builder *builder;
    void *data = NULL;
    int en;
    int vi;

    if (s.data != NULL)
        return &s;
    chars = bl_chars_new(&bl_alloc_default);
    builder = bl_builder_new(&bl_alloc_default, chars);
    en = bl_builder_language(builder, BL_STR("en"), BL_TERM_OF_SOURCE);
    vi = bl_builder_language(builder, BL_STR("vi"), BL_TERM_OF_TARGET);
    for (size_t i = 0; i < sizeof(terms) / sizeof(terms[0]); i++) {
        bl_builder_concept(builder);
        add(builder, en, terms[i][0], BL_TERM_PREFERRED);
        add(builder, vi, terms[i][1],
            i == 3 ? BL_TERM_FORBIDDEN : BL_TERM_PREFERRED);
    }
    MUST(bl_builder_finish(builder, &data, &s.size, &err) == BILINT_OK, "%s",
         err.message);
    s.data = data;
    bl_builder_free(builder);
    bl_free(&bl_alloc_default, chars);
    s.file = mkstemp(path);
    MUST(s.file >= 0 && atexit(remove_file) == 0, "%s", path);
    return &s;
}

/* Right again, so that what was changed is looked at. */
static void sum(unsigned char *data, size_t size)
{
    bl_image_header header;
    size_t blocks_at;

    memcpy(&header, data, sizeof(header));
    blocks_at = (size_t)bl_image_blocks(&header);
    if (header.sections[BL_IMAGE_SUMS].at > size || blocks_at > size ||
        blocks_at < sizeof(header))
        return;
    for (size_t at = blocks_at, i = 0;
         at < size && i < header.sections[BL_IMAGE_SUMS].count;
         at += BL_IMAGE_BLOCK, i++) {
        const size_t left = size - at;
        const uint64_t block = bl_image_block_sum(
            data + at, left < BL_IMAGE_BLOCK ? left : BL_IMAGE_BLOCK);

        memcpy(data + header.sections[BL_IMAGE_SUMS].at + i * sizeof(block),
               &block, sizeof(block));
    }
    header.sum = bl_image_head_sum(data, blocks_at);
    memcpy(data, &header, sizeof(header));
}

static void ask(bl_term_list *list)
{
    const bl_image *image = &list->image;
    const uint32_t words = bl_image_starts(image, BL_IMAGE_WORD_STARTS);
    bl_buf out;

    bl_buf_init(&out, &bl_alloc_default);
    for (uint32_t i = 0; i < bl_terms_concept_count(list) && i < 1000; i++)
        bl_terms_export(list, i, &out);
    for (uint32_t i = 0; i < words && i < 1000; i++) {
        const bl_str text = bl_image_word_text(image, i);
        const bl_image_span phrases = bl_image_begin(image, i);
        const bl_image_span alike = bl_image_words_from(image, text, 0, 8);

        MUST(phrases.start <= phrases.limit && alike.start <= alike.limit,
             "%u", (unsigned)i);
        bl_image_word(image, text);
        for (uint32_t j = 0; j < words && j < 20; j++) {
            const bl_image_span next =
                bl_image_narrow(image, phrases, 1, i, j);

            bl_image_end_mask(image, next, 2);
        }
    }
    bl_buf_free(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const sample *s = make();
    const bl_term_path from = { path, NULL, NULL };
    unsigned char *changed = malloc(s->size);
    bilint_error err = BILINT_ERROR_INIT;
    bl_term_list *list = NULL;
    bl_image image;

    MUST(changed != NULL, "no memory");
    memcpy(changed, s->data, s->size);
    for (; size >= 6; data += 6, size -= 6) {
        uint32_t at;

        memcpy(&at, data, sizeof(at));
        changed[at % s->size] = data[4];
        changed[(at + 1) % s->size] = data[5];
    }
    sum(changed, s->size);
    MUST(ftruncate(s->file, 0) == 0 &&
             pwrite(s->file, changed, s->size, 0) == (ssize_t)s->size,
         "%s", path);
    free(changed);
    if (bl_image_open(&image, &bl_alloc_default, path, &err) != BILINT_OK) {
        MUST(err.status == BILINT_E_DATA && err.message[0] != '\0', "%s",
             err.message);
        return 0;
    }
    bl_image_close(&image);
    if (bl_terms_open(&bl_alloc_default, NULL, &from, NULL, NULL, &list,
                      &err) == BILINT_OK)
        ask(list);
    bl_terms_free(list);
    return 0;
}
