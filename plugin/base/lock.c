/* SPDX-License-Identifier: Apache-2.0 */
/* Mutex, condition and once on POSIX threads or on Windows. */
#include "base/lock.h"

#if defined(_WIN32)

bool bl_lock_init(bl_lock *lock)
{
    InitializeSRWLock(&lock->lock);
    return true;
}

void bl_lock_free(bl_lock *lock)
{
    (void)lock;
}

void bl_lock_take(bl_lock *lock)
{
    AcquireSRWLockExclusive(&lock->lock);
}

void bl_lock_give(bl_lock *lock)
{
    ReleaseSRWLockExclusive(&lock->lock);
}

bool bl_signal_init(bl_signal *signal)
{
    InitializeConditionVariable(&signal->variable);
    return true;
}

void bl_signal_free(bl_signal *signal)
{
    (void)signal;
}

void bl_signal_wait(bl_signal *signal, bl_lock *lock)
{
    SleepConditionVariableSRW(&signal->variable, &lock->lock, INFINITE, 0);
}

void bl_signal_all(bl_signal *signal)
{
    WakeAllConditionVariable(&signal->variable);
}

typedef struct once_action {
    void (*call)(void);
} once_action;

static BOOL CALLBACK act(INIT_ONCE *once, void *action, void **context)
{
    (void)once;
    (void)context;
    ((const once_action *)action)->call();
    return TRUE;
}

void bl_once_do(bl_once *once, void (*action)(void))
{
    once_action once_only = { action };

    InitOnceExecuteOnce(once, act, &once_only, NULL);
}

#else

bool bl_lock_init(bl_lock *lock)
{
    return pthread_mutex_init(&lock->lock, NULL) == 0;
}

void bl_lock_free(bl_lock *lock)
{
    pthread_mutex_destroy(&lock->lock);
}

void bl_lock_take(bl_lock *lock)
{
    pthread_mutex_lock(&lock->lock);
}

void bl_lock_give(bl_lock *lock)
{
    pthread_mutex_unlock(&lock->lock);
}

bool bl_signal_init(bl_signal *signal)
{
    return pthread_cond_init(&signal->variable, NULL) == 0;
}

void bl_signal_free(bl_signal *signal)
{
    pthread_cond_destroy(&signal->variable);
}

void bl_signal_wait(bl_signal *signal, bl_lock *lock)
{
    pthread_cond_wait(&signal->variable, &lock->lock);
}

void bl_signal_all(bl_signal *signal)
{
    pthread_cond_broadcast(&signal->variable);
}

void bl_once_do(bl_once *once, void (*action)(void))
{
    pthread_once(once, action);
}

#endif
