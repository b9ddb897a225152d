/* SPDX-License-Identifier: Apache-2.0 */
/* Words of one script that sound like a name in another. */
#include "counterpart.h"

#include "text/utf8.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LETTERS = 2000, NAME_SOUNDS = 40, WINDOW = 48, SOUNDS_LEAST = 4 };

/* A character of a text. */
typedef struct letter {
    size_t start; /* bytes */
    UChar32 c;
    UScriptCode script;
    bool is_letter; /* or a mark */
    char sounds[8]; /* classes of consonants */
} letter;

static UTransliterator *transliterator(void)
{
    static UTransliterator *handle;
    UErrorCode status = U_ZERO_ERROR;

    if (handle == NULL) {
        UChar id[64];

        u_uastrncpy(id, "Any-Latin; Latin-ASCII; Lower", 64);
        handle = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
        if (U_FAILURE(status)) {
            fprintf(stderr, "ICU: %s\n", u_errorName(status));
            exit(1);
        }
    }
    return handle;
}

/* The class of a consonant; none of vowels and of h, which many scripts lack. */
static char class_of(UChar c)
{
    static const char *const classes[] = { "bpfvw", "cgkqsxzj", "dt", "lr",
                                           "mn" };

    for (size_t i = 0; i < sizeof(classes) / sizeof(classes[0]); i++) {
        if (c < 0x80 && c != 0 && strchr(classes[i], (int)c) != NULL)
            return (char)('1' + i);
    }
    return '\0';
}

static void sound_out(letter *l)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar text[32];
    int32_t size = 0;
    int32_t limit;
    size_t n = 0;

    U16_APPEND_UNSAFE(text, size, l->c);
    limit = size;
    utrans_transUChars(transliterator(), text, &size, 32, 0, &limit, &status);
    for (int32_t i = 0; i < size && U_SUCCESS(status) && n + 1 < sizeof(l->sounds);
         i++) {
        const char class = class_of(text[i]);

        /* "sh" and "kk" are one sound. */
        if (class != '\0' && (n == 0 || l->sounds[n - 1] != class))
            l->sounds[n++] = class;
    }
    l->sounds[n] = '\0';
}

/* What may stand within a part of a name. */
static bool is_inner(UChar32 c)
{
    return c == '-' || c == '\'' || c == 0x2018 || c == 0x2019 || c == 0x5f3 ||
           c == 0x5be;
}

static bool is_joint(UChar32 c)
{
    return c == ' ' || c == 0xb7 || c == 0x30fb || c == 0xff1d || c == 0xff65;
}

/* Chinese has no spaces: those of text whose words were parted say nothing. */
static size_t drop_spaces(letter *letters, size_t count)
{
    size_t kept = 0;

    for (size_t i = 0; i < count; i++) {
        const letter *before = kept != 0 ? &letters[kept - 1] : NULL;
        const letter *behind = i + 1 < count ? &letters[i + 1] : NULL;

        if (letters[i].c != ' ' || before == NULL || behind == NULL ||
            (before->script != USCRIPT_HAN && behind->script != USCRIPT_HAN &&
             !is_joint(before->c)))
            letters[kept++] = letters[i];
    }
    return kept;
}

static size_t read_letters(const char *text, letter *letters)
{
    const size_t size = strlen(text);
    size_t count = 0;

    for (size_t at = 0; at < size && count < LETTERS; count++) {
        letter *l = &letters[count];
        UErrorCode status = U_ZERO_ERROR;

        memset(l, 0, sizeof(*l));
        l->start = at;
        l->c = (UChar32)bl_utf8_next(text, size, &at);
        l->script = uscript_getScript(l->c, &status);
        l->is_letter = u_isalpha(l->c) || (U_GET_GC_MASK(l->c) & U_GC_M_MASK) != 0;
        if (l->is_letter)
            sound_out(l);
    }
    return drop_spaces(letters, count);
}

/* ---- windows ------------------------------------------------------------ */

/* Whether a name may begin or end between two characters. */
static bool is_boundary(const letter *before, const letter *behind)
{
    if (before == NULL || behind == NULL || !before->is_letter ||
        !behind->is_letter)
        return true;
    if (before->c == 0x30fc || behind->c == 0x30fc)
        return false;
    return before->script == USCRIPT_HAN || behind->script == USCRIPT_HAN ||
           (before->script != behind->script &&
            before->script != USCRIPT_INHERITED &&
            behind->script != USCRIPT_INHERITED);
}

