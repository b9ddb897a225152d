/* SPDX-License-Identifier: Apache-2.0 */
/* What a text sounds like, and what is heard in it. */
#include "match/listening.h"

#include "text/chars.h"

#include <string.h>

/* Sounds that a text has at most. */
enum { SOUNDS_MAX = 2000 };

/* Percent of the sounds of a whole name that may be others. */
enum { WHOLE_PERCENT = 25 };

/* Something sounds like a short name in any text. What names of so many sounds
 * may cost, in quarters of a sound: measured by names of other texts, of which
 * one in fifty or so is heard by chance. */
static const uint8_t short_names[] = { 0, 0, 0, 0, 2, 4, 5, 7 };

/* Letters of a word in small letters that may stand within a name. */
enum { PARTICLE_LETTERS = 3 };

/* Sounds of an ending, and of particles that are written onto a word. */
enum { ENDING = 1, PARTICLES = 2 };

enum {
    MAY_START = 1 << 0, /* a name may begin with the sound */
    MAY_END = 1 << 1,   /* it may end with it */
    IS_APART = 1 << 2,  /* something that no name goes over stands before */
    IS_WORD = 1 << 3,   /* a word begins with it */
    IS_TAKEN = 1 << 4   /* nothing is heard in it */
};

/* ---- the row ------------------------------------------------------------ */

/* What may stand between the parts of a name. */
static bool is_joint(const bl_token *token)
{
    return token->kind == BL_TOKEN_PUNCT &&
           (token->c == '.' || bl_is_dash(token->c) ||
            bl_is_apostrophe(token->c) || bl_is_name_joint(token->c));
}

/* Whether the token is a sign of the letter before it: ג׳ is another sound. */
static bool is_of_letter(const bl_side *side, uint32_t at)
{
    const bl_token *token = &side->tokens[at];

    return at != 0 && token->gap == BL_GAP_NONE && bl_is_apostrophe(token->c) &&
           bl_token_is_word(token - 1) &&
           bl_letters_have_pair(&side->language->letters,
                                bl_utf8_before(side->text.ptr, token->start),
                                token->c);
}

/* Whether the token goes on with the word of the one before it: where letters
 * are tokens and words have spaces between them, and about such a sign. */
static bool goes_on(const bl_side *side, uint32_t at)
{
    const bl_token *token = &side->tokens[at];

    if (at == 0 || token->gap != BL_GAP_NONE)
        return false;
    return (bl_is_hangul(token->c) && bl_is_hangul(token[-1].c)) ||
           is_of_letter(side, at) ||
           (bl_token_is_word(token) && is_of_letter(side, at - 1));
}

/* The ends of the word whose sounds begin at `first`: its last sound, or one
 * before an ending. */
static void mark_ends(bl_sound_row *r, size_t first, size_t ending)
{
    for (size_t i = r->count, left = 0; i > first && left <= ending;
         i--, left++)
        r->flags[i - 1] |= MAY_END;
}

/* The token behind the word that begins at `at`. */
static uint32_t word_limit(const bl_side *side, uint32_t at)
{
    uint32_t limit = at + 1;

    while (limit < side->token_count && goes_on(side, limit))
        limit++;
    return limit;
}

/* Whether nobody knows how the token sounds: a kanji. */
static bool is_mute(const bl_side *side, const bl_token *token)
{
    return (token->flags & BL_TOKEN_GLYPH) != 0 && !bl_is_hangul(token->c) &&
           !bl_letters_have(&side->language->letters, token->c);
}

/* In small letters, with which no name begins. */
static bool is_small(const bl_token *token)
{
    return (token->traits & BL_TRAIT_LOWER) != 0;
}

/* Whether a word begins: not behind a sign that joins two of its parts, and
 * not where words have no spaces between them. */
static bool is_first(const bl_side *side, uint32_t at)
{
    const bl_token *token = &side->tokens[at];

    return at == 0 || token->gap != BL_GAP_NONE ||
           (token[-1].gap != BL_GAP_NONE && !bl_token_is_word(token - 1));
}

static bool ends_with(bl_str text, bl_str end)
{
    return end.size < text.size &&
           memcmp(text.ptr + text.size - end.size, end.ptr, end.size) == 0;
}

/* The word may also end before any ending that its language has: the name in
 * it, which got `text` written onto it. */
static void mark_stems(const bl_side *side, bl_str text, bl_sound_row *r,
                       size_t first)
{
    const bl_language *language = side->language;

    for (size_t i = 0; i < language->ending_count; i++) {
        const bl_endings *set = &language->endings[i];

        for (size_t j = 0; j < set->count; j++) {
            uint8_t stem[BL_HEARING_MAX];
            const bl_str end = set->items[j];
            size_t count;

            if (!ends_with(text, end))
                continue;
            count = bl_sounds_breathe(&language->letters,
                                      bl_str_of(text.ptr, text.size - end.size),
                                      stem, BL_HEARING_MAX);
            if (count != 0 && first + count <= r->count)
                r->flags[first + count - 1] |= MAY_END;
        }
    }
}

