#include "keel-history-count.h"

void
keel_history_count_free (KeelHistoryCount *self)
{
  keel_day_count_free (self->count);
  g_array_unref (self->points);
  g_free (self);
}

static gboolean
is_lapse (const KeelCountStand *stand, gint64 day)
{
  for (guint i = 0; i < stand->lapses->len; i++)
    {
      const KeelLapse *lapse = g_ptr_array_index (stand->lapses, i);

      if (lapse->day == day && lapse->choice != KEEL_LAPSE_NOT_COUNTED)
        return TRUE;
    }
  return FALSE;
}

/* From @from to the day before @to. */
static void
add_days (GArray *points, const KeelCountStand *stand, gint64 from, gint64 to)
{
  for (gint64 day = from; day < to; day++)
    {
      const KeelHistoryPoint point = { .day = day, .value = 1 };

      if (!is_lapse (stand, day))
        g_array_append_val (points, point);
    }
}

/* The day after the last one that counts: with day 1 today is one already. */
static gint64
find_end (const KeelCountStand *stand, gint64 stopped, gint64 today)
{
  return stopped != KEEL_DAY_NONE ? stopped : today + (stand->count->day_one ? 1 : 0);
}

static void
add_count (KeelHistory *self, const KeelCountStand *stand, gint64 today)
{
  const KeelDayStanding *standing = stand->standing;
  KeelHistoryCount *count = g_new0 (KeelHistoryCount, 1);

  count->count = keel_day_count_copy (stand->count);
  count->points = g_array_new (FALSE, FALSE, sizeof (KeelHistoryPoint));
  if (standing->shows_total)
    add_days (count->points, stand, stand->count->start, find_end (stand, standing->stopped_on, today));
  for (guint i = 0; !standing->shows_total && i < standing->streaks->len; i++)
    {
      const KeelStreak *streak = &g_array_index (standing->streaks, KeelStreak, i);

      add_days (count->points, stand, streak->from, find_end (stand, streak->to, today));
    }
  g_ptr_array_add (self->counts, count);
}

void
keel_history_take_days (KeelHistory *self, const KeelDays *days)
{
  for (guint i = 0; i < days->counts->len; i++)
    {
      const KeelCountStand *stand = g_ptr_array_index (days->counts, i);

      if (stand->standing->shows_streak || stand->standing->shows_total)
        add_count (self, stand, days->now.day);
    }
}

void
keel_history_keep (KeelHistory *self, gboolean members, gboolean families)
{
  static const KeelHistoryKind of_members[] = { KEEL_HISTORY_CRAVING, KEEL_HISTORY_URGES,
                                                KEEL_HISTORY_EASED };

  for (guint i = self->counts->len; i > 0; i--)
    {
      const KeelHistoryCount *count = g_ptr_array_index (self->counts, i - 1);

      if (!(count->count->path == KEEL_DAY_PATH_MEMBERSHIP ? families : members))
        g_ptr_array_remove_index (self->counts, i - 1);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (of_members) && !members; i++)
    g_array_set_size (self->points[of_members[i]], 0);
  if (!members)
    g_ptr_array_set_size (self->medicines, 0);
}
