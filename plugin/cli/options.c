/* SPDX-License-Identifier: Apache-2.0 */
/* Reading the command line; what belongs to the configuration becomes a YAML
 * document that overrides the file. */
#include "cli/options.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CUSTOM_PREFIX "custom/"

/* Longer than any of them. */
enum { CUSTOM_NAME = 80 };

enum {
#define CLI_OPTION(symbol, name, letter, argument, text) OPTION_##symbol,
#include "cli/options.def"
#undef CLI_OPTION
    OPTION_COUNT
};

static const struct {
    const char *name;
    char letter;
    const char *argument;
    const char *text;
} table[] = {
#define CLI_OPTION(symbol, name, letter, argument, text) \
    { name, letter, argument, text },
#include "cli/options.def"
#undef CLI_OPTION
};

static void print_help(void)
{
    puts("bilint check [OPTIONS] FILE|FOLDER|-...\n\n"
         "Check translated documents: XLIFF 1.0 to 2.2. Folders are searched "
         "for .xlf,\n.xliff and their relatives; - is standard input.\n");
    for (int i = 0; i < OPTION_COUNT; i++) {
        char left[40];
        const char *argument =
            table[i].argument != NULL ? table[i].argument : "";

        if (table[i].letter != 0)
            snprintf(left, sizeof(left), "-%c, --%s %s", table[i].letter,
                     table[i].name, argument);
        else
            snprintf(left, sizeof(left), "    --%s %s", table[i].name,
                     argument);
        printf("  %-30s %s\n", left, table[i].text);
    }
    puts("\nExit status: 0 nothing at or above the gate, 1 findings at or "
         "above it, 2 wrong\nusage or configuration, 3 some input could not "
         "be checked.");
}

int severity_of(const char *name)
{
    static const char *const names[] = { "off", "info", "warning", "error",
                                         "never" };

    for (int i = BILINT_INFO; i < 5; i++) {
        if (strcmp(names[i], name) == 0)
            return i;
    }
    return -1;
}

/* ---- overrides ---------------------------------------------------------- */

typedef struct text {
    char *data;
    size_t size;
} text;

static void add(text *to, const char *piece)
{
    const size_t size = strlen(piece);

    to->data = need(realloc(to->data, to->size + size + 1));
    memcpy(to->data + to->size, piece, size + 1);
    to->size += size;
}

const char *yaml_piece(char c, char piece[YAML_PIECE])
{
    const unsigned byte = (unsigned char)c;

    if (byte < ' ' || byte == 0x7f)
        snprintf(piece, YAML_PIECE, "\\x%02x", byte);
    else
        snprintf(piece, YAML_PIECE, "%s%c", c == '"' || c == '\\' ? "\\" : "",
                 c);
    return piece;
}

/* A YAML string in double quotes. */
static void add_quoted(text *to, const char *value)
{
    char piece[YAML_PIECE];

    add(to, "\"");
    for (; *value != '\0'; value++)
        add(to, yaml_piece(*value, piece));
    add(to, "\"");
}

static void add_pair(text *to, const char *key, const char *value)
{
    add(to, key);
    add(to, ": ");
    add_quoted(to, value);
    add(to, "\n");
}

/* Rules of the user's own are known when their file is read. */
static bool is_rule(const char *name, size_t size)
{
    if (size > sizeof(CUSTOM_PREFIX) - 1 &&
        strncmp(name, CUSTOM_PREFIX, sizeof(CUSTOM_PREFIX) - 1) == 0)
        return true;
    for (uint32_t i = 0; i < bilint_rule_count(); i++) {
        bilint_rule rule = { .struct_size = sizeof(rule) };

        bilint_rule_get(i, &rule);
        if (strlen(rule.id) == size && memcmp(rule.id, name, size) == 0)
            return true;
    }
    return false;
}

/* What --rule said: rules to run alone, and levels. */
typedef struct rule_list {
    const char **items;
    int count;
    bool alone; /* one of them was named without a level */
} rule_list;

static const char *find_rule(const rule_list *rules, const char *id,
                             size_t size)
{

    for (int i = rules->count; i-- > 0;) {
        if (strncmp(rules->items[i], id, size) == 0 &&
            (rules->items[i][size] == '\0' || rules->items[i][size] == '='))
            return rules->items[i] + size;
    }
    return NULL;
}

/* "  rule: level", where `said` is what stands behind its name. */
static void add_rule(text *to, const char *id, const char *said)
{
    add(to, "  ");
    add_quoted(to, id);
    add(to, ": ");
    add_quoted(to, said == NULL ? "off" : *said == '=' ? said + 1 : "on");
    add(to, "\n");
}

/* Those of the user's own, each as the last option says. */
static void add_custom_rules(text *to, const rule_list *rules)
{
    for (int i = 0; i < rules->count; i++) {
        char id[CUSTOM_NAME];
        const size_t size = strcspn(rules->items[i], "=");

        if (strncmp(rules->items[i], CUSTOM_PREFIX,
                    sizeof(CUSTOM_PREFIX) - 1) != 0 ||
            find_rule(rules, rules->items[i], size) !=
                rules->items[i] + size)
            continue;
        snprintf(id, sizeof(id), "%.*s", (int)size, rules->items[i]);
        add_rule(to, id, rules->items[i] + size);
    }
}

