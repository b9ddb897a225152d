/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How many replaced names are noticed.
 *
 *     test_accuracy_names [--least PERCENT] [--list] [--seed N] [--single]
 *                         [--letter] [FILE.en-vi.tsv]...
 *
 * Takes the full names of a file of translations, those that stand in both
 * texts as they are, puts another full name of the same file into the
 * translation and asks whether a finding of the category "name" comes of it.
 * Another seed draws other names. Without files those of the folder
 * BILINT_CORPUS; skipped without that.
 *
 * A full name is a run of two or three words with capitals inside a sentence,
 * none of which the file has in small letters: so are persons, and places and
 * teams too, which are harder. With --single the names are of one word:
 * surnames mostly, and more places. With --letter they are not replaced: a
 * letter of one that was copied is lost, or is another one, or two have changed
 * places.
 */
#include "bilint/bilint.h"
#include "counterpart.h"

#include <ctype.h>
#include <dirent.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SKIPPED = 77, NAME = 160, TAG = 16, TRIES = 50, LINE = 8192 };

/* Letters of a single name. */
enum { SINGLE_LEAST = 4 };

typedef struct row {
    char *source;
    char *target;
} row;

typedef struct name {
    size_t pair;
    char text[NAME];      /* in the source */
    char rendering[NAME]; /* in the target */
    size_t at;            /* of it */
} name;

typedef struct corpus {
    char source_lang[TAG];
    char target_lang[TAG];
    row *pairs;
    size_t count;
    char **small; /* words in small letters, sorted */
    size_t small_count;
    name *names;
    size_t name_count;
} corpus;

typedef struct options {
    bool list;
    int words_least;
    int words_most;
    bool letter;
    uint64_t seed;
} options;

static void *need(void *memory)
{
    if (memory == NULL) {
        fputs("no memory\n", stderr);
        exit(1);
    }
    return memory;
}

static char *copy(const char *text, size_t size)
{
    char *to = need(malloc(size + 1));

    memcpy(to, text, size);
    to[size] = '\0';
    return to;
}

/* ---- words -------------------------------------------------------------- */

static bool is_letter(char c)
{
    return isalpha((unsigned char)c) || (unsigned char)c >= 0x80;
}

static size_t word_size(const char *text)
{
    size_t n = 0;

    while (is_letter(text[n]) ||
           (n != 0 && (text[n] == '\'' || text[n] == '-') &&
            is_letter(text[n + 1])))
        n++;
    return n;
}

static int compare(const void *a, const void *b)
{
    const char *const *x = a;
    const char *const *y = b;

    return strcmp(*x, *y);
}

static void gather_small(corpus *c)
{
    for (size_t i = 0; i < c->count; i++) {
        for (const char *at = c->pairs[i].source; *at != '\0';) {
            const size_t n = word_size(at);

            if (n != 0 && islower((unsigned char)*at)) {
                if ((c->small_count & (c->small_count - 1)) == 0)
                    c->small = need(realloc(
                        c->small, (2 * c->small_count + 1) * sizeof(char *)));
                c->small[c->small_count++] = copy(at, n);
            }
            at += n != 0 ? n : 1;
        }
    }
    if (c->small_count != 0)
        qsort(c->small, c->small_count, sizeof(char *), compare);
}

static bool is_small(const corpus *c, const char *word, size_t size)
{
    char text[NAME];
    const char *key = text;

    if (size >= NAME)
        return true;
    for (size_t i = 0; i < size; i++)
        text[i] = (char)tolower((unsigned char)word[i]);
    text[size] = '\0';
    return c->small_count != 0 && bsearch(&key, c->small, c->small_count,
                                          sizeof(char *), compare) != NULL;
}

/* ---- names -------------------------------------------------------------- */

/* `part` as whole words of `text`. */
static const char *find(const char *text, const char *part)
{
    const size_t size = strlen(part);

    for (const char *at = text; (at = strstr(at, part)) != NULL; at++) {
        if ((at == text || !is_letter(at[-1])) && !is_letter(at[size]))
            return at;
    }
    return NULL;
}

