/* SPDX-License-Identifier: Apache-2.0 */
/*
 * bilint terms: lists compiled, counted, asked and written out. A compiled
 * list is written beside its place and then moved there, so that programs
 * that have the old one mapped keep it; behind links, where they lead.
 */
#include "cli/cli.h"

#include "bilint/terms.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if !defined(_WIN32)
#    include <sys/stat.h>
#endif

enum { PATH_SIZE = 4096, FOUND_MAX = 100 };

/* What the command line says. */
typedef struct request {
    bilint_term_file *files;
    const bilint_term_file **pointers;
    size_t count;
    const char *output;
    const char *source_lang;
    const char *target_lang;
    const char *text; /* lookup */
} request;

static void BILINT_CALL write_log(const bilint_host *host, int32_t level,
                                  const char *area, const char *text)
{
    (void)host;
    if (level >= BILINT_LOG_WARNING)
        complain("%s: %s", area, text);
}

static const void *BILINT_CALL get_interface(const bilint_host *host,
                                             const char *id)
{
    static const bilint_host_log log = { sizeof(log), write_log };

    (void)host;
    return strcmp(id, BILINT_HOST_LOG) == 0 ? &log : NULL;
}

static const bilint_host host = { .struct_size = sizeof(host),
                                  .abi = BILINT_ABI,
                                  .name = "bilint",
                                  .version = BILINT_VERSION,
                                  .get_interface = get_interface };

/* The lists; NULL, with the reason told, where they cannot be read. */
static bilint_terms *read_lists(const request *r)
{
    bilint_error err = BILINT_ERROR_INIT;
    bilint_terms *terms = NULL;

    for (size_t i = 0; i < r->count; i++) {
        r->files[i].struct_size = sizeof(r->files[i]);
        r->files[i].source_lang = r->source_lang;
        r->files[i].target_lang = r->target_lang;
        r->pointers[i] = &r->files[i];
    }
    if (bilint_terms_read(BILINT_ABI, r->pointers, r->count, &host, &terms,
                          &err) != BILINT_OK)
        complain("%s", err.message);
    return terms;
}

static int32_t BILINT_CALL write_file(void *context, const char *data,
                                      size_t size)
{
    return fwrite(data, 1, size, context) == size ? 0 : -1;
}

/* ---- compile ------------------------------------------------------------ */

/* Where a compiled list is written. */
typedef struct place {
    char path[PATH_SIZE];      /* of the file that is replaced */
    char beside[PATH_SIZE + 8]; /* where it is written first; "": right there */
} place;

#if defined(_WIN32)
static bool is_written_to(const char *path)
{
    (void)path;
    return false;
}

static char *behind_links(const char *path)
{
    (void)path;
    return NULL;
}
#else
/* What has no place of its own to replace: a device, a pipe, and a link to
 * what is not there yet. */
static bool is_written_to(const char *path)
{
    struct stat info;

    if (stat(path, &info) == 0)
        return !S_ISREG(info.st_mode);
    return lstat(path, &info) == 0;
}

static char *behind_links(const char *path)
{
    return realpath(path, NULL);
}
#endif

/* False where the name is too long. */
static bool find_place(const char *output, place *to)
{
    char *real = behind_links(output);
    const char *path = real != NULL ? real : output;
    const bool fits = strlen(path) < sizeof(to->path);

    if (fits)
        snprintf(to->path, sizeof(to->path), "%s", path);
    free(real);
    to->beside[0] = '\0';
    if (fits && !is_written_to(output))
        snprintf(to->beside, sizeof(to->beside), "%s.new", to->path);
    return fits;
}

static int compile(const request *r, const bilint_terms *terms)
{
    bilint_error err = BILINT_ERROR_INIT;
    bilint_status status;
    const char *path;
    FILE *file;
    place to;

    if (!find_place(r->output, &to)) {
        complain("the name is too long: %s", r->output);
        return EXIT_USAGE;
    }
    path = to.beside[0] != '\0' ? to.beside : to.path;
    file = fopen(path, "wb");
    if (file == NULL) {
        complain("cannot write %s", path);
        return EXIT_UNCHECKED;
    }
    status = bilint_terms_write(terms, "blt", write_file, file, &err);
    if (fclose(file) != 0 && status == BILINT_OK)
        status = BILINT_E_IO;
    if (status == BILINT_OK &&
        (to.beside[0] == '\0' || rename(to.beside, to.path) == 0))
        return EXIT_CLEAN;
    if (to.beside[0] != '\0')
        remove(to.beside);
    if (err.message[0] != '\0')
        complain("cannot write %s: %s", r->output, err.message);
    else
        complain("cannot write %s", r->output);
    return EXIT_UNCHECKED;
}

