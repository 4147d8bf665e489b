#pragma once

/*
 * Private to store: which meetings of different lists are the same one. Shown twice is a nuisance, hidden is
 * a meeting that somebody misses, so two are the same only if
 *  - the same day, minute, zone and rhythm are said of both, and not "by appointment",
 *  - the same program, or one list does not say which,
 *  - and the same room to join, or the same link or address and name, or places within 100 m where people
 *    meet,
 *  - and neither of the two lists has a second meeting of which that is true.
 */

#include <glib.h>

G_BEGIN_DECLS

#define KEEL_TWIN_METRES 100

/* What is compared. */
typedef struct
{
  guint64 when;     /* equal for the same day, minute, zone and rhythm; 0 by appointment */
  gint64 link_key;  /* of keel-twin-keys.h; 0: none */
  gint64 place_key; /* likewise */
  float x, y, z;    /* on a globe of radius 1 */
  gboolean placed;  /* people meet at that position */
  guint32 list;
  guint16 program; /* 0 unknown */
} KeelTwinTrait;

/* For each of @traits (of KeelTwinTrait) the place of the first that is the same meeting, mostly its own. */
guint32 *keel_meeting_twins_find (const GArray *traits);

G_END_DECLS
