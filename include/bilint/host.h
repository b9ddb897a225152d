/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a host may offer to the library, and the door for hosts that load it
 * with dlopen().
 *
 * A host offers services as structs of function pointers, asked for by an id
 * that ends in a revision. A published struct never changes: a new need is a
 * new id. A service that is absent is replaced by the built-in behaviour, so
 * a host without any is a complete host.
 */
#ifndef BILINT_HOST_H
#define BILINT_HOST_H

#include <stddef.h>
#include <stdint.h>

#include "bilint/export.h"
#include "bilint/status.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct bilint_host bilint_host;

/**
 * The program that uses the library. Passed to bilint_engine_new() and kept
 * by pointer: it must outlive the engine.
 */
struct bilint_host {
    uint32_t struct_size; /* sizeof(bilint_host) */
    uint32_t abi;         /* BILINT_ABI of the host */
    void *context;        /* the host's own; never looked at */
    const char *name;     /* "OmegaT"; UTF-8; may be NULL */
    const char *version;  /* may be NULL */

    /**
     * The service of that id, or NULL. The struct returned lives as long as
     * the host.
     *
     * [owner: host]
     * [thread: any]
     * [since: 0.1]
     */
    const void *(BILINT_CALL *get_interface)(const bilint_host *host,
                                             const char *id);
};

/* Levels of bilint_host_log. Unknown values must be tolerated. */
#define BILINT_LOG_NOTE    1 /* something is off that need not be an error */
#define BILINT_LOG_WARNING 2
#define BILINT_LOG_ERROR   3

/** Where notes go: a missing dictionary, a skipped entry. Default: nowhere. */
#define BILINT_HOST_LOG "bilint.host.log/1"
typedef struct bilint_host_log {
    uint32_t struct_size;
    /**
     * Take one line of UTF-8 text without a line break. `area` names the
     * part of the library, such as "spelling".
     *
     * [owner: both strings are borrowed for the call]
     * [thread: any, also two at once]
     * [since: 0.1]
     */
    void(BILINT_CALL *write)(const bilint_host *host, int32_t level,
                             const char *area, const char *text);
} bilint_host_log;

/** How far a document is, and whether to go on. Default: go on. */
#define BILINT_HOST_PROGRESS "bilint.host.progress/1"
typedef struct bilint_host_progress {
    uint32_t struct_size;
    /**
     * Called a few times a second at most. `total` is 0 where the size of
     * the document is not known.
     * @return 0 to go on, anything else to stop with BILINT_E_CANCELLED
     *
     * [owner: nothing is passed]
     * [thread: the one that called bilint_check_document() and the like]
     * [since: 0.1]
     */
    int32_t(BILINT_CALL *step)(const bilint_host *host, uint64_t done,
                               uint64_t total);
} bilint_host_progress;

/** Where memory comes from. Default: the C library. */
#define BILINT_HOST_ALLOC "bilint.host.alloc/1"
typedef struct bilint_host_alloc {
    uint32_t struct_size;
    /**
     * As realloc(): `block` NULL allocates, `size` 0 frees and returns
     * NULL. Returns NULL when there is no memory; `block` is then unchanged.
     * Alignment as of malloc(). What libxml2, ICU and Hunspell allocate
     * themselves does not pass through here.
     *
     * [owner: the library frees what it allocates]
     * [thread: any, also two at once]
     * [since: 0.1]
     */
    void *(BILINT_CALL *resize)(const bilint_host *host, void *block,
                                size_t size);
} bilint_host_alloc;

/**
 * Threads that the host lends for one document: the library starts none.
 * With it, segments are checked while the file is still being read.
 * Default: everything happens on the calling thread.
 */
#define BILINT_HOST_POOL "bilint.host.pool/1"
typedef struct bilint_host_pool {
    uint32_t struct_size;
    uint32_t threads; /* how many tasks can run at once; 0 is none */
    /**
     * Run `task(argument)` soon, on another thread. A task never waits for
     * another one. It may be run before submit() returns.
     * @return 0, or anything else when the task was not taken
     *
     * [owner: `argument` stays the library's]
     * [thread: the one that called bilint_check_document() and the like]
     * [since: 0.1]
     */
    int32_t(BILINT_CALL *submit)(const bilint_host *host,
                                 void(BILINT_CALL *task)(void *argument),
                                 void *argument);
} bilint_host_pool;

/* "bili" when read as bytes on a little-endian machine. */
#define BILINT_PLUGIN_MAGIC 0x696c6962u

/**
 * What dlopen() hosts see first. Compare `magic` and the major number of
 * `abi` before anything else.
 */
typedef struct bilint_plugin_info {
    uint32_t magic;       /* BILINT_PLUGIN_MAGIC */
    uint32_t struct_size; /* sizeof(bilint_plugin_info) of the library */
    uint32_t abi;         /* BILINT_ABI of the library */
    uint32_t flags;       /* 0 */
    const char *name;     /* "bilint" */
    const char *version;  /* "0.1.0" */

    /**
     * A table of functions by id, such as BILINT_ENGINE_FACTORY, or NULL.
     *
     * [owner: library; valid as long as it is loaded]
     * [thread: any]
     * [since: 0.1]
     */
    const void *(BILINT_CALL *get_factory)(const char *id);
} bilint_plugin_info;

/**
 * The door for hosts that load the library with dlopen(): look up this one
 * symbol, compare the magic block, ask for a factory.
 *
 * @return a block that lives as long as the library is loaded
 *
 * [owner: library]
 * [thread: any]
 * [since: 0.1]
 */
BILINT_API const bilint_plugin_info *BILINT_CALL bilint_plugin(void);

#ifdef __cplusplus
}
#endif

#endif
