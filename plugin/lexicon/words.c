/* SPDX-License-Identifier: Apache-2.0 */
/* A hash table of words that is read without a lock. */
#include "lexicon/words.h"

#include "base/cache.h"
#include "lexicon/word_runs.h"
#include "text/oddity.h"
#include "text/utf8.h"

#include <stddef.h>

enum {
    FIRST_ROOM = 4096,   /* slots of the first table */
    WORDS_MAX = 32768,   /* records; about 250 bytes each */
    WORDS_SURE = 3072,   /* the first, each kept whatever it is */
    SEEN_BITS = 9,       /* places for others that were met, as a power */
    WORD_SIZE_MAX = 256, /* bytes; longer ones are not kept */
    TOGETHER = 32,       /* words of a text that are looked up together */
    TAG_BITS = 6         /* see tag_of() */
};

_Static_assert(offsetof(bl_word, text) <= BL_CACHE_LINE,
               "what passes ask of a word is one line of the cache");
_Static_assert(BL_CACHE_LINE == 1 << TAG_BITS,
               "a tag is a place in a line of the cache");

/* Slots hold the places of records that were complete when they were stored.
 * A full table is replaced by a larger one and kept until the end, since a
 * thread may still be reading it. */
struct bl_word_table {
    struct bl_word_table *older;
    size_t mask;
    bl_atomic_u32 count;
    bl_atomic_ptr slots[];
};

static struct bl_word_table *new_table(const bl_alloc *alloc, size_t room)
{
    struct bl_word_table *table =
        bl_new(alloc, 1, sizeof(*table) + room * sizeof(bl_atomic_ptr));

    if (table != NULL)
        table->mask = room - 1;
    return table;
}

bool bl_words_init(bl_words *words, const bl_alloc *alloc)
{
    struct bl_word_table *table = new_table(alloc, FIRST_ROOM);

    words->alloc = alloc;
    bl_arena_init(&words->records, alloc, 0);
    bl_atomic_set(&words->table, table);
    if (table == NULL)
        return false;
    if (!bl_lock_init(&words->lock)) {
        bl_free(alloc, table);
        bl_atomic_set(&words->table, NULL);
        return false;
    }
    return true;
}

void bl_words_free(bl_words *words)
{
    struct bl_word_table *table = bl_atomic_get(&words->table);

    if (table == NULL)
        return;
    while (table != NULL) {
        struct bl_word_table *older = table->older;

        bl_free(words->alloc, table);
        table = older;
    }
    bl_free(words->alloc, bl_atomic_get(&words->seen));
    bl_arena_free(&words->records);
    bl_lock_free(&words->lock);
    bl_atomic_set(&words->table, NULL);
}

static inline bool is_same(const bl_word *word, const bl_word_key *wanted)
{
    const uint64_t unlike = (word->head ^ wanted->head) |
                            (word->tail ^ wanted->tail) |
                            (word->size ^ wanted->size);

    return unlike == 0 && (wanted->size <= 16 ||
                           bl_bytes_equal(word->text.ptr + 8, wanted->text + 8,
                                          wanted->size - 16));
}

/*
 * Records begin on a line of the cache. Where in its line a slot points to is
 * a tag, bits of the hash: whoever passes the words of others on the way to
 * his own, or to a free slot, does not have to fetch their records.
 */
static inline size_t tag_of(uint32_t hash)
{
    return hash >> (32 - TAG_BITS); /* the lowest say which slot */
}

static inline size_t tag_in(const char *slot)
{
    return (uintptr_t)slot % BL_CACHE_LINE;
}

static inline const bl_word *word_in(const char *slot)
{
    return slot != NULL ? (const bl_word *)(slot - tag_in(slot)) : NULL;
}

static const bl_word *find(struct bl_word_table *table,
                           const bl_word_key *wanted, size_t *free_slot)
{
    size_t at = wanted->hash & table->mask;

    for (;; at = (at + 1) & table->mask) {
        const char *slot = bl_atomic_get(&table->slots[at]);

        if (slot == NULL) {
            *free_slot = at;
            return NULL;
        }
        if (tag_in(slot) == tag_of(wanted->hash) &&
            is_same(word_in(slot), wanted))
            return word_in(slot);
    }
}

/* Twice the room; NULL when there is no memory, and the old one goes on. */
static struct bl_word_table *grow(bl_words *words, struct bl_word_table *table)
{
    struct bl_word_table *larger =
        new_table(words->alloc, (table->mask + 1) * 2);

