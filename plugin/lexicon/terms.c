/* SPDX-License-Identifier: Apache-2.0 */
/* Reading term lists from separated values (RFC 4180, and tabs). */
#include "lexicon/terms.h"

#include "base/buf.h"
#include "base/error.h"
#include "text/fold.h"
#include "text/tokenize.h"
#include "text/utf8.h"

#include <stdio.h>
#include <string.h>

enum { COLUMNS_MAX = 32, WORDS_MAX = 32, PIECE = 65536 };

typedef enum column { SOURCE, TARGET, STATUS, CASE, COLUMN_KINDS } column;

typedef struct reader {
    bl_term_list *list;
    const char *name;
    uint32_t line;
    char separator;
    int columns[COLUMN_KINDS]; /* where each is; -1: nowhere */
    bl_buf row;                /* fields of a row, each with a NUL behind */
    bl_str fields[COLUMNS_MAX];
    int field_count;
    bl_terms_skipped skipped;
    void *context;
} reader;

/* ---- rows ------------------------------------------------------------------------ */

/* One field, appended to the row: its size. Quotes may hold separators,
 * quotes and line breaks. */
static size_t read_field(reader *r, bl_str *text, bool *end)
{
    const size_t start = r->row.size;
    const bool quoted = r->separator == ',' && text->size != 0 &&
                        *text->ptr == '"';
    bool open = quoted;
    size_t at = quoted ? 1 : 0;

    *end = false;
    for (; at < text->size; at++) {
        const char c = text->ptr[at];

        if (open && c == '"') {
            if (at + 1 < text->size && text->ptr[at + 1] == '"') {
                bl_buf_char(&r->row, '"');
                at++;
            } else {
                open = false;
            }
            continue;
        }
        if (!open && (c == r->separator || c == '\n'))
            break;
        r->line += c == '\n';
        bl_buf_char(&r->row, c);
    }
    *end = at >= text->size || text->ptr[at] == '\n';
    r->line += at < text->size && text->ptr[at] == '\n';
    if (at < text->size)
        at++;
    *text = bl_str_of(text->ptr + at, text->size - at);
    if (r->row.size > start && r->row.data[r->row.size - 1] == '\r')
        r->row.size--;
    return r->row.size - start;
}

static bl_str trim(bl_str text)
{
    while (text.size != 0 && (*text.ptr == ' ' || *text.ptr == '\t')) {
        text.ptr++;
        text.size--;
    }
    while (text.size != 0 && (text.ptr[text.size - 1] == ' ' ||
                              text.ptr[text.size - 1] == '\t'))
        text.size--;
    return text;
}

/* The next row; offsets become pointers once the buffer is complete. */
static bool read_row(reader *r, bl_str *text)
{
    size_t starts[COLUMNS_MAX];
    size_t sizes[COLUMNS_MAX];
    bool end = false;

    if (text->size == 0)
        return false;
    bl_buf_clear(&r->row);
    r->field_count = 0;
    while (!end) {
        const size_t start = r->row.size;
        const size_t size = read_field(r, text, &end);

        if (r->field_count < COLUMNS_MAX) {
            starts[r->field_count] = start;
            sizes[r->field_count++] = size;
        }
        bl_buf_char(&r->row, '\0');
    }
    for (int i = 0; i < r->field_count && r->row.data != NULL; i++)
        r->fields[i] =
            trim(bl_str_of(r->row.data + starts[i], sizes[i]));
    return !r->row.failed;
}

static bl_str field(const reader *r, column which)
{
    const int at = r->columns[which];

    return at >= 0 && at < r->field_count ? r->fields[at]
                                          : bl_str_of(NULL, 0);
}

/* ---- the first line ----------------------------------------------------------------- */

static bool is_one_of(bl_str text, const char *const *names)
{
    bl_folded folded;

    bl_fold(NULL, text, &folded);
    for (; *names != NULL; names++) {
        if (bl_str_equal(bl_str_of(folded.text, folded.size),
                         bl_str_z(*names)))
            return true;
    }
    return false;
}