/* Adds the sounds of a character, one for two that are alike. */
static size_t add_sounds(char *sounds, size_t count, const letter *l)
{
    for (const char *p = l->sounds; *p != '\0' && count < NAME_SOUNDS; p++)
        sounds[count++] = *p;
    return count;
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

static int distance(const char *a, size_t n, const char *b, size_t m)
{
    int row[NAME_SOUNDS + 1];

    for (size_t j = 0; j <= m; j++)
        row[j] = (int)j;
    for (size_t i = 0; i < n; i++) {
        int diagonal = row[0];

        row[0] = (int)i + 1;
        for (size_t j = 0; j < m; j++) {
            const int change = diagonal + (a[i] != b[j]);

            diagonal = row[j + 1];
            row[j + 1] = least(change, least(row[j], row[j + 1]) + 1);
        }
    }
    return row[m];
}

static size_t sounds_of_name(const char *name, char *sounds)
{
    static letter letters[LETTERS];
    const size_t count = read_letters(name, letters);
    size_t n = 0;

    for (size_t i = 0; i < count; i++) {
        const size_t before = n;

        n = add_sounds(sounds, n, &letters[i]);
        if (before != 0 && n == before + 1 && sounds[n - 1] == sounds[n - 2] &&
            letters[i - 1].sounds[0] != '\0')
            n--;
    }
    return n;
}

static size_t parts_of(const char *name)
{
    size_t parts = 1;

    for (; *name != '\0'; name++)
        parts += *name == ' ';
    return parts;
}

/* Whether the character can be a part of what is looked for. */
static bool is_foreign(const letter *l)
{
    return l->is_letter && l->script != USCRIPT_LATIN &&
           l->script != USCRIPT_HIRAGANA && l->script != USCRIPT_THAI &&
           l->script != USCRIPT_LAO && l->script != USCRIPT_KHMER &&
           l->script != USCRIPT_MYANMAR;
}

/* Every part of a name has a capital, where there are any. */
static bool is_small(UChar32 c)
{
    return u_tolower(c) == c && u_toupper(c) != c;
}

/* The sounds of the next word of the name, from *at on. */
static size_t next_part(const char **at, char *sounds)
{
    const size_t size = strcspn(*at, " ");
    char part[LETTERS];
    size_t count;

    if (size >= sizeof(part))
        return 0;
    memcpy(part, *at, size);
    part[size] = '\0';
    count = sounds_of_name(part, sounds);
    *at += (*at)[size] != '\0' ? size + 1 : size;
    return count;
}

/* Whether each word of letters [first, limit) sounds like its word of the
 * name, but for a third. */
static bool are_parts(const char *name, const letter *letters, size_t first,
                      size_t limit)
{
    for (size_t i = first; i < limit; i++) {
        char sounds[NAME_SOUNDS];
        char wanted[NAME_SOUNDS];
        const size_t wanted_count = next_part(&name, wanted);
        size_t n = 0;

        for (; i < limit && !is_joint(letters[i].c); i++)
            n = add_sounds(sounds, n, &letters[i]);
        if (distance(wanted, wanted_count, sounds, n) * 3 >
            (int)(n > wanted_count ? n : wanted_count))
            return false;
    }
    return true;
}

bool counterpart_find(const char *name, const char *text, size_t *start,
                      size_t *limit)
{
    static letter letters[LETTERS];
    char wanted[NAME_SOUNDS];
    const size_t wanted_count = sounds_of_name(name, wanted);
    const size_t parts = parts_of(name);
    const size_t count = read_letters(text, letters);
    int best = (int)wanted_count / 4 + 1;

    if (wanted_count < SOUNDS_LEAST)
        return false;
    for (size_t i = 0; i < count; i++) {
        char sounds[NAME_SOUNDS];
        size_t n = 0;
        size_t joints = 0;

        if (!is_foreign(&letters[i]) ||
            !is_boundary(i != 0 ? &letters[i - 1] : NULL, &letters[i]) ||
            is_small(letters[i].c))
            continue;
        for (size_t j = i; j < count && j < i + WINDOW; j++) {
            if (is_joint(letters[j].c))
                joints++;
            else if (is_inner(letters[j].c) && j != i)
                continue;
            else if (!is_foreign(&letters[j]) ||
                     (is_joint(letters[j - (j != i)].c) &&
                      is_small(letters[j].c)))
                break;
            n = add_sounds(sounds, n, &letters[j]);
            if (joints + 1 == parts && letters[j].is_letter &&
                is_boundary(&letters[j],
                            j + 1 < count ? &letters[j + 1] : NULL) &&
                distance(wanted, wanted_count, sounds, n) < best &&
                are_parts(name, letters, i, j + 1)) {
                best = distance(wanted, wanted_count, sounds, n);
                *start = letters[i].start;
                *limit = j + 1 < count ? letters[j + 1].start : strlen(text);
            }
        }
    }
    return best <= (int)wanted_count / 4;
}
