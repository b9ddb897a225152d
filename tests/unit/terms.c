/* SPDX-License-Identifier: Apache-2.0 */
/* Term lists as people and tools save them: quotes, tabs, byte order marks,
 * line ends of other systems, headers, TBX in its several styles, entries
 * that make no sense; and compiled ones. */
#include "unit/reading.h"

#include "suite.h"

#include "terms/list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static reading the;
static char path[] = "terms-XXXXXX";

static int set_up(void **state)
{
    const int file = mkstemp(path);

    (void)state;
    if (file < 0)
        return -1;
    close(file);
    return reading_open(&the) ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    remove(path);
    reading_close(&the);
    return 0;
}

/* What was skipped: "line: why", one a line. */
static char skipped[512];

static void on_skipped(void *context, const char *message)
{
    static const char skipped_because[] = " skipped:";
    static const char ignored_because[] = " ignored:";
    const size_t size = strlen(skipped);
    const char *why = strstr(message, skipped_because);

    (void)context;
    if (why == NULL)
        why = strstr(message, ignored_because);
    assert_non_null(why);
    assert_memory_equal(message, path, strlen(path));
    message += strlen(path) + 1;
    snprintf(skipped + size, sizeof(skipped) - size, "%.*s%s\n",
             (int)(why - message), message,
             why + sizeof(skipped_because) - 1);
}

static bilint_status read_list(const char *text, size_t size,
                               const char *source, const char *target,
                               bl_term_list **list, bilint_error *err)
{
    const bl_term_path from = { path, source, target };
    FILE *file = fopen(path, "wb");

    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
    skipped[0] = '\0';
    *err = (bilint_error)BILINT_ERROR_INIT;
    return bl_terms_open(&bl_alloc_default, the.engine->chars, &from,
                         on_skipped, NULL, list, err);
}

static void add(char *out, size_t room, const char *text, size_t size)
{
    const size_t end = strlen(out);

    snprintf(out + end, room - end, "%.*s", (int)size, text);
}

/* "en:Party vi:Đảng vi:!Phe" for each concept, a line each: "?" before
 * admitted terms, "!" before forbidden and "=" before kept ones, "^" before
 * those whose case counts. The language is left out where there is none. */
static void show(const bl_term_list *list, char *out, size_t room)
{
    static const char *const marks[] = { "", "?", "!", "=" };

    out[0] = '\0';
    for (uint32_t i = 0; i < bl_terms_concept_count(list); i++) {
        const bl_image_span terms =
            bl_image_span_of(&list->image, BL_IMAGE_CONCEPT_TERMS, i);

        for (uint32_t j = terms.start; j < terms.limit; j++) {
            const bl_term *term = bl_image_term(&list->image, j);
            const bl_str text = bl_image_text(&list->image, term);
            const char *tag = bl_terms_language(list, term->language)->tag;

            if (j != terms.start)
                add(out, room, " ", 1);
            add(out, room, tag, strlen(tag));
            add(out, room, ":", tag[0] != '\0');
            add(out, room, marks[bl_term_status_of(term)], 1);
            add(out, room, "^",
                bl_term_case_of(term) == BL_TERM_CASE_EXACT);
            add(out, room, text.ptr, text.size);
        }
        add(out, room, "\n", 1);
    }
}

static void is(const char *text, const char *wanted)
{
    char got[1024];
    bilint_error err;
    bl_term_list *list;

    if (read_list(text, strlen(text), NULL, NULL, &list, &err) != BILINT_OK)
        fail_msg("%s", err.message);
    show(list, got, sizeof(got));
    bl_terms_free(list);
    assert_string_equal(got, wanted);
}

static void reads_columns_with_and_without_a_header(void **state)
{
    (void)state;
    is("Party,Đảng\n", "Party Đảng\n");
    is("source,target\nParty,Đảng\n", "Party Đảng\n");
    is("Target Term,Source Term\nĐảng,Party\n", "Party Đảng\n");
    is("note,TARGET,Source\nx,Đảng,Party\n", "Party Đảng\n");
    is("term,translation,status\nParty,Đảng,preferred\n", "Party Đảng\n");
    is("Party,Đảng,forbidden\n", "Party !Đảng\n");
    is("Source;Target;Note\nParty;Đảng;a, b\n", "Party Đảng\n");
}