/* Whether the field is the language tag of `wanted`, or any where the list
 * is for any. */
static bool is_language(bl_str text, const bl_locale *wanted)
{
    bl_locale locale;

    return wanted->tag[0] != '\0' &&
           bl_locale_parse(text.ptr, text.size, &locale) &&
           strcmp(locale.language, wanted->language) == 0;
}

static bool read_header(reader *r)
{
    static const char *const sources[] = { "source", "source term", "src",
                                           "sourcestring", "term", NULL };
    static const char *const targets[] = { "target", "target term",
                                           "translation", "trg",
                                           "targetstring", NULL };
    static const char *const states[] = { "status", "state", NULL };
    static const char *const cases[] = { "case", "case-sensitive",
                                         "casesensitive", NULL };
    bool found = false;

    for (int i = 0; i < COLUMN_KINDS; i++)
        r->columns[i] = -1;
    for (int i = 0; i < r->field_count; i++) {
        const bl_str text = r->fields[i];
        int which = -1;

        if (is_one_of(text, sources) || is_language(text, &r->list->source))
            which = SOURCE;
        else if (is_one_of(text, targets) ||
                 is_language(text, &r->list->target))
            which = TARGET;
        else if (is_one_of(text, states))
            which = STATUS;
        else if (is_one_of(text, cases))
            which = CASE;
        if (which >= 0 && r->columns[which] < 0)
            r->columns[which] = i;
    }
    found = r->columns[SOURCE] >= 0 && r->columns[TARGET] >= 0;
    if (!found) {
        r->columns[SOURCE] = 0;
        r->columns[TARGET] = 1;
        r->columns[STATUS] = 2;
        r->columns[CASE] = -1;
    }
    return found;
}

/* ---- terms --------------------------------------------------------------------------- */

static bl_str keep(bl_term_list *list, bl_str text)
{
    return bl_str_of(bl_arena_copy(&list->text, text.ptr, text.size),
                     text.size);
}

static uint32_t add_form(bl_term_list *list, bl_str text, uint8_t status,
                         uint32_t next)
{
    if (!bl_grow(list->alloc, &list->forms, &list->form_room,
                 list->form_count, sizeof(bl_term_form))) {
        list->failed = true;
        return next;
    }
    list->forms[list->form_count] =
        (bl_term_form){ keep(list, text), status, next };
    return (uint32_t)list->form_count++;
}

/* Folded words of a phrase; 0 where it has none or too many. */
static size_t fold_words(const bl_term_list *list, bl_str text,
                         bl_tokens *tokens, bl_folded *folded, bl_str *words)
{
    size_t count = 0;

    if (!bl_tokenize(list->chars, text, tokens))
        return 0;
    for (size_t i = 0; i < tokens->count; i++) {
        const bl_token *token = &tokens->items[i];

        if (token->kind == BL_TOKEN_PUNCT || token->kind == BL_TOKEN_CODE)
            continue;
        if (count == WORDS_MAX)
            return 0;
        bl_fold(NULL,
                bl_str_of(text.ptr + token->start,
                          (size_t)token->limit - token->start),
                &folded[count]);
        if (folded[count].size == 0)
            return 0;
        words[count] =
            bl_str_of(folded[count].text, folded[count].size);
        count++;
    }
    return count;
}

static uint8_t status_of(bl_str text)
{
    static const char *const forbidden[] = { "forbidden", "deprecated",
                                             "prohibited", "rejected",
                                             "obsolete", "superseded", NULL };
    static const char *const admitted[] = { "admitted", "allowed",
                                            "approved", NULL };

    if (is_one_of(text, forbidden))
        return BL_TERM_FORBIDDEN;
    return is_one_of(text, admitted) ? BL_TERM_ADMITTED : BL_TERM_PREFERRED;
}

