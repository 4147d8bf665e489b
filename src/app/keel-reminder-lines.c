#include "keel-reminder-lines.h"

#include "content/keel-prompt-sentences.h"
#include "store/keel-profile-prompts.h"

/* How far back what was missed is looked for. */
#define MISSED_LINES 500
/* So many dates in a row may be settled before one that is not. */
#define MOST_SETTLED 60

void
keel_next_reminder_free (KeelNextReminder *self)
{
  g_free (self->name);
  g_free (self);
}

void
keel_reminder_line_free (KeelReminderLine *self)
{
  keel_reminder_event_free (self->event);
  g_free (self->name);
  g_free (self);
}

/* Takes @event. */
static KeelReminderLine *
make_line (KeelReminderEvent *event, GHashTable *names)
{
  KeelReminderLine *line = g_new (KeelReminderLine, 1);

  *line = (KeelReminderLine){ event, g_strdup (g_hash_table_lookup (names, event->series)) };
  return line;
}

/* Of what is followed and of prompts, by UUID. */
static GHashTable *
read_names (KeelProfile *profile, GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) series = keel_journal_get_series (keel_profile_get_journal (profile), error);
  g_autoptr (GPtrArray) prompts = series != NULL ? keel_profile_get_prompts (profile, error) : NULL;

  if (prompts == NULL)
    return NULL;
  for (guint i = 0; i < series->len; i++)
    {
      KeelSeries *one = series->pdata[i];

      g_hash_table_insert (names, g_strdup (one->uuid), g_strdup (one->meeting->name));
    }
  for (guint i = 0; i < prompts->len; i++)
    {
      KeelPrompt *prompt = prompts->pdata[i];

      g_hash_table_insert (names, g_strdup (prompt->uuid), keel_sentence_prompt (prompt));
    }
  return g_steal_pointer (&names);
}

static gboolean
is_wrong (const KeelReminderEvent *event)
{
  return event->outcome == KEEL_OUTCOME_MISSED || event->outcome == KEEL_OUTCOME_FAILED;
}

GPtrArray *
keel_reminder_lines_read (KeelProfile *profile, guint most, gboolean wrong_only, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_reminder_line_free);
  g_autoptr (GHashTable) names = read_names (profile, error);
  g_autoptr (GPtrArray) log = NULL;

  if (names != NULL)
    log = keel_reminder_file_get_log (keel_profile_get_reminder_file (profile), wrong_only ? 0 : most, error);
  if (log == NULL)
    return NULL;
  g_ptr_array_set_free_func (log, NULL);
  for (guint i = 0; i < log->len; i++)
    {
      KeelReminderEvent *event = log->pdata[i];

      if (lines->len < most && (!wrong_only || is_wrong (event)))
        g_ptr_array_add (lines, make_line (event, names));
      else
        keel_reminder_event_free (event);
    }
  return g_steal_pointer (&lines);
}

static char *
get_key (const KeelReminderEvent *event)
{
  return g_strdup_printf ("%s/%" G_GINT64_FORMAT "/%d", event->series, event->occurrence, event->lead);
}

/* The newest line of a reminder says what became of it; a snooze or an answer came after it was shown. */
static gboolean
is_still_wrong (const KeelReminderEvent *event, GHashTable *known)
{
  return g_hash_table_add (known, get_key (event)) && is_wrong (event);
}

GPtrArray *
keel_reminder_lines_read_missed (KeelProfile *profile, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_reminder_line_free);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) names = read_names (profile, error);
  g_autoptr (GPtrArray) log = NULL;
  gint64 seen = names != NULL ? keel_profile_get_seen_event (profile, error) : -1;

  if (seen >= 0)
    log = keel_reminder_file_get_log (keel_profile_get_reminder_file (profile), MISSED_LINES, error);
  if (log == NULL)
    return NULL;
  g_ptr_array_set_free_func (log, NULL);
  for (guint i = 0; i < log->len; i++)
    {
      KeelReminderEvent *event = log->pdata[i];

      if (event->id > seen && is_still_wrong (event, known))
        g_ptr_array_add (lines, make_line (event, names));
      else
        keel_reminder_event_free (event);
    }
  return g_steal_pointer (&lines);
}

/* --- What is next --- */

/* The first occurrence of @rule that is due after @now and of which there is still something to tell. */
static gboolean
find_due (KeelReminderFile *file, const KeelReminderRule *rule, gint64 now, GTimeZone *person, gint64 *due)
{
  gint64 lead = (gint64) rule->lead * 60;
  gint64 after = MAX (now, rule->since - 1) + lead;
  KeelOccurrence occurrence;
  gboolean settled = TRUE;

  for (guint i = 0; i < MOST_SETTLED && settled; i++)
    {
      if (!keel_schedule_next (rule->schedule, after, person, &occurrence) ||
          !keel_reminder_file_is_settled (file, rule->series, occurrence.original, &settled, NULL))
        return FALSE;
      after = occurrence.start;
    }
  *due = after - lead;
  return !settled;
}

static void
take_earlier (KeelNextReminder *next, GHashTable *names, const char *series, int lead, gint64 due)
{
  if (next->due != 0 && next->due <= due)
    return;
  g_free (next->name);
  *next = (KeelNextReminder){ due, lead, g_strdup (g_hash_table_lookup (names, series)) };
}

KeelNextReminder *
keel_reminder_lines_find_next (KeelProfile *profile, gint64 now, GTimeZone *person, GError **error)
{
  KeelReminderFile *file = keel_profile_get_reminder_file (profile);
  g_autoptr (KeelNextReminder) next = g_new0 (KeelNextReminder, 1);
  g_autoptr (GHashTable) names = read_names (profile, error);
  g_autoptr (GPtrArray) rules = names != NULL ? keel_reminder_file_get_rules (file, error) : NULL;
  g_autoptr (GPtrArray) snoozes = rules != NULL ? keel_reminder_file_get_snoozes (file, error) : NULL;

  if (snoozes == NULL)
    return NULL;
  for (guint i = 0; i < rules->len; i++)
    {
      const KeelReminderRule *rule = rules->pdata[i];
      gint64 due;

      /* A question is no reminder. */
      if (rule->lead >= 0 && find_due (file, rule, now, person, &due))
        take_earlier (next, names, rule->series, rule->lead, due);
    }
  for (guint i = 0; i < snoozes->len; i++)
    {
      const KeelSnooze *snooze = snoozes->pdata[i];

      if (snooze->until > now)
        take_earlier (next, names, snooze->series, KEEL_LEAD_SNOOZE, snooze->until);
    }
  return g_steal_pointer (&next);
}
