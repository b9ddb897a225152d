/* SPDX-License-Identifier: Apache-2.0 */
/* Which encoding a file is in, and its text in UTF-8. */
#include "readers/input.h"

#include "base/error.h"

#include <string.h>

/* A declaration longer than this is not one. */
enum { HEAD_SIZE = 1024, NAME_SIZE = 40 };

void bl_input_init(bl_input *input, const bl_alloc *alloc)
{
    *input = (bl_input){ .alloc = alloc };
    bl_buf_init(&input->head, alloc);
}

void bl_input_free(bl_input *input)
{
    bl_encoding_free(input->encoding);
    bl_buf_free(&input->head);
}

typedef struct mark {
    const char *bytes;
    size_t size;
    const char *encoding; /* NULL: UTF-8 */
    unsigned bom;         /* how many of the bytes are a mark, not text */
} mark;

/* Byte order marks, and "<?" as UTF-16 and UTF-32 write it without one. */
static const mark marks[] = {
    { "\xEF\xBB\xBF", 3, NULL, 3 },
    { "\xFF\xFE\0\0", 4, "UTF-32LE", 4 },
    { "\0\0\xFE\xFF", 4, "UTF-32BE", 4 },
    { "\xFF\xFE", 2, "UTF-16LE", 2 },
    { "\xFE\xFF", 2, "UTF-16BE", 2 },
    { "<\0?\0", 4, "UTF-16LE", 0 },
    { "<\0\0\0", 4, "UTF-32LE", 0 },
    { "\0\0\0<", 4, "UTF-32BE", 0 },
    { "\0<\0?", 4, "UTF-16BE", 0 },
};

static const mark *find_mark(bl_str head)
{
    for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
        if (head.size >= marks[i].size &&
            memcmp(head.ptr, marks[i].bytes, marks[i].size) == 0)
            return &marks[i];
    }
    return NULL;
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* The value of encoding="..." in an XML declaration, or nothing. */
static bl_str declared(bl_str head)
{
    static const char key[] = "encoding";
    const size_t key_size = sizeof(key) - 1;
    const char *limit = head.ptr + head.size;
    const char *p;

    if (head.size < 5 || memcmp(head.ptr, "<?xml", 5) != 0)
        return bl_str_of(NULL, 0);
    for (p = head.ptr + 5; p < limit && *p != '>'; p++) {
        const char *value;
        char quote;

        if ((size_t)(limit - p) <= key_size || !is_space(p[-1]) ||
            memcmp(p, key, key_size) != 0)
            continue;
        for (p += key_size; p < limit && (is_space(*p) || *p == '='); p++)
            ;
        if (p == limit || (*p != '"' && *p != '\''))
            break;
        quote = *p++;
        for (value = p; p < limit && *p != quote; p++)
            ;
        if (p == limit)
            break;
        return bl_str_of(value, (size_t)(p - value));
    }
    return bl_str_of(NULL, 0);
}

/* UTF-8, and the ASCII that is part of it, need no converter. */
static bool is_utf8_name(const char *name)
{
    static const char *const names[] = { "UTF-8", "UTF8", "US-ASCII",
                                         "ASCII" };

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        const char *a = names[i];
        const char *b = name;

        /* Case of ASCII letters, whatever the locale of the process. */
        while (*a != '\0' && *a == (*b >= 'a' && *b <= 'z' ? *b - 32 : *b)) {
            a++;
            b++;
        }
        if (*a == '\0' && *b == '\0')
            return true;
    }
    return false;
}

/* The name may be any bytes: what is not ASCII is shown as a question mark. */
static bilint_status refuse(bl_str name, bilint_error *err)
{
    char shown[31];
    size_t size = 0;

    for (; size < name.size && size + 1 < sizeof(shown); size++) {
        const char c = name.ptr[size];

        shown[size] = c >= ' ' && c <= '~' ? c : '?';
    }
    shown[size] = '\0';
    return bl_fail_at(err, BILINT_E_FORMAT, 1, 1, 0,
                      "unknown encoding \"%s\"", shown);
}

static bilint_status use(bl_input *input, const char *name, bilint_error *err)
{
    if (is_utf8_name(name))
        return BILINT_OK;
    input->encoding = bl_encoding_blank(input->alloc);
    if (input->encoding == NULL)
        return bl_fail_memory(err);
    return bl_encoding_open(input->encoding, name)
               ? BILINT_OK
               : refuse(bl_str_z(name), err);
}

static bilint_status decide(bl_input *input, bilint_error *err)
{
    bl_str head = bl_buf_view(&input->head);
    const mark *found = find_mark(head);
    char name[NAME_SIZE];
    bl_str text;

    input->decided = true;
    if (found != NULL) {
        input->bom_size = found->bom;
        return found->encoding != NULL ? use(input, found->encoding, err)
                                       : BILINT_OK;
    }
    text = declared(head);
    if (text.size == 0)
        return BILINT_OK;
    if (text.size >= sizeof(name))
        return refuse(text, err);
    memcpy(name, text.ptr, text.size);
    name[text.size] = '\0';
    return use(input, name, err);
}

/* Whether the head shows the whole of an XML declaration, or that there is
 * none. */
static bool is_enough(bl_str head)
{
    if (head.size >= HEAD_SIZE)
        return true;
    if (head.size < 5)
        return false;
    return memcmp(head.ptr, "<?xml", 5) != 0 ||
           memchr(head.ptr, '>', head.size) != NULL;
}

static bilint_status decode(bl_input *input, const char *data, size_t size,
                            bool last, bl_buf *out, bilint_error *err)
{
    if (input->encoding == NULL)
        bl_buf_add(out, data, size);
    else if (!bl_encoding_decode(input->encoding, data, size, last, out))
        return bl_fail(err, BILINT_E_FORMAT,
                       "bytes that are not text of the file's encoding");
    return out->failed ? bl_fail_memory(err) : BILINT_OK;
}

bilint_status bl_input_push(bl_input *input, const void *data, size_t size,
                            bool last, bl_buf *out, bilint_error *err)
{
    bilint_status status;

    if (input->decided)
        return decode(input, data, size, last, out, err);
    bl_buf_add(&input->head, data, size);
    if (input->head.failed)
        return bl_fail_memory(err);
    if (!last && !is_enough(bl_buf_view(&input->head)))
        return BILINT_OK;
    status = decide(input, err);
    if (status != BILINT_OK)
        return status;
    status = input->head.size > input->bom_size
                 ? decode(input, input->head.data + input->bom_size,
                          input->head.size - input->bom_size, last, out, err)
                 : BILINT_OK;
    bl_buf_free(&input->head);
    return status;
}