/* "a|b" -> forms a and b, in front of `next`. */
static uint32_t add_forms(bl_term_list *list, bl_str targets, uint8_t status,
                          uint32_t next)
{
    while (targets.ptr != NULL) {
        const char *bar = memchr(targets.ptr, '|', targets.size);
        const bl_str one = trim(bl_str_of(
            targets.ptr,
            bar != NULL ? (size_t)(bar - targets.ptr) : targets.size));

        if (one.size != 0)
            next = add_form(list, one, status, next);
        targets = bar != NULL
                      ? bl_str_of(bar + 1, targets.size -
                                               (size_t)(bar - targets.ptr) -
                                               1)
                      : bl_str_of(NULL, 0);
    }
    return next;
}

/* The term of these words, made if need be. */
static bl_term *find_term(bl_term_list *list, bl_str source,
                          const bl_str *words, size_t count)
{
    bl_phrase_node node = 0;
    bl_sense sense = { .kind = BL_SENSE_ENTITY };
    const bl_sense *found = NULL;
    uint32_t at = 0;

    for (size_t i = 0; i < count; i++) {
        const bl_phrase_word word = bl_phrases_word(&list->phrases, words[i]);

        node = word != 0 ? bl_phrases_step(&list->phrases, node, word) : 0;
        if (node == 0)
            break;
    }
    if (node != 0)
        found = bl_phrases_sense(&list->phrases, node, &at);
    if (found != NULL)
        return &list->terms[found->value];
    if (!bl_grow(list->alloc, &list->terms, &list->term_room,
                 list->term_count, sizeof(bl_term))) {
        list->failed = true;
        return NULL;
    }
    sense.value = (int64_t)list->term_count;
    bl_phrases_add(&list->phrases, words, count, sense);
    list->terms[list->term_count] =
        (bl_term){ .source = keep(list, source) };
    return &list->terms[list->term_count++];
}

static void skip(const reader *r, const char *why)
{
    if (r->skipped != NULL)
        r->skipped(r->context, r->name, r->line, why);
}

static void add_row(reader *r)
{
    static const char *const yes[] = { "yes", "true", "1", "exact",
                                       "sensitive", NULL };
    bl_term_list *list = r->list;
    const bl_str source = field(r, SOURCE);
    const bl_str target = field(r, TARGET);
    const uint8_t status = status_of(field(r, STATUS));
    bl_folded folded[WORDS_MAX];
    bl_str words[WORDS_MAX];
    bl_tokens tokens;
    size_t count;
    bl_term *term;

    if (source.size == 0 && status == BL_TERM_FORBIDDEN && target.size != 0) {
        list->anywhere = add_forms(list, target, status, list->anywhere);
        return;
    }
    if (r->field_count == 1 && source.size == 0)
        return; /* an empty line */
    if (source.size == 0 || target.size == 0) {
        skip(r, "a term needs a source and a target");
        return;
    }
    bl_tokens_init(&tokens, list->alloc);
    count = fold_words(list, source, &tokens, folded, words);
    bl_tokens_free(&tokens);
    if (count == 0) {
        skip(r, "the source has no words, or too many");
        return;
    }
    term = find_term(list, source, words, count);
    if (term == NULL)
        return;
    term->exact = term->exact || is_one_of(field(r, CASE), yes);
    term->forms = add_forms(list, target, status, term->forms);
}

/* ---- files ---------------------------------------------------------------------------- */

static bilint_status read_file(const char *path, bl_buf *to,
                               bilint_error *err)
{
    FILE *file = fopen(path, "rb");
    size_t size = 1;

    if (file == NULL)
        return bl_fail(err, BILINT_E_IO, "cannot open the term list %s",
                       path);
    while (size != 0) {
        char *room = bl_buf_room(to, PIECE);

        size = room != NULL ? fread(room, 1, PIECE, file) : 0;
        to->size += size;
    }
    if (ferror(file)) {
        fclose(file);
        return bl_fail(err, BILINT_E_IO, "cannot read the term list %s",
                       path);
    }
    fclose(file);
    return to->failed ? bl_fail_memory(err) : BILINT_OK;
}

