#include "keel-attendance-undo.h"

static gboolean
says_same (KeelAttendance *a, KeelAttendance *b)
{
  return a->state == b->state && a->mood_before == b->mood_before && a->mood_after == b->mood_after &&
         g_strcmp0 (a->heard, b->heard) == 0 && g_strcmp0 (a->note, b->note) == 0;
}

static gboolean
undo_number (int *now, int before, int after)
{
  if (*now != after || before == after)
    return FALSE;
  *now = before;
  return TRUE;
}

static gboolean
undo_text (char **now, const char *before, const char *after)
{
  if (g_strcmp0 (*now, after) != 0 || g_strcmp0 (before, after) == 0)
    return FALSE;
  g_free (*now);
  *now = g_strdup (before);
  return TRUE;
}

/* What was put down first and then added to cannot go, but what was written with it can. */
static gboolean
undo_parts (KeelAttendance *result, KeelAttendance *before, KeelAttendance *after)
{
  g_autoptr (KeelAttendance) none = keel_attendance_new (after->series, after->occurrence, after->start,
                                                         after->state);
  KeelAttendance *from = before != NULL ? before : none;
  int state = (int) result->state;
  gboolean any = undo_number (&state, (int) from->state, (int) after->state);

  result->state = (KeelAttendanceState) state;
  any |= undo_number (&result->mood_before, from->mood_before, after->mood_before);
  any |= undo_number (&result->mood_after, from->mood_after, after->mood_after);
  any |= undo_text (&result->heard, from->heard, after->heard);
  any |= undo_text (&result->note, from->note, after->note);
  return any;
}

gboolean
keel_attendance_undo (KeelAttendance *now, KeelAttendance *before, KeelAttendance *after,
                      KeelAttendance **result)
{
  g_return_val_if_fail (before != NULL || after != NULL, FALSE);
  g_return_val_if_fail (result != NULL, FALSE);

  *result = NULL;
  if ((now == NULL) != (after == NULL))
    return FALSE;
  if (now == NULL || says_same (now, after))
    {
      *result = before != NULL ? keel_attendance_copy (before) : NULL;
      return TRUE;
    }
  *result = keel_attendance_copy (now);
  if (!undo_parts (*result, before, after))
    g_clear_object (result);
  return *result != NULL;
}
