/* SPDX-License-Identifier: Apache-2.0 */
/* Pieces of some languages, and texts made of them. */
#include "property/made.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LIST(...)         \
    (const char *const[]) \
    {                     \
        __VA_ARGS__, NULL \
    }

/* Of each language words that are no number, month, unit or name, and things
 * in the forms of the language. */
const made_language made_languages[] = {
    { "en", " ",
      LIST("the", "harbour", "opened", "after", "winter", "and", "people",
           "came", "with", "boats", "while", "music", "was", "played"),
      LIST("1,250.50", "75 years", "4.58 billion USD", "May 8, 2024", "8:30 am",
           "12 km", "25%", "3/4", "two hundred", "No. 7",
           "General Secretary To Lam", "Angela Merkel", "$12.50", "-3.5 °C",
           "the 1990s", "May 8-11", "5 pm", "1,000,000", "0.07", "12th",
           "https://example.org/a?b=7", "%s", "{0}", "%1$d", "info@example.org",
           "version 2.0.1", "\"quoted\"", "(7)", "2024-05-08") },
    { "de", " ",
      LIST("der", "Hafen", "wurde", "nach", "dem", "Winter", "und", "Leute",
           "kamen", "mit", "Booten"),
      LIST("1.250,50", "75 Jahre", "4,58 Milliarden USD", "8. Mai 2024",
           "8:30 Uhr", "12 km", "25 %", "zweihundert", "Nr. 7", "Angela Merkel",
           "12,50 €", "-3,5 °C", "8.–11. Mai", "1.000.000", "0,07",
           "08.05.2024", "%s", "{0}") },
    { "vi", " ",
      LIST("cảng", "mở", "cửa", "sau", "mùa", "đông", "và", "người", "dân",
           "đến", "bằng", "thuyền"),
      LIST("1.250,50", "75 năm", "4,58 tỷ USD", "ngày 8 tháng 5 năm 2024",
           "8 giờ 30", "12 km", "25%", "hai trăm", "số 7", "Tổng Bí thư Tô Lâm",
           "Nguyễn Văn An", "12,50 đô la", "-3,5 °C", "ngày 8-11 tháng 5",
           "1.000.000", "0,07", "%s", "{0}") },
    { "ja", "",
      LIST("港は", "冬の", "後に", "開き、", "人々が", "船で", "来た"),
      LIST("1,250.50", "75年", "45億8000万ドル", "2024年5月8日", "8時30分",
           "12キロ", "25%", "二百", "第7", "１２３", "100万", "%s", "{0}") },
    { "ar", " ",
      LIST("افتتح", "الميناء", "بعد", "الشتاء", "وجاء", "الناس", "بالقوارب"),
      LIST("١٬٢٥٠٫٥٠", "1,250.50", "75 عامًا", "4.58 مليار", "8 مايو 2024",
           "12 كم", "٢٥٪", "25%", "رقم 7", "%s", "{0}") },
    { "hi", " ", LIST("बंदरगाह", "सर्दियों", "के", "बाद", "खुला", "और", "लोग", "आए"),
      LIST("१,२५०.५०", "12,34,567", "75 साल", "8 मई 2024", "12 किमी", "25%",
           "संख्या 7", "%s", "{0}") },
    { "th", "", LIST("ท่าเรือ", "เปิด", "หลัง", "ฤดูหนาว", "และ", "ผู้คน", "มา"),
      LIST("1,250.50", "๑๒๓", "75 ปี", "8 พฤษภาคม 2567", "12 กม.", "25%", "%s",
           "{0}") },
};
const size_t made_language_count =
    sizeof(made_languages) / sizeof(made_languages[0]);

/* ---- chance ------------------------------------------------------------- */

static uint64_t state;

void made_begin(void)
{
    const char *given = getenv("BILINT_SEED");
    const uint64_t seed = given != NULL ? strtoull(given, NULL, 10) : 20240508;

    printf("BILINT_SEED=%llu\n", (unsigned long long)seed);
    state = seed;
}

