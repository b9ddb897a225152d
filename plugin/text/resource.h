/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Walking ICU's resource bundles, where CLDR lies as it was published. ICU's
 * formatting functions would have to be opened once for each unit and width;
 * this reads the same strings a thousand times faster.
 */
#ifndef BL_TEXT_RESOURCE_H
#define BL_TEXT_RESOURCE_H

#include "base/str.h"

#include <unicode/ures.h>

/* A string found under the path given, with its own path from there. */
typedef void (*bl_resource_sink)(void *context, const char *const *path,
                                 int depth, bl_str value);

/* Where the data of a locale are from: a region may have none of its own. */
typedef enum bl_resource_level {
    BL_RESOURCE_NONE,     /* the root */
    BL_RESOURCE_LANGUAGE, /* a locale that it inherits from */
    BL_RESOURCE_OWN
} bl_resource_level;

bl_resource_level bl_resource_level_of(const char *locale);

/* The locale that `locale` inherits from takes its place: what its bundle
 * says, or one subtag less. */
void bl_resource_parent(const char *package, char *locale, size_t room);

/*
 * Give every string under `path` (keys separated by "/") in the locale and
 * the locales it inherits from, the widest first; the root only where it is
 * asked for.
 * `package` is "" for the locale data proper, "-unit", "-curr" and so on.
 */
void bl_resource_walk(const char *package, const char *locale,
                      const char *path, bl_resource_sink sink,
                      void *context);

#endif
