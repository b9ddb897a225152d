/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Runs a target over files, in builds without libFuzzer:
 *
 *     fuzz_pair FILE|FOLDER...
 *
 * A folder without a file is a mistake.
 */
#include "target.h"

#include <dirent.h>
#include <string.h>
#include <sys/stat.h>

static unsigned run_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    uint8_t *data;
    size_t size;
    long end;

    MUST(file != NULL, "%s", path);
    MUST(fseek(file, 0, SEEK_END) == 0, "%s", path);
    end = ftell(file);
    MUST(end >= 0, "%s", path);
    rewind(file);
    /* Exactly as large as the input, so that a sanitizer sees a byte too
     * far. */
    data = malloc(end != 0 ? (size_t)end : 1);
    MUST(data != NULL, "%ld bytes", end);
    size = fread(data, 1, (size_t)end, file);
    MUST(size == (size_t)end, "%s", path);
    fclose(file);
    fprintf(stderr, "%s\n", path);
    LLVMFuzzerTestOneInput(data, size);
    free(data);
    return 1;
}

static unsigned run_path(const char *path)
{
    struct stat info;
    struct dirent *entry;
    unsigned count = 0;
    DIR *folder;

    MUST(stat(path, &info) == 0, "%s", path);
    if (!S_ISDIR(info.st_mode))
        return run_file(path);
    folder = opendir(path);
    MUST(folder != NULL, "%s", path);
    while ((entry = readdir(folder)) != NULL) {
        char inner[4096];

        if (entry->d_name[0] == '.')
            continue;
        snprintf(inner, sizeof(inner), "%s/%s", path, entry->d_name);
        count += run_path(inner);
    }
    closedir(folder);
    return count;
}

int main(int argc, char **argv)
{
    unsigned count = 0;

    for (int i = 1; i < argc; i++) {
        const unsigned found = run_path(argv[i]);

        MUST(found != 0, "nothing in %s", argv[i]);
        count += found;
    }
    MUST(count != 0, "no file given");
    printf("%u inputs\n", count);
    return 0;
}
