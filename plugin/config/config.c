/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Reading bilint.yml. The only file that talks to libyaml.
 *
 * Strict: an unknown key, a wrong value or a key given twice is an error with
 * line and column. Later documents of the stream override earlier ones.
 */
#include "config/config.h"

#include "base/error.h"
#include "checks/check.h"
#include "text/char_class.h"
#include "text/locale.h"

#include <yaml.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef enum key {
#define BL_KEY(symbol, key, type, initial, title) KEY_##symbol,
#include "config/keys.def"
#undef BL_KEY
    KEY_COUNT
} key;

static const bl_config_key keys[] = {
#define BL_KEY(symbol, key, type, initial, title) \
    { NULL, key, type, initial, title },
#include "config/keys.def"
#undef BL_KEY
};

static const char *const severities[] = { "off", "info", "warning", "error" };

/* The folder of relative paths that a document names. */
typedef struct folder {
    uint32_t document;
    const char *path;
    const struct folder *next; /* of the document before it */
} folder;

typedef struct reader {
    bl_config *config;
    yaml_document_t *document;
    uint32_t number;       /* of the document, counted from 0 */
    const struct folder *folders; /* the last first */
    const char *base;      /* the folder that counts for this document */
    bilint_error *err;
    bilint_status status;
} reader;

/* ---- nodes -------------------------------------------------------------- */

static void refuse(reader *r, const yaml_node_t *node, const char *what,
                   const char *text)
{
    if (r->status == BILINT_OK)
        r->status = bl_fail_at(
            r->err, BILINT_E_CONFIG, (uint32_t)node->start_mark.line + 1,
            (uint32_t)node->start_mark.column + 1, -1, "%s%s%s%s", what,
            text != NULL ? ": \"" : "", text != NULL ? text : "",
            text != NULL ? "\"" : "");
}

static yaml_node_t *node_of(reader *r, int id)
{
    return yaml_document_get_node(r->document, id);
}

/* The text of a scalar, or NULL and an error. */
static const char *scalar(reader *r, const yaml_node_t *node)
{
    if (node->type != YAML_SCALAR_NODE) {
        refuse(r, node, "a single value is wanted here", NULL);
        return NULL;
    }
    return (const char *)node->data.scalar.value;
}

static const char *keep(reader *r, const yaml_node_t *node)
{
    const char *text = scalar(r, node);
    const char *kept =
        text != NULL ? bl_arena_copy(&r->config->arena, text, strlen(text))
                     : NULL;

    if (text != NULL && kept == NULL && r->status == BILINT_OK)
        r->status = bl_fail_memory(r->err);
    return kept;
}

static bool is_absolute(const char *path)
{
    return path[0] == '/' || path[0] == '\\' ||
           (path[0] != '\0' && path[1] == ':');
}

/* A path with the folder that relative ones start from. */
static const char *keep_path(reader *r, const yaml_node_t *node)
{
    const char *path = keep(r, node);
    const size_t size = r->base != NULL ? strlen(r->base) : 0;
    char *joined;

    if (path == NULL || r->base == NULL || is_absolute(path))
        return path;
    joined = bl_arena_alloc(&r->config->arena, size + strlen(path) + 2, 1);
    if (joined == NULL) {
        r->status = bl_fail_memory(r->err);
        return NULL;
    }
    memcpy(joined, r->base, size);
    joined[size] = '/';
    strcpy(joined + size + 1, path);
    return joined;
}

/* A language that is none would be a side that is not checked. */
static const char *keep_language(reader *r, const yaml_node_t *node)
{
    const char *tag = keep(r, node);
    bl_locale locale;

    if (tag != NULL && !bl_locale_parse(tag, strlen(tag), &locale))
        refuse(r, node, "not the tag of a language (BCP 47)", tag);
    return tag;
}

/* Calls back for each pair of a map, after checking for repetitions. */
typedef void (*on_pair)(reader *r, const char *key, yaml_node_t *key_node,
                        yaml_node_t *value, void *context);