/* The run of words with capitals that begins at `text`; how many they are. */
static int run_of(const corpus *c, const char *text, size_t *size,
                  bool *proper)
{
    int words = 0;

    *size = 0;
    *proper = true;
    for (const char *at = text; isupper((unsigned char)*at);) {
        const size_t n = word_size(at);

        *proper = *proper && n > 1 && !isupper((unsigned char)at[1]) &&
                  !is_small(c, at, n);
        *size = (size_t)(at - text) + n;
        words++;
        if (at[n] != ' ')
            break;
        at += n + 1;
    }
    return words;
}

/* Where the target has the name, as it is or in its script. */
static bool render(const char *target, name *to)
{
    const char *same = find(target, to->text);
    size_t limit;

    if (same != NULL) {
        to->at = (size_t)(same - target);
        strcpy(to->rendering, to->text);
        return true;
    }
    if (!counterpart_find(to->text, target, &to->at, &limit) ||
        limit - to->at >= NAME)
        return false;
    memcpy(to->rendering, target + to->at, limit - to->at);
    return true;
}

static void add_name(corpus *c, const name *found)
{
    if ((c->name_count & (c->name_count - 1)) == 0)
        c->names = need(
            realloc(c->names, (2 * c->name_count + 1) * sizeof(name)));
    c->names[c->name_count++] = *found;
}

/* Whether nothing but the name gives it its capital. */
static bool is_within(const char *text, const char *at)
{
    return at > text + 1 && at[-1] == ' ' && (is_letter(at[-2]) ||
                                              at[-2] == ',');
}

static void gather_names(corpus *c, const options *wanted)
{
    for (size_t i = 0; i < c->count; i++) {
        const char *source = c->pairs[i].source;

        for (const char *at = source; *at != '\0';) {
            size_t size;
            bool proper;
            const int words = run_of(c, at, &size, &proper);
            name found = { .pair = i };

            if (words == 0) {
                size = word_size(at);
                at += size != 0 ? size : 1;
                continue;
            }
            if (words >= wanted->words_least && words <= wanted->words_most &&
                proper && at != source && size < NAME &&
                (words > 1 ||
                 (size >= SINGLE_LEAST && is_within(source, at)))) {
                memcpy(found.text, at,
                       size > 2 && at[size - 2] == '\'' ? size - 2 : size);
                if (render(c->pairs[i].target, &found))
                    add_name(c, &found);
            }
            at += size;
        }
    }
}

static bool shares_word(const char *text, const char *with)
{
    for (const char *at = text; *at != '\0';) {
        const size_t n = word_size(at);
        char word[NAME];

        if (n != 0 && n < NAME) {
            memcpy(word, at, n);
            word[n] = '\0';
            if (find(with, word) != NULL)
                return true;
        }
        at += n != 0 ? n : 1;
    }
    return false;
}

/* ---- checking ----------------------------------------------------------- */

static bool is_noticed(bilint_engine *engine, const corpus *c,
                       const char *source, const char *target)
{
    const bilint_pair pair = { .struct_size = sizeof(pair),
                               .source_lang = c->source_lang,
                               .target_lang = c->target_lang,
                               .source = source,
                               .source_size = strlen(source),
                               .target = target,
                               .target_size = strlen(target) };
    bilint_error err = BILINT_ERROR_INIT;
    bilint_report *report = NULL;
    bool noticed = false;

    if (bilint_check_pair(engine, &pair, &report, &err) != BILINT_OK) {
        fprintf(stderr, "%s\n", err.message);
        exit(1);
    }
    for (uint32_t i = 0; i < bilint_report_count(report); i++) {
        bilint_finding finding = { .struct_size = sizeof(finding) };

        if (bilint_report_get(report, i, &finding) == BILINT_OK &&
            finding.severity >= BILINT_WARNING &&
            strcmp(finding.category, "name") == 0)
            noticed = true;
    }
    bilint_report_free(report);
    return noticed;
}

