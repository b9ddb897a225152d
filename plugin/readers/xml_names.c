/* SPDX-License-Identifier: Apache-2.0 */
/* The names of names.def as texts. */
#include "readers/xml.h"

bl_str bl_xml_name_text(bl_xml_name name)
{
    static const char *const texts[] = {
        "",
#define BL_XML_NAME(symbol, text) text,
#include "readers/names.def"
#undef BL_XML_NAME
    };

    return bl_str_z(texts[name]);
}
