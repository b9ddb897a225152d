/* SPDX-License-Identifier: Apache-2.0 */
/* Reading, writing and finding files of the tree, and their lines. */
#include "dev/tree.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

void tree_need(bool there)
{
    if (there)
        return;
    fputs("bilint-dev: out of memory\n", stderr);
    exit(3);
}

bool tree_read(const char *path, bl_buf *out)
{
    FILE *file = fopen(path, "rb");
    char piece[4096];
    size_t size;

    if (file == NULL) {
        fprintf(stderr, "%s: cannot be read\n", path);
        return false;
    }
    while ((size = fread(piece, 1, sizeof(piece), file)) != 0)
        bl_buf_add(out, piece, size);
    fclose(file);
    tree_need(!out->failed);
    return true;
}

bool tree_write(const char *path, bl_str text)
{
    FILE *file = fopen(path, "wb");
    bool good = file != NULL;

    if (good && text.size != 0)
        good = fwrite(text.ptr, 1, text.size, file) == text.size;
    if (file != NULL && fclose(file) != 0)
        good = false;
    if (!good)
        fprintf(stderr, "%s: cannot be written\n", path);
    return good;
}

static bool ends(const char *name, const char *suffix)
{
    const size_t a = strlen(name);
    const size_t b = strlen(suffix);

    return a >= b && strcmp(name + a - b, suffix) == 0;
}

static int compare(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

bool tree_walk(const char *folder, const char *suffix, bool deep,
               tree_visit visit, void *context)
{
    struct dirent **names = NULL;
    const int count = scandir(folder, &names, NULL, compare);
    bool going = count >= 0;

    for (int i = 0; i < count; i++) {
        char path[1024];
        struct stat status;

        snprintf(path, sizeof(path), "%s%s%s",
                 strcmp(folder, ".") == 0 ? "" : folder,
                 strcmp(folder, ".") == 0 ? "" : "/", names[i]->d_name);
        if (going && names[i]->d_name[0] != '.' && stat(path, &status) == 0) {
            if (S_ISDIR(status.st_mode))
                going = !deep || tree_walk(path, suffix, deep, visit, context);
            else if (ends(path, suffix))
                going = visit(context, path);
        }
        free(names[i]);
    }
    free(names);
    return going;
}

bool tree_line(bl_str *rest, bl_str *line)
{
    const char *end;

    if (rest->size == 0)
        return false;
    end = memchr(rest->ptr, '\n', rest->size);
    *line = bl_str_of(rest->ptr,
                      end != NULL ? (size_t)(end - rest->ptr) : rest->size);
    rest->ptr += line->size + (end != NULL);
    rest->size -= line->size + (end != NULL);
    return true;
}

bool tree_begins(bl_str line, const char *with, bl_str *tail)
{
    const size_t size = strlen(with);

    if (line.size < size || memcmp(line.ptr, with, size) != 0)
        return false;
    if (tail != NULL)
        *tail = bl_str_of(line.ptr + size, line.size - size);
    return true;
}

bl_str tree_trim(bl_str text)
{
    while (text.size != 0 && (*text.ptr == ' ' || *text.ptr == '\n')) {
        text.ptr++;
        text.size--;
    }
    while (text.size != 0 &&
           (text.ptr[text.size - 1] == ' ' || text.ptr[text.size - 1] == '\n'))
        text.size--;
    return text;
}
