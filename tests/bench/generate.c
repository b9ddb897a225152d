/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Writes an XLIFF 1.2 document of news from English to Vietnamese:
 *
 *     bench_generate [--seed N] [--mistakes PERMILLE] [--key FILE]
 *                    [--text FOLDER] SEGMENTS > document.xlf
 *
 * The same arguments give the same bytes on every machine. One source in
 * twenty is there before, with the same target. The key tells where a mistake
 * was put, and of which kind: a line has the id of a unit and a kind.
 */
#include "measure.h"
#include "sentence.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { REMEMBERED = 1024, REPEAT_PERMILLE = 50 };

typedef struct generator {
    vocabulary words;
    random_state random;
    uint32_t mistakes; /* per mille */
    FILE *key;
    sentence *before; /* REMEMBERED, for repetitions */
    uint32_t before_count;
    uint32_t made[MISTAKE_COUNT];
} generator;

static const char *const kinds[] = {
    [MISTAKE_NUMBER] = "number",
    [MISTAKE_CODE] = "code",
    [MISTAKE_DOUBLED] = "doubled",
    [MISTAKE_SPELLING] = "spelling",
};

static mistake choose_mistake(generator *g)
{
    if (!random_chance(&g->random, g->mistakes))
        return MISTAKE_NONE;
    return (mistake)(MISTAKE_NUMBER +
                     random_below(&g->random, MISTAKE_COUNT - MISTAKE_NUMBER));
}

static const sentence *next_sentence(generator *g, unsigned id)
{
    sentence *own = &g->before[g->before_count % REMEMBERED];
    const mistake wrong = choose_mistake(g);

    if (wrong == MISTAKE_NONE && g->before_count > REMEMBERED &&
        random_chance(&g->random, REPEAT_PERMILLE))
        return &g->before[random_below(&g->random, REMEMBERED)];
    while (!sentence_make(&g->words, &g->random, wrong, own))
        continue;
    if (wrong == MISTAKE_NONE) {
        g->before_count++;
        return own;
    }
    /* Not remembered: the next sentence takes its place. */
    g->made[wrong]++;
    if (g->key != NULL)
        fprintf(g->key, "%u\t%s\n", id, kinds[wrong]);
    return own;
}

static void write_document(generator *g, unsigned segments)
{
    puts("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<xliff version=\"1.2\""
         " xmlns=\"urn:oasis:names:tc:xliff:document:1.2\">\n"
         "  <file original=\"news.txt\" source-language=\"en\""
         " target-language=\"vi\" datatype=\"plaintext\">\n"
         "    <body>");
    for (unsigned id = 1; id <= segments; id++) {
        const sentence *s = next_sentence(g, id);

        printf("      <trans-unit id=\"%u\">\n"
               "        <source>%s</source>\n"
               "        <target state=\"translated\">%s</target>\n"
               "      </trans-unit>\n",
               id, s->english, s->vietnamese);
    }
    puts("    </body>\n  </file>\n</xliff>");
}

static void read_texts(generator *g, const char *folder)
{
    char path[4096];

    snprintf(path, sizeof(path), "%s/words.txt", folder);
    vocabulary_read(&g->words, path);
    snprintf(path, sizeof(path), "%s/sentences.txt", folder);
    vocabulary_read(&g->words, path);
}

int main(int argc, char **argv)
{
    const long segments = argc > 1 ? strtol(argv[argc - 1], NULL, 10) : 0;
    const char *key = option_value(argc, argv, "--key", NULL);
    static generator g; /* its words are kept to the end */

    if (segments <= 0 || segments > 100000000)
        give_up("how many segments?");
    g.random.state =
        strtoull(option_value(argc, argv, "--seed", "1"), NULL, 10);
    g.mistakes = (uint32_t)strtoul(option_value(argc, argv, "--mistakes", "5"),
                                   NULL, 10);
    g.before = need(calloc(REMEMBERED, sizeof(*g.before)));
    read_texts(&g, option_value(argc, argv, "--text", BENCH_TEXT));
    if (key != NULL && (g.key = fopen(key, "w")) == NULL)
        give_up("cannot write %s", key);
    write_document(&g, (unsigned)segments);
    free(g.before);
    if ((g.key != NULL && fclose(g.key) != 0) || fflush(stdout) != 0 ||
        ferror(stdout))
        give_up("cannot write");
    return 0;
}
