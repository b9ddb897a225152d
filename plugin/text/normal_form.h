/* SPDX-License-Identifier: Apache-2.0 */
/* Texts of any size in the form in which they are compared. */
#ifndef BL_TEXT_NORMAL_FORM_H
#define BL_TEXT_NORMAL_FORM_H

#include "base/arena.h"
#include "base/str.h"

typedef enum bl_form {
    BL_FORM_NONE, /* as it is */
    BL_FORM_NFC,
    BL_FORM_NFD
} bl_form;

/*
 * The text in that normalization form, and without case if `fold` says so
 * (Unicode case folding, one character for each). What needs no change is
 * the text itself. A text without bytes when there is no memory: then
 * arena->failed says so.
 */
bl_str bl_form_of(bl_arena *arena, bl_str text, bl_form form, bool fold);

#endif
