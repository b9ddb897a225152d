/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Identifiers that people copy and never read: hashes (fb704d1404070c80),
 * addresses of devices (02:ef:a1:b2:c3:04) and hosts (2001:db8::8a2e),
 * UUIDs (RFC 4122, 3), serial numbers (SN4F2K88Q1). Their digits are no
 * numbers; one is the same on both sides, or another one.
 */
#include "recognise/scan.h"

#include "base/hash.h"

enum {
    TOKENS_MAX = 64,     /* of one identifier */
    HASH_SIZE = 7,       /* digits of the shortest hash, of git */
    SERIAL_SIZE = 10,    /* characters of a serial number */
    SERIAL_LETTERS = 4,  /* in a row; more are a word */
    CHANGES = 3,         /* from letters to digits or back, in either */
    DEVICE_GROUPS = 6,   /* of an EUI-48 (IEEE 802), of two digits each */
    HOST_GROUPS = 8,     /* of an address (RFC 4291, 2.2), without "::" */
    HOST_GROUP_SIZE = 4, /* digits */
    UUID_GROUP_SIZE = 4, /* digits of the shortest group */
    UUID_SIZE = 16       /* digits, for short */
};

/* What a run of letters and digits is made of. */
typedef struct makeup {
    size_t size; /* letters and digits */
    size_t changes;
    size_t groups; /* parted by the joining sign */
    size_t shortest;
    size_t longest;
    size_t letter_row;
    bool hex;     /* hexadecimal digits alone */
    bool letters; /* some of them are letters */
    bool lower;
    bool upper;
    bool skips; /* a group is empty: "::" */
} makeup;

/* A run of tokens without a gap between them. */
typedef struct run {
    size_t first;
    size_t limit;
} run;

static bool is_joined(const bl_scan *scan, size_t at, char joint)
{
    const bl_token *token = &scan->tokens[at];

    if ((token->flags & (BL_TOKEN_MASKED | BL_TOKEN_SIGN)) != 0)
        return false;
    if (token->kind == BL_TOKEN_PUNCT)
        return joint != '\0' && token->c == (uint32_t)joint;
    return (token->kind == BL_TOKEN_WORD || token->kind == BL_TOKEN_NUMBER) &&
           bl_str_is_ascii(bl_str_of(scan->text + token->start,
                                     token->limit - token->start));
}

/* The run around tokens[at] of what touches; `joint` may part its groups. */
static run run_around(const bl_scan *scan, size_t at, char joint)
{
    run found = { at, at + 1 };

    while (found.first > 0 && at - found.first < TOKENS_MAX &&
           scan->tokens[found.first].gap == BL_GAP_NONE &&
           is_joined(scan, found.first - 1, joint))
        found.first--;
    while (found.limit < scan->count && found.limit - at < TOKENS_MAX &&
           scan->tokens[found.limit].gap == BL_GAP_NONE &&
           is_joined(scan, found.limit, joint))
        found.limit++;
    /* A sign at its end belongs to the sentence. */
    while (scan->tokens[found.limit - 1].kind == BL_TOKEN_PUNCT)
        found.limit--;
    while (scan->tokens[found.first].kind == BL_TOKEN_PUNCT)
        found.first++;
    return found;
}

static bool is_hex_digit(char c)
{
    const char small = (char)(c | 0x20);

    return (c >= '0' && c <= '9') || (small >= 'a' && small <= 'f');
}

static void end_group(makeup *found, size_t *size)
{
    found->groups++;
    found->shortest = *size < found->shortest ? *size : found->shortest;
    found->longest = *size > found->longest ? *size : found->longest;
    found->skips = found->skips || *size == 0;
    *size = 0;
}

static makeup makeup_of(const bl_scan *scan, run what)
{
    const bl_span span = bl_scan_span(scan, what.first, what.limit);
    makeup found = { .shortest = SIZE_MAX, .hex = true };
    size_t group = 0;
    size_t row = 0;
    bool digit = false;

    for (size_t at = span.start; at < span.limit; at++) {
        const char c = scan->text[at];
        const char small = (char)(c | 0x20);
        const bool is_digit = c >= '0' && c <= '9';

        if (!is_digit && !(small >= 'a' && small <= 'z')) {
            end_group(&found, &group);
            continue;
        }
        found.changes += group != 0 && is_digit != digit;
        digit = is_digit;
        row = is_digit ? 0 : row + 1;
        if (row > found.letter_row)
            found.letter_row = row;
        group++;
        found.size++;
        found.letters = found.letters || !is_digit;
        found.hex = found.hex && is_hex_digit(c);
        found.lower = found.lower || (!is_digit && c == small);
        found.upper = found.upper || (!is_digit && c != small);
    }
    end_group(&found, &group);
    return found;
}