static void read_rows(reader *r, bl_str text)
{
    const char *end = memchr(text.ptr, '\n', text.size);
    const size_t first =
        end != NULL ? (size_t)(end - text.ptr) : text.size;
    bool more;

    r->separator = memchr(text.ptr, '\t', first) != NULL ? '\t' : ',';
    r->line = 0;
    more = read_row(r, &text);
    if (more && read_header(r))
        more = read_row(r, &text);
    while (more) {
        add_row(r);
        if (r->list->failed || r->list->phrases.failed ||
            r->list->text.failed)
            return;
        more = read_row(r, &text);
    }
}

static bool set_language(bl_locale *locale, const char *tag)
{
    memset(locale, 0, sizeof(*locale));
    return tag == NULL || bl_locale_parse(tag, strlen(tag), locale);
}

static bl_term_list *new_list(const bl_alloc *alloc, const bl_chars *chars)
{
    bl_term_list *list = bl_new(alloc, 1, sizeof(*list));

    if (list == NULL)
        return NULL;
    list->alloc = alloc;
    list->chars = chars;
    bl_arena_init(&list->text, alloc, 0);
    bl_phrases_init(&list->phrases, alloc);
    /* 0 is "none". */
    if (!bl_grow(alloc, &list->terms, &list->term_room, 0, sizeof(bl_term)) ||
        !bl_grow(alloc, &list->forms, &list->form_room, 0,
                 sizeof(bl_term_form))) {
        bl_terms_free(list);
        return NULL;
    }
    list->terms[0] = (bl_term){ 0 };
    list->forms[0] = (bl_term_form){ 0 };
    list->term_count = 1;
    list->form_count = 1;
    return list;
}

bilint_status bl_terms_read(const bl_alloc *alloc, const bl_chars *chars,
                            const char *path, const char *source_lang,
                            const char *target_lang,
                            bl_terms_skipped skipped, void *context,
                            bl_term_list **out, bilint_error *err)
{
    bl_term_list *list = new_list(alloc, chars);
    reader r = { .list = list,
                 .name = path,
                 .skipped = skipped,
                 .context = context };
    bilint_status status = BILINT_OK;
    bl_buf text;
    bl_str rows;

    *out = NULL;
    if (list == NULL)
        return bl_fail_memory(err);
    bl_buf_init(&text, alloc);
    bl_buf_init(&r.row, alloc);
    if (!set_language(&list->source, source_lang) ||
        !set_language(&list->target, target_lang))
        status = bl_fail(err, BILINT_E_CONFIG,
                         "not a language tag of the term list %s", path);
    if (status == BILINT_OK)
        status = read_file(path, &text, err);
    rows = bl_buf_view(&text);
    if (status == BILINT_OK && rows.size >= 3 &&
        memcmp(rows.ptr, "\xEF\xBB\xBF", 3) == 0)
        rows = bl_str_of(rows.ptr + 3, rows.size - 3);
    if (status == BILINT_OK &&
        bl_utf8_valid(rows.ptr, rows.size) != rows.size)
        status = bl_fail(err, BILINT_E_DATA, "the term list %s is not UTF-8",
                         path);
    if (status == BILINT_OK && rows.size != 0)
        read_rows(&r, rows);
    if (status == BILINT_OK && (list->failed || list->phrases.failed ||
                                list->text.failed || r.row.failed))
        status = bl_fail_memory(err);
    bl_buf_free(&text);
    bl_buf_free(&r.row);
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
    bl_arena_free(&list->text);
    bl_phrases_free(&list->phrases);
    bl_free(list->alloc, list->terms);
    bl_free(list->alloc, list->forms);
    bl_free(list->alloc, list);
}

static bool is_for(const bl_locale *list, const bl_locale *text)
{
    return list->tag[0] == '\0' ||
           strcmp(list->language, text->language) == 0;
}

bool bl_terms_apply(const bl_term_list *list, const bl_locale *source,
                    const bl_locale *target)
{
    return is_for(&list->source, source) && is_for(&list->target, target);
}
