#include "keel-attendance-edit.h"

static void
edit_number (int *now, int shown, int wanted)
{
  if (wanted != shown)
    *now = wanted;
}

static void
edit_text (char **now, const char *shown, const char *wanted)
{
  if (g_strcmp0 (shown, wanted) == 0)
    return;
  g_free (*now);
  *now = g_strdup (wanted);
}

KeelAttendance *
keel_attendance_edit (KeelAttendance *now, KeelAttendance *shown, KeelAttendance *wanted)
{
  g_autoptr (KeelAttendance) none = NULL;
  KeelAttendance *result;

  g_return_val_if_fail (KEEL_IS_ATTENDANCE (wanted), NULL);

  none = keel_attendance_new (wanted->series, wanted->occurrence, wanted->start, wanted->state);
  result = keel_attendance_copy (now != NULL ? now : none);
  result->start = wanted->start;
  /* Whoever saw nothing said what it is. */
  if (shown == NULL || shown->state != wanted->state)
    result->state = wanted->state;
  if (shown == NULL)
    shown = none;
  edit_number (&result->mood_before, shown->mood_before, wanted->mood_before);
  edit_number (&result->mood_after, shown->mood_after, wanted->mood_after);
  edit_text (&result->heard, shown->heard, wanted->heard);
  edit_text (&result->note, shown->note, wanted->note);
  return result;
}
