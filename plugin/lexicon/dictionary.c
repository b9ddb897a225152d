/* SPDX-License-Identifier: Apache-2.0 */
/* The reader of dictionary files, line by line. */
#include "lexicon/dictionary.h"

#include "lexicon/dictionary_keys.h"
#include "text/fold.h"
#include "text/utf8.h"

#include <string.h>

/* Every form says something: "a||b" was meant to be otherwise. */
static bool has_empty_form(bl_str forms)
{
    for (size_t i = 0; i < forms.size; i++) {
        if (forms.ptr[i] == '|' && (i == 0 || i + 1 == forms.size ||
                                    forms.ptr[i + 1] == '|'))
            return true;
    }
    return forms.size == 0;
}

/* False where it has no key. */
static bool split_line(bl_key_line *at, bl_str text)
{
    const char *bar = memchr(text.ptr, '|', text.size);
    const char *space;
    bl_str key;

    if (bar == NULL)
        return false;
    key = bl_str_of(text.ptr, (size_t)(bar - text.ptr));
    at->forms = bl_str_of(bar + 1, text.size - key.size - 1);
    space = memchr(key.ptr, ' ', key.size);
    at->keyword =
        space != NULL ? bl_str_of(key.ptr, (size_t)(space - key.ptr)) : key;
    at->value = space != NULL ? bl_str_of(space + 1, key.size -
                                                         at->keyword.size - 1)
                              : bl_str_of(NULL, 0);
    return true;
}

static bilint_status read_line(bl_key_line *at, bl_str text)
{
    if (!split_line(at, text))
        return bl_key_refuse(at, "no | in this line", text);
    if (has_empty_form(at->forms))
        return bl_key_refuse(at, "an empty form", at->forms);
    return bl_key_add(at);
}

static bilint_status check_line(const bl_key_line *at, bl_str previous,
                                bl_str text)
{
    const int order = bl_str_compare(previous, text);

    if (bl_utf8_valid(text.ptr, text.size) != text.size)
        return bl_key_refuse(at, "not UTF-8", bl_str_of(NULL, 0));
    if (!bl_is_nfc(text))
        return bl_key_refuse(at, "not in NFC", text);
    if (order == 0)
        return bl_key_refuse(at, "the same line again", text);
    if (order > 0)
        return bl_key_refuse(at, "not sorted (bytewise): this line belongs "
                                 "above the one before it", text);
    if (text.ptr[text.size - 1] == ' ' || text.ptr[text.size - 1] == '\r')
        return bl_key_refuse(at, "white space at the end", text);
    return BILINT_OK;
}

/* The next line; false at the end. */
static bool next_line(bl_str *text, bl_str *one)
{
    const char *end;

    if (text->size == 0)
        return false;
    end = memchr(text->ptr, '\n', text->size);
    *one = bl_str_of(text->ptr, end != NULL ? (size_t)(end - text->ptr)
                                            : text->size);
    *text = end != NULL ? bl_str_of(end + 1, text->size - one->size - 1)
                        : bl_str_of(NULL, 0);
    return true;
}

static bool is_comment(bl_str one)
{
    return one.size == 0 || *one.ptr == '#';
}

bilint_status bl_dictionary_read(bl_language *language, const char *name,
                                 bl_str text, bilint_error *err)
{
    bl_key_line at = { .language = language, .file = name, .err = err };
    bl_str previous = bl_str_of("", 0);
    bl_str one;

    while (next_line(&text, &one)) {
        bilint_status status;

        at.number++;
        if (is_comment(one))
            continue;
        status = check_line(&at, previous, one);
        if (status == BILINT_OK)
            status = read_line(&at, one);
        if (status != BILINT_OK)
            return status;
        previous = one;
    }
    return BILINT_OK;
}

void bl_dictionary_rest(const bl_language *language, bl_str text, bl_buf *to)
{
    bl_str one;

    while (next_line(&text, &one)) {
        bl_key_line at = { .number = 0 };

        if (is_comment(one) || !split_line(&at, one) ||
            !bl_key_is_rest(language, &at))
            continue;
        bl_buf_str(to, one);
        bl_buf_char(to, '\n');
    }
}
