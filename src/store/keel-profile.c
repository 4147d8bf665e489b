#include "keel-profile.h"

#include "keel-directory-private.h"
#include "keel-listed-meeting.h"
#include "keel-profile-lock.h"
#include "keel-profile-private.h"
#include "keel-profile-reminders.h"
#include "keel-profiles.h"
#include "keel-projection.h"
#include "keel-protection.h"
#include "keel-reminder-repair.h"
#include "keel-system-clock.h"
#include "keel-vault.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

struct _KeelProfile
{
  GObject parent_instance;

  char *id;
  char *folder;
  int lock;          /* shared with others who have it open; -1 before */
  KeelVaultKey *key; /* NULL without a passphrase */
  KeelClock *clock;
  KeelJournal *journal;
  KeelDirectory *directory;
  KeelReminderFile *reminder_file;
  KeelMeetingIndex *index; /* NULL until it is asked for */
  GError *delay;           /* why reminders.db is behind the journal; NULL where it is not */
};

G_DEFINE_FINAL_TYPE (KeelProfile, keel_profile, G_TYPE_OBJECT)

/* @id, or the first profile that there is, or one made now. */
static char *
choose_profile (const char *data_dir, const char *id, GError **error)
{
  g_auto (GStrv) ids = keel_data_dir_list_profiles (data_dir);

  if (id != NULL && !g_strv_contains ((const char *const *) ids, id))
    {
      g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND, "There is no profile “%s” in %s", id,
                   data_dir);
      return NULL;
    }
  if (id != NULL || ids[0] != NULL)
    return g_strdup (id != NULL ? id : ids[0]);

  return keel_profiles_make_first (data_dir, error);
}

/* Asked first, because SQLite says of such a folder only that a file could not be opened. A folder that
 * was copied here may be open to others. */
static gboolean
check_folder (const char *folder, GError **error)
{
  struct stat info;

  if (access (folder, R_OK | W_OK | X_OK) != 0)
    {
      g_set_error (error, KEEL_STORE_ERROR,
                   errno == ENOENT ? KEEL_STORE_ERROR_NOT_FOUND : keel_store_error_from_errno (errno),
                   "The folder %s cannot be written to: %s", folder, g_strerror (errno));
      return FALSE;
    }
  if (stat (folder, &info) == 0 && (info.st_mode & 077) != 0 && chmod (folder, info.st_mode & 0700) != 0)
    g_warning ("%s: %s", folder, g_strerror (errno));
  return TRUE;
}

/* What an interrupted protecting left is finished first: which files are encrypted is known after that. */
static gboolean
check_key (KeelProfile *self, GError **error)
{
  gboolean protected;

  self->lock = keel_profile_lock_share (self->folder, error);
  if (self->lock < 0)
    return FALSE;
  protected = keel_protection_is_on (self->folder);
  if (protected == (self->key != NULL))
    return TRUE;
  if (protected)
    g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_LOCKED, "%s has a passphrase", self->folder);
  else
    g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID, "%s has no passphrase", self->folder);
  return FALSE;
}

/* A foreign file is to be moved away. One whose keys were lost is the last that should be. */
static void
propagate_journal_error (KeelProfile *self, const char *journal, GError *failure, GError **error)
{
  if (self->key == NULL && g_error_matches (failure, KEEL_STORE_ERROR, KEEL_STORE_ERROR_FOREIGN) &&
      keel_vault_is_sealed (journal))
    {
      g_error_free (failure);
      failure = g_error_new (KEEL_STORE_ERROR, KEEL_STORE_ERROR_KEYS_LOST,
                             "%s is encrypted, and there is no file of keys", journal);
    }
  g_propagate_error (error, failure);
}