static void names_columns_by_language(void **state)
{
    (void)state;
    is("en,vi,de\nParty,Đảng,Partei\nState,Nhà nước,\n",
       "en:Party vi:Đảng de:Partei\nen:State vi:Nhà nước\n");
    is("note,pt_BR,EN-gb\nx,ônibus,coach\n", "pt-BR:ônibus en-GB:coach\n");
    is("id,sourceLang,targetLang,sourceString,targetString\n"
       "1,en,vi_VN,airway,đường thở\n2,en,de,airway,Atemweg\n",
       "en:airway vi-VN:đường thở\nen:airway de:Atemweg\n");
}

static void reads_quotes(void **state)
{
    (void)state;
    is("\"a, b\",c\n", "a, b c\n");
    is("\"say \"\"yes\"\"\",c\n", "say \"yes\" c\n");
    is("\"two\nlines\",c\nd,e\n", "two\nlines c\nd e\n");
    is("a,\"b\"\n", "a b\n");
    is("a,\"\"\"b\"\"\"\n", "a \"b\"\n");
    is("5\" pipe,ống 5\"\n", "5\" pipe ống 5\"\n");
}

static void reads_tabs(void **state)
{
    (void)state;
    is("source\ttarget\nParty, the\tĐảng\n", "Party, the Đảng\n");
    is("a\tb|c\n", "a b c\n");
    /* Quotes are characters like others, unless there is a reason. */
    is("\"a\"\tb\n\"d\te\n", "\"a\" b\n\"d e\n");
    is("\"a, b\"\t\"c \"\"d\"\"\"\n", "a, b c \"d\"\n");
}

static void reads_line_ends_and_marks_of_other_systems(void **state)
{
    static const char wide[] = "\xFF\xFE" "a\0\t\0b\0\r\0\n\0c\0\t\0d\0";
    bilint_error err;
    bl_term_list *list;
    char got[100];

    (void)state;
    is("\xEF\xBB\xBFsource,target\r\na,b\r\n", "a b\n");
    is("a,b\r\nc,d", "a b\nc d\n");
    is("a,\"b\"\r\n", "a b\n");
    is("\r\na,b\r\n\r\n", "a b\n");
    is("a,b\n\n\nc,d\n", "a b\nc d\n");
    is("  a ,  b  \n", "a b\n");
    assert_int_equal(
        read_list(wide, sizeof(wide) - 1, NULL, NULL, &list, &err),
        BILINT_OK);
    show(list, got, sizeof(got));
    bl_terms_free(list);
    assert_string_equal(got, "a b\nc d\n");
}

static void reads_status_and_case(void **state)
{
    (void)state;
    is("source,target,status\n"
       "a,b,preferred\na,c,Admitted\na,d,FORBIDDEN\na,e,deprecated\n"
       "a,f,do not use\na,g,supersededTerm-admn-sts\n",
       "a b\na ?c\na !d\na !e\na !f\na !g\n");
    is("source,target,status\n,x,forbidden\n,y,obsolete\n", "!x\n!y\n");
    is("source,target,case\nUS,Mỹ,yes\nus,chúng tôi,no\n",
       "^US ^Mỹ\nus chúng tôi\n");
    is("source,target,status\nbilint,,do-not-translate\nX,X,DNT\n",
       "=bilint\n=X X\n");
}

static void reads_several_targets(void **state)
{
    (void)state;
    is("a,b|c | d\n", "a b c d\n");
    is("a,|b||\n", "a b\n");
}

static void reads_omegat(void **state)
{
    (void)state;
    is("# Glossary in tab-separated format -*- coding: utf-8 -*-\n"
       "bank\tngân hàng\tforbidden, not the shore\n# a note\n"
       "shore\t\n\nriver\tsông\n",
       "bank ngân hàng\nriver sông\n");
    is("# Glossary in tab-separated format -*- coding: windows-1252 -*-\n"
       "bridge\tBr\xFC" "cke\n",
       "bridge Brücke\n");
}

