/* SPDX-License-Identifier: Apache-2.0 */
/* The table of formats, and what the formats have in common: getting at the
 * text, and the words that tools use for the status of a term. */
#include "terms/format.h"

#include "base/error.h"
#include "readers/input.h"
#include "text/utf8.h"

#include <string.h>

static const bl_term_format *const formats[] = {
    &bl_format_tbx,
    &bl_format_utx,
    &bl_format_omegat,
    &bl_format_separated,
};

enum { ENDING_SIZE = 16, PIECE = 1 << 18, MESSAGE_SIZE = 512 };

/* Of a list with another separator each line is wrong. */
enum { SKIPPED_TOLD = 20 };

const bl_term_format *bl_term_format_of(const char *name, bl_str begin)
{
    const size_t last = sizeof(formats) / sizeof(formats[0]) - 1;
    const char *point = strrchr(name, '.');
    char ending[ENDING_SIZE] = "";

    for (size_t i = 0;
         point != NULL && point[i] != '\0' && i + 1 < sizeof(ending); i++) {
        ending[i] = point[i];
        if (ending[i] >= 'A' && ending[i] <= 'Z')
            ending[i] = (char)(ending[i] - 'A' + 'a');
        ending[i + 1] = '\0';
    }
    for (size_t i = 0; i < last; i++) {
        if (formats[i]->is(bl_str_z(ending), begin))
            return formats[i];
    }
    return formats[last];
}

/* ---- the text ----------------------------------------------------------- */

size_t bl_term_bytes(bl_term_reading *reading, char *room, size_t size)
{
    const size_t left = reading->begin.size;

    if (left == 0)
        return fread(room, 1, size, reading->file);
    if (size > left)
        size = left;
    memcpy(room, reading->begin.ptr, size);
    reading->begin.ptr += size;
    reading->begin.size -= size;
    return size;
}

static uint32_t line_of(bl_str text, size_t at)
{
    uint32_t line = 1;

    for (size_t i = 0; i < at; i++)
        line += text.ptr[i] == '\n';
    return line;
}

/* Bytes of a named encoding. */
static bilint_status decode(const bl_term_reading *reading,
                            const char *encoding, bl_buf *text,
                            bilint_error *err)
{
    bl_encoding *from = bl_encoding_blank(reading->alloc);
    bilint_status status = BILINT_OK;
    bl_buf out;

    bl_buf_init(&out, reading->alloc);
    if (from == NULL)
        status = bl_fail_memory(err);
    else if (!bl_encoding_open(from, encoding))
        status = bl_fail(err, BILINT_E_DATA, "%s: unknown encoding %s",
                         reading->name, encoding);
    else if (!bl_encoding_decode(from, text->data, text->size, true, &out))
        status = bl_fail(err, BILINT_E_DATA, "%s is not %s", reading->name,
                         encoding);
    else if (out.failed)
        status = bl_fail_memory(err);
    bl_encoding_free(from);
    bl_buf_free(text);
    *text = out;
    return status;
}

/* Old tools for the Macintosh end lines with a carriage return alone. */
static void end_lines(bl_buf *text)
{
    if (text->size == 0 || memchr(text->data, '\n', text->size) != NULL)
        return;
    for (size_t i = 0; i < text->size; i++) {
        if (text->data[i] == '\r')
            text->data[i] = '\n';
    }
}

bilint_status bl_term_text(bl_term_reading *reading, const char *encoding,
                           bl_buf *text, bilint_error *err)
{
    bilint_error inner = BILINT_ERROR_INIT;
    bilint_status status = BILINT_OK;
    bl_input input;
    size_t size = 1;
    size_t valid;

    bl_buf_init(text, reading->alloc);
    bl_input_init(&input, reading->alloc);
    while (size != 0 && status == BILINT_OK) {
        static const char nothing[1] = "";
        char *piece = bl_resize(reading->alloc, NULL, PIECE, 1);

        size = piece != NULL ? bl_term_bytes(reading, piece, PIECE) : 0;
        status = piece == NULL
                     ? bl_fail_memory(&inner)
                     : bl_input_push(&input, size != 0 ? piece : nothing, size,
                                     size == 0, text, &inner);
        bl_free(reading->alloc, piece);
    }
    if (status == BILINT_OK && text->failed)
        status = bl_fail_memory(&inner);
    if (status == BILINT_OK && encoding != NULL && input.bom_size == 0)
        status = decode(reading, encoding, text, &inner);
    bl_input_free(&input);
    if (status == BILINT_E_MEMORY)
        return bl_fail_memory(err);
    if (status != BILINT_OK)
        return bl_fail(err, BILINT_E_DATA, "%s", inner.message);
    end_lines(text);
    valid = bl_utf8_valid(text->data, text->size);
    if (valid != text->size)
        return bl_fail(err, BILINT_E_DATA, "%s:%u: the term list is not UTF-8",
                       reading->name,
                       (unsigned)line_of(bl_buf_view(text), valid));
    return BILINT_OK;
}

static void tell(const bl_term_reading *reading, uint32_t line,
                 const char *what, const char *why)
{
    char message[MESSAGE_SIZE];

    snprintf(message, sizeof(message), "%s:%u: %s: %s", reading->name,
             (unsigned)line, what, why);
    reading->skipped(reading->context, message);
}

void bl_term_skip(bl_term_reading *reading, uint32_t line, const char *why)
{
    if (reading->skipped_count++ < SKIPPED_TOLD && reading->skipped != NULL)
        tell(reading, line, "skipped", why);
}

void bl_term_ignore(bl_term_reading *reading, uint32_t line, const char *what)
{
    if (reading->skipped != NULL && reading->ignored_count++ < SKIPPED_TOLD)
        tell(reading, line, "ignored", what);
}

