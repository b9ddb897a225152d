/* SPDX-License-Identifier: Apache-2.0 */
/* Names and what became of them. */
#include "checks/renderings.h"

#include "base/hash.h"
#include "lexicon/language.h"
#include "recognise/names.h"
#include "recognise/similar.h"
#include "text/fold.h"
#include "text/utf8.h"

#include <string.h>

/* Words of a name; letters of one that is a name by itself; letters of an
 * ending and of a prefix; names of a document. */
enum {
    WORDS_MAX = 4,
    LETTERS_LEAST = 4,
    ENDING = 3,
    PREFIX = 2,
    NAMES_MAX = 1 << 12
};

/* ---- in a pair -------------------------------------------------------------------- */

/* Whether it is a name beyond doubt, and one that has but one rendering. */
static bool is_name(const bl_side *side, bl_name *name)
{
    const uint16_t known = BL_NAME_SURNAME | BL_NAME_GIVEN | BL_NAME_TITLED;

    /* Countries have several names that are used side by side. */
    if ((name->flags & (BL_NAME_ACRONYM | BL_NAME_PLACE)) != 0 ||
        name->words > WORDS_MAX ||
        (name->words == 1 &&
         side->tokens[name->first].word->letters < LETTERS_LEAST))
        return false;
    name->proper = name->rare = name->judged = 0;
    bl_judge_name(side, name);
    if (name->judged == 0 || (name->flags & BL_NAME_COMMON) != 0)
        return false;
    if (name->words > 1)
        return name->proper == name->words;
    return (name->flags & BL_NAME_RARE) != 0 ||
           ((name->flags & known) != 0 && name->proper == 1);
}

static bool is_same(const bl_word *a, const bl_word *b)
{
    return a->skeleton_hash == b->skeleton_hash &&
           bl_str_equal(a->skeleton, b->skeleton);
}

/* In another spelling, or another script. */
static bool is_like(const bl_word *a, const bl_word *b)
{
    const size_t longer = a->skeleton_letters > b->skeleton_letters
                              ? a->skeleton_letters
                              : b->skeleton_letters;

    if (bl_is_latin(a) != bl_is_latin(b))
        return bl_sounds_alike(a->sounds, b->sounds, BL_SOUNDS_ROUGHLY);
    return longer > LETTERS_LEAST &&
           !bl_is_far(a->letter_set, b->letter_set, longer / 3) &&
           (size_t)bl_distance(a->skeleton, b->skeleton) * 3 <= longer;
}

static const bl_token *find_same(const bl_name_words *words,
                                 const bl_word *word)
{
    if ((words->set & bl_name_bit(word)) == 0)
        return NULL;
    for (uint32_t i = 0; i < words->count; i++) {
        if (is_same(words->items[i]->word, word))
            return words->items[i];
    }
    return NULL;
}

/* The word of the target that answers one of the source: the same letters, or
 * else the only one that is like it and answers no other. */
static const bl_token *find_answer(const bl_names *names,
                                   const bl_word *word)
{
    const bl_name_words *target = &names->words[BL_TARGET];
    const bl_token *like = find_same(target, word);

    if (like != NULL)
        return like;
    for (uint32_t i = 0; i < target->count; i++) {
        const bl_token *token = target->items[i];

        if (!is_like(token->word, word) ||
            find_same(&names->words[BL_SOURCE], token->word) != NULL)
            continue;
        if (like != NULL && !is_same(like->word, token->word))
            return NULL;
        like = token;
    }
    return like;
}

/* Word by word; the words have to stand together. */
static bool render(const bl_pair *pair, const bl_name *name,
                   bl_rendering *to)
{
    const bl_side *source = &pair->side[BL_SOURCE];
    const bl_side *target = &pair->side[BL_TARGET];
    uint32_t first = UINT32_MAX;
    uint32_t last = 0;

    to->name = 1;
    to->form = 1;
    for (uint32_t i = name->first; i < name->limit; i++) {
        const bl_word *word = source->tokens[i].word;
        const bl_token *answer;
        uint32_t at;

        if (!bl_is_name_word(&source->tokens[i]))
            continue;
        answer = find_answer(pair->names, word);
        if (answer == NULL)
            return false;
        at = (uint32_t)(answer - target->tokens);
        first = at < first ? at : first;
        last = at > last ? at : last;
        to->name = bl_hash_mix(to->name ^ word->skeleton_hash);
        to->form = bl_hash_mix(to->form ^ answer->word->fold_hash);
    }
    if (first == UINT32_MAX || last - first >= name->limit - name->first)
        return false;
    to->target = (bl_span){ target->tokens[first].start,
                            target->tokens[last].limit };
    return true;
}

uint8_t bl_renderings_take(const bl_pair *pair,
                           bl_rendering list[BL_RENDERINGS_MAX])
{
    uint8_t count = 0;

    if (pair->names == NULL)
        return 0;
    for (uint32_t i = 0;
         i < pair->names->count[BL_SOURCE] && count < BL_RENDERINGS_MAX;
         i++) {
        bl_name name = pair->names->list[BL_SOURCE][i];

        name.proper = name.rare = name.judged = 0;
        /* What answers it takes longest to find. */
        if (!is_name(&pair->side[BL_SOURCE], &name) ||
            (bl_names_get(pair->names, BL_SOURCE, i).flags &
             BL_NAME_WHOLE) == 0)
            continue;
        list[count].source = name.span;
        if (render(pair, &name, &list[count]))
            count++;
    }
    return count;
}

