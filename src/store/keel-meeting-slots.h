#pragma once

/* Private to store: the times at which meetings happen, each once, and what holds of them now. */

#include "core/keel-schedule.h"

G_BEGIN_DECLS

enum
{
  KEEL_SLOT_PARTS = 0xf,   /* of KeelPartOfDay: of the next start; all of a room that is open all day */
  KEEL_SLOT_SOON = 1 << 4, /* starts within two hours */
  KEEL_SLOT_NOW = 1 << 5,  /* has begun and not ended */
  KEEL_SLOT_ANY = 1 << 7,  /* of all but what is over */
};

typedef struct
{
  gint64 next;  /* seconds UTC; 0: never again, or by appointment */
  gint64 began; /* seconds UTC, where it is going on; else 0 */
  gint64 until; /* seconds UTC: when a schedule has to be asked again */
  guint8 flags; /* of the above */
  guint8 days;  /* as in KeelSlot; of a schedule, of its dates in the next weeks */
} KeelSlotState;

#define KEEL_SLOT_BY_APPOINTMENT (1 << 0)
#define KEEL_SLOT_DAY(day) (1 << ((day) + 1)) /* 0 = Sunday */

/* A weekly time, where no schedule says more. */
typedef struct
{
  guint16 zone;    /* index into the array's zones */
  gint16 minute;   /* meaningless by appointment */
  guint16 minutes; /* how long; 0 unknown */
  guint8 days;     /* the meeting's own: KEEL_SLOT_BY_APPOINTMENT, or of KEEL_SLOT_DAY () */
  gboolean any_time;
} KeelSlot;

typedef struct _KeelMeetingSlots KeelMeetingSlots;

KeelMeetingSlots *keel_meeting_slots_new (void);
void keel_meeting_slots_free (KeelMeetingSlots *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelMeetingSlots, keel_meeting_slots_free)

/* Return the slot's index, that of an equal one where there is one. */
guint keel_meeting_slots_add (KeelMeetingSlots *self, const KeelSlot *slot);
guint keel_meeting_slots_add_schedule (KeelMeetingSlots *self, const char *schedule, const KeelSlot *slot);
/* The slot of both, for two that differ in their days. */
guint keel_meeting_slots_join (KeelMeetingSlots *self, guint place, guint other);

guint keel_meeting_slots_get_n (KeelMeetingSlots *self);
/* Equal for the same days, minute, zone and rhythm, and 0 by appointment: how long it takes lists say or do
 * not say. */
guint64 keel_meeting_slots_get_when (KeelMeetingSlots *self, guint place);

/* After the last one is added: all slots as of @now (seconds UTC) for a person in the zone @person; @zones of
 * GTimeZone, NULL for the person's. Valid until the next call. Nothing is done twice within a minute, since
 * nothing changes. */
const KeelSlotState *keel_meeting_slots_look (KeelMeetingSlots *self, GPtrArray *zones, gint64 now,
                                              GTimeZone *person);

G_END_DECLS