/* The journal first: where it is refused, nothing else is made. */
static gboolean
open_files (KeelProfile *self, GError **error)
{
  g_autofree char *journal = g_build_filename (self->folder, "journal.db", NULL);
  g_autofree char *directory = g_build_filename (self->folder, "directory.db", NULL);
  g_autoptr (GError) failure = NULL;

  self->journal = keel_journal_open (journal, self->key, self->clock, &failure);
  if (self->journal == NULL)
    {
      propagate_journal_error (self, journal, g_steal_pointer (&failure), error);
      return FALSE;
    }
  self->directory = keel_directory_open (directory, self->key, error);
  if (self->directory == NULL)
    return FALSE;
  self->reminder_file = keel_reminder_repair_open (self->folder, error);
  return self->reminder_file != NULL;
}

/* Another may have moved it aside as damaged, or put an older one in its place. */
static void
follow_reminder_file (KeelProfile *self)
{
  g_autoptr (GError) error = NULL;
  KeelReminderFile *file;

  if (!keel_reminder_file_has_moved (self->reminder_file))
    return;
  file = keel_reminder_repair_open (self->folder, &error);
  if (file == NULL)
    {
      g_warning ("%s", error->message);
      return;
    }
  g_object_unref (self->reminder_file);
  self->reminder_file = file;
}

static gboolean
renew_reminder_file (KeelProfile *self, GError **error)
{
  KeelReminderFile *file = keel_reminder_repair_renew (self->folder, error);

  if (file == NULL)
    return FALSE;
  g_object_unref (self->reminder_file);
  self->reminder_file = file;
  return TRUE;
}

typedef gboolean (*ProjectFunc) (KeelJournal *journal, KeelReminderFile *file, gboolean protected,
                                 GError **error);

static gboolean
bring_up_to_date (KeelProfile *self, ProjectFunc project, GError **error)
{
  KeelReminderFile *file = keel_profile_get_reminder_file (self);
  g_autoptr (GError) failure = NULL;
  gboolean success = project (self->journal, file, self->key != NULL, &failure);

  if (!success && keel_reminder_file_is_damaged (file))
    {
      g_clear_error (&failure);
      success = renew_reminder_file (self, &failure) &&
                project (self->journal, self->reminder_file, self->key != NULL, &failure);
    }
  g_clear_error (&self->delay);
  if (success)
    return TRUE;
  self->delay = g_error_copy (failure);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Nobody is kept out because a reminder cannot be written down. */
static void
repair_or_warn (KeelProfile *self)
{
  g_autoptr (GError) error = NULL;

  if (!bring_up_to_date (self, keel_projection_repair, &error))
    g_warning ("Reminders are not up to date yet: %s", error->message);
}

void
keel_profile_project_or_warn (KeelProfile *self)
{
  g_autoptr (GError) error = NULL;

  if (!keel_profile_project (self, &error))
    g_warning ("Reminders are not up to date yet: %s", error->message);
}

/* A group meets at a place: what its list writes without a zone is followed in the person's, and stays there
 * when they travel. */
static KeelSchedule *
settle (KeelSchedule *schedule, KeelMeeting *meeting, GTimeZone *person, GError **error)
{
  g_autofree char *name = meeting->timezone != NULL ? g_strdup (meeting->timezone)
                                                    : keel_zone_get_name (person);

  return name != NULL ? keel_schedule_settle (schedule, name, error) : keel_schedule_ref (schedule);
}

static KeelSchedule *
make_schedule (KeelProfile *self, KeelMeeting *meeting, GError **error)
{
  g_autoptr (GTimeZone) person = keel_clock_get_zone (self->clock);
  g_autoptr (GTimeZone) own = NULL;
  g_autoptr (KeelSchedule) schedule = NULL;
  KeelLocalTime today;

  if (meeting->day == KEEL_DAY_BY_APPOINTMENT || meeting->minute < 0)
    {
      g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID,
                   "This meeting is by appointment: its list gives no day or time");
      return NULL;
    }
  own = meeting->timezone != NULL ? keel_zone_open (meeting->timezone) : NULL;
  today = keel_local_time_from_utc (keel_clock_get_now (self->clock), own != NULL ? own : person);
  today = keel_local_time_get_days (today) * KEEL_MINUTES_PER_DAY;
  schedule = keel_meeting_to_schedule (meeting, today, error);
  return schedule != NULL ? settle (schedule, meeting, person, error) : NULL;
}

