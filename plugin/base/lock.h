/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A mutex, a condition, what is done once, an atomic pointer: what platforms
 * spell differently.
 */
#ifndef BL_BASE_LOCK_H
#define BL_BASE_LOCK_H

#include <stdbool.h>
#include <stdint.h>

#if defined(_WIN32)
#    include <windows.h>
typedef struct bl_lock {
    SRWLOCK lock;
} bl_lock;
typedef struct bl_signal {
    CONDITION_VARIABLE variable;
} bl_signal;
typedef INIT_ONCE bl_once;
#    define BL_ONCE_INIT INIT_ONCE_STATIC_INIT
#    define BL_LOCK_INIT { SRWLOCK_INIT }
#else
#    include <pthread.h>
typedef struct bl_lock {
    pthread_mutex_t lock;
} bl_lock;
typedef struct bl_signal {
    pthread_cond_t variable;
} bl_signal;
typedef pthread_once_t bl_once;
#    define BL_ONCE_INIT PTHREAD_ONCE_INIT
#    define BL_LOCK_INIT { PTHREAD_MUTEX_INITIALIZER }
#endif

/* A lock that lives as long as the process starts as BL_LOCK_INIT. */
bool bl_lock_init(bl_lock *lock);
void bl_lock_free(bl_lock *lock);
void bl_lock_take(bl_lock *lock);
void bl_lock_give(bl_lock *lock);

/* A condition that goes with a lock. */
bool bl_signal_init(bl_signal *signal);
void bl_signal_free(bl_signal *signal);
void bl_signal_wait(bl_signal *signal, bl_lock *lock);
void bl_signal_all(bl_signal *signal);

/* Call `action` in the first thread that gets here with that `once`; the
 * others wait until it is done. */
void bl_once_do(bl_once *once, void (*action)(void));

/*
 * C11's <stdatomic.h> where the compiler has it. The rest of the code uses
 * these four operations and no other.
 */
#if defined(__STDC_NO_ATOMICS__)
#    error "bilint needs C11 atomics"
#endif
#include <stdatomic.h>

typedef _Atomic(void *) bl_atomic_ptr;
typedef _Atomic uint32_t bl_atomic_u32;

#define bl_atomic_get(object) \
    atomic_load_explicit((object), memory_order_acquire)
#define bl_atomic_set(object, value) \
    atomic_store_explicit((object), (value), memory_order_release)
#define bl_atomic_add(object, value) \
    atomic_fetch_add_explicit((object), (value), memory_order_acq_rel)

#endif
