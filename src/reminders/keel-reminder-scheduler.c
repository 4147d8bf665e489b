#include "keel-reminder-scheduler.h"

#include "keel-timer-source.h"
#include "store/keel-data-dir.h"

#define LOCAL_ZONE "/etc/localtime"
#define READ_AGAIN 60 /* seconds after a file could not be read */

struct _KeelReminderScheduler
{
  GObject parent_instance;

  char *profiles; /* the folder that holds the profiles' */
  KeelClock *clock;
  KeelReminderPresenter *presenter;
  KeelAlarm alarm;
  gpointer alarm_data;
  GFileMonitor *profiles_monitor;
  GFileMonitor *zone_monitor;
  GPtrArray *folders; /* of KeelReminderFolder */
  GHashTable *stale;  /* set of KeelReminderFolder: to be read before the next run */
  gint64 read_again;  /* seconds UTC: when to run for those that could not be */
  guint idle;
  gboolean withdrawn; /* something was read that nobody may know any more */
  gboolean removed;   /* or that has gone with its profile */
};

G_DEFINE_TYPE (KeelReminderScheduler, keel_reminder_scheduler, G_TYPE_OBJECT)

enum
{
  JOIN,
  OPEN,
  SETTINGS,
  WITHDRAWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* A file that only a person can mend is looked at when it is touched, not again and again. */
static gboolean
may_pass (const GError *error)
{
  return !g_error_matches (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NEWER) &&
         !g_error_matches (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_FOREIGN) &&
         !g_error_matches (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_CORRUPT);
}

/* FALSE when it is to be tried again. */
static gboolean
load_folder (KeelReminderScheduler *self, KeelReminderFolder *folder)
{
  g_autoptr (GTimeZone) person = keel_clock_get_zone (self->clock);
  g_autoptr (GError) error = NULL;

  if (keel_reminder_folder_load (folder, keel_clock_get_now (self->clock), person, &error))
    {
      keel_reminder_presenter_review (self->presenter, folder);
      self->withdrawn |= keel_reminder_folder_lost_words (folder);
      return TRUE;
    }
  g_warning ("No new reminders from %s: %s", keel_reminder_folder_get_path (folder), error->message);
  return !may_pass (error);
}

static void
load_stale_folders (KeelReminderScheduler *self)
{
  GHashTableIter iter;
  gpointer folder;

  self->read_again = KEEL_REMINDER_NEVER;
  g_hash_table_iter_init (&iter, self->stale);
  while (g_hash_table_iter_next (&iter, &folder, NULL))
    if (load_folder (self, folder))
      g_hash_table_iter_remove (&iter);
    else
      self->read_again = keel_clock_get_now (self->clock) + READ_AGAIN;
}

static gboolean
idle_cb (gpointer data)
{
  KeelReminderScheduler *self = data;

  self->idle = 0;
  keel_reminder_scheduler_run (self);
  return G_SOURCE_REMOVE;
}

/* One touch of a file is reported as several events: they become one run. */
static void
run_soon (KeelReminderScheduler *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (idle_cb, self);
}

static void
folder_changed_cb (KeelReminderFolder *folder, KeelReminderScheduler *self)
{
  g_hash_table_add (self->stale, g_object_ref (folder));
  run_soon (self);
}

static void
settings_cb (KeelReminderFolder *folder, KeelReminderScheduler *self)
{
  g_signal_emit (self, signals[SETTINGS], 0);
}

static void
answered_cb (KeelReminderPresenter *presenter, KeelReminderFolder *folder, KeelReminderScheduler *self)
{
  folder_changed_cb (folder, self);
}

static void
join_cb (KeelReminderPresenter *presenter, const char *profile, const char *link, const char *token,
         KeelReminderScheduler *self)
{
  g_signal_emit (self, signals[JOIN], 0, profile, link, token);
}

static void
open_cb (KeelReminderPresenter *presenter, const char *profile, const char *series, const char *token,
         KeelReminderScheduler *self)
{
  g_signal_emit (self, signals[OPEN], 0, profile, series, token);
}

static gboolean
has_folder (KeelReminderScheduler *self, const char *path)
{
  for (guint i = 0; i < self->folders->len; i++)
    if (g_str_equal (keel_reminder_folder_get_path (g_ptr_array_index (self->folders, i)), path))
      return TRUE;
  return FALSE;
}

static void
drop_folder (KeelReminderScheduler *self, guint position)
{
  KeelReminderFolder *folder = g_ptr_array_index (self->folders, position);

  self->removed |= keel_reminder_folder_has_words (folder);
  keel_reminder_presenter_drop (self->presenter, folder);
  g_signal_handlers_disconnect_by_data (folder, self);
  g_hash_table_remove (self->stale, folder);
  g_ptr_array_remove_index (self->folders, position);
}

/* @deleted (nullable) is lost also where another folder has its name by now. */
static void
drop_lost_folders (KeelReminderScheduler *self, const char *deleted)
{
  for (guint i = self->folders->len; i-- > 0;)
    {
      const char *path = keel_reminder_folder_get_path (g_ptr_array_index (self->folders, i));

      if (g_strcmp0 (path, deleted) == 0 || !g_file_test (path, G_FILE_TEST_IS_DIR))
        drop_folder (self, i);
    }
}

/* A folder is watched even while it has nothing to read: it may be on its way. */
static void
find_folders (KeelReminderScheduler *self)
{
  g_autoptr (GDir) directory = g_dir_open (self->profiles, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->profiles, name, NULL);
      KeelReminderFolder *folder;

      if (!keel_data_dir_is_profile_id (name) || !g_file_test (path, G_FILE_TEST_IS_DIR) ||
          has_folder (self, path))
        continue;
      folder = keel_reminder_folder_new (path);
      g_signal_connect (folder, "changed", G_CALLBACK (folder_changed_cb), self);
      g_signal_connect (folder, "settings", G_CALLBACK (settings_cb), self);
      g_ptr_array_add (self->folders, folder);
      g_hash_table_add (self->stale, g_object_ref (folder));
    }
}

