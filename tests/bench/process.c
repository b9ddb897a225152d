/* SPDX-License-Identifier: Apache-2.0 */
/* fork(), exec(), wait4(). */
#define _DEFAULT_SOURCE /* wait4() */
#include "process.h"

#include "measure.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

enum { NOT_RUN = 127 };

static void redirect(int to, const char *path)
{
    const int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0666);

    if (file < 0 || dup2(file, to) < 0)
        _exit(NOT_RUN);
    close(file);
}

static double seconds(struct timeval time)
{
    return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

cost run_program(char *const *argv, const char *out)
{
    const uint64_t start = now();
    const pid_t child = fork();
    struct rusage usage;
    int status;
    cost c;

    if (child < 0)
        give_up("no process");
    if (child == 0) {
        redirect(STDOUT_FILENO, out != NULL ? out : "/dev/null");
        redirect(STDERR_FILENO, "/dev/null");
        execvp(argv[0], argv);
        _exit(NOT_RUN);
    }
    if (wait4(child, &status, 0, &usage) != child)
        give_up("a process is lost");
    c.wall = (double)(now() - start) / 1e9;
    c.cpu = seconds(usage.ru_utime) + seconds(usage.ru_stime);
    c.peak = (double)usage.ru_maxrss / 1024; /* Linux counts KiB */
    c.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    if (c.status == NOT_RUN)
        give_up("cannot run %s", argv[0]);
    return c;
}
