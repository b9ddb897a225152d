/* SPDX-License-Identifier: Apache-2.0 */
/* Classes of consonants. */
#include "lexicon/sounds.h"

#include "text/fold.h"
#include "text/utf8.h"

#include <stdlib.h>
#include <string.h>

enum { CLASSES_MAX = 8, VOWEL = 0 };

static int compare(const void *a, const void *b)
{
    const bl_letter *x = a;
    const bl_letter *y = b;

    return (x->letter > y->letter) - (x->letter < y->letter);
}

bool bl_letters_add(bl_letters *letters, bl_str form, bool *valid)
{
    const char *cut = memchr(form.ptr, '>', form.size);
    size_t at = 0;
    bl_letter *to;

    *valid = cut != NULL;
    if (!*valid)
        return true;
    if (!bl_grow(letters->alloc, &letters->items, &letters->room,
                 letters->count, sizeof(bl_letter)))
        return false;
    to = &letters->items[letters->count++];
    memset(to, 0, sizeof(*to));
    to->letter = bl_utf8_next(form.ptr, form.size, &at);
    *valid = form.ptr + at == cut &&
             form.size - at - 1 < sizeof(to->latin);
    if (*valid)
        memcpy(to->latin, cut + 1, form.size - at - 1);
    return true;
}

void bl_letters_sort(bl_letters *letters)
{
    if (letters->count != 0)
        qsort(letters->items, letters->count, sizeof(bl_letter), compare);
}

static const bl_letter *find(const bl_letters *letters, uint32_t letter)
{
    const bl_letter wanted = { .letter = letter };

    return letters->count != 0
               ? bsearch(&wanted, letters->items, letters->count,
                         sizeof(bl_letter), compare)
               : NULL;
}

static unsigned class_of(char letter)
{
    static const char classes[26] = {
        ['b' - 'a'] = 1, ['p' - 'a'] = 1, ['f' - 'a'] = 1, ['v' - 'a'] = 1,
        ['c' - 'a'] = 2, ['g' - 'a'] = 2, ['j' - 'a'] = 2, ['k' - 'a'] = 2,
        ['q' - 'a'] = 2, ['s' - 'a'] = 2, ['x' - 'a'] = 2, ['z' - 'a'] = 2,
        ['d' - 'a'] = 3, ['t' - 'a'] = 3, ['l' - 'a'] = 4, ['r' - 'a'] = 4,
        ['m' - 'a'] = 5, ['n' - 'a'] = 5,
    };

    return letter >= 'a' && letter <= 'z' ? (unsigned)classes[letter - 'a']
                                          : VOWEL;
}

typedef struct writer {
    bl_sounds sounds;
    int count;
    unsigned last;
} writer;

static void add(writer *to, char letter)
{
    const unsigned class = class_of(letter);

    /* A silent h parts nothing: "Ghani", "Sakharov". */
    if (letter == 'h')
        return;
    if (class != VOWEL && class != to->last && to->count < CLASSES_MAX)
        to->sounds |= (bl_sounds)class << (4 * to->count++);
    to->last = class;
}

bl_sounds bl_sounds_of(const bl_letters *letters, bl_str word)
{
    char apart[3 * BL_FOLD_MAX];
    writer to = { 0, 0, VOWEL };

    if (word.size > BL_FOLD_MAX)
        return 0;
    /* Syllables of Hangul are several letters. */
    if (word.size >= 3 && (unsigned char)word.ptr[0] >= 0xea &&
        (unsigned char)word.ptr[0] <= 0xed)
        word = bl_str_of(apart, bl_to_nfd(word, apart, sizeof(apart)));
    for (size_t at = 0; at < word.size;) {
        const uint32_t c = bl_utf8_next(word.ptr, word.size, &at);
        const bl_letter *letter = c < 0x80 ? NULL : find(letters, c);

        if (c < 0x80)
            add(&to, (char)c);
        for (const char *p = letter != NULL ? letter->latin : ""; *p != '\0';
             p++)
            add(&to, *p);
    }
    return to.sounds;
}

int bl_sounds_count(bl_sounds sounds)
{
    int count = 0;

    for (; sounds != 0; sounds >>= 4)
        count++;
    return count;
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

static int distance(bl_sounds a, int n, bl_sounds b, int m)
{
    int row[CLASSES_MAX + 1];

    for (int j = 0; j <= m; j++)
        row[j] = j;
    for (int i = 0; i < n; i++) {
        int diagonal = row[0];

        row[0] = i + 1;
        for (int j = 0; j < m; j++) {
            const bool same =
                ((a >> (4 * i)) & 15) == ((b >> (4 * j)) & 15);
            const int change = diagonal + !same;

            diagonal = row[j + 1];
            row[j + 1] = least(change, least(row[j], row[j + 1]) + 1);
        }
    }
    return row[m];
}

bool bl_sounds_alike(bl_sounds a, bl_sounds b)
{
    const int n = bl_sounds_count(a);
    const int m = bl_sounds_count(b);

    return n >= 2 && m >= 2 &&
           distance(a, n, b, m) * 3 <= (n > m ? n : m);
}