static void each_pair(reader *r, const yaml_node_t *map, on_pair give,
                      void *context)
{
    const yaml_node_pair_t *pair;

    if (map->type != YAML_MAPPING_NODE) {
        refuse(r, map, "a map of keys and values is wanted here", NULL);
        return;
    }
    for (pair = map->data.mapping.pairs.start;
         pair < map->data.mapping.pairs.top && r->status == BILINT_OK;
         pair++) {
        yaml_node_t *key_node = node_of(r, pair->key);
        const char *name = scalar(r, key_node);

        for (const yaml_node_pair_t *other = map->data.mapping.pairs.start;
             name != NULL && other < pair; other++) {
            const yaml_node_t *before = node_of(r, other->key);

            if (before->type == YAML_SCALAR_NODE &&
                strcmp((const char *)before->data.scalar.value, name) == 0)
                refuse(r, key_node, "this key is there twice", name);
        }
        if (r->status == BILINT_OK)
            give(r, name, key_node, node_of(r, pair->value), context);
    }
}

/* ---- values ------------------------------------------------------------- */

static bool read_severity(const char *text, int8_t *severity)
{
    for (int i = 0; i < 4; i++) {
        if (strcmp(text, severities[i]) == 0) {
            *severity = (int8_t)i;
            return true;
        }
    }
    /* On at the severities that its messages have. */
    if (strcmp(text, "on") == 0) {
        *severity = BL_SEVERITY_ON;
        return true;
    }
    /* YAML 1.1 reads a bare off as false; people write both. */
    if (strcmp(text, "false") == 0 || strcmp(text, "no") == 0) {
        *severity = BL_OFF;
        return true;
    }
    return false;
}

static bool read_flag(const char *text, bool *flag)
{
    if (strcmp(text, "yes") == 0 || strcmp(text, "true") == 0) {
        *flag = true;
        return true;
    }
    *flag = false;
    return strcmp(text, "no") == 0 || strcmp(text, "false") == 0;
}

static bool read_number(const char *text, int64_t *number)
{
    *number = 0;
    if (*text == '\0' || strlen(text) > 15)
        return false;
    for (; *text != '\0'; text++) {
        if (*text < '0' || *text > '9')
            return false;
        *number = *number * 10 + (*text - '0');
    }
    return true;
}

/* "" is no set at all. */
static const bl_char_class *read_set(reader *r, const yaml_node_t *node,
                                     const char *text)
{
    const bl_char_class *set =
        bl_char_class_new(&r->config->arena, bl_str_z(text));

    if (set == NULL && text[0] != '\0' && !r->config->arena.failed)
        refuse(r, node, "a character class is wanted here, as in [a-z0-9]",
               text);
    return set;
}

/* ---- rules -------------------------------------------------------------- */

typedef struct rule_context {
    const bl_check *check;
    bl_rule_setting *setting;
} rule_context;

static void on_option(reader *r, const char *name, yaml_node_t *key_node,
                      yaml_node_t *value, void *context)
{
    rule_context *rule = context;
    const char *text = scalar(r, value);

    if (text == NULL)
        return;
    if (strcmp(name, "level") == 0) {
        if (!read_severity(text, &rule->setting->severity))
            refuse(r, value, "not a severity (off, on, info, warning, error)",
                   text);
        return;
    }
    for (int i = 0; i < BL_OPTIONS_MAX; i++) {
        const bl_check_option *option = &rule->check->options[i];
        bl_option_value *to = &rule->setting->options[i];

        if (option->type == BL_OPTION_NONE || strcmp(option->key, name) != 0)
            continue;
        if (option->type == BL_OPTION_FLAG && !read_flag(text, &to->flag))
            refuse(r, value, "yes or no is wanted here", text);
        if (option->type == BL_OPTION_NUMBER &&
            !read_number(text, &to->number))
            refuse(r, value, "a number is wanted here", text);
        to->text = keep(r, value);
        if (option->type == BL_OPTION_CHARACTERS && to->text != NULL)
            to->set = read_set(r, value, to->text);
        return;
    }
    refuse(r, key_node, "the rule has no such option", name);
}

static void on_rule(reader *r, const char *name, yaml_node_t *key_node,
                    yaml_node_t *value, void *context)
{
    rule_context rule;
    uint16_t index = 0;

    (void)context;
    rule.check = bl_check_find(bl_str_z(name), &index);
    if (rule.check == NULL) {
        refuse(r, key_node, "there is no such rule", name);
        return;
    }
    rule.setting = &r->config->settings.rules[index];
    if (value->type == YAML_MAPPING_NODE) {
        each_pair(r, value, on_option, &rule);
        return;
    }
    if (scalar(r, value) != NULL &&
        !read_severity(scalar(r, value), &rule.setting->severity))
        refuse(r, value, "not a severity (off, on, info, warning, error)",
               scalar(r, value));
}

