/* SPDX-License-Identifier: Apache-2.0 */
/*
 * CLDR's display names, through ICU. Those of languages are looked at first;
 * of regions and scripts only where a language was found, since there are
 * many of them and most texts are no names.
 */
#include "text/language_names.h"

#include "text/fold.h"

#include <unicode/uldnames.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

#include <string.h>

enum { NAME_ROOM = 200 };

typedef struct search {
    bl_folded keys[BL_NAMED_LANGUAGES];
    int count;
    int found;
    char (*tags)[BL_TAG_SIZE];
} search;

/* The locale, for each text that is still nothing and has that name. */
static void note(search *s, const char *locale, const UChar *name, int32_t size)
{
    char text[NAME_ROOM * 3];
    int32_t bytes = 0;
    UErrorCode status = U_ZERO_ERROR;
    bl_folded key;

    u_strToUTF8(text, sizeof(text), &bytes, name, size, &status);
    if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING)
        return;
    bl_fold(NULL, bl_str_of(text, (size_t)bytes), &key);
    for (int i = 0; i < s->count; i++) {
        bl_locale parsed;

        if (s->tags[i][0] != '\0' || key.size == 0 ||
            key.size != s->keys[i].size ||
            memcmp(key.text, s->keys[i].text, key.size) != 0 ||
            !bl_locale_parse(locale, strlen(locale), &parsed))
            continue;
        memcpy(s->tags[i], parsed.tag, BL_TAG_SIZE);
        s->found++;
    }
}

static bool is_plain(const char *locale)
{
    return strchr(locale, '_') == NULL;
}

static void note_display(search *s, const char *locale, const char *in)
{
    UChar name[NAME_ROOM];
    UErrorCode status = U_ZERO_ERROR;
    const int32_t size =
        uloc_getDisplayName(locale, in, name, NAME_ROOM, &status);

    if (U_SUCCESS(status) && size < NAME_ROOM)
        note(s, locale, name, size);
}

/* In one language; NULL: in English and in themselves. */
static void look(search *s, bool plain, const char *in)
{
    const int32_t count = uloc_countAvailable();

    for (int32_t i = 0; i < count && s->found < s->count; i++) {
        const char *locale = uloc_getAvailable(i);

        if (is_plain(locale) != plain)
            continue;
        note_display(s, locale, in != NULL ? in : "en");
        if (in == NULL)
            note_display(s, locale, locale);
    }
}

static void note_dialect(search *s, const ULocaleDisplayNames *names,
                         const char *locale)
{
    UChar name[NAME_ROOM];
    UErrorCode status = U_ZERO_ERROR;
    const int32_t size =
        uldn_localeDisplayName(names, locale, name, NAME_ROOM, &status);

    if (U_SUCCESS(status) && size < NAME_ROOM)
        note(s, locale, name, size);
}

/* "zh_Hant": a language and a script. */
static bool has_script_alone(const char *locale)
{
    const char *script = strchr(locale, '_');

    return script != NULL && strlen(script + 1) == 4;
}

/* "Brazilian Portuguese", "Simplified Chinese"; and in the language itself
 * where that has several scripts. */
static void look_at_dialects(search *s)
{
    UErrorCode status = U_ZERO_ERROR;
    ULocaleDisplayNames *english = uldn_open("en", ULDN_DIALECT_NAMES, &status);
    const int32_t count = U_SUCCESS(status) ? uloc_countAvailable() : 0;

    for (int32_t i = 0; i < count && s->found < s->count; i++) {
        const char *locale = uloc_getAvailable(i);
        ULocaleDisplayNames *own;

        if (is_plain(locale))
            continue;
        note_dialect(s, english, locale);
        if (!has_script_alone(locale))
            continue;
        status = U_ZERO_ERROR;
        own = uldn_open(locale, ULDN_DIALECT_NAMES, &status);
        if (U_SUCCESS(status))
            note_dialect(s, own, locale);
        uldn_close(own);
    }
    uldn_close(english);
}

int bl_languages_named(const bl_str *texts, int count, char tags[][BL_TAG_SIZE])
{
    search s = { .count = count < BL_NAMED_LANGUAGES ? count
                                                     : BL_NAMED_LANGUAGES,
                 .tags = tags };

    for (int i = 0; i < s.count; i++) {
        tags[i][0] = '\0';
        bl_fold(NULL, texts[i], &s.keys[i]);
    }
    look(&s, true, NULL);
    if (s.found == 0)
        return 0;
    look(&s, false, NULL);
    look_at_dialects(&s);
    for (int i = 0; i < s.count && s.found < s.count; i++) {
        if (tags[i][0] != '\0')
            look(&s, true, tags[i]);
    }
    return s.found;
}
