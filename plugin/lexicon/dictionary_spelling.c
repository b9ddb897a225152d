/* SPDX-License-Identifier: Apache-2.0 */
/* The keys that say how words are spelled: of spelling.txt and syllables.txt,
 * but for lists of words. */
#include "lexicon/dictionary_keys.h"

#include "base/error.h"
#include "lexicon/syllables.h"
#include "lexicon/values.h"
#include "text/fold.h"
#include "text/utf8.h"

/* Two characters with a sign between them, and nothing else. */
static bool read_characters(bl_str form, char sign, uint32_t *first,
                            uint32_t *last)
{
    size_t next = 0;

    *first = bl_utf8_next(form.ptr, form.size, &next);
    if (next >= form.size || form.ptr[next] != sign || ++next >= form.size)
        return false;
    *last = bl_utf8_next(form.ptr, form.size, &next);
    return next == form.size;
}

/* legacy|ၠ-႗: from one character to another. */
static bilint_status add_legacy(const bl_key_line *at)
{
    bl_language *language = at->language;
    bl_str forms = at->forms;
    bl_str form;

    while (bl_key_next_form(&forms, &form)) {
        bl_legacy_range range;

        if (!read_characters(form, '-', &range.first, &range.last) ||
            range.last < range.first)
            return bl_key_refuse(at, "no range of characters", form);
        if (language->legacy_count == BL_LEGACY_RANGES)
            return bl_key_refuse(at, "too many ranges", form);
        language->legacy[language->legacy_count++] = range;
    }
    return BILINT_OK;
}

/* typed|ي>ی: letters of other keyboards, and what they stand for. */
static bilint_status add_typed(const bl_key_line *at)
{
    bl_language *language = at->language;
    bl_str forms = at->forms;
    bl_str form;

    while (bl_key_next_form(&forms, &form)) {
        bl_typed letter;

        if (!read_characters(form, '>', &letter.typed, &letter.meant))
            return bl_key_refuse(at, "no letter for another one", form);
        if (language->typed_count == BL_TYPED_LETTERS)
            return bl_key_refuse(at, "too many letters", form);
        language->typed[language->typed_count++] = letter;
    }
    return BILINT_OK;
}

/* vowels|aeıioöuü: those that endings are in harmony with. */
static bilint_status add_vowels(const bl_key_line *at)
{
    bl_language *language = at->language;
    const char *copy =
        bl_arena_copy(&language->data, at->forms.ptr, at->forms.size);

    language->inflections.vowels = bl_str_of(copy, at->forms.size);
    return copy != NULL ? BILINT_OK : bl_fail_memory(at->err);
}

/* word-suffix aı bcd|dı|dır, word-prefix bfpv|mem. */
static bilint_status add_affixes(const bl_key_line *at, bool prefix)
{
    bl_str forms = at->forms;
    bl_str form;

    if (at->value.size == 0)
        return bl_key_refuse(at, "beside which letters? (* for any)",
                             at->forms);
    while (bl_key_next_form(&forms, &form)) {
        if (!bl_inflections_add(&at->language->inflections, form, at->value,
                                prefix))
            return bl_fail_memory(at->err);
    }
    return BILINT_OK;
}

/* As couples have it; "-" is no word. */
static uint32_t hash_form(const bl_language *language, bl_str form)
{
    bl_folded folded;

    if (bl_str_equal(form, BL_STR("-")))
        return 0;
    bl_fold(&language->locale, form, &folded);
    return bl_skeleton_hash(bl_str_of(folded.text, folded.size));
}

/* word hệ|lụy|thống: words of two parts, by the first. */
static bilint_status add_words(const bl_key_line *at)
{
    bl_language *language = at->language;
    const uint32_t first = hash_form(language, at->value);
    bl_str forms = at->forms;
    bl_str form;

    while (bl_key_next_form(&forms, &form)) {
        if (!bl_couples_add(&language->couples,
                            bl_couple_of(first, hash_form(language, form))))
            return bl_fail_memory(at->err);
    }
    return BILINT_OK;
}

/* bare cua|của|<con|>biển: what it is with marks, beside what without. */
static bilint_status add_bare(const bl_key_line *at)
{
    bl_language *language = at->language;
    const uint32_t word = hash_form(language, at->value);
    bl_sense sense = { .kind = BL_SENSE_KNOWN };
    bl_str forms = at->forms;
    bl_str form;
    int64_t meant[] = { 0, BL_BARE_WEAK };
    bool added = true;

    bl_sense_set_group(&sense, at->value.ptr, at->value.size);
    while (added && bl_key_next_form(&forms, &form)) {
        const char mark = *form.ptr;
        const bl_str rest = bl_str_of(form.ptr + 1, form.size - 1);
        const uint32_t other = hash_form(language, rest);

        if (mark == '<' || mark == '>')
            added = bl_couples_add(&language->couples,
                                   mark == '<' ? bl_couple_of(other, word)
                                               : bl_couple_of(word, other));
        else
            added = bl_language_add_form(
                language, sense.value + meant[mark == '~']++,
                mark == '~' ? rest : form);
    }
    if (meant[0] == 0 && meant[1] == BL_BARE_WEAK)
        return bl_key_refuse(at, "what is it with its marks?", at->value);
    bl_language_add(language, sense, at->value);
    return added ? BILINT_OK : bl_fail_memory(at->err);
}