static void reads_utx(void **state)
{
    (void)state;
    is("#UTX 1.11; en/ja; 2020-01-01T00:00:00+09:00; copyright: none;\n"
       "#description: bridges\n"
       "#src\ttgt\tsrc:pos\tterm status\n"
       "girder\t桁\tnoun\tapproved\ngirder\tけた\tnoun\tnon-standard\n",
       "en:girder ja:?桁\nen:girder ja:!けた\n");
}

#define V2(entries)                                                       \
    "<?xml version='1.0'?><!DOCTYPE martif SYSTEM 'TBXcoreStructV02.dtd'>" \
    "<martif type='TBX-Basic' xml:lang='en'><martifHeader/><text><body>"  \
    entries "</body></text></martif>"
#define V3(style, entries)                                                \
    "<tbx type='TBX-Basic' style='" style "' xml:lang='en' "              \
    "xmlns='urn:iso:std:iso:30042:ed-2' "                                 \
    "xmlns:min='http://www.tbxinfo.net/ns/min'><tbxHeader/><text><body>"  \
    entries "</body></text></tbx>"

static void reads_tbx_of_2008(void **state)
{
    (void)state;
    is(V2("<termEntry id='1'>"
          "<langSet xml:lang='en'><tig><term>power <hi>supply</hi>\n unit"
          "</term></tig></langSet>"
          "<langSet xml:lang='de'><ntig><termGrp><term>Netzteil</term>"
          "<termNote type='administrativeStatus'>preferredTerm-admn-sts"
          "</termNote></termGrp></ntig>"
          "<tig><term>Stromteil</term><termNote type='normativeAuthorization'"
          ">deprecatedTerm-admn-sts</termNote></tig></langSet></termEntry>"),
       "en:power supply unit de:Netzteil de:!Stromteil\n");
}

static void reads_tbx_of_2019(void **state)
{
    (void)state;
    is(V3("dca", "<conceptEntry id='1'>"
                 "<langSec xml:lang='en-US'><termSec><term>tap &amp; go</term>"
                 "</termSec></langSec>"
                 "<langSec xml:lang='fr'><termSec><term>sans contact</term>"
                 "<termNoteGrp><termNote type='administrativeStatus'>"
                 "admittedTerm-admn-sts</termNote></termNoteGrp></termSec>"
                 "</langSec></conceptEntry>"),
       "en-US:tap & go fr:?sans contact\n");
    is(V3("dct", "<conceptEntry id='1'>"
                 "<langSec xml:lang='en'><termSec><term>tap</term></termSec>"
                 "</langSec><langSec xml:lang='fr'><termSec>"
                 "<term>robinet</term></termSec><termSec><term>tapette"
                 "</term><min:administrativeStatus>supersededTerm"
                 "</min:administrativeStatus></termSec></langSec>"
                 "</conceptEntry>"),
       "en:tap fr:robinet fr:!tapette\n");
}

static void reads_tbx_min_and_what_is_not_translated(void **state)
{
    (void)state;
    is("<TBX dialect='TBX-Min'><header/><body><entry id='a'>"
       "<langGroup xml:lang='en'><termGroup><term>weir</term></termGroup>"
       "</langGroup><langGroup xml:lang='de'><termGroup><term>Wehr</term>"
       "<termStatus>preferred</termStatus></termGroup></langGroup></entry>"
       "</body></TBX>",
       "en:weir de:Wehr\n");
    is(V3("dca", "<conceptEntry><descrip type='doNotTranslate'>yes</descrip>"
                 "<langSec xml:lang='en'><termSec><term>bilint</term>"
                 "</termSec></langSec></conceptEntry>"),
       "en:=bilint\n");
}

static void tells_what_it_skips(void **state)
{
    bilint_error err;
    bl_term_list *list;
    const char text[] = "source,target\n"
                        "a,\n"            /* 2 */
                        ",b\n"            /* 3 */
                        "\"two\nlines\",\n" /* 4 and 5 */
                        "good,fine\n"
                        "...,x\n"         /* 7: no words */
                        "only\n";         /* 8 */

    (void)state;
    assert_int_equal(read_list(text, strlen(text), NULL, NULL, &list, &err),
                     BILINT_OK);
    assert_int_equal(bl_terms_concept_count(list), 1);
    bl_terms_free(list);
    assert_string_equal(skipped,
                        "2: a term needs a source and a target\n"
                        "3: a term needs a source and a target\n"
                        "4: a term needs a source and a target\n"
                        "7: the term has no words\n"
                        "8: a term needs a source and a target\n");
}

