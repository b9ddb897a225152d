/* SPDX-License-Identifier: Apache-2.0 */
/* Classes of consonants. */
#include "lexicon/sounds.h"

#include "text/fold.h"
#include "text/utf8.h"

#include <stdlib.h>
#include <string.h>

/* Each class has two sorts, told by a bit: p and f, l and r, m and n. */
enum {
    CLASSES_MAX = 8,
    VOWEL = 0,
    LABIAL = 1,
    GLIDE = 6,
    CLASS = 7,
    OTHER = 8
};

/* What it costs to take one class for another, and one sort of it. A w may be
 * a v, or a vowel. */
enum { CLASS_COST = 2, SORT_COST = 1 };

/* The classes of a word without their sorts. */
#define ANY_CLASS UINT32_C(0x77777777)

static int compare(const void *a, const void *b)
{
    const bl_letter *x = a;
    const bl_letter *y = b;

    if (x->letter != y->letter)
        return x->letter < y->letter ? -1 : 1;
    return (x->next > y->next) - (x->next < y->next);
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
    if (form.ptr + at < cut)
        to->next = bl_utf8_next(form.ptr, form.size, &at);
    letters->pairs = letters->pairs || to->next != 0;
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

static const bl_letter *find(const bl_letters *letters, uint32_t letter,
                             uint32_t next)
{
    const bl_letter wanted = { .letter = letter, .next = next };

    return letters->count != 0
               ? bsearch(&wanted, letters->items, letters->count,
                         sizeof(bl_letter), compare)
               : NULL;
}

/* The letter at word[*at], or the two; *at is then behind them. */
static const bl_letter *read_letter(const bl_letters *letters, bl_str word,
                                    size_t *at, uint32_t c)
{
    if (letters->pairs && *at < word.size) {
        size_t behind = *at;
        const bl_letter *pair =
            find(letters, c, bl_utf8_next(word.ptr, word.size, &behind));

        if (pair != NULL) {
            *at = behind;
            return pair;
        }
    }
    return find(letters, c, 0);
}

static unsigned class_of(char letter)
{
    static const char classes[26] = {
        ['b' - 'a'] = 1,         ['p' - 'a'] = 1, ['f' - 'a'] = 1 | OTHER,
        ['v' - 'a'] = 1 | OTHER, ['c' - 'a'] = 2, ['g' - 'a'] = 2,
        ['j' - 'a'] = 2,         ['k' - 'a'] = 2, ['q' - 'a'] = 2,
        ['s' - 'a'] = 2,         ['x' - 'a'] = 2, ['z' - 'a'] = 2,
        ['d' - 'a'] = 3,         ['t' - 'a'] = 3, ['l' - 'a'] = 4,
        ['r' - 'a'] = 4 | OTHER, ['m' - 'a'] = 5, ['n' - 'a'] = 5 | OTHER,
        ['w' - 'a'] = GLIDE,
    };

    return letter >= 'a' && letter <= 'z' ? (unsigned)classes[letter - 'a']
                                          : VOWEL;
}

typedef struct written {
    bl_sounds sounds;
    int count;
    unsigned last;
} written;

typedef struct writer {
    written now;
    written before; /* the last letter */
    char letter;
} writer;

static void add(writer *to, char letter)
{
    const unsigned class = class_of(letter);

    /* A silent h parts nothing, "Ghani", and kh is as silent: "Khalid". */
    if (letter == 'h') {
        if (to->letter == 'k')
            to->now = to->before;
        return;
    }
    to->before = to->now;
    to->letter = letter;
    if (class != VOWEL && (class & CLASS) != to->now.last &&
        to->now.count < CLASSES_MAX)
        to->now.sounds |= (bl_sounds)class << (4 * to->now.count++);
    to->now.last = class & CLASS;
}

bl_sounds bl_sounds_of(const bl_letters *letters, bl_str word)
{
    char apart[3 * BL_FOLD_MAX];
    writer to = { { 0, 0, VOWEL }, { 0, 0, VOWEL }, '\0' };

    if (word.size > BL_FOLD_MAX)
        return 0;
    /* Syllables of Hangul are several letters. */
    if (word.size >= 3 && (unsigned char)word.ptr[0] >= 0xea &&
        (unsigned char)word.ptr[0] <= 0xed)
        word = bl_str_of(apart, bl_to_nfd(word, apart, sizeof(apart)));
    for (size_t at = 0; at < word.size;) {
        const uint32_t c = bl_utf8_next(word.ptr, word.size, &at);
        const bl_letter *letter =
            c < 0x80 ? NULL : read_letter(letters, word, &at, c);

        if (c < 0x80)
            add(&to, (char)c);
        for (const char *p = letter != NULL ? letter->latin : ""; *p != '\0';
             p++)
            add(&to, *p);
    }
    return to.now.sounds;
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

static int cost_of(unsigned a, unsigned b)
{
    const unsigned x = a & CLASS;
    const unsigned y = b & CLASS;

    if (a == b)
        return 0;
    return x == y || (x == GLIDE && y == LABIAL) ||
                   (x == LABIAL && y == GLIDE)
               ? SORT_COST
               : CLASS_COST;
}

/* Of a class that only one of the words has. */
static int cost_alone(unsigned class)
{
    return (class & CLASS) == GLIDE ? SORT_COST : CLASS_COST;
}

static unsigned class_at(bl_sounds sounds, int i)
{
    return sounds >> (4 * i) & 15;
}

static int distance(bl_sounds a, int n, bl_sounds b, int m)
{
    int row[CLASSES_MAX + 1];

    row[0] = 0;
    for (int j = 0; j < m; j++)
        row[j + 1] = row[j] + cost_alone(class_at(b, j));
    for (int i = 0; i < n; i++) {
        const unsigned class = class_at(a, i);
        int diagonal = row[0];

        row[0] += cost_alone(class);
        for (int j = 0; j < m; j++) {
            const unsigned other = class_at(b, j);
            const int change = diagonal + cost_of(class, other);

            diagonal = row[j + 1];
            row[j + 1] = least(change,
                               least(row[j] + cost_alone(other),
                                     row[j + 1] + cost_alone(class)));
        }
    }
    return row[m];
}

int bl_sounds_distance(bl_sounds a, bl_sounds b)
{
    return distance(a, bl_sounds_count(a), b, bl_sounds_count(b));
}

bool bl_sounds_alike(bl_sounds a, bl_sounds b, int share)
{
    const int n = bl_sounds_count(a);
    const int m = bl_sounds_count(b);

    return n >= 2 && m >= 2 &&
           distance(a, n, b, m) * share <= CLASS_COST * (n > m ? n : m);
}

bool bl_sounds_inflected(bl_sounds a, bl_sounds b)
{
    const bl_sounds shorter = a < b ? a : b;
    const bl_sounds longer = a < b ? b : a;
    const int n = bl_sounds_count(shorter);

    return n >= 2 && bl_sounds_count(longer) == n + 1 &&
           ((shorter ^ longer) & ~(~(bl_sounds)0 << (4 * n)) & ANY_CLASS) == 0;
}

bool bl_sounds_begin(bl_sounds name, bl_sounds word)
{
    const int n = bl_sounds_count(name);
    const uint64_t first = (UINT64_C(1) << (4 * n)) - 1;

    return n >= 3 && ((word ^ name) & first & ANY_CLASS) == 0;
}