/* "1hour30min", "10mm20": a number, and what belongs to one by itself. */
static bool has_unit(const bl_scan *scan, run what)
{
    const bl_sense_set senses =
        BL_SENSE_BIT(BL_SENSE_UNIT) | BL_SENSE_BIT(BL_SENSE_SCALE) |
        BL_SENSE_BIT(BL_SENSE_CURRENCY) | BL_SENSE_BIT(BL_SENSE_HOUR_MARK) |
        BL_SENSE_BIT(BL_SENSE_MINUTE_MARK) |
        BL_SENSE_BIT(BL_SENSE_ORDINAL_MARK);

    if (scan->tokens[what.first].kind != BL_TOKEN_NUMBER)
        return false;
    for (size_t at = what.first; at < what.limit; at++) {
        const bl_word *word = scan->tokens[at].word;

        if ((word != NULL && (word->set & senses) != 0) ||
            bl_scan_is_times(scan, at))
            return true;
    }
    return false;
}

static bool is_hash(const makeup *m)
{
    return m->hex && m->size >= HASH_SIZE && m->changes >= CHANGES &&
           !(m->lower && m->upper);
}

static bool is_serial(const bl_scan *scan, run what, const makeup *m)
{
    return m->size >= SERIAL_SIZE && m->changes >= CHANGES &&
           m->letter_row <= SERIAL_LETTERS && !has_unit(scan, what);
}

static bool is_device(const makeup *m, char joint)
{
    return m->hex && m->groups == DEVICE_GROUPS && m->shortest == 2 &&
           m->longest == 2 && (m->letters || joint == ':');
}

static bool is_host(const makeup *m)
{
    return m->hex && m->longest <= HOST_GROUP_SIZE && m->letters &&
           (m->skips || m->groups == HOST_GROUPS);
}

static bool is_uuid(const makeup *m)
{
    return m->hex && m->groups > 1 && m->shortest >= UUID_GROUP_SIZE &&
           m->size >= UUID_SIZE && m->changes >= CHANGES;
}

/* 0xDC00 */
static bool is_literal(const bl_scan *scan, run what, const makeup *m)
{
    const char *text = scan->text + scan->tokens[what.first].start;

    if (m->size <= 2 || text[0] != '0' || (text[1] | 0x20) != 'x')
        return false;
    for (size_t at = 2; at < m->size; at++) {
        if (!is_hex_digit(text[at]))
            return false;
    }
    return true;
}

/* Whether the run is long enough; most are a word or two with a number. */
static bool may_be_identifier(const bl_scan *scan, run what, char joint)
{
    const bl_span span = bl_scan_span(scan, what.first, what.limit);
    const size_t size = span.limit - span.start;

    if (joint == '-')
        return size > UUID_SIZE;
    return joint == ':' || size >= HASH_SIZE ||
           scan->text[span.start] == '0'; /* 0xDC00 */
}

static bool is_identifier(const bl_scan *scan, run what, char joint)
{
    makeup m;

    if (!may_be_identifier(scan, what, joint))
        return false;
    m = makeup_of(scan, what);
    if (joint == ':')
        return is_device(&m, joint) || is_host(&m);
    if (joint == '-')
        return is_device(&m, joint) || is_uuid(&m);
    return is_hash(&m) || is_serial(scan, what, &m) ||
           is_literal(scan, what, &m);
}

/* Letters of either case are the same. */
static int64_t value_of(const bl_scan *scan, run what)
{
    const bl_span span = bl_scan_span(scan, what.first, what.limit);
    uint64_t hash = 0;

    for (size_t at = span.start; at < span.limit; at++)
        hash = bl_hash_mix(hash * 31 + (uint64_t)(scan->text[at] | 0x20));
    return (int64_t)(hash >> 1) | 1;
}

/* What was found from tokens[first] on is a part of the identifier: the "a" of
 * a1a9c3d0. False where something begins before it and goes on into it. */
static bool take_back(bl_scan *scan, size_t first)
{
    size_t count = scan->find_count;

    while (count != 0 && scan->finds[count - 1].first >= first)
        count--;
    if (count != 0 && scan->finds[count - 1].limit > first)
        return false;
    scan->find_count = count;
    return true;
}

size_t bl_read_identifier(bl_scan *scan, size_t at)
{
    static const char joints[] = { ':', '-', '\0' };

    if (!is_joined(scan, at, '\0'))
        return at;
    for (size_t i = 0; i < sizeof(joints); i++) {
        const run what = run_around(scan, at, joints[i]);
        bl_find *find;

        if (what.limit - what.first < 2 ||
            !is_identifier(scan, what, joints[i]) ||
            !take_back(scan, what.first))
            continue;
        find = bl_scan_add(scan, what.first, what.limit);
        if (find == NULL)
            return what.limit;
        find->kind = BL_ENTITY_CODE;
        find->quantity.role = BL_QUANTITY_PART;
        find->quantity.flags = BL_QUANTITY_ROW | BL_QUANTITY_OPAQUE;
        find->quantity.numeral = (bl_span){ 0, 0 };
        find->quantity.value[0] = bl_decimal_of(value_of(scan, what), 0);
        find->quantity.reading_count = 1;
        find->quantity.native_count = 1;
        return what.limit;
    }
    return at;
}