/* SplitMix64. */
static uint64_t next(void)
{
    uint64_t z = (state += 0x9e3779b97f4a7c15u);

    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

uint32_t made_below(uint32_t limit)
{
    return (uint32_t)(next() % limit);
}

static const char *choose(const char *const *list)
{
    uint32_t count = 0;

    while (list[count] != NULL)
        count++;
    return list[made_below(count)];
}

/* ---- texts -------------------------------------------------------------- */

/* A word that is not the one before: no word is there twice. */
static const char *other_word(const made_language *language, const char *last)
{
    const char *word;

    do
        word = choose(language->words);
    while (word == last);
    return word;
}

void made_sentence(const made_language *language, size_t things, made_text *out)
{
    const char *last = NULL;

    *out = (made_text){ .space = language->space };
    for (size_t i = 0; i <= things; i++) {
        const uint32_t words = 1 + made_below(3);

        for (uint32_t w = 0; w < words && out->count < MADE_PIECES - 2; w++)
            out->pieces[out->count++] = last = other_word(language, last);
        if (i < things && out->count < MADE_PIECES - 2)
            out->pieces[out->count++] = choose(language->things);
    }
    made_join(out);
}

static bool is_word(const made_language *language, const char *piece)
{
    for (size_t i = 0; language->words[i] != NULL; i++) {
        if (language->words[i] == piece)
            return true;
    }
    return false;
}

void made_change(const made_language *language, made_text *text)
{
    size_t at = made_below((uint32_t)text->count);

    while (is_word(language, text->pieces[at]))
        at = (at + 1) % text->count;
    switch (made_below(3)) {
    case 0: /* another one */
        text->pieces[at] = choose(language->things);
        break;
    case 1: /* less: a word stands for it */
        text->pieces[at] = other_word(language, NULL);
        break;
    default: /* more */
        text->pieces[text->count++] = choose(language->things);
        break;
    }
    made_join(text);
}

void made_join(made_text *text)
{
    size_t size = 0;

    for (size_t i = 0; i < text->count; i++)
        size += (size_t)snprintf(text->text + size, MADE_ROOM - size, "%s%s",
                                 i != 0 ? text->space : "", text->pieces[i]);
    if (size >= MADE_ROOM)
        abort();
}

/* ---- documents ---------------------------------------------------------- */

static const char *const heads[] = {
    "<xliff version=\"1.2\">\n<file original=\"a\" source-language=\"%s\" "
    "target-language=\"%s\" datatype=\"plaintext\"><body>\n",
    "<xliff version=\"2.0\" xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" "
    "srcLang=\"%s\" trgLang=\"%s\">\n<file id=\"f\">\n",
};
static const char *const units[] = {
    "<trans-unit id=\"%u\">\n<source>%s</source>\n<target>%s</target>\n"
    "</trans-unit>\n",
    "<unit id=\"%u\"><segment>\n<source>%s</source>\n<target>%s</target>\n"
    "</segment></unit>\n",
};
static const char *const tails[] = { "</body></file>\n</xliff>\n",
                                     "</file>\n</xliff>\n" };

char *made_document(const char *version, const made_language *language,
                    const made_text *sources, const made_text *targets,
                    const size_t *order, size_t count)
{
    const int form = version[0] == '2';
    const size_t room = 1024 + count * (2 * MADE_ROOM + 128);
    char *out = malloc(room);
    size_t size;

    if (out == NULL)
        abort();
    size = (size_t)snprintf(out, room, heads[form], MADE_ENGLISH->tag,
                            language->tag);
    for (size_t i = 0; i < count; i++) {
        const size_t at = order != NULL ? order[i] : i;

        size += (size_t)snprintf(out + size, room - size, units[form],
                                 (unsigned)at + 1, sources[at].text,
                                 targets[at].text);
    }
    snprintf(out + size, room - size, "%s", tails[form]);
    return out;
}
