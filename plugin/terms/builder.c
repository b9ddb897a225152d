/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Gathering terms, then sorting: words by their bytes, phrases by their
 * words. Each distinct word is folded once, however many terms have it.
 */
#include "terms/builder.h"

#include "base/buf.h"
#include "base/error.h"
#include "base/hash.h"
#include "base/sort.h"
#include "terms/keys.h"
#include "text/fold.h"
#include "text/tokenize.h"
#include "text/utf8.h"

#include <string.h>

enum {
    TERM_BYTES = 1000,
    TERM_WORDS = 64,
    FIRST_SLOTS = 1 << 12,
    PAIR_BITS = 8 /* bits of the filter for each phrase */
};

/* A word as it is written somewhere, or folded. */
typedef struct word {
    uint32_t text; /* in word_text */
    uint32_t hash;
    uint16_t size;
    uint16_t reserved;
    uint32_t folded; /* the word that it is when folded */
} word;

/* Of the hash table: the hash beside the number, since most words that are
 * looked at are others. */
typedef struct slot {
    uint32_t hash;
    uint32_t number; /* of the word, plus 1; 0: free */
} slot;

struct bl_builder {
    const bl_alloc *alloc;
    const bl_chars *chars;
    bl_tokens tokens;
    bl_term_language languages[BL_TERM_LANGUAGES];
    bl_locale locales[BL_TERM_LANGUAGES];
    uint32_t language_count;

    bl_buf word_text;
    word *words;
    size_t word_count;
    size_t word_room;
    slot *slots; /* of words */
    size_t slot_room;

    bl_buf text;
    bl_term *terms;
    size_t term_count;
    size_t term_room;
    uint32_t *starts; /* by term: its first word in `sequence` */
    size_t start_room;
    uint32_t *sequence;
    size_t sequence_count;
    size_t sequence_room;
    uint32_t concept_count;
    bool concept_open; /* it has a term */
    bool failed;       /* no memory, or more than a file can have */
};

bl_builder *bl_builder_new(const bl_alloc *alloc, const bl_chars *chars)
{
    bl_builder *b = bl_new(alloc, 1, sizeof(*b));

    if (b == NULL)
        return NULL;
    b->alloc = alloc;
    b->chars = chars;
    bl_tokens_init(&b->tokens, alloc);
    bl_buf_init(&b->word_text, alloc);
    bl_buf_init(&b->text, alloc);
    return b;
}

void bl_builder_free(bl_builder *b)
{
    if (b == NULL)
        return;
    bl_tokens_free(&b->tokens);
    bl_buf_free(&b->word_text);
    bl_buf_free(&b->text);
    bl_free(b->alloc, b->words);
    bl_free(b->alloc, b->slots);
    bl_free(b->alloc, b->terms);
    bl_free(b->alloc, b->starts);
    bl_free(b->alloc, b->sequence);
    bl_free(b->alloc, b);
}

int bl_builder_language(bl_builder *b, bl_str tag, uint32_t sides)
{
    bl_term_language *language;
    bl_locale locale;

    memset(&locale, 0, sizeof(locale));
    if (tag.size != 0 && !bl_locale_parse(tag.ptr, tag.size, &locale))
        return -1;
    for (uint32_t i = 0; i < b->language_count; i++) {
        if (b->languages[i].sides == sides &&
            strcmp(b->languages[i].tag, locale.tag) == 0)
            return (int)i;
    }
    if (b->language_count == BL_TERM_LANGUAGES)
        return -1;
    b->locales[b->language_count] = locale;
    language = &b->languages[b->language_count];
    memset(language, 0, sizeof(*language));
    memcpy(language->tag, locale.tag, sizeof(language->tag));
    language->sides = sides;
    return (int)b->language_count++;
}

void bl_builder_concept(bl_builder *b)
{
    b->concept_open = false;
}

/* ---- words ------------------------------------------------------------------------ */

static bool grow_slots(bl_builder *b)
{
    const size_t room = b->slot_room != 0 ? b->slot_room * 2 : FIRST_SLOTS;
    slot *slots = bl_new(b->alloc, room, sizeof(*slots));

    if (slots == NULL)
        return false;
    for (size_t i = 0; i < b->word_count; i++) {
        size_t at = b->words[i].hash & (room - 1);

        while (slots[at].number != 0)
            at = (at + 1) & (room - 1);
        slots[at] = (slot){ b->words[i].hash, (uint32_t)i + 1 };
    }
    bl_free(b->alloc, b->slots);
    b->slots = slots;
    b->slot_room = room;
    return true;
}

