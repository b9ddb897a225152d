/* SPDX-License-Identifier: Apache-2.0 */
/* Names of a document and what became of them. */
#include "checks/renderings.h"

#include "base/cache.h"
#include "lexicon/language.h"
#include "match/names.h"
#include "text/fold.h"
#include "text/similar.h"
#include "text/utf8.h"

#include <string.h>

/* Letters of an ending and of a prefix; bytes of what is written before a name
 * that is otherwise kept, and of that; names of a document; bytes for the words
 * of one that is judged. */
enum { ENDING = 3, PREFIX = 2, CONCORD = 3, KEPT = 4 };
enum { NAMES_MAX = 1 << 13, SCRATCH_KEPT = 1 << 12 };

void bl_renderings_init(bl_renderings *renderings, const bl_alloc *alloc)
{
    *renderings = (bl_renderings){ .alloc = alloc };
    bl_arena_init(&renderings->arena, alloc, 0);
    bl_arena_init(&renderings->scratch, alloc, SCRATCH_KEPT);
    bl_tokens_init(&renderings->tokens, alloc);
}

void bl_renderings_free(bl_renderings *renderings)
{
    bl_free(renderings->alloc, renderings->names);
    bl_arena_free(&renderings->arena);
    bl_arena_free(&renderings->scratch);
    bl_tokens_free(&renderings->tokens);
}

static bl_rendered_name **find(const bl_renderings *renderings,
                               uint64_t name)
{
    size_t at = name & (renderings->places - 1);

    while (renderings->names[at] != NULL &&
           renderings->names[at]->name != name)
        at = (at + 1) & (renderings->places - 1);
    return &renderings->names[at];
}

/* Where a name is looked for first. */
static bl_rendered_name **place_of(const bl_renderings *renderings,
                                   const bl_rendering *rendering)
{
    return &renderings->names[rendering->name & (renderings->places - 1)];
}

void bl_renderings_fetch(const bl_renderings *renderings,
                         const bl_rendering *list, uint8_t count)
{
    for (uint8_t i = 0; i < count && renderings->places != 0; i++)
        bl_prefetch(place_of(renderings, &list[i]));
}

void bl_renderings_fetch_names(const bl_renderings *renderings,
                               const bl_rendering *list, uint8_t count)
{
    for (uint8_t i = 0; i < count && renderings->places != 0; i++)
        bl_prefetch(*place_of(renderings, &list[i]));
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
        if (old.names[i] != NULL)
            *find(renderings, old.names[i]->name) = old.names[i];
    }
    bl_free(old.alloc, old.names);
    return true;
}

