/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A hyphen or an apostrophe that is written onto a word and belongs to nothing:
 * "the first- key", "a limited' answer". Of languages whose dictionary files
 * say where one ends a word.
 */
#ifndef BL_CHECKS_LOOSE_SIGNS_H
#define BL_CHECKS_LOOSE_SIGNS_H

#include "model/pair.h"

/* Whether tokens[at] of the target, behind a word, is such a sign. */
bool bl_sign_is_loose(const bl_pair *pair, size_t at);

#endif
