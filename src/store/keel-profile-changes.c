#include "keel-profile-changes.h"

#include "core/keel-rhythm-take.h"
#include "core/keel-rhythm-untake.h"
#include "keel-listed-meeting.h"
#include "keel-profile-private.h"
#include "keel-system-clock.h"

/* The setting that remembers what of a list's meeting the person knows and does not want: a fingerprint. */
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
  g_free (self->fingerprint);
  g_free (self);
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

static gboolean
is_kept (GHashTable *kept, const KeelFollowedChange *change)
{
  g_autofree char *key = g_strconcat (KEPT, change->series->uuid, NULL);

  return g_strcmp0 (g_hash_table_lookup (kept, key), change->fingerprint) == 0;
}

static KeelFollowedChange *
find_difference (KeelProfile *self, KeelSeries *series, GError **error)
{
  g_autoptr (KeelFollowedChange) change = g_new0 (KeelFollowedChange, 1);

  change->series = g_object_ref (series);
  if (!keel_listed_meeting_find (self, series->meeting, &change->meeting, &change->paused, error))
    return NULL;
  change->what = keel_meeting_compare (series->meeting, change->meeting);
  change->fingerprint = change->paused ? g_strdup (PAUSED) : keel_meeting_make_fingerprint (change->meeting);
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

/* Takes @change. */
static KeelFollowedChange *
check_shown (KeelFollowedChange *change, const char *shown, GError **error)
{
  if (g_str_equal (change->fingerprint, shown))
    return change;
  keel_followed_change_free (change);
  g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_CHANGED, "The list says something else by now");
  return NULL;
}

static KeelFollowedChange *
find_change (KeelProfile *self, const char *uuid, const char *shown, GError **error)
{
  g_autoptr (GPtrArray) changes = keel_profile_get_changes (self, NULL, error);

  if (changes == NULL)
    return NULL;
  for (guint i = 0; i < changes->len; i++)
    {
      KeelFollowedChange *change = g_ptr_array_index (changes, i);

      if (g_str_equal (change->series->uuid, uuid))
        return check_shown (g_ptr_array_steal_index (changes, i), shown, error);
    }
  g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND, "Nothing has changed of “%s”", uuid);
  return NULL;
}

/* The dates that @meeting says, in the zone that is meant; the weekly ones from last week on, since today's
 * may have begun. */
static KeelSchedule *
get_listed (KeelProfile *self, KeelMeeting *meeting, const char *zone, GError **error)
{
  gint64 now = keel_clock_get_now (keel_profile_get_clock (self));
  KeelLocalTime from = (now / 60 / KEEL_MINUTES_PER_DAY - 7) * KEEL_MINUTES_PER_DAY;
  g_autoptr (KeelSchedule) schedule = keel_meeting_to_schedule (meeting, from, error);

  if (schedule == NULL || zone == NULL)
    return g_steal_pointer (&schedule);
  return keel_schedule_settle (schedule, zone, error);
}

/* A list that names no zone means the one that the series has, else the person's. */
static char *
choose_zone (KeelProfile *self, KeelSeries *series, KeelMeeting *meeting)
{
  g_autoptr (GTimeZone) person = keel_clock_get_zone (keel_profile_get_clock (self));
  const char *own = keel_schedule_get_zone (series->schedule);

  if (meeting->timezone != NULL)
    return g_strdup (meeting->timezone);
  return own != NULL ? g_strdup (own) : keel_zone_get_name (person);
}

static KeelSchedule *
change_schedule (KeelProfile *self, KeelSeries *series, KeelMeeting *meeting, GError **error)
{
  g_autoptr (GTimeZone) person = keel_clock_get_zone (keel_profile_get_clock (self));
  g_autofree char *zone = choose_zone (self, series, meeting);
  g_autoptr (KeelSchedule) known = NULL;
  g_autoptr (KeelSchedule) listed = get_listed (self, meeting, zone, error);
  g_autoptr (GError) failure = NULL;
  KeelSchedule *taken;

  if (listed == NULL)
    return NULL;
  if (series->meeting->schedule != NULL)
    known = get_listed (self, series->meeting, zone, error);
  if (series->meeting->schedule != NULL && known == NULL)
    return NULL;
  taken = keel_rhythm_take (series->schedule, known, listed,
                            keel_clock_get_now (keel_profile_get_clock (self)), person, &failure);
  if (g_error_matches (failure, KEEL_SCHEDULE_ERROR, KEEL_SCHEDULE_ERROR_DATE))
    g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID, "This meeting does not come again");
  else if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return taken;
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

