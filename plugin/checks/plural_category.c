/* SPDX-License-Identifier: Apache-2.0 */
/*
 * plural-category: a text with plural forms has not those of the language.
 *
 * The arms of a message of ICU are compared with the categories that CLDR has
 * for the language; of forms that are parted by | ("one file|{n} files") the
 * number is. The language of the source has as many as the text has, or the
 * program counts in a way of its own, and nothing is said. Nor is anything
 * said for languages whose words are the same behind every number.
 *
 * Page, examples and tests: plural_category.md
 */
#include "checks/arms.h"
#include "checks/signs.h"
#include "lexicon/language.h"
#include "text/plural.h"
#include "text/similar.h"

#include <stdio.h>

enum { MISSING, FOREIGN, UNUSED, FORMS, KEPT, ADDED };

/* More messages, forms, or tokens of a form than anybody writes are not
 * looked at. */
enum { MESSAGES_MAX = 32, FORMS_MAX = 8, TOKENS_MAX = 64 };

/* Letters at the beginning that two words of different forms share. */
enum { STEM = 3 };

/* ---- messages ----------------------------------------------------------- */

static bl_str head_of(const bl_arms *m, uint32_t mask)
{
    return bl_side_text(m->side, m->side->masks[mask].span);
}

/* Whether explicit numbers stand for the category: "=1" where one is 1 and
 * nothing else. */
static bool is_explicit(const bl_arms *m, bl_plurals plurals,
                        unsigned category)
{
    char key[16];

    if (!bl_plural_is_small(plurals, category))
        return false;
    snprintf(key, sizeof(key), "=%d", bl_plural_example(plurals, category));
    return bl_arms_have(m, bl_str_z(key));
}

/* A category that the message of the target lacks, at its beginning. */
static void check_missing(const bl_arms *m, uint32_t mask, bl_sink *sink)
{
    const bl_plurals plurals = m->side->language->plurals;
    const bl_plural_set needed =
        bl_plural_needed(plurals) & ~(1u << BL_PLURAL_OTHER);

    for (unsigned c = 0; c <= BL_PLURAL_LAST; c++) {
        const bl_str name = bl_str_z(bl_plural_name(c));
        bl_emission e = { .message = MISSING, .mark_count = 1 };
        char number[16];

        if ((needed >> c & 1) == 0 || bl_arms_have(m, name) ||
            is_explicit(m, plurals, c))
            continue;
        snprintf(number, sizeof(number), "%d", bl_plural_example(plurals, c));
        e.arguments[0] = name;
        e.arguments[1] = bl_str_z(number);
        e.marks[0] = bl_mark_of(BL_TARGET, m->side->masks[mask].span);
        bl_emit(sink, &e);
    }
}

/* Whether a message of the side has an arm with that key. */
static bool has_key(const bl_side *side, bl_str key)
{
    for (uint32_t i = 0; i < side->mask_count; i++) {
        if (side->masks[i].kind == BL_ENTITY_ARM &&
            bl_str_equal(bl_side_text(side, side->masks[i].span), key))
            return true;
    }
    return false;
}

/* Arms that no number comes to. */
static void check_foreign(const bl_pair *pair, const bl_arms *m,
                          bl_sink *sink)
{
    const bl_plural_set known = bl_plural_known(m->side->language->plurals);

    for (uint32_t i = 0; i < m->count; i++) {
        const bl_str key = head_of(m, m->arms[i]);
        const int category = bl_plural_named(key);
        bl_emission e = { .message = FOREIGN, .mark_count = 1 };

        if (category < 0 || (known >> category & 1) != 0)
            continue;
        if (has_key(&pair->side[BL_SOURCE], key))
            e.message = UNUSED;
        e.arguments[0] = key;
        e.marks[0] =
            bl_mark_of(BL_TARGET, m->side->masks[m->arms[i]].span);
        bl_emit(sink, &e);
    }
}

/* "{n, plural, ...", not what is told by an order or by words; numbers of a
 * plural with an offset are others than those of its categories. */
