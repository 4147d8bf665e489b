#include "keel-session-private.h"

#include "keel-folder-watch.h"
#include "keel-reminder-lines.h"
#include "keel-session-trash.h"
#include "keel-snapshot.h"
#include "store/keel-system-clock.h"

/* An import that does not end in time is ended with this process, and its transaction with it. */
#define IMPORT_END_MS 3000

struct _KeelSession
{
  GObject parent_instance;

  char *data_dir;
  char *profile_id;
  KeelClock *clock;
  KeelContent *content;
  KeelStoreThread *thread;
  KeelProfile *profile;
  char *directory_path;
  char *open_id; /* both NULL until it is open */
  char *folder;
  KeelVaultKey *key; /* NULL without a passphrase */
  gboolean by_code;  /* unlocked with the recovery code: nobody knows the passphrase */
  gboolean ended;    /* no job runs any more */

  KeelSnapshot *snapshot;
  GPtrArray *missed;      /* of KeelReminderLine, as it was when the profile was opened; nullable */
  KeelFolderWatch *watch; /* NULL until it is open */
  GVariant *drafts;       /* a{sv} */
  GPtrArray *imports;     /* of GCancellable: those under way */
  GError *draft_error;    /* why what was being typed could not be kept; nullable */
};

/* What opening brings with it. */
typedef struct
{
  KeelProfile *profile;
  char *directory_path;
  KeelSnapshot *snapshot;
  GPtrArray *missed;
  GVariant *drafts;
  KeelTemplates *templates;
  KeelOwnStrategies *strategies;
  KeelProgramChoice *programs;
} Opening;

G_DEFINE_FINAL_TYPE (KeelSession, keel_session, G_TYPE_OBJECT)

/* Those without an argument. */
static const char *const signal_names[] = {
  "series-changed",
  "attendance-changed",
  "care-changed",
  "check-ins-changed",
  "lists-changed",
  "going-changed",
  "reminders-changed",
  "opened",
  "ending",
  "days-changed",
  "entries-changed",
  "pages-changed",
  "people-changed",
  "plans-changed",
  "programs-changed",
  "reasons-changed",
  "progress-changed",
  "strategies-changed",
  "templates-changed",
  "urges-changed",
};

static void
opening_free (Opening *opening)
{
  g_clear_object (&opening->profile);
  g_free (opening->directory_path);
  g_clear_pointer (&opening->snapshot, keel_snapshot_free);
  g_clear_pointer (&opening->missed, g_ptr_array_unref);
  g_clear_pointer (&opening->drafts, g_variant_unref);
  g_clear_pointer (&opening->templates, keel_templates_free);
  g_clear_pointer (&opening->strategies, keel_own_strategies_free);
  g_clear_pointer (&opening->programs, keel_program_choice_free);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static void
take_snapshot (KeelSession *self, KeelSnapshot *snapshot)
{
  KeelSnapshotParts changed = keel_snapshot_keep (snapshot, self->snapshot);

  keel_snapshot_free (self->snapshot);
  self->snapshot = snapshot;
  if (changed & KEEL_SNAPSHOT_LISTS)
    g_signal_emit_by_name (self, "lists-changed");
  if (changed & KEEL_SNAPSHOT_SERIES)
    g_signal_emit_by_name (self, "series-changed");
  if (changed & KEEL_SNAPSHOT_ATTENDANCE)
    g_signal_emit_by_name (self, "attendance-changed");
  if (changed & KEEL_SNAPSHOT_GOING)
    g_signal_emit_by_name (self, "going-changed");
  if (changed & KEEL_SNAPSHOT_REMINDERS)
    g_signal_emit_by_name (self, "reminders-changed");
}

static void
open_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  KeelSession *self = source;
  g_autoptr (Opening) opening = g_new0 (Opening, 1);
  KeelProfile *profile;
  GError *error = NULL;

  profile = keel_profile_open (self->data_dir, self->profile_id, self->key, self->clock, &error);
  opening->profile = profile;
  if (profile != NULL && keel_profile_reconcile (profile, NULL, &error))
    opening->snapshot = keel_snapshot_read (profile, keel_clock_get_now (self->clock), &error);
  if (opening->snapshot != NULL)
    opening->drafts = keel_session_read_drafts (keel_profile_get_journal (profile), &error);
  if (opening->drafts != NULL)
    opening->templates = keel_session_read_templates (keel_profile_get_journal (profile), &error);
  if (opening->templates != NULL)
    opening->strategies = keel_session_read_own_strategies (keel_profile_get_journal (profile), &error);
  if (opening->strategies != NULL)
    opening->programs = keel_journal_get_programs (keel_profile_get_journal (profile), &error);
  if (opening->programs == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  opening->directory_path = g_strdup (keel_directory_get_path (keel_profile_get_directory (profile)));
  opening->missed = keel_reminder_lines_read_missed (profile, NULL);
  g_task_return_pointer (task, g_steal_pointer (&opening), (GDestroyNotify) opening_free);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  KeelSession *self = source;
  KeelSnapshot *snapshot;
  GError *error = NULL;

  snapshot = keel_snapshot_read (self->profile, keel_clock_get_now (self->clock), &error);
  if (snapshot != NULL)
    g_task_return_pointer (task, snapshot, (GDestroyNotify) keel_snapshot_free);
  else
    g_task_return_error (task, error);
}

static void
close_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_clear_object (&KEEL_SESSION (source)->profile);
  g_task_return_boolean (task, TRUE);
}

