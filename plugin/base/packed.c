/* SPDX-License-Identifier: Apache-2.0 */
/* Writing what packed.h reads. */
#include "base/packed.h"

void bl_pack_uint(bl_buf *to, uint64_t value)
{
    for (; value >= 0x80; value >>= 7)
        bl_buf_char(to, (char)(value | 0x80));
    bl_buf_char(to, (char)value);
}

void bl_pack_fixed(bl_buf *to, uint64_t value, int bytes)
{
    while (bytes-- > 0)
        bl_buf_char(to, (char)(value >> 8 * bytes));
}

void bl_pack_text(bl_buf *to, bl_str text)
{
    bl_pack_uint(to, text.size);
    bl_buf_str(to, text);
}