static bool is_plain(bl_str head)
{
    return bl_str_has(head, bl_str_z("plural")) &&
           !bl_str_has(head, bl_str_z("offset"));
}

static void check_messages(const bl_pair *pair, bl_sink *sink)
{
    const bl_side *target = &pair->side[BL_TARGET];
    uint32_t messages = 0;

    for (uint32_t i = 0; i < target->mask_count && messages < MESSAGES_MAX;
         i++) {
        bl_arms m;

        if (target->masks[i].kind != BL_ENTITY_MESSAGE)
            continue;
        messages++;
        if (!bl_arms_read(target, i, &m) || !is_plain(head_of(&m, i)))
            continue;
        check_missing(&m, i, sink);
        check_foreign(pair, &m, sink);
    }
}

/* ---- forms parted by | -------------------------------------------------- */

/* Tokens of the forms of a side. */
typedef struct forms {
    const bl_side *side;
    uint32_t count;
    uint32_t start[FORMS_MAX + 1]; /* of each, one behind the sign; and one
                                      behind the sign that would follow */
} forms;

/* False: they are too many, or too long. */
static bool read_forms(const bl_side *side, forms *found)
{
    *found = (forms){ .side = side, .count = 1 };
    for (uint32_t i = 0; i < side->token_count; i++) {
        if (i - found->start[found->count - 1] > TOKENS_MAX)
            return false;
        if (!bl_sign_parts_forms(&side->tokens[i]))
            continue;
        if (found->count == FORMS_MAX)
            return false;
        found->start[found->count++] = i + 1;
    }
    found->start[found->count] = side->token_count + 1;
    return true;
}

static bool is_alike(const bl_word *a, const bl_word *b)
{
    const size_t common = bl_common_prefix(a->skeleton, b->skeleton);

    return (common == a->letters && common == b->letters) ||
           (common >= STEM && 2 * common >= a->letters &&
            2 * common >= b->letters);
}

static bool has_word(const forms *f, uint32_t form, const bl_word *word)
{
    for (uint32_t i = f->start[form]; i + 1 < f->start[form + 1]; i++) {
        const bl_token *token = &f->side->tokens[i];

        if (bl_token_is_word(token) && is_alike(token->word, word))
            return true;
    }
    return false;
}

/* Whether two forms say the same: most words of the first are in the other. */
static bool say_the_same(const forms *f, uint32_t a, uint32_t b)
{
    uint32_t words = 0;
    uint32_t found = 0;

    for (uint32_t i = f->start[a]; i + 1 < f->start[a + 1]; i++) {
        const bl_token *token = &f->side->tokens[i];

        if (!bl_token_is_word(token))
            continue;
        words++;
        found += has_word(f, b, token->word);
    }
    return words != 0 && 2 * found >= words;
}

/* The bytes of a form. */
static bl_span span_of(const forms *f, uint32_t form)
{
    const bl_token *tokens = f->side->tokens;
    const uint32_t behind = f->start[form + 1] - 1;

    return (bl_span){ form == 0 ? 0 : tokens[f->start[form] - 1].limit,
                      behind == f->side->token_count
                          ? (uint32_t)f->side->text.size
                          : tokens[behind].start };
}

static bool has_placeholder(const forms *f, uint32_t form)
{
    const bl_span span = span_of(f, form);

    for (uint32_t i = 0; i < f->side->mask_count; i++) {
        if (f->side->masks[i].kind == BL_ENTITY_PLACEHOLDER &&
            f->side->masks[i].span.start >= span.start &&
            f->side->masks[i].span.limit <= span.limit)
            return true;
    }
    return false;
}

/* "{0} none|[1,*] some" says itself which numbers are meant. */
static bool has_intervals(const forms *f)
{
    for (uint32_t i = 0; i < f->count; i++) {
        const bl_str text = bl_side_text(f->side, span_of(f, i));
        size_t at = 0;

        while (at < text.size && text.ptr[at] == ' ')
            at++;
        if (at + 1 < text.size &&
            (text.ptr[at] == '[' || text.ptr[at] == ']' ||
             (text.ptr[at] == '{' && text.ptr[at + 1] >= '0' &&
              text.ptr[at + 1] <= '9')))
            return true;
    }
    return false;
}