static bilint_status add_syllables(const bl_key_line *at, bl_syllable_part part)
{
    bl_language *language = at->language;
    bl_str forms = at->forms;
    bl_str form;

    if (language->syllables == NULL)
        language->syllables = bl_syllables_new(language->alloc);
    if (language->syllables == NULL)
        return bl_fail_memory(at->err);
    while (bl_key_next_form(&forms, &form)) {
        if (bl_str_equal(form, BL_STR("-")))
            form.size = 0;
        if (form.size > BL_SYLLABLE_BYTES)
            return bl_key_refuse(at, "too long for a part of a syllable", form);
        if (!bl_syllables_add(language->syllables, part, form))
            return bl_fail_memory(at->err);
    }
    return BILINT_OK;
}

static bilint_status add_variants(const bl_key_line *at, bl_variant_kind kind)
{
    bl_str forms = at->forms;
    bl_str form;
    bool valid = true;

    while (bl_key_next_form(&forms, &form)) {
        if (!bl_variants_add(&at->language->variants, kind, form, &valid))
            return bl_fail_memory(at->err);
        if (!valid)
            return bl_key_refuse(at, "no > in this form", form);
    }
    return BILINT_OK;
}

bilint_status bl_key_add_changes(const bl_key_line *at,
                                 bl_spelling_changes *to)
{
    bl_str forms = at->forms;
    bl_str form;
    bool valid = true;

    while (bl_key_next_form(&forms, &form)) {
        if (!bl_spelling_changes_add(to, at->language->alloc, form, &valid))
            return bl_fail_memory(at->err);
        if (!valid)
            return bl_key_refuse(at, "no letters and what they become", form);
    }
    return BILINT_OK;
}

/* encoded|aù>á|ñ>đ: one more encoding. */
static bilint_status add_encoding(const bl_key_line *at)
{
    bl_language *language = at->language;

    if (language->encoding_count == BL_ENCODINGS)
        return bl_key_refuse(at, "too many encodings", at->forms);
    return bl_key_add_changes(
        at, &language->encodings[language->encoding_count++]);
}

/* Keys with a kind of their forms. */
static const struct {
    const char *keyword;
    bl_variant_kind kind;
} variants[] = { { "back", BL_VARIANT_BACK },
                 { "front", BL_VARIANT_FRONT },
                 { "regional", BL_VARIANT_REGIONAL },
                 { "respell", BL_VARIANT_ENDING },
                 { "stressed", BL_VARIANT_STRESSED } };

static const struct {
    const char *keyword;
    bl_syllable_part part;
} parts[] = { { "onset", BL_SYLLABLE_ONSET },
              { "rhyme", BL_SYLLABLE_RHYME },
              { "rhyme-stopped", BL_SYLLABLE_STOPPED },
              { "tone", BL_SYLLABLE_TONE },
              { "tone-stopped", BL_SYLLABLE_STOPPED_TONE } };

/* Keys that have a value: beside which letters, or of which word. */
static bool add_with_value(const bl_key_line *at, bilint_status *status)
{
    if (bl_str_equal(at->keyword, BL_STR("word")))
        *status = add_words(at);
    else if (bl_str_equal(at->keyword, BL_STR("bare")))
        *status = add_bare(at);
    else if (bl_str_equal(at->keyword, BL_STR("word-suffix")))
        *status = add_affixes(at, false);
    else if (bl_str_equal(at->keyword, BL_STR("word-prefix")))
        *status = add_affixes(at, true);
    else
        return false;
    return true;
}

bool bl_key_add_spelling(const bl_key_line *at, bilint_status *status)
{
    if (at->value.size != 0)
        return add_with_value(at, status);
    for (size_t i = 0; i < sizeof(variants) / sizeof(variants[0]); i++) {
        if (bl_str_equal(at->keyword, bl_str_z(variants[i].keyword))) {
            *status = add_variants(at, variants[i].kind);
            return true;
        }
    }
    for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
        if (bl_str_equal(at->keyword, bl_str_z(parts[i].keyword))) {
            *status = add_syllables(at, parts[i].part);
            return true;
        }
    }
    if (bl_str_equal(at->keyword, BL_STR("encoded")))
        *status = add_encoding(at);
    else if (bl_str_equal(at->keyword, BL_STR("legacy")))
        *status = add_legacy(at);
    else if (bl_str_equal(at->keyword, BL_STR("typed")))
        *status = add_typed(at);
    else if (bl_str_equal(at->keyword, BL_STR("softened")))
        *status =
            bl_key_add_changes(at, &at->language->inflections.softened);
    else if (bl_str_equal(at->keyword, BL_STR("vowels")))
        *status = add_vowels(at);
    else
        return false;
    return true;
}
