/* SPDX-License-Identifier: Apache-2.0 */
/* Language tags through ICU's uloc. */
#include "text/locale.h"

#include "text/resource.h"
#include "text/tags.h"

#include <unicode/uchar.h>
#include <unicode/uenum.h>
#include <unicode/uloc.h>
#include <unicode/uregion.h>
#include <unicode/ustring.h>
#include <unicode/uversion.h>

#include <stdio.h>
#include <string.h>

/* Old and new hyphens; a POSIX codeset or modifier ends the tag. */
static bool clean(const char *text, size_t size, char *out, size_t room)
{
    size_t n = 0;

    for (size_t i = 0; i < size; i++) {
        char c = text[i];

        if (c == '.' || c == '@')
            break;
        if (c == '_')
            c = '-';
        if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
              (c >= '0' && c <= '9') || c == '-'))
            return false;
        if (n + 1 >= room)
            return false;
        out[n++] = c;
    }
    out[n] = '\0';
    return n >= 2;
}

/* The script that a POSIX modifier names, as tags have it: "latin" -> "Latn";
 * NULL for "euro" and the like. */
static const char *script_of(const char *modifier, size_t size)
{
    char name[32];
    int32_t script;

    if (size >= sizeof(name))
        return NULL;
    memcpy(name, modifier, size);
    name[size] = '\0';
    script = u_getPropertyValueEnum(UCHAR_SCRIPT, name);
    return script != UCHAR_INVALID_CODE
               ? u_getPropertyValueName(UCHAR_SCRIPT, script,
                                        U_SHORT_PROPERTY_NAME)
               : NULL;
}

/* sr_RS@latin is sr-Latn-RS: put the script behind the language. */
static void add_script(char *tag, size_t room, const char *text, size_t size)
{
    const char *modifier = memchr(text, '@', size);
    const size_t language = strcspn(tag, "-");
    const size_t rest = strlen(tag + language) + 1;
    const char *script =
        modifier != NULL
            ? script_of(modifier + 1, size - (size_t)(modifier + 1 - text))
            : NULL;

    /* One that is in the tag already is right. */
    if (script == NULL || language + rest + 1 + strlen(script) > room ||
        (rest > 1 && strcspn(tag + language + 1, "-") == 4 &&
         !(tag[language + 1] >= '0' && tag[language + 1] <= '9')))
        return;
    memmove(tag + language + 1 + strlen(script), tag + language, rest);
    tag[language] = '-';
    memcpy(tag + language + 1, script, strlen(script));
}

/* Whether the locale lowers I to something else than i. */
static bool has_turkic_i(const char *icu)
{
    const UChar upper[] = { 'I', 0 };
    UChar lower[8];
    UErrorCode status = U_ZERO_ERROR;
    const int32_t size = u_strToLower(lower, 8, upper, 1, icu, &status);

    return U_SUCCESS(status) && !(size == 1 && lower[0] == 'i');
}

static bool has_data(const char *language)
{
    for (int32_t i = uloc_countAvailable(); i-- > 0;) {
        if (strcmp(uloc_getAvailable(i), language) == 0)
            return true;
    }
    return false;
}

/* Of a subtag, the one that is given or else that of the alias. */
static void add_subtag(char *icu, const char *given, const char *alias)
{
    const char *subtag = given[0] != '\0' ? given : alias;
    const size_t size = strlen(icu);

    if (subtag[0] != '\0' && size + 1 + strlen(subtag) < BL_TAG_SIZE) {
        icu[size] = '_';
        strcpy(icu + size + 1, subtag);
    }
}

/* path: "reason" or "replacement". */
static void on_alias(void *context, const char *const *path, int depth,
                     bl_str value)
{
    char *name = context;

    if (depth == 1 && strcmp(path[0], "replacement") == 0 &&
        value.size < BL_TAG_SIZE) {
        memcpy(name, value.ptr, value.size);
        name[value.size] = '\0';
    }
}

/* What a tag is paired with; NULL for most. */
static const char *find_other(const bl_tag_pair *pairs, const char *tag)
{
    while (pairs->tag != NULL && strcmp(pairs->tag, tag) != 0)
        pairs++;
    return pairs->other;
}

/* What CLDR calls a language for which it has data under another code (UTS 35,
 * language aliases): prs is fa_AF, arb is ar, swh is sw; and those that are
 * read as another one though CLDR has data for both. */
static void replace_alias(char *icu, UErrorCode *status)
{
    char alias[BL_TAG_SIZE] = "";
    const char *same;
    char path[64];
    char language[ULOC_LANG_CAPACITY] = "";
    char scripts[2][ULOC_SCRIPT_CAPACITY]; /* given, of the alias */
    char regions[2][ULOC_COUNTRY_CAPACITY];

    uloc_getLanguage(icu, language, sizeof(language), status);
    same = find_other(bl_tags_same, language);
    if (same != NULL) {
        snprintf(alias, sizeof(alias), "%s", same);
    } else if (U_SUCCESS(*status) && !has_data(language)) {
        snprintf(path, sizeof(path), "alias/language/%s", language);
        bl_resource_walk("", "metadata", path, on_alias, alias);
    }
    if (U_FAILURE(*status) || alias[0] == '\0')
        return;
    uloc_getScript(icu, scripts[0], ULOC_SCRIPT_CAPACITY, status);
    uloc_getCountry(icu, regions[0], ULOC_COUNTRY_CAPACITY, status);
    uloc_getScript(alias, scripts[1], ULOC_SCRIPT_CAPACITY, status);
    uloc_getCountry(alias, regions[1], ULOC_COUNTRY_CAPACITY, status);
    uloc_getLanguage(alias, icu, BL_TAG_SIZE, status);
    add_subtag(icu, scripts[0], scripts[1]);
    add_subtag(icu, regions[0], regions[1]);
}

