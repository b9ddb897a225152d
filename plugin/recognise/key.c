/* SPDX-License-Identifier: Apache-2.0 */
#include "recognise/key.h"

/* Letters of a word, and words of a key: "e.g" is none. */
enum { LETTERS_LEAST = 2, WORDS_LEAST = 2 };

/* Longer ones nobody types. */
enum { LONGEST = 128 };

static bool is_ascii_letter(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_joint(unsigned char c)
{
    return c == '.' || c == '_';
}

static bool is_inner(unsigned char c)
{
    return c == '-' || (c >= '0' && c <= '9');
}

/* What the programs of GNOME have for the names of who translated them. */
static bool is_credits(bl_str text)
{
    return bl_str_equal(text, BL_STR("translator-credits"));
}

bool bl_is_key(bl_str text)
{
    int letters = 0; /* of the word so far */
    int words = 0;

    if (is_credits(text))
        return true;
    if (text.size == 0 || text.size > LONGEST ||
        !is_ascii_letter((unsigned char)text.ptr[0]) ||
        is_joint((unsigned char)text.ptr[text.size - 1]))
        return false;
    for (size_t i = 0; i < text.size; i++) {
        const unsigned char c = (unsigned char)text.ptr[i];

        if (is_joint(c)) {
            words += letters >= LETTERS_LEAST;
            letters = 0;
        } else if (is_ascii_letter(c)) {
            letters++;
        } else if (!is_inner(c)) {
            return false;
        }
    }
    words += letters >= LETTERS_LEAST;
    return words >= WORDS_LEAST;
}
