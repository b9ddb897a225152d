/* SPDX-License-Identifier: Apache-2.0 */
/*
 * markup-in-text: tags of HTML or XML that are written in the text differ.
 *
 * Tags are compared by name, and by whether they open or close: attributes
 * may be translated, and <br>, <br/> are one. A name in angles is a tag where
 * HTML has it, where it is closed too, or where it has attributes; others
 * stand for what a user types (<file>), and are translated in many programs.
 *
 * Page, examples and tests: markup_in_text.md
 */
#include "checks/check.h"
#include "text/similar.h"

#include <stdlib.h>
#include <string.h>

enum { MISSING, EXTRA, ALTERED, BREAK, NESTED };

/* Tags of a text; of one with more none is looked at. */
enum { TAGS_MAX = 512 };

/* Letters that differ in the name of a tag that was misspelled. */
enum { CHANGES = 2 };

typedef enum part { OPENS, CLOSES } part;

typedef struct tag {
    bl_str name;
    part part;
    bool sure; /* it is one by itself: HTML, or it has attributes */
    bool tag;
    bool open; /* nothing answers it yet */
    uint32_t mask;
} tag;

typedef struct tags {
    const bl_side *side;
    tag *list; /* sorted by name and part, then by place */
    size_t count;
} tags;

/* Elements of the HTML Living Standard that stand in running text, and those
 * that messages of programs had before. Sorted. */
static const char *const elements[] = {
    "a", "abbr", "b", "big", "blockquote", "br", "button", "center", "cite",
    "code", "dd", "del", "div", "dl", "dt", "em", "font", "h1", "h2", "h3",
    "h4", "h5", "h6", "hr", "html", "i", "img", "input", "ins", "kbd", "label",
    "li", "mark", "nobr", "ol", "p", "pre", "q", "s", "samp", "small", "span",
    "strike", "strong", "style", "sub", "sup", "table", "tbody", "td", "th",
    "thead", "tr", "tt", "u", "ul", "var", "wbr",
};

static int compare_element(const void *key, const void *element)
{
    return bl_str_compare(*(const bl_str *)key,
                          bl_str_z(*(const char *const *)element));
}

static bool is_element(bl_str name)
{
    return bsearch(&name, elements, sizeof(elements) / sizeof(elements[0]),
                   sizeof(elements[0]), compare_element) != NULL;
}

/* A line may be broken elsewhere, or nowhere, in another language. */
static bool is_break(bl_str name)
{
    static const char *const breaks[] = { "br", "nobr", "wbr" };

    return bl_str_is_one(name, breaks, sizeof(breaks) / sizeof(breaks[0]));
}

/* ---- tags of a side ----------------------------------------------------- */

/* In small letters: HTML does not tell them from capitals. */
static bl_str small_name(bl_str name, bl_arena *scratch)
{
    char *copy = bl_arena_alloc(scratch, name.size + 1, 1);

    if (copy == NULL)
        return name;
    for (size_t i = 0; i < name.size; i++)
        copy[i] = name.ptr[i] >= 'A' && name.ptr[i] <= 'Z'
                      ? (char)(name.ptr[i] | 0x20)
                      : name.ptr[i];
    return bl_str_of(copy, name.size);
}

/* False for &nbsp; and the like. */
static bool read_tag(const bl_side *side, uint32_t mask, bl_arena *scratch,
                     tag *found)
{
    const bl_str text = bl_side_text(side, side->masks[mask].span);
    const size_t start = text.size > 1 && text.ptr[1] == '/' ? 2 : 1;
    size_t limit = start;

    if (side->masks[mask].kind != BL_ENTITY_MARKUP || text.ptr[0] != '<')
        return false;
    while (limit < text.size && strchr(" />", text.ptr[limit]) == NULL)
        limit++;
    *found = (tag){ .name = small_name(bl_str_of(text.ptr + start,
                                                 limit - start),
                                       scratch),
                    .part = start == 2 ? CLOSES : OPENS,
                    .open = true,
                    .mask = mask };
    found->sure = is_element(found->name) ||
                  memchr(text.ptr, '=', text.size) != NULL ||
                  text.ptr[text.size - 2] == '/';
    return true;
}

