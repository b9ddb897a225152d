/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The part of JSON Schema that docs/reference/json.md uses: type, enum,
 * pattern, minimum, items, properties, required and additionalProperties.
 * Another keyword is a mistake of the schema, since it would not be checked.
 */
#ifndef SUPPORT_SCHEMA_H
#define SUPPORT_SCHEMA_H

#include "json.h"

/* NULL, or what is wrong and where ("marks[1].start: ..."). */
const char *schema_check(const json *schema, const json *value);

/* NULL, or what the checker does not understand in the schema. */
const char *schema_refused(const json *schema);

/* A property of the schema that no value checked so far has had, or NULL. */
const char *schema_unseen(const json *schema);

#endif
