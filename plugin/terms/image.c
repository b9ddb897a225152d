/* SPDX-License-Identifier: Apache-2.0 */
/* Opening an image, distrusting it, and looking things up in it. */
#include "terms/image.h"

#include "base/error.h"
#include "base/hash.h"

#include <string.h>

enum {
    ORDER = 0x01020304,
    VERIFIED_AT_ONCE = 4 << 20, /* bytes: about a millisecond */
    NEAR = 48 /* places about where a word is guessed to be */
};

static const unsigned char magic[8] = { 0x89, 'B',  'L',  'T',
                                        '\r', '\n', 0x1a, '\n' };

static const size_t item_sizes[] = {
#define X(symbol, item) sizeof(item),
    BL_IMAGE_SECTIONS(X)
#undef X
};

bool bl_image_is(const void *data, size_t size)
{
    return size >= sizeof(magic) && memcmp(data, magic, sizeof(magic)) == 0;
}

void bl_image_sign(bl_image_header *header)
{
    memcpy(header->magic, magic, sizeof(magic));
    header->version = BL_IMAGE_VERSION;
    header->order = ORDER;
}

/* ---- checksums ---------------------------------------------------------- */

/* Four sums side by side: a processor works on all of them at once. */
uint64_t bl_image_block_sum(const unsigned char *data, size_t size)
{
    uint64_t sums[4] = { BL_IMAGE_VERSION, 2, 3, 4 };

    for (; size >= sizeof(sums); data += sizeof(sums), size -= sizeof(sums)) {
        for (int i = 0; i < 4; i++)
            sums[i] = bl_hash_step(sums[i], bl_hash_read8(data + 8 * i));
    }
    return bl_hash(data, size, bl_hash(sums, sizeof(sums), BL_IMAGE_VERSION));
}

uint64_t bl_image_head_sum(const unsigned char *data, size_t size)
{
    bl_image_header header;

    memcpy(&header, data, sizeof(header));
    header.sum = 0;
    return bl_hash(data + sizeof(header), size - sizeof(header),
                   bl_hash(&header, sizeof(header), BL_IMAGE_VERSION));
}

const void *bl_image_lost(const bl_image *image)
{
    bl_atomic_set(&((bl_image *)image)->damaged, 1);
    return NULL;
}

static bool verify_block(const bl_image *image, size_t block)
{
    const size_t start = image->blocks_at + block * BL_IMAGE_BLOCK;
    const size_t left = image->size - start;
    const uint64_t *sums =
        (const uint64_t *)(const void *)image->parts[BL_IMAGE_SUMS].data;

    if (bl_image_block_sum(image->data + start,
                           left < BL_IMAGE_BLOCK ? left : BL_IMAGE_BLOCK) !=
        sums[block]) {
        bl_image_lost(image);
        return false;
    }
    bl_atomic_set(&image->seen[block], 1);
    return true;
}

bool bl_image_check(const bl_image *image, size_t start, size_t size)
{
    size_t block;
    size_t last;

    if (start < image->blocks_at || size == 0)
        return true; /* the head was looked at */
    block = (start - image->blocks_at) / BL_IMAGE_BLOCK;
    last = (start + size - 1 - image->blocks_at) / BL_IMAGE_BLOCK;
    for (; block <= last; block++) {
        if (bl_atomic_get(&image->seen[block]) == 0 &&
            !verify_block(image, block))
            return false;
    }
    return true;
}

bool bl_image_verify(const bl_image *image)
{
    return image->seen == NULL ||
           bl_image_check(image, image->blocks_at,
                          image->size - image->blocks_at);
}

/* ---- opening ------------------------------------------------------------ */

static bilint_status refuse(bilint_error *err, const char *path,
                            const char *why)
{
    return bl_fail(err, BILINT_E_DATA, "the compiled term list %s %s", path,
                   why);
}

/* Each section behind the one before, inside of the file. */
static bool has_room(const bl_image_header *header, size_t size)
{
    uint64_t at = sizeof(*header);

    for (int i = 0; i < BL_IMAGE_SECTION_COUNT; i++) {
        const bl_image_range *range = &header->sections[i];
        const uint64_t bytes = (uint64_t)range->count * item_sizes[i];

        if (range->at % BL_IMAGE_ALIGN != 0 || range->at < at ||
            range->at > size || bytes > size - range->at)
            return false;
        at = range->at + bytes;
    }
    return true;
}

