#pragma once

#include "keel-local-time.h"

G_BEGIN_DECLS

/* When the offsets of a VTIMEZONE change. */
typedef struct
{
  gint64 at;  /* seconds UTC */
  int before; /* seconds east of UTC */
  int after;
} KeelIcalOnset;

/* The onsets before @end (seconds UTC) that the text of a VTIMEZONE gives, ascending. Transfer full;
 * empty where it cannot be read. */
GArray *keel_ical_offsets_read (const char *text, gsize length, gint64 end);

/* The offset in force at @at; FALSE where @onsets is empty. */
gboolean keel_ical_offsets_lookup (const GArray *onsets, gint64 at, int *offset);

G_END_DECLS