static void tells_of_entries_without_language_or_terms(void **state)
{
    bilint_error err;
    bl_term_list *list;
    const char text[] =
        V2("\n<termEntry><langSet><tig><term>a</term></tig></langSet>"
           "</termEntry>\n<termEntry/>\n<termEntry>"
           "<langSet xml:lang='en'><tig><term>b</term></tig></langSet>"
           "</termEntry>");

    (void)state;
    assert_int_equal(read_list(text, strlen(text), NULL, NULL, &list, &err),
                     BILINT_OK);
    assert_int_equal(bl_terms_concept_count(list), 1);
    bl_terms_free(list);
    assert_string_equal(skipped, "2: the language is not a language tag\n"
                                 "2: the entry has no terms\n"
                                 "3: the entry has no terms\n");
}

/* The last line of a file that does not end in a line break. */
static void counts_the_last_line(void **state)
{
    bilint_error err;
    bl_term_list *list;

    (void)state;
    assert_int_equal(read_list("a,b\nc,", 6, NULL, NULL, &list, &err),
                     BILINT_OK);
    bl_terms_free(list);
    assert_string_equal(skipped, "2: a term needs a source and a target\n");
}

/* A quote that is never closed must not swallow what follows. */
static void tells_of_an_open_quote(void **state)
{
    const char text[] = "\"a,b\nc,d\ne,f\n";
    bilint_error err;
    bl_term_list *list;

    (void)state;
    assert_int_equal(read_list(text, strlen(text), NULL, NULL, &list, &err),
                     BILINT_OK);
    assert_int_equal(bl_terms_concept_count(list), 3);
    bl_terms_free(list);
    assert_string_equal(skipped, "1: a quote that is not closed\n");
}

/* What a list in separated values says, as separated values. */
static void says(const char *text, uint32_t concepts, uint32_t terms,
                 const char *why)
{
    bilint_error err;
    bl_term_list *list;

    assert_int_equal(read_list(text, strlen(text), NULL, NULL, &list, &err),
                     BILINT_OK);
    assert_int_equal(bl_terms_concept_count(list), concepts);
    assert_int_equal(bl_image_count(&list->image, BL_IMAGE_TERMS), terms);
    bl_terms_free(list);
    assert_string_equal(skipped, why);
}

/* Excel's first line, lines of old Macintoshs, synonyms on both sides. */
static void reads_what_spreadsheets_write(void **state)
{
    (void)state;
    says("sep=;\nsource;target\na,b;c\nd\n", 1, 2,
         "4: a term needs a source and a target\n");
    says("sep=;\r\na;b\r\n", 1, 2, "");
    says("source,target\ra,b\rc,d\re\r", 2, 4,
         "4: a term needs a source and a target\n");
    says("source,target\na|b,c|d\n", 1, 4, "");
    says("source,target\n|,c\n", 0, 0, "1: the list has no terms\n");
    says("", 0, 0, "1: the list has no terms\n");
}

/* The reason with which a text is refused. */
static void refuses(const char *text, size_t size, const char *source,
                    bilint_status status, const char *why)
{
    bilint_error err;
    bl_term_list *list;

    assert_int_equal(read_list(text, size, source, NULL, &list, &err),
                     status);
    assert_null(list);
    if (strstr(err.message, why) == NULL)
        fail_msg("%s: not because of %s", err.message, why);
}