static int compare_names(const tag *a, const tag *b)
{
    const int order = bl_str_compare(a->name, b->name);

    return order != 0 ? order : (int)a->part - (int)b->part;
}

static int compare_tags(const void *a, const void *b)
{
    const tag *x = a;
    const tag *y = b;
    const int order = compare_names(x, y);

    return order != 0 ? order : (x->mask > y->mask) - (x->mask < y->mask);
}

static int compare_places(const void *a, const void *b)
{
    const tag *x = a;
    const tag *y = b;

    return (x->mask > y->mask) - (x->mask < y->mask);
}

/* Names that are closed too, or of which one is sure, are tags. */
static void settle_names(tags *all)
{
    size_t i = 0;

    while (i < all->count) {
        size_t limit = i;
        bool sure = false;

        for (; limit < all->count && bl_str_equal(all->list[limit].name,
                                                  all->list[i].name);
             limit++)
            sure = sure || all->list[limit].sure ||
                   all->list[limit].part != all->list[i].part;
        for (; i < limit; i++)
            all->list[i].tag = sure;
    }
}

/* False where there are too many. */
static bool read_tags(const bl_pair *pair, bl_side_id id, tags *all)
{
    const bl_side *side = &pair->side[id];

    *all = (tags){ .side = side };
    for (uint32_t i = 0; i < side->mask_count; i++) {
        tag found;

        if (!read_tag(side, i, pair->scratch, &found))
            continue;
        if (all->list == NULL)
            all->list =
                bl_arena_alloc(pair->scratch, TAGS_MAX, sizeof(*all->list));
        if (all->list == NULL || all->count == TAGS_MAX)
            return false;
        all->list[all->count++] = found;
    }
    if (all->count != 0)
        qsort(all->list, all->count, sizeof(*all->list), compare_tags);
    settle_names(all);
    return true;
}

/* ---- comparison --------------------------------------------------------- */

/* Each answers one of the same name. */
static void answer(tags *a, tags *b)
{
    size_t i = 0;
    size_t j = 0;

    while (i < a->count && j < b->count) {
        const int order = compare_names(&a->list[i], &b->list[j]);

        if (order == 0) {
            a->list[i].open = false;
            b->list[j].open = false;
        }
        i += order <= 0;
        j += order >= 0;
    }
}

/* Whether the other side says of the name that it is one of a tag. */
static bool has_tag(const tags *all, bl_str name)
{
    for (size_t i = 0; i < all->count; i++) {
        if (all->list[i].tag && bl_str_equal(all->list[i].name, name))
            return true;
    }
    return false;
}

static void emit_two(const tags *source, const tags *target, const tag *a,
                     const tag *b, bl_sink *sink)
{
    bl_emission e = { .message = ALTERED, .mark_count = 2 };
    const bl_span x = source->side->masks[a->mask].span;
    const bl_span y = target->side->masks[b->mask].span;

    e.arguments[0] = bl_side_text(source->side, x);
    e.arguments[1] = bl_side_text(target->side, y);
    e.marks[0] = bl_mark_of(BL_SOURCE, x);
    e.marks[1] = bl_mark_of(BL_TARGET, y);
    e.fix = (bl_fix){ true, BL_TARGET, y, e.arguments[0] };
    bl_emit(sink, &e);
}

static void emit_one(const tags *all, bl_side_id id, uint16_t message,
                     const tag *one, bl_sink *sink)
{
    bl_emission e = { .message = message, .mark_count = 1 };
    const bl_span span = all->side->masks[one->mask].span;

    e.arguments[0] = bl_side_text(all->side, span);
    e.marks[0] = bl_mark_of(id, span);
    bl_emit(sink, &e);
}

/* The open tag of the target that this one became: its name is nearly the
 * same, or it opens in place of closing. */
