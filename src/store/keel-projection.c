#include "keel-projection.h"

#include "keel-journal-preferences.h"
#include "keel-journal-private.h"
#include "keel-journal-prompts.h"
#include "keel-journal-reminders.h"
#include "keel-profile-reminders.h"

/* Another process may change the journal while this one projects. */
#define MOST_ROUNDS 20
/* Whatever ended before is over, with all that could be told or asked of it. */
#define SETTLED_SECONDS (8 * 24 * 60 * 60)
/* How far ahead a date that is looked for may have been moved. */
#define MOVED_SECONDS ((gint64) 366 * 24 * 60 * 60)

/* What is projected, and what it is made from. */
typedef struct
{
  KeelJournal *journal;
  gboolean protected;
  gint64 ask_since; /* seconds UTC */
  gint64 longest;   /* seconds, of any occurrence */
  KeelProjected *projected;
} Projecting;

static KeelReminderReach
get_reach (const KeelReminderStyle *style, gboolean protected)
{
  if (style->open)
    return KEEL_REACH_ALWAYS;
  return protected ? KEEL_REACH_DISCREET : KEEL_REACH_ALONE;
}

/* What is not told is not known: reminders.db is not encrypted. */
static void
apply_style (KeelReminderRule *rule, const KeelReminderStyle *style, gboolean protected, const char *name)
{
  rule->reach = get_reach (style, protected);
  rule->silent = style->silent;
  rule->important = style->important;
  rule->text = rule->reach != KEEL_REACH_DISCREET ? style->text : KEEL_REMINDER_DISCREET;
  if (rule->text >= KEEL_REMINDER_NAME)
    rule->name = g_strdup (name);
}

static void
add_places (KeelReminderRule *rule, KeelMeeting *meeting)
{
  if (rule->reach == KEEL_REACH_DISCREET)
    return;
  rule->link = keel_link_check (meeting->conference_url);
  rule->map = keel_link_make_map (meeting);
  if (rule->text == KEEL_REMINDER_FULL)
    rule->place = g_strdup (meeting->location != NULL ? meeting->location : meeting->address);
}

static gboolean
add_rule (Projecting *self, KeelSeries *series, int lead, gint64 since)
{
  KeelReminderRule *rule;

  if (since < 0)
    return FALSE;
  rule = keel_reminder_rule_new (series->uuid, lead, series->schedule, since);
  rule->travel = lead > 0 && lead == series->style.travel;
  apply_style (rule, &series->style, self->protected, series->meeting->name);
  add_places (rule, series->meeting);
  if (lead == KEEL_LEAD_AFTERWARDS)
    rule->important = FALSE; /* a question can wait, whatever the meeting is */
  g_ptr_array_add (self->projected->rules, rule);
  return TRUE;
}

static gboolean
add_leads (Projecting *self, KeelSeries *series, GError **error)
{
  gboolean travel = series->style.travel > 0;

  for (guint i = 0; i < series->leads->len; i++)
    {
      int lead = g_array_index (series->leads, int, i);

      travel = travel && lead != series->style.travel;
      if (!add_rule (self, series, lead,
                     keel_journal_get_lead_since (self->journal, series->uuid, lead, error)))
        return FALSE;
    }
  return !travel || add_rule (self, series, series->style.travel,
                              keel_journal_get_travel_since (self->journal, series->uuid, error));
}

/* Where nobody may ask outside the opened profile there is no rule. */
static gboolean
add_question (Projecting *self, KeelSeries *series, GError **error)
{
  gint64 since;

  if (!self->projected->preferences.ask_afterwards ||
      get_reach (&series->style, self->protected) == KEEL_REACH_DISCREET)
    return TRUE;
  since = keel_journal_get_followed_at (self->journal, series->uuid, error);
  return since >= 0 && add_rule (self, series, KEEL_LEAD_AFTERWARDS, MAX (since, self->ask_since));
}

