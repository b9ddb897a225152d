/* SPDX-License-Identifier: Apache-2.0 */
/*
 * custom: a pattern of bilint.yml is not met.
 *
 * A rule is asked in the order of price: its languages, once a change of them;
 * letters that its patterns cannot do without, in the bytes of the text; then
 * ICU, for which a text is converted once however many rules look at it. What
 * the target has to have may depend on what the source has matched: then each
 * distinct match of the source is looked for by itself.
 *
 * Page, examples and tests: custom.md
 */
#include "checks/custom.h"

#include "lexicon/language.h"

#include <string.h>

/* Matches of a pattern in a text; none but made-up texts have more. */
enum { MATCHES_MOST = 1000, MATCHES_FIRST = 8 };

struct bl_custom_work {
    const bl_alloc *alloc;
    const bl_settings *settings;
    bl_custom_teller tell;
    void *context;
    bl_matcher **matchers; /* BL_CUSTOM_PATTERNS a rule, cloned when needed */
    bool *concerned;       /* by rule: it is on, and for these languages */
    const bl_language *languages[2]; /* of `concerned` */
    bl_wide wide[2]; /* of the pair; units NULL: not converted yet */
};

typedef struct matches {
    bl_groups *items;
    size_t count;
    size_t room;
} matches;

/* One rule and one pair. */
typedef struct look {
    bl_custom_work *work;
    bl_custom *rule;
    bl_matcher **matchers; /* of the rule */
    const bl_pair *pair;
    bl_sink *sink;
    bl_outcome failure; /* BL_MATCHED: none so far */
} look;

const bl_check *bl_settings_find(const bl_settings *settings, bl_str id,
                                 uint16_t *index)
{
    for (uint16_t i = 0; i < settings->custom_count; i++) {
        const bl_check *check = &settings->custom[i]->check;

        if (!bl_str_equal(id, bl_str_z(check->id)))
            continue;
        *index = (uint16_t)(bl_check_count + i);
        return check;
    }
    return bl_check_find(id, index);
}

const bl_check *bl_report_rule(const bl_report *report,
                               const bl_finding *finding)
{
    return finding->rule < bl_check_count
               ? bl_checks[finding->rule]
               : &report->settings->custom[finding->rule - bl_check_count]
                      ->check;
}

/* ---- what a thread has -------------------------------------------------- */

bl_custom_work *bl_custom_work_new(const bl_alloc *alloc,
                                   const bl_settings *settings,
                                   bl_custom_teller tell, void *context)
{
    const size_t count = settings->custom_count;
    bl_custom_work *work = bl_new(alloc, 1, sizeof(*work));

    if (work == NULL)
        return NULL;
    work->alloc = alloc;
    work->settings = settings;
    work->tell = tell;
    work->context = context;
    work->matchers =
        bl_new(alloc, count * BL_CUSTOM_PATTERNS, sizeof(*work->matchers));
    work->concerned = bl_new(alloc, count, sizeof(*work->concerned));
    if (work->matchers != NULL && work->concerned != NULL)
        return work;
    bl_custom_work_free(work);
    return NULL;
}

void bl_custom_work_free(bl_custom_work *work)
{
    if (work == NULL)
        return;
    for (size_t i = 0; work->matchers != NULL &&
                       i < (size_t)work->settings->custom_count *
                               BL_CUSTOM_PATTERNS;
         i++)
        bl_matcher_free(work->matchers[i]);
    bl_free(work->alloc, work->matchers);
    bl_free(work->alloc, work->concerned);
    bl_free(work->alloc, work);
}

/* "de" is for de-CH too, and "zh-Hant" not for zh-CN. */
static bool is_for(const bl_custom_languages *languages, const bl_locale *text)
{
    for (size_t i = 0; i < languages->count; i++) {
        const bl_locale *locale = languages->items[i];

        if (bl_locale_same_language(locale, text) &&
            bl_locale_same_script(locale, text) &&
            (locale->region[0] == '\0' ||
             strcmp(locale->region, text->region) == 0))
            return true;
    }
    return languages->count == 0;
}

