/* SPDX-License-Identifier: Apache-2.0 */
/* Filling the templates of sentences.txt. */
#include "sentence.h"

#include "measure.h"
#include "values.h"

#include <stdio.h>
#include <string.h>

enum {
    PICKS_MAX = 64,
    PARTS = 4, /* lead, main clause, another one, tail */
    SHORT_PERMILLE = 60,
    LEAD_PERMILLE = 450,
    SECOND_PERMILLE = 470,
    TAIL_PERMILLE = 900,
    CODE_PERMILLE = 60,
    MARK_PERMILLE = 25
};

/* What a slot stands for: an entry of a section, or a value. */
typedef struct pick {
    char key[32]; /* section, part of the sentence, digit of the slot */
    const entry *word;
    value value;
    bool number;
} pick;

typedef struct filler {
    const vocabulary *words;
    random_state *random;
    pick picks[PICKS_MAX];
    size_t count;
    const pick *coded;   /* stands in an inline code */
    const pick *altered; /* is another number in the target */
    char other[VALUE_SIZE];
} filler;

typedef struct text {
    char *data; /* SENTENCE_SIZE bytes, always terminated */
    size_t size;
    bool target;
} text;

/* ---- text ------------------------------------------------------------------
 */

static void add(text *to, const char *bytes, size_t size)
{
    if (to->size + size >= SENTENCE_SIZE)
        give_up("a sentence is too long: %s", to->data);
    memcpy(to->data + to->size, bytes, size);
    to->size += size;
    to->data[to->size] = '\0';
}

static void add_escaped(text *to, const char *bytes)
{
    for (; *bytes != '\0'; bytes++) {
        if (*bytes == '&')
            add(to, "&amp;", 5);
        else
            add(to, bytes, 1);
    }
}

/* Upper case of a letter of either alphabet, in place: in the blocks that
 * Vietnamese uses, capitals stand 32 or 1 before their small letters. */
static void capitalise(char *letter)
{
    unsigned char *p = (unsigned char *)letter;

    if (*p >= 'a' && *p <= 'z') {
        *p = (unsigned char)(*p - 32);
    } else if (*p == 0xc3 && p[1] >= 0xa0) {
        p[1] = (unsigned char)(p[1] - 32);
    } else if (*p == 0xc4 || *p == 0xc5 || *p == 0xe1) {
        /* Small letters are odd, capitals even. */
        unsigned char *last = *p == 0xe1 ? p + 2 : p + 1;

        *last = (unsigned char)(*last & ~1u);
    } else if (*p == 0xc6 && (p[1] == 0xa1 || p[1] == 0xb0)) {
        p[1] = (unsigned char)(p[1] - 1);
    }
}

static void capitalise_first(char *line)
{
    if (*line == '<')
        line = strchr(line, '>') + 1;
    capitalise(line);
}

/* ---- slots ------------------------------------------------------------------
 */

/* Names of slots that are forms of a section. */
static const struct form {
    const char *name;
    const char *section;
    int form;
} forms[] = {
    { "nouns", "noun", 1 },
    { "do", "verb", 0 },
    { "did", "verb", 1 },
    { "doing", "verb", 2 },
};

/* "{nouns2}": which section, which form, which digit. */
typedef struct slot {
    const char *section;
    size_t size;
    int form;
    char digit;
} slot;

static slot slot_of(const char *name, size_t size)
{
    slot s = { name, size, 0, '1' };

    if (name[size - 1] >= '0' && name[size - 1] <= '9') {
        s.digit = name[size - 1];
        s.size = --size;
    }
    for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
        if (strlen(forms[i].name) == size &&
            memcmp(forms[i].name, name, size) == 0) {
            s.section = forms[i].section;
            s.size = strlen(forms[i].section);
            s.form = forms[i].form;
        }
    }
    return s;
}