/* ---- lists -------------------------------------------------------------- */

static void on_term_key(reader *r, const char *name, yaml_node_t *key_node,
                        yaml_node_t *value, void *context)
{
    bl_term_file *file = context;

    if (strcmp(name, "path") == 0)
        file->path = keep_path(r, value);
    else if (strcmp(name, "source-lang") == 0)
        file->source_lang = keep_language(r, value);
    else if (strcmp(name, "target-lang") == 0)
        file->target_lang = keep_language(r, value);
    else
        refuse(r, key_node, "unknown key of a term list", name);
}

static void add_terms(reader *r, yaml_node_t *item)
{
    bl_term_file **end = &r->config->terms;
    bl_term_file *file = bl_arena_alloc(&r->config->arena, 1, sizeof(*file));

    if (file == NULL) {
        r->status = bl_fail_memory(r->err);
        return;
    }
    *file = (bl_term_file){ 0 };
    if (item->type == YAML_MAPPING_NODE)
        each_pair(r, item, on_term_key, file);
    else
        file->path = keep_path(r, item);
    if (file->path == NULL) {
        refuse(r, item, "a term list needs a path", NULL);
        return;
    }
    while (*end != NULL)
        end = &(*end)->next;
    *end = file;
}

static void add_word(reader *r, bl_str text)
{
    bl_user_word *word = bl_arena_alloc(&r->config->arena, 1, sizeof(*word));
    const char *copy = bl_arena_copy(&r->config->arena, text.ptr, text.size);

    if (word == NULL || copy == NULL) {
        r->status = bl_fail_memory(r->err);
        return;
    }
    word->text = bl_str_of(copy, text.size);
    word->next = r->config->words;
    r->config->words = word;
}

static void on_word_key(reader *r, const char *name, yaml_node_t *key_node,
                        yaml_node_t *value, void *context)
{
    const char *path;
    char line[512];
    FILE *file;

    (void)context;
    if (strcmp(name, "file") != 0) {
        refuse(r, key_node, "unknown key; a file of words is wanted", name);
        return;
    }
    path = keep_path(r, value);
    file = path != NULL ? fopen(path, "rb") : NULL;
    if (file == NULL) {
        refuse(r, value, "cannot read the file of words",
               value->type == YAML_SCALAR_NODE ? scalar(r, value) : NULL);
        return;
    }
    while (fgets(line, sizeof(line), file) != NULL &&
           r->status == BILINT_OK) {
        line[strcspn(line, "\r\n")] = '\0';
        if (line[0] != '\0' && line[0] != '#')
            add_word(r, bl_str_z(line));
    }
    fclose(file);
}

/* A list, or a single item in its place. */
static void each_item(reader *r, yaml_node_t *list,
                      void (*give)(reader *r, yaml_node_t *item))
{
    const yaml_node_item_t *item;

    if (list->type != YAML_SEQUENCE_NODE) {
        give(r, list);
        return;
    }
    for (item = list->data.sequence.items.start;
         item < list->data.sequence.items.top && r->status == BILINT_OK;
         item++)
        give(r, node_of(r, *item));
}

static void add_words(reader *r, yaml_node_t *item)
{
    const char *text;

    if (item->type == YAML_MAPPING_NODE) {
        each_pair(r, item, on_word_key, NULL);
        return;
    }
    text = scalar(r, item);
    if (text != NULL)
        add_word(r, bl_str_z(text));
}

/* ---- the top ------------------------------------------------------------ */

static void on_limit(reader *r, const char *name, yaml_node_t *key_node,
                     yaml_node_t *value, void *context)
{
    const char *text = scalar(r, value);
    int64_t number = 0;

    (void)context;
    if (text == NULL)
        return;
    if (!read_number(text, &number) || number > 1 << 30)
        refuse(r, value, "a number is wanted here", text);
    else if (strcmp(name, "text-size") == 0)
        r->config->limit_text = (uint32_t)number;
    else if (strcmp(name, "seconds") == 0)
        r->config->limit_seconds = (uint32_t)number;
    else
        refuse(r, key_node, "unknown limit", name);
}

