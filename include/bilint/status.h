/* SPDX-License-Identifier: Apache-2.0 */
/* What a call returns, and where the details of a failure go. */
#ifndef BILINT_STATUS_H
#define BILINT_STATUS_H

#include <stdint.h>

/*
 * Every status that the library can return: name, value, English text.
 * The values are part of the ABI: add at the end, never renumber.
 */
#define BILINT_STATUS_MAP(X)                                       \
    X(OK, 0, "success")                                            \
    X(E_MEMORY, -1, "out of memory")                               \
    X(E_ARGUMENT, -2, "argument not allowed here")                 \
    X(E_IO, -3, "cannot read or write")                            \
    X(E_FORMAT, -4, "input is not a valid document of its format") \
    X(E_UNSUPPORTED, -5, "not supported by this build")            \
    X(E_CONFIG, -6, "configuration is not valid")                  \
    X(E_DATA, -7, "language data missing or damaged")              \
    X(E_CANCELLED, -8, "stopped by the caller")                    \
    X(E_LIMIT, -9, "a limit against hostile input was reached")    \
    X(E_ABI, -10, "compiled for another version of the interface")

/* An int32_t on the wire, so that the width never depends on a compiler. */
typedef int32_t bilint_status;

enum {
#define X(name, value, text) BILINT_##name = (value),
    BILINT_STATUS_MAP(X)
#undef X
};

/**
 * What went wrong, in memory that the caller owns: nothing to free and no
 * hidden state per thread. Pass NULL where the status alone is enough.
 * Start from BILINT_ERROR_INIT.
 */
typedef struct bilint_error {
    uint32_t struct_size; /* sizeof(bilint_error) */
    bilint_status status;
    int64_t byte_offset; /* into the input; -1 where there is none */
    uint32_t line;       /* 1-based; 0 where there is none */
    uint32_t column;     /* 1-based, in code points; 0 where there is none */
    char message[256];   /* UTF-8, one line, always terminated */
} bilint_error;

#define BILINT_ERROR_INIT                     \
    {                                         \
        sizeof(bilint_error), 0, -1, 0, 0, "" \
    }

#endif