static bl_str text_of(const bl_builder *b, uint32_t number)
{
    return bl_str_of(b->word_text.data + b->words[number].text,
                     b->words[number].size);
}

/* The number of a word, or UINT32_MAX; *place is where it would be. */
static uint32_t find(const bl_builder *b, bl_str text, uint32_t hash,
                     size_t *place)
{
    size_t at = hash & (b->slot_room - 1);

    for (; b->slots[at].number != 0; at = (at + 1) & (b->slot_room - 1)) {
        const uint32_t number = b->slots[at].number - 1;

        if (b->slots[at].hash == hash &&
            bl_str_equal(text_of(b, number), text))
            return number;
    }
    *place = at;
    return UINT32_MAX;
}

/* The number of a word, added if need be. */
static uint32_t intern(bl_builder *b, bl_str text, bool *is_new)
{
    const uint32_t hash = (uint32_t)bl_hash(text.ptr, text.size, 0);
    size_t place = 0;
    uint32_t number;

    *is_new = false;
    if (b->failed || (b->word_count * 2 >= b->slot_room && !grow_slots(b))) {
        b->failed = true;
        return 0;
    }
    number = find(b, text, hash, &place);
    if (number != UINT32_MAX)
        return number;
    if (b->word_text.size > UINT32_MAX - text.size ||
        bl_buf_room(&b->word_text, text.size) == NULL ||
        !bl_grow(b->alloc, &b->words, &b->word_room, b->word_count,
                 sizeof(word))) {
        b->failed = true;
        return 0;
    }
    number = (uint32_t)b->word_count++;
    b->words[number] = (word){ .text = (uint32_t)b->word_text.size,
                               .hash = hash,
                               .size = (uint16_t)text.size,
                               .folded = number };
    bl_buf_str(&b->word_text, text);
    b->slots[place] = (slot){ hash, number + 1 };
    *is_new = true;
    return number;
}

/* The number of a token's key. In most languages the key of a word is asked
 * for once; those with an I of their own fold each time. */
static bool key_of(bl_builder *b, const bl_locale *locale, bl_str text,
                   size_t at, bool first, uint32_t *number)
{
    const bl_token *token = &b->tokens.items[at];
    const bl_str piece = bl_str_of(text.ptr + token->start,
                                   (size_t)token->limit - token->start);
    const bool by_word = token->kind == BL_TOKEN_WORD && !locale->turkic;
    bl_folded key;
    bool is_new = false;
    uint32_t raw = 0;

    if (by_word && piece.size < BL_FOLD_MAX) {
        raw = intern(b, piece, &is_new);
        *number = b->failed ? 0 : b->words[raw].folded;
        if (!is_new)
            return *number != UINT32_MAX;
    }
    bl_term_key(locale, piece, token,
                at + 1 < b->tokens.count ? token + 1 : NULL, first, &key);
    *number = UINT32_MAX;
    if (key.size != 0)
        *number = intern(b, bl_str_of(key.text, key.size), &is_new);
    if (by_word && piece.size < BL_FOLD_MAX && !b->failed)
        b->words[raw].folded = *number;
    return key.size != 0;
}

/* The keys of a term: how many, or why there are none. */
static const char *read_keys(bl_builder *b, const bl_locale *locale,
                             bl_str text, uint32_t *keys, size_t *count)
{
    size_t limit;

    *count = 0;
    if (!bl_tokenize(b->chars, text, &b->tokens)) {
        b->failed = true;
        return NULL;
    }
    limit = b->tokens.count;
    while (limit > 1 && bl_term_is_stop(&b->tokens.items[limit - 1]))
        limit--;
    for (size_t i = 0; i < limit; i++) {
        if (bl_term_skips(&b->tokens.items[i], *count == 0))
            continue;
        if (*count == TERM_WORDS)
            return "the term has too many words";
        if (!key_of(b, locale, text, i, *count == 0, &keys[*count]))
            return "the term has a word that is too long";
        (*count)++;
    }
    return *count == 0 ? "the term has no words" : NULL;
}

