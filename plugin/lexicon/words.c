/* SPDX-License-Identifier: Apache-2.0 */
/* A hash table of words that is read without a lock. */
#include "lexicon/words.h"

#include "base/hash.h"
#include "text/utf8.h"

enum {
    FIRST_ROOM = 4096,  /* slots of the first table */
    WORDS_MAX = 60000,  /* records; about 200 bytes each */
    WORD_SIZE_MAX = 256 /* bytes; longer ones are not kept */
};

/* Slots hold pointers to records that were complete when they were stored.
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
    struct bl_word_table *table = bl_new(
        alloc, 1, sizeof(*table) + room * sizeof(bl_atomic_ptr));

    if (table != NULL)
        table->mask = room - 1;
    return table;
}

bool bl_words_init(bl_words *words, const bl_alloc *alloc)
{
    struct bl_word_table *table = new_table(alloc, FIRST_ROOM);

    words->alloc = alloc;
    words->old = NULL;
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
    bl_arena_free(&words->records);
    bl_lock_free(&words->lock);
    bl_atomic_set(&words->table, NULL);
}

/* What a word is looked up by: its first eight bytes stand in a number, the
 * first one lowest, so that most words are compared without their text. */
typedef struct key {
    bl_str text;
    uint64_t head;
    uint32_t hash;
} key;

static inline key key_of(bl_str text, uint64_t head)
{
    const uint64_t seed = text.size * UINT64_C(0x9e3779b97f4a7c15);

    return (key){ text, head,
                  (uint32_t)(text.size <= 8
                                 ? bl_hash_step(seed, head)
                                 : bl_hash(text.ptr, text.size, 0)) };
}

static key key_of_text(bl_str text)
{
    const unsigned char *p = (const unsigned char *)text.ptr;

    return key_of(text, text.size >= 8   ? bl_hash_read8(p)
                        : text.size != 0 ? bl_hash_read_rest(p, text.size)
                                         : 0);
}

static inline bool is_same(const bl_word *word, const key *wanted)
{
    return word->hash == wanted->hash && word->head == wanted->head &&
           word->text.size == wanted->text.size &&
           (wanted->text.size <= 8 ||
            bl_bytes_equal(word->text.ptr + 8, wanted->text.ptr + 8,
                           wanted->text.size - 8));
}

static const bl_word *find(struct bl_word_table *table, const key *wanted,
                           size_t *free_slot)
{
    size_t at = wanted->hash & table->mask;

    for (;; at = (at + 1) & table->mask) {
        const bl_word *word = bl_atomic_get(&table->slots[at]);

        if (word == NULL) {
            *free_slot = at;
            return NULL;
        }
        if (is_same(word, wanted))
            return word;
    }
}

/* Twice the room; NULL when there is no memory, and the old one goes on. */
static struct bl_word_table *grow(bl_words *words,
                                  struct bl_word_table *table)
{
    struct bl_word_table *larger =
        new_table(words->alloc, (table->mask + 1) * 2);

    if (larger == NULL)
        return NULL;
    for (size_t i = 0; i <= table->mask; i++) {
        bl_word *word = bl_atomic_get(&table->slots[i]);
        size_t slot = 0;

        if (word == NULL)
            continue;
        find(larger,
             &(key){ word->text, word->head, word->hash }, &slot);
        bl_atomic_set(&larger->slots[slot], word);
    }
    bl_atomic_set(&larger->count, bl_atomic_get(&table->count));
    larger->older = table;
    bl_atomic_set(&words->table, larger);
    return larger;
}

static bl_word *make_record(const key *wanted, bl_word_maker make,
                            const void *language, bl_arena *arena)
{
    bl_word *word = make(language, wanted->text, wanted->hash, arena);

    if (word != NULL)
        word->head = wanted->head;
    return word;
}

static bl_word *make_brief(const key *wanted, bl_word_maker make,
                           const void *language, bl_arena *scratch)
{
    bl_word *word = make_record(wanted, make, language, scratch);

    if (word != NULL)
        word->flags |= BL_WORD_BRIEF;
    return word;
}

static const bl_word *add(bl_words *words, const key *wanted,
                          bl_word_maker make, const void *language,
                          bl_arena *scratch)
{
    struct bl_word_table *table = bl_atomic_get(&words->table);
    const bl_word *word;
    bl_word *made = NULL;
    size_t slot = 0;

    if (wanted->text.size > WORD_SIZE_MAX ||
        bl_atomic_get(&table->count) >= WORDS_MAX)
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
            bl_atomic_set(&table->slots[slot], made);
            bl_atomic_add(&table->count, 1);
        }
    }
    bl_lock_give(&words->lock);
    return made;
}

static const bl_word *get(bl_words *words, const key *wanted,
                          bl_word_maker make, const void *language,
                          bl_arena *scratch)
{
    size_t slot;
    const bl_word *word =
        find(bl_atomic_get(&words->table), wanted, &slot);

    return word != NULL ? word : add(words, wanted, make, language, scratch);
}

const bl_word *bl_words_get(bl_words *words, bl_str text, bl_word_maker make,
                            const void *language, bl_arena *scratch)
{
    const key wanted = key_of_text(text);

    return get(words, &wanted, make, language, scratch);
}

/* ---- a text --------------------------------------------------------------- */