static bl_str keep(bl_renderings *renderings, bl_str text)
{
    const char *copy =
        bl_arena_copy(&renderings->arena, text.ptr, text.size);

    return bl_str_of(copy, copy != NULL ? text.size : 0);
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

/* Letters that both begin with, marks aside. */
static size_t common_skeleton(bl_str a, bl_str b)
{
    bl_folded x;
    bl_folded y;

    bl_skeleton(a, &x);
    bl_skeleton(b, &y);
    return bl_common_prefix(bl_str_of(x.text, x.size),
                            bl_str_of(y.text, y.size));
}

/* A word with another ending or prefix; its last letter may have a mark before
 * an ending: Alegre, Alegrében. */
static bool are_forms(bl_str a, bl_str b)
{
    const size_t n = bl_utf8_points(a.ptr, a.size);
    const size_t m = bl_utf8_points(b.ptr, b.size);
    const size_t longer = n > m ? n : m;
    size_t prefix = bl_common_prefix(a, b);

    if (n != m && prefix + 1 == (n < m ? n : m))
        prefix = common_skeleton(a, b);

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

static void fold_way(bl_renderings *renderings, bl_way *way)
{
    bl_folded folded;

    if (way->folded.size != 0)
        return;
    bl_fold(NULL, way->text, &folded);
    way->folded = keep(renderings, bl_str_of(folded.text, folded.size));
}

/* The way with that hash; way_count where there is none. */
static int find_form(const bl_rendered_name *name, uint64_t form)
{
    int way = 0;

    while (way < name->way_count && name->ways[way].form != form)
        way++;
    return way;
}

/* Whether a way is the name as the source has it, behind what the language
 * writes onto names: uNangila, kaNangila. */
static bool is_kept(bl_str way, bl_str name)
{
    return name.size >= KEPT && way.size >= name.size &&
           way.size - name.size <= CONCORD &&
           memcmp(way.ptr + (way.size - name.size), name.ptr, name.size) == 0;
}

/* The way that is the same, endings aside. */
static int find_same_way(bl_renderings *renderings, bl_rendered_name *name,
                         bl_str folded)
{
    bl_folded source;
    bl_str own;
    bool kept;
    int way = 0;

    bl_fold(NULL, name->source, &source);
    own = bl_str_of(source.text, source.size);
    kept = is_kept(folded, own);
    for (; way < name->way_count; way++) {
        fold_way(renderings, &name->ways[way]);
        if (is_same_way(name->ways[way].folded, folded) ||
            (kept && is_kept(name->ways[way].folded, own)))
            break;
    }
    return way;
}

/* Room for one more way, or for all of them once there are two. */
static bl_way *add_way(bl_renderings *renderings, bl_rendered_name *name)
{
    const size_t room = name->way_count == 0 ? 1 : BL_WAYS_MAX;
    bl_way *ways;

    if (name->way_count > 1)
        return &name->ways[name->way_count++];
    ways = bl_arena_alloc(&renderings->arena, room, sizeof(*ways));
    if (ways == NULL)
        return NULL;
    if (name->way_count != 0)
        *ways = *name->ways;
    name->ways = ways;
    return &name->ways[name->way_count++];
}

/* Whether a name of that language is one. */
static bool judge(bl_renderings *renderings, bl_language *language,
                  bl_str text, bool known)
{
    bl_tokens *tokens = &renderings->tokens;
    bl_side side = { .text = text, .language = language };
    bl_name name = { .first = 0 };

    bl_arena_reset(&renderings->scratch);
    if (!bl_language_read(language, text, tokens, &renderings->scratch)) {
        renderings->failed = true;
        return false;
    }
    side.tokens = tokens->items;
    side.traits = tokens->traits;
    side.token_count = name.limit = (uint32_t)tokens->count;
    for (size_t i = 0; i < tokens->count; i++)
        name.words += bl_is_name_word(&tokens->items[i]);
    return bl_rendering_is_name(&side, name, known);
}

/* The first that was met is the one that is known of. */
static void begin_name(bl_renderings *renderings, bl_rendered_name *name,
                       const bl_rendering *rendering, bl_str source)
{
    name->text = rendering->text;
    name->source = keep(renderings, source);
    name->language = rendering->language;
    name->known = rendering->known;
    name->verdict =
        rendering->judged ? BL_VERDICT_GOOD : BL_VERDICT_UNKNOWN;
    name->way_count = 0;
}

static bl_rendered_name *get_name(bl_renderings *renderings,
                                  const bl_rendering *rendering,
                                  bl_str source)
{
    bl_rendered_name **place;

    if (2 * renderings->count >= renderings->places &&
        renderings->count < NAMES_MAX && !grow(renderings)) {
        renderings->failed = true;
        return NULL;
    }
    place = find(renderings, rendering->name);
    if (*place != NULL || renderings->count >= NAMES_MAX)
        return *place;
    *place = bl_arena_alloc(&renderings->arena, 1, sizeof(**place));
    if (*place == NULL)
        return NULL;
    **place = (bl_rendered_name){ .name = rendering->name };
    begin_name(renderings, *place, rendering, source);
    renderings->count++;
    return *place;
}

/* Whether the first that was met is a name, if it is not known yet. */
static bool settle(bl_renderings *renderings, bl_rendered_name *name)
{
    if (name->verdict == BL_VERDICT_UNKNOWN)
        name->verdict = judge(renderings, name->language, name->source,
                              name->known)
                            ? BL_VERDICT_GOOD
                            : BL_VERDICT_BAD;
    return name->verdict == BL_VERDICT_GOOD;
}

/* Whether it counts, as far as is known: the same letters may be a name with
 * other marks or capitals, and no name as they stood first. */
static bool counts(bl_renderings *renderings, bl_rendered_name *name,
                   const bl_rendering *rendering, bl_str source)
{
    if (name->text == rendering->text &&
        name->language == rendering->language) {
        if (rendering->judged)
            name->verdict = BL_VERDICT_GOOD;
        return name->verdict != BL_VERDICT_BAD;
    }
    if (!rendering->judged && !judge(renderings, rendering->language, source,
                                     rendering->known))
        return false;
    if (!settle(renderings, name)) {
        begin_name(renderings, name, rendering, source);
        name->verdict = BL_VERDICT_GOOD;
    }
    return true;
}

static bl_str text_of(const bl_text *text, bl_span span)
{
    return bl_str_of(text->ptr + span.start,
                     (size_t)span.limit - span.start);
}

/* Which of the name's ways it is, which may be a new one; -1 for none. */
static int find_way(bl_renderings *renderings, bl_rendered_name *name,
                    uint64_t form, bl_str text, uint32_t line)
{
    int way = find_form(name, form);
    bl_way *added;

    if (way < name->way_count)
        return way;
    /* Alone, nobody compares it; but it has to be comparable. */
    if (name->way_count != 0 || text.size > BL_FOLD_MAX / 3) {
        bl_folded folded;

        bl_fold(NULL, text, &folded);
        if (folded.size == 0)
            return -1;
        way = find_same_way(renderings, name,
                            bl_str_of(folded.text, folded.size));
    }
    if (way < name->way_count)
        return way;
    if (way == BL_WAYS_MAX || (way != 0 && !settle(renderings, name)))
        return -1;
    added = add_way(renderings, name);
    if (added == NULL)
        return -1;
    *added = (bl_way){ .form = form,
                       .text = keep(renderings, text),
                       .line = line };
    return way;
}

bl_rendered_name *bl_renderings_add(bl_renderings *renderings,
                                    const bl_rendering *rendering,
                                    const bl_segment *segment, uint32_t line,
                                    int *way)
{
    const bl_str source = text_of(&segment->source, rendering->source);
    bl_rendered_name *name = get_name(renderings, rendering, source);

    if (name == NULL || name->told ||
        !counts(renderings, name, rendering, source))
        return NULL;
    *way = find_way(renderings, name, rendering->form,
                    text_of(&segment->target, rendering->target), line);
    if (*way >= 0)
        name->ways[*way].count++;
    renderings->failed = renderings->failed || renderings->arena.failed;
    return *way >= 0 && name->way_count > 1 && !renderings->failed ? name
                                                                   : NULL;
}