/* A field with a word that says nothing. */
static void ignore(bl_term_reading *reading, uint32_t line, const char *field,
                   bl_str word)
{
    char why[BL_PLAIN_SIZE * 2];
    const size_t size = word.size < BL_PLAIN_SIZE ? word.size : BL_PLAIN_SIZE;

    snprintf(why, sizeof(why), "unknown %s \"%.*s\"", field,
             (int)bl_utf8_valid(word.ptr, size), word.ptr);
    bl_term_ignore(reading, line, why);
}

static void tell_more(const bl_term_reading *reading, const char *what,
                      uint32_t count)
{
    char message[MESSAGE_SIZE];

    if (count <= SKIPPED_TOLD || reading->skipped == NULL)
        return;
    snprintf(message, sizeof(message), "%s: %s: %u more", reading->name, what,
             (unsigned)(count - SKIPPED_TOLD));
    reading->skipped(reading->context, message);
}

void bl_term_skip_more(const bl_term_reading *reading)
{
    tell_more(reading, "skipped", reading->skipped_count);
    tell_more(reading, "ignored", reading->ignored_count);
}

bool bl_term_put(bl_term_reading *reading, uint32_t line, int language,
                 bl_str text, bl_term_status status, bl_term_case letter_case)
{
    const char *why =
        bl_builder_add(reading->builder, language, text, status, letter_case);

    if (why != NULL)
        bl_term_skip(reading, line, why);
    return why == NULL;
}

/* ---- words -------------------------------------------------------------- */

void bl_term_plain(bl_str text, char out[BL_PLAIN_SIZE])
{
    size_t size = 0;

    for (size_t i = 0; i < text.size && size + 1 < BL_PLAIN_SIZE; i++) {
        const char c = text.ptr[i];

        if (c >= 'A' && c <= 'Z')
            out[size++] = (char)(c - 'A' + 'a');
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                 ((unsigned char)c & 0x80) != 0)
            out[size++] = c;
    }
    out[size] = '\0';
}

static bool begins_with_one_of(const char *text, const char *const *words)
{
    for (; *words != NULL; words++) {
        if (strncmp(text, *words, strlen(*words)) == 0)
            return true;
    }
    return false;
}

/* ISO 30042's picklist for administrative status; TBX-Min, UTX, Weblate,
 * MultiTerm and memoQ have words of their own. False where it is none. */
static bool find_status(bl_str word, bl_term_status *status)
{
    static const char *const preferred[] = { "preferred", "recommended",
                                             "current",   "proposed",
                                             "new",       NULL };
    static const char *const forbidden[] = {
        "forbidden", "deprecated",  "prohibited",  "rejected",
        "obsolete",  "superseded",  "nonstandard", "notrecommended",
        "banned",    "blacklisted", "donotuse",    "notallowed",
        "avoid",     NULL
    };
    static const char *const kept[] = { "donottranslate",
                                        "dnt",
                                        "untranslatable",
                                        "nontranslatable",
                                        "nottranslated",
                                        "keep",
                                        NULL };
    static const char *const admitted[] = { "admitted",     "allowed",
                                            "approved",     "acceptable",
                                            "legalterm",    "regulatedterm",
                                            "standardized", "provisional",
                                            "alternative",  NULL };
    char plain[BL_PLAIN_SIZE];

    bl_term_plain(word, plain);
    *status = BL_TERM_PREFERRED;
    if (begins_with_one_of(plain, forbidden))
        *status = BL_TERM_FORBIDDEN;
    else if (begins_with_one_of(plain, kept))
        *status = BL_TERM_KEPT;
    else if (begins_with_one_of(plain, admitted))
        *status = BL_TERM_ADMITTED;
    else
        return plain[0] == '\0' || begins_with_one_of(plain, preferred);
    return true;
}

bl_term_status bl_term_status_said(bl_str word)
{
    bl_term_status status;

    find_status(word, &status);
    return status;
}

bl_term_status bl_term_read_status(bl_term_reading *reading, uint32_t line,
                                   bl_str field)
{
    bl_term_status status;

    if (!find_status(field, &status))
        ignore(reading, line, "status", field);
    return status;
}

bool bl_term_says_yes(bl_str word)
{
    static const char *const yes[] = { "yes", "true", "1", NULL };
    char plain[BL_PLAIN_SIZE];

    bl_term_plain(word, plain);
    return begins_with_one_of(plain, yes);
}

/* False where it is no such word. */
static bool find_case(bl_str word, bl_term_case *letter_case)
{
    static const char *const any[] = { "no",     "false",  "0",          "any",
                                       "insens", "ignore", "caseinsens", NULL };
    static const char *const initial[] = { "initial", "first", "permissive",
                                           NULL };
    static const char *const exact[] = { "exact", "sensitive", "casesensitive",
                                         NULL };
    char plain[BL_PLAIN_SIZE];

    bl_term_plain(word, plain);
    *letter_case = BL_TERM_CASE_AUTO;
    if (begins_with_one_of(plain, any))
        *letter_case = BL_TERM_CASE_ANY;
    else if (begins_with_one_of(plain, initial))
        *letter_case = BL_TERM_CASE_INITIAL;
    else if (bl_term_says_yes(word) || begins_with_one_of(plain, exact))
        *letter_case = BL_TERM_CASE_EXACT;
    else
        return plain[0] == '\0';
    return true;
}

bl_term_case bl_term_case_said(bl_str word)
{
    bl_term_case letter_case;

    find_case(word, &letter_case);
    return letter_case;
}

bl_term_case bl_term_read_case(bl_term_reading *reading, uint32_t line,
                               bl_str field)
{
    bl_term_case letter_case;

    if (!find_case(field, &letter_case))
        ignore(reading, line, "case", field);
    return letter_case;
}