static void refuses_what_it_cannot_read(void **state)
{
    const bl_term_path nowhere = { "no-such-file.csv", NULL, NULL };
    bilint_error err = BILINT_ERROR_INIT;
    bl_term_list *list;

    (void)state;
    refuses("a,\xff\n", 4, NULL, BILINT_E_DATA, ":1: the term list is not");
    refuses("a,b\nc,\xff\n", 8, NULL, BILINT_E_DATA, ":2: ");
    refuses("a,b\n", 4, "not a tag", BILINT_E_CONFIG, "not a tag");
    refuses("<x/>", 4, NULL, BILINT_E_DATA, "no TBX");
    refuses("<tbx>\n<a></tbx>", 15, NULL, BILINT_E_DATA,
            ":2:10: not well-formed XML");
    assert_int_equal(bl_terms_open(&bl_alloc_default, the.engine->chars,
                                   &nowhere, NULL, NULL, &list, &err),
                     BILINT_E_IO);
    assert_non_null(strstr(err.message, "no-such-file.csv"));
}

static void reads_nothing_from_nothing(void **state)
{
    (void)state;
    is("", "");
    is("\xEF\xBB\xBF", "");
    is("\n\n", "");
    is("source,target\n", "");
    is(V2(""), "");
}

static bl_locale locale_of(const char *tag)
{
    bl_locale locale;

    assert_true(bl_locale_parse(tag, strlen(tag), &locale));
    return locale;
}

/* How many of the list's languages are for a text of this one. */
static uint32_t fits(const bl_term_list *list, const char *tag, uint32_t side)
{
    const bl_locale locale = locale_of(tag);
    bl_term_fit fit;

    return bl_terms_fit(list, &locale, side, &fit);
}

static void applies_to_its_languages(void **state)
{
    bilint_error err;
    bl_term_list *list;

    (void)state;
    assert_int_equal(read_list("a,b\n", 4, "en", "vi", &list, &err),
                     BILINT_OK);
    assert_int_equal(fits(list, "en-GB", BL_TERM_OF_SOURCE), 1);
    assert_int_equal(fits(list, "en-GB", BL_TERM_OF_TARGET), 0);
    assert_int_equal(fits(list, "vi", BL_TERM_OF_TARGET), 1);
    assert_int_equal(fits(list, "de", BL_TERM_OF_TARGET), 0);
    bl_terms_free(list);
    assert_int_equal(read_list("a,b\n", 4, NULL, "vi", &list, &err),
                     BILINT_OK);
    assert_int_equal(fits(list, "de", BL_TERM_OF_SOURCE), 1);
    assert_int_equal(fits(list, "de", BL_TERM_OF_TARGET), 0);
    bl_terms_free(list);
}

/* The texts that count for a text in this language, entry by entry. */
static void counts_for(const bl_term_list *list, const char *tag,
                       const char *wanted)
{
    const bl_locale locale = locale_of(tag);
    char out[512] = "";
    bl_term_fit fit;

    bl_terms_fit(list, &locale, BL_TERM_OF_TARGET, &fit);
    for (uint32_t i = 0; i < bl_image_count(&list->image, BL_IMAGE_TERMS);
         i++) {
        const bl_term *term = bl_image_term(&list->image, i);
        const bl_str text = bl_image_text(&list->image, term);

        if (!bl_terms_count(list, &fit, term))
            continue;
        add(out, sizeof(out), " ", out[0] != '\0');
        add(out, sizeof(out), text.ptr, text.size);
    }
    assert_string_equal(out, wanted);
}

static void takes_the_nearest_region(void **state)
{
    const char text[] = "en,pt-BR,pt-PT,pt,zh-TW,status\n"
                        "bus,ônibus,autocarro,,公車,\n"
                        "car,,viatura,carro,,\n"
                        "train,,comboio,,,\n"
                        "screen,tela,,ecrã,,\n";
    bilint_error err;
    bl_term_list *list;

    (void)state;
    assert_int_equal(read_list(text, strlen(text), NULL, NULL, &list, &err),
                     BILINT_OK);
    counts_for(list, "pt-BR", "ônibus carro comboio tela ecrã");
    counts_for(list, "pt-PT", "autocarro viatura carro comboio ecrã");
    counts_for(list, "pt", "ônibus autocarro viatura carro comboio tela ecrã");
    counts_for(list, "zh-HK", "公車");
    assert_int_equal(fits(list, "zh-CN", BL_TERM_OF_TARGET), 0);
    assert_int_equal(fits(list, "pt-BR", BL_TERM_OF_SOURCE), 3);
    bl_terms_free(list);
}

