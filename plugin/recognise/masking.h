/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Reading signs of a text, byte by byte, for what is no prose. Private to
 * masks.c, message.c and placeholder.c.
 */
#ifndef BL_RECOGNISE_MASKING_H
#define BL_RECOGNISE_MASKING_H

#include "model/pair.h"

#include <stdbool.h>

/* Bytes of a name and what opens it: one without end is none, and is not
 * walked through for each sign in it. */
enum { BL_MASK_NAME = 120 };

/* The text from one place on. */
typedef struct bl_mask_cursor {
    const char *text;
    size_t size;
    size_t at;
    int places; /* %1 to this are placeholders; -1: not yet counted */
    int glued;  /* the same with a letter behind them: %1x%2 */
    int date;   /* whether `source` is a date for strftime; -1: not yet known */
    bl_str source; /* the text; of a target, that of the source */
    bool has_places;
    bool target;   /* `source` is that of another text */
    size_t behind; /* the last mask ends here */
    int lost; /* of a target that lacks one of %1 to this, of the source's: it
                 may be there in damage; else 0 */
} bl_mask_cursor;

static inline char bl_peek(const bl_mask_cursor *c, size_t ahead)
{
    return c->at + ahead < c->size ? c->text[c->at + ahead] : '\0';
}

static inline bool bl_is_small(char c)
{
    return c >= 'a' && c <= 'z';
}

static inline bool bl_is_alpha(char c)
{
    return bl_is_small(c) || (c >= 'A' && c <= 'Z');
}

static inline bool bl_is_figure(char c)
{
    return c >= '0' && c <= '9';
}

/* Letters of names of variables. */
static inline bool bl_is_name_sign(char c)
{
    return bl_is_alpha(c) || bl_is_figure(c) || c == '_' || c == '.' ||
           c == '-';
}

static inline bool bl_begins(const bl_mask_cursor *c, const char *word)
{
    size_t n = 0;

    while (word[n] != '\0' && bl_peek(c, n) == word[n])
        n++;
    return word[n] == '\0';
}

/* Bytes of the placeholder at the cursor, or 0. */
size_t bl_placeholder_size(bl_mask_cursor *c);

/* Bytes of a damaged one, "% 1" or "٪1", at any sign of percent; or 0. */
size_t bl_damaged_placeholder_size(const bl_mask_cursor *c);

/* Messages within messages: of more of them the inner ones are text. */
enum { BL_MESSAGE_DEPTH = 32 };

/* The braces of messages of ICU that are open at a place of the text. */
typedef struct bl_message_place {
    bool arms[BL_MESSAGE_DEPTH]; /* the brace of an arm, or of a message */
    size_t depth;
    size_t read; /* up to here braces are known */
    size_t key;  /* where the key of the next arm may begin */
} bl_message_place;

/* Bytes of "{n, plural," at the cursor, or 0. */
size_t bl_message_size(const bl_mask_cursor *c);

/* The message whose beginning is this mask opens. */
void bl_message_open(bl_message_place *place, bl_span span);

/* Whether the brace at the cursor opens an arm, whose key is the span, maybe
 * an empty one. */
bool bl_arm_open(bl_message_place *place, const bl_mask_cursor *c,
                 bl_span *key);

/* A brace of no placeholder opens, in the text of an arm. */
void bl_brace_open(bl_message_place *place, const bl_mask_cursor *c);

/* Whether a message ends before the limit, and where. */
bool bl_message_close(bl_message_place *place, const bl_mask_cursor *c,
                      size_t limit, bl_span *end);

#endif
