/* SPDX-License-Identifier: Apache-2.0 */
/* bilint rules: the rules, their category and their severity by default. */
#include "cli/engines.h"

#include <stdio.h>
#include <string.h>

static const char *level_name(int32_t severity)
{
    static const char *const names[] = { "off", "info", "warning", "error" };

    return severity >= 0 && severity <= 3 ? names[severity] : "?";
}

static void print_text(const bilint_rule *rule)
{
    printf("%-23s %-12s %-8s %s%s\n", rule->id, rule->category,
           level_name(rule->severity), rule->title,
           strcmp(rule->stage, "preview") == 0 ? " (preview)" : "");
}

/* The title may be the user's; all else is the library's own and holds nothing
 * to escape. */
static void print_escaped(const char *text)
{
    for (; *text != '\0'; text++) {
        if ((unsigned char)*text < ' ')
            printf("\\u%04x", (unsigned)*text);
        else
            printf("%s%c", *text == '"' || *text == '\\' ? "\\" : "", *text);
    }
}

static void print_json(const bilint_rule *rule)
{
    printf("{\"rule\":\"%s\",\"category\":\"%s\",\"severity\":\"%s\","
           "\"stage\":\"%s\",\"since\":\"%s\",\"its\":\"%s\","
           "\"title\":\"",
           rule->id, rule->category, level_name(rule->severity), rule->stage,
           rule->since, rule->its_type);
    print_escaped(rule->title);
    puts("\"}");
}

/* Those of the library; then those of the user's own, where we are. */
static int print_rules(void (*print)(const bilint_rule *rule))
{
    bilint_engine *engine;
    const bool good = engine_here(&engine);

    for (uint32_t i = 0; i < bilint_rule_count(); i++) {
        bilint_rule rule = { .struct_size = sizeof(rule) };

        if (bilint_rule_get(i, &rule) == BILINT_OK)
            print(&rule);
    }
    for (uint32_t i = bilint_rule_count();
         good && i < bilint_engine_rule_count(engine); i++) {
        bilint_rule rule = { .struct_size = sizeof(rule) };

        if (bilint_engine_rule_get(engine, i, &rule) == BILINT_OK)
            print(&rule);
    }
    return good ? EXIT_CLEAN : EXIT_USAGE;
}

int cmd_rules(int argc, char **argv)
{
    bool json = false;

    for (int i = 1; i < argc; i++) {
        const char *value = argv[i];

        if (strcmp(value, "--help") == 0) {
            puts("bilint rules [--format text|jsonl]\n\n"
                 "List the rules: id, category, severity by default, title. "
                 "Those of\nyour own are those of the bilint.yml that is for "
                 "this folder.");
            return EXIT_CLEAN;
        }
        if (strcmp(value, "--format") == 0 && i + 1 < argc)
            value = argv[++i];
        else if (strncmp(value, "--format=", 9) == 0)
            value += 9;
        else
            value = "";
        json = strcmp(value, "jsonl") == 0;
        if (!json && strcmp(value, "text") != 0) {
            complain("rules: what is %s?", argv[i]);
            return EXIT_USAGE;
        }
    }
    return print_rules(json ? print_json : print_text);
}
