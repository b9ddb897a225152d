/* SPDX-License-Identifier: Apache-2.0 */
/* Reading words.txt and sentences.txt. */
#include "vocabulary.h"

#include "measure.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *read_whole(const char *path)
{
    FILE *file = fopen(path, "rb");
    char *text;
    long size;

    if (file == NULL || fseek(file, 0, SEEK_END) != 0)
        give_up("cannot read %s", path);
    size = ftell(file);
    rewind(file);
    text = need(malloc((size_t)size + 1));
    if (fread(text, 1, (size_t)size, file) != (size_t)size)
        give_up("cannot read %s", path);
    text[size] = '\0';
    fclose(file);
    return text;
}

static char *trim(char *text)
{
    char *end = text + strlen(text);

    while (end > text && end[-1] == ' ')
        *--end = '\0';
    return text + strspn(text, " ");
}

static section *new_section(vocabulary *words, char *line, const char *path)
{
    char *end = strchr(line, ']');

    if (end == NULL || words->count == SECTIONS_MAX)
        give_up("%s: no section, or one too many: %s", path, line);
    *end = '\0';
    words->sections[words->count] = (section){ .name = line + 1 };
    return &words->sections[words->count++];
}

static void add_entry(section *to, char *line, const char *path)
{
    entry made = { { NULL }, 0 };

    for (char *form = line; form != NULL;) {
        char *bar = strchr(form, '|');

        if (bar != NULL)
            *bar++ = '\0';
        if (made.count == FORMS_MAX)
            give_up("%s: too many forms: %s", path, line);
        made.forms[made.count++] = trim(form);
        form = bar;
    }
    if (to->count == to->room) {
        to->room = to->room != 0 ? 2 * to->room : 64;
        to->entries =
            need(realloc(to->entries, to->room * sizeof(*to->entries)));
    }
    to->entries[to->count++] = made;
}

/* Regular plurals are not written out. */
static void add_plurals(section *nouns)
{
    for (size_t i = 0; i < nouns->count; i++) {
        entry *noun = &nouns->entries[i];
        char *plural;

        if (noun->count != 3 || noun->forms[1][0] != '\0')
            continue;
        plural = need(malloc(strlen(noun->forms[0]) + 2));
        strcpy(plural, noun->forms[0]);
        strcat(plural, "s");
        noun->forms[1] = plural;
    }
}

void vocabulary_read(vocabulary *words, const char *path)
{
    char *line = read_whole(path);
    section *to = NULL;

    while (line != NULL) {
        char *next = strchr(line, '\n');

        if (next != NULL)
            *next++ = '\0';
        if (*line == '[')
            to = new_section(words, line, path);
        else if (*line != '\0' && *line != '#' && to != NULL)
            add_entry(to, line, path);
        line = next;
    }
    for (size_t i = 0; i < words->count; i++)
        add_plurals(&words->sections[i]);
}

const section *vocabulary_find(const vocabulary *words, const char *name,
                               size_t size)
{
    for (size_t i = 0; i < words->count; i++) {
        const section *one = &words->sections[i];

        if (strlen(one->name) == size && memcmp(one->name, name, size) == 0)
            return one;
    }
    return NULL;
}
