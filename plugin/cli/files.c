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

static void give_up_on(file_list *list, const char *path, const char *why)
{
    complain("%s: %s", path, why);
    list->status = EXIT_UNCHECKED;
}

static void add_folder(file_list *list, const char *path);

/* A link to a folder is not followed, since it may lead back to where it is;
 * pipes and devices are left alone. What is not there any more is added, to
 * be complained about. */
static void add_found(file_list *list, const char *path)
{
    struct stat info;

    if (lstat(path, &info) == 0 && S_ISDIR(info.st_mode))
        add_folder(list, path);
    else if (is_document(path) &&
             (stat(path, &info) != 0 || S_ISREG(info.st_mode)))
        add_path(list, path);
}

static void add_folder(file_list *list, const char *path)
{
    DIR *folder = opendir(path);
    const struct dirent *entry;
    char **names = NULL;
    size_t count = 0;

    if (folder == NULL) {
        give_up_on(list, path, strerror(errno));
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
        add_found(list, names[i]);
        free(names[i]);
    }
    free(names);
}

/* A folder without documents is told: who has one checked expects some. */
static void add_given_folder(file_list *list, const char *path)
{
    const size_t before = list->count;
    const int status = list->status;
    size_t size = strlen(path);
    char *clean;

    while (size > 1 && path[size - 1] == '/')
        size--;
    clean = need(malloc(size + 1));
    memcpy(clean, path, size);
    clean[size] = '\0';
    add_folder(list, clean);
    if (list->count == before && list->status == status)
        give_up_on(list, path, "no XLIFF documents in it");
    free(clean);
}

void add_files(file_list *list, const char *path)
{
    struct stat info;

    if (strcmp(path, "-") == 0)
        add_path(list, path);
    else if (stat(path, &info) != 0)
        give_up_on(list, path, strerror(errno));
    else if (S_ISDIR(info.st_mode))
        add_given_folder(list, path);
    else
        add_path(list, path);
}

void free_files(file_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->paths[i]);
    free(list->paths);
}