/* ---- terms ------------------------------------------------------------------------- */

static bool has_letters(const bl_tokens *tokens)
{
    for (size_t i = 0; i < tokens->count; i++) {
        if (tokens->items[i].kind == BL_TOKEN_WORD ||
            tokens->items[i].kind == BL_TOKEN_NUMBER)
            return true;
    }
    return false;
}

static void add_term(bl_builder *b, uint8_t language, bl_str text,
                     uint8_t bits, const uint32_t *keys, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!bl_grow(b->alloc, &b->sequence, &b->sequence_room,
                     b->sequence_count, sizeof(uint32_t))) {
            b->failed = true;
            return;
        }
        b->sequence[b->sequence_count++] = keys[i];
    }
    if (!bl_grow(b->alloc, &b->terms, &b->term_room, b->term_count,
                 sizeof(bl_term)) ||
        !bl_grow(b->alloc, &b->starts, &b->start_room, b->term_count + 1,
                 sizeof(uint32_t)) ||
        b->text.size > UINT32_MAX - text.size ||
        bl_buf_room(&b->text, text.size) == NULL ||
        b->sequence_count > UINT32_MAX - TERM_WORDS) {
        b->failed = true;
        return;
    }
    if (!b->concept_open)
        b->concept_count++;
    b->concept_open = true;
    b->terms[b->term_count] =
        (bl_term){ .text = (uint32_t)b->text.size,
                   .concept = b->concept_count - 1,
                   .size = (uint16_t)text.size,
                   .language = language,
                   .bits = bits };
    b->starts[b->term_count] = (uint32_t)(b->sequence_count - count);
    b->term_count++;
    b->starts[b->term_count] = (uint32_t)b->sequence_count;
    bl_buf_str(&b->text, text);
}

const char *bl_builder_add(bl_builder *b, int language, bl_str text,
                           bl_term_status status, bl_term_case letter_case)
{
    uint32_t keys[TERM_WORDS];
    size_t count;
    const char *why;

    if (language < 0)
        return "the language is not a language tag";
    if (text.size > TERM_BYTES)
        return "the term is too long";
    if (bl_utf8_valid(text.ptr, text.size) != text.size)
        return "the term is not UTF-8";
    why = read_keys(b, &b->locales[language], text, keys, &count);
    if (why != NULL || b->failed)
        return why;
    if (!has_letters(&b->tokens))
        return "the term has no words";
    add_term(b, (uint8_t)language, text,
             (uint8_t)(status | (unsigned)letter_case << 4), keys, count);
    b->languages[language].terms++;
    b->languages[language].forbidden += status == BL_TERM_FORBIDDEN;
    return NULL;
}

/* ---- the image ------------------------------------------------------------------------ */

/* What finishing needs besides. */
typedef struct finishing {
    bl_builder *b;
    bl_buf out; /* sections; the head comes in front of it in the end */
    bl_image_header header;
    uint32_t *ranks; /* by word: its place in the sorted vocabulary */
    uint32_t *order; /* the other way */
    uint32_t vocabulary;
    bl_sort_item *items;
    uint32_t *phrase_terms;
    size_t phrase_term_room;
    size_t phrases;
} finishing;

static void add_section(finishing *f, bl_image_section section,
                        const void *data, size_t count, size_t item)
{
    while (f->out.size % 8 != 0 && !f->out.failed)
        bl_buf_char(&f->out, '\0');
    f->header.sections[section] =
        (bl_image_range){ .at = f->out.size, .count = (uint32_t)count };
    if (count > UINT32_MAX - 1)
        f->out.failed = true;
    bl_buf_add(&f->out, data, count * item);
}

static uint64_t first_bytes(bl_str text)
{
    uint64_t key = 0;

    for (size_t i = 0; i < 8; i++)
        key = key << 8 | (i < text.size ? (unsigned char)text.ptr[i] : 0);
    return key;
}

static int compare_words(const void *context, uint32_t a, uint32_t b)
{
    return bl_str_compare(text_of(context, a), text_of(context, b));
}

