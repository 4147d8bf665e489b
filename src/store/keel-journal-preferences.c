#include "keel-journal-preferences.h"

#include "core/keel-local-time.h"
#include "keel-journal-private.h"

#define KEY "reminders/preferences"

/* What somebody else wrote there is as good as nothing. */
static gboolean
is_minute (int minute)
{
  return minute >= 0 && minute < KEEL_MINUTES_PER_DAY;
}

static void
parse (const char *text, KeelReminderPreferences *preferences, gint64 *ask_since)
{
  g_autoptr (GVariant) all = g_variant_parse (G_VARIANT_TYPE_VARDICT, text, NULL, NULL, NULL);
  int from = -1;
  int to = -1;

  if (all == NULL)
    return;
  g_variant_lookup (all, "silent", "b", &preferences->silent);
  g_variant_lookup (all, "ask", "b", &preferences->ask_afterwards);
  g_variant_lookup (all, "ask-since", "x", ask_since);
  if (g_variant_lookup (all, "quiet", "(ii)", &from, &to) && is_minute (from) && is_minute (to))
    {
      preferences->quiet_from = from;
      preferences->quiet_to = to;
    }
}

static char *
print (const KeelReminderPreferences *preferences, gint64 ask_since)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  g_autoptr (GVariant) all = NULL;

  g_variant_builder_add (&builder, "{sv}", "silent", g_variant_new_boolean (preferences->silent));
  g_variant_builder_add (&builder, "{sv}", "ask", g_variant_new_boolean (preferences->ask_afterwards));
  g_variant_builder_add (&builder, "{sv}", "ask-since", g_variant_new_int64 (ask_since));
  if (keel_reminder_preferences_has_quiet_hours (preferences))
    g_variant_builder_add (&builder, "{sv}", "quiet",
                           g_variant_new ("(ii)", preferences->quiet_from, preferences->quiet_to));
  all = g_variant_ref_sink (g_variant_builder_end (&builder));
  return g_variant_print (all, TRUE);
}

static gboolean
check (const KeelReminderPreferences *preferences, GError **error)
{
  if (!keel_reminder_preferences_has_quiet_hours (preferences) ||
      (is_minute (preferences->quiet_from) && is_minute (preferences->quiet_to)))
    return TRUE;
  g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID, "Quiet hours lie within a day");
  return FALSE;
}

gboolean
keel_journal_get_reminder_preferences (KeelJournal *self, KeelReminderPreferences *preferences,
                                       gint64 *ask_since, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *text = keel_journal_get_setting (self, KEY, &failure);
  gint64 since = 0;

  *preferences = KEEL_REMINDER_PREFERENCES_USUAL;
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (text != NULL)
    parse (text, preferences, &since);
  if (ask_since != NULL)
    *ask_since = since;
  return TRUE;
}

/* What ended while nothing was asked stays unasked. */
gboolean
keel_journal_set_reminder_preferences (KeelJournal *self, const KeelReminderPreferences *preferences,
                                       GError **error)
{
  KeelReminderPreferences before;
  gint64 ask_since;
  g_autofree char *text = NULL;

  if (!check (preferences, error) ||
      !keel_journal_get_reminder_preferences (self, &before, &ask_since, error))
    return FALSE;
  if (preferences->ask_afterwards && !before.ask_afterwards)
    ask_since = keel_clock_get_now (self->clock);
  text = print (preferences, ask_since);
  return keel_journal_set_setting (self, KEY, text, error);
}
