/* SPDX-License-Identifier: Apache-2.0 */
/* A trie of folded words. Words and nodes are numbered, and found by hash
 * tables of their numbers. */
#include "lexicon/phrases.h"

#include "base/hash.h"

#include <string.h>

enum { TEXT_CHUNK = 4096, FIRST_SLOTS = 256 };

struct bl_vocabulary {
    const char *text;
    uint32_t size : 31;
    uint32_t within_name : 1; /* of several words */
    bl_phrase_node root;      /* where phrases begin with it; 0: none does */
};

void bl_phrases_init(bl_phrases *phrases, const bl_alloc *alloc)
{
    *phrases = (bl_phrases){ .alloc = alloc };
    bl_arena_init(&phrases->text, alloc, 0);
    /* Node 0 is the beginning, and ends no phrase. */
    if (!bl_grow(alloc, &phrases->ends, &phrases->node_room, 0,
                 sizeof(*phrases->ends)) ||
        !bl_grow(alloc, &phrases->senses, &phrases->sense_room, 0,
                 sizeof(*phrases->senses)) ||
        !bl_grow(alloc, &phrases->further, &phrases->further_room,
                 BL_SENSES_END, sizeof(*phrases->further))) {
        phrases->failed = true;
        return;
    }
    phrases->ends[0] = (bl_phrase_end){ .set = 0 };
    phrases->senses[0] = (bl_phrase_sense){ .next = 0 };
    phrases->node_count = 1;
    phrases->further[BL_SENSES_END] = (bl_phrase_sense){ .next = 0 };
    phrases->further_count = BL_SENSES_FIRST;
}

void bl_phrases_free(bl_phrases *phrases)
{
    bl_arena_free(&phrases->text);
    bl_free(phrases->alloc, phrases->vocabulary);
    bl_free(phrases->alloc, phrases->word_slots);
    bl_free(phrases->alloc, phrases->ends);
    bl_free(phrases->alloc, phrases->node_slots);
    bl_free(phrases->alloc, phrases->senses);
    bl_free(phrases->alloc, phrases->further);
}

/* ---- hash tables -------------------------------------------------------- */

/* Tables are never more than half full. */
static size_t slots_for(size_t count)
{
    size_t slots = FIRST_SLOTS;

    while (slots < count * 2)
        slots *= 2;
    return slots;
}

/* The slot of a word, or the free one where it belongs. */
static bl_phrase_slot *word_slot(const bl_phrases *phrases, bl_str text,
                                 uint32_t hash)
{
    const size_t mask = phrases->word_slot_count - 1;
    size_t at = bl_phrase_slot_of(phrases, hash);

    for (;; at = (at + 1) & mask) {
        bl_phrase_slot *slot = &phrases->word_slots[at];
        const struct bl_vocabulary *known;

        if (slot->word == 0)
            return slot;
        if (slot->hash != hash)
            continue;
        known = &phrases->vocabulary[slot->word];
        if (known->size == text.size &&
            bl_bytes_equal(known->text, text.ptr, text.size))
            return slot;
    }
}

/* Where the node stands, or is to stand, that a word leads to from another
 * one: a hash table has those behind the first word. */
static bl_phrase_node *node_slot(const bl_phrases *phrases,
                                 bl_phrase_node from, bl_phrase_word word)
{
    const size_t mask = phrases->node_slot_count - 1;
    size_t at = (size_t)bl_hash_mix((uint64_t)from << 32 | word) & mask;

    if (from == 0)
        return &phrases->vocabulary[word].root;
    for (;; at = (at + 1) & mask) {
        uint32_t *slot = &phrases->node_slots[at];
        const bl_phrase_end *end = &phrases->ends[*slot];

        if (*slot == 0 || (end->from == from && end->word == word))
            return slot;
    }
}