/* Of the series as it was before a change was taken: what that made of it. */
typedef struct
{
  KeelSchedule *schedule;
  char *fingerprint; /* of its meeting */
} Made;

static GQuark
get_made_quark (void)
{
  return g_quark_from_static_string ("keel-made");
}

static void
made_free (gpointer data)
{
  Made *made = data;

  keel_schedule_unref (made->schedule);
  g_free (made->fingerprint);
  g_free (made);
}

static void
remember_made (KeelSeries *before, KeelSeries *after)
{
  Made *made = g_new0 (Made, 1);

  made->schedule = keel_schedule_ref (after->schedule);
  made->fingerprint = keel_meeting_make_fingerprint (after->meeting);
  g_object_set_qdata_full (G_OBJECT (before), get_made_quark (), made, made_free);
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
      schedule = change_schedule (self, change->series, change->meeting, error);
      if (schedule == NULL)
        return FALSE;
      keel_series_set_schedule (series, schedule);
    }
  remember_made (change->series, series);
  return keel_profile_update (self, series, error);
}

KeelSeries *
keel_profile_take_change (KeelProfile *self, const char *uuid, const char *shown, GError **error)
{
  g_autoptr (KeelFollowedChange) change = NULL;

  g_return_val_if_fail (KEEL_IS_PROFILE (self), NULL);
  g_return_val_if_fail (uuid != NULL && shown != NULL, NULL);

  change = find_change (self, uuid, shown, error);
  if (change == NULL || !take (self, change, error))
    return NULL;
  return g_steal_pointer (&change->series);
}

KeelSeries *
keel_profile_keep_mine (KeelProfile *self, const char *uuid, const char *shown, GError **error)
{
  g_autoptr (KeelFollowedChange) change = NULL;
  g_autofree char *key = NULL;

  g_return_val_if_fail (KEEL_IS_PROFILE (self), NULL);
  g_return_val_if_fail (uuid != NULL && shown != NULL, NULL);

  change = find_change (self, uuid, shown, error);
  if (change == NULL)
    return NULL;
  key = g_strconcat (KEPT, uuid, NULL);
  if (!keel_journal_set_setting (keel_profile_get_journal (self), key, change->fingerprint, error))
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

/* What the taking of a change did, and that alone: notes, reminders and dates that the person changed since
 * are theirs. */
static KeelSeries *
make_back (KeelProfile *self, KeelSeries *before, KeelSeries *current, const Made *made, GError **error)
{
  g_autoptr (GTimeZone) person = keel_clock_get_zone (keel_profile_get_clock (self));
  g_autoptr (KeelSchedule) schedule = keel_rhythm_untake (before->schedule, made->schedule, current->schedule,
                                                          person, error);
  KeelSeries *series;

  if (schedule == NULL)
    return NULL;
  series = keel_series_copy (current);
  keel_series_set_meeting (series, before->meeting);
  keel_series_set_schedule (series, schedule);
  return series;
}

/* Where another change was taken since, that one is not to be lost. */
static gboolean
check_made (KeelSeries *current, const Made *made, GError **error)
{
  g_autofree char *fingerprint = keel_meeting_make_fingerprint (current->meeting);

  if (g_str_equal (fingerprint, made->fingerprint))
    return TRUE;
  g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_CHANGED, "Another change was taken since");
  return FALSE;
}

static gboolean
put_back (KeelProfile *self, KeelSeries *before, const Made *made, const char *key, GError **error)
{
  g_autoptr (KeelSeries) current = keel_journal_find_series (keel_profile_get_journal (self), before->uuid,
                                                             error);
  g_autoptr (KeelSeries) series = NULL;

  if (current == NULL || !check_made (current, made, error))
    return FALSE;
  series = make_back (self, before, current, made, error);
  return series != NULL && keel_journal_set_setting (keel_profile_get_journal (self), key, NULL, error) &&
         keel_profile_update (self, series, error);
}

gboolean
keel_profile_undo_answer (KeelProfile *self, KeelSeries *before, GError **error)
{
  const Made *made;
  g_autofree char *key = NULL;

  g_return_val_if_fail (KEEL_IS_PROFILE (self), FALSE);
  g_return_val_if_fail (KEEL_IS_SERIES (before), FALSE);

  key = g_strconcat (KEPT, before->uuid, NULL);
  if (!follow_again (self, before->uuid, error))
    return FALSE;
  made = g_object_get_qdata (G_OBJECT (before), get_made_quark ());
  if (made != NULL)
    return put_back (self, before, made, key, error);
  if (!keel_journal_set_setting (keel_profile_get_journal (self), key, NULL, error))
    return FALSE;
  keel_profile_project_or_warn (self);
  return TRUE;
}
