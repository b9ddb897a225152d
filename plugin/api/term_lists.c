/* SPDX-License-Identifier: Apache-2.0 */
/* Term lists by themselves. */
#include "bilint/terms.h"

#include "api/handles.h"
#include "terms/export.h"
#include "terms/keys.h"
#include "terms/list.h"

enum { PIECE = 1 << 16, FILES_MAX = 1000, WORDS_MAX = 64 };

struct bilint_terms {
    bl_alloc alloc;
    const bilint_host *host;
    const bilint_host_alloc *host_alloc;
    const bilint_host_log *log;
    bl_chars *chars;
    bl_term_list *list;
};

static void *resize_host(const bl_alloc *alloc, void *block, size_t size)
{
    const bilint_terms *terms = alloc->context;

    return terms->host_alloc->resize(terms->host, block, size);
}

static const void *interface(const bilint_host *host, const char *id)
{
    return host != NULL && host->get_interface != NULL
               ? host->get_interface(host, id)
               : NULL;
}

static void tell_skipped(void *context, const char *message)
{
    const bilint_terms *terms = context;

    if (terms->log != NULL && terms->log->write != NULL)
        terms->log->write(terms->host, BILINT_LOG_WARNING, "terms", message);
}

static void set_host(bilint_terms *terms, const bilint_host *host)
{
    terms->host = host;
    terms->host_alloc = interface(host, BILINT_HOST_ALLOC);
    terms->log = interface(host, BILINT_HOST_LOG);
    terms->alloc = terms->host_alloc != NULL ? (bl_alloc){ resize_host, terms }
                                             : bl_alloc_default;
}

/* ---- reading ---------------------------------------------------------------
 */

static bilint_status read_paths(bilint_terms *terms,
                                const bilint_term_file *const *files,
                                size_t count, bilint_error *err)
{
    bl_term_path *paths = bl_resize(&terms->alloc, NULL, count, sizeof(*paths));
    bilint_status status = BILINT_OK;

    if (paths == NULL)
        return bl_fail_memory(err);
    for (size_t i = 0; i < count && status == BILINT_OK; i++) {
        bilint_term_file file;

        if (files[i] == NULL || !bl_struct_in(&file, sizeof(file), files[i]) ||
            file.path == NULL)
            status = bl_fail(err, BILINT_E_ARGUMENT, "no such file struct");
        else
            paths[i] =
                (bl_term_path){ file.path, file.source_lang, file.target_lang };
    }
    if (status == BILINT_OK && count == 1)
        status = bl_terms_open(&terms->alloc, terms->chars, &paths[0],
                               tell_skipped, terms, &terms->list, err);
    else if (status == BILINT_OK)
        status = bl_terms_join(&terms->alloc, terms->chars, paths, count,
                               tell_skipped, terms, &terms->list, err);
    bl_free(&terms->alloc, paths);
    return status;
}

bilint_status BILINT_CALL bilint_terms_read(
    uint32_t abi, const bilint_term_file *const *files, size_t count,
    const bilint_host *host, bilint_terms **out, bilint_error *err)
{
    bilint_terms first;
    bilint_terms *terms;
    bilint_status status;

    bl_error_clear(err);
    if (out == NULL)
        return bl_fail(err, BILINT_E_ARGUMENT, "out is NULL");
    *out = NULL;
    if (abi >> 16 != BILINT_ABI_MAJOR || (abi & 0xffff) > BILINT_ABI_MINOR)
        return bl_fail(err, BILINT_E_ABI, "compiled for another interface");
    if (files == NULL || count == 0 || count > FILES_MAX)
        return bl_fail(err, BILINT_E_ARGUMENT, "no files");
    memset(&first, 0, sizeof(first));
    set_host(&first, host);
    terms = bl_new(&first.alloc, 1, sizeof(*terms));
    if (terms == NULL)
        return bl_fail_memory(err);
    set_host(terms, host);
    terms->chars = bl_chars_new(&terms->alloc);
    status = terms->chars != NULL ? read_paths(terms, files, count, err)
                                  : bl_fail_memory(err);
    if (status != BILINT_OK) {
        bilint_terms_free(terms);
        return status;
    }
    *out = terms;
    return BILINT_OK;
}

