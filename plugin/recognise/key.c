/* SPDX-License-Identifier: Apache-2.0 */
#include "recognise/key.h"

#include <string.h>

/* Letters of a word, and words of a key: "e.g" is none. */
enum { LETTERS_LEAST = 2, WORDS_LEAST = 2 };

/* Words of a list. */
enum { KEYWORDS_LEAST = 3 };

/* Longer ones nobody types. */
enum { LONGEST = 128 };

static bool is_small(unsigned char c)
{
    return c >= 'a' && c <= 'z';
}

static bool is_letter(unsigned char c)
{
    return is_small(c) || (c >= 'A' && c <= 'Z');
}

/* Hyphens join the words of texts as well: "Read-only" is one. */
static bool is_joint(unsigned char c, bool small)
{
    return c == '.' || c == '_' || (c == '-' && small);
}

static bool has_small_letters_alone(bl_str text)
{
    for (size_t i = 0; i < text.size; i++) {
        if (!is_small((unsigned char)text.ptr[i]) && text.ptr[i] != '-')
            return false;
    }
    return true;
}

bool bl_is_key(bl_str text)
{
    int letters = 0; /* of the word so far */
    int words = 0;
    bool small;

    /* Nearly all texts have a space. */
    if (text.size == 0 || text.size > LONGEST ||
        memchr(text.ptr, ' ', text.size) != NULL ||
        !is_letter((unsigned char)text.ptr[0]))
        return false;
    small = has_small_letters_alone(text);
    for (size_t i = 0; i < text.size; i++) {
        const unsigned char c = (unsigned char)text.ptr[i];

        if (is_joint(c, small)) {
            words += letters >= LETTERS_LEAST;
            letters = 0;
        } else if (is_letter(c)) {
            letters++;
        } else if (c != '-' && (c < '0' || c > '9')) {
            return false;
        }
    }
    words += letters >= LETTERS_LEAST;
    /* "step_name_2" is one, and "and.so.on." is none. */
    return words >= WORDS_LEAST &&
           !is_joint((unsigned char)text.ptr[text.size - 1], small);
}

bool bl_is_keywords(bl_str text)
{
    const char *end = text.ptr + text.size;
    int words = 0;

    if (text.size == 0 || end[-1] != ';')
        return false;
    for (const char *at = text.ptr; at < end;) {
        const char *next = memchr(at, ';', (size_t)(end - at));

        if (next == at || *at == ' ' || memchr(at, '(', (size_t)(next - at)))
            return false;
        words++;
        at = next + 1;
    }
    return words >= KEYWORDS_LEAST;
}
