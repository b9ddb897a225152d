/* SPDX-License-Identifier: Apache-2.0 */
/* What stands behind the key of a line of a dictionary file. */
#ifndef BL_LEXICON_VALUES_H
#define BL_LEXICON_VALUES_H

#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

/* "12"; false for what is no whole number. */
bool bl_value_number(bl_str text, int64_t *value);

/* "4" is one of four parts, "3/4" three of them: bl_sense_fraction(). */
bool bl_value_fraction(bl_str text, int64_t *value);

/* "person.x": whether it may be the name of a group. */
bool bl_value_is_group(bl_str text);

/* "country.RU": whether the group is a member of the United Nations. */
bool bl_value_is_state(bl_str group);

#endif