void BILINT_CALL bilint_terms_free(bilint_terms *terms)
{
    bilint_terms last;

    if (terms == NULL)
        return;
    bl_terms_free(terms->list);
    bl_free(&terms->alloc, terms->chars);
    /* What frees the list must not be in it. */
    memset(&last, 0, sizeof(last));
    set_host(&last, terms->host);
    bl_free(&last.alloc, terms);
}

/* ---- writing ---------------------------------------------------------------
 */

static bilint_status put(bilint_write write, void *context, const void *data,
                         size_t size, bilint_error *err)
{
    const char *bytes = data;

    while (size != 0) {
        const size_t piece = size < PIECE ? size : PIECE;

        if (write(context, bytes, piece) != 0)
            return bl_fail(err, BILINT_E_IO, "the writer failed");
        bytes += piece;
        size -= piece;
    }
    return BILINT_OK;
}

static bilint_status write_csv(const bilint_terms *terms, bilint_write write,
                               void *context, bilint_error *err)
{
    const uint32_t count = bl_terms_concept_count(terms->list);
    bilint_status status = BILINT_OK;
    bl_buf out;

    bl_buf_init(&out, &terms->alloc);
    bl_terms_export_head(&out);
    for (uint32_t i = 0; i < count && status == BILINT_OK; i++) {
        bl_terms_export(terms->list, i, &out);
        if (out.size < PIECE && i + 1 < count)
            continue;
        status = out.failed ? bl_fail_memory(err)
                            : put(write, context, out.data, out.size, err);
        bl_buf_clear(&out);
    }
    if (status == BILINT_OK && count == 0)
        status = out.failed ? bl_fail_memory(err)
                            : put(write, context, out.data, out.size, err);
    bl_buf_free(&out);
    return status == BILINT_OK ? bl_terms_sound(terms->list, err) : status;
}

bilint_status BILINT_CALL bilint_terms_write(const bilint_terms *terms,
                                             const char *format,
                                             bilint_write write, void *context,
                                             bilint_error *err)
{
    bl_error_clear(err);
    if (terms == NULL || format == NULL || write == NULL)
        return bl_fail(err, BILINT_E_ARGUMENT, "an argument is NULL");
    if (strcmp(format, "csv") == 0)
        return write_csv(terms, write, context, err);
    if (strcmp(format, "blt") != 0)
        return bl_fail(err, BILINT_E_ARGUMENT, "no such format: %s", format);
    if (!bl_image_verify(&terms->list->image))
        return bl_terms_sound(terms->list, err);
    return put(write, context, terms->list->image.data, terms->list->image.size,
               err);
}

/* ---- asking ----------------------------------------------------------------
 */

bilint_status BILINT_CALL bilint_terms_counts(const bilint_terms *terms,
                                              bilint_terms_summary *out)
{
    bilint_terms_summary summary = { .struct_size = sizeof(summary) };
    const bl_image *image;

    if (terms == NULL || out == NULL)
        return BILINT_E_ARGUMENT;
    image = &terms->list->image;
    summary.concepts = bl_terms_concept_count(terms->list);
    summary.terms = bl_image_count(image, BL_IMAGE_TERMS);
    summary.phrases = bl_image_starts(image, BL_IMAGE_PHRASE_STARTS);
    summary.words = bl_image_starts(image, BL_IMAGE_WORD_STARTS);
    summary.languages = bl_terms_language_count(terms->list);
    summary.size = image->size;
    return bl_struct_out(out, &summary, sizeof(summary)) ? BILINT_OK
                                                         : BILINT_E_ARGUMENT;
}

bilint_status BILINT_CALL bilint_terms_language_get(const bilint_terms *terms,
                                                    uint32_t index,
                                                    bilint_terms_language *out)
{
    bilint_terms_language language = { .struct_size = sizeof(language) };
    const bl_term_language *from;

    if (terms == NULL || out == NULL ||
        index >= bl_terms_language_count(terms->list))
        return BILINT_E_ARGUMENT;
    from = bl_terms_language(terms->list, index);
    language.flags = from->sides;
    language.tag = terms->list->locales[index].tag;
    language.terms = from->terms;
    language.forbidden = from->forbidden;
    return bl_struct_out(out, &language, sizeof(language)) ? BILINT_OK
                                                           : BILINT_E_ARGUMENT;
}