static KeelSeries *
follow_meeting (KeelProfile *self, KeelMeeting *meeting, GArray *leads, GError **error)
{
  const int usual = KEEL_SERIES_USUAL_LEAD;
  g_autoptr (KeelSchedule) schedule = make_schedule (self, meeting, error);
  g_autoptr (KeelSeries) series = NULL;

  if (schedule == NULL)
    return NULL;
  series = keel_series_new (KEEL_SERIES_MEETING, meeting, schedule);
  series->stage = KEEL_STAGE_FOUND;
  if (leads != NULL)
    keel_series_set_leads (series, leads);
  else
    g_array_append_val (series->leads, usual);
  return keel_profile_follow_new (self, series, error);
}

static KeelSeries *
change_leads (KeelProfile *self, KeelSeries *followed, GArray *leads, GError **error)
{
  g_autoptr (KeelSeries) changed = NULL;

  if (leads == NULL)
    return g_object_ref (followed);
  changed = keel_series_copy (followed);
  keel_series_set_leads (changed, leads);
  return keel_profile_update (self, changed, error)
             ? keel_journal_find_series (self->journal, changed->uuid, error)
             : NULL;
}

static gboolean
is_listed (KeelProfile *self, KeelMeeting *meeting, gboolean *listed, GError **error)
{
  g_autoptr (KeelMeeting) found = NULL;
  gboolean paused;

  if (!keel_listed_meeting_find (self, meeting, &found, &paused, error))
    return FALSE;
  *listed = found != NULL || paused;
  return TRUE;
}

static gboolean
reconcile_series (KeelProfile *self, KeelSeries *series, GPtrArray *vanished, gboolean *changed,
                  GError **error)
{
  gint64 now = keel_clock_get_now (self->clock);
  KeelSeries *marked;
  gboolean listed;

  if (series->meeting->list == NULL || series->meeting->slug == NULL)
    return TRUE;
  if (!is_listed (self, series->meeting, &listed, error))
    return FALSE;
  if (listed == (series->vanished_at == 0))
    return TRUE;

  if (!keel_journal_set_vanished (self->journal, series->uuid, listed ? 0 : now, error))
    return FALSE;
  *changed = TRUE;
  if (listed || vanished == NULL)
    return TRUE;
  marked = keel_journal_find_series (self->journal, series->uuid, error);
  if (marked != NULL)
    g_ptr_array_add (vanished, marked);
  return marked != NULL;
}

/* They wait on where they cannot be taken: nobody is kept out for that. */
static void
take_answers_or_warn (KeelProfile *self)
{
  g_autoptr (GError) error = NULL;

  if (!keel_profile_take_answers (self, NULL, &error))
    g_warning ("What was answered on notifications is not in the journal yet: %s", error->message);
}

static void
keel_profile_finalize (GObject *object)
{
  KeelProfile *self = KEEL_PROFILE (object);

  g_clear_object (&self->index);
  g_clear_object (&self->reminder_file);
  g_clear_object (&self->directory);
  g_clear_object (&self->journal);
  g_clear_pointer (&self->key, keel_vault_key_unref);
  if (self->lock >= 0)
    keel_profile_lock_release (self->lock);
  g_clear_object (&self->clock);
  g_clear_error (&self->delay);
  g_free (self->folder);
  g_free (self->id);

  G_OBJECT_CLASS (keel_profile_parent_class)->finalize (object);
}

static void
keel_profile_class_init (KeelProfileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_profile_finalize;
}

static void
keel_profile_init (KeelProfile *self)
{
  self->lock = -1;
}

/**
 * keel_profile_open:
 * @data_dir: made (0700) when it is not there
 * @id: (nullable): of a profile that is there; NULL: the first one, else a new one
 *
 * @key: (nullable): of a profile with a passphrase
 *
 * Errors, here and below, are of KEEL_STORE_ERROR: LOCKED without the key of a protected profile, NOT_FOUND
 * where there is no such profile, READ_ONLY where its folder cannot be written to, NEWER where a newer Keel
 * wrote it (nothing is changed then).
 */