static void
read_ready_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KeelSession *self = KEEL_SESSION (source);
  g_autoptr (GError) error = NULL;
  KeelSnapshot *snapshot = g_task_propagate_pointer (G_TASK (result), &error);

  if (snapshot != NULL)
    take_snapshot (self, snapshot);
  else
    g_warning ("Cannot read the profile again: %s", error->message);
}

static void
change_completed_cb (GTask *task, GParamSpec *pspec, KeelSession *self)
{
  if (!g_task_had_error (task))
    keel_session_refresh (self);
}

static void
reminders_changed_cb (KeelSession *self)
{
  if (keel_session_is_open (self))
    g_signal_emit_by_name (self, "reminders-changed");
}

static void
answered_cb (KeelSession *self)
{
  if (keel_session_is_open (self))
    keel_session_take_answers (self);
}

/* What was answered between the opening and this moment is taken at once. */
static void
begin_watch (KeelSession *self)
{
  self->watch = keel_folder_watch_new (self->folder);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (reminders_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->watch, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  keel_session_take_answers (self);
}

static void
do_nothing_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_task_return_boolean (task, TRUE);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(gboolean *) data = TRUE;
}

/* The jobs before it end first, and their callbacks with them. */
static void
run_and_wait (KeelSession *self, GTaskThreadFunc func)
{
  gboolean done = FALSE;
  g_autoptr (GTask) task = g_task_new (self, NULL, done_cb, &done);

  keel_store_thread_run (self->thread, task, func);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
expired_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
stop_imports (KeelSession *self)
{
  gboolean expired = FALSE;
  guint timer = g_timeout_add (IMPORT_END_MS, expired_cb, &expired);

  for (guint i = 0; i < self->imports->len; i++)
    g_cancellable_cancel (self->imports->pdata[i]);
  while (self->imports->len > 0 && !expired)
    g_main_context_iteration (NULL, TRUE);
  if (!expired)
    g_source_remove (timer);
}

/* What is being saved at this moment is no draft any more, and an import that is stopped becomes one. */
static void
prepare_end (KeelSession *self)
{
  stop_imports (self);
  run_and_wait (self, do_nothing_in_thread);
  g_clear_error (&self->draft_error);
  if (keel_session_is_open (self))
    g_signal_emit_by_name (self, "ending");
  self->ended = TRUE;
}

static void
keel_session_finalize (GObject *object)
{
  KeelSession *self = KEEL_SESSION (object);

  g_clear_object (&self->profile);
  g_clear_object (&self->thread);
  g_clear_pointer (&self->key, keel_vault_key_unref);
  g_clear_object (&self->content);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->snapshot, keel_snapshot_free);
  g_clear_pointer (&self->missed, g_ptr_array_unref);
  g_clear_object (&self->watch);
  g_clear_pointer (&self->drafts, g_variant_unref);
  g_clear_pointer (&self->imports, g_ptr_array_unref);
  g_clear_error (&self->draft_error);
  g_free (self->directory_path);
  g_free (self->open_id);
  g_free (self->folder);
  g_free (self->profile_id);
  g_free (self->data_dir);
  G_OBJECT_CLASS (keel_session_parent_class)->finalize (object);
}