/* A larger table with what was in the old one. */
static bool set_word_slots(bl_phrases *phrases, size_t count)
{
    bl_phrase_slot *old = phrases->word_slots;
    const size_t old_count = phrases->word_slot_count;
    bl_phrase_slot *slots = bl_new(phrases->alloc, count, sizeof(*slots));

    if (slots == NULL)
        return false;
    phrases->word_slots = slots;
    phrases->word_slot_count = count;
    for (size_t i = 0; i < old_count; i++) {
        if (old[i].word != 0)
            *word_slot(phrases, bl_phrases_word_text(phrases, old[i].word),
                       old[i].hash) = old[i];
    }
    bl_free(phrases->alloc, old);
    return true;
}

static bool set_node_slots(bl_phrases *phrases, size_t count)
{
    bl_phrase_node *old = phrases->node_slots;
    bl_phrase_node *slots = bl_new(phrases->alloc, count, sizeof(*slots));

    if (slots == NULL)
        return false;
    phrases->node_slots = slots;
    phrases->node_slot_count = count;
    for (uint32_t i = 1; i < phrases->node_count; i++) {
        const bl_phrase_end *end = &phrases->ends[i];

        if (end->from != 0)
            *node_slot(phrases, end->from, end->word) = i;
    }
    bl_free(phrases->alloc, old);
    return true;
}

void bl_phrases_reserve(bl_phrases *phrases, const bl_phrases_size *size)
{
    const bl_alloc *alloc = phrases->alloc;

    if (phrases->failed || phrases->word_count != 0)
        return;
    /* Numbers begin with 1, and there is always room for one more. */
    phrases->failed =
        !bl_reserve(alloc, &phrases->vocabulary, &phrases->word_room,
                    size->words + 2, sizeof(*phrases->vocabulary)) ||
        !bl_reserve(alloc, &phrases->ends, &phrases->node_room,
                    size->nodes + 1, sizeof(*phrases->ends)) ||
        !bl_reserve(alloc, &phrases->senses, &phrases->sense_room,
                    size->nodes + 1, sizeof(*phrases->senses)) ||
        !bl_reserve(alloc, &phrases->further, &phrases->further_room,
                    size->further + BL_SENSES_FIRST,
                    sizeof(*phrases->further)) ||
        !set_word_slots(phrases, slots_for(size->words + 1)) ||
        !set_node_slots(phrases, slots_for(size->steps + 1));
}

/* ---- vocabulary --------------------------------------------------------- */

bl_phrase_word bl_phrases_hashed_word(const bl_phrases *phrases,
                                      bl_str folded, uint32_t hash)
{
    return phrases->word_count != 0
               ? word_slot(phrases, folded, hash)->word
               : 0;
}

bl_phrase_word bl_phrases_word(const bl_phrases *phrases, bl_str folded)
{
    return bl_phrases_hashed_word(phrases, folded, bl_phrase_hash(folded));
}

bl_phrase_node bl_phrases_root(const bl_phrases *phrases, bl_phrase_word word)
{
    return word != 0 ? phrases->vocabulary[word].root : 0;
}

/* Words are short: they stand close together. */
static const char *keep_text(bl_phrases *phrases, bl_str text)
{
    char *copy = phrases->text_next;

    if (text.size > phrases->text_left) {
        const size_t chunk =
            text.size > TEXT_CHUNK ? text.size : TEXT_CHUNK;

        copy = bl_arena_alloc(&phrases->text, chunk, 1);
        if (copy == NULL)
            return NULL;
        phrases->text_left = chunk;
    }
    memcpy(copy, text.ptr, text.size);
    phrases->text_next = copy + text.size;
    phrases->text_left -= text.size;
    return copy;
}

/* Room for one more. */
static bool has_word_room(bl_phrases *phrases)
{
    const size_t wanted = phrases->word_count + 1;

    return (wanted < phrases->word_room ||
            bl_grow(phrases->alloc, &phrases->vocabulary,
                    &phrases->word_room, wanted,
                    sizeof(*phrases->vocabulary))) &&
           (wanted * 2 <= phrases->word_slot_count ||
            set_word_slots(phrases, slots_for(wanted)));
}

