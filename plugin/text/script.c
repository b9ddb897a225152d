/* SPDX-License-Identifier: Apache-2.0 */
/* From ICU's properties. Slow: for characters that are in doubt. */
#include "text/script.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <stddef.h>
#include <string.h>

/* Scripts that are several ones, or one that is written among others of them
 * (ISO 15924). */
static bool is_east_asian(const char *script)
{
    static const char names[][5] = { "Hani", "Hans", "Hant", "Hira",
                                     "Hrkt", "Jpan", "Kana", "Kore" };

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (memcmp(script, names[i], 4) == 0)
            return true;
    }
    return false;
}

bool bl_is_of_script(uint32_t c, const char *script)
{
    const UChar32 point = (UChar32)c;
    int32_t code;

    if (script[0] == '\0' || !u_isdefined(point))
        return false;
    if (is_east_asian(script))
        return (c >= 0x1100 && c < 0x1200) || (c >= 0x2e80 && c < 0xd800) ||
               (c >= 0xf900 && c < 0xfb00) || (c >= 0xff00 && c < 0xfff0) ||
               (c >= 0x20000 && c < 0x32000);
    code = u_getPropertyValueEnum(UCHAR_SCRIPT, script);
    return code != UCHAR_INVALID_CODE &&
           uscript_hasScript(point, (UScriptCode)code);
}

bool bl_is_word_letter(uint32_t c)
{
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript((UChar32)c, &status);

    return script != USCRIPT_COMMON && script != USCRIPT_INHERITED &&
           u_isalpha((UChar32)c);
}