bilint_status BILINT_CALL bilint_terms_get(const bilint_terms *terms,
                                           uint32_t number, uint32_t index,
                                           bilint_term *out)
{
    bilint_term term = { .struct_size = sizeof(term) };
    const bl_term *from;
    bl_image_span span;
    bl_str text;

    if (terms == NULL || out == NULL ||
        number >= bl_terms_concept_count(terms->list))
        return BILINT_E_ARGUMENT;
    span =
        bl_image_span_of(&terms->list->image, BL_IMAGE_CONCEPT_TERMS, number);
    if (bl_terms_sound(terms->list, NULL) != BILINT_OK)
        return BILINT_E_DATA;
    if (index >= span.limit - span.start)
        return BILINT_E_ARGUMENT;
    from = bl_image_term(&terms->list->image, span.start + index);
    if (from == NULL)
        return BILINT_E_DATA;
    text = bl_image_text(&terms->list->image, from);
    term.flags = bl_terms_language(terms->list, from->language)->sides;
    term.status = (int32_t)bl_term_status_of(from);
    term.letter_case = (int32_t)bl_term_case_of(from);
    term.language = terms->list->locales[from->language].tag;
    term.text = text.ptr;
    term.size = text.size;
    return bl_struct_out(out, &term, sizeof(term)) ? BILINT_OK
                                                   : BILINT_E_ARGUMENT;
}

/* The phrases that begin with the words of a text. */
static bilint_status find_phrases(const bilint_terms *terms, bl_str text,
                                  bl_image_span *phrases)
{
    const bl_image *image = &terms->list->image;
    bl_term_word first = BL_NO_TERM_WORD;
    uint32_t depth = 0;
    bl_tokens tokens;

    *phrases = (bl_image_span){ 0, 0 };
    bl_tokens_init(&tokens, &terms->alloc);
    if (!bl_tokenize(terms->chars, text, &tokens)) {
        bl_tokens_free(&tokens);
        return BILINT_E_MEMORY;
    }
    for (size_t i = 0; i < tokens.count && depth < WORDS_MAX; i++) {
        const bl_token *token = &tokens.items[i];
        bl_term_word word;
        bl_folded key;

        if (bl_term_skips(token, depth == 0))
            continue;
        bl_term_key(NULL,
                    bl_str_of(text.ptr + token->start,
                              (size_t)token->limit - token->start),
                    token, i + 1 < tokens.count ? token + 1 : NULL, depth == 0,
                    &key);
        word = bl_image_word(image, bl_str_of(key.text, key.size));
        if (depth == 0)
            first = word;
        *phrases = word == BL_NO_TERM_WORD ? (bl_image_span){ 0, 0 }
                   : depth == 0
                       ? bl_image_begin(image, word)
                       : bl_image_narrow(image, *phrases, depth, first, word);
        if (phrases->start >= phrases->limit)
            break;
        depth++;
    }
    bl_tokens_free(&tokens);
    return BILINT_OK;
}

/* Nothing is found in what is damaged, either. */
static bilint_status no_more(const bilint_terms *terms)
{
    return bl_terms_sound(terms->list, NULL) == BILINT_OK ? BILINT_E_ARGUMENT
                                                          : BILINT_E_DATA;
}

bilint_status BILINT_CALL bilint_terms_find(const bilint_terms *terms,
                                            const char *text, size_t size,
                                            uint32_t *at, uint32_t *number)
{
    bl_image_span phrases;
    bl_image_span numbers;
    bilint_status status;
    const bl_image *image;
    const bl_term *found;

    if (terms == NULL || text == NULL || at == NULL || number == NULL)
        return BILINT_E_ARGUMENT;
    image = &terms->list->image;
    status = find_phrases(terms, bl_str_of(text, size), &phrases);
    if (status != BILINT_OK)
        return status;
    if (phrases.start >= phrases.limit)
        return no_more(terms);
    /* Terms of neighbouring phrases stand beside each other. */
    numbers.start =
        bl_image_span_of(image, BL_IMAGE_PHRASE_TERMS, phrases.start).start;
    numbers.limit =
        bl_image_span_of(image, BL_IMAGE_PHRASE_TERMS, phrases.limit - 1).limit;
    if (numbers.start >= numbers.limit || *at >= numbers.limit - numbers.start)
        return no_more(terms);
    found = bl_image_phrase_term(image, numbers.start + *at);
    if (found == NULL)
        return BILINT_E_DATA;
    *number = found->concept;
    (*at)++;
    return BILINT_OK;
}
