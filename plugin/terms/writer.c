/* SPDX-License-Identifier: Apache-2.0 */
/*
 * From what was gathered to an image: words sorted by their bytes, phrases by
 * their words, and the tables that find them.
 */
#include "terms/gathered.h"

#include "base/cache.h"
#include "base/error.h"
#include "base/hash.h"
#include "base/sort.h"

#include <string.h>

enum { PAIR_BITS = 16 /* bits of the filter for each phrase */ };

/* Slots for one number of the filter: eight bits a word or more. */
enum { WORDS_OF_FILTER = 8 };

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
    uint32_t *first; /* by word in the vocabulary: its first phrase */
    uint32_t signs[BL_SIGNS];
} finishing;

/* Memory that is not needed any more; a list of a million words has much. */
static void drop(const finishing *f, uint32_t **block)
{
    bl_free(f->b->alloc, *block);
    *block = NULL;
}

static void drop_words(bl_builder *b)
{
    bl_free(b->alloc, b->words);
    bl_free(b->alloc, b->slots);
    bl_buf_free(&b->word_text);
    b->words = NULL;
    b->slots = NULL;
    b->word_count = b->word_room = b->slot_room = 0;
}

static size_t aligned(size_t at)
{
    return (size_t)bl_image_aligned(at);
}

static void add_section(finishing *f, bl_image_section section,
                        const void *data, size_t count, size_t item)
{
    while (f->out.size != aligned(f->out.size) && !f->out.failed)
        bl_buf_char(&f->out, '\0');
    f->header.sections[section] =
        (bl_image_range){ .at = f->out.size, .count = (uint32_t)count };
    if (count > UINT32_MAX - 1)
        f->out.failed = true;
    bl_buf_add(&f->out, data, count * item);
}