static uint32_t reach_of(const bl_image *image, bl_image_section section)
{
    switch (section) {
    case BL_IMAGE_WORD_STARTS:
        return bl_image_count(image, BL_IMAGE_WORD_TEXT);
    case BL_IMAGE_WORD_PHRASES:
        return bl_image_starts(image, BL_IMAGE_PHRASE_STARTS);
    case BL_IMAGE_PHRASE_STARTS:
        return bl_image_count(image, BL_IMAGE_PHRASE_WORDS);
    case BL_IMAGE_PHRASE_TERMS:
        return bl_image_count(image, BL_IMAGE_TERM_NUMBERS);
    case BL_IMAGE_CONCEPT_TERMS:
        return bl_image_count(image, BL_IMAGE_TERMS);
    default:
        return 0;
    }
}

static void find_parts(bl_image *image)
{
    const bl_image_range *ranges = bl_image_head(image)->sections;

    for (int i = 0; i < BL_IMAGE_SECTION_COUNT; i++)
        image->parts[i] =
            (bl_image_part){ image->data + ranges[i].at, ranges[i].count,
                             (uint32_t)item_sizes[i], 0 };
    for (int i = 0; i < BL_IMAGE_SECTION_COUNT; i++)
        image->parts[i].reach = reach_of(image, (bl_image_section)i);
}

static bilint_status check_head(bl_image *image, const char *path,
                                bilint_error *err)
{
    const bl_image_header *header = bl_image_head(image);
    size_t blocks;

    if (!bl_image_is(image->data, image->size))
        return refuse(err, path, "is none: it begins otherwise");
    if (image->size < sizeof(*header))
        return refuse(err, path, "is cut short");
    if (header->order != ORDER)
        return refuse(err, path,
                      "was made on a machine with another order of bytes");
    if (header->version != BL_IMAGE_VERSION)
        return refuse(err, path,
                      "was made by another version of bilint; compile it "
                      "again");
    if (header->size != image->size)
        return refuse(err, path,
                      header->size > image->size ? "is cut short"
                                                 : "has bytes behind its end");
    if (!has_room(header, image->size))
        return refuse(err, path, "is damaged: a section is not in it");
    find_parts(image);
    image->blocks_at = (size_t)bl_image_blocks(header);
    if (image->blocks_at > image->size)
        return refuse(err, path, "is damaged: a section is not in it");
    blocks =
        (image->size - image->blocks_at + BL_IMAGE_BLOCK - 1) / BL_IMAGE_BLOCK;
    if (blocks != header->sections[BL_IMAGE_SUMS].count ||
        bl_image_head_sum(image->data, image->blocks_at) != header->sum)
        return refuse(err, path, "is damaged: its head has another checksum");
    if (header->sections[BL_IMAGE_LANGUAGES].count > BL_TERM_LANGUAGES ||
        header->sections[BL_IMAGE_SIGNS].count != BL_SIGNS ||
        header->sections[BL_IMAGE_PAIRS].count < BL_PAIR_LINE)
        return refuse(err, path, "is damaged: a table has another size");
    image->seen = bl_new(image->alloc, blocks + 1, sizeof(*image->seen));
    if (image->seen == NULL)
        return bl_fail_memory(err);
    if (image->size <= VERIFIED_AT_ONCE && !bl_image_verify(image))
        return refuse(err, path, "is damaged: a block has another checksum");
    return BILINT_OK;
}

bilint_status bl_image_open(bl_image *image, const bl_alloc *alloc,
                            const char *path, bilint_error *err)
{
    bilint_status status;

    memset(image, 0, sizeof(*image));
    image->alloc = alloc;
    status = bl_mapping_open(&image->mapping, path, err);
    if (status != BILINT_OK)
        return status;
    image->data = image->mapping.data;
    image->size = image->mapping.size;
    status = check_head(image, path, err);
    if (status != BILINT_OK)
        bl_image_close(image);
    return status;
}

void bl_image_take(bl_image *image, const bl_alloc *alloc, void *data,
                   size_t size)
{
    memset(image, 0, sizeof(*image));
    image->alloc = alloc;
    image->owned = data;
    image->data = data;
    image->size = size;
    find_parts(image);
}

void bl_image_close(bl_image *image)
{
    bl_mapping_close(&image->mapping);
    bl_free(image->alloc, image->owned);
    bl_free(image->alloc, image->seen);
    image->owned = NULL;
    image->seen = NULL;
    image->data = NULL;
}

