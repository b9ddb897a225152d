/* SPDX-License-Identifier: Apache-2.0 */
/* Finding the installed data from the library's own file. */
#if !defined(_WIN32) && !defined(_GNU_SOURCE)
#    define _GNU_SOURCE /* dladdr() */
#endif
#include "engine/places.h"

#include <stdio.h>
#include <string.h>

#if defined(_WIN32)
#    include <windows.h>
#else
#    include <dlfcn.h>
#endif

enum { PATH_SIZE = 1024 };

/* The folder of the file that this code was loaded from; "" if unknown. */
static void own_folder(char *out)
{
    static const char here = 0;
    char *slash;

    out[0] = '\0';
#if defined(_WIN32)
    HMODULE module = NULL;

    if (GetModuleHandleExA(GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS |
                               GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT,
                           &here, &module))
        GetModuleFileNameA(module, out, PATH_SIZE);
    for (char *c = out; *c != '\0'; c++) {
        if (*c == '\\')
            *c = '/';
    }
#else
    Dl_info info;

    if (dladdr(&here, &info) != 0 && info.dli_fname != NULL &&
        strlen(info.dli_fname) < PATH_SIZE)
        strcpy(out, info.dli_fname);
#endif
    slash = strrchr(out, '/');
    if (slash != NULL)
        *slash = '\0';
    else
        strcpy(out, ".");
}

static bool has_file(const char *folder, const char *name)
{
    char path[PATH_SIZE];
    FILE *file;
    const int size = snprintf(path, sizeof(path), "%s/%s", folder, name);

    if (size < 0 || (size_t)size >= sizeof(path))
        return false;
    file = fopen(path, "rb");
    if (file == NULL)
        return false;
    fclose(file);
    return true;
}

/* A copy of `folder` when it has the file that all of its kind have. */
static bool given(const bl_alloc *alloc, const char *folder, const char *mark,
                  char **out)
{
    const size_t size = strlen(folder) + 1;

    *out = NULL;
    if (!has_file(folder, mark))
        return true;
    *out = bl_resize(alloc, NULL, size, 1);
    if (*out != NULL)
        memcpy(*out, folder, size);
    return *out != NULL;
}

static bool find(const bl_alloc *alloc, const char *name, const char *mark,
                 char **out)
{
    static const char *const relative[] = {
        ".",                   /* build tree */
        "..",                  /* its bin folder, tests */
        "../share/bilint",     /* bin/ and lib/ */
        "../../share/bilint",  /* lib/<architecture>/ */
    };
    char own[PATH_SIZE];
    char path[2 * PATH_SIZE];

    own_folder(own);
    for (size_t i = 0; i < sizeof(relative) / sizeof(relative[0]); i++) {
        snprintf(path, sizeof(path), "%s/%s/%s", own, relative[i], name);
        if (!given(alloc, path, mark, out))
            return false;
        if (*out != NULL)
            return true;
    }
#if defined(BL_INSTALLED_DATA)
    snprintf(path, sizeof(path), "%s/%s", BL_INSTALLED_DATA, name);
    return given(alloc, path, mark, out);
#else
    return true;
#endif
}

/* A folder of language data has a page about itself. */
bool bl_dictionaries_given(const bl_alloc *alloc, const char *folder,
                           char **out)
{
    return given(alloc, folder, "README.md", out);
}

bool bl_dictionaries_find(const bl_alloc *alloc, char **out)
{
    return find(alloc, "dictionaries", "README.md", out);
}

bool bl_compiled_find(const bl_alloc *alloc, char **out)
{
    return find(alloc, "languages", "common.bin", out);
}