/* Only folded words are in the vocabulary. */
static bool sort_words(finishing *f)
{
    bl_builder *b = f->b;
    bl_sort_item *items =
        bl_resize(b->alloc, NULL, b->word_count + 1, sizeof(*items));

    f->ranks = bl_new(b->alloc, b->word_count + 1, sizeof(uint32_t));
    f->order = bl_new(b->alloc, b->word_count + 1, sizeof(uint32_t));
    if (items == NULL || f->ranks == NULL || f->order == NULL) {
        bl_free(b->alloc, items);
        return false;
    }
    for (size_t i = 0; i < b->word_count; i++) {
        if (b->words[i].folded == i)
            items[f->vocabulary++] = (bl_sort_item){
                first_bytes(text_of(b, (uint32_t)i)), (uint32_t)i
            };
    }
    if (!bl_sort(b->alloc, items, f->vocabulary, compare_words, b)) {
        bl_free(b->alloc, items);
        return false;
    }
    for (uint32_t i = 0; i < f->vocabulary; i++) {
        f->ranks[items[i].index] = i;
        f->order[i] = items[i].index;
    }
    bl_free(b->alloc, items);
    return true;
}

static bool write_words(finishing *f)
{
    bl_builder *b = f->b;
    size_t room = 16;
    uint32_t *slots;
    uint32_t *starts;
    bl_buf text;
    bool written;

    while (room < (size_t)f->vocabulary * 2)
        room *= 2;
    slots = bl_new(b->alloc, room, sizeof(*slots));
    starts = bl_new(b->alloc, (size_t)f->vocabulary + 1, sizeof(*starts));
    bl_buf_init(&text, b->alloc);
    for (uint32_t i = 0; i < f->vocabulary && slots != NULL && starts != NULL;
         i++) {
        size_t at = b->words[f->order[i]].hash & (room - 1);

        while (slots[at] != 0)
            at = (at + 1) & (room - 1);
        slots[at] = i + 1;
        bl_buf_str(&text, text_of(b, f->order[i]));
        starts[i + 1] = (uint32_t)text.size;
    }
    written = slots != NULL && starts != NULL && !text.failed;
    if (written) {
        add_section(f, BL_IMAGE_WORD_STARTS, starts,
                    (size_t)f->vocabulary + 1, sizeof(*starts));
        add_section(f, BL_IMAGE_WORD_TEXT, text.data, text.size, 1);
        add_section(f, BL_IMAGE_WORD_SLOTS, slots, room, sizeof(*slots));
    }
    bl_free(b->alloc, slots);
    bl_free(b->alloc, starts);
    bl_buf_free(&text);
    return written;
}

static int compare_phrases(const void *context, uint32_t x, uint32_t y)
{
    const bl_builder *b = context;
    const uint32_t x_count = b->starts[x + 1] - b->starts[x];
    const uint32_t y_count = b->starts[y + 1] - b->starts[y];

    for (uint32_t i = 0; i < x_count && i < y_count; i++) {
        const uint32_t p = b->sequence[b->starts[x] + i];
        const uint32_t q = b->sequence[b->starts[y] + i];

        if (p != q)
            return p < q ? -1 : 1;
    }
    return (x_count > y_count) - (x_count < y_count);
}

static bool sort_phrases(finishing *f)
{
    bl_builder *b = f->b;

    f->items = bl_resize(b->alloc, NULL, b->term_count + 1,
                         sizeof(*f->items));
    if (f->items == NULL)
        return false;
    for (size_t i = 0; i < b->sequence_count; i++)
        b->sequence[i] = f->ranks[b->sequence[i]];
    for (size_t i = 0; i < b->term_count; i++) {
        const uint32_t *words = b->sequence + b->starts[i];
        const bool more = b->starts[i + 1] - b->starts[i] > 1;

        f->items[i] = (bl_sort_item){ (uint64_t)words[0] << 32 |
                                          (more ? words[1] + 1 : 0),
                                      (uint32_t)i };
    }
    return bl_sort(b->alloc, f->items, b->term_count, compare_phrases, b);
}

/* Terms with the same words share a phrase. */
static bool number_phrases(finishing *f)
{
    bl_builder *b = f->b;

    for (size_t i = 0; i < b->term_count; i++) {
        const uint32_t term = f->items[i].index;

        if (i == 0 || f->items[i].key != f->items[i - 1].key ||
            compare_phrases(b, f->items[i - 1].index, term) != 0) {
            if (!bl_grow(b->alloc, &f->phrase_terms, &f->phrase_term_room,
                         f->phrases + 1, sizeof(uint32_t)))
                return false;
            f->phrase_terms[f->phrases++] = (uint32_t)i;
        }
        b->terms[term].phrase = (uint32_t)f->phrases - 1;
    }
    if (!bl_grow(b->alloc, &f->phrase_terms, &f->phrase_term_room,
                 f->phrases + 1, sizeof(uint32_t)))
        return false;
    f->phrase_terms[f->phrases] = (uint32_t)b->term_count;
    return true;
}