static void
profiles_changed_cb (GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event, gpointer data)
{
  g_autofree char *path = g_file_get_path (file);

  drop_lost_folders (data, event == G_FILE_MONITOR_EVENT_DELETED ? path : NULL);
  find_folders (data);
  run_soon (data);
}

static void
make_all_stale (KeelReminderScheduler *self)
{
  for (guint i = 0; i < self->folders->len; i++)
    g_hash_table_add (self->stale, g_object_ref (g_ptr_array_index (self->folders, i)));
}

static void
zone_changed_cb (GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event, gpointer data)
{
  make_all_stale (data);
  run_soon (data);
}

static void
connect_monitor (KeelReminderScheduler *self, GFileMonitor *monitor, GCallback callback, const GError *error)
{
  if (monitor == NULL)
    g_warning ("Changes will not be seen: %s", error->message);
  else
    g_signal_connect (monitor, "changed", callback, self);
}

static void
watch (KeelReminderScheduler *self)
{
  g_autoptr (GFile) profiles = g_file_new_for_path (self->profiles);
  g_autoptr (GFile) zone = g_file_new_for_path (LOCAL_ZONE);
  g_autoptr (GError) error = NULL;

  /* Made here when it is not there yet: GLib would look for a missing folder every few seconds. */
  if (!keel_data_dir_make_folder (self->profiles, &error))
    g_warning ("%s", error->message);
  g_clear_error (&error);
  self->profiles_monitor = g_file_monitor_directory (profiles, G_FILE_MONITOR_NONE, NULL, &error);
  connect_monitor (self, self->profiles_monitor, G_CALLBACK (profiles_changed_cb), error);
  g_clear_error (&error);
  self->zone_monitor = g_file_monitor_file (zone, G_FILE_MONITOR_NONE, NULL, &error);
  connect_monitor (self, self->zone_monitor, G_CALLBACK (zone_changed_cb), error);
}

static void
set_alarm (KeelReminderScheduler *self)
{
  gint64 next = MIN (self->read_again, keel_reminder_presenter_get_next (self->presenter));

  for (guint i = 0; i < self->folders->len; i++)
    next = MIN (next, keel_reminder_folder_get_next (g_ptr_array_index (self->folders, i)));
  self->alarm (next == KEEL_REMINDER_NEVER ? KEEL_TIMER_NEVER : next * G_USEC_PER_SEC, self->alarm_data);
}

static void
stop_monitor (KeelReminderScheduler *self, GFileMonitor **monitor)
{
  if (*monitor != NULL)
    g_signal_handlers_disconnect_by_data (*monitor, self);
  g_clear_object (monitor);
}

