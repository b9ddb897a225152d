/* SPDX-License-Identifier: Apache-2.0 */
/*
 * bilint: check translations against their sources.
 *
 * An engine holds configuration and language data; it is built once and then
 * shared by every thread. It checks pairs (one source text and its
 * translation) and documents (XLIFF), and fills reports with findings.
 *
 * Ownership in three sentences. Inputs are borrowed for the call. Outputs
 * belong to the report and die with it. Nothing else is freed by the caller,
 * and every free accepts NULL.
 *
 * Text is UTF-8, given as pointer and size in bytes; NUL is a character like
 * any other. Identifiers (languages, rules, keys) are NUL-terminated.
 * A struct that crosses the boundary starts with `struct_size`, which the
 * caller sets to the sizeof() it was compiled with; zero in a field means the
 * default. A struct longer than the library's own is accepted when the part
 * that the library does not know is zero, and refused otherwise.
 */
#ifndef BILINT_BILINT_H
#define BILINT_BILINT_H

#include <stddef.h>
#include <stdint.h>

#include "bilint/export.h"
#include "bilint/host.h"
#include "bilint/status.h"
#include "bilint/version.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct bilint_engine bilint_engine;
typedef struct bilint_report bilint_report;
typedef struct bilint_stream bilint_stream;
typedef struct bilint_project bilint_project;

/* Severities. Unknown values must be tolerated. */
#define BILINT_OFF     0
#define BILINT_INFO    1
#define BILINT_WARNING 2
#define BILINT_ERROR   3

/* Sides. */
#define BILINT_SOURCE 0
#define BILINT_TARGET 1

/* ---- the library -------------------------------------------------------- */

/**
 * The version of the library, such as "0.1.0".
 *
 * [owner: library]
 * [thread: any]
 * [since: 0.1]
 */
BILINT_API const char *BILINT_CALL bilint_version(void);

/**
 * The binary interface of the library; compare with BILINT_ABI.
 *
 * [owner: nothing is passed]
 * [thread: any]
 * [since: 0.1]
 */
BILINT_API uint32_t BILINT_CALL bilint_abi(void);

/**
 * English text for a status, such as "out of memory".
 *
 * [owner: library]
 * [thread: any]
 * [since: 0.1]
 */
BILINT_API const char *BILINT_CALL bilint_status_text(bilint_status status);

/* ---- engine ------------------------------------------------------------- */

/**
 * Build an engine.
 *
 * @param abi     BILINT_ABI
 * @param config  text in the form of bilint.yml (docs/reference/
 *                configuration.md), UTF-8; several YAML documents may
 *                follow each other, and what a later one says overrides
 *                an earlier one; NULL with size 0 means defaults
 * @param size    of `config` in bytes
 * @param host    services of the caller, kept by pointer; may be NULL
 * @param out     receives the engine; NULL on failure
 * @param err     receives details with line and column; may be NULL
 * @return BILINT_OK, E_ABI, E_ARGUMENT, E_CONFIG, E_DATA, E_IO, E_MEMORY
 *
 * [owner: *out is the caller's, bilint_engine_free()]
 * [thread: any]
 * [since: 0.1]
 */
BILINT_API bilint_status BILINT_CALL
bilint_engine_new(uint32_t abi, const char *config, size_t size,
                  const bilint_host *host, bilint_engine **out,
                  bilint_error *err);

/**
 * One more owner of the engine.
 *
 * @return `engine`
 *
 * [owner: the new owner calls bilint_engine_free() too]
 * [thread: any, concurrently]
 * [since: 0.1]
 */
BILINT_API bilint_engine *BILINT_CALL bilint_engine_ref(bilint_engine *engine);

/**
 * One owner less; the last one frees the engine. Accepts NULL.
 *
 * [owner: takes the caller's share]
 * [thread: any, concurrently]
 * [since: 0.1]
 */
BILINT_API void BILINT_CALL bilint_engine_free(bilint_engine *engine);