static void find_concerned(bl_custom_work *work, const bl_pair *pair)
{
    const bl_language *source = pair->side[BL_SOURCE].language;
    const bl_language *target = pair->side[BL_TARGET].language;

    if (work->languages[BL_SOURCE] == source &&
        work->languages[BL_TARGET] == target)
        return;
    work->languages[BL_SOURCE] = source;
    work->languages[BL_TARGET] = target;
    for (uint16_t i = 0; i < work->settings->custom_count; i++) {
        const bl_custom *rule = work->settings->custom[i];

        work->concerned[i] =
            rule->severity != BL_OFF &&
            is_for(&rule->languages[BL_SOURCE], &source->locale) &&
            is_for(&rule->languages[BL_TARGET], &target->locale);
    }
}

/* ---- matching ----------------------------------------------------------- */

static bl_side_id side_of(bl_custom_pattern which)
{
    return which == BL_CUSTOM_TARGET || which == BL_CUSTOM_FORBID ? BL_TARGET
                                                                  : BL_SOURCE;
}

static bl_str text_of(const look *l, bl_side_id side)
{
    return l->pair->side[side].text;
}

/* Converted when it is first asked for; NULL when there is no memory. */
static const bl_wide *wide_of(look *l, bl_side_id side)
{
    bl_wide *wide = &l->work->wide[side];

    if (wide->units == NULL &&
        !bl_wide_make(wide, text_of(l, side), l->pair->scratch)) {
        l->failure = BL_NO_MEMORY;
        return NULL;
    }
    return wide;
}

static bl_matcher *matcher_of(look *l, bl_custom_pattern which)
{
    bl_matcher **matcher = &l->matchers[which];

    if (*matcher == NULL)
        *matcher = bl_matcher_new(l->work->alloc, l->rule->patterns[which]);
    if (*matcher == NULL)
        l->failure = BL_NO_MEMORY;
    return *matcher;
}

static bool add_match(look *l, matches *found, const bl_groups *groups)
{
    if (found->count == found->room) {
        const size_t room =
            found->room != 0 ? found->room * 2 : MATCHES_FIRST;
        bl_groups *items =
            bl_arena_alloc(l->pair->scratch, room, sizeof(*items));

        if (items == NULL) {
            l->failure = BL_NO_MEMORY;
            return false;
        }
        if (found->count != 0)
            memcpy(items, found->items, found->count * sizeof(*items));
        found->items = items;
        found->room = room;
    }
    found->items[found->count++] = *groups;
    return true;
}

/* Up to `most` matches of a pattern on a side; those of nothing only where
 * `empty`. `asked` are the groups of the source's match that it asks for. */
static matches find(look *l, bl_custom_pattern which, bl_side_id side,
                    const bl_groups *asked, bool empty, size_t most)
{
    matches found = { NULL, 0, 0 };
    bl_matcher *matcher;
    const bl_wide *text;
    bl_groups groups;
    bl_outcome outcome;

    if (l->failure != BL_MATCHED ||
        bl_pattern_misses(l->rule->patterns[which], text_of(l, side)))
        return found;
    text = wide_of(l, side);
    matcher = text != NULL ? matcher_of(l, which) : NULL;
    if (matcher == NULL)
        return found;
    outcome = bl_matcher_begin(matcher, text, &l->work->wide[BL_SOURCE],
                               asked, l->pair->scratch);
    while (outcome == BL_MATCHED && found.count < most) {
        outcome = bl_matcher_next(matcher, &groups);
        if (outcome == BL_MATCHED &&
            (empty || groups.of[0].start != groups.of[0].limit) &&
            !add_match(l, &found, &groups))
            return found;
    }
    if (outcome == BL_GAVE_UP || outcome == BL_NO_MEMORY)
        l->failure = outcome;
    else if (found.count == MATCHES_MOST)
        l->failure = BL_GAVE_UP;
    return found;
}