bl_phrase_word bl_phrases_add_word(bl_phrases *phrases, bl_str folded)
{
    const uint32_t hash = bl_phrase_hash(folded);
    const char *copy;
    bl_phrase_slot *slot;

    if (!has_word_room(phrases)) {
        phrases->failed = true;
        return 0;
    }
    slot = word_slot(phrases, folded, hash);
    if (slot->word != 0)
        return slot->word;
    copy = keep_text(phrases, folded);
    if (copy == NULL) {
        phrases->failed = true;
        return 0;
    }
    *slot = (bl_phrase_slot){ hash,
                              (bl_phrase_word)++phrases->word_count };
    phrases->vocabulary[slot->word] =
        (struct bl_vocabulary){
            .text = copy,
            .size = (uint32_t)folded.size & (UINT32_MAX >> 1)
        };
    return slot->word;
}

/* ---- nodes -------------------------------------------------------------- */

bl_str bl_phrases_last_word(const bl_phrases *phrases, bl_phrase_node node)
{
    return bl_phrases_word_text(phrases, phrases->ends[node].word);
}

bl_str bl_phrases_word_text(const bl_phrases *phrases, bl_phrase_word word)
{
    return bl_str_of(phrases->vocabulary[word].text,
                     phrases->vocabulary[word].size);
}

bool bl_phrases_has_in_name(const bl_phrases *phrases, bl_phrase_word word)
{
    return phrases->vocabulary[word].within_name != 0;
}

bl_phrase_node bl_phrases_find(const bl_phrases *phrases, bl_phrase_node node,
                               bl_phrase_word word)
{
    return *node_slot(phrases, node, word);
}

static bool has_node_room(bl_phrases *phrases)
{
    const size_t count = phrases->node_count;

    return (count < phrases->node_room ||
            bl_grow(phrases->alloc, &phrases->ends, &phrases->node_room,
                    count, sizeof(*phrases->ends))) &&
           (count < phrases->sense_room ||
            bl_grow(phrases->alloc, &phrases->senses, &phrases->sense_room,
                    count, sizeof(*phrases->senses))) &&
           ((phrases->step_count + 1) * 2 <= phrases->node_slot_count ||
            set_node_slots(phrases, slots_for(phrases->step_count + 1)));
}

static bl_phrase_node add_step(bl_phrases *phrases, bl_phrase_node from,
                               bl_phrase_word word)
{
    bl_phrase_node *slot;

    if (!has_node_room(phrases))
        return 0;
    slot = node_slot(phrases, from, word);
    if (*slot != 0)
        return *slot;
    *slot = (bl_phrase_node)phrases->node_count++;
    phrases->step_count += from != 0;
    phrases->ends[*slot] = (bl_phrase_end){ .from = from, .word = word };
    phrases->senses[*slot] = (bl_phrase_sense){ .next = 0 };
    phrases->ends[from].after |= UINT32_C(1) << (word & 31);
    return *slot;
}

/* ---- phrases ------------------------------------------------------------ */

/* A sense that is known already: to call it weak once is enough, and what is
 * said last goes before what was said before it. The code of a currency that
 * is written in small letters as well (*eur* of Czech) needs no capitals. */
static bool merge_sense(bl_phrases *phrases, bl_phrase_node node,
                        bl_sense sense)
{
    bl_phrase_sense *first = &phrases->senses[node];
    bl_phrase_sense *before = NULL;

    for (bl_phrase_sense *known = first; known->next != 0;
         before = known, known = &phrases->further[known->next]) {
        const bl_phrase_sense old = *known;
        uint8_t kept = UINT8_MAX;

        if (old.sense.kind != sense.kind || old.sense.value != sense.value)
            continue;
        if (sense.kind == BL_SENSE_CURRENCY &&
            ((old.sense.flags & sense.flags) & BL_SENSE_UPPER) == 0)
            kept = (uint8_t)~BL_SENSE_UPPER;
        if (before != NULL) { /* it changes places with the first */
            const uint32_t at = before->next;

            before->next = old.next;
            *known = *first;
            *first = (bl_phrase_sense){ old.sense, at };
        }
        first->sense.flags = (first->sense.flags | sense.flags) & kept;
        return true;
    }
    return false;
}