/* The same slot of the same part stands for the same thing. */
static pick *pick_of(filler *f, const slot *s, char part)
{
    const section *from = vocabulary_find(f->words, s->section, s->size);
    pick *made = &f->picks[f->count];
    char key[32];

    snprintf(key, sizeof(key), "%.*s%c%c", (int)s->size, s->section, part,
             s->digit);
    for (size_t i = 0; i < f->count; i++) {
        if (strcmp(f->picks[i].key, key) == 0)
            return &f->picks[i];
    }
    if (f->count == PICKS_MAX)
        give_up("a sentence has too many slots");
    *made = (pick){ .word = NULL };
    strcpy(made->key, key);
    if (from != NULL)
        made->word =
            &from->entries[random_below(f->random, (uint32_t)from->count)];
    else if (!value_make(f->words, f->random, s->section, s->size,
                         &made->value))
        give_up("no slot of this name: %.*s", (int)s->size, s->section);
    made->number = value_is_number(s->section, s->size);
    f->count++;
    return made;
}

static void add_slot(filler *f, text *to, const slot *s, char part)
{
    const pick *p = pick_of(f, s, part);
    const char *shown = to->target ? p->value.vietnamese : p->value.english;

    if (p->word != NULL)
        shown = to->target ? vietnamese_of(p->word) : p->word->forms[s->form];
    if (to->target && p == f->altered)
        shown = f->other;
    /* "a" becomes "an". */
    if (!to->target && to->size >= 3 && strchr("aeiou", shown[0]) != NULL &&
        memcmp(to->data + to->size - 3, " a ", 3) == 0) {
        to->size--;
        add(to, "n ", 2);
    }
    if (p == f->coded)
        add(to, "<g id=\"1\">", 10);
    add_escaped(to, shown);
    if (p == f->coded)
        add(to, "</g>", 4);
}

static void fill(filler *f, text *to, const char *template, char part)
{
    if (to->size != 0 && *template != ',' && *template != ';')
        add(to, " ", 1);
    while (*template != '\0') {
        const char *brace = strchr(template, '{');
        const char *end = brace != NULL ? strchr(brace, '}') : NULL;
        slot s;

        if (end == NULL) {
            add(to, template, strlen(template));
            return;
        }
        add(to, template, (size_t)(brace - template));
        s = slot_of(brace + 1, (size_t)(end - brace - 1));
        add_slot(f, to, &s, part);
        template = end + 1;
    }
}

/* ---- mistakes ----------------------------------------------------------- */

static void digits_of(const char *shown, char *digits)
{
    for (; *shown != '\0'; shown++) {
        if (*shown >= '0' && *shown <= '9')
            *digits++ = *shown;
    }
    *digits = '\0';
}

/* Another value of the same kind in place of a number. */
static bool alter_number(filler *f)
{
    for (size_t i = 0; i < f->count; i++) {
        pick *p = &f->picks[i];
        char before[VALUE_SIZE];
        char after[VALUE_SIZE];
        value other;

        if (!p->number)
            continue;
        digits_of(p->value.vietnamese, before);
        do {
            value_make(f->words, f->random, p->key, strlen(p->key) - 2, &other);
            digits_of(other.vietnamese, after);
        } while (strcmp(before, after) == 0);
        strcpy(f->other, other.vietnamese);
        f->altered = p;
        return true;
    }
    return false;
}

static void insert(char *line, size_t at, const char *what)
{
    const size_t size = strlen(what);

    memmove(line + at + size, line + at, strlen(line + at) + 1);
    memcpy(line + at, what, size);
}

static bool double_word(char *line)
{
    static const char *const doubled[] = { " của ",   " các ",  " và ",
                                           " trong ", " được ", " sẽ " };

    for (size_t i = 0; i < sizeof(doubled) / sizeof(doubled[0]); i++) {
        const char *found = strstr(line, doubled[i]);

        if (found != NULL) {
            insert(line, (size_t)(found - line), doubled[i]);
            /* " của của " has one space too many. */
            memmove(line + (found - line), line + (found - line) + 1,
                    strlen(found));
            insert(line, (size_t)(found - line), " ");
            found = strstr(line, "  ");
            if (found != NULL)
                memmove(line + (found - line), found + 1, strlen(found));
            return true;
        }
    }
    return false;
}