/**
 * Load the data of a language pair now, not at the first pair checked.
 * Findings do not depend on it; the latency of the first check does.
 *
 * @param source_lang  BCP 47, such as "en" or "en-GB"
 * @param target_lang  BCP 47
 * @return BILINT_OK, E_ARGUMENT, E_DATA, E_MEMORY
 *
 * [owner: borrows the strings]
 * [thread: any, concurrently]
 * [since: 0.1]
 */
BILINT_API bilint_status BILINT_CALL
bilint_engine_prepare(bilint_engine *engine, const char *source_lang,
                      const char *target_lang, bilint_error *err);

/**
 * The value of a key of the configuration as text, or NULL where it has
 * none: "source-lang", "target-lang", "fail-on", "offsets", or an option
 * such as "whitespace-edge.spaces".
 *
 * [owner: engine]
 * [thread: any, concurrently]
 * [since: 0.1]
 */
BILINT_API const char *BILINT_CALL
bilint_engine_setting(const bilint_engine *engine, const char *key);

/**
 * The severity at which a rule reports in this engine at most, BILINT_OFF
 * where it is off, or BILINT_E_ARGUMENT where there is no such rule.
 *
 * [owner: borrows the string]
 * [thread: any, concurrently]
 * [since: 0.1]
 */
BILINT_API int32_t BILINT_CALL
bilint_engine_severity(const bilint_engine *engine, const char *rule);

/* ---- one pair ----------------------------------------------------------- */

/* Kinds of bilint_code. */
#define BILINT_CODE_ISOLATED 0
#define BILINT_CODE_OPEN     1
#define BILINT_CODE_CLOSE    2

/**
 * An inline code, shown in the text of a pair by the characters from `start`
 * to `limit`, which are not text: "<g1>" in OmegaT, U+FFFC elsewhere. Codes
 * are given in the order of the text, do not overlap, do not reach behind its
 * end and cut no character in two.
 */
typedef struct bilint_code {
    uint32_t struct_size; /* sizeof(bilint_code) */
    int32_t kind;         /* BILINT_CODE_... */
    uint32_t start;       /* offsets into the text, in the engine's unit */
    uint32_t limit;
    const char *id;       /* equal ids on both sides are the same code, and
                             of an opening and a closing one a pair; NULL:
                             the characters shown are the id */
    const char *native;   /* "<br/>", "%s"; may be NULL */
} bilint_code;

/* Flags of bilint_pair. */
#define BILINT_PAIR_NO_TARGET      (1u << 0) /* there is none, not "" */
#define BILINT_PAIR_PRESERVE_SPACE (1u << 1) /* xml:space="preserve" */

/** One source text and its translation. */
typedef struct bilint_pair {
    uint32_t struct_size; /* sizeof(bilint_pair) */
    uint32_t flags;       /* BILINT_PAIR_... */
    const char *source_lang; /* BCP 47; NULL: that of the configuration */
    const char *target_lang;
    const char *unit;        /* the caller's id of it; may be NULL */
    const char *source;      /* UTF-8 */
    size_t source_size;      /* in bytes; under 64 MiB */
    const char *target;
    size_t target_size;
    const bilint_code *source_codes; /* may be NULL */
    const bilint_code *target_codes;
    uint32_t source_code_count;
    uint32_t target_code_count;
    uint32_t max_micros; /* give up after so long and mark the report
                            BILINT_REPORT_INCOMPLETE; 0: no limit */
    uint32_t reserved;   /* 0 */
} bilint_pair;

/**
 * Check one pair.
 *
 * Reads nothing but the pair. Findings come in the order of the text: by
 * first mark, then by rule. No finding is a success.
 *
 * @param report  NULL in *report makes a new one; otherwise that report is
 *                emptied and used again, which saves allocation when a host
 *                checks at each key stroke
 * @param err     receives details on failure; may be NULL
 * @return BILINT_OK, E_ARGUMENT, E_DATA, E_LIMIT, E_MEMORY
 *
 * [owner: *report is the caller's, bilint_report_free()]
 * [thread: any, concurrently on one engine; each with its own report]
 * [since: 0.1]
 */
BILINT_API bilint_status BILINT_CALL
bilint_check_pair(bilint_engine *engine, const bilint_pair *pair,
                  bilint_report **report, bilint_error *err);

