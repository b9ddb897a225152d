/* SPDX-License-Identifier: Apache-2.0 */
/* A trie of folded words in two hash tables. */
#include "lexicon/phrases.h"

#include "base/hash.h"

#include <string.h>

struct bl_vocabulary {
    uint32_t hash;
    bl_phrase_word word; /* 0: free */
    bl_str text;
};

struct bl_phrase_edge {
    bl_phrase_node from;
    bl_phrase_word word;
    bl_phrase_node to; /* 0: free */
};

void bl_phrases_init(bl_phrases *phrases, const bl_alloc *alloc)
{
    *phrases = (bl_phrases){ .alloc = alloc };
    bl_arena_init(&phrases->text, alloc, 0);
    /* Node 0 is the beginning, sense 0 is the end of a list. */
    if (!bl_grow(alloc, &phrases->ends, &phrases->node_room, 0,
                 sizeof(*phrases->ends)) ||
        !bl_grow(alloc, &phrases->senses, &phrases->sense_room, 0,
                 sizeof(*phrases->senses))) {
        phrases->failed = true;
        return;
    }
    phrases->ends[0] = (bl_phrase_end){ .first = 0 };
    phrases->node_count = 1;
    phrases->sense_count = 1;
}

void bl_phrases_free(bl_phrases *phrases)
{
    bl_arena_free(&phrases->text);
    bl_free(phrases->alloc, phrases->vocabulary);
    bl_free(phrases->alloc, phrases->edges);
    bl_free(phrases->alloc, phrases->ends);
    bl_free(phrases->alloc, phrases->senses);
}

/* ---- vocabulary ----------------------------------------------------------- */

static struct bl_vocabulary *find_word(const bl_phrases *phrases, bl_str text,
                                       uint32_t hash)
{
    const size_t mask = phrases->vocabulary_room - 1;
    size_t at = hash & mask;

    for (;; at = (at + 1) & mask) {
        struct bl_vocabulary *slot = &phrases->vocabulary[at];

        if (slot->word == 0 ||
            (slot->hash == hash && bl_str_equal(slot->text, text)))
            return slot;
    }
}

static uint32_t hash_word(bl_str text)
{
    return (uint32_t)bl_hash(text.ptr, text.size, 0);
}

static bool grow_vocabulary(bl_phrases *phrases)
{
    struct bl_vocabulary *old = phrases->vocabulary;
    const size_t old_room = phrases->vocabulary_room;
    const size_t room = old_room != 0 ? old_room * 2 : 256;

    if (phrases->word_count * 2 < old_room)
        return true;
    phrases->vocabulary = bl_new(phrases->alloc, room, sizeof(*old));
    if (phrases->vocabulary == NULL) {
        phrases->vocabulary = old;
        return false;
    }
    phrases->vocabulary_room = room;
    for (size_t i = 0; i < old_room; i++) {
        if (old[i].word != 0)
            *find_word(phrases, old[i].text, old[i].hash) = old[i];
    }
    bl_free(phrases->alloc, old);
    return true;
}

bl_phrase_word bl_phrases_hashed_word(const bl_phrases *phrases,
                                      bl_str folded, uint32_t hash)
{
    return phrases->word_count != 0 ? find_word(phrases, folded, hash)->word
                                    : 0;
}

bl_phrase_word bl_phrases_word(const bl_phrases *phrases, bl_str folded)
{
    return bl_phrases_hashed_word(phrases, folded, hash_word(folded));
}

static bl_phrase_word add_word(bl_phrases *phrases, bl_str text)
{
    const uint32_t hash = hash_word(text);
    struct bl_vocabulary *slot;
    const char *copy;

    if (!grow_vocabulary(phrases))
        return 0;
    slot = find_word(phrases, text, hash);
    if (slot->word != 0)
        return slot->word;
    copy = bl_arena_copy(&phrases->text, text.ptr, text.size);
    if (copy == NULL)
        return 0;
    slot->hash = hash;
    slot->text = bl_str_of(copy, text.size);
    slot->word = (bl_phrase_word)++phrases->word_count;
    return slot->word;
}

/* ---- edges ----------------------------------------------------------------- */

static struct bl_phrase_edge *find_edge(const bl_phrases *phrases,
                                        bl_phrase_node from,
                                        bl_phrase_word word)
{
    const size_t mask = phrases->edge_room - 1;
    size_t at =
        (size_t)bl_hash_mix((uint64_t)from << 32 | word) & mask;

    for (;; at = (at + 1) & mask) {
        struct bl_phrase_edge *edge = &phrases->edges[at];

        if (edge->to == 0 || (edge->from == from && edge->word == word))
            return edge;
    }
}

static bool grow_edges(bl_phrases *phrases)
{
    struct bl_phrase_edge *old = phrases->edges;
    const size_t old_room = phrases->edge_room;
    const size_t room = old_room != 0 ? old_room * 2 : 256;

    if (phrases->edge_count * 2 < old_room)
        return true;
    phrases->edges = bl_new(phrases->alloc, room, sizeof(*old));
    if (phrases->edges == NULL) {
        phrases->edges = old;
        return false;
    }
    phrases->edge_room = room;
    for (size_t i = 0; i < old_room; i++) {
        if (old[i].to != 0)
            *find_edge(phrases, old[i].from, old[i].word) = old[i];
    }
    bl_free(phrases->alloc, old);
    return true;
}

bl_phrase_node bl_phrases_step(const bl_phrases *phrases, bl_phrase_node node,
                               bl_phrase_word word)
{
    return phrases->edge_count != 0 ? find_edge(phrases, node, word)->to : 0;
}