/* The script that a language is written in, or one in a region. */
static void find_script(const char *icu, char script[ULOC_SCRIPT_CAPACITY],
                        UErrorCode *status)
{
    char likely[BL_TAG_SIZE] = "";

    uloc_addLikelySubtags(icu, likely, sizeof(likely), status);
    uloc_getScript(likely, script, ULOC_SCRIPT_CAPACITY, status);
}

/* Whether the language has another script in that region by itself. */
static bool is_other_script(const bl_locale *locale, UErrorCode *status)
{
    char icu[BL_TAG_SIZE];
    char script[ULOC_SCRIPT_CAPACITY] = "";

    snprintf(icu, sizeof(icu), "%s_%s", locale->language, locale->region);
    find_script(icu, script, status);
    return strcmp(script, locale->script) != 0;
}

/* ICU's data of a region that writes its language in another script than most
 * is under that script alone: zh_Hant_TW. */
static void add_other_script(bl_locale *locale, UErrorCode *status)
{
    char script[ULOC_SCRIPT_CAPACITY] = "";
    const size_t size = strlen(locale->language);

    find_script(locale->language, script, status);
    if (U_FAILURE(*status) || script[0] == '\0' ||
        strcmp(script, locale->script) == 0 || locale->icu[size] != '_' ||
        strcmp(locale->icu + size + 1, locale->region) != 0)
        return;
    snprintf(locale->icu, sizeof(locale->icu), "%s_%s_%s", locale->language,
             locale->script, locale->region);
}

bool bl_locale_parse(const char *text, size_t size, bl_locale *locale)
{
    char tag[BL_TAG_SIZE];
    char icu[BL_TAG_SIZE];
    char likely[BL_TAG_SIZE];
    int32_t parsed = 0;
    UErrorCode status = U_ZERO_ERROR;

    memset(locale, 0, sizeof(*locale));
    if (!clean(text, size, tag, sizeof(tag)))
        return false;
    add_script(tag, sizeof(tag), text, size);
    uloc_forLanguageTag(tag, icu, sizeof(icu), &parsed, &status);
    if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING ||
        parsed != (int32_t)strlen(tag))
        return false;
    uloc_canonicalize(icu, locale->icu, sizeof(locale->icu), &status);
    replace_alias(locale->icu, &status);
    uloc_toLanguageTag(locale->icu, locale->tag, sizeof(locale->tag), 0,
                       &status);
    /* The tag has today's code for an old one: he for iw. */
    uloc_forLanguageTag(locale->tag, locale->icu, sizeof(locale->icu),
                        &parsed, &status);
    uloc_getLanguage(locale->icu, locale->language,
                     sizeof(locale->language), &status);
    uloc_getCountry(locale->icu, locale->region, sizeof(locale->region),
                    &status);
    uloc_addLikelySubtags(locale->icu, likely, sizeof(likely), &status);
    uloc_getScript(likely, locale->script, sizeof(locale->script), &status);
    uloc_getCountry(likely, locale->home, sizeof(locale->home), &status);
    locale->other_script = is_other_script(locale, &status);
    add_other_script(locale, &status);
    if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING)
        return false;
    locale->turkic = has_turkic_i(locale->icu);
    locale->right_to_left = uloc_isRightToLeft(locale->icu) != 0;
    return true;
}

bool bl_locale_is_known(const bl_locale *locale)
{
    if (strlen(locale->language) == 2) {
        const char *const *iso = uloc_getISOLanguages();

        for (; *iso != NULL; iso++) {
            if (strcmp(*iso, locale->language) == 0)
                return true;
        }
        return false;
    }
    return has_data(locale->language);
}

void bl_locale_each_country(const bl_locale *locale, bl_country_sink sink,
                            void *context)
{
    UErrorCode status = U_ZERO_ERROR;
    const bool many = locale->region[0] >= '0' && locale->region[0] <= '9';
    const URegion *region =
        many ? uregion_getRegionFromCode(locale->region, &status) : NULL;
    UEnumeration *all = region != NULL
                            ? uregion_getContainedRegionsOfType(
                                  region, URGN_TERRITORY, &status)
                            : NULL;
    const char *code;

    while (all != NULL && U_SUCCESS(status) &&
           (code = uenum_next(all, NULL, &status)) != NULL) {
        if (!sink(context, code))
            break;
    }
    uenum_close(all);
}

void bl_locale_each(bl_locale_sink sink, void *context)
{
    UErrorCode status = U_ZERO_ERROR;
    UEnumeration *all = uloc_openAvailableByType(
        ULOC_AVAILABLE_WITH_LEGACY_ALIASES, &status);
    const char *name;

    while (U_SUCCESS(status) &&
           (name = uenum_next(all, NULL, &status)) != NULL)
        sink(context, name);
    uenum_close(all);
}

void bl_icu_version(char out[BL_ICU_VERSION_SIZE])
{
    UVersionInfo version;

    u_getVersion(version);
    u_versionToString(version, out);
}

void bl_tag_widen(char *tag)
{
    char *cut = strrchr(tag, '-');
    const char *wider = find_other(bl_tags_wider, tag);

    if (wider != NULL)
        snprintf(tag, BL_TAG_SIZE, "%s", wider);
    else if (cut != NULL)
        *cut = '\0';
    else
        bl_resource_parent("", tag, BL_TAG_SIZE);
    if (strcmp(tag, "root") == 0)
        tag[0] = '\0';
}

bool bl_locale_same_language(const bl_locale *a, const bl_locale *b)
{
    return a->language[0] == b->language[0] &&
           strcmp(a->language, b->language) == 0 &&
           bl_locale_same_script(a, b);
}