/* Whether they are forms of one text for different numbers: the last one has
 * the number, and each says what the one before it does. */
static bool are_plurals(const forms *f)
{
    if (!has_placeholder(f, f->count - 1) || has_intervals(f))
        return false;
    for (uint32_t i = 1; i < f->count; i++) {
        if (!say_the_same(f, i - 1, i))
            return false;
    }
    return true;
}

static uint32_t count_of(bl_plural_set set)
{
    uint32_t count = 0;

    for (; set != 0; set &= set - 1)
        count++;
    return count;
}

/* Whether a text of the language may have so many: as many as whole numbers
 * need, up to as many as there are. */
static bool is_count(const bl_side *side, uint32_t count)
{
    const bl_plurals plurals = side->language->plurals;

    return count >= count_of(bl_plural_needed(plurals)) &&
           count <= count_of(bl_plural_known(plurals));
}

static void emit_forms(bl_sink *sink, const bl_side *target, uint16_t message,
                       uint32_t forms_count)
{
    bl_emission e = { .message = message, .mark_count = 1 };
    char count[16];
    char needed[16];

    snprintf(count, sizeof(count), "%u", (unsigned)forms_count);
    snprintf(needed, sizeof(needed), "%u",
             (unsigned)count_of(
                 bl_plural_needed(target->language->plurals)));
    e.arguments[0] = bl_str_z(count);
    e.arguments[1] = bl_str_z(needed);
    e.marks[0] =
        bl_mark_of(BL_TARGET, (bl_span){ 0, (uint32_t)target->text.size });
    bl_emit(sink, &e);
}

static bool has_sign(const bl_side *side)
{
    return memchr(side->text.ptr, '|', side->text.size) != NULL;
}

static void check_forms(const bl_pair *pair, bl_sink *sink)
{
    const bl_side *target = &pair->side[BL_TARGET];
    forms a;
    forms b;

    if ((!has_sign(&pair->side[BL_SOURCE]) && !has_sign(target)) ||
        !read_forms(&pair->side[BL_SOURCE], &a) || !read_forms(target, &b))
        return;
    if (a.count > 1 && target->language->plurals != 0 &&
        is_count(&pair->side[BL_SOURCE], a.count) &&
        !is_count(target, b.count) && are_plurals(&a) &&
        (b.count == 1 || are_plurals(&b)))
        emit_forms(sink, target, a.count == b.count ? KEPT : FORMS, b.count);
    else if (a.count == 1 && b.count > 1 && has_placeholder(&b, 0) &&
             has_placeholder(&a, 0) && are_plurals(&b))
        emit_forms(sink, target, ADDED, b.count);
}

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    (void)self;
    if (pair->side[BL_SOURCE].mask_count == 0 || !bl_has_target(pair))
        return;
    if (pair->side[BL_TARGET].language->plurals != 0)
        check_messages(pair, sink);
    check_forms(pair, sink);
}

const bl_check bl_check_plural_category = {
    .id = "plural-category",
    .title = "Plural forms are not those of the target language",
    .category = "placeholder",
    .its_type = "internationalization",
    .since = "0.1",
    .stage = BL_STABLE,
    .compares = true,
    .needs = BL_NEEDS_TOKENS,
    .wants = BL_HAS_MASKS,
    .messages = {
        [MISSING] = { "missing", "the form \"{0}\", for numbers such as {1}, "
                      "is missing", BL_WARNING },
        [FOREIGN] = { "foreign", "the language has no plural form \"{0}\"",
                      BL_WARNING },
        [UNUSED] = { "unused", "the language has no plural form \"{0}\"",
                     BL_INFO },
        [FORMS] = { "forms", "plural forms: {0} instead of {1}", BL_WARNING },
        [KEPT] = { "kept", "plural forms: {0}, as in the source, instead of "
                   "{1}", BL_INFO },
        [ADDED] = { "added", "{0} plural forms of a text that has one in the "
                    "source", BL_WARNING },
    },
    .run = run,
};