static tag *find_altered(const tag *a, tags *target)
{
    for (size_t i = 0; i < target->count; i++) {
        tag *b = &target->list[i];

        if (b->open && (b->part == a->part
                            ? bl_distance(a->name, b->name, CHANGES) <= CHANGES
                            : bl_str_equal(a->name, b->name)))
            return b;
    }
    return NULL;
}

static void emit_open(const tags *source, tags *target, bl_sink *sink)
{
    for (size_t i = 0; i < source->count; i++) {
        const tag *a = &source->list[i];
        tag *b;

        if (!a->open || !(a->tag || has_tag(target, a->name)))
            continue;
        b = find_altered(a, target);
        if (b != NULL) {
            b->open = false;
            emit_two(source, target, a, b, sink);
        } else {
            emit_one(source, BL_SOURCE,
                     is_break(a->name) ? BREAK : MISSING, a, sink);
        }
    }
    for (size_t i = 0; i < target->count; i++) {
        const tag *b = &target->list[i];

        if (b->open && (b->tag || has_tag(source, b->name)))
            emit_one(target, BL_TARGET, is_break(b->name) ? BREAK : EXTRA, b,
                     sink);
    }
}

/* ---- order -------------------------------------------------------------- */

/* The first tag that closes what is not open there, if one does; of names that
 * are closed at all. */
static const tag *find_crossing(tags *all)
{
    size_t depth = 0;
    bl_str open[TAGS_MAX];

    qsort(all->list, all->count, sizeof(*all->list), compare_places);
    for (size_t i = 0; i < all->count; i++) {
        const tag *one = &all->list[i];
        bool closed = one->part == CLOSES;

        for (size_t k = i + 1; k < all->count && !closed; k++)
            closed = all->list[k].part == CLOSES &&
                     bl_str_equal(all->list[k].name, one->name);
        if (!one->tag || !closed)
            continue;
        if (one->part == OPENS)
            open[depth++] = one->name;
        else if (depth == 0 || !bl_str_equal(open[--depth], one->name))
            return one;
    }
    return NULL;
}

static bool all_answered(const tags *all)
{
    for (size_t i = 0; i < all->count; i++) {
        if (all->list[i].open)
            return false;
    }
    return true;
}

static void check_order(tags *source, tags *target, bl_sink *sink)
{
    const tag *crossing;

    if (!all_answered(source) || !all_answered(target) ||
        find_crossing(source) != NULL)
        return;
    crossing = find_crossing(target);
    if (crossing != NULL)
        emit_one(target, BL_TARGET, NESTED, crossing, sink);
}

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    tags source;
    tags target;

    (void)self;
    if (!bl_has_target(pair) ||
        pair->side[BL_SOURCE].mask_count + pair->side[BL_TARGET].mask_count ==
            0 ||
        !read_tags(pair, BL_SOURCE, &source) ||
        !read_tags(pair, BL_TARGET, &target) ||
        source.count + target.count == 0)
        return;
    answer(&source, &target);
    emit_open(&source, &target, sink);
    if (source.count > 1 && target.count > 1)
        check_order(&source, &target, sink);
}

const bl_check bl_check_markup_in_text = {
    .id = "markup-in-text",
    .title = "Tags that are written as text differ",
    .category = "code",
    .its_type = "markup",
    .since = "0.1",
    .stage = BL_STABLE,
    .compares = true,
    .needs = BL_NEEDS_TOKENS,
    .wants = BL_HAS_MASKS,
    .messages = {
        [MISSING] = { "missing", "the tag {0} is not in the target",
                      BL_ERROR },
        [EXTRA] = { "extra", "the tag {0} is not in the source", BL_ERROR },
        [ALTERED] = { "altered", "the tag {0} became {1}", BL_ERROR },
        [BREAK] = { "break", "the tag {0} is in one of the texts only",
                    BL_INFO },
        [NESTED] = { "nested", "the tag {0} closes what is not open there",
                     BL_ERROR },
    },
    .run = run,
};
