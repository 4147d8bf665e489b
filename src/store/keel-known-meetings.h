#pragma once

/* Private to store: what a list held before an import, by key. */

#include "keel-database.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 key;
  gint64 digest;
  gint64 id;     /* the row's */
  gboolean seen; /* the feed still has it */
} KeelKnownMeeting;

/* A GArray of KeelKnownMeeting by key. */
GArray *keel_known_meetings_load (KeelDatabase *database, gint64 list, GError **error);
KeelKnownMeeting *keel_known_meetings_find (GArray *meetings, gint64 key);

G_END_DECLS