/* A name may begin behind particles that are written onto the word, of which
 * there may be two. The first sound of any word may be one. */
static void mark_behind_prefixes(const bl_side *side, bl_str text,
                                 bl_sound_row *r, size_t first)
{
    const bl_language *language = side->language;

    if (r->count - first > 1)
        r->flags[first + 1] |= MAY_START;
    for (size_t i = 0; i < language->prefixes.count; i++) {
        const bl_str prefix = language->prefixes.items[i];
        uint8_t sounds[BL_HEARING_MAX];
        size_t count;

        if (prefix.size >= text.size ||
            memcmp(text.ptr, prefix.ptr, prefix.size) != 0)
            continue;
        count = bl_sounds_breathe(&language->letters, prefix, sounds,
                                  BL_HEARING_MAX);
        if (first + count < r->count)
            r->flags[first + count] |= MAY_START;
    }
}

/* One more word, of tokens [at, limit). */
static size_t hear_word(const bl_side *side, uint32_t at, uint32_t limit,
                        bl_sound_row *r)
{
    const bl_token *tokens = side->tokens;
    const bl_word *word = tokens[at].word;
    const bl_str text =
        limit == at + 1
            ? (bl_is_latin(word) ? word->skeleton : word->folded)
            : bl_side_text(
                  side, (bl_span){ tokens[at].start, tokens[limit - 1].limit });
    const size_t first = r->count;
    const size_t count = bl_sounds_breathe(
        &side->language->letters, text, r->sounds + first, SOUNDS_MAX - first);

    memset(r->flags + first, 0, count);
    r->count += count;
    if (count != 0)
        r->flags[first] = (uint8_t)((is_small(&tokens[at]) ? 0 : MAY_START) |
                                    (is_first(side, at) ? IS_WORD : 0));
    if (side->language->prefixes.count != 0)
        mark_behind_prefixes(side, text, r, first);
    r->cased =
        r->cased || (!bl_is_latin(word) && word->letter_case != BL_CASE_NONE);
    mark_ends(r, first, bl_is_hangul(tokens[at].c) ? PARTICLES : ENDING);
    if (!bl_is_latin(word))
        mark_stems(side, text, r, first);
    return count;
}

bool bl_listen(const bl_side *side, bl_arena *arena, bl_sound_row *r)
{
    bool apart = false;

    *r = (bl_sound_row){ bl_arena_alloc(arena, SOUNDS_MAX, 1),
                         bl_arena_alloc(arena, SOUNDS_MAX, 1), 0, false };
    if (r->sounds == NULL || r->flags == NULL)
        return false;
    for (uint32_t i = 0, limit; i < side->token_count; i = limit) {
        const bl_token *token = &side->tokens[i];
        const size_t first = r->count;

        limit = word_limit(side, i);
        if (!bl_token_is_word(token) || is_mute(side, token)) {
            apart = apart || !is_joint(token);
        } else if (is_small(token) && is_first(side, i) &&
                   token->word->letters > PARTICLE_LETTERS) {
            apart = true;
        } else if (hear_word(side, i, limit, r) != 0) {
            r->flags[first] |= apart ? IS_APART : 0;
            apart = false;
        }
    }
    return r->count + 1 < SOUNDS_MAX;
}

/* ---- what is heard in it ------------------------------------------------ */

/* The word goes on behind the sound. */
static bool goes_on_behind(const bl_sound_row *r, size_t at)
{
    return at + 1 < r->count && (r->flags[at + 1] & IS_WORD) == 0;
}

/* Whether it is heard for `most` or less; and where that costs least, unless
 * `found` is NULL. */
static bool find(const bl_sound_row *r, const bl_wanted *wanted, int most,
                 bl_heard_place *found)
{
    bl_heard_place best = { 0, 0, BL_HEARING_NEVER };
    bl_hearing hearing;

    bl_hearing_begin_parts(&hearing, wanted->sounds, wanted->count,
                           wanted->parts);
    for (size_t i = 0; i < r->count; i++) {
        const uint8_t flags = r->flags[i];

        if ((flags & (IS_APART | IS_TAKEN)) != 0)
            bl_hearing_break(&hearing);
        if ((flags & IS_WORD) != 0)
            bl_hearing_word(&hearing);
        if ((flags & MAY_START) != 0)
            bl_hearing_may_start(&hearing);
        bl_hearing_add(&hearing, r->sounds[i]);
        if ((flags & IS_TAKEN) != 0)
            bl_hearing_break(&hearing);
        if ((flags & MAY_END) == 0)
            continue;
        if (bl_hearing_cost(&hearing) < best.cost)
            best = (bl_heard_place){ bl_hearing_start(&hearing), i + 1,
                                     bl_hearing_cost(&hearing) };
        if (found == NULL && best.cost <= most)
            return true;
        if (goes_on_behind(r, i))
            bl_hearing_ending(&hearing);
    }
    if (found != NULL)
        *found = best;
    return best.cost <= most;
}