static gboolean
add_series (Projecting *self, GError **error)
{
  g_autoptr (GPtrArray) all = keel_journal_get_series (self->journal, error);

  if (all == NULL)
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    {
      KeelSeries *series = g_ptr_array_index (all, i);

      self->longest = MAX (self->longest, (gint64) keel_schedule_get_longest (series->schedule) * 60);
      if (!add_leads (self, series, error) || !add_question (self, series, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_prompts (Projecting *self, GError **error)
{
  g_autoptr (GArray) since = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) prompts = keel_journal_get_prompts (self->journal, since, error);

  if (prompts == NULL)
    return FALSE;
  for (guint i = 0; i < prompts->len; i++)
    {
      const KeelPrompt *prompt = g_ptr_array_index (prompts, i);
      KeelReminderRule *rule = keel_reminder_rule_new (prompt->uuid, 0, prompt->schedule,
                                                       g_array_index (since, gint64, i));

      rule->meeting = FALSE;
      apply_style (rule, &prompt->style, self->protected, prompt->words);
      g_ptr_array_add (self->projected->rules, rule);
    }
  return TRUE;
}

/* Where the date with this key is now, in seconds UTC; 0 where it is not ahead, or not moved. */
static gint64
find_moved (KeelJournal *journal, const KeelOccurrenceKey *key)
{
  g_autoptr (KeelSeries) series = keel_journal_find_series (journal, key->series, NULL);
  g_autoptr (GTimeZone) person = keel_clock_get_zone (journal->clock);
  g_autoptr (GArray) dates = g_array_new (FALSE, FALSE, sizeof (KeelOccurrence));
  gint64 now = keel_clock_get_now (journal->clock);

  if (series != NULL)
    keel_schedule_expand (series->schedule, now, now + MOVED_SECONDS, person, dates);
  for (guint i = 0; i < dates->len; i++)
    {
      const KeelOccurrence *date = &g_array_index (dates, KeelOccurrence, i);

      if (date->moved && date->original == key->occurrence)
        return date->start;
    }
  return 0;
}

/* "Not this time" was said of the date as it was: one that was moved since, and is ahead, is told of again.
 */
static void
drop_moved (KeelJournal *journal, GPtrArray *settled)
{
  for (guint i = settled->len; i-- > 0;)
    {
      const KeelOccurrenceKey *key = g_ptr_array_index (settled, i);
      g_autoptr (KeelAttendance) attendance = keel_journal_find_attendance (journal, key->series,
                                                                            key->occurrence, NULL);
      gint64 moved;

      if (attendance == NULL || attendance->state != KEEL_ATTENDANCE_NOT)
        continue;
      moved = find_moved (journal, key);
      if (moved != 0 && moved != attendance->start)
        g_ptr_array_remove_index (settled, i);
    }
}

static gboolean
write_at (KeelJournal *journal, KeelReminderFile *file, gboolean protected, gint64 counter, GError **error)
{
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_reminder_rule_free);
  g_autoptr (GPtrArray) settled = NULL;
  gint64 ended = keel_clock_get_now (journal->clock) - SETTLED_SECONDS;
  KeelProjected projected = { .rules = rules, .counter = counter };
  Projecting self = { .journal = journal, .protected = protected, .projected = &projected };

  if (!keel_journal_get_reminder_preferences (journal, &projected.preferences, &self.ask_since, error) ||
      !add_series (&self, error) || !add_prompts (&self, error))
    return FALSE;
  settled = keel_journal_get_settled (journal, ended - self.longest, error);
  if (settled == NULL)
    return FALSE;
  drop_moved (journal, settled);
  projected.settled = settled;
  return keel_journal_add_asked_away (journal, settled, error) &&
         keel_reminder_file_project (file, &projected, error);
}

/* The counter is read before the series and once more after the commit: whoever commits last to
 * reminders.db sees then whether it is behind the journal. */
gboolean
keel_projection_write (KeelJournal *journal, KeelReminderFile *file, gboolean protected, GError **error)
{
  gint64 counter = keel_journal_get_change_counter (journal, error);

  for (guint round = 0; counter >= 0 && round < MOST_ROUNDS; round++)
    {
      gint64 written = counter;
      g_autoptr (GError) failure = NULL;
      gboolean success = write_at (journal, file, protected, written, &failure);

      counter = keel_journal_get_change_counter (journal, error);
      if (counter == written && success)
        return TRUE;
      if (counter == written)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
    }
  if (counter >= 0)
    g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_BUSY, "The journal does not stop changing");
  return FALSE;
}

gboolean
keel_projection_repair (KeelJournal *journal, KeelReminderFile *file, gboolean protected, GError **error)
{
  g_autoptr (GError) failure = NULL;
  gint64 stamp = keel_reminder_file_get_stamp (file, &failure);
  gint64 counter;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  counter = keel_journal_get_change_counter (journal, error);
  if (counter < 0)
    return FALSE;
  return stamp == counter || keel_projection_write (journal, file, protected, error);
}
