/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Faults of a document, kept until it ends: the first few of each kind, and
 * how many there are.
 */
#ifndef BL_CHECKS_FAULTS_H
#define BL_CHECKS_FAULTS_H

#include "base/arena.h"
#include "model/fault.h"

typedef struct bl_noted_fault {
    bl_fault fault;   /* its texts are in the arena */
    uint32_t ordinal; /* of the segment that comes next */
} bl_noted_fault;

typedef struct bl_faults {
    bl_arena arena;
    bl_noted_fault *items; /* in the order in which they were found */
    size_t count;
    size_t room;
    uint64_t counts[BL_FAULT_COUNT]; /* by bl_fault_kind */
    bool failed;                     /* no memory */
} bl_faults;

void bl_faults_init(bl_faults *faults, const bl_alloc *alloc);
void bl_faults_free(bl_faults *faults);

void bl_faults_add(bl_faults *faults, const bl_fault *fault,
                   uint32_t ordinal);

#endif
