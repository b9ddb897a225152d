/* SPDX-License-Identifier: Apache-2.0 */
/* bilint: the program. Finds the command and leaves the rest to it. */
#include "cli/cli.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const command commands[] = {
    { "check", "[OPTIONS] FILE|FOLDER|-...",
      "check translated documents (XLIFF)", cmd_check },
    { "rules", "[--format text|jsonl]", "list the rules", cmd_rules },
    { "explain", "RULE", "show what a rule is about", cmd_explain },
    { "init", "[FOLDER]", "write a bilint.yml to start from", cmd_init },
    { "terms", "compile|stat|lookup|export LIST...",
      "compile term lists, count them, look a term up, write them out",
      cmd_terms },
};
const size_t command_count = sizeof(commands) / sizeof(commands[0]);

/* One line, whatever stands in it: names of files may hold anything. */
void complain(const char *format, ...)
{
    char text[8192];
    va_list args;

    va_start(args, format);
    vsnprintf(text, sizeof(text), format, args);
    va_end(args);
    for (char *c = text; *c != '\0'; c++) {
        if ((unsigned char)*c < ' ' || *c == 0x7f)
            *c = '?';
    }
    fprintf(stderr, "bilint: %s\n", text);
}

void *need(void *block)
{
    if (block == NULL) {
        complain("out of memory");
        exit(EXIT_UNCHECKED);
    }
    return block;
}

static void usage(FILE *to)
{
    fputs("bilint checks translations against their sources.\n\n", to);
    for (size_t i = 0; i < command_count; i++)
        fprintf(to, "  bilint %s %s\n      %s\n", commands[i].name,
                commands[i].arguments, commands[i].title);
    fputs("\n  bilint COMMAND --help shows the options of a command,\n"
          "  bilint --version the version.\n",
          to);
}

static int run(int argc, char **argv)
{
    const char *name = argc > 1 ? argv[1] : NULL;

    if (name == NULL) {
        usage(stderr);
        return EXIT_USAGE;
    }
    if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0 ||
        strcmp(name, "help") == 0) {
        usage(stdout);
        return EXIT_CLEAN;
    }
    if (strcmp(name, "--version") == 0) {
        printf("bilint %s\n", bilint_version());
        return EXIT_CLEAN;
    }
    for (size_t i = 0; i < command_count; i++) {
        if (strcmp(commands[i].name, name) == 0)
            return commands[i].run(argc - 1, argv + 1);
    }
    complain("there is no command \"%s\"; see bilint --help", name);
    return EXIT_USAGE;
}

/* What could not be written was not said, whatever the command came to. */
int main(int argc, char **argv)
{
    const int status = run(argc, argv);

    if (fflush(stdout) == 0 && !ferror(stdout))
        return status;
    complain("cannot write to standard output: %s", strerror(errno));
    return EXIT_UNCHECKED;
}
