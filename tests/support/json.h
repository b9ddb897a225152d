/* SPDX-License-Identifier: Apache-2.0 */
/* JSON as RFC 8259 has it and nothing more: for checking what bilint writes,
 * so every doubt is a mistake. */
#ifndef SUPPORT_JSON_H
#define SUPPORT_JSON_H

#include <stdbool.h>
#include <stddef.h>

typedef enum json_kind {
    JSON_NULL,
    JSON_FALSE,
    JSON_TRUE,
    JSON_NUMBER,
    JSON_STRING,
    JSON_ARRAY,
    JSON_OBJECT
} json_kind;

typedef struct json {
    json_kind kind;
    const char *text;   /* of a string, UTF-8; of a number as it stands */
    size_t size;        /* of the text in bytes */
    const char *name;   /* of a member of an object */
    struct json *first; /* item or member */
    struct json *next;
} json;

/* The value of the text, kept; NULL and what is wrong in `why`. */
const json *json_read(const char *text, size_t size, const char **why);

/* The member of an object, or NULL. */
const json *json_member(const json *object, const char *name);

/* The value of a number that is an integer; false for others. */
bool json_integer(const json *value, long long *out);

#endif
