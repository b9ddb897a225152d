/* SPDX-License-Identifier: Apache-2.0 */
/*
 * document-invalid: the file can be read, and breaks its format: an id twice,
 * no target language, a reference to nothing, a code without its other half.
 *
 * The reader sees the faults (readers/audit.h); faults.def has their wording.
 * Of each kind the first few are told, and the last of these says how many
 * there are.
 *
 * Page, examples and tests: document_invalid.md
 */
#include "checks/check.h"
#include "checks/records.h"

#include "base/hash.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum {
    DUPLICATE,
    NO_LANGUAGE,
    WRONG_LANGUAGE,
    OTHER_LANGUAGE,
    UNCLEAR_LANGUAGE,
    REFERENCE,
    UNPAIRED,
    VALUE_INVALID,
    MISSING,
    MISPLACED,
    LOST
};

static const struct {
    uint16_t message;
    const char *wording;
    const char *section;
} kinds[] = {
#define BL_FAULT(symbol, code, wording, section) { code, wording, section },
#include "model/faults.def"
#undef BL_FAULT
};

enum { TEXT_SIZE = 640, SECTION_SIZE = 120, MORE_SIZE = 72 };

/* The wording or the section with its arguments, as far as there is room. */
static size_t word(const bl_fault *fault, const char *wording, char *text,
                   size_t room)
{
    size_t size = 0;

    for (const char *p = wording; *p != '\0'; p++) {
        const bool argument = p[0] == '{' && p[2] == '}';
        const bl_str part = argument ? fault->arguments[p[1] - '0']
                                     : bl_str_of(p, 1);
        const size_t fits =
            part.size < room - size ? part.size : room - size;

        if (fits != 0)
            memcpy(text + size, part.ptr, fits);
        size += fits;
        p += argument ? 2 : 0;
    }
    return size;
}

/* Where the standard says so; and of the last that is told, how many more
 * there are. */
static bl_str cite(const bl_faults *faults, const bl_fault *fault, bool last,
                   char *text)
{
    const uint64_t count = faults->counts[fault->kind];
    size_t size = word(fault, kinds[fault->kind].section, text, SECTION_SIZE);

    if (last && count > BL_FAULTS_TOLD) {
        snprintf(text + size, MORE_SIZE,
                 "; %" PRIu64 " more of this kind are in the document",
                 count - BL_FAULTS_TOLD);
        size += strlen(text + size);
    }
    return bl_str_of(text, size);
}

/* What tells one fault from the others, since it has no text of a segment. */
static uint64_t subject_of(const bl_fault *fault)
{
    uint64_t hash = bl_hash(fault->unit.ptr, fault->unit.size, 1);

    hash = bl_hash(kinds[fault->kind].wording,
                   strlen(kinds[fault->kind].wording), hash);
    for (int i = 0; i < BL_FAULT_ARGUMENTS; i++)
        hash = bl_hash(fault->arguments[i].ptr, fault->arguments[i].size,
                       hash);
    return hash;
}

static void tell(const bl_faults *faults, const bl_noted_fault *noted,
                 bool last, bl_sink *sink)
{
    const bl_fault *fault = &noted->fault;
    const bl_unit unit = { .id = fault->unit, .at = fault->at };
    const bl_segment segment = { .source = { .ptr = "" },
                                 .target = { .ptr = "" } };
    char text[TEXT_SIZE];
    char section[SECTION_SIZE + MORE_SIZE];
    const bl_emission e = {
        .message = kinds[fault->kind].message,
        .arguments = { bl_str_of(text, word(fault,
                                            kinds[fault->kind].wording, text,
                                            sizeof(text))),
                       cite(faults, fault, last, section) },
    };

    sink->unit = &unit;
    sink->segment = &segment;
    sink->ordinal = noted->ordinal;
    sink->kept = false;
    sink->subject = subject_of(fault);
    bl_emit(sink, &e);
}

static void document(const bl_check *self, bl_records *records, bl_sink *sink)
{
    const bl_faults *faults = &records->faults;
    uint8_t told[BL_FAULT_COUNT] = { 0 };

    (void)self;
    for (size_t i = 0; i < faults->count; i++) {
        const uint16_t kind = faults->items[i].fault.kind;

        tell(faults, &faults->items[i], ++told[kind] == BL_FAULTS_TOLD, sink);
    }
}

const bl_check bl_check_document_invalid = {
    .id = "document-invalid",
    .title = "The file breaks its format",
    .category = "structure",
    .its_type = "non-conformance",
    .since = "0.1",
    .stage = BL_STABLE,
    .messages = {
        [DUPLICATE] = { "duplicate-id", "{0} ({1})", BL_ERROR },
        [NO_LANGUAGE] = { "language-missing", "{0} ({1})", BL_ERROR },
        [WRONG_LANGUAGE] = { "language-invalid", "{0} ({1})", BL_ERROR },
        [OTHER_LANGUAGE] = { "language-different", "{0} ({1})", BL_ERROR },
        [UNCLEAR_LANGUAGE] = { "language-unclear", "{0} ({1})", BL_WARNING },
        [REFERENCE] = { "reference-broken", "{0} ({1})", BL_ERROR },
        [UNPAIRED] = { "code-unpaired", "{0} ({1})", BL_ERROR },
        [VALUE_INVALID] = { "value-invalid", "{0} ({1})", BL_ERROR },
        [MISSING] = { "part-missing", "{0} ({1})", BL_ERROR },
        [MISPLACED] = { "part-misplaced", "{0} ({1})", BL_WARNING },
        [LOST] = { "text-lost", "{0} ({1})", BL_ERROR },
    },
    .document = document,
};