/* ---- a document --------------------------------------------------------- */

/**
 * Check a document held in memory: XLIFF 1.0 to 1.2 and 2.0 to 2.2.
 *
 * @param name    its file name or URI, for messages and, where the document
 *                itself names none, for the target language; may be NULL
 * @param data    the bytes of the file, in the encoding that it declares
 * @param size    of `data`
 * @param report  as in bilint_check_pair(). When the document breaks off with
 *                E_FORMAT or E_LIMIT the report holds what was found before
 *                that place
 * @param err     line, column and reason of a failure; may be NULL
 * @return BILINT_OK, E_ARGUMENT, E_CANCELLED, E_DATA, E_FORMAT, E_LIMIT,
 *         E_MEMORY, E_UNSUPPORTED
 *
 * [owner: *report is the caller's, bilint_report_free()]
 * [thread: any, concurrently on one engine; each with its own report]
 * [since: 0.1]
 */
BILINT_API bilint_status BILINT_CALL
bilint_check_document(bilint_engine *engine, const char *name,
                      const void *data, size_t size, bilint_report **report,
                      bilint_error *err);

/**
 * As bilint_check_document(), read from a file in pieces: memory does not
 * grow with its size.
 *
 * @param path  UTF-8; as the C library's fopen() takes it
 * @return also BILINT_E_IO
 *
 * [owner: *report is the caller's, bilint_report_free()]
 * [thread: any, concurrently on one engine; each with its own report]
 * [since: 0.1]
 */
BILINT_API bilint_status BILINT_CALL
bilint_check_file(bilint_engine *engine, const char *path,
                  bilint_report **report, bilint_error *err);

/**
 * Begin a document whose bytes come in pieces.
 *
 * @param name  as in bilint_check_document()
 * @param total size of the whole in bytes, for progress; 0: not known
 *
 * [owner: *out is the caller's, bilint_stream_free()]
 * [thread: any; the stream itself one at a time]
 * [since: 0.1]
 */
BILINT_API bilint_status BILINT_CALL
bilint_stream_new(bilint_engine *engine, const char *name, uint64_t total,
                  bilint_stream **out, bilint_error *err);

/**
 * The next bytes of the document, however they are cut. After a failure the
 * stream takes no more; bilint_stream_finish() still gives the report.
 *
 * @return as bilint_check_document()
 *
 * [owner: borrows `data` for the call]
 * [thread: one at a time per stream]
 * [since: 0.1]
 */
BILINT_API bilint_status BILINT_CALL
bilint_stream_push(bilint_stream *stream, const void *data, size_t size,
                   bilint_error *err);

/**
 * The document is at its end: check what is left and hand over the report.
 *
 * @return as bilint_check_document(); the first failure of the stream again,
 *         if it had one
 *
 * [owner: *report is the caller's, bilint_report_free()]
 * [thread: one at a time per stream]
 * [since: 0.1]
 */
BILINT_API bilint_status BILINT_CALL
bilint_stream_finish(bilint_stream *stream, bilint_report **report,
                     bilint_error *err);

/**
 * Accepts NULL, and a stream that was not finished.
 *
 * [owner: takes the stream]
 * [thread: one at a time per stream]
 * [since: 0.1]
 */
BILINT_API void BILINT_CALL bilint_stream_free(bilint_stream *stream);

/* ---- a project ---------------------------------------------------------- */

/**
 * Documents that belong together: what the same source is in each of them is
 * compared, too. Only a small record of each segment is kept.
 *
 * @param engine     whose settings the project's own report follows
 * @param documents  how many there are, one at least
 * @return BILINT_OK, E_ARGUMENT, E_MEMORY
 *
 * [owner: *out is the caller's, bilint_project_free()]
 * [thread: any]
 * [since: 0.1]
 */
BILINT_API bilint_status BILINT_CALL
bilint_project_new(bilint_engine *engine, uint32_t documents,
                   bilint_project **out, bilint_error *err);