static void
keel_session_class_init (KeelSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_session_finalize;

  for (gsize i = 0; i < G_N_ELEMENTS (signal_names); i++)
    g_signal_new (signal_names[i], KEEL_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_signal_new ("answers-taken", KEEL_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                G_TYPE_PTR_ARRAY);
}

static void
keel_session_init (KeelSession *self)
{
  self->clock = keel_system_clock_new ();
  self->content = keel_content_new ();
  self->thread = keel_store_thread_new ();
  self->snapshot = keel_snapshot_new ();
  self->drafts = g_variant_ref_sink (g_variant_new ("a{sv}", NULL));
  self->imports = g_ptr_array_new_with_free_func (g_object_unref);
}

KeelSession *
keel_session_new (const char *data_dir, const char *profile, KeelVaultKey *key)
{
  KeelSession *self = g_object_new (KEEL_TYPE_SESSION, NULL);

  self->data_dir = data_dir != NULL ? g_strdup (data_dir) : keel_data_dir_get_default ();
  self->profile_id = g_strdup (profile);
  self->key = key != NULL ? keel_vault_key_ref (key) : NULL;
  return self;
}

void
keel_session_set_clock (KeelSession *self, KeelClock *clock)
{
  g_set_object (&self->clock, clock);
}

void
keel_session_open_async (KeelSession *self, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  keel_store_thread_run (self->thread, task, open_in_thread);
}

gboolean
keel_session_open_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  g_autoptr (Opening) opening = g_task_propagate_pointer (G_TASK (result), error);

  if (opening == NULL)
    return FALSE;
  self->profile = g_steal_pointer (&opening->profile);
  self->open_id = g_strdup (keel_profile_get_id (self->profile));
  self->folder = g_strdup (keel_profile_get_folder (self->profile));
  self->directory_path = g_steal_pointer (&opening->directory_path);
  self->missed = g_steal_pointer (&opening->missed);
  keel_session_set_drafts (self, opening->drafts);
  keel_session_take_programs (self, g_steal_pointer (&opening->programs));
  keel_session_take_templates (self, g_steal_pointer (&opening->templates));
  keel_session_take_own_strategies (self, g_steal_pointer (&opening->strategies));
  take_snapshot (self, g_steal_pointer (&opening->snapshot));
  begin_watch (self);
  keel_session_watch_trash (self);
  g_signal_emit_by_name (self, "opened");
  return TRUE;
}

void
keel_session_close (KeelSession *self)
{
  prepare_end (self);
  run_and_wait (self, close_in_thread);
}

void
keel_session_run (KeelSession *self, GTask *task, GTaskThreadFunc func, gboolean changes)
{
  if (self->ended)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The profile is closed");
      return;
    }
  if (changes)
    g_signal_connect_object (task, "notify::completed", G_CALLBACK (change_completed_cb), self, 0);
  keel_store_thread_run (self->thread, task, func);
}

void
keel_session_end (KeelSession *self, GTask *task, GTaskThreadFunc func)
{
  prepare_end (self);
  keel_store_thread_run (self->thread, task, func);
}

void
keel_session_drop_profile (KeelSession *self)
{
  g_clear_object (&self->profile);
}

void
keel_session_refresh (KeelSession *self)
{
  g_autoptr (GTask) task = NULL;

  if (!keel_session_is_open (self))
    return;
  task = g_task_new (self, NULL, read_ready_cb, NULL);
  keel_store_thread_run (self->thread, task, read_in_thread);
  keel_session_read_programs (self);
}

