/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What names become in the targets of a document: each name of the sources
 * with the few ways in which it is rendered.
 *
 * Whether it is a name is for the dictionary to say, which is slow and is
 * asked where a second way is met: most names never have one.
 */
#ifndef BL_CHECKS_RENDERINGS_H
#define BL_CHECKS_RENDERINGS_H

#include "base/arena.h"
#include "match/names.h"
#include "model/pair.h"
#include "text/tokenize.h"

enum {
    BL_RENDERINGS_MAX = 6, /* of a segment */
    BL_WAYS_MAX = 4        /* of a name; further ones are not counted */
};

/* What may be a name of a segment. */
typedef struct bl_rendering {
    uint64_t name; /* hash of its letters */
    uint64_t form; /* hash of what stands for it, in small letters */
    uint64_t text; /* hash of it as it is written, and of `known` */
    bl_span source;
    bl_span target;
    struct bl_language *language; /* of the source */
    bool known;  /* more than the dictionary speaks for a name */
    bool judged; /* the dictionary has been asked, and it is one */
} bl_rendering;

/* A way in which a name is rendered, endings aside. */
typedef struct bl_way {
    uint64_t form;
    bl_str text;   /* as it stands in the target where it is first */
    bl_str folded; /* that in small letters; none as long as it is alone */
    uint32_t count;
    uint32_t line;
} bl_way;

typedef struct bl_rendered_name {
    uint64_t name;
    uint64_t text; /* of the first that was met, see bl_rendering */
    bl_str source;
    struct bl_language *language;
    bl_way *ways; /* room for one, or for BL_WAYS_MAX */
    uint8_t way_count;
    uint8_t verdict; /* bl_verdict: whether that first one is a name */
    bool known;
    bool told;
} bl_rendered_name;

typedef struct bl_renderings {
    const bl_alloc *alloc;
    bl_rendered_name **names; /* open addressing */
    size_t count;
    size_t places; /* 0, or a power of two */
    bl_arena arena;
    bl_tokens tokens; /* of a name that is judged */
    bl_arena scratch; /* for the time of that */
    bool failed;      /* no memory */
} bl_renderings;

/* What may be names of a pair whose answers are known word by word; how
 * many. */
uint8_t bl_renderings_take(const bl_pair *pair,
                           bl_rendering list[BL_RENDERINGS_MAX]);

/* Whether the dictionary says that it is a name beyond doubt. `known`: more
 * than that speaks for one. */
bool bl_rendering_is_name(const bl_side *side, bl_name name,
                          bool known);

/* Begin to fetch the places of renderings that are added soon; once these have
 * come, the names that stand there. */
void bl_renderings_fetch(const bl_renderings *renderings,
                         const bl_rendering *list, uint8_t count);
void bl_renderings_fetch_names(const bl_renderings *renderings,
                               const bl_rendering *list, uint8_t count);

void bl_renderings_init(bl_renderings *renderings, const bl_alloc *alloc);
void bl_renderings_free(bl_renderings *renderings);

/*
 * One more rendering, of a pair whose target stands in that line. Receives in
 * *way which of the name's ways it is; NULL where there is nothing to tell:
 * it has one way, it is no name, or has been told.
 */
bl_rendered_name *bl_renderings_add(bl_renderings *renderings,
                                    const bl_rendering *rendering,
                                    const bl_segment *segment, uint32_t line,
                                    int *way);

#endif
