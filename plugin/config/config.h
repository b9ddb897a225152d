/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The configuration: bilint.yml as plain data. docs/reference/
 * configuration.md is made from the tables here.
 */
#ifndef BL_CONFIG_CONFIG_H
#define BL_CONFIG_CONFIG_H

#include "base/arena.h"
#include "bilint/status.h"
#include "checks/settings.h"

/* The unit in which hosts count offsets. */
typedef enum bl_offset_unit {
    BL_OFFSET_UTF8,
    BL_OFFSET_UTF16,
    BL_OFFSET_CODE_POINTS
} bl_offset_unit;

/* A term list to load. */
typedef struct bl_term_file {
    const char *path;
    const char *source_lang; /* NULL: as the file says, or the document */
    const char *target_lang;
    struct bl_term_file *next;
} bl_term_file;

/* A word that is spelled right. */
typedef struct bl_user_word {
    bl_str text;
    struct bl_user_word *next;
} bl_user_word;

typedef struct bl_config {
    bl_arena arena; /* all strings; paths with the folder they are from */
    const char *source_lang; /* NULL: the document says */
    const char *target_lang;
    const char *fail_on;      /* "error" */
    const char *dictionaries; /* NULL: found beside the library */
    const char *hunspell;     /* folders, separated by colons */
    bool hunspell_alone;      /* those of the system are left out */
    bl_offset_unit offsets;
    bl_settings settings;
    struct bl_custom *custom; /* rules of the user's own, in that order */
    bl_term_file *terms;      /* the same */
    bl_user_word *words;
    uint32_t limit_text; /* 0: default; see bl_reader_limits */
    uint32_t limit_seconds;
} bl_config;

/* Defaults alone when `size` is 0. On failure `config` is freed. */
bilint_status bl_config_read(bl_config *config, const bl_alloc *alloc,
                             const char *text, size_t size,
                             bilint_error *err);
void bl_config_free(bl_config *config);

/* The value of a key as text, or NULL where it has none. */
const char *bl_config_value(const bl_config *config, const char *key);

/* A key for settings dialogs and the reference. */
typedef struct bl_config_key {
    const char *rule; /* NULL: a general key */
    const char *key;
    const char *type; /* "yes/no", "number", "text", "list" */
    const char *initial; /* NULL: none */
    const char *title;
} bl_config_key;

/* The key number `index`, general ones first; false when there are no more.
 * The keys of rules are those of their tables, with the rule's id before. */
bool bl_config_key_at(uint32_t index, bl_config_key *key);

/* The same of a rule of the user's own. */
bool bl_config_custom_key_at(uint32_t index, bl_config_key *key);

#endif
