/* SPDX-License-Identifier: Apache-2.0 */
/*
 * name-substituted: another name stands where the source has a name.
 *
 * Every word is spelled right and every number agrees: only the person is
 * another one. Reported when a name of the source has no answer in the
 * target and a name of the target has none in the source.
 *
 * Page, examples and tests: name_substituted.md
 */
#include "checks/check.h"
#include "checks/records.h"
#include "match/names.h"
#include "text/fold.h"

#include <stdlib.h>
#include <string.h>

enum {
    SUBSTITUTED,
    EXPECTED,
    EXCHANGED,
    MISTAKEN,
    UNHEARD,
    /* From here on what may be a rendering. */
    REPLACED,
    ADDED,
    UNHEARD_OF,
    UNHEARD_PHRASE,
    LONE
};

/* From so many times on the same change is a rendering, unless something says
 * that it is another person or country. */
enum { RENDERING = 3 };

/* So often a document has the surname of a person whom it is about. */
enum { KNOWN = 3 };

/* Whether the name may be of somebody: a title stands before it, or a word of
 * it is a given name. Others are translated. */
static bool may_be_person(const bl_pair *pair, const bl_name_difference *d)
{
    const bl_side *source = &pair->side[BL_SOURCE];

    for (uint32_t i = bl_side_token_from(source, d->source.start);
         i < source->token_count && source->tokens[i].start < d->source.limit;
         i++) {
        const bl_word *word = source->tokens[i].word;

        if (word != NULL && (word->set & BL_SENSE_BIT(BL_SENSE_GIVEN)) != 0)
            return true;
    }
    for (uint32_t i = 0; i < pair->names->count[BL_SOURCE]; i++) {
        const bl_name *name = &pair->names->list[BL_SOURCE][i];

        if (name->span.start <= d->source.start &&
            name->span.limit >= d->source.limit)
            return (name->flags & (BL_NAME_TITLED | BL_NAME_LISTED)) != 0;
    }
    /* A place with a surname behind it: Jordan Spieth. */
    return true;
}

/* Who stands there instead cannot be told. */
static void tell_unheard(const bl_pair *pair, const bl_name_difference *d,
                         bl_sink *sink)
{
    bl_emission e = { .message = may_be_person(pair, d)
                                     ? UNHEARD
                                     : UNHEARD_PHRASE,
                      .mark_count = 1 };

    e.marks[0] = bl_mark_of(BL_SOURCE, d->source);
    e.arguments[0] = bl_side_text(&pair->side[BL_SOURCE], d->source);
    bl_emit(sink, &e);
}

/* Nor can who should stand there. */
static void tell_added(const bl_pair *pair, const bl_name_difference *d,
                       bl_sink *sink)
{
    bl_emission e = { .message = d->kind == BL_NAME_ADDED ? ADDED : UNHEARD_OF,
                      .mark_count = 1 };

    e.marks[0] = bl_mark_of(BL_TARGET, d->target);
    e.arguments[1] = bl_side_text(&pair->side[BL_TARGET], d->target);
    bl_emit(sink, &e);
}

/* Of two names that stand for each other; what should stand there is said where
 * it is not what the source says. */
static uint16_t message_of(const bl_name_difference *d, bl_str source)
{
    switch (d->kind) {
    case BL_NAME_EXCHANGED:
        return d->expected.size != 0 && !bl_str_equal(d->expected, source)
                   ? EXCHANGED
                   : MISTAKEN;
    case BL_NAME_MISTAKEN:
        return MISTAKEN;
    case BL_NAME_REPLACED:
        return REPLACED;
    case BL_NAME_LONE:
        return LONE;
    default:
        return d->expected.size != 0 && !bl_str_equal(d->expected, source)
                   ? EXPECTED
                   : SUBSTITUTED;
    }
}

/* Whether something is written before the name, as one word with it, that a fix
 * would take away: والأمم. */
static bool is_prefixed(const bl_side *side, bl_span name)
{
    uint32_t at = 0;

    while (at < side->token_count && side->tokens[at].start != name.start)
        at++;
    return at < side->token_count && bl_token_is_word(&side->tokens[at]) &&
           (side->tokens[at].word->flags & BL_WORD_PREFIXED) != 0;
}

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    (void)self;
    for (uint32_t i = 0; i < pair->names->difference_count; i++) {
        const bl_name_difference *d = &pair->names->differences[i];
        bl_emission e = { .mark_count = 2 };

        if (d->kind == BL_NAME_UNHEARD)
            tell_unheard(pair, d, sink);
        if (d->kind == BL_NAME_ADDED || d->kind == BL_NAME_UNHEARD_OF)
            tell_added(pair, d, sink);
        if (d->kind > BL_NAME_MISTAKEN && d->kind != BL_NAME_LONE)
            continue;
        e.marks[0] = bl_mark_of(BL_SOURCE, d->source);
        e.marks[1] = bl_mark_of(BL_TARGET, d->target);
        e.arguments[0] = bl_side_text(&pair->side[BL_SOURCE], d->source);
        e.arguments[1] = bl_side_text(&pair->side[BL_TARGET], d->target);
        e.arguments[2] = d->expected;
        e.message = message_of(d, e.arguments[0]);
        e.fix = (bl_fix){ d->expected.size != 0 &&
                              !is_prefixed(&pair->side[BL_TARGET], d->target),
                          BL_TARGET, d->target, d->expected };
        bl_emit(sink, &e);
    }
}