/* ---- asking ------------------------------------------------------------- */

bl_str bl_image_word_text(const bl_image *image, bl_term_word word)
{
    const bl_image_span span =
        bl_image_span_of(image, BL_IMAGE_WORD_STARTS, word);
    const char *text = bl_image_get(image, BL_IMAGE_WORD_TEXT, span.start,
                                    span.limit - span.start);

    return bl_str_of(text, text != NULL ? span.limit - span.start : 0);
}

static bool may_have(const bl_image *image, uint32_t hash)
{
    const uint32_t room = bl_image_count(image, BL_IMAGE_WORD_FILTER);
    uint32_t at;
    uint64_t wanted;
    const uint64_t *bits;

    if (room == 0)
        return true;
    wanted = bl_filter_bits(hash, room, &at);
    bits = bl_image_get(image, BL_IMAGE_WORD_FILTER, at, 1);
    return bits == NULL || (*bits & wanted) == wanted;
}

bl_term_word bl_image_word(const bl_image *image, bl_str folded)
{
    const uint32_t room = bl_image_count(image, BL_IMAGE_WORD_SLOTS);
    const uint32_t hash = (uint32_t)bl_hash(folded.ptr, folded.size, 0);

    if (!may_have(image, hash))
        return BL_NO_TERM_WORD;
    for (uint32_t tries = 0; tries < room; tries++) {
        const bl_word_slot *slot = bl_image_get(image, BL_IMAGE_WORD_SLOTS,
                                                (hash + tries) & (room - 1), 1);

        if (slot == NULL || slot->word == 0)
            break;
        if (slot->hash == hash &&
            bl_str_equal(bl_image_word_text(image, slot->word - 1), folded))
            return slot->word - 1;
    }
    return BL_NO_TERM_WORD;
}

static bool begins_with(const bl_image *image, bl_term_word word, bl_str begin)
{
    return bl_str_begins(bl_image_word_text(image, word), begin);
}

/* The first mark that is not less than a number. */
static uint32_t find_mark(const bl_image *image, uint64_t wanted)
{
    uint32_t start = 0;
    uint32_t limit = bl_image_count(image, BL_IMAGE_WORD_MARKS);

    while (start < limit) {
        const uint32_t middle = start + (limit - start) / 2;
        const uint64_t *mark =
            bl_image_get(image, BL_IMAGE_WORD_MARKS, middle, 1);

        if (mark == NULL)
            return 0;
        if (*mark < wanted)
            start = middle + 1;
        else
            limit = middle;
    }
    return start;
}

bool bl_image_many_from(const bl_image *image, bl_str begin)
{
    const uint64_t wanted = bl_first_bytes(begin);
    const uint32_t count = bl_image_count(image, BL_IMAGE_WORD_MARKS);
    uint32_t at;
    const uint64_t *marks;
    unsigned rest;

    if (begin.size == 0 || begin.size > sizeof(wanted))
        return false;
    at = find_mark(image, wanted);
    if (at + 1 >= count)
        return false;
    marks = bl_image_get(image, BL_IMAGE_WORD_MARKS, at, 2);
    rest = (unsigned)(sizeof(wanted) - begin.size) * 8;
    return marks != NULL && marks[1] >> rest == wanted >> rest;
}

/* Among which words the first one is that is not before a text: few lines of
 * the cache tell it but for the last steps. */
static bl_image_span marked_words(const bl_image *image, bl_str text,
                                  uint32_t count)
{
    const uint32_t mark = find_mark(image, bl_first_bytes(text));
    bl_image_span words = { 0, count };

    if (mark != 0)
        words.start = (mark - 1) * BL_MARKED_WORDS;
    /* Texts of eight bytes and more may share them with many. */
    if (text.size < sizeof(uint64_t) &&
        mark < bl_image_count(image, BL_IMAGE_WORD_MARKS) &&
        mark * BL_MARKED_WORDS < count)
        words.limit = mark * BL_MARKED_WORDS;
    return words.start <= count ? words : (bl_image_span){ 0, 0 };
}