/* A sense that goes before all others of its phrase. */
static bool put_sense(bl_phrases *phrases, bl_phrase_node node, bl_sense sense)
{
    bl_phrase_sense *first = &phrases->senses[node];
    uint32_t next = BL_SENSES_END;

    if (first->next != 0) {
        if (!bl_grow(phrases->alloc, &phrases->further,
                     &phrases->further_room, phrases->further_count,
                     sizeof(*phrases->further)))
            return false;
        next = (uint32_t)phrases->further_count++;
        phrases->further[next] = *first;
    }
    *first = (bl_phrase_sense){ sense, next };
    return true;
}

/* Of a word that is a phrase by itself. */
static void note_number(bl_phrases *phrases, bl_str word, bl_sense sense)
{
    const bl_sense_set numbers =
        BL_SENSE_BIT(BL_SENSE_CARDINAL) | BL_SENSE_BIT(BL_SENSE_SCALE);
    size_t start;

    if ((BL_SENSE_BIT(sense.kind) & numbers) == 0 || word.size < 2)
        return;
    start = bl_phrase_start(word);
    phrases->numbers[start / 64] |= UINT64_C(1) << start % 64;
}

void bl_phrases_add_sense(bl_phrases *phrases, const bl_phrase_word *words,
                          size_t count, bl_sense sense)
{
    const bool is_name =
        count > 1 && (BL_SENSE_BIT(sense.kind) & BL_SENSES_OF_NAMES) != 0;
    bl_phrase_node node = 0;

    for (size_t i = 0; i < count && !phrases->failed; i++) {
        if (is_name)
            phrases->vocabulary[words[i]].within_name = 1;
        node = add_step(phrases, node, words[i]);
        if (node == 0)
            phrases->failed = true;
        else
            phrases->ends[node].reach |= BL_SENSE_BIT(sense.kind);
    }
    if (phrases->failed || node == 0)
        return;
    if (count == 1)
        note_number(phrases, bl_phrases_word_text(phrases, words[0]), sense);
    if (merge_sense(phrases, node, sense))
        return;
    if (put_sense(phrases, node, sense))
        phrases->ends[node].set |= BL_SENSE_BIT(sense.kind);
    else
        phrases->failed = true;
}

void bl_phrases_add(bl_phrases *phrases, const bl_str *words, size_t count,
                    bl_sense sense)
{
    bl_phrase_word numbers[BL_PHRASE_WORDS];

    for (size_t i = 0; i < count && !phrases->failed; i++)
        numbers[i] = bl_phrases_add_word(phrases, words[i]);
    if (!phrases->failed)
        bl_phrases_add_sense(phrases, numbers, count, sense);
}

/* ---- all of them -------------------------------------------------------- */

void bl_phrases_each(const bl_phrases *phrases, bl_phrase_sink sink,
                     void *context)
{
    for (size_t node = 1; node < phrases->node_count; node++) {
        bl_str words[BL_PHRASE_WORDS];
        size_t at = BL_PHRASE_WORDS;

        if (phrases->senses[node].next == 0)
            continue;
        for (bl_phrase_node n = (bl_phrase_node)node; n != 0 && at != 0;
             n = phrases->ends[n].from) {
            const struct bl_vocabulary *word =
                &phrases->vocabulary[phrases->ends[n].word];

            words[--at] = bl_str_of(word->text, word->size);
        }
        sink(context, words + at, BL_PHRASE_WORDS - at,
             (bl_phrase_node)node);
    }
}
