/* SPDX-License-Identifier: Apache-2.0 */
/* bilint explain: the page of a rule, as it is in the documentation. */
#include "cli/cli.h"

#include <stdio.h>
#include <string.h>

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
    complain("there is no rule \"%s\"; see bilint rules", argv[1]);
    return EXIT_USAGE;
}
