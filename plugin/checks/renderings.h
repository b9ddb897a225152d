/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What names become in the targets of a document: each name of the sources
 * with the few ways in which it is rendered.
 */
#ifndef BL_CHECKS_RENDERINGS_H
#define BL_CHECKS_RENDERINGS_H

#include "base/arena.h"
#include "model/pair.h"

enum {
    BL_RENDERINGS_MAX = 6, /* of a segment */
    BL_WAYS_MAX = 4        /* of a name; further ones are not counted */
};

/* A name of a segment. */
typedef struct bl_rendering {
    uint64_t name; /* hash of its letters */
    uint64_t form; /* hash of what stands for it, in small letters */
    bl_span source;
    bl_span target;
} bl_rendering;

/* A way in which a name is rendered, endings aside. */
typedef struct bl_way {
    uint64_t form;
    bl_str text;   /* as it stands in the target where it is first */
    bl_str folded; /* that in small letters */
    uint32_t count;
    uint32_t line;
} bl_way;

typedef struct bl_rendered_name {
    uint64_t name; /* 0: the place is free */
    bl_way ways[BL_WAYS_MAX];
    uint8_t way_count;
    bool told;
} bl_rendered_name;

typedef struct bl_renderings {
    const bl_alloc *alloc;
    bl_rendered_name *names; /* open addressing */
    size_t count;
    size_t places; /* 0, or a power of two */
    bl_arena arena;
    bool failed; /* no memory */
} bl_renderings;

/* The names of a pair whose answers are known word by word; how many. */
uint8_t bl_renderings_take(const bl_pair *pair,
                           bl_rendering list[BL_RENDERINGS_MAX]);

void bl_renderings_init(bl_renderings *renderings, const bl_alloc *alloc);
void bl_renderings_free(bl_renderings *renderings);

/*
 * One more rendering, of a target that stands in that line. Receives in *way
 * which of the name's ways it is; NULL where it cannot be told.
 */
bl_rendered_name *bl_renderings_add(bl_renderings *renderings,
                                    const bl_rendering *rendering,
                                    bl_str target, uint32_t line,
                                    int *way);

#endif