/* Whether the target has the name in the letters of the source. */
static bool is_copied(const name *one)
{
    return strcmp(one->text, one->rendering) == 0;
}

static uint64_t draw(uint64_t *state)
{
    *state = *state * UINT64_C(6364136223846793005) + 1442695040888963407u;
    return *state >> 33;
}

/* The translation with another name; NULL where none was drawn. */
static char *replace(const corpus *c, const name *old, uint64_t *state,
                     const char **drawn)
{
    const char *target = c->pairs[old->pair].target;
    char *text;

    for (int i = 0; i < TRIES; i++) {
        const name *other = &c->names[draw(state) % c->name_count];

        *drawn = other->rendering;
        if (shares_word(other->text, c->pairs[old->pair].source) ||
            is_copied(other) != is_copied(old))
            continue;
        text = need(malloc(strlen(target) + NAME));
        sprintf(text, "%.*s%s%s", (int)old->at, target, other->rendering,
                target + old->at + strlen(old->rendering));
        return text;
    }
    return NULL;
}

/* The translation with a letter of a copied name changed, neither its first nor
 * its last; NULL where none can be. */
static char *damage(const corpus *c, const name *old, uint64_t *state)
{
    const char *target = c->pairs[old->pair].target;
    const size_t size = strlen(old->rendering);
    size_t at = old->at + 1;
    char *text;

    if (!is_copied(old) || size <= SINGLE_LEAST)
        return NULL;
    at += draw(state) % (size - 2);
    if (!islower((unsigned char)target[at]) ||
        !islower((unsigned char)target[at + 1]) || target[at] == target[at + 1])
        return NULL;
    text = copy(target, strlen(target));
    switch (draw(state) % 3) {
    case 0:
        memmove(text + at, text + at + 1, strlen(text + at));
        break;
    case 1:
        text[at] = target[at] == 'o' ? 'e' : 'o';
        break;
    default:
        text[at] = target[at + 1];
        text[at + 1] = target[at];
    }
    return text;
}

static void measure(bilint_engine *engine, const corpus *c,
                    const options *wanted, size_t counts[2])
{
    uint64_t state = wanted->seed;

    for (size_t i = 0; i < c->name_count; i++) {
        const name *old = &c->names[i];
        const char *drawn = "a letter";
        char *text = wanted->letter ? damage(c, old, &state)
                                    : replace(c, old, &state, &drawn);

        if (text == NULL)
            continue;
        counts[0]++;
        if (is_noticed(engine, c, c->pairs[old->pair].source, text))
            counts[1]++;
        else if (wanted->list)
            printf("%s (%s) -> %s\n  %s\n  %s\n", old->text, old->rendering, drawn,
                   c->pairs[old->pair].source, text);
        free(text);
    }
}

/* ---- files -------------------------------------------------------------- */

/* "news.en-pt_BR.tsv": the languages. */
static bool languages_of(const char *path, corpus *c)
{
    const char *dot = strrchr(path, '/');

    for (dot = dot != NULL ? dot : path; (dot = strchr(dot, '.')) != NULL;) {
        if (sscanf(++dot, "%15[a-zA-Z_]-%15[a-zA-Z_].tsv", c->source_lang,
                   c->target_lang) != 2)
            continue;
        for (char *p = c->target_lang; (p = strchr(p, '_')) != NULL;)
            *p = '-';
        return true;
    }
    return false;
}

static bool read_file(const char *path, const options *wanted, corpus *c)
{
    FILE *file = fopen(path, "r");
    static char line[LINE];

    if (file == NULL || !languages_of(path, c)) {
        fprintf(stderr, "%s: %s\n", path,
                file == NULL ? "cannot be read" : "no languages in its name");
        return false;
    }
    while (fgets(line, sizeof(line), file) != NULL) {
        char *tab = strchr(line, '\t');

        if (tab == NULL)
            continue;
        if ((c->count & (c->count - 1)) == 0)
            c->pairs =
                need(realloc(c->pairs, (2 * c->count + 1) * sizeof(row)));
        c->pairs[c->count++] =
            (row){ copy(line, (size_t)(tab - line)),
                    copy(tab + 1, strcspn(tab + 1, "\t\n")) };
    }
    fclose(file);
    gather_small(c);
    gather_names(c, wanted);
    return true;
}

