#pragma once

/* Private to store: every meeting of the directory in a few bytes, for one pass over all of them. */

#include "keel-meeting-slots.h"
#include "keel-meeting-types.h"

G_BEGIN_DECLS

enum
{
  KEEL_PACKED_ONLINE = 1 << 0,
  KEEL_PACKED_IN_PERSON = 1 << 1,
  KEEL_PACKED_OPEN = 1 << 2,
  KEEL_PACKED_POSITION = 1 << 3,
};

typedef struct
{
  guint32 id;      /* the row's */
  guint32 slot;    /* index into slots */
  guint32 types;   /* index of a set of types */
  guint16 program; /* index into programs */
  guint8 flags;
} KeelPackedMeeting;

/* On a globe of radius 1. Apart from the rest, since most searches never look at it. */
typedef struct
{
  float x, y, z;
} KeelPackedPosition;

/* A row of a meeting that another one stands for: found by its own words, shown as its leader. */
typedef struct
{
  guint32 leader;     /* place in meetings */
  guint32 id;         /* the row's */
  gboolean same_list; /* another weekday of a room that is always open; else what another list says */
} KeelTwin;

typedef struct
{
  GArray *meetings;    /* of KeelPackedMeeting, by row id; of those that are the same, one */
  GArray *positions;   /* of KeelPackedPosition, one for each of them */
  GArray *twins;       /* of KeelTwin, by leader */
  GPtrArray *zones;    /* of GTimeZone; the first is NULL and stands for the person's */
  GPtrArray *programs; /* of char *; the first is NULL */
  KeelMeetingSlots *slots;
  KeelMeetingTypes *types;
  guint max_id;
  guint32 *ranks; /* place of each meeting by name; NULL until it was asked for */
} KeelMeetingArray;

KeelMeetingArray *keel_meeting_array_load (KeelDatabase *database, GError **error);
void keel_meeting_array_free (KeelMeetingArray *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelMeetingArray, keel_meeting_array_free)

gboolean keel_meeting_array_rank_names (KeelMeetingArray *self, KeelDatabase *database, GError **error);

/* The first of the twins of the meeting at @place; *n is how many there are. */
const KeelTwin *keel_meeting_array_get_twins (const KeelMeetingArray *self, guint place, guint *n);

void keel_pack_position (double latitude, double longitude, KeelPackedPosition *position);

G_END_DECLS
