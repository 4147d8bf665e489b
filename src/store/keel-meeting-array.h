#pragma once

/* Private to store: every meeting of the directory in 24 bytes, for one pass over all of them. */

#include "keel-database.h"

G_BEGIN_DECLS

enum
{
  KEEL_PACKED_ONLINE = 1 << 0,
  KEEL_PACKED_IN_PERSON = 1 << 1,
  KEEL_PACKED_POSITION = 1 << 2,
};

typedef struct
{
  guint32 id;    /* the row's */
  float x, y, z; /* position on a globe of radius 1 */
  gint16 minute;
  gint8 day;
  guint8 flags;
  guint16 zone;    /* index into zones */
  guint16 program; /* index into programs */
} KeelPackedMeeting;

typedef struct
{
  GArray *meetings;    /* of KeelPackedMeeting, by row id */
  GPtrArray *zones;    /* of GTimeZone; the first is NULL and stands for the person's */
  GPtrArray *programs; /* of char *; the first is NULL */
  guint max_id;
  guint32 *ranks; /* place of each meeting by name; NULL until it was asked for */
} KeelMeetingArray;

KeelMeetingArray *keel_meeting_array_load (KeelDatabase *database, GError **error);
void keel_meeting_array_free (KeelMeetingArray *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelMeetingArray, keel_meeting_array_free)

gboolean keel_meeting_array_rank_names (KeelMeetingArray *self, KeelDatabase *database, GError **error);

void keel_pack_position (double latitude, double longitude, float *x, float *y, float *z);

G_END_DECLS
