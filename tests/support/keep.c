/* SPDX-License-Identifier: Apache-2.0 */
/* A list of blocks that nobody frees: it stays reachable, so that a leak
 * checker looks at the library alone. */
#include "keep.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct block {
    struct block *next;
    max_align_t data[];
} block;

static block *blocks;

void *keep(size_t size)
{
    block *b = calloc(1, sizeof(*b) + size);

    if (b == NULL) {
        fputs("out of memory\n", stderr);
        exit(3);
    }
    b->next = blocks;
    blocks = b;
    return b->data;
}

char *keep_copy(const char *text, size_t size)
{
    char *copy = keep(size + 1);

    if (size != 0)
        memcpy(copy, text, size);
    return copy;
}

char *keep_print(const char *format, ...)
{
    va_list args;
    va_list again;
    char *text;
    int size;

    va_start(args, format);
    va_copy(again, args);
    size = vsnprintf(NULL, 0, format, args);
    text = keep((size_t)size + 1);
    vsnprintf(text, (size_t)size + 1, format, again);
    va_end(again);
    va_end(args);
    return text;
}

void grow_by(growing *to, const char *text, size_t size)
{
    if (to->size + size + 1 > to->room) {
        char *data;

        to->room = 2 * (to->size + size) + 64;
        data = keep(to->room);
        if (to->size != 0)
            memcpy(data, to->data, to->size);
        to->data = data;
    }
    if (size != 0)
        memcpy(to->data + to->size, text, size);
    to->size += size;
    to->data[to->size] = '\0';
}

void grow_text(growing *to, const char *text)
{
    grow_by(to, text, strlen(text));
}

void grow_char(growing *to, char c)
{
    grow_by(to, &c, 1);
}

char *keep_file(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    growing text = { NULL, 0, 0 };
    char piece[4096];
    size_t got;

    grow_text(&text, "");
    if (file == NULL) {
        fprintf(stderr, "%s: cannot be read\n", path);
        return NULL;
    }
    while ((got = fread(piece, 1, sizeof(piece), file)) != 0)
        grow_by(&text, piece, got);
    if (ferror(file)) {
        fprintf(stderr, "%s: reading failed\n", path);
        text.data = NULL;
    }
    fclose(file);
    if (size != NULL)
        *size = text.size;
    return text.data;
}

void *keep_one_more(void *items, size_t count, size_t size)
{
    char *more;

    /* Room for 4, 8, 16 ... items: full when the count is a power of two. */
    if (count != 0 && (count < 4 || (count & (count - 1)) != 0))
        return items;
    more = keep((count == 0 ? 4 : 2 * count) * size);
    if (count != 0)
        memcpy(more, items, count * size);
    return more;
}
