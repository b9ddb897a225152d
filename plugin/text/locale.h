/* SPDX-License-Identifier: Apache-2.0 */
/* Language tags as files write them, and what ICU calls them. */
#ifndef BL_TEXT_LOCALE_H
#define BL_TEXT_LOCALE_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

enum { BL_TAG_SIZE = 40 };

typedef struct bl_locale {
    char tag[BL_TAG_SIZE];    /* BCP 47, canonical case: "pt-BR" */
    char icu[BL_TAG_SIZE];    /* for ICU: "pt_BR" */
    char language[12];        /* "pt" */
    char script[8];           /* "Latn": the likely one where none is given */
    char region[8];           /* "BR", or "" */
    char home[8];             /* the likely region where none is given */
    bool other_script;        /* not the likely one there: "sr-Latn" */
    bool turkic;              /* I and i are not a pair */
    bool right_to_left;
} bl_locale;

/*
 * "pt_br", "PT-BR", "zh-Hant_TW", "iw" -> a locale. False where the text is
 * no language tag; private use ("x-foo") is a tag of no known language.
 */
bool bl_locale_parse(const char *text, size_t size, bl_locale *locale);

/* Whether it is a language that people write, not just a well-formed tag:
 * an ISO 639-1 code, or one that CLDR has data for. */
bool bl_locale_is_known(const bl_locale *locale);

/* Whether its letters, by the tag or likely, are Latin ones; and whether those
 * of two are the same. A script has four letters, or none where it is not
 * known: compilers compare them as one number. */
static inline bool bl_locale_is_latin(const bl_locale *locale)
{
    return memcmp(locale->script, "Latn", 4) == 0;
}

static inline bool bl_locale_same_script(const bl_locale *a,
                                         const bl_locale *b)
{
    return memcmp(a->script, b->script, 4) == 0;
}

/* The countries that the tag's region is made of, ISO 3166-1 in the order of
 * their codes, where it is one of UN M49: es-419 is the Spanish of Latin
 * America. False from the sink ends it. */
typedef bool (*bl_country_sink)(void *context, const char *country);
void bl_locale_each_country(const bl_locale *locale, bl_country_sink sink,
                            void *context);

/* The next wider tag: "zh-Hant-TW" -> "zh-Hant" -> "zh" -> ""; and "nb" ->
 * "no", since CLDR has what is Norwegian there; and "yue" -> "zh-Hant", by
 * dictionaries/languages.txt. `tag` has BL_TAG_SIZE bytes. */
void bl_tag_widen(char *tag);

/* The names of all locales that ICU has data for, in its own order, and then
 * the names that they had before. */
typedef void (*bl_locale_sink)(void *context, const char *name);
void bl_locale_each(bl_locale_sink sink, void *context);

/* The version of ICU that is in use, such as "72.1". */
enum { BL_ICU_VERSION_SIZE = 20 };
void bl_icu_version(char out[BL_ICU_VERSION_SIZE]);

/* Whether two tags name the same language, whatever the region. */
bool bl_locale_same_language(const bl_locale *a, const bl_locale *b);

#endif