static void
keel_reminder_scheduler_finalize (GObject *object)
{
  KeelReminderScheduler *self = KEEL_REMINDER_SCHEDULER (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  stop_monitor (self, &self->profiles_monitor);
  stop_monitor (self, &self->zone_monitor);
  for (guint i = 0; i < self->folders->len; i++)
    g_signal_handlers_disconnect_by_data (g_ptr_array_index (self->folders, i), self);
  g_signal_handlers_disconnect_by_data (self->presenter, self);
  g_object_unref (self->presenter);
  g_hash_table_unref (self->stale);
  g_ptr_array_unref (self->folders);
  g_object_unref (self->clock);
  g_free (self->profiles);
  G_OBJECT_CLASS (keel_reminder_scheduler_parent_class)->finalize (object);
}

static void
keel_reminder_scheduler_class_init (KeelReminderSchedulerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_reminder_scheduler_finalize;

  signals[JOIN] = g_signal_new ("join", KEEL_TYPE_REMINDER_SCHEDULER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
  signals[OPEN] = g_signal_new ("open", KEEL_TYPE_REMINDER_SCHEDULER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
  signals[SETTINGS] = g_signal_new ("settings", KEEL_TYPE_REMINDER_SCHEDULER, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
  signals[WITHDRAWN] = g_signal_new ("withdrawn", KEEL_TYPE_REMINDER_SCHEDULER, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);
}

static void
keel_reminder_scheduler_init (KeelReminderScheduler *self)
{
  self->folders = g_ptr_array_new_with_free_func (g_object_unref);
  self->stale = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
}

KeelReminderScheduler *
keel_reminder_scheduler_new (const char *data_dir, KeelClock *clock, KeelNotifier *notifier, KeelAlarm alarm,
                             gpointer data)
{
  KeelReminderScheduler *self = g_object_new (KEEL_TYPE_REMINDER_SCHEDULER, NULL);

  self->profiles = g_build_filename (data_dir, "profiles", NULL);
  self->clock = g_object_ref (clock);
  self->alarm = alarm;
  self->alarm_data = data;
  self->presenter = keel_reminder_presenter_new (clock, notifier);
  g_signal_connect_swapped (self->presenter, "run", G_CALLBACK (run_soon), self);
  g_signal_connect (self->presenter, "changed", G_CALLBACK (answered_cb), self);
  g_signal_connect (self->presenter, "join", G_CALLBACK (join_cb), self);
  g_signal_connect (self->presenter, "open", G_CALLBACK (open_cb), self);
  watch (self);
  return self;
}

/* What is gone can wait until nobody else has a reminder on the screen, which would move. */
static void
tell_withdrawn (KeelReminderScheduler *self)
{
  gboolean now = self->withdrawn ||
                 (self->removed && keel_reminder_presenter_get_n_showing (self->presenter) == 0);

  if (!now)
    return;
  self->withdrawn = FALSE;
  self->removed = FALSE;
  g_signal_emit (self, signals[WITHDRAWN], 0);
}

void
keel_reminder_scheduler_run (KeelReminderScheduler *self)
{
  g_autoptr (GPtrArray) due = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_reminder_unref);
  g_autoptr (GTimeZone) person = keel_clock_get_zone (self->clock);
  gint64 now = keel_clock_get_now (self->clock);

  g_return_if_fail (KEEL_IS_REMINDER_SCHEDULER (self));

  /* What was removed a moment ago is not told any more, nor can it be recorded. */
  drop_lost_folders (self, NULL);
  keel_reminder_presenter_set_alone (self->presenter, self->folders->len == 1);
  load_stale_folders (self);
  for (guint i = 0; i < self->folders->len; i++)
    keel_reminder_folder_collect (g_ptr_array_index (self->folders, i), now, person, due);
  keel_reminder_presenter_present (self->presenter, due);
  set_alarm (self);
  tell_withdrawn (self);
}

void
keel_reminder_scheduler_reload (KeelReminderScheduler *self)
{
  g_return_if_fail (KEEL_IS_REMINDER_SCHEDULER (self));

  find_folders (self);
  make_all_stale (self);
  g_clear_handle_id (&self->idle, g_source_remove);
  keel_reminder_scheduler_run (self);
}

void
keel_reminder_scheduler_hand_over (KeelReminderScheduler *self)
{
  g_return_if_fail (KEEL_IS_REMINDER_SCHEDULER (self));

  keel_reminder_presenter_hand_over (self->presenter);
}

gint64
keel_reminder_scheduler_get_next (KeelReminderScheduler *self)
{
  gint64 next = KEEL_REMINDER_NEVER;

  g_return_val_if_fail (KEEL_IS_REMINDER_SCHEDULER (self), KEEL_REMINDER_NEVER);

  for (guint i = 0; i < self->folders->len; i++)
    next = MIN (next, keel_reminder_folder_get_next_reminder (g_ptr_array_index (self->folders, i)));
  return next;
}

guint
keel_reminder_scheduler_get_n_waiting (KeelReminderScheduler *self)
{
  g_return_val_if_fail (KEEL_IS_REMINDER_SCHEDULER (self), 0);

  return keel_reminder_presenter_get_n_waiting (self->presenter);
}

gint64
keel_reminder_scheduler_get_quiet_until (KeelReminderScheduler *self)
{
  g_return_val_if_fail (KEEL_IS_REMINDER_SCHEDULER (self), KEEL_REMINDER_NEVER);

  return keel_reminder_presenter_get_quiet_until (self->presenter);
}