    if (larger == NULL)
        return NULL;
    for (size_t i = 0; i <= table->mask; i++) {
        char *slot = bl_atomic_get(&table->slots[i]);
        size_t place = 0;
        bl_word_key wanted;

        if (slot == NULL)
            continue;
        wanted = bl_word_key_of(word_in(slot)->text);
        find(larger, &wanted, &place);
        bl_atomic_set(&larger->slots[place], slot);
    }
    bl_atomic_set(&larger->count, bl_atomic_get(&table->count));
    larger->older = table;
    bl_atomic_set(&words->table, larger);
    return larger;
}

/* ---- words that are kept ------------------------------------------------ */

/*
 * Half the words of a large document stand in it once, such as names of
 * companies. So a word behind the first few thousand is kept when it is met
 * for the second time; the first time leaves its hash, until another word
 * takes the place. Whether it is kept changes what it costs, and nothing else.
 */
static bl_atomic_u32 *seen_words(bl_words *words)
{
    bl_atomic_u32 *seen = bl_atomic_get(&words->seen);

    if (seen != NULL)
        return seen;
    bl_lock_take(&words->lock);
    seen = bl_atomic_get(&words->seen);
    if (seen == NULL) {
        seen = bl_new(words->alloc, (size_t)1 << SEEN_BITS, sizeof(*seen));
        bl_atomic_set(&words->seen, seen);
    }
    bl_lock_give(&words->lock);
    return seen;
}

static bool was_seen(bl_words *words, uint32_t hash)
{
    bl_atomic_u32 *place = seen_words(words);

    if (place == NULL)
        return false;
    /* Any bits serve, but not those alone that are kept. */
    place += (hash * UINT32_C(0x9e3779b1)) >> (32 - SEEN_BITS);
    if (bl_atomic_get(place) == hash)
        return true;
    bl_atomic_set(place, hash);
    return false;
}

static bool is_kept(bl_words *words, const bl_word_key *wanted)
{
    struct bl_word_table *table = bl_atomic_get(&words->table);
    const uint32_t count = bl_atomic_get(&table->count);

    return wanted->size <= WORD_SIZE_MAX && count < WORDS_MAX &&
           (count < WORDS_SURE || was_seen(words, wanted->hash));
}

/* ---- records ------------------------------------------------------------ */

static bl_word *make_record(const bl_word_key *wanted, bl_word_maker make,
                            const void *language, bl_arena *arena)
{
    bl_word *word =
        make(language, bl_str_of(wanted->text, wanted->size), arena);
    size_t at = 0;

    if (word == NULL)
        return NULL;
    word->head = wanted->head;
    word->tail = wanted->tail;
    word->size = (uint16_t)wanted->size;
    word->first = wanted->size != 0
                      ? bl_utf8_next(wanted->text, wanted->size, &at)
                      : 0;
    return word;
}

static bl_word *make_brief(const bl_word_key *wanted, bl_word_maker make,
                           const void *language, bl_arena *scratch)
{
    bl_word *word = make_record(wanted, make, language, scratch);

    if (word != NULL)
        word->flags |= BL_WORD_BRIEF;
    return word;
}

static const bl_word *add(bl_words *words, const bl_word_key *wanted,
                          bl_word_maker make, const void *language,
                          bl_arena *scratch)
{
    struct bl_word_table *table;
    const bl_word *word;
    bl_word *made = NULL;
    size_t slot = 0;

    if (!is_kept(words, wanted))
        return make_brief(wanted, make, language, scratch);
    bl_lock_take(&words->lock);
    table = bl_atomic_get(&words->table);
    if (bl_atomic_get(&table->count) * 2 > table->mask)
        table = grow(words, table);
    if (table != NULL) {
        word = find(table, wanted, &slot); /* another thread was first */
        if (word != NULL) {
            bl_lock_give(&words->lock);
            return word;
        }
        words->records.failed = false;
        made = make_record(wanted, make, language, &words->records);
        if (made != NULL) {
            bl_atomic_set(&table->slots[slot],
                          (char *)made + tag_of(wanted->hash));
            bl_atomic_add(&table->count, 1);
        }
    }
    bl_lock_give(&words->lock);
    return made;
}

static const bl_word *get(bl_words *words, const bl_word_key *wanted,
                          bl_word_maker make, const void *language,
                          bl_arena *scratch)
{
    size_t slot;
    const bl_word *word = find(bl_atomic_get(&words->table), wanted, &slot);

    return word != NULL ? word : add(words, wanted, make, language, scratch);
}

