#include "keel-profile-changes.h"

#include "keel-directory-private.h"
#include "keel-paused-meetings.h"
#include "keel-profile-private.h"

/* The setting that remembers what of a list's meeting the person knows and does not want: a fingerprint. */
/* So far ahead a list's cancelled and moved dates are taken with its rules. */
#define YEARS_TAKEN 3

#define KEPT "kept/"
/* In the place of a fingerprint: that the list marks it as not meeting at present. */
#define PAUSED "paused"

void
keel_followed_change_free (KeelFollowedChange *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->series);
  g_clear_object (&self->meeting);
  g_free (self);
}

/* NULL without error where the list does not have it. */
static gboolean
find_listed (KeelProfile *self, KeelMeeting *followed, KeelMeeting **listed, GError **error)
{
  GError *failure = NULL;

  *listed = keel_directory_find (keel_profile_get_directory (self), followed->list, followed->slug, &failure);
  if (failure == NULL)
    return TRUE;
  if (!g_error_matches (failure, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  g_error_free (failure);
  return TRUE;
}

static gboolean
has_list (GPtrArray *lists, const char *name)
{
  for (guint i = 0; i < lists->len; i++)
    {
      const KeelList *list = g_ptr_array_index (lists, i);

      if (g_str_equal (list->name, name))
        return TRUE;
    }
  return FALSE;
}

static char *
make_fingerprint (const KeelFollowedChange *change)
{
  return change->paused ? g_strdup (PAUSED) : keel_meeting_make_fingerprint (change->meeting);
}

static gboolean
is_kept (GHashTable *kept, const KeelFollowedChange *change)
{
  g_autofree char *key = g_strconcat (KEPT, change->series->uuid, NULL);
  g_autofree char *fingerprint = make_fingerprint (change);

  return g_strcmp0 (g_hash_table_lookup (kept, key), fingerprint) == 0;
}

static KeelFollowedChange *
find_difference (KeelProfile *self, KeelSeries *series, GError **error)
{
  g_autoptr (KeelFollowedChange) change = g_new0 (KeelFollowedChange, 1);
  KeelDatabase *directory = keel_directory_get_database (keel_profile_get_directory (self));

  change->series = g_object_ref (series);
  if (!find_listed (self, series->meeting, &change->meeting, error))
    return NULL;
  if (change->meeting == NULL && !keel_paused_meetings_have (directory, series->meeting->list,
                                                             series->meeting->slug, &change->paused, error))
    return NULL;
  change->what = keel_meeting_compare (series->meeting, change->meeting);
  return g_steal_pointer (&change);
}

/* Appends what changed of @series, if anything did. */
static gboolean
add_change (KeelProfile *self, KeelSeries *series, GPtrArray *lists, GHashTable *kept, GPtrArray *changes,
            GError **error)
{
  g_autoptr (KeelFollowedChange) change = NULL;

  if (series->meeting->list == NULL || series->meeting->slug == NULL ||
      !has_list (lists, series->meeting->list))
    return TRUE;
  change = find_difference (self, series, error);
  if (change == NULL)
    return FALSE;
  if (change->what != KEEL_MEETING_CHANGE_NONE && !is_kept (kept, change))
    g_ptr_array_add (changes, g_steal_pointer (&change));
  return TRUE;
}

GPtrArray *
keel_profile_get_changes (KeelProfile *self, const char *list, GError **error)
{
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) lists = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GHashTable) kept = NULL;

  g_return_val_if_fail (KEEL_IS_PROFILE (self), NULL);

  all = keel_journal_get_series (keel_profile_get_journal (self), error);
  lists = all != NULL ? keel_directory_get_lists (keel_profile_get_directory (self), error) : NULL;
  kept = lists != NULL ? keel_journal_get_settings (keel_profile_get_journal (self), KEPT, error) : NULL;
  if (kept == NULL)
    return NULL;
  changes = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_followed_change_free);
  for (guint i = 0; i < all->len; i++)
    {
      KeelSeries *series = g_ptr_array_index (all, i);

      if (list != NULL && g_strcmp0 (series->meeting->list, list) != 0)
        continue;
      if (!add_change (self, series, lists, kept, changes, error))
        return NULL;
    }
  return g_steal_pointer (&changes);
}

static KeelFollowedChange *
find_change (KeelProfile *self, const char *uuid, GError **error)
{
  g_autoptr (GPtrArray) changes = keel_profile_get_changes (self, NULL, error);

  if (changes == NULL)
    return NULL;
  for (guint i = 0; i < changes->len; i++)
    {
      KeelFollowedChange *change = g_ptr_array_index (changes, i);

      if (g_str_equal (change->series->uuid, uuid))
        return g_ptr_array_steal_index (changes, i);
    }
  g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND, "Nothing has changed of “%s”", uuid);
  return NULL;
}

