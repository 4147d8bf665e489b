#include "keel-reminder-folder.h"

#define LONGEST_DURATION (31 * 24 * 60 * 60)
#define LONGEST_LEAD (366 * 24 * 60 * 60)

/* One rule, and how far it was looked at. */
typedef struct
{
  KeelReminderRule *rule;
  gint64 from; /* occurrences that start before this were looked at */
  gint64 next; /* when the next one is due, or KEEL_REMINDER_NEVER */
} Entry;

/* A snooze whose occurrence is still in the schedule. */
typedef struct
{
  KeelReminderRule *rule;
  KeelOccurrence occurrence;
  gint64 until;
} Snoozed;

struct _KeelReminderFolder
{
  GObject parent_instance;

  char *path;
  char *id;
  GFileMonitor *monitor;
  KeelReminderFile *file; /* nullable */
  GPtrArray *rules;       /* nullable */
  GArray *entries;        /* of Entry; rules are owned by @rules */
  GArray *snoozed;        /* of Snoozed; likewise */
  GHashTable *named;      /* set of series of which a name was ever read */
};

G_DEFINE_TYPE (KeelReminderFolder, keel_reminder_folder, G_TYPE_OBJECT)

static guint changed_signal;

static void
monitor_changed_cb (GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event, gpointer data)
{
  g_autofree char *name = g_file_get_basename (file);

  if (g_str_equal (name, "wake") && event != G_FILE_MONITOR_EVENT_DELETED)
    g_signal_emit (data, changed_signal, 0);
}

static void
watch_folder (KeelReminderFolder *self)
{
  g_autoptr (GFile) folder = g_file_new_for_path (self->path);
  g_autoptr (GError) error = NULL;

  self->monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_NONE, NULL, &error);
  if (self->monitor == NULL)
    g_warning ("Changes in %s will not be seen: %s", self->path, error->message);
  else
    g_signal_connect (self->monitor, "changed", G_CALLBACK (monitor_changed_cb), self);
}

/* In seconds. */
static gint64
get_lead (const KeelReminderRule *rule)
{
  return (gint64) rule->lead * 60;
}

static void
find_next (Entry *entry, GTimeZone *person)
{
  KeelOccurrence occurrence;

  if (keel_schedule_next (entry->rule->schedule, entry->from - 1, person, &occurrence))
    entry->next = occurrence.start - get_lead (entry->rule);
  else
    entry->next = KEEL_REMINDER_NEVER;
}

static void
add_entries (KeelReminderFolder *self, gint64 now)
{
  for (guint i = 0; i < self->rules->len; i++)
    {
      Entry entry = { .rule = g_ptr_array_index (self->rules, i), .next = G_MININT64 };

      /* A long meeting may have begun before the look back and go on. */
      entry.from = now - KEEL_REMINDER_LOOK_BACK - keel_schedule_get_duration (entry.rule->schedule) * 60;
      g_array_append_val (self->entries, entry);
    }
}

static gboolean
find_occurrence (KeelReminderRule *rule, const KeelSnooze *snooze, GTimeZone *person, KeelOccurrence *found)
{
  g_autoptr (GArray) occurrences = g_array_new (FALSE, FALSE, sizeof (KeelOccurrence));

  keel_schedule_expand (rule->schedule, snooze->until - LONGEST_DURATION, snooze->until + LONGEST_LEAD,
                        person, occurrences);
  for (guint i = 0; i < occurrences->len; i++)
    {
      *found = g_array_index (occurrences, KeelOccurrence, i);
      if (found->original == snooze->occurrence)
        return TRUE;
    }
  return FALSE;
}

static KeelReminderRule *
find_rule (KeelReminderFolder *self, const char *series)
{
  for (guint i = 0; i < self->rules->len; i++)
    {
      KeelReminderRule *rule = g_ptr_array_index (self->rules, i);

      if (g_str_equal (rule->series, series))
        return rule;
    }
  return NULL;
}

