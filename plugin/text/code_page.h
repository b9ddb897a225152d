/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The encodings of one byte a letter that text is read in by mistake: what
 * each byte is in them.
 */
#ifndef BL_TEXT_CODE_PAGE_H
#define BL_TEXT_CODE_PAGE_H

#include <stdint.h>

typedef enum bl_code_page {
    BL_PAGE_1250, /* Central Europe */
    BL_PAGE_1251, /* Cyrillic */
    BL_PAGE_1252, /* Western Europe; Latin-1 as well */
    BL_PAGE_1253, /* Greek */
    BL_PAGE_1255, /* Hebrew */
    BL_PAGE_1256, /* Arabic */
    BL_PAGE_1258, /* Vietnamese */
    BL_PAGES
} bl_code_page;

/* The byte of a character, or -1. Controls from U+0080 on are the bytes that
 * the encoding has no character for, and those of Latin-1. */
int bl_page_byte(bl_code_page page, uint32_t c);

/* The character of a byte; 0 where there is none. */
uint32_t bl_page_character(bl_code_page page, uint8_t byte);

#endif