/* The first word from `from` on that is not before a text. */
static uint32_t first_not_before(const bl_image *image, bl_str text,
                                 uint32_t from, uint32_t count)
{
    bl_image_span words = marked_words(image, text, count);
    uint32_t far = 1;

    if (words.start < from)
        words.start = from;
    /* What begins with the same eight bytes is near, as a rule. */
    while (words.limit == count && far < count - words.start) {
        if (bl_str_compare(bl_image_word_text(image, words.start + far - 1),
                           text) >= 0) {
            words.limit = words.start + far - 1;
            break;
        }
        words.start += far;
        far *= 2;
    }
    while (words.start < words.limit) {
        const uint32_t middle = words.start + (words.limit - words.start) / 2;

        if (bl_str_compare(bl_image_word_text(image, middle), text) < 0)
            words.start = middle + 1;
        else
            words.limit = middle;
    }
    return words.start;
}

bl_image_span bl_image_words_from(const bl_image *image, bl_str begin,
                                  uint32_t from, uint32_t most)
{
    const uint32_t count = bl_image_starts(image, BL_IMAGE_WORD_STARTS);
    bl_image_span words;
    uint32_t limit;

    if (from > count)
        from = 0;
    words.start = first_not_before(image, begin, from, count);
    words.limit = words.start;
    limit = count - words.start < most ? count : words.start + most;
    if (words.start == limit || !begins_with(image, words.start, begin))
        return words;
    if (begins_with(image, limit - 1, begin))
        words.limit = limit;
    while (words.limit < limit) {
        const uint32_t middle = words.limit + (limit - words.limit) / 2;

        if (begins_with(image, middle, begin))
            words.limit = middle + 1;
        else
            limit = middle;
    }
    return words;
}

/* ---- phrases ------------------------------------------------------------ */

bl_image_span bl_image_begin(const bl_image *image, bl_term_word word)
{
    return bl_image_span_of(image, BL_IMAGE_WORD_PHRASES, word);
}

/* The word number `depth` of a phrase, plus 1; 0 behind its end, so that a
 * phrase comes before those that go on. */
static uint64_t word_at(const bl_image *image, uint32_t phrase, uint32_t depth)
{
    const bl_image_span span =
        bl_image_span_of(image, BL_IMAGE_PHRASE_STARTS, phrase);
    const uint32_t *word;

    if (depth >= span.limit - span.start)
        return 0;
    word = bl_image_get(image, BL_IMAGE_PHRASE_WORDS, span.start + depth, 1);
    return word != NULL ? (uint64_t)*word + 1 : 0;
}

static uint32_t find_word(const bl_image *image, bl_image_span phrases,
                          uint32_t depth, uint64_t wanted)
{
    while (phrases.start < phrases.limit) {
        const uint32_t middle =
            phrases.start + (phrases.limit - phrases.start) / 2;

        if (word_at(image, middle, depth) < wanted)
            phrases.start = middle + 1;
        else
            phrases.limit = middle;
    }
    return phrases.start;
}

/* Behind those that have the word: near the first of them, as a rule. */
static uint32_t behind_word(const bl_image *image, bl_image_span phrases,
                            uint32_t depth, uint64_t wanted)
{
    uint32_t step = 1;

    if (phrases.start == phrases.limit ||
        word_at(image, phrases.start, depth) != wanted)
        return phrases.start;
    while (phrases.limit - phrases.start > step &&
           word_at(image, phrases.start + step, depth) == wanted) {
        phrases.start += step;
        step *= 2;
    }
    if (phrases.limit - phrases.start > step)
        phrases.limit = phrases.start + step;
    return find_word(image, phrases, depth, wanted + 1);
}

/* How many of sorted numbers are not above one. */
static uint32_t count_to(const uint32_t *numbers, uint32_t count, uint32_t most)
{
    uint32_t start = 0;

    while (start < count) {
        const uint32_t middle = start + (count - start) / 2;

        if (numbers[middle] <= most)
            start = middle + 1;
        else
            count = middle;
    }
    return start;
}

/* The same, with a look at NEAR places on either side of a guess first: they
 * lie in few lines of the processor's cache, where halving all of them takes
 * a line a step. */
static uint32_t count_near(const uint32_t *numbers, uint32_t count,
                           uint32_t most, uint32_t guess)
{
    const uint32_t low = guess > NEAR ? guess - NEAR : 0;
    const uint32_t high = count - guess > NEAR ? guess + NEAR : count;

    if (low != 0 && numbers[low - 1] > most)
        return count_to(numbers, low - 1, most);
    if (high != count && numbers[high] <= most)
        return high + count_to(numbers + high, count - high, most);
    return low + count_to(numbers + low, high - low, most);
}