static void read_offsets(reader *r, yaml_node_t *value)
{
    static const char *const units[] = { "utf-8", "utf-16", "code-points" };
    const char *text = scalar(r, value);

    for (int i = 0; text != NULL && i < 3; i++) {
        if (strcmp(text, units[i]) == 0) {
            r->config->offsets = (bl_offset_unit)i;
            return;
        }
    }
    refuse(r, value, "not a unit (utf-8, utf-16, code-points)", text);
}

static void read_installed(reader *r, yaml_node_t *value)
{
    const char *text = scalar(r, value);
    bool installed = true;

    if (text == NULL)
        return;
    if (!read_flag(text, &installed))
        refuse(r, value, "yes or no is wanted here", text);
    r->config->hunspell_alone = !installed;
}

static void read_fail_on(reader *r, yaml_node_t *value)
{
    const char *text = keep(r, value);
    int8_t severity;

    if (text == NULL)
        return;
    if (strcmp(text, "never") != 0 &&
        (!read_severity(text, &severity) || severity == BL_OFF))
        refuse(r, value, "not error, warning, info or never", text);
    r->config->fail_on = text;
}

static void on_key(reader *r, const char *name, yaml_node_t *key_node,
                   yaml_node_t *value, void *context)
{
    int which = 0;

    (void)context;
    while (which < KEY_COUNT && strcmp(keys[which].key, name) != 0)
        which++;
    switch ((key)which) {
    case KEY_SOURCE_LANG:
        r->config->source_lang = keep_language(r, value);
        break;
    case KEY_TARGET_LANG:
        r->config->target_lang = keep_language(r, value);
        break;
    case KEY_FAIL_ON:
        read_fail_on(r, value);
        break;
    case KEY_TERMS:
        each_item(r, value, add_terms);
        break;
    case KEY_WORDS:
        each_item(r, value, add_words);
        break;
    case KEY_DICTIONARIES:
        r->config->dictionaries = keep_path(r, value);
        break;
    case KEY_HUNSPELL:
        r->config->hunspell = keep(r, value);
        break;
    case KEY_HUNSPELL_INSTALLED:
        read_installed(r, value);
        break;
    case KEY_OFFSETS:
        read_offsets(r, value);
        break;
    case KEY_BASE:
        break; /* read before all others */
    case KEY_RULES:
        each_pair(r, value, on_rule, NULL);
        break;
    case KEY_LIMITS:
        each_pair(r, value, on_limit, NULL);
        break;
    case KEY_COUNT:
        refuse(r, key_node, "unknown key", name);
        break;
    }
}

static void on_base(reader *r, const char *name, yaml_node_t *key_node,
                    yaml_node_t *value, void *context)
{
    folder *own;

    (void)key_node;
    (void)context;
    if (strcmp(name, keys[KEY_BASE].key) != 0)
        return;
    own = bl_arena_alloc(&r->config->arena, 1, sizeof(*own));
    if (own == NULL) {
        r->status = bl_fail_memory(r->err);
        return;
    }
    *own = (folder){ r->number, keep(r, value), r->folders };
    r->folders = own;
}

/* The folder that a document names; or else the next one behind it that does,
 * or the last one before it. */
static const char *base_of(const reader *r)
{
    const char *path = NULL;

    for (const folder *f = r->folders; f != NULL; f = f->next) {
        if (f->document >= r->number || path == NULL)
            path = f->path;
    }
    return path;
}

static void read_documents(reader *r, const char *text, size_t size,
                           on_pair give)
{
    yaml_parser_t parser;
    bool more = true;

    if (!yaml_parser_initialize(&parser)) {
        r->status = bl_fail_memory(r->err);
        return;
    }
    r->number = 0;
    yaml_parser_set_input_string(&parser, (const unsigned char *)text, size);
    while (more && r->status == BILINT_OK) {
        yaml_document_t document;
        yaml_node_t *root;

        if (!yaml_parser_load(&parser, &document)) {
            r->status = bl_fail_at(
                r->err, BILINT_E_CONFIG,
                (uint32_t)parser.problem_mark.line + 1,
                (uint32_t)parser.problem_mark.column + 1, -1, "not YAML: %s",
                parser.problem != NULL ? parser.problem : "?");
            break;
        }
        root = yaml_document_get_root_node(&document);
        more = root != NULL;
        r->document = &document;
        r->base = base_of(r);
        /* An empty document, with comments at most, says nothing. */
        if (more && !(root->type == YAML_SCALAR_NODE &&
                      root->data.scalar.length == 0))
            each_pair(r, root, give, NULL);
        yaml_document_delete(&document);
        r->number++;
    }
    yaml_parser_delete(&parser);
}