/* ---- stat --------------------------------------------------------------- */

static int show_counts(const bilint_terms *terms)
{
    bilint_terms_summary s = { .struct_size = sizeof(s) };

    bilint_terms_counts(terms, &s);
    printf("concepts  %u\nterms     %u\nphrases   %u\nwords     %u\n"
           "bytes     %llu\n",
           (unsigned)s.concepts, (unsigned)s.terms, (unsigned)s.phrases,
           (unsigned)s.words, (unsigned long long)s.size);
    for (uint32_t i = 0; i < s.languages; i++) {
        bilint_terms_language l = { .struct_size = sizeof(l) };

        if (bilint_terms_language_get(terms, i, &l) != BILINT_OK)
            continue;
        printf("%-9s %u %s terms, %u forbidden\n",
               l.tag[0] != '\0' ? l.tag : "any", (unsigned)l.terms,
               l.flags == BILINT_TERM_OF_SOURCE   ? "source"
               : l.flags == BILINT_TERM_OF_TARGET ? "target"
                                                  : "source and target",
               (unsigned)l.forbidden);
    }
    return EXIT_CLEAN;
}

/* ---- lookup ------------------------------------------------------------- */

static void show_term(const bilint_term *term)
{
    static const char *const status[] = { "", " (admitted)", " (forbidden)",
                                          " (do not translate)" };
    static const char *const letter_case[] = { "", " (any case)",
                                               " (initial case)",
                                               " (exact case)" };

    printf("  %-9s %.*s%s%s\n",
           term->language[0] != '\0'                    ? term->language
           : (term->flags & BILINT_TERM_OF_SOURCE) != 0 ? "source"
                                                        : "target",
           (int)term->size, term->text, status[term->status & 3],
           letter_case[term->letter_case & 3]);
}

static int look_up(const request *r, const bilint_terms *terms)
{
    uint32_t at = 0;
    uint32_t found = 0;
    uint32_t number = 0;

    bilint_status status = BILINT_OK;

    while (found < FOUND_MAX &&
           (status = bilint_terms_find(terms, r->text, strlen(r->text), &at,
                                       &number)) == BILINT_OK) {
        bilint_term term = { .struct_size = sizeof(term) };

        printf("concept %u\n", (unsigned)number + 1);
        for (uint32_t i = 0;
             bilint_terms_get(terms, number, i, &term) == BILINT_OK; i++)
            show_term(&term);
        found++;
    }
    if (status == BILINT_E_DATA || status == BILINT_E_MEMORY) {
        complain("%s", status == BILINT_E_DATA
                           ? "the compiled term list is damaged; compile it "
                             "again"
                           : bilint_status_text(status));
        return EXIT_UNCHECKED;
    }
    if (found == FOUND_MAX)
        complain("there may be more; say more words");
    if (found == 0)
        complain("no term begins with \"%s\"", r->text);
    return found != 0 ? EXIT_CLEAN : EXIT_FINDINGS;
}

/* ---- export ------------------------------------------------------------- */

static int export_list(const bilint_terms *terms)
{
    bilint_error err = BILINT_ERROR_INIT;

    if (bilint_terms_write(terms, "csv", write_file, stdout, &err) ==
            BILINT_OK &&
        fflush(stdout) == 0)
        return EXIT_CLEAN;
    complain("cannot write to standard output: %s", err.message);
    return EXIT_UNCHECKED;
}

/* ---- the command -------------------------------------------------------- */