/* What is not to be translated needs no other language. */
static void knows_what_is_kept(void **state)
{
    const char text[] = V2("<termEntry><langSet xml:lang='en'><tig>"
                           "<term>Paint Shed</term>"
                           "<termNote type='translatable'>no</termNote>"
                           "</tig></langSet></termEntry>");
    const bl_locale english = locale_of("en");
    const bl_locale german = locale_of("de");
    bilint_error err;
    bl_term_list *list;
    bl_term_fit fit;

    (void)state;
    assert_int_equal(read_list(text, strlen(text), NULL, NULL, &list, &err),
                     BILINT_OK);
    bl_terms_fit(list, &english, BL_TERM_OF_SOURCE, &fit);
    assert_int_equal(fit.kept, 1);
    bl_terms_fit(list, &german, BL_TERM_OF_TARGET, &fit);
    assert_int_equal(fit.kept + fit.mask, 0);
    bl_terms_free(list);
    says("source,status\nTeams,dnt\n", 1, 1, "");
    says("en,status\nTeams,dnt\n", 1, 1, "");
}

static void reads_names_of_languages(void **state)
{
    (void)state;
    is("English,German\nbridge,Brücke\n", "en:bridge de:Brücke\n");
    is("Deutsch;Englisch\nBrücke;bridge\n", "de:Brücke en:bridge\n");
    is("english,Tiếng Việt,status\nbridge,cầu,\n", "en:bridge vi:cầu\n");
    is("English,Brazilian Portuguese,Portuguese (Portugal)\na,b,c\n",
       "en:a pt-BR:b pt-PT:c\n");
    is("English,Simplified Chinese,繁體中文\na,b,c\n",
       "en:a zh-Hans:b zh-Hant:c\n");
    is("German,Deutsch\nEnglish,Englisch\n",
       "German Deutsch\nEnglish Englisch\n");
}

/* A list of which nothing is left is no list. */
static void refuses_what_is_all_wrong(void **state)
{
    bilint_error err;
    bl_term_list *list;

    (void)state;
    assert_int_equal(read_list("a\nb\n", 4, NULL, NULL, &list, &err),
                     BILINT_E_DATA);
    assert_non_null(strstr(err.message, "can be used"));
    assert_null(list);
}

/* Phrases are found by their words, in any order of the list. */
static void finds_words_and_phrases(void **state)
{
    const char text[] = "b c,1\na,2\nb,3\nb d,4\nB C,5\nb c d e,6\n";
    bilint_error err;
    bl_term_list *list;
    bl_image_span b;
    bl_image_span bc;

    (void)state;
    assert_int_equal(read_list(text, strlen(text), NULL, NULL, &list, &err),
                     BILINT_OK);
    assert_int_equal(bl_image_word(&list->image, BL_STR("x")),
                     BL_NO_TERM_WORD);
    b = bl_image_begin(&list->image, bl_image_word(&list->image, BL_STR("b")));
    assert_int_equal(b.limit - b.start, 4);
    assert_int_equal(bl_image_end_mask(&list->image, b, 1),
                     bl_mask_of_language(0));
    bc = bl_image_narrow(&list->image, b, 1,
                         bl_image_word(&list->image, BL_STR("b")),
                         bl_image_word(&list->image, BL_STR("c")));
    assert_int_equal(bc.limit - bc.start, 2);
    assert_int_equal(bl_image_end_mask(&list->image, bc, 2),
                     bl_mask_of_language(0));
    bc = bl_image_narrow(&list->image, bc, 2, 0,
                         bl_image_word(&list->image, BL_STR("e")));
    assert_int_equal(bc.limit - bc.start, 0);
    bl_terms_free(list);
}

/* ---- compiled lists ----------------------------------------------------- */