/* What the new rules replace and does not lie in the past: the dates of @old after @now that come before the
 * first new one. What the person moved themselves stays where they put it. */
static KeelSchedule *
cancel_between (KeelSchedule *old, gint64 now, gint64 until, GTimeZone *person, GError **error)
{
  g_autoptr (GArray) dates = g_array_new (FALSE, FALSE, sizeof (KeelOccurrence));
  g_autoptr (KeelSchedule) cut = keel_schedule_ref (old);

  keel_schedule_expand (old, now, until, person, dates);
  for (guint i = 0; i < dates->len; i++)
    {
      const KeelOccurrence *date = &g_array_index (dates, KeelOccurrence, i);
      KeelSchedule *fewer;

      if (date->moved)
        continue;
      fewer = keel_schedule_cancel (cut, date->original, error);
      if (fewer == NULL)
        return NULL;
      keel_schedule_unref (cut);
      cut = fewer;
    }
  return g_steal_pointer (&cut);
}

static gboolean
has_date_in (KeelSchedule *schedule, gint64 from, gint64 to, GTimeZone *person)
{
  g_autoptr (GArray) dates = g_array_new (FALSE, FALSE, sizeof (KeelOccurrence));

  keel_schedule_expand (schedule, from, to, person, dates);
  return dates->len > 0;
}

/* The first date of @meeting that is still to come; none today where today's has begun, at its old time or
 * its new one. */
static KeelSchedule *
find_new_rules (KeelMeeting *meeting, KeelSchedule *old, GTimeZone *zone, gint64 now, GError **error)
{
  KeelLocalTime local = keel_local_time_from_utc (now, zone);
  KeelLocalTime today = keel_local_time_get_days (local) * KEEL_MINUTES_PER_DAY;
  g_autoptr (KeelSchedule) from_today = keel_meeting_to_schedule (meeting, today, error);

  if (from_today == NULL)
    return NULL;
  if (keel_schedule_get_start (from_today) > local &&
      !has_date_in (old, keel_local_time_to_utc (today, zone), now + 1, zone))
    return g_steal_pointer (&from_today);
  return keel_meeting_to_schedule (meeting, today + KEEL_MINUTES_PER_DAY, error);
}

/* The dates that the list cancelled or moved, in the next years, in @schedule too. */
static KeelSchedule *
take_exceptions (KeelSchedule *schedule, KeelSchedule *listed, const KeelOccurrence *next, GTimeZone *person)
{
  g_autoptr (KeelSchedule) taken = keel_schedule_ref (schedule);
  g_autoptr (GArray) cancelled = g_array_new (FALSE, FALSE, sizeof (KeelLocalTime));
  g_autoptr (GArray) dates = g_array_new (FALSE, FALSE, sizeof (KeelOccurrence));

  keel_schedule_get_cancelled (listed, next->local_start,
                               next->local_start + YEARS_TAKEN * 366 * KEEL_MINUTES_PER_DAY, cancelled);
  for (guint i = 0; i < cancelled->len; i++)
    {
      KeelSchedule *fewer = keel_schedule_cancel (taken, g_array_index (cancelled, KeelLocalTime, i), NULL);

      if (fewer != NULL)
        keel_schedule_unref (taken);
      taken = fewer != NULL ? fewer : taken;
    }
  keel_schedule_expand (listed, next->start, next->start + YEARS_TAKEN * 366 * G_GINT64_CONSTANT (86400),
                        person, dates);
  for (guint i = 0; i < dates->len; i++)
    {
      const KeelOccurrence *date = &g_array_index (dates, KeelOccurrence, i);
      KeelSchedule *moved = NULL;

      if (date->moved)
        moved = keel_schedule_move (taken, date->original, date->local_start,
                                    (guint) ((date->end - date->start) / 60), NULL);
      if (moved != NULL)
        keel_schedule_unref (taken);
      taken = moved != NULL ? moved : taken;
    }
  return g_steal_pointer (&taken);
}

/* Of a list that says more than day and minute: its rules from their next date on. */
static KeelSchedule *
take_listed_schedule (KeelSchedule *old, KeelSchedule *listed, gint64 now, GTimeZone *person, GError **error)
{
  g_autoptr (KeelSchedule) cut = NULL;
  g_autoptr (KeelSchedule) changed = NULL;
  g_autofree char *rule = keel_schedule_get_rule (listed);
  KeelOccurrence next;

  if (!keel_schedule_next (listed, now, person, &next))
    {
      g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID, "This meeting does not come again");
      return NULL;
    }
  cut = cancel_between (old, now + 1, next.start, person, error);
  if (cut == NULL)
    return NULL;
  changed = keel_schedule_change_from (cut, next.original, keel_schedule_get_zone (listed),
                                       keel_schedule_get_duration (listed), rule, error);
  return changed != NULL ? take_exceptions (changed, listed, &next, person) : NULL;
}

