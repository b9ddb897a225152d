/* SPDX-License-Identifier: Apache-2.0 */
#include "text/breaks.h"

#include "base/lock.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <string.h>

struct bl_breaks {
    const bl_alloc *alloc;
    const bl_locale *locale;
    bl_lock lock;
    bool opened;
    UBreakIterator *iterator; /* NULL: not opened, or ICU has none */
    UText *text;              /* kept from text to text */
};

bl_breaks *bl_breaks_new(const bl_alloc *alloc, const bl_locale *locale)
{
    bl_breaks *breaks = bl_new(alloc, 1, sizeof(*breaks));

    if (breaks == NULL)
        return NULL;
    breaks->alloc = alloc;
    breaks->locale = locale;
    if (!bl_lock_init(&breaks->lock)) {
        bl_free(alloc, breaks);
        return NULL;
    }
    return breaks;
}

void bl_breaks_free(bl_breaks *breaks)
{
    if (breaks == NULL)
        return;
    ubrk_close(breaks->iterator);
    utext_close(breaks->text);
    bl_lock_free(&breaks->lock);
    bl_free(breaks->alloc, breaks);
}

/* Under the lock. */
static bool set_text(bl_breaks *breaks, bl_str text)
{
    UErrorCode error = U_ZERO_ERROR;

    if (!breaks->opened) {
        breaks->opened = true;
        breaks->iterator =
            ubrk_open(UBRK_WORD, breaks->locale->icu, NULL, 0, &error);
    }
    if (breaks->iterator == NULL)
        return false;
    breaks->text = utext_openUTF8(breaks->text, text.ptr,
                                  (int64_t)text.size, &error);
    ubrk_setUText(breaks->iterator, breaks->text, &error);
    return U_SUCCESS(error);
}

void bl_breaks_find(bl_breaks *breaks, bl_str text, uint8_t *at)
{
    bl_lock_take(&breaks->lock);
    if (set_text(breaks, text)) {
        memset(at, 0, text.size + 1);
        for (int32_t place = ubrk_first(breaks->iterator);
             place != UBRK_DONE; place = ubrk_next(breaks->iterator))
            at[place] = 1;
    } else {
        memset(at, 1, text.size + 1);
    }
    bl_lock_give(&breaks->lock);
}
