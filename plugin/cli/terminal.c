/* SPDX-License-Identifier: Apache-2.0 */
/* Terminals: colour, a progress line, processors. */
#include "cli/cli.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if defined(_WIN32)
#    include <io.h>
#    include <windows.h>
#    define isatty _isatty
#    define fileno _fileno
#else
#    include <unistd.h>
#endif

static bool is_dumb(void)
{
    const char *term = getenv("TERM");

    return term == NULL || strcmp(term, "dumb") == 0;
}

bool wants_colour(const char *when)
{
    const char *none = getenv("NO_COLOR");

    if (strcmp(when, "always") == 0)
        return true;
    if (strcmp(when, "never") == 0 || (none != NULL && none[0] != '\0'))
        return false;
    return isatty(fileno(stdout)) && !is_dumb();
}

bool shows_progress(void)
{
    return isatty(fileno(stderr)) && !is_dumb();
}

void show_progress(const char *text)
{
    fputs("\r\033[K", stderr);
    if (text != NULL)
        fputs(text, stderr);
    fflush(stderr);
}

int processor_count(void)
{
#if defined(_WIN32)
    SYSTEM_INFO info;

    GetSystemInfo(&info);
    return (int)info.dwNumberOfProcessors;
#else
    const long count = sysconf(_SC_NPROCESSORS_ONLN);

    return count > 0 ? (int)count : 1;
#endif
}