static void add_rules(text *to, const rule_list *rules)
{
    if (rules->count == 0)
        return;
    add(to, "rules:\n");
    for (uint32_t i = 0; i < bilint_rule_count(); i++) {
        bilint_rule rule = { .struct_size = sizeof(rule) };
        const char *said;

        bilint_rule_get(i, &rule);
        said = find_rule(rules, rule.id, strlen(rule.id));
        if (said != NULL || rules->alone)
            add_rule(to, rule.id, said);
    }
    add_custom_rules(to, rules);
}

static bool take_rule(rule_list *rules, const char *value)
{
    const char *equals = strchr(value, '=');
    const size_t size =
        equals != NULL ? (size_t)(equals - value) : strlen(value);

    if (!is_rule(value, size)) {
        complain("there is no rule \"%.*s\"; see bilint rules", (int)size,
                 value);
        return false;
    }
    rules->items = need(realloc(rules->items, sizeof(*rules->items) *
                                                  (size_t)(rules->count + 1)));
    rules->items[rules->count++] = value;
    rules->alone = rules->alone || equals == NULL;
    return true;
}

/* ---- options ------------------------------------------------------------ */

static bool take_jobs(check_options *options, const char *value)
{
    char *rest;
    const long jobs = strtol(value, &rest, 10);

    if (rest == value || *rest != '\0' || jobs < 1 || jobs > 256) {
        complain("--jobs: not a number from 1 to 256: %s", value);
        return false;
    }
    options->jobs = (int)jobs;
    return true;
}

static bool take(check_options *options, text *overrides, text *terms,
                 rule_list *rules, int which, const char *value)
{
    switch (which) {
    case OPTION_FORMAT:
        options->format = value;
        return true;
    case OPTION_FAIL_ON:
        options->fail_on = value;
        if (severity_of(value) < 0)
            complain("--fail-on: not error, warning, info or never: %s",
                     value);
        return severity_of(value) >= 0;
    case OPTION_SHOW:
        options->show = severity_of(value);
        if (options->show < 0 || options->show > BILINT_ERROR)
            complain("--show: not error, warning or info: %s", value);
        return options->show >= 0 && options->show <= BILINT_ERROR;
    case OPTION_RULE:
        return take_rule(rules, value);
    case OPTION_SOURCE_LANG:
        add_pair(overrides, "source-lang", value);
        return true;
    case OPTION_TARGET_LANG:
        add_pair(overrides, "target-lang", value);
        return true;
    case OPTION_TERMS:
        add(terms, "  - ");
        add_quoted(terms, value);
        add(terms, "\n");
        return true;
    case OPTION_CONFIG:
        options->config = value;
        return true;
    case OPTION_NO_CONFIG:
        options->no_config = true;
        return true;
    case OPTION_JOBS:
        return take_jobs(options, value);
    case OPTION_COLOUR:
        options->colour = value;
        if (strcmp(value, "auto") != 0 && strcmp(value, "always") != 0 &&
            strcmp(value, "never") != 0) {
            complain("--color: not auto, always or never: %s", value);
            return false;
        }
        return true;
    case OPTION_QUIET:
        options->quiet = true;
        return true;
    default:
        return false;
    }
}

static void build_tables(struct option *longs, char *letters)
{
    for (int i = 0; i < OPTION_COUNT; i++) {
        longs[i] = (struct option){ table[i].name,
                                    table[i].argument != NULL
                                        ? required_argument
                                        : no_argument,
                                    NULL, 256 + i };
        if (table[i].letter == 0)
            continue;
        *letters++ = table[i].letter;
        if (table[i].argument != NULL)
            *letters++ = ':';
    }
    longs[OPTION_COUNT] = (struct option){ NULL, 0, NULL, 0 };
    *letters = '\0';
}

static int index_of(int found)
{
    for (int i = 0; found < 256 && i < OPTION_COUNT; i++) {
        if (table[i].letter == found)
            return i;
    }
    return found - 256;
}

int read_options(int argc, char **argv, check_options *options)
{
    struct option longs[OPTION_COUNT + 1];
    char letters[2 * OPTION_COUNT + 1];
    text overrides = { NULL, 0 };
    text terms = { NULL, 0 };
    rule_list rules = { NULL, 0, false };
    const char *hunspell = getenv("DICPATH");
    int result = EXIT_CLEAN;
    int found;

    *options = (check_options){ .format = "text",
                                .show = -1,
                                .jobs = processor_count(),
                                .colour = "auto" };
    build_tables(longs, letters);
    add(&overrides, "\n---\nbase: \".\"\n");
    if (hunspell != NULL && hunspell[0] != '\0')
        add_pair(&overrides, "hunspell", hunspell);
    optind = 1;
    argv[0] = (char[]){ "bilint" }; /* for what getopt complains of */
    while (result == EXIT_CLEAN &&
           (found = getopt_long(argc, argv, letters, longs, NULL)) != -1) {
        const int which = found == '?' ? -1 : index_of(found);

        if (which == OPTION_HELP) {
            print_help();
            result = -1;
        } else if (which < 0 || !take(options, &overrides, &terms, &rules,
                                      which, optarg)) {
            result = EXIT_USAGE;
        }
    }
    add_rules(&overrides, &rules);
    if (terms.size != 0) {
        add(&overrides, "terms:\n");
        add(&overrides, terms.data);
    }
    free(terms.data);
    free(rules.items);
    options->overrides = overrides.data;
    options->files = argv + optind;
    options->file_count = argc - optind;
    if (result == EXIT_CLEAN && options->file_count == 0) {
        complain("check: which files? see bilint check --help");
        result = EXIT_USAGE;
    }
    return result;
}

void free_options(check_options *options)
{
    free(options->overrides);
}
