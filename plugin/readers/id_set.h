/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Ids that were seen, for documents of any size. Ids that count up ("u1",
 * "u2", ...) take no room; of others, a hash is kept.
 */
#ifndef BL_READERS_ID_SET_H
#define BL_READERS_ID_SET_H

#include "base/alloc.h"
#include "base/runs.h"
#include "base/str.h"

enum { BL_ID_PREFIX_SIZE = 24 };

typedef struct bl_id_set {
    const bl_alloc *alloc;
    uint64_t *slots; /* hashes, open addressing; 0: free */
    size_t count;
    size_t places; /* 0, or a power of two */
    bl_run *runs; /* of ids with the prefix, upwards */
    size_t run_count;
    size_t run_room;
    char prefix[BL_ID_PREFIX_SIZE];
    size_t prefix_size;
    bool partial; /* some are not kept */
} bl_id_set;

void bl_id_set_init(bl_id_set *set, const bl_alloc *alloc);
void bl_id_set_free(bl_id_set *set);

/* Nothing was seen; memory is kept. */
void bl_id_set_clear(bl_id_set *set);

/* Also of any id once some are not kept: nobody is accused of naming what is
 * not there by a set that does not know. */
bool bl_id_set_has(const bl_id_set *set, bl_str id);

/* *fresh: it was not seen before, as far as is kept. False when there is no
 * memory. Of ids that do not count up, the first 650,000 are kept. */
bool bl_id_set_add(bl_id_set *set, bl_str id, bool *fresh);

/* The same of what only its hash is known of; 0 is no hash. */
bool bl_id_set_has_hash(const bl_id_set *set, uint64_t hash);
bool bl_id_set_add_hash(bl_id_set *set, uint64_t hash, bool *fresh);

#endif