/* ---- in a document ------------------------------------------------------------------ */

void bl_renderings_init(bl_renderings *renderings, const bl_alloc *alloc)
{
    *renderings = (bl_renderings){ .alloc = alloc };
    bl_arena_init(&renderings->arena, alloc, 0);
}

void bl_renderings_free(bl_renderings *renderings)
{
    bl_free(renderings->alloc, renderings->names);
    bl_arena_free(&renderings->arena);
}

static bl_rendered_name *find(const bl_renderings *renderings, uint64_t name)
{
    size_t at = name & (renderings->places - 1);

    while (renderings->names[at].name != 0 &&
           renderings->names[at].name != name)
        at = (at + 1) & (renderings->places - 1);
    return &renderings->names[at];
}

static bool grow(bl_renderings *renderings)
{
    const bl_renderings old = *renderings;

    renderings->places = old.places != 0 ? 2 * old.places : 64;
    renderings->names =
        bl_new(old.alloc, renderings->places, sizeof(*renderings->names));
    if (renderings->names == NULL) {
        *renderings = old;
        return false;
    }
    for (size_t i = 0; i < old.places; i++) {
        if (old.names[i].name != 0)
            *find(renderings, old.names[i].name) = old.names[i];
    }
    bl_free(old.alloc, old.names);
    return true;
}

/* The next word of folded text, which spaces and hyphens part. */
static bl_str next_word(bl_str *text)
{
    size_t size = 0;
    bl_str word;

    while (size < text->size && text->ptr[size] != ' ' &&
           text->ptr[size] != '-')
        size++;
    word = bl_str_of(text->ptr, size);
    size += size < text->size;
    *text = bl_str_of(text->ptr + size, text->size - size);
    return word;
}

/* Whether one is the other with letters written before it. */
static bool has_prefix(bl_str a, bl_str b)
{
    const size_t more = a.size > b.size ? a.size - b.size : 0;

    return more != 0 && bl_utf8_points(a.ptr, more) <= PREFIX &&
           memcmp(a.ptr + more, b.ptr, b.size) == 0;
}

/* A word with another ending or prefix. */
static bool are_forms(bl_str a, bl_str b)
{
    const size_t n = bl_utf8_points(a.ptr, a.size);
    const size_t m = bl_utf8_points(b.ptr, b.size);
    const size_t longer = n > m ? n : m;
    const size_t prefix = bl_common_prefix(a, b);

    return bl_str_equal(a, b) || has_prefix(a, b) || has_prefix(b, a) ||
           (prefix >= 3 && (prefix * 10 >= longer * 6 ||
                            (prefix == (n < m ? n : m) &&
                             longer - prefix <= ENDING)));
}

/* The same name, endings aside. */
static bool is_same_way(bl_str a, bl_str b)
{
    bl_str x = a;
    bl_str y = b;

    while (x.size != 0 && y.size != 0) {
        if (!are_forms(next_word(&x), next_word(&y)))
            return false;
    }
    return x.size == 0 && y.size == 0;
}

static int find_way(bl_renderings *renderings, bl_rendered_name *name,
                    const bl_rendering *rendering, bl_str text, uint32_t line)
{
    bl_folded folded;
    bl_way *way;

    for (int i = 0; i < name->way_count; i++) {
        if (name->ways[i].form == rendering->form)
            return i;
    }
    bl_fold(NULL, text, &folded);
    for (int i = 0; i < name->way_count; i++) {
        if (is_same_way(name->ways[i].folded,
                        bl_str_of(folded.text, folded.size)))
            return i;
    }
    if (name->way_count == BL_WAYS_MAX || folded.size == 0)
        return -1;
    way = &name->ways[name->way_count];
    *way = (bl_way){ .form = rendering->form, .line = line };
    way->text = bl_str_of(
        bl_arena_copy(&renderings->arena, text.ptr, text.size), text.size);
    way->folded = bl_str_of(
        bl_arena_copy(&renderings->arena, folded.text, folded.size),
        folded.size);
    if (renderings->arena.failed) {
        renderings->failed = true;
        return -1;
    }
    return name->way_count++;
}

bl_rendered_name *bl_renderings_add(bl_renderings *renderings,
                                    const bl_rendering *rendering,
                                    bl_str target, uint32_t line, int *way)
{
    const bl_span span = rendering->target;
    bl_rendered_name *name;

    if (2 * renderings->count >= renderings->places &&
        renderings->count < NAMES_MAX && !grow(renderings)) {
        renderings->failed = true;
        return NULL;
    }
    name = find(renderings, rendering->name);
    if (name->name == 0) {
        if (renderings->count >= NAMES_MAX)
            return NULL;
        name->name = rendering->name;
        renderings->count++;
    }
    *way = find_way(renderings, name, rendering,
                    bl_str_of(target.ptr + span.start,
                              (size_t)span.limit - span.start),
                    line);
    if (*way < 0)
        return NULL;
    name->ways[*way].count++;
    return name;
}