/**
 * The stream's document is number `index` of the project. What documents have
 * in common is then in the report of the project, not in its own. To be
 * called before the first bytes are pushed; documents may be checked in any
 * order, and at once, and with engines of their own.
 *
 * @param index  counted from 0; each number for one document
 * @return BILINT_OK, E_ARGUMENT
 *
 * [owner: the project outlives the stream]
 * [thread: any, concurrently on one project; one at a time per stream]
 * [since: 0.1]
 */
BILINT_API bilint_status BILINT_CALL
bilint_stream_join(bilint_stream *stream, bilint_project *project,
                   uint32_t index, bilint_error *err);

/**
 * All documents are read: compare them. Documents that broke off, and numbers
 * that no document had, are left out. Findings are in the order of the
 * documents, each with the file that it is in.
 *
 * @param report  as in bilint_check_pair()
 * @return BILINT_OK, E_ARGUMENT, E_MEMORY
 *
 * [owner: *report is the caller's, bilint_report_free()]
 * [thread: one at a time per project]
 * [since: 0.1]
 */
BILINT_API bilint_status BILINT_CALL
bilint_project_finish(bilint_project *project, bilint_report **report,
                      bilint_error *err);

/**
 * Accepts NULL.
 *
 * [owner: takes the project]
 * [thread: one at a time per project]
 * [since: 0.1]
 */
BILINT_API void BILINT_CALL bilint_project_free(bilint_project *project);

/* ---- report ------------------------------------------------------------- */

/* Flags of bilint_summary. */
#define BILINT_REPORT_INCOMPLETE (1u << 0) /* a time budget ran out */
#define BILINT_REPORT_BROKEN     (1u << 1) /* the document broke off */
#define BILINT_REPORT_LANGUAGE   (1u << 2) /* segments with a target were not
                                              checked: no language is known */

/** Counts of a report. */
typedef struct bilint_summary {
    uint32_t struct_size; /* sizeof(bilint_summary) */
    uint32_t flags;       /* BILINT_REPORT_... */
    uint64_t units;       /* read */
    uint64_t segments;    /* read */
    uint64_t checked;     /* segments that rules looked at */
    uint32_t errors;
    uint32_t warnings;
    uint32_t infos;
    uint32_t reserved;
} bilint_summary;

/**
 * One finding. Strings are UTF-8 and NUL-terminated; those that may contain
 * NUL of their own have a size as well.
 */
typedef struct bilint_finding {
    uint32_t struct_size; /* sizeof(bilint_finding) */
    int32_t severity;     /* BILINT_ERROR, ... */
    const char *rule;     /* "number-mismatch" */
    const char *code;     /* which of the rule's messages: "altered" */
    const char *category; /* "number" */
    const char *its_type; /* ITS 2.0 locQualityIssueType: "numbers" */
    const char *message;  /* English, one line */
    const char *file;     /* name of the document; NULL for a pair */
    const char *unit;     /* id of the unit; NULL where it has none */
    const char *segment;  /* id of the segment; NULL where it has none */
    uint32_t line;        /* of the first mark on the target, or else on the
                             source, or else of the unit or the element;
                             1-based, 0: none */
    uint32_t column;      /* 1-based, in code points */
    uint64_t offset;      /* in bytes of the file */
    uint32_t mark_count;  /* see bilint_report_mark(); 0: about the file */
    int32_t fix_side;     /* BILINT_TARGET; meaningful where fix is not NULL */
    const char *fix;      /* replace fix_start..fix_limit by it; NULL: none */
    size_t fix_size;
    uint32_t fix_start;   /* in the engine's offset unit */
    uint32_t fix_limit;
    uint64_t fingerprint; /* of rule, code and texts; not of the place */
} bilint_finding;

/** A stretch of text that a finding is about. */
typedef struct bilint_mark {
    uint32_t struct_size; /* sizeof(bilint_mark) */
    int32_t side;         /* BILINT_SOURCE or BILINT_TARGET */
    uint32_t start;       /* in the engine's offset unit, half open; a code */
    uint32_t limit;       /* of a document counts as U+FFFC */
    const char *text;     /* what stands there */
    size_t text_size;
    uint32_t line;        /* 1-based; 0 for a pair */
    uint32_t column;      /* 1-based, in code points */
    uint64_t offset;      /* in bytes of the file */
} bilint_mark;

