/* SPDX-License-Identifier: Apache-2.0 */
/* Bundles of a locale and its parents, opened without ICU's own fallback. */
#include "text/resource.h"

#include <unicode/uloc.h>
#include <unicode/ustring.h>

#include <stdio.h>
#include <string.h>

enum {
    CHAIN = 6,   /* zh_Hant_HK -> zh_Hant -> zh -> root is a long one */
    DEPTH = 6,   /* tables within tables */
    NAME = 80,
    TEXT = 1024  /* bytes of one string; no CLDR string is longer */
};

static UResourceBundle *open_exact(const char *package, const char *locale)
{
    char name[NAME];
    UErrorCode status = U_ZERO_ERROR;
    UResourceBundle *bundle;

    snprintf(name, sizeof(name), "%s%s", U_ICUDATA_NAME, package);
    /* Opened directly first, a bundle whose name has no parent in it (nb, whose
     * parent is no) gets the root for one, and ICU keeps it so. */
    ures_close(ures_open(package[0] != '\0' ? name : NULL, locale, &status));
    status = U_ZERO_ERROR;
    bundle = ures_openDirect(package[0] != '\0' ? name : NULL, locale,
                             &status);
    if (U_FAILURE(status)) {
        ures_close(bundle);
        return NULL;
    }
    return bundle;
}

/* The string of a key of the bundle itself, as ASCII; "" for none. */
static void own_string(UResourceBundle *bundle, const char *key, char *out,
                       int32_t room)
{
    UErrorCode status = U_ZERO_ERROR;
    int32_t size = 0;
    const UChar *text = ures_getStringByKey(bundle, key, &size, &status);

    out[0] = '\0';
    if (U_SUCCESS(status) && size < room) {
        u_UCharsToChars(text, out, size);
        out[size] = '\0';
    }
}

void bl_resource_parent(const char *package, char *locale, size_t room)
{
    UResourceBundle *bundle = open_exact(package, locale);
    char parent[NAME] = "";

    if (bundle != NULL)
        own_string(bundle, "%%Parent", parent, NAME);
    ures_close(bundle);
    if (parent[0] == '\0') {
        UErrorCode status = U_ZERO_ERROR;

        uloc_getParent(locale, parent, sizeof(parent), &status);
    }
    snprintf(locale, room, "%s", parent);
}

/* zh_TW is stored as zh_Hant_TW: its bundle has only the alias. */
static void resolve_alias(const char *package, char *locale, size_t room)
{
    UResourceBundle *bundle = open_exact(package, locale);
    char alias[NAME] = "";

    if (bundle != NULL)
        own_string(bundle, "%%ALIAS", alias, NAME);
    ures_close(bundle);
    if (alias[0] != '\0')
        snprintf(locale, room, "%s", alias);
}

static void give(const char **path, int depth, const UChar *text, int32_t size,
                 bl_resource_sink sink, void *context)
{
    UErrorCode status = U_ZERO_ERROR;
    char utf8[TEXT];
    int32_t bytes = 0;

    u_strToUTF8(utf8, TEXT, &bytes, text, size, &status);
    if (U_SUCCESS(status))
        sink(context, path, depth, bl_str_of(utf8, (size_t)bytes));
}

/* Most of what is in a table are strings, which need no bundle of their own;
 * the others share one for each depth. */
static void walk(const char **path, int depth, UResourceBundle *bundle,
                 UResourceBundle **children, bl_resource_sink sink,
                 void *context)
{
    const int32_t count = ures_getSize(bundle);

    if (depth == DEPTH)
        return;
    ures_resetIterator(bundle);
    for (int32_t i = 0; i < count; i++) {
        const char index[2] = { (char)(i < 10 ? '0' + i : '9'), '\0' };
        UErrorCode status = U_ZERO_ERROR;
        int32_t size = 0;
        const char *key = NULL;
        const UChar *text = ures_getNextString(bundle, &size, &key, &status);

        if (U_SUCCESS(status) && text != NULL) {
            /* What stands in an array has its place for a key. */
            path[depth] = key != NULL ? key : index;
            give(path, depth + 1, text, size, sink, context);
            continue;
        }
        status = U_ZERO_ERROR;
        children[depth] =
            ures_getByIndex(bundle, i, children[depth], &status);
        if (U_FAILURE(status) ||
            (ures_getType(children[depth]) != URES_TABLE &&
             ures_getType(children[depth]) != URES_ARRAY))
            continue;
        key = ures_getKey(children[depth]);
        path[depth] = key != NULL ? key : index;
        walk(path, depth + 1, children[depth], children, sink, context);
    }
}

static void walk_locale(const char *package, const char *locale,
                        const char *path, bl_resource_sink sink,
                        void *context)
{
    const char *found[DEPTH + 1];
    UResourceBundle *children[DEPTH] = { NULL };
    UResourceBundle *bundle = open_exact(package, locale);
    char rest[NAME];
    char *key = rest;
    UErrorCode status = U_ZERO_ERROR;
    const UChar *text;
    int32_t size = 0;

    snprintf(rest, sizeof(rest), "%s", path);
    while (bundle != NULL && key != NULL) {
        char *slash = strchr(key, '/');
        UResourceBundle *child;

        if (slash != NULL)
            *slash = '\0';
        child = ures_getByKey(bundle, key, NULL, &status);
        ures_close(bundle);
        bundle = child;
        if (U_FAILURE(status)) {
            ures_close(bundle);
            bundle = NULL;
        }
        key = slash != NULL ? slash + 1 : NULL;
    }
    if (bundle != NULL && ures_getType(bundle) == URES_STRING) {
        text = ures_getString(bundle, &size, &status);
        give(found, 0, text, size, sink, context);
    } else if (bundle != NULL) {
        walk(found, 0, bundle, children, sink, context);
    }
    for (int i = 0; i < DEPTH; i++)
        ures_close(children[i]);
    ures_close(bundle);
}

bl_resource_level bl_resource_level_of(const char *locale)
{
    UErrorCode status = U_ZERO_ERROR;

    ures_close(ures_open(NULL, locale, &status));
    if (U_FAILURE(status) || status == U_USING_DEFAULT_WARNING)
        return BL_RESOURCE_NONE;
    return status == U_USING_FALLBACK_WARNING ? BL_RESOURCE_LANGUAGE
                                              : BL_RESOURCE_OWN;
}

void bl_resource_walk(const char *package, const char *locale,
                      const char *path, bl_resource_sink sink, void *context)
{
    char chain[CHAIN][NAME];
    int count = 0;
    char current[NAME];

    snprintf(current, sizeof(current), "%s", locale);
    resolve_alias(package, current, sizeof(current));
    while (count < CHAIN && current[0] != '\0' &&
           strcmp(current, "root") != 0) {
        memcpy(chain[count++], current, sizeof(current));
        bl_resource_parent(package, current, sizeof(current));
    }
    if (strcmp(locale, "root") == 0)
        walk_locale(package, locale, path, sink, context);
    while (count-- > 0)
        walk_locale(package, chain[count], path, sink, context);
}
