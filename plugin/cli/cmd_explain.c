/* SPDX-License-Identifier: Apache-2.0 */
/* bilint explain: the page of a rule, as it is in the documentation. */
#include "cli/engines.h"

#include <stdio.h>
#include <string.h>

/* A rule of the user's own is one of the bilint.yml for the folder where we
 * are. False where there is none of that name. */
static bool print_own(const char *id)
{
    bilint_engine *engine;

    if (!engine_here(&engine))
        return false;
    for (uint32_t i = bilint_rule_count();
         i < bilint_engine_rule_count(engine); i++) {
        bilint_rule rule = { .struct_size = sizeof(rule) };

        if (bilint_engine_rule_get(engine, i, &rule) == BILINT_OK &&
            strcmp(rule.id, id) == 0) {
            fputs(rule.page, stdout);
            return true;
        }
    }
    return false;
}

int cmd_explain(int argc, char **argv)
{
    if (argc != 2 || strcmp(argv[1], "--help") == 0) {
        fputs("bilint explain RULE\n\nShow what a rule reports, what it does "
              "not, and why.\nbilint rules lists the rules.\n",
              argc == 2 ? stdout : stderr);
        return argc == 2 ? EXIT_CLEAN : EXIT_USAGE;
    }
    for (uint32_t i = 0; i < bilint_rule_count(); i++) {
        bilint_rule rule = { .struct_size = sizeof(rule) };

        if (bilint_rule_get(i, &rule) == BILINT_OK &&
            strcmp(rule.id, argv[1]) == 0) {
            fputs(rule.page, stdout);
            return EXIT_CLEAN;
        }
    }
    if (strncmp(argv[1], "custom/", 7) == 0 && print_own(argv[1]))
        return EXIT_CLEAN;
    complain("there is no rule \"%s\"; see bilint rules", argv[1]);
    return EXIT_USAGE;
}