/**
 * How many findings the report has.
 *
 * [owner: nothing is passed]
 * [thread: one at a time per report]
 * [since: 0.1]
 */
BILINT_API uint32_t BILINT_CALL
bilint_report_count(const bilint_report *report);

/**
 * The finding number `index`, counted from 0.
 *
 * @param out  its struct_size says how much of it is filled
 * @return BILINT_OK, E_ARGUMENT
 *
 * [owner: strings are the report's]
 * [thread: one at a time per report]
 * [since: 0.1]
 */
BILINT_API bilint_status BILINT_CALL
bilint_report_get(const bilint_report *report, uint32_t index,
                  bilint_finding *out);

/**
 * The mark number `mark` of finding number `index`.
 *
 * @return BILINT_OK, E_ARGUMENT
 *
 * [owner: strings are the report's]
 * [thread: one at a time per report]
 * [since: 0.1]
 */
BILINT_API bilint_status BILINT_CALL
bilint_report_mark(const bilint_report *report, uint32_t index, uint32_t mark,
                   bilint_mark *out);

/**
 * The text of one side of the segment that a finding is about, codes as
 * U+FFFC; NULL where that side has none.
 *
 * @param size  receives its size in bytes; may be NULL
 *
 * [owner: report]
 * [thread: one at a time per report]
 * [since: 0.1]
 */
BILINT_API const char *BILINT_CALL
bilint_report_text(const bilint_report *report, uint32_t index, int32_t side,
                   size_t *size);

/**
 * Counts of the whole report.
 *
 * @return BILINT_OK, E_ARGUMENT
 *
 * [owner: nothing is kept]
 * [thread: one at a time per report]
 * [since: 0.1]
 */
BILINT_API bilint_status BILINT_CALL
bilint_report_summary(const bilint_report *report, bilint_summary *out);

/**
 * All findings in one flat buffer, for bindings that pay per call. The
 * layout is documented in docs/reference/packed-report.md.
 *
 * @param data  receives the buffer
 * @param size  receives its size in bytes
 * @return BILINT_OK, E_ARGUMENT, E_MEMORY
 *
 * [owner: report; valid until it is used again or freed]
 * [thread: one at a time per report]
 * [since: 0.1]
 */
BILINT_API bilint_status BILINT_CALL
bilint_report_packed(bilint_report *report, const void **data, size_t *size);

/* Flags of bilint_report_write(). */
#define BILINT_WRITE_COLOUR (1u << 0) /* ANSI escapes in "text" */

/**
 * Takes the next piece of output.
 * @return 0 to go on, anything else to stop with BILINT_E_IO
 */
typedef int32_t(BILINT_CALL *bilint_write)(void *context, const char *data,
                                           size_t size);

/**
 * Write the findings out.
 *
 * @param format    "text" or "jsonl" (docs/reference/json.md)
 * @param severity  leave out what is below it; BILINT_INFO writes all
 * @param flags     BILINT_WRITE_...
 * @param write     called with pieces of UTF-8
 * @param context   passed through to `write`
 * @return BILINT_OK, E_ARGUMENT, E_IO, E_MEMORY
 *
 * [owner: the pieces are borrowed for each call of `write`]
 * [thread: one at a time per report]
 * [since: 0.1]
 */
BILINT_API bilint_status BILINT_CALL
bilint_report_write(const bilint_report *report, const char *format,
                    int32_t severity, uint32_t flags, bilint_write write,
                    void *context, bilint_error *err);

/**
 * Accepts NULL.
 *
 * [owner: takes the report]
 * [thread: one at a time per report]
 * [since: 0.1]
 */
BILINT_API void BILINT_CALL bilint_report_free(bilint_report *report);

/* ---- rules and options -------------------------------------------------- */

/** What the library says of a rule. */
typedef struct bilint_rule {
    uint32_t struct_size; /* sizeof(bilint_rule) */
    int32_t severity;     /* by default; BILINT_OFF: off by default */
    const char *id;       /* "number-mismatch" */
    const char *title;    /* one line */
    const char *category; /* "number" */
    const char *its_type; /* "numbers" */
    const char *stage;    /* "stable", "preview" or "deprecated" */
    const char *since;    /* "0.1" */
    const char *page;     /* its documentation in Markdown */
} bilint_rule;