static void print_help(void)
{
    puts("bilint terms compile LIST... -o FILE.blt\n"
         "bilint terms stat LIST...\n"
         "bilint terms lookup LIST... TEXT\n"
         "bilint terms export LIST...\n"
         "\n"
         "A list is TBX, UTX, an OmegaT glossary, CSV, TSV, or a compiled "
         "one (.blt).\n"
         "\n"
         "  -o, --output FILE     what compile writes\n"
         "  -s, --source-lang TAG language of the sources, where lists do "
         "not say\n"
         "  -t, --target-lang TAG language of the targets, where lists do "
         "not say\n"
         "  -h, --help            show this text");
}

/* The value of an option with that name, as "-o FILE", "--output FILE" or
 * "--output=FILE"; NULL where the argument is another. */
static const char *value_of(char **argv, int argc, int *at, char letter,
                            const char *name)
{
    const char *argument = argv[*at];
    const size_t size = strlen(name);
    const bool is_short =
        argument[0] == '-' && argument[1] == letter && argument[2] == '\0';

    if (!is_short && strncmp(argument, "--", 2) != 0)
        return NULL;
    if (!is_short && strncmp(argument + 2, name, size) != 0)
        return NULL;
    if (!is_short && argument[2 + size] == '=')
        return argument + 3 + size;
    if ((!is_short && argument[2 + size] != '\0') || *at + 1 >= argc)
        return NULL;
    return argv[++*at];
}

static int read_arguments(request *r, int argc, char **argv)
{
    for (int i = 2; i < argc; i++) {
        const char *value;

        if ((value = value_of(argv, argc, &i, 'o', "output")) != NULL) {
            r->output = value;
        } else if ((value = value_of(argv, argc, &i, 's', "source-lang")) !=
                   NULL) {
            r->source_lang = value;
        } else if ((value = value_of(argv, argc, &i, 't', "target-lang")) !=
                   NULL) {
            r->target_lang = value;
        } else if (argv[i][0] == '-' && argv[i][1] != '\0') {
            complain("terms: what is %s?", argv[i]);
            return EXIT_USAGE;
        } else {
            r->files[r->count++].path = argv[i];
        }
    }
    if (strcmp(argv[1], "lookup") == 0 && r->count > 1)
        r->text = r->files[--r->count].path;
    return EXIT_CLEAN;
}

/* Whether nothing is missing; if something is, it is told. */
static bool is_complete(const request *r, const char *what)
{
    const bool compiles = strcmp(what, "compile") == 0;

    if (r->count == 0)
        complain("terms %s: no list is named", what);
    else if (compiles && r->output == NULL)
        complain("terms compile: -o FILE.blt is missing");
    else if (!compiles && r->output != NULL)
        complain("terms %s: there is no output file", what);
    else if (strcmp(what, "lookup") == 0 && r->text == NULL)
        complain("terms lookup: a list and a text are wanted");
    else
        return true;
    return false;
}

static int run(const request *r, const char *what)
{
    bilint_terms *terms = read_lists(r);
    int status = EXIT_UNCHECKED;

    if (terms == NULL)
        return status;
    if (strcmp(what, "compile") == 0)
        status = compile(r, terms);
    else if (strcmp(what, "stat") == 0)
        status = show_counts(terms);
    else if (strcmp(what, "lookup") == 0)
        status = look_up(r, terms);
    else
        status = export_list(terms);
    bilint_terms_free(terms);
    return status;
}

int cmd_terms(int argc, char **argv)
{
    static const char *const names[] = { "compile", "stat", "lookup",
                                         "export" };
    request r = { .count = 0 };
    bool known = false;
    int status;

    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--help") == 0 || strcmp(argv[i], "-h") == 0) {
            print_help();
            return EXIT_CLEAN;
        }
    }
    for (size_t i = 0; argc > 1 && i < sizeof(names) / sizeof(names[0]); i++)
        known = known || strcmp(names[i], argv[1]) == 0;
    if (!known) {
        complain("terms: compile, stat, lookup or export is wanted; see "
                 "bilint terms --help");
        return EXIT_USAGE;
    }
    r.files = need(calloc((size_t)argc, sizeof(*r.files)));
    r.pointers = need(calloc((size_t)argc, sizeof(*r.pointers)));
    status = read_arguments(&r, argc, argv);
    if (status == EXIT_CLEAN)
        status = is_complete(&r, argv[1]) ? run(&r, argv[1]) : EXIT_USAGE;
    free(r.files);
    free(r.pointers);
    return status;
}