static bool set_defaults(bl_config *config)
{
    config->settings.rules = bl_arena_alloc(&config->arena, bl_check_count,
                                            sizeof(bl_rule_setting));
    if (config->settings.rules == NULL)
        return false;
    for (uint16_t i = 0; i < bl_check_count; i++) {
        bl_rule_setting *setting = &config->settings.rules[i];

        *setting = (bl_rule_setting){ .severity = BL_SEVERITY_DEFAULT };
        for (int j = 0; j < BL_OPTIONS_MAX; j++)
            setting->options[j] = bl_checks[i]->options[j].initial;
    }
    config->fail_on = keys[KEY_FAIL_ON].initial;
    return true;
}

bilint_status bl_config_read(bl_config *config, const bl_alloc *alloc,
                             const char *text, size_t size,
                             bilint_error *err)
{
    reader r = { .config = config, .err = err };

    *config = (bl_config){ 0 };
    bl_arena_init(&config->arena, alloc, 0);
    if (!set_defaults(config))
        r.status = bl_fail_memory(err);
    if (size != 0 && r.status == BILINT_OK)
        read_documents(&r, text, size, on_base);
    if (size != 0 && r.status == BILINT_OK)
        read_documents(&r, text, size, on_key);
    if (r.status == BILINT_OK && config->arena.failed)
        r.status = bl_fail_memory(err);
    if (r.status != BILINT_OK)
        bl_config_free(config);
    return r.status;
}

void bl_config_free(bl_config *config)
{
    bl_arena_free(&config->arena);
}

/* ---- the keys ----------------------------------------------------------- */

bool bl_config_key_at(uint32_t index, bl_config_key *to)
{
    static const char *const types[] = { "", "yes/no", "number", "text",
                                         "text" };

    if (index < KEY_COUNT) {
        *to = keys[index];
        return true;
    }
    index -= KEY_COUNT;
    for (uint16_t i = 0; i < bl_check_count; i++) {
        for (int j = 0; j < BL_OPTIONS_MAX; j++) {
            const bl_check_option *option = &bl_checks[i]->options[j];

            if (option->type == BL_OPTION_NONE || index-- != 0)
                continue;
            *to = (bl_config_key){ bl_checks[i]->id, option->key,
                                   types[option->type], option->initial.text,
                                   option->title };
            return true;
        }
    }
    return false;
}

static const char *option_value(const bl_config *config, bl_str rule,
                                const char *name)
{
    uint16_t index = 0;
    const bl_check *check = bl_check_find(rule, &index);

    for (int j = 0; check != NULL && j < BL_OPTIONS_MAX; j++) {
        const bl_option_value *value =
            &config->settings.rules[index].options[j];

        if (check->options[j].type != BL_OPTION_NONE &&
            strcmp(check->options[j].key, name) == 0)
            return value->text;
    }
    return NULL;
}

const char *bl_config_value(const bl_config *config, const char *name)
{
    static const char *const units[] = { "utf-8", "utf-16", "code-points" };
    const char *dot = strchr(name, '.');

    if (dot != NULL)
        return option_value(config, bl_str_of(name, (size_t)(dot - name)),
                            dot + 1);
    if (strcmp(name, keys[KEY_SOURCE_LANG].key) == 0)
        return config->source_lang;
    if (strcmp(name, keys[KEY_TARGET_LANG].key) == 0)
        return config->target_lang;
    if (strcmp(name, keys[KEY_FAIL_ON].key) == 0)
        return config->fail_on;
    if (strcmp(name, keys[KEY_DICTIONARIES].key) == 0)
        return config->dictionaries;
    if (strcmp(name, keys[KEY_OFFSETS].key) == 0)
        return units[config->offsets];
    return NULL;
}