/* Signs are met at every end of a sentence: found without a look-up. */
static void write_signs(finishing *f)
{
    static const char *const glues[] = { "", "<", ">" };
    uint32_t signs[BL_SIGNS];

    for (uint32_t c = 0; c < 128; c++) {
        for (int glue = 0; glue < BL_SIGN_GLUES; glue++) {
            char key[3] = { (char)c, glues[glue][0], '\0' };
            const size_t size = glue == BL_SIGN_APART ? 1 : 2;
            size_t place = 0;
            const bl_str text = bl_str_of(key, size);
            const uint32_t number =
                f->b->slot_room != 0
                    ? find(f->b, text, (uint32_t)bl_hash(key, size, 0),
                           &place)
                    : UINT32_MAX;

            signs[bl_sign_place((bl_sign_glue)glue, c)] =
                number != UINT32_MAX && f->b->words[number].folded == number
                    ? f->ranks[number]
                    : BL_NO_TERM_WORD;
        }
    }
    add_section(f, BL_IMAGE_SIGNS, signs, BL_SIGNS, sizeof(signs[0]));
}

/* By word, the first phrase that begins with it. */
static bool write_beginnings(finishing *f)
{
    bl_builder *b = f->b;
    uint32_t *first =
        bl_new(b->alloc, (size_t)f->vocabulary + 1, sizeof(*first));
    uint32_t next = 0;

    if (first == NULL)
        return false;
    for (uint32_t phrase = 0; phrase < f->phrases; phrase++) {
        const uint32_t term = f->items[f->phrase_terms[phrase]].index;
        const uint32_t begin = b->sequence[b->starts[term]];

        while (next <= begin)
            first[next++] = phrase;
    }
    while (next <= f->vocabulary)
        first[next++] = (uint32_t)f->phrases;
    add_section(f, BL_IMAGE_WORD_PHRASES, first, (size_t)f->vocabulary + 1,
                sizeof(*first));
    bl_free(b->alloc, first);
    return true;
}

static bool write_phrases(finishing *f)
{
    bl_builder *b = f->b;
    uint32_t *starts = bl_new(b->alloc, f->phrases + 1, sizeof(*starts));
    uint32_t *words =
        bl_resize(b->alloc, NULL, b->sequence_count + 1, sizeof(*words));
    uint64_t *pairs;
    size_t room = 1;
    uint32_t size = 0;

    while (room * 64 < f->phrases * PAIR_BITS)
        room *= 2;
    pairs = bl_new(b->alloc, room, sizeof(*pairs));
    for (size_t i = 0; i < f->phrases && starts != NULL && words != NULL &&
                       pairs != NULL;
         i++) {
        const uint32_t term = f->items[f->phrase_terms[i]].index;
        const uint32_t *from = b->sequence + b->starts[term];
        const uint32_t count = b->starts[term + 1] - b->starts[term];

        memcpy(words + size, from, count * sizeof(*words));
        size += count;
        starts[i + 1] = size;
        if (count > 1) {
            uint32_t at;
            const uint64_t bits =
                bl_pair_bits(from[0], from[1], (uint32_t)room, &at);

            pairs[at] |= bits;
        }
    }
    if (starts != NULL && words != NULL && pairs != NULL) {
        add_section(f, BL_IMAGE_PHRASE_STARTS, starts, f->phrases + 1,
                    sizeof(*starts));
        add_section(f, BL_IMAGE_PHRASE_WORDS, words, size, sizeof(*words));
        add_section(f, BL_IMAGE_PAIRS, pairs, room, sizeof(*pairs));
    } else {
        f->out.failed = true;
    }
    bl_free(b->alloc, starts);
    bl_free(b->alloc, words);
    bl_free(b->alloc, pairs);
    return !f->out.failed;
}

