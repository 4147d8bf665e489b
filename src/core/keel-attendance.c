#include "keel-attendance.h"

#include <string.h>

const char *const keel_attendance_words[] = { "went", "not", "left", NULL };

G_DEFINE_FINAL_TYPE (KeelAttendance, keel_attendance, G_TYPE_OBJECT)

static void
keel_attendance_finalize (GObject *object)
{
  KeelAttendance *self = KEEL_ATTENDANCE (object);

  g_free (self->series);
  g_free (self->heard);
  g_free (self->note);
  g_free (self->name);
  G_OBJECT_CLASS (keel_attendance_parent_class)->finalize (object);
}

static void
keel_attendance_class_init (KeelAttendanceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_attendance_finalize;
}

static void
keel_attendance_init (KeelAttendance *self)
{
  self->mood_before = KEEL_MOOD_NONE;
  self->mood_after = KEEL_MOOD_NONE;
}

KeelAttendance *
keel_attendance_new (const char *series, KeelLocalTime occurrence, gint64 start, KeelAttendanceState state)
{
  KeelAttendance *self;

  g_return_val_if_fail (series != NULL, NULL);

  self = g_object_new (KEEL_TYPE_ATTENDANCE, NULL);
  self->series = g_strdup (series);
  self->occurrence = occurrence;
  self->start = start;
  self->state = state;
  return self;
}

KeelAttendance *
keel_attendance_copy (KeelAttendance *self)
{
  KeelAttendance *copy;

  g_return_val_if_fail (KEEL_IS_ATTENDANCE (self), NULL);

  copy = keel_attendance_new (self->series, self->occurrence, self->start, self->state);
  copy->heard = g_strdup (self->heard);
  copy->note = g_strdup (self->note);
  copy->mood_before = self->mood_before;
  copy->mood_after = self->mood_after;
  copy->name = g_strdup (self->name);
  copy->changed_at = self->changed_at;
  return copy;
}

gboolean
keel_attendance_equal (KeelAttendance *a, KeelAttendance *b)
{
  g_return_val_if_fail (KEEL_IS_ATTENDANCE (a) && KEEL_IS_ATTENDANCE (b), FALSE);

  return a == b || (strcmp (a->series, b->series) == 0 && a->occurrence == b->occurrence &&
                    a->start == b->start && a->state == b->state && a->mood_before == b->mood_before &&
                    a->mood_after == b->mood_after && g_strcmp0 (a->heard, b->heard) == 0 &&
                    g_strcmp0 (a->note, b->note) == 0 && g_strcmp0 (a->name, b->name) == 0);
}

gboolean
keel_attendance_was_there (KeelAttendance *self)
{
  g_return_val_if_fail (KEEL_IS_ATTENDANCE (self), FALSE);

  return self->state != KEEL_ATTENDANCE_NOT;
}

guint
keel_attendance_count (GPtrArray *all, gint64 from, gint64 to)
{
  guint count = 0;

  g_return_val_if_fail (all != NULL, 0);

  for (guint i = 0; i < all->len; i++)
    {
      KeelAttendance *attendance = g_ptr_array_index (all, i);

      if (attendance->start >= from && attendance->start < to && keel_attendance_was_there (attendance))
        count++;
    }
  return count;
}

void
keel_attendance_get_week (gint64 instant, int first_weekday, GTimeZone *person, gint64 *from, gint64 *to)
{
  KeelLocalTime now;
  KeelLocalTime begin;

  g_return_if_fail (first_weekday >= 0 && first_weekday < 7);
  g_return_if_fail (person != NULL && from != NULL && to != NULL);

  now = keel_local_time_from_utc (instant, person);
  begin = now - keel_local_time_get_minute (now);
  begin -= (keel_local_time_get_weekday (now) - first_weekday + 7) % 7 * KEEL_MINUTES_PER_DAY;
  *from = keel_local_time_to_utc (begin, person);
  *to = keel_local_time_to_utc (begin + 7 * KEEL_MINUTES_PER_DAY, person);
}