/* The high bit of each byte that is neither an ASCII letter nor a part of a
 * longer character. */
static uint64_t breaks(uint64_t x)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    const uint64_t small = (x | ones * 0x20) & ones * 0x7f;
    const uint64_t from_a = small + ones * (0x80 - 'a');
    const uint64_t behind_z = small + ones * (0x7f - 'z');

    return ~((from_a & ~behind_z) | x) & ones * 0x80;
}

/* The same of a run that goes on behind its first eight bytes. */
static size_t long_run_size(const unsigned char *p, size_t left)
{
    size_t size = 8;

    while (left - size >= 8 && breaks(bl_hash_read8(p + size)) == 0)
        size += 8;
    while (size < left && (breaks(p[size]) & 0x80) == 0)
        size++;
    return size;
}

/* The same where the text has less than eight bytes more. */
static size_t last_run_size(const unsigned char *p, size_t left,
                            uint64_t *head)
{
    size_t size = 0;

    *head = 0;
    while (size < left && (breaks(p[size]) & 0x80) == 0) {
        *head |= (uint64_t)p[size] << 8 * size;
        size++;
    }
    return size;
}

/* How many bytes of letters begin at `p`; *head receives the first eight. */
static inline size_t run_size(const unsigned char *p, size_t left,
                              uint64_t *head)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    uint64_t stop;
    uint64_t before; /* ones in the bytes before the first break */

    if (left < 8)
        return last_run_size(p, left, head);
    *head = bl_hash_read8(p);
    stop = breaks(*head);
    if (stop == 0)
        return long_run_size(p, left);
    before = ((stop & (0 - stop)) >> 7) - 1;
    *head &= before;
    return (size_t)((before & ones) * ones >> 56);
}

/* A run of letters that is a word of the table. */
static inline const bl_word *known_run(struct bl_word_table *table,
                                       bl_str run, uint64_t head)
{
    const key wanted = key_of(run, head);
    size_t slot = wanted.hash & table->mask;
    const bl_word *word = bl_atomic_get(&table->slots[slot]);

    /* Nearly always the first slot has it. */
    if (word == NULL || !is_same(word, &wanted))
        word = find(table, &wanted, &slot);
    return word != NULL && (word->flags & BL_WORD_WHOLE) != 0 ? word : NULL;
}

static uint32_t first_letter(bl_str text)
{
    size_t at = 0;

    return bl_utf8_next(text.ptr, text.size, &at);
}

/* As long as there are words that the table has, and single spaces between
 * them; *fresh receives where one ends that it has not. */
static bool read_known(struct bl_word_table *table, bl_tokenizer *from,
                       bl_tokens *to, size_t *fresh)
{
    const char *text = from->text;
    const size_t size = from->size;
    size_t at = from->at;
    unsigned gap = from->gap;

    while (at < size) {
        bl_token *token;
        const bl_word *word;
        uint64_t head;
        bl_str run = { text + at, 0 };

        if (*run.ptr == ' ') {
            gap = gap == BL_GAP_NONE ? BL_GAP_SPACE : BL_GAP_WIDE;
            at++;
            if (at == size)
                break;
            run.ptr++;
        }
        run.size = run_size((const unsigned char *)run.ptr, size - at, &head);
        if (run.size == 0)
            break;
        word = run.size <= WORD_SIZE_MAX ? known_run(table, run, head) : NULL;
        if (word == NULL) {
            *fresh = at + run.size;
            break;
        }
        token = bl_tokens_add(to);
        if (token == NULL)
            return false;
        *token = (bl_token){ .start = (uint32_t)at,
                             .limit = (uint32_t)(at + run.size),
                             .c = first_letter(run),
                             .kind = BL_TOKEN_WORD,
                             .gap = (uint8_t)gap,
                             .traits = word->traits,
                             .word = word };
        at += run.size;
        gap = BL_GAP_NONE;
    }
    from->at = at;
    from->gap = (uint8_t)gap;
    return true;
}

bool bl_words_read(bl_words *words, bl_tokenizer from, bl_tokens *to,
                   bl_word_maker make, const void *language,
                   bl_arena *scratch)
{
    size_t fresh = 0; /* up to here letter by letter */

    to->count = 0;
    for (;;) {
        bl_token *token;
        const bl_word *word;
        key wanted;

        if (from.at >= fresh &&
            !read_known(bl_atomic_get(&words->table), &from, to, &fresh))
            return false;
        token = bl_tokens_add(to);
        if (token == NULL)
            return false;
        if (!bl_tokenizer_next(&from, token)) {
            to->count--;
            return true;
        }
        if (token->kind == BL_TOKEN_NUMBER)
            token->traits = BL_TRAIT_QUANTITY;
        if (token->kind != BL_TOKEN_WORD && token->kind != BL_TOKEN_SYMBOL)
            continue;
        wanted = key_of_text(bl_str_of(from.text + token->start,
                                       token->limit - token->start));
        word = get(words, &wanted, make, language, scratch);
        if (word == NULL)
            return false;
        token->word = word;
        token->traits = word->traits;
    }
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

size_t bl_words_count(bl_words *words)
{
    struct bl_word_table *table = bl_atomic_get(&words->table);

    return bl_atomic_get(&table->count);
}