static bool write_terms(finishing *f)
{
    bl_builder *b = f->b;
    uint32_t *numbers =
        bl_resize(b->alloc, NULL, b->term_count + 1, sizeof(*numbers));
    uint32_t *concepts =
        bl_resize(b->alloc, NULL, (size_t)b->concept_count + 1,
                  sizeof(*concepts));

    for (size_t i = 0; i < b->term_count && numbers != NULL; i++)
        numbers[i] = f->items[i].index;
    for (size_t i = b->term_count; i-- > 0 && concepts != NULL;)
        concepts[b->terms[i].concept] = (uint32_t)i;
    if (numbers != NULL && concepts != NULL) {
        concepts[b->concept_count] = (uint32_t)b->term_count;
        add_section(f, BL_IMAGE_PHRASE_TERMS, f->phrase_terms,
                    f->phrases + 1, sizeof(uint32_t));
        add_section(f, BL_IMAGE_TERM_NUMBERS, numbers, b->term_count,
                    sizeof(*numbers));
        add_section(f, BL_IMAGE_CONCEPT_TERMS, concepts,
                    (size_t)b->concept_count + 1, sizeof(*concepts));
        add_section(f, BL_IMAGE_TERMS, b->terms, b->term_count,
                    sizeof(bl_term));
        add_section(f, BL_IMAGE_TEXT, b->text.data, b->text.size, 1);
    } else {
        f->out.failed = true;
    }
    bl_free(b->alloc, numbers);
    bl_free(b->alloc, concepts);
    return !f->out.failed;
}

static bool write_rest(finishing *f)
{
    write_signs(f);
    return write_phrases(f) && write_terms(f);
}

/* The head in front of the blocks: its size depends on how many they are,
 * and every section moves behind it. */
static void *write_head(finishing *f, size_t *size)
{
    const bl_builder *b = f->b;
    const size_t blocks = (f->out.size + BL_IMAGE_BLOCK - 1) / BL_IMAGE_BLOCK;
    const size_t sums_at =
        sizeof(f->header) + b->language_count * sizeof(bl_term_language);
    const size_t head = sums_at + blocks * sizeof(uint64_t);
    unsigned char *data = bl_resize(b->alloc, f->out.data,
                                    head + f->out.size, 1);

    if (data == NULL)
        return NULL;
    f->out.data = NULL;
    memmove(data + head, data, f->out.size);
    for (int i = BL_IMAGE_SUMS + 1; i < BL_IMAGE_SECTION_COUNT; i++)
        f->header.sections[i].at += head;
    f->header.sections[BL_IMAGE_LANGUAGES] =
        (bl_image_range){ sizeof(f->header), b->language_count, 0 };
    f->header.sections[BL_IMAGE_SUMS] =
        (bl_image_range){ sums_at, (uint32_t)blocks, 0 };
    memcpy(data + sizeof(f->header), b->languages,
           b->language_count * sizeof(bl_term_language));
    *size = head + f->out.size;
    for (size_t i = 0; i < blocks; i++) {
        const size_t at = head + i * BL_IMAGE_BLOCK;
        const size_t left = *size - at;
        const uint64_t sum = bl_image_block_sum(
            data + at, left < BL_IMAGE_BLOCK ? left : BL_IMAGE_BLOCK);

        memcpy(data + sums_at + i * sizeof(sum), &sum, sizeof(sum));
    }
    bl_image_sign(&f->header);
    f->header.size = *size;
    memcpy(data, &f->header, sizeof(f->header));
    f->header.sum = bl_image_head_sum(data, head);
    memcpy(data, &f->header, sizeof(f->header));
    return data;
}

bilint_status bl_builder_finish(bl_builder *b, void **data, size_t *size,
                                bilint_error *err)
{
    finishing f = { .b = b };

    *data = NULL;
    bl_buf_init(&f.out, b->alloc);
    if (!b->failed && !b->word_text.failed && !b->text.failed &&
        sort_words(&f) && write_words(&f) && sort_phrases(&f) &&
        number_phrases(&f) && write_beginnings(&f) && write_rest(&f) && !f.out.failed)
        *data = write_head(&f, size);
    bl_free(b->alloc, f.ranks);
    bl_free(b->alloc, f.order);
    bl_free(b->alloc, f.items);
    bl_free(b->alloc, f.phrase_terms);
    bl_buf_free(&f.out);
    return *data != NULL ? BILINT_OK : bl_fail_memory(err);
}
