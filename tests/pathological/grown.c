/* SPDX-License-Identifier: Apache-2.0 */
/* Texts that grow. */
#include "pathological/grown.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static void need(grown *text, size_t more)
{
    if (text->size + more + 1 <= text->room)
        return;
    while (text->size + more + 1 > text->room)
        text->room = text->room != 0 ? text->room * 2 : 4096;
    text->data = realloc(text->data, text->room);
    if (text->data == NULL)
        abort();
}

void grow(grown *text, const char *format, ...)
{
    char piece[1024];
    va_list args;
    int size;

    va_start(args, format);
    size = vsnprintf(piece, sizeof(piece), format, args);
    va_end(args);
    if (size < 0 || (size_t)size >= sizeof(piece))
        abort();
    need(text, (size_t)size);
    memcpy(text->data + text->size, piece, (size_t)size + 1);
    text->size += (size_t)size;
}

void grow_by(grown *text, const char *piece, size_t count)
{
    const size_t size = strlen(piece);

    need(text, size * count);
    for (size_t i = 0; i < count; i++)
        memcpy(text->data + text->size + i * size, piece, size);
    text->size += size * count;
    text->data[text->size] = '\0';
}

size_t grown_count(size_t count)
{
    return BILINT_PATIENCE > 1 && count > 2000 ? count / 20 : count;
}

double grown_clock(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}
