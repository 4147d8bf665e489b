#include "config.h"

#include "keel-session-goal.h"

#include <glib/gi18n-lib.h>

#include "keel-session-private.h"
#include "keel-week.h"

static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  KeelProfile *profile = keel_session_get_profile (KEEL_SESSION (source));
  GError *error = NULL;
  int goal = keel_journal_get_weekly_goal (keel_profile_get_journal (profile), &error);

  if (goal >= 0)
    g_task_return_int (task, goal);
  else
    g_task_return_error (task, error);
}

static gboolean
set_goal (KeelProfile *profile, gconstpointer wish, GObject **outcome, GError **error)
{
  return keel_journal_set_weekly_goal (keel_profile_get_journal (profile), GPOINTER_TO_INT (wish), error);
}

void
keel_session_read_goal_async (KeelSession *self, KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  keel_session_run (self, task, read_in_thread, FALSE);
}

int
keel_session_read_goal_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  return (int) g_task_propagate_int (G_TASK (result), error);
}

void
keel_session_set_goal_async (KeelSession *self, int goal, KeelSessionCallback callback, gpointer data)
{
  keel_session_change (self, set_goal, GINT_TO_POINTER (goal), NULL, callback, data);
}

/* What is no longer followed was a meeting, as far as anybody knows. */
static gboolean
is_meeting (KeelSession *self, KeelAttendance *attendance)
{
  KeelSeries *series = keel_session_find_series (self, attendance->series);

  return series == NULL || !keel_series_is_appointment (series);
}

guint
keel_session_count_week (KeelSession *self)
{
  GPtrArray *all = keel_session_get_attended (self);
  g_autoptr (GPtrArray) meetings = g_ptr_array_new ();
  g_autoptr (GTimeZone) zone = keel_session_get_zone (self);
  gint64 from, to;

  keel_attendance_get_week (keel_session_get_now (self), keel_week_get_first_day (), zone, &from, &to);
  for (guint i = 0; i < all->len; i++)
    {
      KeelAttendance *attendance = all->pdata[i];

      if (attendance->start < from)
        break;
      if (is_meeting (self, attendance))
        g_ptr_array_add (meetings, attendance);
    }
  return keel_attendance_count (meetings, from, to);
}

char *
keel_session_describe_week (KeelSession *self, int goal)
{
  guint count = keel_session_count_week (self);

  if (goal > 0 && count <= (guint) goal)
    /* Translators: %1$u is how many meetings the person was at, %2$u how many they want to go to. */
    return g_strdup_printf (ngettext ("%1$u of %2$u meeting this week", "%1$u of %2$u meetings this week",
                                      (guint) goal),
                            count, (guint) goal);
  if (count == 0)
    return g_strdup (_ ("No meeting yet this week"));
  return g_strdup_printf (ngettext ("%u meeting this week", "%u meetings this week", count), count);
}