/* A list that names no zone means the one that the series has. */
static KeelSchedule *
change_schedule (KeelProfile *self, KeelSchedule *old, KeelMeeting *meeting, GError **error)
{
  gint64 now = keel_clock_get_now (keel_profile_get_clock (self));
  const char *name = meeting->timezone != NULL ? meeting->timezone : keel_schedule_get_zone (old);
  g_autoptr (GTimeZone) person = keel_clock_get_zone (keel_profile_get_clock (self));
  g_autoptr (GTimeZone) named = name != NULL ? keel_zone_open (name) : NULL;
  GTimeZone *zone = named != NULL ? named : person;
  g_autoptr (KeelSchedule) rules = meeting->schedule == NULL ? find_new_rules (meeting, old, zone, now, error)
                                                             : NULL;
  g_autoptr (KeelSchedule) cut = NULL;
  g_autofree char *rule = NULL;
  KeelLocalTime start;

  if (meeting->schedule != NULL)
    return take_listed_schedule (old, meeting->schedule, now, person, error);
  if (rules == NULL)
    return NULL;
  start = keel_schedule_get_start (rules);
  rule = keel_schedule_get_rule (rules);
  cut = cancel_between (old, now + 1,
                        keel_local_time_to_utc (start - keel_local_time_get_minute (start), zone), person,
                        error);
  if (cut == NULL)
    return NULL;
  return keel_schedule_change_from (cut, start, name, keel_schedule_get_duration (rules), rule, error);
}

static gboolean
check_time (KeelMeeting *meeting, GError **error)
{
  if (meeting->day != KEEL_DAY_BY_APPOINTMENT && meeting->minute >= 0)
    return TRUE;
  g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID,
               "This meeting is by appointment: its list gives no day or time any more");
  return FALSE;
}

static gboolean
take (KeelProfile *self, KeelFollowedChange *change, GError **error)
{
  g_autoptr (KeelSeries) series = NULL;
  g_autoptr (KeelSchedule) schedule = NULL;

  if (change->meeting == NULL)
    return keel_profile_unfollow (self, change->series->uuid, error);
  series = keel_series_copy (change->series);
  keel_series_set_meeting (series, change->meeting);
  if (change->what & KEEL_MEETING_CHANGE_TIME)
    {
      if (!check_time (change->meeting, error))
        return FALSE;
      schedule = change_schedule (self, change->series->schedule, change->meeting, error);
      if (schedule == NULL)
        return FALSE;
      keel_series_set_schedule (series, schedule);
    }
  return keel_profile_update (self, series, error);
}

KeelSeries *
keel_profile_take_change (KeelProfile *self, const char *uuid, GError **error)
{
  g_autoptr (KeelFollowedChange) change = NULL;

  g_return_val_if_fail (KEEL_IS_PROFILE (self), NULL);
  g_return_val_if_fail (uuid != NULL, NULL);

  change = find_change (self, uuid, error);
  if (change == NULL || !take (self, change, error))
    return NULL;
  return g_steal_pointer (&change->series);
}

KeelSeries *
keel_profile_keep_mine (KeelProfile *self, const char *uuid, GError **error)
{
  g_autoptr (KeelFollowedChange) change = NULL;
  g_autofree char *key = NULL;
  g_autofree char *fingerprint = NULL;

  g_return_val_if_fail (KEEL_IS_PROFILE (self), NULL);
  g_return_val_if_fail (uuid != NULL, NULL);

  change = find_change (self, uuid, error);
  if (change == NULL)
    return NULL;
  key = g_strconcat (KEPT, uuid, NULL);
  fingerprint = make_fingerprint (change);
  if (!keel_journal_set_setting (keel_profile_get_journal (self), key, fingerprint, error))
    return NULL;
  keel_profile_project_or_warn (self);
  return g_steal_pointer (&change->series);
}

/* NOT_FOUND: it is not in the trash, since it is followed. */
static gboolean
follow_again (KeelProfile *self, const char *uuid, GError **error)
{
  g_autoptr (KeelSeries) followed = NULL;
  g_autoptr (GError) failure = NULL;

  followed = keel_journal_find_series (keel_profile_get_journal (self), uuid, &failure);
  if (followed != NULL)
    return TRUE;
  if (g_error_matches (failure, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND))
    return keel_profile_refollow (self, uuid, error);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
keel_profile_undo_answer (KeelProfile *self, KeelSeries *before, GError **error)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (KEEL_IS_PROFILE (self), FALSE);
  g_return_val_if_fail (KEEL_IS_SERIES (before), FALSE);

  key = g_strconcat (KEPT, before->uuid, NULL);
  return follow_again (self, before->uuid, error) &&
         keel_journal_set_setting (keel_profile_get_journal (self), key, NULL, error) &&
         keel_profile_update (self, before, error);
}