static void free_corpus(corpus *c)
{
    for (size_t i = 0; i < c->count; i++) {
        free(c->pairs[i].source);
        free(c->pairs[i].target);
    }
    for (size_t i = 0; i < c->small_count; i++)
        free(c->small[i]);
    free(c->pairs);
    free(c->small);
    free(c->names);
}

static bool run(bilint_engine *engine, const char *path,
                const options *wanted, size_t total[2])
{
    corpus c = { .count = 0 };
    size_t counts[2] = { 0, 0 };
    const bool read = read_file(path, wanted, &c);

    if (read && c.name_count > 1)
        measure(engine, &c, wanted, counts);
    if (counts[0] != 0)
        printf("%s-%s: %zu of %zu %s names noticed, %.1f %%\n",
               c.source_lang, c.target_lang, counts[1], counts[0],
               wanted->letter ? "damaged" : "replaced",
               100.0 * (double)counts[1] / (double)counts[0]);
    total[0] += counts[0];
    total[1] += counts[1];
    free_corpus(&c);
    return read;
}

static bool run_folder(bilint_engine *engine, const char *folder,
                       const options *wanted, size_t total[2])
{
    DIR *dir = opendir(folder);
    bool good = dir != NULL;

    for (const struct dirent *entry;
         dir != NULL && (entry = readdir(dir)) != NULL;) {
        char path[LINE];
        const size_t size = strlen(entry->d_name);

        if (size < 4 || strcmp(entry->d_name + size - 4, ".tsv") != 0)
            continue;
        snprintf(path, sizeof(path), "%s/%s", folder, entry->d_name);
        good = run(engine, path, wanted, total) && good;
    }
    if (dir != NULL)
        closedir(dir);
    return good;
}

int main(int argc, char **argv)
{
    static const char config[] =
        "dictionaries: \"" BILINT_TREE "/dictionaries\"\n";
    const char *folder = getenv("BILINT_CORPUS");
    bilint_error err = BILINT_ERROR_INIT;
    bilint_engine *engine = NULL;
    size_t total[2] = { 0, 0 };
    double least = 0;
    options wanted = { .words_least = 2, .words_most = 3, .seed = 1 };
    bool good = true;
    int files = 0;

    if (bilint_engine_new(BILINT_ABI, config, strlen(config), NULL, &engine,
                          &err) !=
        BILINT_OK) {
        fprintf(stderr, "%s\n", err.message);
        return 1;
    }
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--list") == 0)
            wanted.list = true;
        else if (strcmp(argv[i], "--single") == 0)
            wanted.words_least = wanted.words_most = 1;
        else if (strcmp(argv[i], "--letter") == 0)
            wanted.letter = true;
        else if (strcmp(argv[i], "--seed") == 0 && i + 1 < argc)
            wanted.seed = strtoull(argv[++i], NULL, 10);
        else if (strcmp(argv[i], "--least") == 0 && i + 1 < argc)
            least = strtod(argv[++i], NULL);
        else {
            good = run(engine, argv[i], &wanted, total) && good;
            files++;
        }
    }
    if (files == 0 && folder != NULL)
        good = run_folder(engine, folder, &wanted, total);
    bilint_engine_free(engine);
    if (files == 0 && folder == NULL) {
        puts("skipped: BILINT_CORPUS names no folder of translations");
        return SKIPPED;
    }
    if (total[0] == 0) {
        fputs("no names in it: there is nothing to measure\n", stderr);
        return 1;
    }
    printf("all: %zu of %zu, %.1f %%\n", total[1], total[0],
           100.0 * (double)total[1] / (double)total[0]);
    return good && (double)total[1] * 100 >= least * (double)total[0] ? 0 : 1;
}