/* A change of names, as it is written. */
typedef struct change {
    bl_str source;
    bl_str target;
    bl_finding *finding;
} change;

static int compare(const void *a, const void *b)
{
    const change *x = a;
    const change *y = b;
    const int order = bl_str_compare(x->source, y->source);

    return order != 0 ? order : bl_str_compare(x->target, y->target);
}

/* The last word of a text of several, and how many these are. */
static bl_str last_word(bl_str text, uint32_t *words)
{
    size_t start = 0;

    *words = 1;
    for (size_t i = 0; i < text.size; i++) {
        if (text.ptr[i] == ' ') {
            start = i + 1;
            (*words)++;
        }
    }
    return bl_str_of(text.ptr + start, text.size - start);
}

/* What stands for the last word of a full name, by a finding that says what
 * stands for that: To Lam is Tô Lâm, so Lam is Lâm. False where it does not. */
static bool read_part(const bl_report *report, bl_finding *finding, change *to)
{
    uint32_t words;
    uint32_t others;

    to->finding = finding;
    to->source =
        last_word(bl_report_marked(report, finding, BL_SOURCE), &words);
    to->target = last_word(finding->fix->text, &others);
    return words > 1 && words == others;
}

/* The first of the changes, which are sorted, of that source; or NULL. */
static const change *find_change(const change *list, size_t count,
                                 bl_str source)
{
    size_t low = 0;
    size_t high = count;

    while (low < high) {
        const size_t middle = low + (high - low) / 2;

        if (bl_str_compare(list[middle].source, source) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && bl_str_equal(list[low].source, source) ? &list[low]
                                                                 : NULL;
}

/* Short names, of which the lists say nothing, by what was said of the full
 * ones in the document; `list` has room for all findings. */
static void add_fixes(uint16_t rule, bl_report *report, change *list)
{
    size_t count = 0;

    for (size_t i = 0; i < report->count; i++) {
        bl_finding *finding = &report->findings[i];

        if (finding->rule == rule && finding->message == EXPECTED)
            count += read_part(report, finding, &list[count]);
    }
    qsort(list, count, sizeof(*list), compare);
    for (size_t i = 0; i < report->count && count != 0; i++) {
        bl_finding *finding = &report->findings[i];
        const change *full =
            finding->rule == rule && finding->message == SUBSTITUTED &&
                    finding->fix == NULL
                ? find_change(list, count,
                              bl_report_marked(report, finding, BL_SOURCE))
                : NULL;

        if (full != NULL)
            bl_report_fix(report, finding,
                          &(bl_fix){ true, BL_TARGET, finding->marks[1].span,
                                     full->target });
    }
}

/* Where a person was added whom the document names elsewhere, the translator
 * may have said the name for "he": a note. */
static void settle_added(uint16_t rule, const bl_records *records,
                         bl_report *report)
{
    for (size_t i = 0; i < report->count; i++) {
        bl_finding *finding = &report->findings[i];
        uint32_t words;
        bl_str name;

        if (finding->rule != rule || finding->message != ADDED)
            continue;
        name = last_word(bl_report_marked(report, finding, BL_TARGET), &words);
        if (bl_records_name_count(records, bl_skeleton_hash_of(name)) >= KNOWN)
            finding->severity = BL_INFO;
    }
}

/* Whether the document has a full name that ends in what is marked there, and
 * its translation too. */
static bool is_surname(const bl_records *records, const bl_report *report,
                       const bl_finding *finding, bl_side_id side)
{
    const bl_str marked = bl_report_marked(report, finding, side);

    return bl_records_surname_count(records, bl_skeleton_hash_of(marked)) != 0;
}

/* A surname by itself is one where the document has the full name as well, and
 * its translation; so may be what stands for it, which the translator then may
 * have said for "he": a note. */
static void settle_lone(uint16_t rule, const bl_records *records,
                        bl_report *report)
{
    for (size_t i = 0; i < report->count; i++) {
        bl_finding *finding = &report->findings[i];

        if (finding->rule != rule || finding->message != LONE)
            continue;
        if (!is_surname(records, report, finding, BL_SOURCE))
            finding->severity = BL_OFF;
        else if (!is_surname(records, report, finding, BL_TARGET))
            finding->severity = BL_WARNING;
    }
}

/* Whether one word of the target may be an ordinary one, by what it stands for:
 * two countries, or names of which no given name says whose they are. */
static bool may_be_word(uint16_t rule, const bl_finding *finding, bl_str target)
{
    return finding->rule == rule && finding->mark_count == 2 &&
           (finding->message == EXCHANGED || finding->message == MISTAKEN ||
            finding->message == REPLACED) &&
           memchr(target.ptr, ' ', target.size) == NULL;
}

static int compare_targets(const void *a, const void *b)
{
    const change *x = a;
    const change *y = b;
    const int order = bl_str_compare(x->target, y->target);

    return order != 0 ? order : bl_str_compare(x->source, y->source);
}

/* A word of the target that stands for three names of the source is none of
 * them, but a word of its language that is written like a name. `list` has room
 * for all findings. */
static void settle_words(uint16_t rule, bl_report *report, change *list)
{
    size_t count = 0;

    for (size_t i = 0; i < report->count; i++) {
        bl_finding *f = &report->findings[i];
        const bl_str target = bl_report_marked(report, f, BL_TARGET);

        if (may_be_word(rule, f, target))
            list[count++] =
                (change){ bl_report_marked(report, f, BL_SOURCE), target, f };
    }
    qsort(list, count, sizeof(*list), compare_targets);
    for (size_t first = 0, limit; first < count; first = limit) {
        size_t sources = 1;

        for (limit = first + 1;
             limit < count &&
             bl_str_equal(list[first].target, list[limit].target);
             limit++)
            sources += !bl_str_equal(list[limit - 1].source,
                                     list[limit].source);
        for (size_t i = first; sources >= RENDERING && i < limit; i++)
            list[i].finding->severity = BL_OFF;
    }
}

static void settle(uint16_t rule, const bl_records *records,
                   bl_report *report)
{
    change *list =
        bl_resize(report->alloc, NULL, report->count, sizeof(*list));
    size_t count = 0;

    settle_added(rule, records, report);
    settle_lone(rule, records, report);
    if (list == NULL) {
        report->failed = report->failed || report->count != 0;
        return;
    }
    add_fixes(rule, report, list);
    settle_words(rule, report, list);
    for (size_t i = 0; i < report->count; i++) {
        bl_finding *f = &report->findings[i];

        if (f->rule == rule && f->message >= REPLACED)
            list[count++] =
                (change){ bl_report_marked(report, f, BL_SOURCE),
                          bl_report_marked(report, f, BL_TARGET), f };
    }
    qsort(list, count, sizeof(*list), compare);
    for (size_t first = 0, limit; first < count; first = limit) {
        for (limit = first + 1;
             limit < count && compare(&list[first], &list[limit]) == 0;)
            limit++;
        for (size_t i = first; limit - first >= RENDERING && i < limit; i++)
            list[i].finding->severity = BL_OFF;
    }
    bl_free(report->alloc, list);
}

const bl_check bl_check_name_substituted = {
    .id = "name-substituted",
    .title = "Another name stands where the source has a name",
    .category = "name",
    .its_type = "inconsistent-entities",
    .since = "0.1",
    .stage = BL_STABLE,
    .compares = true,
    .needs = BL_NEEDS_TOKENS | BL_NEEDS_NAMES | BL_NEEDS_DOCUMENT,
    .wants = BL_HAS_OTHER_NAMES,
    .messages = {
        [SUBSTITUTED] = { "substituted", "{0} became {1}", BL_ERROR },
        [EXPECTED] = { "substituted-known",
                       "{0} became {1}; {0} is {2} in the target language",
                       BL_ERROR },
        [EXCHANGED] = { "replaced-known",
                        "{0} is not in the target, and {1} is not in the "
                        "source; {0} is {2} in the target language",
                        BL_WARNING },
        [MISTAKEN] = { "replaced-person",
                       "{0} is not in the target, and {1} is not in the "
                       "source",
                       BL_WARNING },
        [REPLACED] = { "replaced",
                       "{0} is not in the target, and {1} is not in the "
                       "source",
                       BL_WARNING },
        [UNHEARD] = { "unheard",
                      "nothing in the target sounds like {0}", BL_WARNING },
        [ADDED] = { "added", "{1} is not in the source", BL_WARNING },
        [UNHEARD_OF] = { "added-unheard",
                         "nothing in the source sounds like {1}",
                         BL_WARNING },
        [UNHEARD_PHRASE] = { "unheard-phrase",
                             "nothing in the target sounds like {0}",
                             BL_WARNING },
        [LONE] = { "replaced-surname",
                   "{0} is not in the target, and {1} is not in the "
                   "source",
                   BL_INFO },
    },
    .run = run,
    .settle = settle,
};