GVariant *
keel_session_get_drafts (KeelSession *self)
{
  return self->drafts;
}

void
keel_session_set_drafts (KeelSession *self, GVariant *drafts)
{
  g_clear_pointer (&self->drafts, g_variant_unref);
  self->drafts = g_variant_ref_sink (drafts);
}

void
keel_session_note_import (KeelSession *self, GCancellable *cancellable, gboolean under_way)
{
  if (under_way)
    g_ptr_array_add (self->imports, g_object_ref (cancellable));
  else
    g_ptr_array_remove (self->imports, cancellable);
}

gboolean
keel_session_is_importing (KeelSession *self)
{
  return self->imports->len > 0;
}

const char *
keel_session_get_profile_id (KeelSession *self)
{
  return self->open_id;
}

const char *
keel_session_get_folder (KeelSession *self)
{
  return self->folder;
}

gboolean
keel_session_is_protected (KeelSession *self)
{
  return self->key != NULL;
}

KeelVaultKey *
keel_session_get_key (KeelSession *self)
{
  return self->key;
}

void
keel_session_set_by_code (KeelSession *self, gboolean by_code)
{
  self->by_code = by_code;
}

gboolean
keel_session_asks_for_passphrase (KeelSession *self)
{
  return self->key != NULL && !self->by_code;
}

void
keel_session_set_draft_error (KeelSession *self, const GError *error)
{
  g_clear_error (&self->draft_error);
  self->draft_error = g_error_copy (error);
}

const GError *
keel_session_get_draft_error (KeelSession *self)
{
  return self->draft_error;
}

gboolean
keel_session_is_open (KeelSession *self)
{
  return self->profile != NULL && !self->ended;
}

KeelContent *
keel_session_get_content (KeelSession *self)
{
  return self->content;
}

gint64
keel_session_get_now (KeelSession *self)
{
  return keel_clock_get_now (self->clock);
}

GTimeZone *
keel_session_get_zone (KeelSession *self)
{
  return keel_clock_get_zone (self->clock);
}

char *
keel_session_get_zone_name (KeelSession *self)
{
  g_autoptr (GTimeZone) zone = keel_clock_get_zone (self->clock);

  return keel_zone_name_resolve (g_time_zone_get_identifier (zone));
}

GPtrArray *
keel_session_get_series (KeelSession *self)
{
  return self->snapshot->series;
}

KeelAttendanceBook *
keel_session_get_attendance (KeelSession *self)
{
  return self->snapshot->attendance;
}

GPtrArray *
keel_session_get_attended (KeelSession *self)
{
  return self->snapshot->attended;
}

GPtrArray *
keel_session_get_lists (KeelSession *self)
{
  return self->snapshot->lists;
}

gboolean
keel_session_is_paused (KeelSession *self, KeelSeries *series)
{
  return g_ptr_array_find_with_equal_func (self->snapshot->paused, series->uuid, g_str_equal, NULL);
}

gboolean
keel_session_is_going (KeelSession *self, const char *series, KeelLocalTime occurrence)
{
  for (guint i = 0; i < self->snapshot->going->len; i++)
    {
      const KeelOccurrenceKey *key = self->snapshot->going->pdata[i];

      if (key->occurrence == occurrence && g_str_equal (key->series, series))
        return TRUE;
    }
  return FALSE;
}

gboolean
keel_session_has_reminders (KeelSession *self)
{
  return self->snapshot->has_reminders;
}

const char *
keel_session_get_reminder_delay (KeelSession *self)
{
  return self->snapshot->delay;
}

const KeelReminderEvent *
keel_session_get_reminder_trouble (KeelSession *self)
{
  if (self->missed == NULL || self->missed->len == 0)
    return NULL;
  return ((KeelReminderLine *) self->missed->pdata[0])->event;
}

KeelProfile *
keel_session_get_profile (KeelSession *self)
{
  return self->profile;
}

const char *
keel_session_get_data_dir (KeelSession *self)
{
  return self->data_dir;
}

char *
keel_session_dup_directory_path (KeelSession *self)
{
  return g_strdup (self->directory_path);
}