/* ---- reporting ---------------------------------------------------------- */

bl_str bl_custom_fill(bl_str wording, const bl_wide *text,
                      const bl_groups *groups, bl_arena *arena)
{
    size_t room = 0;
    size_t size = 0;
    char *filled;

    for (size_t at = 0; at < wording.size; at++)
        room += bl_group_named(wording, at) >= 0 ? text->text.size : 1;
    filled = bl_arena_alloc(arena, room + 1, 1);
    if (filled == NULL)
        return bl_str_of(NULL, 0);
    for (size_t at = 0; at < wording.size; at++) {
        const int group = bl_group_named(wording, at);
        bl_span span;

        if (group < 0) {
            filled[size++] = wording.ptr[at];
            continue;
        }
        at++;
        if (!bl_group_is_there(groups->of[group]))
            continue;
        span = bl_wide_bytes(text, groups->of[group]);
        memcpy(filled + size, text->text.ptr + span.start,
               (size_t)span.limit - span.start);
        size += (size_t)span.limit - span.start;
    }
    return bl_str_of(filled, size);
}

/* What is said where the user says nothing. */
static bl_str wording_of(const bl_custom *rule, int message, bool of_source)
{
    if (rule->message.size != 0)
        return rule->message;
    if (message == BL_CUSTOM_FORBIDDEN)
        return BL_STR("\"$0\" is not to be here");
    if (message == BL_CUSTOM_ALTERED)
        return BL_STR("\"$0\" is another one in the target");
    if (message == BL_CUSTOM_EXTRA)
        return BL_STR("\"$0\" is one more than in the source");
    return of_source ? BL_STR("\"$0\" has no counterpart in the target")
                     : BL_STR("the target lacks what it is to have");
}

static void add_mark(const look *l, bl_emission *e, bl_side_id side,
                     const bl_groups *match)
{
    if (match == NULL || match->of[0].start == match->of[0].limit)
        return;
    e->marks[e->mark_count++] =
        bl_mark_of(side, bl_wide_bytes(&l->work->wide[side], match->of[0]));
}

/* `source` and `target` are matches; either may be NULL. */
static void report(look *l, int message, const bl_groups *source,
                   const bl_groups *target)
{
    /* The groups of nothing. */
    static const bl_groups none = {
        { { 1, 0 }, { 1, 0 }, { 1, 0 }, { 1, 0 }, { 1, 0 }, { 1, 0 },
          { 1, 0 }, { 1, 0 }, { 1, 0 }, { 1, 0 } }
    };
    const bool own = l->rule->message.size != 0;
    /* The user's words are of the source, if it has a match; others of what
     * is marked last. */
    const bool of_source = source != NULL && (own || target == NULL ||
                                              message == BL_CUSTOM_ALTERED);
    const bl_groups *said = of_source ? source : target;
    bl_emission e = { .message = (uint16_t)message };

    add_mark(l, &e, BL_SOURCE, source);
    add_mark(l, &e, BL_TARGET, target);
    if (e.mark_count == 0) /* something is missing in all of it */
        e.marks[e.mark_count++] = bl_mark_of(
            BL_TARGET,
            (bl_span){ 0, (uint32_t)text_of(l, BL_TARGET).size });
    e.arguments[0] = bl_custom_fill(
        wording_of(l->rule, message, of_source),
        &l->work->wide[of_source ? BL_SOURCE : BL_TARGET],
        said != NULL ? said : &none, l->pair->scratch);
    if (message == BL_CUSTOM_FORBIDDEN && l->rule->fix.ptr != NULL)
        e.fix = (bl_fix){ true, BL_TARGET, e.marks[e.mark_count - 1].span,
                          bl_custom_fill(l->rule->fix,
                                         &l->work->wide[BL_TARGET], target,
                                         l->pair->scratch) };
    bl_emit(l->sink, &e);
}