static void
add_snooze (KeelReminderFolder *self, const KeelSnooze *snooze, gint64 now, GTimeZone *person)
{
  Snoozed snoozed = { .rule = find_rule (self, snooze->series), .until = snooze->until };

  if (snoozed.rule != NULL && find_occurrence (snoozed.rule, snooze, person, &snoozed.occurrence))
    g_array_append_val (self->snoozed, snoozed);
  else if (snooze->until < now - KEEL_REMINDER_LOOK_BACK) /* kept for a while: unfollowing can be undone */
    keel_reminder_file_end_snooze (self->file, snooze->series, snooze->occurrence, NULL);
}

static void
drop_what_was_read (KeelReminderFolder *self)
{
  g_array_set_size (self->entries, 0);
  g_array_set_size (self->snoozed, 0);
  g_clear_pointer (&self->rules, g_ptr_array_unref);
  g_clear_object (&self->file);
}

static void
note_names (KeelReminderFolder *self)
{
  for (guint i = 0; i < self->rules->len; i++)
    {
      const KeelReminderRule *rule = g_ptr_array_index (self->rules, i);

      if (rule->name != NULL)
        g_hash_table_add (self->named, g_strdup (rule->series));
    }
}

static gboolean
is_handled (KeelReminderFolder *self, const char *series, KeelLocalTime occurrence, int lead)
{
  g_autoptr (GError) error = NULL;
  gboolean confirmed = FALSE;

  if (!keel_reminder_file_is_confirmed (self->file, series, occurrence, lead, &confirmed, &error))
    g_warning ("%s: %s", self->path, error->message);
  return confirmed;
}

static void
collect_occurrence (KeelReminderFolder *self, KeelReminderRule *rule, const KeelOccurrence *occurrence,
                    gint64 now, GPtrArray *due)
{
  gint64 at = occurrence->start - get_lead (rule);

  if (at < rule->since || occurrence->end <= now - KEEL_REMINDER_LOOK_BACK ||
      is_handled (self, rule->series, occurrence->original, rule->lead))
    return;
  g_ptr_array_add (due, keel_reminder_new (self, rule->series, rule->lead, occurrence, at, rule->link));
}

static void
collect_entry (KeelReminderFolder *self, Entry *entry, gint64 now, GTimeZone *person, GPtrArray *due)
{
  g_autoptr (GArray) occurrences = g_array_new (FALSE, FALSE, sizeof (KeelOccurrence));
  gint64 to = now + get_lead (entry->rule) + 1; /* due now or before */

  keel_schedule_expand (entry->rule->schedule, entry->from, to, person, occurrences);
  for (guint i = 0; i < occurrences->len; i++)
    collect_occurrence (self, entry->rule, &g_array_index (occurrences, KeelOccurrence, i), now, due);
  entry->from = to;
  find_next (entry, person);
}

static void
collect_snoozes (KeelReminderFolder *self, gint64 now, GPtrArray *due)
{
  for (guint i = self->snoozed->len; i-- > 0;)
    {
      Snoozed *snoozed = &g_array_index (self->snoozed, Snoozed, i);

      if (snoozed->until > now)
        continue;
      g_ptr_array_add (due, keel_reminder_new (self, snoozed->rule->series, KEEL_LEAD_SNOOZE,
                                               &snoozed->occurrence, snoozed->until, snoozed->rule->link));
      g_array_remove_index (self->snoozed, i);
    }
}

static void
keel_reminder_folder_finalize (GObject *object)
{
  KeelReminderFolder *self = KEEL_REMINDER_FOLDER (object);

  if (self->monitor != NULL)
    g_signal_handlers_disconnect_by_data (self->monitor, self);
  g_clear_object (&self->monitor);
  drop_what_was_read (self);
  g_array_unref (self->entries);
  g_array_unref (self->snoozed);
  g_hash_table_unref (self->named);
  g_free (self->path);
  g_free (self->id);
  G_OBJECT_CLASS (keel_reminder_folder_parent_class)->finalize (object);
}

