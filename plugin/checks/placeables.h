/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What stands in braces in texts of Fluent ("placeables"): { $user },
 * { -brand(case: "gen") }, { DATETIME($day, month: "long") }. Spaces in it say
 * nothing, unlike those in {{ user }}, which some programs look for as it is
 * written; how a function writes its argument, and which form of a term a
 * sentence needs, is for the translator to say.
 */
#ifndef BL_CHECKS_PLACEABLES_H
#define BL_CHECKS_PLACEABLES_H

#include "base/arena.h"
#include "base/str.h"

#include <stdbool.h>

/* By what two of them are the same: "{$user}", "{-brand", "{DATETIME($day"; the
 * text itself where it is none, or there is no memory. {$user} is of other
 * languages too, for which { $user } is none: `source`, the text of the source,
 * tells. */
bl_str bl_placeable_key(bl_str text, bl_str source, bl_arena *arena);

/* Whether the text refers to a term, the name of a product or the like, which
 * stands there as a word does: so often as the language says it. */
bool bl_placeable_is_term(bl_str text);

#endif