const bl_word *bl_words_get(bl_words *words, bl_str text, bl_word_maker make,
                            const void *language, bl_arena *scratch)
{
    const bl_word_key wanted = bl_word_key_of(text);

    return get(words, &wanted, make, language, scratch);
}

/* ---- fetching ----------------------------------------------------------- */

/*
 * The table has no room in the cache beside all the rest, and a look-up waits
 * for the slot, and then for the record. All slots are sent for, then all
 * records; when the first is asked, the others are on their way.
 */
static void fetch_records(struct bl_word_table *table,
                          const bl_word_key *wanted, size_t count)
{
    const size_t mask = table->mask;

    for (const bl_word_key *limit = wanted + count; wanted < limit; wanted++)
        bl_prefetch(bl_atomic_get(&table->slots[wanted->hash & mask]));
}

/* ---- a text ------------------------------------------------------------- */

/* What is needed from one token to the next. */
typedef struct reader {
    bl_words *words;
    bl_tokenizer from;
    bl_tokens *to;
    bl_word_maker make;
    const void *language;
    bl_arena *scratch;
    uint32_t like; /* what the last token has in common with its like, */
    bool alike;    /* which the next one may be whatever it is */
} reader;

/* Whether the run stands at `at`, or behind the one space that is there. No
 * run begins with a space. */
static inline bool is_next(const bl_word_key *run, const char *at)
{
    return run->text - at == (*at == ' ');
}

/* A run of letters that is a word of the table. */
static inline const bl_word *known_run(struct bl_word_table *table,
                                       const bl_word_key *run)
{
    size_t slot = run->hash & table->mask;
    const bl_word *word = word_in(bl_atomic_get(&table->slots[slot]));

    /* Nearly always the first slot has it. */
    if (word == NULL || !is_same(word, run))
        word = run->size <= WORD_SIZE_MAX ? find(table, run, &slot) : NULL;
    return word != NULL && (word->flags & BL_WORD_WHOLE) != 0 ? word : NULL;
}

/* As long as runs are words of the table, with a single space before them or
 * none; there is room for all of them. How many these are. */
static size_t read_known(reader *r, const bl_word_key *runs, size_t count)
{
    /* Behind a gap: nothing more, or a space. */
    static const uint8_t gaps[][2] = {
        [BL_GAP_NONE] = { BL_GAP_NONE, BL_GAP_SPACE },
        [BL_GAP_SPACE] = { BL_GAP_SPACE, BL_GAP_WIDE },
        [BL_GAP_FIXED] = { BL_GAP_FIXED, BL_GAP_WIDE },
        [BL_GAP_WIDE] = { BL_GAP_WIDE, BL_GAP_WIDE }
    };
    struct bl_word_table *table = bl_atomic_get(&r->words->table);
    const char *text = r->from.text;
    const char *at = text + r->from.at;
    bl_token *token = r->to->items + r->to->count;
    bl_trait_set *traits = r->to->traits + r->to->count;
    unsigned again = r->alike ? BL_TRAIT_AGAIN : 0;
    unsigned gap = r->from.gap;
    uint32_t like = r->like;
    size_t known = 0;

    for (; known < count; known++) {
        const bl_word_key *run = &runs[known];
        const bl_word *word = is_next(run, at) ? known_run(table, run) : NULL;
        unsigned more;

        if (word == NULL)
            break;
        gap = gaps[gap][*at == ' '];
        more = again | (unsigned)(like == word->fold_hash) * BL_TRAIT_AGAIN |
               (unsigned)(gap > BL_GAP_SPACE) * BL_TRAIT_UNEVEN;
        *traits = (bl_trait_set)(atomic_load_explicit(&word->traits,
                                                      memory_order_relaxed) |
                                 more);
        at = run->text + run->size;
        *token++ = (bl_token){ .start = (uint32_t)(run->text - text),
                               .limit = (uint32_t)(at - text),
                               .c = word->first,
                               .kind = BL_TOKEN_WORD,
                               .gap = (uint8_t)gap,
                               .traits = (uint8_t)*traits,
                               .word = word };
        traits++;
        again = 0;
        gap = BL_GAP_NONE;
        like = word->fold_hash;
    }
    if (known != 0) {
        r->from.at = (size_t)(at - text);
        r->from.gap = (uint8_t)gap;
        r->like = like;
        r->alike = false;
        r->to->count += known;
    }
    return known;
}

/* Of a token that has no word: numbers are alike, and others not like those
 * before and behind them. */
static uint32_t likeness_of(const bl_token *token, size_t at)
{
    return token->kind == BL_TOKEN_NUMBER ? 1 : 2 + (uint32_t)(at & 1);
}