static void
keel_reminder_folder_class_init (KeelReminderFolderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_reminder_folder_finalize;

  changed_signal = g_signal_new ("changed", KEEL_TYPE_REMINDER_FOLDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
keel_reminder_folder_init (KeelReminderFolder *self)
{
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->snoozed = g_array_new (FALSE, FALSE, sizeof (Snoozed));
  self->named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

KeelReminderFolder *
keel_reminder_folder_new (const char *path)
{
  KeelReminderFolder *self = g_object_new (KEEL_TYPE_REMINDER_FOLDER, NULL);

  self->path = g_strdup (path);
  self->id = g_path_get_basename (path);
  watch_folder (self);
  return self;
}

const char *
keel_reminder_folder_get_path (KeelReminderFolder *self)
{
  return self->path;
}

const char *
keel_reminder_folder_get_id (KeelReminderFolder *self)
{
  return self->id;
}

KeelReminderFile *
keel_reminder_folder_get_file (KeelReminderFolder *self)
{
  return self->file;
}

gboolean
keel_reminder_folder_load (KeelReminderFolder *self, gint64 now, GTimeZone *person, GError **error)
{
  g_autofree char *database = g_build_filename (self->path, "reminders.db", NULL);
  g_autoptr (KeelReminderFile) file = NULL;
  g_autoptr (GPtrArray) rules = NULL;
  g_autoptr (GPtrArray) snoozes = NULL;

  g_return_val_if_fail (KEEL_IS_REMINDER_FOLDER (self), FALSE);

  if (!g_file_test (database, G_FILE_TEST_EXISTS))
    {
      drop_what_was_read (self);
      return TRUE;
    }
  /* Opened again each time: the file may have been replaced by one of a backup. */
  if ((file = keel_reminder_file_open (self->path, error)) == NULL ||
      (rules = keel_reminder_file_get_rules (file, error)) == NULL ||
      (snoozes = keel_reminder_file_get_snoozes (file, error)) == NULL)
    return FALSE;

  drop_what_was_read (self);
  self->file = g_steal_pointer (&file);
  self->rules = g_steal_pointer (&rules);
  note_names (self);
  add_entries (self, now);
  for (guint i = 0; i < snoozes->len; i++)
    add_snooze (self, g_ptr_array_index (snoozes, i), now, person);
  return TRUE;
}

gboolean
keel_reminder_folder_has_names (KeelReminderFolder *self)
{
  g_return_val_if_fail (KEEL_IS_REMINDER_FOLDER (self), FALSE);

  return g_hash_table_size (self->named) > 0;
}

gboolean
keel_reminder_folder_lost_names (KeelReminderFolder *self)
{
  g_return_val_if_fail (KEEL_IS_REMINDER_FOLDER (self), FALSE);

  for (guint i = 0; self->rules != NULL && i < self->rules->len; i++)
    {
      const KeelReminderRule *rule = g_ptr_array_index (self->rules, i);

      if (rule->name == NULL && g_hash_table_contains (self->named, rule->series))
        return TRUE;
    }
  return FALSE;
}

void
keel_reminder_folder_collect (KeelReminderFolder *self, gint64 now, GTimeZone *person, GPtrArray *due)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = &g_array_index (self->entries, Entry, i);

      if (entry->next <= now)
        collect_entry (self, entry, now, person, due);
    }
  collect_snoozes (self, now, due);
}

gint64
keel_reminder_folder_get_next (KeelReminderFolder *self)
{
  gint64 next = KEEL_REMINDER_NEVER;

  for (guint i = 0; i < self->entries->len; i++)
    next = MIN (next, g_array_index (self->entries, Entry, i).next);
  for (guint i = 0; i < self->snoozed->len; i++)
    next = MIN (next, g_array_index (self->snoozed, Snoozed, i).until);
  return next;
}
