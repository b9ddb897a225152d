/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Gathering terms. Each distinct word is folded once, however many terms
 * have it.
 */
#include "terms/gathered.h"

#include "base/hash.h"
#include "terms/keys.h"
#include "text/fold.h"
#include "text/utf8.h"

#include <string.h>

enum { TERM_BYTES = 1000, TERM_WORDS = 64, FIRST_SLOTS = 1 << 12 };

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

size_t bl_builder_count(const bl_builder *b)
{
    return b->term_count;
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

/* ---- words -------------------------------------------------------------- */

static bool grow_slots(bl_builder *b)
{
    const size_t room = b->slot_room != 0 ? b->slot_room * 2 : FIRST_SLOTS;
    bl_gathered_slot *slots = bl_new(b->alloc, room, sizeof(*slots));

    if (slots == NULL)
        return false;
    for (size_t i = 0; i < b->word_count; i++) {
        size_t at = b->words[i].hash & (room - 1);

        while (slots[at].number != 0)
            at = (at + 1) & (room - 1);
        slots[at] = (bl_gathered_slot){ b->words[i].hash, (uint32_t)i + 1 };
    }
    bl_free(b->alloc, b->slots);
    b->slots = slots;
    b->slot_room = room;
    return true;
}

/* The number of a word, or UINT32_MAX; *place is where it would be. */
static uint32_t find(const bl_builder *b, bl_str text, uint32_t hash,
                     size_t *place)
{
    size_t at = hash & (b->slot_room - 1);

    for (; b->slots[at].number != 0; at = (at + 1) & (b->slot_room - 1)) {
        const uint32_t number = b->slots[at].number - 1;

        if (b->slots[at].hash == hash &&
            bl_str_equal(bl_gathered_text(b, number), text))
            return number;
    }
    *place = at;
    return UINT32_MAX;
}

uint32_t bl_gathered_find(const bl_builder *b, bl_str text)
{
    size_t place = 0;

    return b->slot_room != 0
               ? find(b, text, (uint32_t)bl_hash(text.ptr, text.size, 0),
                      &place)
               : UINT32_MAX;
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
                 sizeof(bl_gathered_word))) {
        b->failed = true;
        return 0;
    }
    number = (uint32_t)b->word_count++;
    b->words[number] = (bl_gathered_word){ .text = (uint32_t)b->word_text.size,
                                           .hash = hash,
                                           .size = (uint16_t)text.size,
                                           .folded = number };
    bl_buf_str(&b->word_text, text);
    b->slots[place] = (bl_gathered_slot){ hash, number + 1 };
    *is_new = true;
    return number;
}

/* The number of a token's key. In most languages the key of a word is asked
 * for once; those with an I of their own fold each time. */
static bool key_of(bl_builder *b, const bl_locale *locale, bl_str text,
                   size_t at, bool first, uint32_t *number)
{
    const bl_token *token = &b->tokens.items[at];
    const bl_str piece =
        bl_str_of(text.ptr + token->start, (size_t)token->limit - token->start);
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

/* ---- terms -------------------------------------------------------------- */

static bool has_letters(const bl_tokens *tokens)
{
    for (size_t i = 0; i < tokens->count; i++) {
        if (tokens->items[i].kind == BL_TOKEN_WORD ||
            tokens->items[i].kind == BL_TOKEN_NUMBER)
            return true;
    }
    return false;
}

static void add_term(bl_builder *b, uint8_t language, bl_str text, uint8_t bits,
                     const uint32_t *keys, size_t count)
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
    b->terms[b->term_count] = (bl_term){ .text = (uint32_t)b->text.size,
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
    b->languages[language].kept += status == BL_TERM_KEPT;
    return NULL;
}
