#include "keel-days.h"

#include <string.h>

static void
stand_free (KeelCountStand *stand)
{
  keel_day_count_free (stand->count);
  keel_day_standing_free (stand->standing);
  g_ptr_array_unref (stand->lapses);
  g_free (stand);
}

KeelDays *
keel_days_new (const KeelLogicalNow *now, const KeelDayOptions *options)
{
  KeelDays *self = g_atomic_rc_box_new0 (KeelDays);

  self->now = *now;
  self->options = *options;
  self->counts = g_ptr_array_new_with_free_func ((GDestroyNotify) stand_free);
  self->lapses = g_ptr_array_new ();
  self->reached = g_ptr_array_new ();
  self->untold = g_ptr_array_new ();
  return self;
}

KeelDays *
keel_days_ref (KeelDays *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  KeelDays *self = data;

  g_ptr_array_unref (self->untold);
  g_ptr_array_unref (self->counts);
  g_ptr_array_unref (self->lapses);
  g_ptr_array_unref (self->reached);
}

void
keel_days_unref (KeelDays *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

const KeelCountStand *
keel_days_find (const KeelDays *self, const char *count)
{
  for (guint i = 0; count != NULL && i < self->counts->len; i++)
    {
      const KeelCountStand *stand = g_ptr_array_index (self->counts, i);

      if (g_strcmp0 (stand->count->uuid, count) == 0)
        return stand;
    }
  return NULL;
}

void
keel_days_take_lapses (KeelDays *self, GPtrArray *lapses)
{
  g_ptr_array_unref (self->lapses);
  self->lapses = lapses;
}

void
keel_days_take_count (KeelDays *self, KeelDayCount *count, const GArray *marks)
{
  KeelCountStand *stand = g_new0 (KeelCountStand, 1);

  stand->count = count;
  stand->lapses = g_ptr_array_new ();
  stand->standing = keel_day_count_stand (count, self->lapses, marks, &self->now);
  for (guint i = 0; i < self->lapses->len; i++)
    {
      KeelLapse *lapse = g_ptr_array_index (self->lapses, i);

      if (g_strcmp0 (lapse->count, count->uuid) == 0)
        g_ptr_array_add (stand->lapses, lapse);
    }
  g_ptr_array_add (self->counts, stand);
}

/* --- Milestones --- */

static gboolean
is_start_date (const KeelCountStand *stand, gint64 day)
{
  if (stand->count->start == day)
    return TRUE;
  for (guint i = 0; i < stand->standing->streaks->len; i++)
    if (g_array_index (stand->standing->streaks, KeelStreak, i).from == day)
      return TRUE;
  return FALSE;
}

static gboolean
has_other (const GPtrArray *reached, const KeelReached *than, const KeelCountStand *stand)
{
  for (guint i = 0; i < reached->len; i++)
    {
      const KeelReached *other = g_ptr_array_index (reached, i);

      if (g_strcmp0 (other->count, than->count) == 0 && g_str_equal (other->mark, than->mark) &&
          is_start_date (stand, other->streak))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_double (const KeelDays *self, const GPtrArray *reached, const KeelReached *one)
{
  const KeelCountStand *stand = keel_days_find (self, one->count);

  return stand != NULL && one->streak != KEEL_DAY_NONE && !is_start_date (stand, one->streak) &&
         has_other (reached, one, stand);
}

/* The clock was ahead when it was kept, or has been set back. */
static gboolean
is_to_come (const KeelDays *self, const KeelReached *one)
{
  return one->streak != KEEL_DAY_NONE && one->day > self->now.day;
}

static int
compare_reached_cb (gconstpointer a, gconstpointer b)
{
  const KeelReached *first = *(const KeelReached *const *) a;
  const KeelReached *second = *(const KeelReached *const *) b;

  if (first->day != second->day)
    return first->day < second->day ? 1 : -1;
  return strcmp (first->mark, second->mark);
}

void
keel_days_take_reached (KeelDays *self, GPtrArray *reached)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_reached_free);
  g_autoptr (GPtrArray) all = reached;

  for (guint i = 0; i < all->len; i++)
    if (!is_to_come (self, g_ptr_array_index (all, i)) && !is_double (self, all, g_ptr_array_index (all, i)))
      g_ptr_array_add (kept, keel_reached_copy (g_ptr_array_index (all, i)));
  g_ptr_array_sort (kept, compare_reached_cb);
  g_ptr_array_unref (self->reached);
  self->reached = g_steal_pointer (&kept);
  g_ptr_array_set_size (self->untold, 0);
  for (guint i = 0; self->options.moments && i < self->reached->len; i++)
    {
      KeelReached *one = g_ptr_array_index (self->reached, i);

      if (one->told_at == 0)
        g_ptr_array_add (self->untold, one);
    }
}

/* --- What is offered --- */

static gboolean
is_offered (const KeelDayCount *count, gboolean members, gboolean families)
{
  return count->path == KEEL_DAY_PATH_MEMBERSHIP ? families : members;
}

/* What a deleted count reached is shown to members: whose it was is not known any more. */
static gboolean
is_offered_reached (const KeelDays *self, const KeelReached *reached, gboolean members, gboolean families)
{
  const KeelCountStand *stand = keel_days_find (self, reached->count);

  if (stand != NULL)
    return is_offered (stand->count, members, families);
  return members || (reached->count == NULL && !g_str_equal (reached->mark, KEEL_REACHED_LOGS));
}

static void
keep_reached (GPtrArray *reached, const KeelDays *self, gboolean members, gboolean families)
{
  for (guint i = reached->len; i > 0; i--)
    if (!is_offered_reached (self, g_ptr_array_index (reached, i - 1), members, families))
      g_ptr_array_remove_index (reached, i - 1);
}

void
keel_days_keep (KeelDays *self, gboolean members, gboolean families)
{
  keep_reached (self->untold, self, members, families);
  keep_reached (self->reached, self, members, families);
  for (guint i = self->counts->len; i > 0; i--)
    {
      const KeelCountStand *stand = g_ptr_array_index (self->counts, i - 1);

      if (!is_offered (stand->count, members, families))
        g_ptr_array_remove_index (self->counts, i - 1);
    }
  for (guint i = 0; i < self->counts->len && !members; i++)
    g_ptr_array_set_size (((KeelCountStand *) g_ptr_array_index (self->counts, i))->lapses, 0);
  if (!members)
    g_ptr_array_set_size (self->lapses, 0);
}

/* When the start date of a streak was written down. */
static gint64
find_written (const KeelCountStand *stand, gint64 start)
{
  gint64 written = stand->count->changed_at;

  for (guint i = 0; start != stand->count->start && i < stand->lapses->len; i++)
    {
      const KeelLapse *lapse = g_ptr_array_index (stand->lapses, i);
      gint64 restart = lapse->restart != KEEL_DAY_NONE ? lapse->restart : lapse->day;

      if (lapse->choice == KEEL_LAPSE_NEW_START && restart == start)
        return lapse->changed_at;
    }
  return written;
}

gboolean
keel_days_is_news (const KeelDays *self, const KeelCountStand *stand, const KeelMarkDay *mark,
                   GTimeZone *zone)
{
  KeelLocalTime written = keel_local_time_from_utc (find_written (stand, mark->streak), zone);

  return mark->day >= keel_logical_day_at (written, self->now.night_end);
}
