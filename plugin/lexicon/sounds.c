/* SPDX-License-Identifier: Apache-2.0 */
/* Classes of consonants. */
#include "lexicon/sounds.h"

#include "text/fold.h"
#include "text/utf8.h"

#include <stdlib.h>
#include <string.h>

/* Bytes of a word in Latin letters; of one letter in them, twice for each c. */
enum { SPELLED = 4 * BL_FOLD_MAX, LATIN = 16 };

/* Each class has two sorts, told by a bit: p and f, l and r, m and n. */
enum {
    CLASSES_MAX = 8,
    VOWEL = 0,
    LABIAL = 1,
    DENTAL = 3,
    NASAL = 5,
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

/* Of what is said twice, what was said last comes first. */
static int compare_latest(const void *a, const void *b)
{
    const bl_letter *x = a;
    const bl_letter *y = b;
    const int order = compare(a, b);

    return order != 0 ? order
                      : (x->number < y->number) - (x->number > y->number);
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
    to->number = (uint32_t)letters->count;
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
    size_t kept = 0;

    if (letters->count != 0)
        qsort(letters->items, letters->count, sizeof(bl_letter),
              compare_latest);
    for (size_t i = 0; i < letters->count; i++) {
        if (kept == 0 ||
            compare(&letters->items[kept - 1], &letters->items[i]) != 0)
            letters->items[kept++] = letters->items[i];
    }
    letters->count = kept;
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

/* Whether an h behind the letter is one of its own, which parts it from the
 * same one where vowels are not written: "mhmd", Muhammad in Arabic. */
static bool is_parted(char before)
{
    return before != '\0' && strchr("lmnr", before) != NULL;
}

static void add(writer *to, char letter)
{
    const unsigned class = class_of(letter);

    /* A silent h parts nothing, "Ghani", and kh is as silent: "Khalid". */
    if (letter == 'h') {
        if (to->letter == 'k')
            to->now = to->before;
        else if (is_parted(to->letter))
            to->now.last = VOWEL;
        return;
    }
    to->before = to->now;
    to->letter = letter;
    if (class != VOWEL && (class & CLASS) != to->now.last &&
        to->now.count < CLASSES_MAX)
        to->now.sounds |= (bl_sounds)class << (4 * to->now.count++);
    to->now.last = class & CLASS;
}

/* What a letter is in Latin ones; of "ts", which is one sound, its end. */
static const char *latin_of(const bl_letter *letter)
{
    return strcmp(letter->latin, "ts") == 0 ? letter->latin + 1
                                            : letter->latin;
}

/* The letters of a word in Latin ones, in `out` of SPELLED bytes; how many they
 * are. A c of the tables is the one of "church", a g that of "get". */
static size_t spell(const bl_letters *letters, bl_str word, char *out)
{
    char apart[3 * BL_FOLD_MAX];
    size_t count = 0;

    if (word.size > BL_FOLD_MAX)
        return 0;
    /* Syllables of Hangul are several letters. */
    if (word.size >= 3 && (unsigned char)word.ptr[0] >= 0xea &&
        (unsigned char)word.ptr[0] <= 0xed)
        word = bl_str_of(apart, bl_to_nfd(word, apart, sizeof(apart)));
    for (size_t at = 0; at < word.size && count + LATIN < SPELLED;) {
        const uint32_t c = bl_utf8_next(word.ptr, word.size, &at);
        const bl_letter *letter =
            c < 0x80 ? NULL : read_letter(letters, word, &at, c);

        if (c < 0x80)
            out[count++] = (char)c;
        /* A sign that takes away the vowel that is in a letter. */
        if (letter != NULL && letter->latin[0] == '\0' && count != 0 &&
            out[count - 1] == 'a')
            count--;
        for (const char *p = letter != NULL ? latin_of(letter) : "";
             *p != '\0'; p++) {
            const bool hard = *p == 'g' && p[1] != 'h' &&
                              (p == letter->latin || p[-1] != 'n');

            out[count++] = hard ? 'k' : *p;
            if (*p == 'c' && p[1] != 'h')
                out[count++] = 'h';
        }
    }
    return count;
}

/* The t of "ts" and "tz", one sound that others write c: Dejvice, Дейвице. At
 * the end it may be a plural: cadets. */
static bool is_of_ts(const char *latin, size_t count, size_t i)
{
    return latin[i] == 't' && i + 1 < count &&
           (latin[i + 1] == 'z' || (latin[i + 1] == 's' && i + 2 < count));
}

bl_sounds bl_sounds_of(const bl_letters *letters, bl_str word)
{
    char latin[SPELLED];
    const size_t count = spell(letters, word, latin);
    writer to = { { 0, 0, VOWEL }, { 0, 0, VOWEL }, '\0' };

    for (size_t i = 0; i < count; i++) {
        if (!is_of_ts(latin, count, i))
            add(&to, latin[i]);
    }
    return to.now.sounds;
}

bool bl_letters_have(const bl_letters *letters, uint32_t letter)
{
    return find(letters, letter, 0) != NULL;
}

bool bl_letters_have_pair(const bl_letters *letters, uint32_t letter,
                          uint32_t next)
{
    return letters->pairs && find(letters, letter, next) != NULL;
}

static bool is_vowel(char letter)
{
    return letter != '\0' && strchr("aeiouyw", letter) != NULL;
}

/* What the letter at latin[i] is heard as; a c and a g by what follows. */
static bl_heard heard_at(const char *latin, size_t count, size_t i)
{
    static const uint8_t heard[26] = {
        ['b' - 'a'] = BL_HEARD_B, ['d' - 'a'] = BL_HEARD_D,
        ['f' - 'a'] = BL_HEARD_F, ['j' - 'a'] = BL_HEARD_CH,
        ['k' - 'a'] = BL_HEARD_K, ['l' - 'a'] = BL_HEARD_L,
        ['m' - 'a'] = BL_HEARD_M, ['n' - 'a'] = BL_HEARD_N,
        ['p' - 'a'] = BL_HEARD_B, ['q' - 'a'] = BL_HEARD_K,
        ['r' - 'a'] = BL_HEARD_R, ['s' - 'a'] = BL_HEARD_S,
        ['t' - 'a'] = BL_HEARD_D, ['v' - 'a'] = BL_HEARD_F,
        ['w' - 'a'] = BL_HEARD_W, ['x' - 'a'] = BL_HEARD_K,
        ['z' - 'a'] = BL_HEARD_S,
    };
    const char next = i + 1 < count ? latin[i + 1] : '\0';
    const bool soft = next == 'e' || next == 'i' || next == 'y';

    if (latin[i] == 'c' && next == 'h' && i != 0 && latin[i - 1] == 's')
        return BL_HEARD_NONE;
    if (latin[i] == 'c')
        return next == 'h' ? BL_HEARD_CH : soft ? BL_HEARD_S : BL_HEARD_K;
    /* "ng" is one sound, where neither a vowel follows nor what is like one:
     * "Wang", "Kingston", but "Englund". */
    if (latin[i] == 'g' && i != 0 && latin[i - 1] == 'n' &&
        (next == '\0' || strchr("aeiouylrw", next) == NULL))
        return BL_HEARD_N;
    /* "gh" is silent at the end and before a t: "Hugh", "Wright". */
    if (latin[i] == 'g' && next == 'h' && i != 0 &&
        (i + 2 == count || latin[i + 2] == 't'))
        return BL_HEARD_NONE;
    if (latin[i] == 'g')
        return soft ? BL_HEARD_CH : BL_HEARD_K;
    /* So are "dz", "dj" and the "ds" of Woods. */
    if (latin[i] == 'd' && (next == 'z' || next == 'j' ||
                            (next == 's' && i + 2 == count)))
        return BL_HEARD_NONE;
    /* "ts" is one sound, as "ch" is, and "tch". */
    if (latin[i] == 't' && (next == 's' || next == 'z' ||
                            (next == 'c' && i + 2 < count &&
                             latin[i + 2] == 'h')))
        return BL_HEARD_NONE;
    /* "rz" between a consonant and a vowel is one sound, and an "ej" at the
     * end no consonant: "Andrzej", but "Herzog". */
    if ((latin[i] == 'r' && next == 'z' && i != 0 && i + 2 < count &&
         !is_vowel(latin[i - 1]) && is_vowel(latin[i + 2])) ||
        (latin[i] == 'j' && next == '\0' && i != 0 && latin[i - 1] == 'e'))
        return BL_HEARD_NONE;
    if (latin[i] == 't' && next == 'h')
        return BL_HEARD_TH;
    if (latin[i] == 'p' && next == 'h')
        return BL_HEARD_F;
    /* An f that is doubled by a p, in a script that has no f. */
    if (latin[i] == 'p' && i != 0 && latin[i - 1] == 'f')
        return BL_HEARD_NONE;
    return latin[i] >= 'a' && latin[i] <= 'z' ? heard[latin[i] - 'a']
                                              : BL_HEARD_NONE;
}

/* An h that is heard: at the beginning, or between vowels. */
static bool is_breath(const char *latin, size_t count, size_t i)
{
    return latin[i] == 'h' &&
           (i == 0 || (i + 1 < count && is_vowel(latin[i - 1]) &&
                       is_vowel(latin[i + 1])));
}

static size_t hear(const bl_letters *letters, bl_str word, bool breathe,
                   uint8_t *out, size_t room)
{
    char latin[SPELLED];
    const size_t count = spell(letters, word, latin);
    uint8_t last = BL_HEARD_NONE;
    size_t n = 0;

    for (size_t i = 0; i < count && n + 1 < room; i++) {
        const uint8_t heard = (uint8_t)heard_at(latin, count, i);

        if (latin[i] == 'x' && i != 0 && latin[i - 1] == 'x')
            continue;
        if (heard != BL_HEARD_NONE && heard != last)
            out[n++] = heard;
        if (breathe && is_breath(latin, count, i))
            out[n++] = BL_HEARD_H;
        if (latin[i] == 'x')
            out[n++] = BL_HEARD_S;
        /* A silent h parts nothing. */
        if (latin[i] != 'h' || (i != 0 && is_parted(latin[i - 1])))
            last = latin[i] == 'x' ? BL_HEARD_S : heard;
    }
    return n;
}

size_t bl_sounds_hear(const bl_letters *letters, bl_str word, uint8_t *out,
                      size_t room)
{
    return hear(letters, word, false, out, room);
}

size_t bl_sounds_breathe(const bl_letters *letters, bl_str word, uint8_t *out,
                         size_t room)
{
    return hear(letters, word, true, out, room);
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

/* Not those of k, which are no other class than s. */
static bool is_stop(unsigned class)
{
    return class == LABIAL || class == DENTAL;
}

/* What one way to write a word leaves out, at the beginning of `sounds`: a
 * nasal before a stop, and what may be a vowel, the w of Snowden. */
static bool is_nasal_of_stop(bl_sounds sounds)
{
    return (class_at(sounds, 0) & CLASS) == NASAL &&
           is_stop(class_at(sounds, 1));
}

static bool is_glide(bl_sounds sounds)
{
    return (class_at(sounds, 0) & CLASS) == GLIDE;
}

static bl_sounds without(bl_sounds sounds, bool (*is_left_out)(bl_sounds))
{
    bl_sounds kept = 0;
    int count = 0;

    for (; sounds != 0; sounds >>= 4) {
        if (!is_left_out(sounds))
            kept |= (bl_sounds)class_at(sounds, 0) << (4 * count++);
    }
    return kept;
}

bool bl_sounds_nasal(bl_sounds a, bl_sounds b)
{
    const bl_sounds plain = without(a, is_nasal_of_stop);

    return bl_sounds_count(plain) >= 2 &&
           plain == without(b, is_nasal_of_stop);
}

static bool is_longer_by_one(bl_sounds a, bl_sounds b)
{
    const bl_sounds shorter = a < b ? a : b;
    const bl_sounds longer = a < b ? b : a;
    const int n = bl_sounds_count(shorter);

    return n >= 2 && bl_sounds_count(longer) == n + 1 &&
           ((shorter ^ longer) & ~(~(bl_sounds)0 << (4 * n)) & ANY_CLASS) == 0;
}

bool bl_sounds_inflected(bl_sounds a, bl_sounds b)
{
    return is_longer_by_one(a, b) ||
           is_longer_by_one(without(a, is_glide), without(b, is_glide));
}

bool bl_sounds_begin(bl_sounds name, bl_sounds word)
{
    const int n = bl_sounds_count(name);
    const uint64_t first = (UINT64_C(1) << (4 * n)) - 1;

    return n >= 3 && ((word ^ name) & first & ANY_CLASS) == 0;
}

bool bl_sounds_begin_alike(bl_sounds a, bl_sounds b)
{
    return a != 0 && b != 0 && ((a ^ b) & CLASS) == 0;
}