KeelProfile *
keel_profile_open (const char *data_dir, const char *id, KeelVaultKey *key, KeelClock *clock, GError **error)
{
  g_autoptr (KeelProfile) self = NULL;
  g_autofree char *above = NULL;

  g_return_val_if_fail (data_dir != NULL, NULL);
  g_return_val_if_fail (KEEL_IS_CLOCK (clock), NULL);

  self = g_object_new (KEEL_TYPE_PROFILE, NULL);
  self->clock = g_object_ref (clock);
  self->key = key != NULL ? keel_vault_key_ref (key) : NULL;
  above = g_canonicalize_filename (data_dir, NULL);
  self->id = choose_profile (above, id, error);
  if (self->id == NULL)
    return NULL;
  self->folder = keel_data_dir_get_profile (above, self->id);
  if (!check_folder (self->folder, error) || !check_key (self, error) || !open_files (self, error))
    return NULL;
  repair_or_warn (self);
  take_answers_or_warn (self);
  return g_steal_pointer (&self);
}

const char *
keel_profile_get_id (KeelProfile *self)
{
  g_return_val_if_fail (KEEL_IS_PROFILE (self), NULL);

  return self->id;
}

const char *
keel_profile_get_folder (KeelProfile *self)
{
  g_return_val_if_fail (KEEL_IS_PROFILE (self), NULL);

  return self->folder;
}

KeelVaultKey *
keel_profile_get_key (KeelProfile *self)
{
  g_return_val_if_fail (KEEL_IS_PROFILE (self), NULL);

  return self->key;
}

KeelClock *
keel_profile_get_clock (KeelProfile *self)
{
  return self->clock;
}

KeelDirectory *
keel_profile_get_directory (KeelProfile *self)
{
  g_return_val_if_fail (KEEL_IS_PROFILE (self), NULL);

  return self->directory;
}

KeelJournal *
keel_profile_get_journal (KeelProfile *self)
{
  g_return_val_if_fail (KEEL_IS_PROFILE (self), NULL);

  return self->journal;
}

KeelReminderFile *
keel_profile_get_reminder_file (KeelProfile *self)
{
  g_return_val_if_fail (KEEL_IS_PROFILE (self), NULL);

  follow_reminder_file (self);
  return self->reminder_file;
}

/* Returns: (transfer none) */
KeelMeetingIndex *
keel_profile_get_index (KeelProfile *self, GError **error)
{
  g_return_val_if_fail (KEEL_IS_PROFILE (self), NULL);

  if (self->index == NULL)
    {
      self->index = keel_meeting_index_new (self->directory, error);
      return self->index;
    }
  return keel_meeting_index_refresh (self->index, error) ? self->index : NULL;
}

/**
 * keel_profile_follow:
 * @leads: (nullable) (element-type int): minutes; NULL: 30, or what it has where it is followed already
 *
 * The schedule begins with the first date that is not before today where the meeting is. NOT_FOUND
 * where no list has the meeting, INVALID where it has no day or time.
 *
 * This and the following functions commit to the journal first. If reminders.db cannot be written
 * after that they have succeeded all the same (with a warning): keel_profile_is_behind () then, and the next
 * change, keel_profile_project () or keel_profile_open () brings it up to date.
 *
 * Returns: (transfer full): the series as it now is
 */