/* A letter too many in a word that begins with a plain small letter. */
static bool misspell(random_state *random, char *line)
{
    size_t starts[256];
    uint32_t count = 0;

    for (size_t i = 1; line[i] != '\0' && count < 256; i++) {
        const size_t size = strcspn(line + i, " ,.;:()<>/=\"0123456789");

        if (line[i - 1] == ' ' && line[i] >= 'a' && line[i] <= 'z' &&
            size >= 4 && line[i + size] == ' ')
            starts[count++] = i;
    }
    if (count == 0)
        return false;
    insert(line, starts[random_below(random, count)] + 1, "w");
    return true;
}

/* ---- sentences ---------------------------------------------------------- */

static const entry *any(filler *f, const char *name)
{
    const section *from = vocabulary_find(f->words, name, strlen(name));

    return &from->entries[random_below(f->random, (uint32_t)from->count)];
}

static void make_side(filler *f, text *to, const entry *const *parts,
                      bool whole)
{
    for (int i = 0; i < PARTS; i++) {
        if (parts[i] == NULL)
            continue;
        if (i == 2)
            fill(f, to, ";", 'c');
        fill(f, to, to->target ? vietnamese_of(parts[i]) : parts[i]->forms[0],
             (char)('a' + i));
    }
    if (whole)
        add(to, ".", 1);
    capitalise_first(to->data);
}

static int times(const char *template, const char *name)
{
    int count = 0;

    while ((template = strstr(template, name)) != NULL) {
        template ++;
        count++;
    }
    return count;
}

/* A word that the main clause has once on each side, for an inline code to be
 * about. */
static const pick *choose_coded(const filler *f, const entry *clause)
{
    static const char *const names[][2] = { { "{noun}", "nounb1" },
                                            { "{org}", "orgb1" },
                                            { "{goods}", "goodsb1" } };

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (times(clause->forms[0], names[i][0]) != 1 ||
            times(vietnamese_of(clause), names[i][0]) != 1)
            continue;
        for (size_t j = 0; j < f->count; j++) {
            if (strcmp(f->picks[j].key, names[i][1]) == 0)
                return &f->picks[j];
        }
    }
    return NULL;
}

bool sentence_make(const vocabulary *words, random_state *random, mistake wrong,
                   sentence *out)
{
    filler f = { .words = words, .random = random };
    text source = { out->english, 0, false };
    text target = { out->vietnamese, 0, true };
    const bool whole = !random_chance(random, SHORT_PERMILLE);
    const entry *parts[PARTS] = { NULL };
    const bool marked = random_chance(random, MARK_PERMILLE);

    parts[1] = any(&f, whole ? "main" : "short");
    if (whole && random_chance(random, LEAD_PERMILLE))
        parts[0] = any(&f, "lead");
    if (whole && random_chance(random, SECOND_PERMILLE))
        parts[2] = any(&f, "main");
    if (whole && random_chance(random, TAIL_PERMILLE))
        parts[3] = any(&f, "tail");
    make_side(&f, &source, parts, whole);
    if (wrong == MISTAKE_CODE || random_chance(random, CODE_PERMILLE))
        f.coded = choose_coded(&f, parts[1]);
    if (f.coded != NULL) { /* again, with the code */
        source.size = 0;
        make_side(&f, &source, parts, whole);
    }
    if (marked)
        add(&source, "<x id=\"2\"/>", 11);
    if ((wrong == MISTAKE_CODE && f.coded == NULL) ||
        (wrong == MISTAKE_NUMBER && !alter_number(&f)))
        return false;
    if (wrong == MISTAKE_CODE)
        f.coded = NULL;
    make_side(&f, &target, parts, whole);
    if (marked)
        add(&target, "<x id=\"2\"/>", 11);
    return wrong == MISTAKE_DOUBLED    ? double_word(out->vietnamese)
           : wrong == MISTAKE_SPELLING ? misspell(random, out->vietnamese)
                                       : true;
}
