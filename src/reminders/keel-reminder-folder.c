#include "keel-reminder-folder.h"

#include "keel-known-words.h"

#define LONGEST_DURATION (31 * 24 * 60 * 60)
#define LONGEST_LEAD (366 * 24 * 60 * 60)
/* A prompt stands until the next one, and no longer than this: it asks for something now. */
#define LONGEST_PROMPT (12 * 60 * 60)
#define LONGEST_QUESTION (24 * 60 * 60)
/* So long a meeting without a length is one that can be told of. */
#define SHORTEST_MEETING (30 * 60)
/* Travelling moves what has no zone of its own. */
#define LARGEST_SHIFT (27 * 60 * 60)

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
  KeelReminderPreferences preferences;
  KeelKnownWords *known;
  gboolean lost; /* some of that is not to be known any more */
};

G_DEFINE_TYPE (KeelReminderFolder, keel_reminder_folder, G_TYPE_OBJECT)

enum
{
  CHANGED,
  SETTINGS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
monitor_changed_cb (GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event, gpointer data)
{
  g_autofree char *name = g_file_get_basename (file);

  if (event == G_FILE_MONITOR_EVENT_DELETED)
    return;
  if (g_str_equal (name, "wake"))
    g_signal_emit (data, signals[CHANGED], 0);
  else if (g_str_equal (name, "profile.ini"))
    g_signal_emit (data, signals[SETTINGS], 0);
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

static gboolean
is_question (const KeelReminderRule *rule)
{
  return rule->lead == KEEL_LEAD_AFTERWARDS;
}

/* In seconds. */
static gint64
get_lead (const KeelReminderRule *rule)
{
  return (gint64) rule->lead * 60;
}

static gint64
get_due (const KeelReminderRule *rule, const KeelOccurrence *occurrence)
{
  return is_question (rule) ? occurrence->end : occurrence->start - get_lead (rule);
}

static gint64
get_end (const KeelReminderRule *rule, const KeelOccurrence *occurrence, GTimeZone *person)
{
  KeelOccurrence next;
  gint64 end = occurrence->start + LONGEST_PROMPT;

  if (is_question (rule))
    return occurrence->end + LONGEST_QUESTION;
  if (rule->meeting)
    return MAX (occurrence->end, occurrence->start + SHORTEST_MEETING);
  if (keel_schedule_next (rule->schedule, occurrence->start, person, &next))
    end = MIN (end, next.start);
  return MAX (end, occurrence->end);
}

static gboolean
is_settled (KeelReminderFolder *self, const char *series, KeelLocalTime occurrence)
{
  g_autoptr (GError) error = NULL;
  gboolean settled = FALSE;

  if (self->file != NULL && !keel_reminder_file_is_settled (self->file, series, occurrence, &settled, &error))
    g_warning ("%s: %s", self->path, error->message);
  return settled;
}

/* When the first one that starts after @after and is not settled is due, or KEEL_REMINDER_NEVER. */
static gint64
find_due (KeelReminderFolder *self, const KeelReminderRule *rule, gint64 after, GTimeZone *person)
{
  KeelOccurrence occurrence;

  while (keel_schedule_next (rule->schedule, after, person, &occurrence))
    {
      if (!is_settled (self, rule->series, occurrence.original))
        return get_due (rule, &occurrence);
      after = occurrence.start;
    }
  return KEEL_REMINDER_NEVER;
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

/* The date with the key @original, where it starts in [@from, @to). */
static gboolean
find_occurrence (const KeelReminderRule *rule, KeelLocalTime original, gint64 from, gint64 to,
                 GTimeZone *person, KeelOccurrence *found)
{
  g_autoptr (GArray) occurrences = g_array_new (FALSE, FALSE, sizeof (KeelOccurrence));

  keel_schedule_expand (rule->schedule, from, to, person, occurrences);
  for (guint i = 0; i < occurrences->len; i++)
    {
      *found = g_array_index (occurrences, KeelOccurrence, i);
      if (found->original == original)
        return TRUE;
    }
  return FALSE;
}

/* One with just that lead where there is one, else any that is no question. */
static KeelReminderRule *
find_rule (KeelReminderFolder *self, const char *series, int lead)
{
  KeelReminderRule *found = NULL;

  for (guint i = 0; i < self->rules->len; i++)
    {
      KeelReminderRule *rule = g_ptr_array_index (self->rules, i);

      if (!g_str_equal (rule->series, series))
        continue;
      if (rule->lead == lead)
        return rule;
      if (found == NULL && !is_question (rule))
        found = rule;
    }
  return lead != KEEL_LEAD_AFTERWARDS ? found : NULL;
}

static void
add_snooze (KeelReminderFolder *self, const KeelSnooze *snooze, gint64 now, GTimeZone *person)
{
  Snoozed snoozed = { .rule = find_rule (self, snooze->series, KEEL_LEAD_SNOOZE), .until = snooze->until };

  /* Kept for a while whatever became of its date: that can be undone. */
  if (snooze->until < now - KEEL_REMINDER_LOOK_BACK)
    keel_reminder_file_end_snooze (self->file, snooze->series, snooze->occurrence, NULL);
  else if (snoozed.rule != NULL &&
           find_occurrence (snoozed.rule, snooze->occurrence, snooze->until - LONGEST_DURATION,
                            snooze->until + LONGEST_LEAD, person, &snoozed.occurrence))
    g_array_append_val (self->snoozed, snoozed);
}

static void
drop_what_was_read (KeelReminderFolder *self)
{
  g_array_set_size (self->entries, 0);
  g_array_set_size (self->snoozed, 0);
  g_clear_pointer (&self->rules, g_ptr_array_unref);
  g_clear_object (&self->file);
}

static gboolean
is_handled (KeelReminderFolder *self, const char *series, const KeelOccurrence *occurrence, int lead)
{
  const KeelReminderKey key = {
    .series = series,
    .occurrence = occurrence->original,
    .start = occurrence->local_start,
    .lead = lead,
  };
  g_autoptr (GError) error = NULL;
  gboolean confirmed = FALSE;

  if (!keel_reminder_file_is_confirmed (self->file, &key, &confirmed, &error))
    g_warning ("%s: %s", self->path, error->message);
  return confirmed;
}

/* Ended reminders are told as missed; an old question is not. */
static gboolean
is_too_old (const KeelReminderRule *rule, const KeelOccurrence *occurrence, gint64 now)
{
  return occurrence->end <= now - (is_question (rule) ? LONGEST_QUESTION : KEEL_REMINDER_LOOK_BACK);
}

static void
collect_occurrence (KeelReminderFolder *self, KeelReminderRule *rule, const KeelOccurrence *occurrence,
                    gint64 now, GTimeZone *person, GPtrArray *due)
{
  gint64 at = get_due (rule, occurrence);

  if (at < rule->since || is_too_old (rule, occurrence, now) ||
      is_handled (self, rule->series, occurrence, rule->lead))
    return;
  g_ptr_array_add (due, keel_reminder_new (self, self->rules, rule, rule->lead, occurrence, at,
                                           get_end (rule, occurrence, person)));
}

static void
collect_entry (KeelReminderFolder *self, Entry *entry, gint64 now, GTimeZone *person, GPtrArray *due)
{
  g_autoptr (GArray) occurrences = g_array_new (FALSE, FALSE, sizeof (KeelOccurrence));
  gint64 to = now + get_lead (entry->rule) + 1; /* due now or before */

  keel_schedule_expand (entry->rule->schedule, entry->from, to, person, occurrences);
  for (guint i = 0; i < occurrences->len; i++)
    collect_occurrence (self, entry->rule, &g_array_index (occurrences, KeelOccurrence, i), now, person, due);
  entry->from = to;
  entry->next = find_due (self, entry->rule, to - 1, person);
}

/* What has begun and not ended is looked at again when it has. */
static void
collect_question (KeelReminderFolder *self, Entry *entry, gint64 now, GTimeZone *person, GPtrArray *due)
{
  g_autoptr (GArray) occurrences = g_array_new (FALSE, FALSE, sizeof (KeelOccurrence));
  gint64 from = now + 1;

  keel_schedule_expand (entry->rule->schedule, entry->from, now + 1, person, occurrences);
  entry->next = find_due (self, entry->rule, now, person);
  for (guint i = occurrences->len; i-- > 0;)
    {
      const KeelOccurrence *occurrence = &g_array_index (occurrences, KeelOccurrence, i);

      if (occurrence->end <= now)
        {
          collect_occurrence (self, entry->rule, occurrence, now, person, due);
          continue;
        }
      from = occurrence->start;
      entry->next = MIN (entry->next, occurrence->end);
    }
  entry->from = from;
}

static void
collect_snoozes (KeelReminderFolder *self, gint64 now, GTimeZone *person, GPtrArray *due)
{
  for (guint i = self->snoozed->len; i-- > 0;)
    {
      Snoozed *snoozed = &g_array_index (self->snoozed, Snoozed, i);

      if (snoozed->until > now)
        continue;
      g_ptr_array_add (due, keel_reminder_new (self, self->rules, snoozed->rule, KEEL_LEAD_SNOOZE,
                                               &snoozed->occurrence, snoozed->until,
                                               get_end (snoozed->rule, &snoozed->occurrence, person)));
      g_array_remove_index (self->snoozed, i);
    }
}

static gint64
find_next (KeelReminderFolder *self, gboolean questions)
{
  gint64 next = KEEL_REMINDER_NEVER;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      if (questions || !is_question (entry->rule))
        next = MIN (next, entry->next);
    }
  for (guint i = 0; i < self->snoozed->len; i++)
    next = MIN (next, g_array_index (self->snoozed, Snoozed, i).until);
  return next;
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
  keel_known_words_free (self->known);
  g_free (self->path);
  g_free (self->id);
  G_OBJECT_CLASS (keel_reminder_folder_parent_class)->finalize (object);
}

static void
keel_reminder_folder_class_init (KeelReminderFolderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_reminder_folder_finalize;

  signals[CHANGED] = g_signal_new ("changed", KEEL_TYPE_REMINDER_FOLDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[SETTINGS] = g_signal_new ("settings", KEEL_TYPE_REMINDER_FOLDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
}

static void
keel_reminder_folder_init (KeelReminderFolder *self)
{
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->snoozed = g_array_new (FALSE, FALSE, sizeof (Snoozed));
  self->known = keel_known_words_new ();
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

const KeelReminderPreferences *
keel_reminder_folder_get_preferences (KeelReminderFolder *self)
{
  return &self->preferences;
}

gboolean
keel_reminder_folder_load (KeelReminderFolder *self, gint64 now, GTimeZone *person, GError **error)
{
  g_autofree char *database = g_build_filename (self->path, "reminders.db", NULL);
  g_autoptr (KeelReminderFile) file = NULL;
  g_autoptr (GPtrArray) rules = NULL;
  g_autoptr (GPtrArray) snoozes = NULL;
  KeelReminderPreferences preferences;

  g_return_val_if_fail (KEEL_IS_REMINDER_FOLDER (self), FALSE);

  if (!g_file_test (database, G_FILE_TEST_EXISTS))
    {
      drop_what_was_read (self);
      return TRUE;
    }
  /* Opened again each time: the file may have been replaced by one of a backup. */
  if ((file = keel_reminder_file_open (self->path, error)) == NULL ||
      (rules = keel_reminder_file_get_rules (file, error)) == NULL ||
      (snoozes = keel_reminder_file_get_snoozes (file, error)) == NULL ||
      !keel_reminder_file_get_preferences (file, &preferences, error))
    return FALSE;

  drop_what_was_read (self);
  self->file = g_steal_pointer (&file);
  self->rules = g_steal_pointer (&rules);
  self->preferences = preferences;
  self->lost = keel_known_words_note (self->known, self->rules);
  add_entries (self, now);
  for (guint i = 0; i < snoozes->len; i++)
    add_snooze (self, g_ptr_array_index (snoozes, i), now, person);
  return TRUE;
}

gboolean
keel_reminder_folder_has_words (KeelReminderFolder *self)
{
  g_return_val_if_fail (KEEL_IS_REMINDER_FOLDER (self), FALSE);

  return !keel_known_words_is_empty (self->known);
}

gboolean
keel_reminder_folder_lost_words (KeelReminderFolder *self)
{
  g_return_val_if_fail (KEEL_IS_REMINDER_FOLDER (self), FALSE);

  return self->lost;
}

gboolean
keel_reminder_folder_is_settled (KeelReminderFolder *self, const KeelReminder *reminder)
{
  g_return_val_if_fail (KEEL_IS_REMINDER_FOLDER (self), FALSE);

  return is_settled (self, reminder->rule->series, reminder->occurrence.original);
}

gboolean
keel_reminder_folder_renew (KeelReminderFolder *self, KeelReminder *reminder, GTimeZone *person)
{
  const KeelReminderRule *rule;
  KeelOccurrence found;

  g_return_val_if_fail (KEEL_IS_REMINDER_FOLDER (self), FALSE);

  if (self->rules == NULL)
    return TRUE;
  rule = find_rule (self, reminder->rule->series, reminder->lead);
  if (rule == NULL || (is_question (rule) && !self->preferences.ask_afterwards) ||
      is_settled (self, rule->series, reminder->occurrence.original) ||
      !find_occurrence (rule, reminder->occurrence.original, reminder->occurrence.start - LARGEST_SHIFT,
                        reminder->occurrence.start + LARGEST_SHIFT, person, &found) ||
      found.local_start != reminder->occurrence.local_start)
    return FALSE;
  g_ptr_array_unref (reminder->rules);
  reminder->rules = g_ptr_array_ref (self->rules);
  reminder->rule = rule;
  reminder->occurrence = found;
  reminder->end = get_end (rule, &found, person);
  return TRUE;
}

void
keel_reminder_folder_collect (KeelReminderFolder *self, gint64 now, GTimeZone *person, GPtrArray *due)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = &g_array_index (self->entries, Entry, i);

      if (entry->next > now)
        continue;
      if (!is_question (entry->rule))
        collect_entry (self, entry, now, person, due);
      else if (self->preferences.ask_afterwards)
        collect_question (self, entry, now, person, due);
      else
        entry->next = KEEL_REMINDER_NEVER;
    }
  collect_snoozes (self, now, person, due);
}

gint64
keel_reminder_folder_get_next (KeelReminderFolder *self)
{
  g_return_val_if_fail (KEEL_IS_REMINDER_FOLDER (self), KEEL_REMINDER_NEVER);

  return find_next (self, TRUE);
}

gint64
keel_reminder_folder_get_next_reminder (KeelReminderFolder *self)
{
  g_return_val_if_fail (KEEL_IS_REMINDER_FOLDER (self), KEEL_REMINDER_NEVER);

  return find_next (self, FALSE);
}