KeelSeries *
keel_profile_follow (KeelProfile *self, const char *meeting_id, GArray *leads, GError **error)
{
  g_autoptr (KeelMeeting) meeting = NULL;
  g_autoptr (KeelSeries) followed = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (KEEL_IS_PROFILE (self), NULL);
  g_return_val_if_fail (meeting_id != NULL, NULL);

  meeting = keel_directory_get_meeting (self->directory, meeting_id, error);
  if (meeting == NULL)
    return NULL;
  followed = keel_journal_find_followed (self->journal, meeting->list, meeting->slug, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (followed != NULL)
    return change_leads (self, followed, leads, error);
  return follow_meeting (self, meeting, leads, error);
}

KeelSeries *
keel_profile_follow_new (KeelProfile *self, KeelSeries *series, GError **error)
{
  g_autoptr (KeelSeries) found = NULL;
  KeelSeries *added;

  g_return_val_if_fail (KEEL_IS_PROFILE (self), NULL);
  g_return_val_if_fail (KEEL_IS_SERIES (series), NULL);

  found = keel_series_copy (series);
  if (found->stage == KEEL_STAGE_NONE && !keel_series_is_appointment (found))
    found->stage = KEEL_STAGE_FOUND;
  added = keel_journal_add_series (self->journal, found, error);
  if (added != NULL)
    keel_profile_project_or_warn (self);
  return added;
}

gboolean
keel_profile_update (KeelProfile *self, KeelSeries *series, GError **error)
{
  g_return_val_if_fail (KEEL_IS_PROFILE (self), FALSE);

  if (!keel_journal_update_series (self->journal, series, error))
    return FALSE;
  keel_profile_project_or_warn (self);
  return TRUE;
}

gboolean
keel_profile_unfollow (KeelProfile *self, const char *uuid, GError **error)
{
  g_return_val_if_fail (KEEL_IS_PROFILE (self), FALSE);

  if (!keel_journal_delete_series (self->journal, uuid, error))
    return FALSE;
  keel_profile_project_or_warn (self);
  return TRUE;
}

gboolean
keel_profile_refollow (KeelProfile *self, const char *uuid, GError **error)
{
  g_return_val_if_fail (KEEL_IS_PROFILE (self), FALSE);

  if (!keel_journal_restore_series (self->journal, uuid, error))
    return FALSE;
  keel_profile_project_or_warn (self);
  return TRUE;
}

/* If only the reconciling fails, the import has succeeded all the same (with a warning): the next
 * keel_profile_reconcile () tells what vanished. */
KeelImportReport *
keel_profile_import (KeelProfile *self, GFile *file, const KeelImportOptions *options,
                     KeelImportProgress progress, gpointer data, GPtrArray *vanished,
                     GCancellable *cancellable, GError **error)
{
  KeelImportReport *report;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (KEEL_IS_PROFILE (self), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  report = keel_importer_import (keel_directory_get_path (self->directory), self->key, file, options,
                                 progress, data, cancellable, error);
  if (report != NULL && !options->dry_run && !keel_profile_reconcile (self, vanished, &failure))
    g_warning ("What vanished from the list is not known yet: %s", failure->message);
  return report;
}

/**
 * keel_profile_reconcile:
 * @vanished: (nullable) (element-type KeelSeries): gets what its list no longer has, each once
 *
 * A series stays followed, with the copy that the journal has; what comes back is no longer marked.
 */
gboolean
keel_profile_reconcile (KeelProfile *self, GPtrArray *vanished, GError **error)
{
  g_autoptr (GPtrArray) all = NULL;
  gboolean changed = FALSE;
  gboolean success = TRUE;

  g_return_val_if_fail (KEEL_IS_PROFILE (self), FALSE);

  all = keel_journal_get_series (self->journal, error);
  if (all == NULL)
    return FALSE;
  for (guint i = 0; success && i < all->len; i++)
    success = reconcile_series (self, g_ptr_array_index (all, i), vanished, &changed, error);
  if (changed)
    keel_profile_project_or_warn (self);
  return success;
}

gboolean
keel_profile_project (KeelProfile *self, GError **error)
{
  g_return_val_if_fail (KEEL_IS_PROFILE (self), FALSE);

  return bring_up_to_date (self, keel_projection_write, error);
}

gboolean
keel_profile_is_behind (KeelProfile *self, const GError **reason)
{
  g_return_val_if_fail (KEEL_IS_PROFILE (self), FALSE);

  if (reason != NULL)
    *reason = self->delay;
  return self->delay != NULL;
}
