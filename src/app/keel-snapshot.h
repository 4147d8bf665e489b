#pragma once

#include "core/keel-attendance-book.h"
#include "store/keel-profile-reminders.h"

G_BEGIN_DECLS

/* KeelSnapshot: what the window knows of a profile, as it was when it was read. */
typedef struct
{
  gint64 counter;                 /* of the journal then; -1: nothing was read yet */
  GPtrArray *series;              /* of KeelSeries, by name */
  GPtrArray *attended;            /* of KeelAttendance, the newest first */
  KeelAttendanceBook *attendance; /* the same */
  GPtrArray *going;               /* of KeelOccurrenceKey: of today and later */
  GPtrArray *lists;               /* of KeelList */
  GPtrArray *paused;              /* of char *: UUIDs of series that do not meet at present, as lists say */
  gboolean has_reminders;         /* keel-reminders has something to remind of */
  char *delay; /* why it does not know of the last changes, the end of a sentence; NULL: it does */
} KeelSnapshot;

typedef enum
{
  KEEL_SNAPSHOT_SERIES = 1 << 0,
  KEEL_SNAPSHOT_ATTENDANCE = 1 << 1,
  KEEL_SNAPSHOT_LISTS = 1 << 2,
  KEEL_SNAPSHOT_GOING = 1 << 3,
  KEEL_SNAPSHOT_REMINDERS = 1 << 4,
} KeelSnapshotParts;

KeelSnapshot *keel_snapshot_new (void); /* of nothing */
/* In the store thread. @now: seconds UTC. */
KeelSnapshot *keel_snapshot_read (KeelProfile *profile, gint64 now, GError **error);
void keel_snapshot_free (KeelSnapshot *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelSnapshot, keel_snapshot_free)

/* Where @self says the same as @before, it gets the same objects, so that nobody has to look at them again.
 * Returns the parts that say something else. */
KeelSnapshotParts keel_snapshot_keep (KeelSnapshot *self, KeelSnapshot *before);

G_END_DECLS
