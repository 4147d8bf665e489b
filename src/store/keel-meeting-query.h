#pragma once

#include "core/keel-meeting.h"

G_BEGIN_DECLS

typedef enum
{
  KEEL_ORDER_NEXT_START, /* after what is going on, where that was asked for */
  KEEL_ORDER_NAME,
  KEEL_ORDER_DISTANCE,
} KeelMeetingOrder;

/* Of the day, where the person is, when a meeting next starts there. */
typedef enum
{
  KEEL_PART_MORNING = 1 << 0,   /* 05:00–11:59 */
  KEEL_PART_AFTERNOON = 1 << 1, /* 12:00–16:59 */
  KEEL_PART_EVENING = 1 << 2,   /* 17:00–21:59 */
  KEEL_PART_NIGHT = 1 << 3,     /* 22:00–04:59 */
} KeelPartOfDay;
#define KEEL_N_PARTS 4

/* Those of one group add up (either of two days), those of different groups narrow down, as do types, needs,
 * online and in person. */
typedef struct
{
  const char *text;         /* words as typed; each is a prefix, all must match; NULL or "" for all */
  const char *program;      /* nullable */
  guint8 days;              /* bit 0 = Sunday …; 0 for all. Days are the meeting's own. */
  guint8 parts;             /* of KeelPartOfDay; 0 for all */
  gboolean soon;            /* starts within two hours; with @now either of the two */
  gboolean now;             /* has begun and not ended; a room that is always open has */
  gboolean online;          /* one can take part from afar */
  gboolean in_person;       /* there is a place to go to */
  gboolean open_only;       /* says that it is open to all */
  guint8 access;            /* of KeelAccess: all of these */
  const char *const *types; /* nullable; names as in KeelMeeting.type_names: all of these */
  const char *language;     /* nullable; the name of a type that is one */
  gboolean near;            /* then @latitude and @longitude are set */
  double latitude, longitude;
  double within_km; /* 0: no limit */
  KeelMeetingOrder order;
  guint limit; /* 0: fifty */
} KeelMeetingQuery;

/* With copies of its texts, for another thread. */
KeelMeetingQuery *keel_meeting_query_copy (const KeelMeetingQuery *self);
void keel_meeting_query_free (KeelMeetingQuery *self); /* of a copy */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelMeetingQuery, keel_meeting_query_free)

G_END_DECLS