/* ---- the kinds of rules ------------------------------------------------- */

/* What the target has, or has not, for one match of the source; or for all of
 * them, which are alike. */
static void judge(look *l, const matches *like)
{
    const bl_custom *rule = l->rule;
    const bl_groups *first = like->count != 0 ? &like->items[0] : NULL;

    if (rule->patterns[BL_CUSTOM_TARGET] != NULL) {
        const matches found =
            find(l, BL_CUSTOM_TARGET, BL_TARGET, first, true,
                 rule->as_often ? MATCHES_MOST : 1);
        const size_t wanted = rule->as_often ? like->count : 1;

        for (size_t i = found.count; i < wanted && l->failure == BL_MATCHED;
             i++)
            report(l, BL_CUSTOM_MISSING,
                   first != NULL ? &like->items[i] : NULL, NULL);
        for (size_t i = wanted; i < found.count && l->failure == BL_MATCHED;
             i++)
            report(l, BL_CUSTOM_EXTRA, first, &found.items[i]);
    }
    if (rule->patterns[BL_CUSTOM_FORBID] != NULL &&
        (first != NULL || rule->patterns[BL_CUSTOM_SOURCE] == NULL)) {
        const matches found = find(l, BL_CUSTOM_FORBID, BL_TARGET, first,
                                   false, MATCHES_MOST);

        for (size_t i = 0; i < found.count && l->failure == BL_MATCHED; i++)
            report(l, BL_CUSTOM_FORBIDDEN, first, &found.items[i]);
    }
}

static bool asks_same(const look *l, const bl_groups *a, const bl_groups *b)
{
    for (int i = BL_CUSTOM_TARGET; i <= BL_CUSTOM_FORBID; i++) {
        const bl_pattern *pattern = l->rule->patterns[i];

        if (pattern != NULL &&
            !bl_pattern_asks_same(pattern, &l->work->wide[BL_SOURCE], a, b))
            return false;
    }
    return true;
}

/* Those of `found` that ask for the same as its first one go to `like`; what
 * is left stays. */
static bool take_alike(look *l, matches *found, matches *like)
{
    const bl_groups first = found->items[0];
    size_t left = 0;

    like->count = 0;
    for (size_t i = 0; i < found->count; i++) {
        if (!asks_same(l, &first, &found->items[i]))
            found->items[left++] = found->items[i];
        else if (!add_match(l, like, &found->items[i]))
            return false;
    }
    found->count = left;
    return true;
}

static bool asks(const look *l)
{
    for (int i = BL_CUSTOM_TARGET; i <= BL_CUSTOM_FORBID; i++) {
        if (l->rule->patterns[i] != NULL &&
            bl_pattern_asks(l->rule->patterns[i]))
            return true;
    }
    return false;
}

static void judge_by_source(look *l)
{
    matches found =
        find(l, BL_CUSTOM_SOURCE, BL_SOURCE, NULL, true, MATCHES_MOST);
    matches like = { NULL, 0, 0 };

    /* What the target has is too much, where the source has none. */
    if (found.count == 0 && l->rule->as_often && !asks(l))
        judge(l, &like);
    while (found.count != 0 && l->failure == BL_MATCHED &&
           take_alike(l, &found, &like))
        judge(l, &like);
}

static bl_str shown(const look *l, bl_side_id side, const bl_groups *match)
{
    const bl_span span = bl_wide_bytes(&l->work->wide[side], match->of[0]);

    return bl_str_of(text_of(l, side).ptr + span.start,
                     (size_t)span.limit - span.start);
}

/* One of `found` with that text, which is there no more then. */
static bool take_equal(const look *l, bl_side_id side, matches *found,
                       bl_str text)
{
    for (size_t i = 0; i < found->count; i++) {
        if (!bl_str_equal(shown(l, side, &found->items[i]), text))
            continue;
        memmove(&found->items[i], &found->items[i + 1],
                (found->count - i - 1) * sizeof(*found->items));
        found->count--;
        return true;
    }
    return false;
}

