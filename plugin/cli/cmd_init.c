/* SPDX-License-Identifier: Apache-2.0 */
/* bilint init: a commented bilint.yml with every rule at its default. */
#include "cli/cli.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

static const char head[] =
    "# Configuration of bilint. Every line is optional: what is commented out\n"
    "# shows the default.\n"
    "\n"
    "# Languages (BCP 47), for documents that do not name them.\n"
    "#source-lang: en\n"
    "#target-lang: vi\n"
    "\n"
    "# The lowest severity that makes `bilint check` fail with status 1:\n"
    "# error, warning, info or never.\n"
    "#fail-on: error\n"
    "\n"
    "# Term lists (CSV or TSV: source, target, status, note).\n"
    "#terms:\n"
    "#  - terms.csv\n"
    "\n"
    "# Words that are spelled right, and files with one such word a line.\n"
    "#words:\n"
    "#  - bilint\n"
    "#  - file: words.txt\n"
    "\n"
    "# Rules of your own: see bilint explain custom.\n"
    "#custom:\n"
    "#  euro:\n"
    "#    source: EUR\n"
    "#    target: €\n"
    "\n"
    "# The severity of each rule: off, on, info, warning or error; or a map\n"
    "# with level and the rule's own options.\n"
    "#rules:\n";

/* Of rules of the user's own each has a level itself. */
static const char *level_of(const bilint_rule *rule)
{
    static const char *const names[] = { "off", "info", "warning", "error" };

    if (strcmp(rule->id, "custom") == 0)
        return "on";
    return rule->severity >= 0 && rule->severity <= 3
               ? names[rule->severity]
               : "off";
}

/* Level and options of a rule; the level alone where it has none. */
static void write_rule(FILE *file, const bilint_rule *rule)
{
    bool first = true;

    for (uint32_t i = 0; i < bilint_option_count(); i++) {
        bilint_option option = { .struct_size = sizeof(option) };

        if (bilint_option_get(i, &option) != BILINT_OK ||
            option.rule == NULL || strcmp(option.rule, rule->id) != 0 ||
            option.default_value == NULL)
            continue;
        if (first)
            fprintf(file, "#  %s:\n#    level: %s\n", rule->id,
                    level_of(rule));
        first = false;
        fprintf(file, "#    %s: %s\n", option.key, option.default_value);
    }
    if (first)
        fprintf(file, "#  %s: %s\n", rule->id, level_of(rule));
}

static void write_rules(FILE *file)
{
    for (uint32_t i = 0; i < bilint_rule_count(); i++) {
        bilint_rule rule = { .struct_size = sizeof(rule) };

        if (bilint_rule_get(i, &rule) == BILINT_OK)
            write_rule(file, &rule);
    }
}

int cmd_init(int argc, char **argv)
{
    const char *folder = argc > 1 ? argv[1] : ".";
    char path[4096];
    FILE *file;

    if (argc > 2 || strcmp(folder, "--help") == 0) {
        fputs("bilint init [FOLDER]\n\nWrite a commented bilint.yml into the "
              "folder, unless there is one.\n",
              argc > 2 ? stderr : stdout);
        return argc > 2 ? EXIT_USAGE : EXIT_CLEAN;
    }
    snprintf(path, sizeof(path), "%s/bilint.yml", folder);
    /* "x": not over a file that is there. */
    file = fopen(path, "wx");
    if (file == NULL) {
        complain("%s: %s", path, strerror(errno));
        return EXIT_USAGE;
    }
    fputs(head, file);
    write_rules(file);
    if (fclose(file) != 0) {
        complain("cannot write %s", path);
        return EXIT_USAGE;
    }
    printf("wrote %s\n", path);
    return EXIT_CLEAN;
}
