/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Rows of fields, as in separated values: RFC 4180 where a comma or semicolon
 * parts them; where it is a tab, quotes are characters like others unless
 * they enclose the whole field.
 */
#ifndef BL_TERMS_ROWS_H
#define BL_TERMS_ROWS_H

#include "base/buf.h"

enum { BL_FIELDS_MAX = 300 };

typedef struct bl_rows {
    bl_str text; /* what is left of it */
    char separator;
    uint32_t line;  /* of the row that was read last: where it begins */
    uint32_t next;  /* where the next one does */
    bool open;      /* its last quote is not closed */
    bl_buf row;     /* unquoted fields */
    bl_str fields[BL_FIELDS_MAX]; /* of the row, without spaces around */
    int field_count;
} bl_rows;

/* `separator` 0: found out from the first row. */
void bl_rows_init(bl_rows *rows, const bl_alloc *alloc, bl_str text,
                  char separator);
void bl_rows_free(bl_rows *rows);

/* The next row; false when there are no more, or no memory. */
bool bl_rows_next(bl_rows *rows);

/* A field, or nothing where there are not so many. */
static inline bl_str bl_rows_field(const bl_rows *rows, int at)
{
    return at >= 0 && at < rows->field_count ? rows->fields[at]
                                             : bl_str_of(NULL, 0);
}

/* Without spaces at both ends. */
bl_str bl_trim(bl_str text);

#endif