/* Of `count` sorted words where this one may be: as far along as it is in the
 * vocabulary. What is not in it, is at the end. */
static uint32_t guess_place(const bl_image *image, uint32_t count,
                            bl_term_word word)
{
    const uint32_t words = bl_image_starts(image, BL_IMAGE_WORD_STARTS);

    return word < words ? (uint32_t)((uint64_t)count * word / words) : count;
}

/* How many of sorted numbers are the first of them: few, as a rule. */
static uint32_t count_same(const uint32_t *numbers, uint32_t count,
                           uint32_t number)
{
    uint32_t step = 1;
    uint32_t same = 0;

    while (step <= count - same && numbers[same + step - 1] == number) {
        same += step;
        step *= 2;
    }
    if (step > count - same)
        step = count - same;
    return same + count_to(numbers + same, step, number);
}

/* Those of the phrases whose second word is `word`: numbers that stand beside
 * each other, in few lines of the processor's cache. */
static bl_image_span with_second(const bl_image *image, bl_image_span phrases,
                                 bl_term_word word)
{
    const uint32_t count = phrases.limit - phrases.start;
    const uint32_t *seconds = bl_image_seconds(image, phrases);
    bl_image_span found = { 0, 0 };

    if (seconds == NULL)
        return found;
    found.start =
        count_near(seconds, count, word, guess_place(image, count, word));
    found.limit = found.start + count_same(seconds + found.start,
                                           count - found.start, word + 1);
    found.start += phrases.start;
    found.limit += phrases.start;
    return found;
}

/* Whether any of the phrases that begin with a word go on with another one. */
static bool may_follow(const bl_image *image, bl_image_span phrases,
                       bl_term_word first, bl_term_word word)
{
    const uint32_t room = bl_image_count(image, BL_IMAGE_PAIRS);
    const bl_pair_lines lines = bl_pair_lines_of(
        first, bl_pair_scale_of(phrases.limit - phrases.start, room));

    return bl_image_may_have_pair(image, bl_pair_place_of(lines, word, room));
}

bl_image_span bl_image_narrow(const bl_image *image, bl_image_span phrases,
                              uint32_t depth, bl_term_word first,
                              bl_term_word word)
{
    const uint64_t wanted = (uint64_t)word + 1;
    bl_image_span found = phrases;

    if (phrases.start >= phrases.limit)
        return (bl_image_span){ 0, 0 };
    if (depth == 1)
        return may_follow(image, phrases, first, word)
                   ? with_second(image, phrases, word)
                   : (bl_image_span){ 0, 0 };
    found.start = find_word(image, phrases, depth, wanted);
    phrases.start = found.start;
    found.limit = behind_word(image, phrases, depth, wanted);
    return found;
}

static bl_term_mask mask_at(const bl_image *image, bl_image_section section,
                            uint32_t index)
{
    const bl_term_mask *mask = bl_image_get(image, section, index, 1);

    return mask != NULL ? *mask : 0;
}

bl_term_mask bl_image_word_mask(const bl_image *image, bl_term_word word)
{
    return mask_at(image, BL_IMAGE_WORD_MASKS, word);
}

bl_term_mask bl_image_end_mask(const bl_image *image, bl_image_span phrases,
                               uint32_t depth)
{
    bl_image_span words;

    if (phrases.start >= phrases.limit)
        return 0;
    words = bl_image_span_of(image, BL_IMAGE_PHRASE_STARTS, phrases.start);
    return words.limit - words.start == depth
               ? mask_at(image, BL_IMAGE_PHRASE_MASKS, phrases.start)
               : 0;
}

const bl_term *bl_image_term(const bl_image *image, uint32_t term)
{
    const bl_term *found = bl_image_get(image, BL_IMAGE_TERMS, term, 1);

    if (found != NULL &&
        found->language >= bl_image_count(image, BL_IMAGE_LANGUAGES)) {
        bl_image_lost(image);
        return NULL;
    }
    return found;
}

const bl_term *bl_image_phrase_term(const bl_image *image, uint32_t number)
{
    const uint32_t *term =
        bl_image_get(image, BL_IMAGE_TERM_NUMBERS, number, 1);

    return term != NULL ? bl_image_term(image, *term) : NULL;
}

bl_str bl_image_text(const bl_image *image, const bl_term *term)
{
    const char *text =
        bl_image_get(image, BL_IMAGE_TEXT, term->text, term->size);

    return bl_str_of(text, text != NULL ? term->size : 0);
}
