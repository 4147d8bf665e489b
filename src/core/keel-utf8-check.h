#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Checks UTF-8 that comes in pieces. Start with all zero. */
typedef struct
{
  guint8 missing;      /* bytes that the character begun still needs */
  guint8 lower, upper; /* what the next of them may be */
} KeelUtf8Check;

/* The number of bytes of @data that are well-formed, counted with what came before. NUL is not: no text
 * of ours holds it, and UTF-16 is full of it. */
gsize keel_utf8_check (KeelUtf8Check *self, const guint8 *data, gsize length);

G_END_DECLS