static bl_phrase_node add_step(bl_phrases *phrases, bl_phrase_node node,
                               bl_phrase_word word)
{
    struct bl_phrase_edge *edge;

    if (!grow_edges(phrases) ||
        !bl_grow(phrases->alloc, &phrases->ends, &phrases->node_room,
                 phrases->node_count, sizeof(*phrases->ends)))
        return 0;
    edge = find_edge(phrases, node, word);
    if (edge->to != 0)
        return edge->to;
    *edge = (struct bl_phrase_edge){ node, word,
                                     (bl_phrase_node)phrases->node_count };
    phrases->edge_count++;
    phrases->ends[phrases->node_count] = (bl_phrase_end){ .first = 0 };
    return (bl_phrase_node)phrases->node_count++;
}

/* ---- room -------------------------------------------------------------------- */

/* Of a table that is never more than half full. */
static size_t room_for(size_t count)
{
    size_t room = 256;

    while (room <= count * 2)
        room *= 2;
    return room;
}

void bl_phrases_reserve(bl_phrases *phrases, size_t words, size_t nodes,
                        size_t senses)
{
    if (phrases->failed || phrases->word_count != 0)
        return;
    phrases->vocabulary_room = room_for(words);
    phrases->edge_room = room_for(nodes);
    phrases->vocabulary = bl_new(phrases->alloc, phrases->vocabulary_room,
                                 sizeof(*phrases->vocabulary));
    phrases->edges = bl_new(phrases->alloc, phrases->edge_room,
                            sizeof(*phrases->edges));
    phrases->failed =
        phrases->vocabulary == NULL || phrases->edges == NULL ||
        !bl_reserve(phrases->alloc, &phrases->ends, &phrases->node_room,
                    nodes, sizeof(*phrases->ends)) ||
        !bl_reserve(phrases->alloc, &phrases->senses, &phrases->sense_room,
                    senses, sizeof(*phrases->senses));
}

/* ---- phrases --------------------------------------------------------------- */

/* A sense that is known already: to call it weak once is enough, and what is
 * said last goes before what was said before it. */
static bool merge_sense(bl_phrases *phrases, bl_phrase_node node,
                        bl_sense sense)
{
    bl_phrase_end *end = &phrases->ends[node];
    uint32_t *link = &end->first;

    for (uint32_t i = end->first; i != 0; i = *link) {
        bl_phrase_sense *known = &phrases->senses[i];

        if (known->sense.kind == sense.kind &&
            known->sense.value == sense.value) {
            known->sense.flags |= sense.flags;
            *link = known->next;
            known->next = end->first;
            end->first = i;
            return true;
        }
        link = &known->next;
    }
    return false;
}

void bl_phrases_add(bl_phrases *phrases, const bl_str *words, size_t count,
                    bl_sense sense)
{
    bl_phrase_node node = 0;
    bl_phrase_end *end;

    if (phrases->failed || count == 0)
        return;
    for (size_t i = 0; i < count; i++) {
        const bl_phrase_word word = add_word(phrases, words[i]);

        node = word != 0 ? add_step(phrases, node, word) : 0;
        if (node == 0) {
            phrases->failed = true;
            return;
        }
        phrases->ends[node].reach |= BL_SENSE_BIT(sense.kind);
    }
    if (merge_sense(phrases, node, sense))
        return;
    if (!bl_grow(phrases->alloc, &phrases->senses, &phrases->sense_room,
                 phrases->sense_count, sizeof(*phrases->senses))) {
        phrases->failed = true;
        return;
    }
    end = &phrases->ends[node];
    phrases->senses[phrases->sense_count] =
        (bl_phrase_sense){ sense, end->first };
    end->first = (uint32_t)phrases->sense_count++;
    end->set |= BL_SENSE_BIT(sense.kind);
}

const bl_sense *bl_phrases_sense(const bl_phrases *phrases,
                                 bl_phrase_node node, uint32_t *at)
{
    const uint32_t next =
        *at == 0 ? phrases->ends[node].first : phrases->senses[*at].next;

    if (next == 0)
        return NULL;
    *at = next;
    return &phrases->senses[next].sense;
}

/* ---- all of them ------------------------------------------------------------ */

/* By which word, and from where, each node is come to. */
static struct bl_phrase_edge *ways_back(const bl_phrases *phrases)
{
    struct bl_phrase_edge *ways =
        bl_new(phrases->alloc, phrases->node_count, sizeof(*ways));

    for (size_t i = 0; i < phrases->edge_room && ways != NULL; i++) {
        if (phrases->edges[i].to != 0)
            ways[phrases->edges[i].to] = phrases->edges[i];
    }
    return ways;
}

static bl_str *texts_of(const bl_phrases *phrases)
{
    bl_str *texts =
        bl_new(phrases->alloc, phrases->word_count + 1, sizeof(*texts));

    for (size_t i = 0; i < phrases->vocabulary_room && texts != NULL; i++)
        texts[phrases->vocabulary[i].word] = phrases->vocabulary[i].text;
    return texts;
}

bool bl_phrases_each(const bl_phrases *phrases, bl_phrase_sink sink,
                     void *context)
{
    struct bl_phrase_edge *ways = ways_back(phrases);
    bl_str *texts = texts_of(phrases);
    const bool good = ways != NULL && texts != NULL;

    for (size_t node = 1; node < phrases->node_count && good; node++) {
        bl_str words[BL_PHRASE_WORDS];
        size_t at = BL_PHRASE_WORDS;

        if (phrases->ends[node].first == 0)
            continue;
        for (bl_phrase_node n = (bl_phrase_node)node; n != 0 && at != 0;
             n = ways[n].from)
            words[--at] = texts[ways[n].word];
        sink(context, words + at, BL_PHRASE_WORDS - at,
             (bl_phrase_node)node);
    }
    bl_free(phrases->alloc, ways);
    bl_free(phrases->alloc, texts);
    return good;
}