static int compare_words(const void *context, uint32_t a, uint32_t b)
{
    return bl_str_compare(bl_gathered_text(context, a),
                          bl_gathered_text(context, b));
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
                bl_first_bytes(bl_gathered_text(b, (uint32_t)i)), (uint32_t)i
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

/* Signs are met at every end of a sentence: found without a look-up. */
static void find_signs(finishing *f)
{
    static const char *const glues[] = { "", "<", ">" };

    for (uint32_t c = 0; c < 128; c++) {
        for (int glue = 0; glue < BL_SIGN_GLUES; glue++) {
            char key[3] = { (char)c, glues[glue][0], '\0' };
            const size_t size = glue == BL_SIGN_APART ? 1 : 2;
            const uint32_t number =
                bl_gathered_find(f->b, bl_str_of(key, size));

            f->signs[bl_sign_place((bl_sign_glue)glue, c)] =
                number != UINT32_MAX && f->b->words[number].folded == number
                    ? f->ranks[number]
                    : BL_NO_TERM_WORD;
        }
    }
}

/* They lie anywhere: what is looked at next is sent for. */
static void send_for_word(const finishing *f, uint32_t next,
                          const bl_word_slot *slots, size_t room)
{
    const bl_builder *b = f->b;

    if (next + BL_AHEAD < f->vocabulary)
        bl_prefetch(&b->words[f->order[next + BL_AHEAD]]);
    if (next < f->vocabulary) {
        const bl_gathered_word *word = &b->words[f->order[next]];

        bl_prefetch(&slots[word->hash & (room - 1)]);
        bl_prefetch(b->word_text.data + word->text);
    }
}

static bool write_words(finishing *f)
{
    bl_builder *b = f->b;
    size_t room = 16;
    bl_word_slot *slots;
    const size_t mark_count = ((size_t)f->vocabulary + BL_MARKED_WORDS - 1) /
                              BL_MARKED_WORDS;
    uint64_t *marks;
    uint64_t *filter;
    uint32_t *starts;
    bl_buf text;
    bool written;

    while (room < (size_t)f->vocabulary * 2)
        room *= 2;
    slots = bl_new(b->alloc, room, sizeof(*slots));
    starts = bl_new(b->alloc, (size_t)f->vocabulary + 1, sizeof(*starts));
    marks = bl_new(b->alloc, mark_count + 1, sizeof(*marks));
    filter = bl_new(b->alloc, room / WORDS_OF_FILTER, sizeof(*filter));
    bl_buf_init(&text, b->alloc);
    written =
        slots != NULL && starts != NULL && marks != NULL && filter != NULL;
    for (uint32_t i = 0; i < f->vocabulary && written; i++) {
        const uint32_t hash = b->words[f->order[i]].hash;
        size_t at = hash & (room - 1);
        uint32_t line;
        uint64_t bits;

        send_for_word(f, i + BL_AHEAD, slots, room);
        while (slots[at].word != 0)
            at = (at + 1) & (room - 1);
        slots[at] = (bl_word_slot){ hash, i + 1 };
        bits = bl_filter_bits(hash, (uint32_t)(room / WORDS_OF_FILTER), &line);
        filter[line] |= bits;
        bl_buf_str(&text, bl_gathered_text(b, f->order[i]));
        starts[i + 1] = (uint32_t)text.size;
        if (i % BL_MARKED_WORDS == 0)
            marks[i / BL_MARKED_WORDS] =
                bl_first_bytes(bl_gathered_text(b, f->order[i]));
    }
    written = written && !text.failed;
    if (written) {
        add_section(f, BL_IMAGE_WORD_STARTS, starts, (size_t)f->vocabulary + 1,
                    sizeof(*starts));
        drop(f, &starts);
        add_section(f, BL_IMAGE_WORD_TEXT, text.data, text.size, 1);
        bl_buf_free(&text);
        add_section(f, BL_IMAGE_WORD_MARKS, marks, mark_count, sizeof(*marks));
        add_section(f, BL_IMAGE_WORD_FILTER, filter, room / WORDS_OF_FILTER,
                    sizeof(*filter));
        find_signs(f);
        drop_words(b);
        add_section(f, BL_IMAGE_WORD_SLOTS, slots, room, sizeof(*slots));
    }
    bl_free(b->alloc, slots);
    bl_free(b->alloc, starts);
    bl_free(b->alloc, marks);
    bl_free(b->alloc, filter);
    drop(f, &f->order);
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

    f->items = bl_resize(b->alloc, NULL, b->term_count + 1, sizeof(*f->items));
    if (f->items == NULL)
        return false;
    for (size_t i = 0; i < b->sequence_count; i++)
        b->sequence[i] = f->ranks[b->sequence[i]];
    drop(f, &f->ranks);
    for (size_t i = 0; i < b->term_count; i++) {
        const uint32_t *words = b->sequence + b->starts[i];
        const bool more = b->starts[i + 1] - b->starts[i] > 1;

        f->items[i] = (bl_sort_item){
            (uint64_t)words[0] << 32 | (more ? words[1] + 1 : 0), (uint32_t)i
        };
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

/* Of the terms that a phrase is. */
static bl_term_mask phrase_mask(const finishing *f, size_t phrase)
{
    unsigned mask = 0;

    for (uint32_t i = f->phrase_terms[phrase]; i < f->phrase_terms[phrase + 1];
         i++) {
        const bl_term *term = &f->b->terms[f->items[i].index];

        mask |= bl_mask_of_language(term->language);
        if (bl_term_status_of(term) == BL_TERM_FORBIDDEN)
            mask |= BL_MASK_FORBIDDEN;
    }
    return (bl_term_mask)mask;
}

/* By word, the first phrase that begins with it, and what those are. */
static bool write_beginnings(finishing *f)
{
    bl_builder *b = f->b;
    bl_term_mask *masks =
        bl_new(b->alloc, (size_t)f->vocabulary + 1, sizeof(*masks));
    uint32_t *first =
        bl_new(b->alloc, (size_t)f->vocabulary + 1, sizeof(*first));
    uint32_t next = 0;

    f->first = first;
    for (uint32_t phrase = 0;
         phrase < f->phrases && first != NULL && masks != NULL; phrase++) {
        const uint32_t term = f->items[f->phrase_terms[phrase]].index;
        const uint32_t begin = b->sequence[b->starts[term]];

        while (next <= begin)
            first[next++] = phrase;
        masks[begin] = (bl_term_mask)(masks[begin] | phrase_mask(f, phrase));
    }
    while (first != NULL && next <= f->vocabulary)
        first[next++] = (uint32_t)f->phrases;
    if (first != NULL && masks != NULL) {
        add_section(f, BL_IMAGE_WORD_PHRASES, first, (size_t)f->vocabulary + 1,
                    sizeof(*first));
        add_section(f, BL_IMAGE_WORD_MASKS, masks, f->vocabulary,
                    sizeof(*masks));
    } else {
        f->out.failed = true;
    }
    bl_free(b->alloc, masks);
    return !f->out.failed;
}

static bool write_phrases(finishing *f)
{
    bl_builder *b = f->b;
    uint32_t *starts = bl_new(b->alloc, f->phrases + 1, sizeof(*starts));
    uint32_t *words =
        bl_resize(b->alloc, NULL, b->sequence_count + 1, sizeof(*words));
    bl_term_mask *masks = bl_new(b->alloc, f->phrases + 1, sizeof(*masks));
    uint32_t *seconds = bl_new(b->alloc, f->phrases + 1, sizeof(*seconds));
    const bool room =
        starts != NULL && words != NULL && masks != NULL && seconds != NULL;
    uint32_t size = 0;

    for (size_t i = 0; i < f->phrases && room; i++) {
        const uint32_t term = f->items[f->phrase_terms[i]].index;
        const uint32_t count = b->starts[term + 1] - b->starts[term];

        memcpy(words + size, b->sequence + b->starts[term],
               count * sizeof(*words));
        size += count;
        starts[i + 1] = size;
        masks[i] = phrase_mask(f, i);
        if (count > 1)
            seconds[i] = b->sequence[b->starts[term] + 1] + 1;
    }
    if (room) {
        add_section(f, BL_IMAGE_PHRASE_STARTS, starts, f->phrases + 1,
                    sizeof(*starts));
        add_section(f, BL_IMAGE_PHRASE_WORDS, words, size, sizeof(*words));
        add_section(f, BL_IMAGE_PHRASE_MASKS, masks, f->phrases,
                    sizeof(*masks));
        add_section(f, BL_IMAGE_SECONDS, seconds, f->phrases, sizeof(*seconds));
    } else {
        f->out.failed = true;
    }
    bl_free(b->alloc, starts);
    bl_free(b->alloc, words);
    bl_free(b->alloc, masks);
    bl_free(b->alloc, seconds);
    return !f->out.failed;
}

/* The filter of the first two words of each phrase. */
static bool write_pairs(finishing *f)
{
    bl_builder *b = f->b;
    size_t room = BL_PAIR_LINE;
    uint64_t *pairs;

    while (room * 64 < f->phrases * PAIR_BITS)
        room *= 2;
    pairs = bl_new(b->alloc, room, sizeof(*pairs));
    for (size_t i = 0; i < f->phrases && pairs != NULL; i++) {
        const uint32_t term = f->items[f->phrase_terms[i]].index;
        const uint32_t *words = b->sequence + b->starts[term];
        bl_pair_place place;

        if (b->starts[term + 1] - b->starts[term] < 2)
            continue;
        place = bl_pair_place_of(
            bl_pair_lines_of(
                words[0],
                bl_pair_scale_of(f->first[words[0] + 1] - f->first[words[0]],
                                 (uint32_t)room)),
            words[1], (uint32_t)room);
        pairs[place.at] |= place.bits;
    }
    if (pairs != NULL)
        add_section(f, BL_IMAGE_PAIRS, pairs, room, sizeof(*pairs));
    bl_free(b->alloc, pairs);
    drop(f, &f->first);
    drop(f, &b->sequence);
    drop(f, &b->starts);
    b->sequence_room = b->start_room = 0;
    return pairs != NULL;
}

static bool write_terms(finishing *f)
{
    bl_builder *b = f->b;
    uint32_t *numbers =
        bl_resize(b->alloc, NULL, b->term_count + 1, sizeof(*numbers));
    uint32_t *concepts = bl_resize(b->alloc, NULL, (size_t)b->concept_count + 1,
                                   sizeof(*concepts));

    for (size_t i = 0; i < b->term_count && numbers != NULL; i++)
        numbers[i] = f->items[i].index;
    bl_free(b->alloc, f->items);
    f->items = NULL;
    for (size_t i = b->term_count; i-- > 0 && concepts != NULL;)
        concepts[b->terms[i].concept] = (uint32_t)i;
    if (numbers != NULL && concepts != NULL) {
        concepts[b->concept_count] = (uint32_t)b->term_count;
        add_section(f, BL_IMAGE_PHRASE_TERMS, f->phrase_terms, f->phrases + 1,
                    sizeof(uint32_t));
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
    bl_free(b->alloc, b->terms);
    b->terms = NULL;
    b->term_room = b->term_count = 0;
    bl_buf_free(&b->text);
    bl_free(b->alloc, numbers);
    bl_free(b->alloc, concepts);
    return !f->out.failed;
}

static bool write_rest(finishing *f)
{
    add_section(f, BL_IMAGE_SIGNS, f->signs, BL_SIGNS, sizeof(f->signs[0]));
    return write_phrases(f) && write_pairs(f) && write_terms(f);
}

/* The head in front of the blocks: its size depends on how many they are,
 * and every section moves behind it. */
static void *write_head(finishing *f, size_t *size)
{
    const bl_builder *b = f->b;
    const size_t blocks = (f->out.size + BL_IMAGE_BLOCK - 1) / BL_IMAGE_BLOCK;
    const size_t languages_at = aligned(sizeof(f->header));
    const size_t sums_at =
        aligned(languages_at + b->language_count * sizeof(bl_term_language));
    const size_t head = aligned(sums_at + blocks * sizeof(uint64_t));
    unsigned char *data =
        bl_resize(b->alloc, f->out.data, head + f->out.size, 1);

    if (data == NULL)
        return NULL;
    f->out.data = NULL;
    memmove(data + head, data, f->out.size);
    memset(data, 0, head);
    for (int i = BL_IMAGE_SUMS + 1; i < BL_IMAGE_SECTION_COUNT; i++)
        f->header.sections[i].at += head;
    f->header.sections[BL_IMAGE_LANGUAGES] =
        (bl_image_range){ languages_at, b->language_count, 0 };
    f->header.sections[BL_IMAGE_SUMS] =
        (bl_image_range){ sums_at, (uint32_t)blocks, 0 };
    memcpy(data + languages_at, b->languages,
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
        number_phrases(&f) && write_beginnings(&f) && write_rest(&f) &&
        !f.out.failed)
        *data = write_head(&f, size);
    bl_free(b->alloc, f.ranks);
    bl_free(b->alloc, f.order);
    bl_free(b->alloc, f.items);
    bl_free(b->alloc, f.phrase_terms);
    bl_free(b->alloc, f.first);
    bl_buf_free(&f.out);
    return *data != NULL ? BILINT_OK : bl_fail_memory(err);
}
