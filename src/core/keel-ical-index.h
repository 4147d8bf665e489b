#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A component in the text, from its BEGIN on. */
typedef struct
{
  gsize offset;
  gsize length;
  guint64 group; /* events: the offset of the first one with the same UID */
} KeelIcalSpan;

/*
 * KeelIcalIndex: where in the text of a calendar its events and zones stand, found before anything is
 * parsed; so that only one event with its changed dates needs to be held at a time.
 */
typedef struct
{
  GBytes *bytes;
  GArray *events;    /* of KeelIcalSpan; those with the same UID side by side, else in their order */
  GHashTable *zones; /* TZID → KeelIcalSpan of its VTIMEZONE */
  char *timezone;    /* X-WR-TIMEZONE, as it stands there; nullable */
} KeelIcalIndex;

/* NULL with an error of KEEL_FEED_ERROR: no calendar, a line beyond 1 MB, components nested deeper than
 * KEEL_MAX_DEPTH, more than KEEL_MAX_ROWS events; or with G_IO_ERROR_CANCELLED. */
KeelIcalIndex *keel_ical_index_new (GBytes *bytes, GCancellable *cancellable, GError **error);
void keel_ical_index_free (KeelIcalIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelIcalIndex, keel_ical_index_free)

/* The text of a span; not ended by NUL. */
const char *keel_ical_index_get_text (const KeelIcalIndex *self, const KeelIcalSpan *span);

/* Whether the bytes begin as a calendar does, behind a byte order mark and white space. */
gboolean keel_ical_is_calendar (const char *data, gsize length);

G_END_DECLS
