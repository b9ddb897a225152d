/* SPDX-License-Identifier: Apache-2.0 */
/* Mapping a file, as POSIX and as Windows do it. */
#include "base/mapping.h"

#include "base/error.h"

#if defined(_WIN32)
#    include <windows.h>

static const void *map(const char *path, size_t *size)
{
    const HANDLE file =
        CreateFileA(path, GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING,
                    FILE_ATTRIBUTE_NORMAL, NULL);
    LARGE_INTEGER length = { .QuadPart = 0 };
    const void *data = NULL;
    HANDLE mapping = NULL;

    if (file == INVALID_HANDLE_VALUE)
        return NULL;
    if (GetFileSizeEx(file, &length) && length.QuadPart > 0)
        mapping = CreateFileMappingA(file, NULL, PAGE_READONLY, 0, 0, NULL);
    if (mapping != NULL) {
        data = MapViewOfFile(mapping, FILE_MAP_READ, 0, 0, 0);
        CloseHandle(mapping);
    }
    CloseHandle(file);
    *size = (size_t)length.QuadPart;
    return data;
}

static void unmap(const void *data, size_t size)
{
    (void)size;
    UnmapViewOfFile(data);
}
#else
#    include <fcntl.h>
#    include <sys/mman.h>
#    include <sys/stat.h>
#    include <unistd.h>

static const void *map(const char *path, size_t *size)
{
    const int file = open(path, O_RDONLY | O_CLOEXEC);
    struct stat info;
    void *data = MAP_FAILED;

    if (file < 0)
        return NULL;
    if (fstat(file, &info) == 0 && S_ISREG(info.st_mode) &&
        info.st_size > 0) {
        *size = (size_t)info.st_size;
        data = mmap(NULL, *size, PROT_READ, MAP_PRIVATE, file, 0);
    }
    close(file);
    return data != MAP_FAILED ? data : NULL;
}

static void unmap(const void *data, size_t size)
{
    munmap((void *)data, size);
}
#endif

bilint_status bl_mapping_open(bl_mapping *mapping, const char *path,
                              bilint_error *err)
{
    mapping->size = 0;
    mapping->data = map(path, &mapping->size);
    return mapping->data != NULL
               ? BILINT_OK
               : bl_fail(err, BILINT_E_IO, "cannot map the file %s", path);
}

void bl_mapping_close(bl_mapping *mapping)
{
    if (mapping->data != NULL)
        unmap(mapping->data, mapping->size);
    *mapping = (bl_mapping){ NULL, 0 };
}
