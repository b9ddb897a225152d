/* SPDX-License-Identifier: Apache-2.0 */
/* Walking folders. */
#include "cli/files.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static void add_path(file_list *list, const char *path)
{
    const size_t size = strlen(path) + 1;

    if (list->count == list->room) {
        list->room = list->room != 0 ? list->room * 2 : 16;
        list->paths =
            need(realloc(list->paths, list->room * sizeof(*list->paths)));
    }
    list->paths[list->count] = need(malloc(size));
    memcpy(list->paths[list->count++], path, size);
}

/* Extensions that are XLIFF whatever tool wrote them. */
static bool is_document(const char *name)
{
    static const char *const extensions[] = { ".xlf", ".xliff", ".sdlxliff",
                                              ".mqxliff", ".mxliff", ".txlf" };
    const char *dot = strrchr(name, '.');

    for (size_t i = 0;
         dot != NULL && i < sizeof(extensions) / sizeof(extensions[0]); i++) {
        if (strcmp(dot, extensions[i]) == 0)
            return true;
    }
    return false;
}

static int compare(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void add_folder(file_list *list, const char *path)
{
    DIR *folder = opendir(path);
    const struct dirent *entry;
    char **names = NULL;
    size_t count = 0;

    if (folder == NULL) {
        complain("%s: %s", path, strerror(errno));
        list->status = EXIT_UNCHECKED;
        return;
    }
    while ((entry = readdir(folder)) != NULL) {
        const size_t size = strlen(path) + strlen(entry->d_name) + 2;

        /* Hidden files and folders are not for us. */
        if (entry->d_name[0] == '.')
            continue;
        names = need(realloc(names, (count + 1) * sizeof(*names)));
        names[count] = need(malloc(size));
        snprintf(names[count++], size, "%s/%s", path, entry->d_name);
    }
    closedir(folder);
    if (count != 0)
        qsort(names, count, sizeof(*names), compare);
    for (size_t i = 0; i < count; i++) {
        struct stat info;

        if (stat(names[i], &info) == 0 && S_ISDIR(info.st_mode))
            add_folder(list, names[i]);
        else if (is_document(names[i]))
            add_path(list, names[i]);
        free(names[i]);
    }
    free(names);
}

void add_files(file_list *list, const char *path)
{
    struct stat info;
    size_t size = strlen(path);
    char *clean;

    if (strcmp(path, "-") == 0) {
        add_path(list, path);
        return;
    }
    if (stat(path, &info) != 0) {
        complain("%s: %s", path, strerror(errno));
        list->status = EXIT_UNCHECKED;
        return;
    }
    if (!S_ISDIR(info.st_mode)) {
        add_path(list, path);
        return;
    }
    while (size > 1 && path[size - 1] == '/')
        size--;
    clean = need(malloc(size + 1));
    memcpy(clean, path, size);
    clean[size] = '\0';
    add_folder(list, clean);
    free(clean);
}

void free_files(file_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->paths[i]);
    free(list->paths);
}