bool bl_row_has(const bl_sound_row *r, const bl_wanted *wanted, int most)
{
    return find(r, wanted, most, NULL);
}

bool bl_row_find(const bl_sound_row *r, const bl_wanted *wanted, int most,
                 bl_heard_place *found)
{
    return find(r, wanted, most, found);
}

void bl_row_take(bl_sound_row *r, const bl_heard_place *place)
{
    for (size_t i = place->first; i < place->limit; i++)
        r->flags[i] |= IS_TAKEN;
}

void bl_row_release(bl_sound_row *r)
{
    for (size_t i = 0; i < r->count; i++)
        r->flags[i] &= (uint8_t)~IS_TAKEN;
}

/* ---- what is listened for ----------------------------------------------- */

static bl_wanted wanted_text(const bl_side *side, bl_str text)
{
    bl_wanted part = { .count = 0, .parts = 1 };

    part.count = bl_sounds_breathe(&side->language->letters, text, part.sounds,
                                   BL_HEARING_MAX);
    for (size_t i = 0; i < part.count; i++)
        part.weight += part.sounds[i] != BL_HEARD_H;
    return part;
}

bl_wanted bl_wanted_word(const bl_side *side, const bl_word *word)
{
    return wanted_text(side, bl_is_latin(word) ? word->skeleton : word->folded);
}

void bl_wanted_add(bl_wanted *to, const bl_wanted *part)
{
    const size_t room = BL_HEARING_MAX - to->count;
    const size_t count = part->count < room ? part->count : room;

    to->parts |= UINT64_C(1) << to->count;
    memcpy(to->sounds + to->count, part->sounds, count);
    to->count += count;
    for (size_t i = 0; i < count; i++)
        to->weight += part->sounds[i] != BL_HEARD_H;
}

bl_wanted bl_wanted_name(const bl_side *side, const bl_name *name)
{
    bl_wanted whole = { .count = 0 };

    for (uint32_t i = name->first; i < name->limit; i++) {
        if (bl_is_name_word(&side->tokens[i])) {
            const bl_wanted part = bl_wanted_word(side, side->tokens[i].word);

            bl_wanted_add(&whole, &part);
        }
    }
    return whole;
}

bl_str bl_said(const bl_language *language, size_t way, const bl_word *word,
               bl_folded *out)
{
    return bl_is_latin(word)
               ? bl_orthography_said(&language->orthography, way,
                                     word->skeleton, out)
               : bl_str_of(NULL, 0);
}

bool bl_wanted_said(const bl_side *side, const bl_name *name, size_t way,
                    bl_wanted *whole)
{
    bool other = false;

    *whole = (bl_wanted){ .count = 0 };
    for (uint32_t i = name->first; i < name->limit; i++) {
        const bl_word *word = side->tokens[i].word;
        bl_folded folded;
        bl_wanted part;
        bl_str said;

        if (!bl_is_name_word(&side->tokens[i]))
            continue;
        said = bl_said(side->language, way, word, &folded);
        part = said.size != 0 ? wanted_text(side, said)
                              : bl_wanted_word(side, word);
        bl_wanted_add(whole, &part);
        other = other || said.size != 0;
    }
    return other;
}

bl_wanted bl_wanted_respelled(const bl_side *side, const bl_name *name,
                              bl_arena *arena)
{
    bl_wanted whole = { .count = 0 };

    for (uint32_t i = name->first; i < name->limit; i++) {
        const bl_respelled *key =
            bl_is_name_word(&side->tokens[i])
                ? bl_language_respelled(side->language, side->tokens[i].word,
                                        arena)
                : NULL;

        if (key != NULL) {
            const bl_wanted part =
                wanted_text(side, bl_str_of(key->text, key->size));

            bl_wanted_add(&whole, &part);
        }
    }
    return whole;
}

int bl_wanted_share(const bl_wanted *wanted, int percent)
{
    return (int)wanted->weight * BL_HEARING_UNIT * percent / 100;
}

int bl_wanted_most(const bl_sound_row *r, const bl_wanted *whole)
{
    return r->cased || whole->weight >= sizeof(short_names)
               ? bl_wanted_share(whole, WHOLE_PERCENT)
               : short_names[whole->weight];
}
