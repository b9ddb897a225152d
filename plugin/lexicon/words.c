/* SPDX-License-Identifier: Apache-2.0 */
/* A hash table of words that is read without a lock. */
#include "lexicon/words.h"

#include "base/hash.h"

enum {
    FIRST_ROOM = 4096,  /* slots of the first table */
    WORDS_MAX = 150000, /* records; about 200 bytes each */
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

static const bl_word *find(struct bl_word_table *table, bl_str text,
                           uint32_t hash, size_t *free_slot)
{
    size_t at = hash & table->mask;

    for (;; at = (at + 1) & table->mask) {
        const bl_word *word = bl_atomic_get(&table->slots[at]);

        if (word == NULL) {
            *free_slot = at;
            return NULL;
        }
        if (word->hash == hash && bl_str_equal(word->text, text))
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
        find(larger, word->text, word->hash, &slot);
        bl_atomic_set(&larger->slots[slot], word);
    }
    bl_atomic_set(&larger->count, bl_atomic_get(&table->count));
    larger->older = table;
    bl_atomic_set(&words->table, larger);
    return larger;
}

static const bl_word *make_brief(bl_word_maker make, const void *language,
                                 bl_str text, uint32_t hash,
                                 bl_arena *scratch)
{
    bl_word *made = make(language, text, hash, scratch);

    if (made != NULL)
        made->flags |= BL_WORD_BRIEF;
    return made;
}

static const bl_word *add(bl_words *words, bl_str text, uint32_t hash,
                          bl_word_maker make, const void *language,
                          bl_arena *scratch)
{
    struct bl_word_table *table = bl_atomic_get(&words->table);
    const bl_word *word;
    bl_word *made = NULL;
    size_t slot = 0;

    if (text.size > WORD_SIZE_MAX ||
        bl_atomic_get(&table->count) >= WORDS_MAX)
        return make_brief(make, language, text, hash, scratch);
    bl_lock_take(&words->lock);
    table = bl_atomic_get(&words->table);
    if (bl_atomic_get(&table->count) * 2 > table->mask)
        table = grow(words, table);
    if (table != NULL) {
        word = find(table, text, hash, &slot); /* another thread was first */
        if (word != NULL) {
            bl_lock_give(&words->lock);
            return word;
        }
        words->records.failed = false;
        made = make(language, text, hash, &words->records);
        if (made != NULL) {
            bl_atomic_set(&table->slots[slot], made);
            bl_atomic_add(&table->count, 1);
        }
    }
    bl_lock_give(&words->lock);
    return made;
}

const bl_word *bl_words_get(bl_words *words, bl_str text, bl_word_maker make,
                            const void *language, bl_arena *scratch)
{
    const uint32_t hash = (uint32_t)bl_hash(text.ptr, text.size, 0);
    size_t slot = 0;
    const bl_word *word =
        find(bl_atomic_get(&words->table), text, hash, &slot);

    return word != NULL ? word
                        : add(words, text, hash, make, language, scratch);
}

bool bl_words_fill(bl_words *words, const char *text, bl_token *tokens,
                   size_t count, bl_word_maker make, const void *language,
                   bl_arena *scratch)
{
    struct bl_word_table *table = bl_atomic_get(&words->table);

    for (bl_token *token = tokens; token < tokens + count; token++) {
        const bl_str form = { text + token->start,
                              token->limit - token->start };
        uint32_t hash;
        size_t slot;

        if (token->kind != BL_TOKEN_WORD && token->kind != BL_TOKEN_SYMBOL)
            continue;
        hash = (uint32_t)bl_hash(form.ptr, form.size, 0);
        token->word = find(table, form, hash, &slot);
        if (token->word == NULL) {
            token->word = add(words, form, hash, make, language, scratch);
            if (token->word == NULL)
                return false;
            table = bl_atomic_get(&words->table);
        }
        token->traits = token->word->traits;
    }
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

size_t bl_words_count(bl_words *words)
{
    struct bl_word_table *table = bl_atomic_get(&words->table);

    return bl_atomic_get(&table->count);
}
