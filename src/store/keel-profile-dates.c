#include "keel-profile-private.h"

/* What is asked of a schedule. */
typedef struct
{
  KeelLocalTime original;
  KeelLocalTime start;
  guint duration;
} Wish;

static KeelSchedule *
move_cb (KeelSchedule *schedule, gconstpointer data, GError **error)
{
  const Wish *wish = data;

  return keel_schedule_move (schedule, wish->original, wish->start, wish->duration, error);
}

static KeelSchedule *
cancel_cb (KeelSchedule *schedule, gconstpointer data, GError **error)
{
  const Wish *wish = data;

  return keel_schedule_cancel (schedule, wish->original, error);
}

static KeelSchedule *
restore_cb (KeelSchedule *schedule, gconstpointer data, GError **error)
{
  const Wish *wish = data;

  return keel_schedule_restore (schedule, wish->original);
}

static KeelSeries *
change_schedule (KeelProfile *self, const char *uuid, KeelScheduleChange apply, const Wish *wish,
                 GError **error)
{
  KeelSeries *before;

  g_return_val_if_fail (KEEL_IS_PROFILE (self), NULL);
  g_return_val_if_fail (uuid != NULL, NULL);

  before = keel_journal_change_schedule (keel_profile_get_journal (self), uuid, apply, wish, error);
  if (before != NULL)
    keel_profile_project_or_warn (self);
  return before;
}

/* A date that was cancelled takes place again, then. @duration in minutes. */
KeelSeries *
keel_profile_move_date (KeelProfile *self, const char *uuid, KeelLocalTime original, KeelLocalTime start,
                        guint duration, GError **error)
{
  const Wish wish = { .original = original, .start = start, .duration = duration };

  return change_schedule (self, uuid, move_cb, &wish, error);
}

KeelSeries *
keel_profile_cancel_date (KeelProfile *self, const char *uuid, KeelLocalTime original, GError **error)
{
  const Wish wish = { .original = original };

  return change_schedule (self, uuid, cancel_cb, &wish, error);
}

/* A date that was neither moved nor cancelled stays as it is. */
KeelSeries *
keel_profile_restore_date (KeelProfile *self, const char *uuid, KeelLocalTime original, GError **error)
{
  const Wish wish = { .original = original };

  return change_schedule (self, uuid, restore_cb, &wish, error);
}

gboolean
keel_profile_replace_schedule (KeelProfile *self, const char *uuid, KeelSchedule *expected,
                               KeelSchedule *schedule, GError **error)
{
  g_return_val_if_fail (KEEL_IS_PROFILE (self), FALSE);

  if (!keel_journal_replace_schedule (keel_profile_get_journal (self), uuid, expected, schedule, error))
    return FALSE;
  keel_profile_project_or_warn (self);
  return TRUE;
}
