/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Files that are not in UTF-8: decoding as the bytes come in, and counting
 * how many bytes of the file a stretch of decoded text was.
 */
#ifndef BL_TEXT_ENCODING_H
#define BL_TEXT_ENCODING_H

#include "base/buf.h"

typedef struct bl_encoding bl_encoding;

/* Memory for one, to be opened once; NULL when there is none. Freed with
 * bl_encoding_free(), which accepts NULL. */
bl_encoding *bl_encoding_blank(const bl_alloc *alloc);
void bl_encoding_free(bl_encoding *encoding);

/* `name` as in an XML declaration: "UTF-16LE", "windows-1252", "Shift_JIS".
 * False when ICU does not know it. */
bool bl_encoding_open(bl_encoding *encoding, const char *name);

/*
 * Append `size` bytes, decoded, to `out`. A character cut at the end of one
 * piece is continued by the next; `last` says that there is none. False when
 * the bytes are not text of that encoding: what comes before them has been
 * appended.
 */
bool bl_encoding_decode(bl_encoding *encoding, const void *data, size_t size,
                        bool last, bl_buf *out);

/* The other way, for words: false when the encoding lacks a character or the
 * result is longer than `room` - 1 bytes. A NUL is put behind it. */
bool bl_encoding_encode(const bl_encoding *encoding, bl_str text, char *out,
                        size_t room);

/* How many bytes the text has in the file. Exact for encodings without
 * shift states, which are all that XML files are found in. */
size_t bl_encoding_size(const bl_encoding *encoding, bl_str text);

#endif