static void write_image(const bl_term_list *list, size_t size)
{
    FILE *file = fopen(path, "wb");

    assert_non_null(file);
    assert_int_equal(fwrite(list->image.data, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
}

static bl_term_list *some_list(void)
{
    const char text[] = "en,vi\nParty,Đảng\nState,Nhà nước\n";
    bilint_error err;
    bl_term_list *list;

    assert_int_equal(read_list(text, strlen(text), NULL, NULL, &list, &err),
                     BILINT_OK);
    return list;
}

static void opens_what_was_compiled(void **state)
{
    const bl_term_path from = { path, NULL, NULL };
    bilint_error err = BILINT_ERROR_INIT;
    bl_term_list *list = some_list();
    bl_term_list *again;
    char wanted[200];
    char got[200];

    (void)state;
    write_image(list, list->image.size);
    assert_int_equal(bl_terms_open(&bl_alloc_default, the.engine->chars,
                                   &from, NULL, NULL, &again, &err),
                     BILINT_OK);
    assert_non_null(again->image.mapping.data);
    show(list, wanted, sizeof(wanted));
    show(again, got, sizeof(got));
    assert_string_equal(got, wanted);
    bl_terms_free(again);
    assert_int_equal(bl_terms_join(&bl_alloc_default, the.engine->chars,
                                   &from, 1, NULL, NULL, &again, &err),
                     BILINT_OK);
    assert_null(again->image.mapping.data);
    show(again, got, sizeof(got));
    assert_string_equal(got, wanted);
    bl_terms_free(again);
    bl_terms_free(list);
}

/* Any byte that is wrong, and any size. */
static void refuses_damaged_ones(void **state)
{
    const bl_term_path from = { path, NULL, NULL };
    bl_term_list *list = some_list();
    unsigned char *data = (unsigned char *)list->image.owned;
    bl_term_list *again;

    (void)state;
    for (size_t i = 0; i < list->image.size; i++) {
        bilint_error err = BILINT_ERROR_INIT;

        data[i] ^= 0x10;
        write_image(list, list->image.size);
        data[i] ^= 0x10;
        /* Another beginning is another format: text that is not UTF-8. */
        if (bl_terms_open(&bl_alloc_default, the.engine->chars, &from, NULL,
                          NULL, &again, &err) != BILINT_E_DATA)
            fail_msg("byte %zu", i);
        assert_int_not_equal(strlen(err.message), 0);
    }
    for (size_t size = 8; size < list->image.size; size += 7) {
        bilint_error err = BILINT_ERROR_INIT;

        write_image(list, size);
        assert_int_equal(bl_terms_open(&bl_alloc_default, the.engine->chars,
                                       &from, NULL, NULL, &again, &err),
                         BILINT_E_DATA);
        assert_non_null(strstr(err.message, "cut short"));
    }
    bl_terms_free(list);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(reads_columns_with_and_without_a_header),
    cmocka_unit_test(names_columns_by_language),
    cmocka_unit_test(reads_quotes),
    cmocka_unit_test(reads_tabs),
    cmocka_unit_test(reads_line_ends_and_marks_of_other_systems),
    cmocka_unit_test(reads_status_and_case),
    cmocka_unit_test(reads_several_targets),
    cmocka_unit_test(reads_omegat),
    cmocka_unit_test(reads_utx),
    cmocka_unit_test(reads_tbx_of_2008),
    cmocka_unit_test(reads_tbx_of_2019),
    cmocka_unit_test(reads_tbx_min_and_what_is_not_translated),
    cmocka_unit_test(tells_what_it_skips),
    cmocka_unit_test(tells_of_entries_without_language_or_terms),
    cmocka_unit_test(counts_the_last_line),
    cmocka_unit_test(tells_of_an_open_quote),
    cmocka_unit_test(reads_what_spreadsheets_write),
    cmocka_unit_test(refuses_what_it_cannot_read),
    cmocka_unit_test(reads_nothing_from_nothing),
    cmocka_unit_test(applies_to_its_languages),
    cmocka_unit_test(takes_the_nearest_region),
    cmocka_unit_test(knows_what_is_kept),
    cmocka_unit_test(reads_names_of_languages),
    cmocka_unit_test(refuses_what_is_all_wrong),
    cmocka_unit_test(finds_words_and_phrases),
    cmocka_unit_test(opens_what_was_compiled),
    cmocka_unit_test(refuses_damaged_ones),
};

int main(int argc, char **argv)
{
    suite_choose(argc, argv);
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