static bool is_looked_up(const bl_token *token)
{
    return token->kind == BL_TOKEN_WORD || token->kind == BL_TOKEN_SYMBOL;
}

/* Of the token itself, and of it behind the one before. */
static void set_traits(reader *r, size_t at, unsigned traits, uint32_t like)
{
    bl_token *token = &r->to->items[at];
    const unsigned more =
        (unsigned)(r->alike | (like == r->like)) * BL_TRAIT_AGAIN |
        (unsigned)(token->gap > BL_GAP_SPACE) * BL_TRAIT_UNEVEN |
        (unsigned)(token->kind == BL_TOKEN_PUNCT) * BL_TRAIT_POINT;

    token->traits = (uint8_t)traits;
    r->to->traits[at] = (bl_trait_set)(traits | more);
    r->like = like;
    r->alike = (token->flags & BL_TOKEN_GLYPH) != 0;
}

/* A space behind the last. */
static char byte_at(const reader *r, size_t at)
{
    return at < r->from.size ? r->from.text[at] : ' ';
}

/* A sign, or digits, in ASCII, of which there are `size` bytes at `at`. */
static void add_plain(reader *r, bl_class kind, size_t at, size_t size)
{
    const size_t place = r->to->count++;
    const bool sign = kind == BL_CLASS_PUNCT;
    bl_token *token = &r->to->items[place];

    *token = (bl_token){ .start = (uint32_t)at,
                         .limit = (uint32_t)(at + size),
                         .c = (unsigned char)r->from.text[at],
                         .kind = sign ? BL_TOKEN_PUNCT : BL_TOKEN_NUMBER,
                         .gap = r->from.gap,
                         .flags = sign ? 0 : BL_TOKEN_ASCII };
    set_traits(r, place,
               sign ? bl_trait_of_sign(token->c, byte_at(r, at + size))
                    : BL_TRAIT_QUANTITY,
               likeness_of(token, place));
    r->from.at = at + size;
    r->from.gap = BL_GAP_NONE;
}

/*
 * What nearly always stands between two words is signs, digits and single
 * spaces of ASCII: as many of them as there are before `limit`, where letters
 * begin, but no more than TOGETHER tokens, for which there is room.
 */
static void read_plain(reader *r, size_t limit)
{
    const unsigned char *text = (const unsigned char *)r->from.text;
    const uint8_t *classes = r->from.chars->ascii;
    const size_t last = r->to->count + TOGETHER;
    size_t at = r->from.at;

    while (at < limit && r->to->count < last) {
        const size_t space =
            (text[at] == ' ') & (r->from.gap == BL_GAP_NONE);
        const bl_class kind = at + space < limit
                                  ? (bl_class)classes[text[at + space]]
                                  : BL_CLASS_OTHER;
        size_t size = 1;

        /* "&nbsp;" is a space. */
        if ((kind != BL_CLASS_PUNCT && kind != BL_CLASS_DIGIT) ||
            text[at + space] == '&')
            return;
        at += space;
        while (kind == BL_CLASS_DIGIT && at + size < limit &&
               classes[text[at + size]] == BL_CLASS_DIGIT)
            size++;
        /* Letters may be digits of another script. */
        if (kind == BL_CLASS_DIGIT && at + size == limit &&
            limit < r->from.size && text[limit] >= 0x80)
            return;
        if (space != 0)
            r->from.gap = BL_GAP_SPACE;
        add_plain(r, kind, at, size);
        at += size;
    }
}

/*
 * Whether something is odd about a token that is no word of its own accord: a
 * sign that no text has; or what stands before it is neither the end of a token
 * nor plain white space. So may be one right behind a letter that is the first
 * byte of another one in damaged text.
 */
static bool is_odd(const reader *r, size_t at)
{
    const bl_token *token = &r->to->items[at];
    const size_t end = at != 0 ? token[-1].limit : 0;
    const char *text = r->from.text;
    size_t i = end;

    if (token->kind != BL_TOKEN_WORD) {
        if (bl_is_odd_sign(token->c) ||
            (token->c >= 0x80 && i == token->start && i >= 2 &&
             bl_is_lead_letter(bl_utf8_before(text, i))))
            return true;
    }
    while (i < token->start && (unsigned char)text[i] < 0x80)
        i++;
    return i < token->start;
}

