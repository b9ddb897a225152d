/* SPDX-License-Identifier: Apache-2.0 */
/* bilint-dev: what developers of bilint need. Not installed. */
#include "dev/dev.h"

#include <stdio.h>
#include <string.h>

static const struct {
    const char *name;
    const char *title;
    int (*run)(int argc, char **argv);
} commands[] = {
    { "docs",
      "[--fix] --path FOLDERS: compare the documentation with what it is made "
      "from",
      dev_docs },
    { "entities", "FILE...: what is recognised in documents, as JSON lines",
      dev_entities },
    { "languages",
      "DICTIONARIES FOLDER common|LANGUAGE...: compile what is known of "
      "languages",
      dev_languages },
    { "latin", "> FILE: write dictionaries/und/latin.txt", dev_latin },
    { "new-rule", "NAME: write the beginnings of a rule and its page",
      dev_new_rule },
    { "spellout", "FOLDER: write <tag>/spellout.txt for every language of ICU",
      dev_spellout },
};

int main(int argc, char **argv)
{
    for (size_t i = 0; argc > 1 && i < sizeof(commands) / sizeof(commands[0]);
         i++) {
        if (strcmp(commands[i].name, argv[1]) == 0)
            return commands[i].run(argc - 1, argv + 1);
    }
    for (size_t i = 0; i < sizeof(commands) / sizeof(commands[0]); i++)
        fprintf(stderr, "bilint-dev %s %s\n", commands[i].name,
                commands[i].title);
    return 2;
}
