#include "keel-projection.h"

/* Another process may change the journal while this one projects. */
#define MOST_ROUNDS 20

/* A profile without a passphrase has no secrets from its own folder, so the name goes along; what a
 * notification shows of it is the notifier's decision. */
static gboolean
add_rule (KeelJournal *journal, KeelSeries *series, int lead, gboolean protected, GPtrArray *rules,
          GError **error)
{
  KeelReminderRule *rule;
  gint64 since = keel_journal_get_lead_since (journal, series->uuid, lead, error);

  if (since < 0)
    return FALSE;
  rule = keel_reminder_rule_new (series->uuid, lead, series->schedule, since);
  if (!protected || series->open_reminder)
    {
      rule->name = g_strdup (series->meeting->name);
      rule->link = keel_link_check (series->meeting->conference_url);
    }
  g_ptr_array_add (rules, rule);
  return TRUE;
}

static GPtrArray *
make_rules (KeelJournal *journal, gboolean protected, GError **error)
{
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_reminder_rule_free);
  g_autoptr (GPtrArray) all = keel_journal_get_series (journal, error);

  if (all == NULL)
    return NULL;
  for (guint i = 0; i < all->len; i++)
    {
      KeelSeries *series = g_ptr_array_index (all, i);

      for (guint j = 0; j < series->leads->len; j++)
        if (!add_rule (journal, series, g_array_index (series->leads, int, j), protected, rules, error))
          return NULL;
    }
  return g_steal_pointer (&rules);
}

static gboolean
write_at (KeelJournal *journal, KeelReminderFile *file, gboolean protected, gint64 counter, GError **error)
{
  g_autoptr (GPtrArray) rules = make_rules (journal, protected, error);

  return rules != NULL && keel_reminder_file_project (file, rules, counter, error);
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