/* Give a token that has been read letter by letter its word. */
static bool finish_token(reader *r, size_t at, const bl_word_key *wanted)
{
    bl_token *token = &r->to->items[at];
    unsigned traits = token->kind == BL_TOKEN_NUMBER ? BL_TRAIT_QUANTITY : 0;
    uint32_t like = likeness_of(token, at);

    if (is_looked_up(token)) {
        const bl_word *word =
            get(r->words, wanted, r->make, r->language, r->scratch);

        if (word == NULL)
            return false;
        token->word = word;
        traits = bl_atomic_get(&word->traits);
        like = word->fold_hash;
    }
    if (token->kind == BL_TOKEN_PUNCT || token->kind == BL_TOKEN_SYMBOL)
        traits |= bl_trait_of_sign(token->c, byte_at(r, token->limit));
    if (is_odd(r, at))
        traits |= BL_TRAIT_ODD;
    set_traits(r, at, traits, like);
    return true;
}

/* Letter by letter: the next token, and more as long as they begin before
 * `limit`. *more says whether the text goes on. */
static bool read_letters(reader *r, size_t limit, bool *more)
{
    struct bl_word_table *table = bl_atomic_get(&r->words->table);
    const size_t first = r->to->count;
    bl_word_key wanted[TOGETHER];

    if (!bl_tokens_room(r->to, TOGETHER))
        return false;
    do {
        bl_token *token = &r->to->items[r->to->count];
        bl_word_key *word = &wanted[r->to->count - first];

        *more = bl_tokenizer_next(&r->from, token);
        if (!*more)
            break;
        *word = (bl_word_key){ .size = 0 };
        if (is_looked_up(token))
            *word = bl_word_key_of(bl_str_of(r->from.text + token->start,
                                     token->limit - token->start));
        bl_prefetch(&table->slots[word->hash & table->mask]);
        r->to->count++;
    } while (r->from.at < limit && r->to->count - first < TOGETHER);
    fetch_records(table, wanted, r->to->count - first);
    for (size_t at = first; at < r->to->count; at++) {
        if (!finish_token(r, at, &wanted[at - first]))
            return false;
    }
    return true;
}

/* The runs, and what stands between them. */
static bool read_runs(reader *r, const bl_word_key *runs, size_t count,
                      bool *more)
{
    struct bl_word_table *table = bl_atomic_get(&r->words->table);
    size_t next = 0;

    fetch_records(table, runs, count);
    while (next < count && *more) {
        const bl_word_key *run = &runs[next];
        size_t limit = 0;
        size_t known;

        if (run->text < r->from.text + r->from.at) {
            next++; /* a token has reached into it */
            continue;
        }
        if (!bl_tokens_room(r->to, count - next + TOGETHER))
            return false;
        read_plain(r, (size_t)(run->text - r->from.text));
        known = read_known(r, run, count - next);
        next += known;
        if (known != 0)
            continue;
        /* A sign before it; or it is new, and read letter by letter. */
        if (is_next(run, r->from.text + r->from.at))
            limit = (size_t)(run->text - r->from.text) + run->size;
        do {
            if (!read_letters(r, limit, more))
                return false;
        } while (*more && r->from.at < limit);
    }
    return true;
}

bool bl_words_read(bl_words *words, bl_tokenizer from, bl_tokens *to,
                   bl_word_maker make, const void *language, bl_arena *scratch)
{
    const bl_str text = bl_str_of(from.text, from.size);
    reader r = { .words = words,
                 .from = from,
                 .to = to,
                 .make = make,
                 .language = language,
                 .scratch = scratch };
    bl_word_key runs[TOGETHER + BL_RUNS_MOST];
    size_t at = from.at;
    bool more = true;

    to->count = 0;
    while (more) {
        struct bl_word_table *table = bl_atomic_get(&words->table);
        size_t count = 0;

        while (count < TOGETHER && at < text.size)
            count += bl_find_runs(text, at, table->slots, table->mask,
                                  runs + count, &at);
        if (count != 0 ? !read_runs(&r, runs, count, &more)
                       : !read_letters(&r, at, &more))
            return false;
    }
    if (!bl_tokens_room(to, 0))
        return false;
    memset(to->traits + to->count, 0, BL_TRAITS_BEHIND * sizeof(*to->traits));
    return true;
}

void *bl_words_room(bl_words *words, const bl_word *word, size_t size,
                    bl_arena *scratch)
{
    void *room;

    if ((word->flags & BL_WORD_BRIEF) != 0)
        return bl_arena_alloc(scratch, size, 1);
    bl_lock_take(&words->lock);
    words->records.failed = false;
    room = bl_arena_alloc(&words->records, size, 1);
    bl_lock_give(&words->lock);
    return room;
}