/**
 * How many rules there are.
 *
 * [owner: nothing is passed]
 * [thread: any]
 * [since: 0.1]
 */
BILINT_API uint32_t BILINT_CALL bilint_rule_count(void);

/**
 * The rule number `index`, counted from 0, sorted by id.
 *
 * @return BILINT_OK, E_ARGUMENT
 *
 * [owner: strings are the library's]
 * [thread: any]
 * [since: 0.1]
 */
BILINT_API bilint_status BILINT_CALL bilint_rule_get(uint32_t index,
                                                     bilint_rule *out);

/**
 * How many rules an engine has: those above, and those of the user's own that
 * its configuration defines.
 *
 * [owner: nothing is passed]
 * [thread: any, concurrently]
 * [since: 0.1]
 */
BILINT_API uint32_t BILINT_CALL
bilint_engine_rule_count(const bilint_engine *engine);

/**
 * The rule number `index` of an engine, counted from 0: those above in their
 * order, then "custom/<name>" in the order of the configuration.
 *
 * @return BILINT_OK, E_ARGUMENT
 *
 * [owner: strings are the engine's]
 * [thread: any, concurrently]
 * [since: 0.1]
 */
BILINT_API bilint_status BILINT_CALL
bilint_engine_rule_get(const bilint_engine *engine, uint32_t index,
                       bilint_rule *out);

/** A key that the configuration understands. */
typedef struct bilint_option {
    uint32_t struct_size;      /* sizeof(bilint_option) */
    uint32_t reserved;
    const char *rule;          /* whose option it is; NULL: a general key.
                                  In full it is "<rule>.<key>" */
    const char *key;           /* "spaces" */
    const char *type;          /* "yes/no", "number", "text", "list", "map" */
    const char *default_value; /* as text; NULL: none */
    const char *title;         /* one line */
} bilint_option;

/**
 * How many keys there are, for settings dialogs.
 *
 * [owner: nothing is passed]
 * [thread: any]
 * [since: 0.1]
 */
BILINT_API uint32_t BILINT_CALL bilint_option_count(void);

/**
 * The key number `index`, counted from 0.
 *
 * @return BILINT_OK, E_ARGUMENT
 *
 * [owner: strings are the library's]
 * [thread: any]
 * [since: 0.1]
 */
BILINT_API bilint_status BILINT_CALL bilint_option_get(uint32_t index,
                                                       bilint_option *out);

/* ---- the factory of bilint_plugin() ------------------------------------- */

/** The functions above as a table, from bilint_plugin()->get_factory(). */
#define BILINT_ENGINE_FACTORY "bilint.engine/1"
typedef struct bilint_engine_factory {
    uint32_t struct_size;
    uint32_t reserved;
    bilint_status(BILINT_CALL *engine_new)(uint32_t abi, const char *config,
                                           size_t size,
                                           const bilint_host *host,
                                           bilint_engine **out,
                                           bilint_error *err);
    void(BILINT_CALL *engine_free)(bilint_engine *engine);
    bilint_status(BILINT_CALL *check_pair)(bilint_engine *engine,
                                           const bilint_pair *pair,
                                           bilint_report **report,
                                           bilint_error *err);
    bilint_status(BILINT_CALL *check_document)(bilint_engine *engine,
                                               const char *name,
                                               const void *data, size_t size,
                                               bilint_report **report,
                                               bilint_error *err);
    uint32_t(BILINT_CALL *report_count)(const bilint_report *report);
    bilint_status(BILINT_CALL *report_get)(const bilint_report *report,
                                           uint32_t index,
                                           bilint_finding *out);
    bilint_status(BILINT_CALL *report_mark)(const bilint_report *report,
                                            uint32_t index, uint32_t mark,
                                            bilint_mark *out);
    void(BILINT_CALL *report_free)(bilint_report *report);
} bilint_engine_factory;

#ifdef __cplusplus
}
#endif

#endif