/* The same matches on both sides, whatever their order. What is left on both
 * became something else, the first the first. */
static void compare_same(look *l)
{
    matches source =
        find(l, BL_CUSTOM_SAME, BL_SOURCE, NULL, false, MATCHES_MOST);
    matches target =
        find(l, BL_CUSTOM_SAME, BL_TARGET, NULL, false, MATCHES_MOST);
    size_t left = 0;

    if (l->failure != BL_MATCHED)
        return;
    for (size_t i = 0; i < source.count; i++) {
        if (!take_equal(l, BL_TARGET, &target,
                        shown(l, BL_SOURCE, &source.items[i])))
            source.items[left++] = source.items[i];
    }
    for (size_t i = 0; i < left || i < target.count; i++)
        report(l,
               i >= left           ? BL_CUSTOM_EXTRA
               : i >= target.count ? BL_CUSTOM_MISSING
                                   : BL_CUSTOM_ALTERED,
               i < left ? &source.items[i] : NULL,
               i < target.count ? &target.items[i] : NULL);
}

static void look_at(look *l)
{
    const bl_custom *rule = l->rule;

    if (rule->patterns[BL_CUSTOM_UNLESS] != NULL &&
        find(l, BL_CUSTOM_UNLESS, side_of(BL_CUSTOM_UNLESS), NULL, true, 1)
                .count != 0)
        return;
    if (l->failure != BL_MATCHED)
        return;
    if (rule->patterns[BL_CUSTOM_SAME] != NULL)
        compare_same(l);
    else if (rule->patterns[BL_CUSTOM_SOURCE] != NULL)
        judge_by_source(l);
    else
        judge(l, &(matches){ NULL, 0, 0 });
}

/* ---- the check ---------------------------------------------------------- */

static void settle_failure(const look *l)
{
    const bl_custom_work *work = l->work;

    if (l->failure == BL_NO_MEMORY)
        l->pair->scratch->failed = true;
    if (l->failure != BL_GAVE_UP)
        return;
    l->sink->report->incomplete = true;
    if (bl_atomic_add(&l->rule->told, 1) == 0 && work->tell != NULL)
        work->tell(work->context, l->rule, l->pair);
}

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    bl_custom_work *work = pair->custom;

    (void)self;
    if (work == NULL)
        return;
    find_concerned(work, pair);
    work->wide[BL_SOURCE] = (bl_wide){ .units = NULL };
    work->wide[BL_TARGET] = (bl_wide){ .units = NULL };
    for (uint16_t i = 0; i < work->settings->custom_count; i++) {
        bl_custom *rule = work->settings->custom[i];
        look l = { work, rule, &work->matchers[i * BL_CUSTOM_PATTERNS], pair,
                   sink, BL_MATCHED };

        if (!work->concerned[i])
            continue;
        sink->rule = (uint16_t)(bl_check_count + i);
        sink->rule_id = rule->check.id;
        sink->messages = rule->check.messages;
        sink->severity = rule->severity;
        look_at(&l);
        settle_failure(&l);
    }
}

const bl_check bl_check_custom = {
    .id = "custom",
    .title = "A pattern of bilint.yml is not met",
    .category = "custom",
    .its_type = "pattern-problem",
    .since = "0.1",
    .stage = BL_STABLE,
    .needs = BL_NEEDS_NOTHING,
    .messages = {
        [BL_CUSTOM_MISSING] = { "missing", "{0}", BL_WARNING },
        [BL_CUSTOM_EXTRA] = { "extra", "{0}", BL_WARNING },
        [BL_CUSTOM_ALTERED] = { "altered", "{0}", BL_WARNING },
        [BL_CUSTOM_FORBIDDEN] = { "forbidden", "{0}", BL_WARNING },
    },
    .run = run,
};
