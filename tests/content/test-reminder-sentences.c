#include <locale.h>
#include <string.h>

#include "content/keel-reminder-sentences.h"

/* 2026-11-24T12:00Z, a Tuesday. */
#define NOW G_GINT64_CONSTANT (1795521600)

static void
assert_words (char *words, const char *expected)
{
  g_assert_cmpstr (words, ==, expected);
  g_free (words);
}

static void
test_lateness (void)
{
  static const struct
  {
    gint64 seconds;
    const char *words;
  } rows[] = {
    { -3600, NULL },
    { 0, NULL },
    { 59, NULL },
    { 60, "1 minute late" },
    { 119, "1 minute late" },
    { 59 * 60 + 59, "59 minutes late" },
    { 3600, "1 hour late" },
    { 23 * 3600, "23 hours late" },
    { 24 * 3600, "1 day late" },
    { 10 * 24 * 3600, "10 days late" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_words (keel_sentence_lateness (rows[i].seconds), rows[i].words);
}

static void
test_lines (void)
{
  static const struct
  {
    KeelReminderOutcome outcome;
    gint64 late;
    const char *reason;
    const char *name;
    const char *words;
  } rows[] = {
    { KEEL_OUTCOME_SHOWN, 0, NULL, "Candle", "Today, 12:00, Candle: shown" },
    { KEEL_OUTCOME_LATE, 720, NULL, "Candle", "Today, 12:00, Candle: shown 12 minutes late" },
    { KEEL_OUTCOME_LATE, 30, NULL, "Candle", "Today, 12:00, Candle: shown late" },
    { KEEL_OUTCOME_MISSED, 0, "it had ended before it could be shown", NULL,
      "Today, 12:00, a meeting that you no longer follow: missed (it had ended before it could be shown)" },
    { KEEL_OUTCOME_FAILED, 0, "", "Candle", "Today, 12:00, Candle: could not be shown" },
    { KEEL_OUTCOME_REPEATED, 0, NULL, "100 %s", "Today, 12:00, 100 %s: shown again" },
  };
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      KeelReminderEvent event = {
        .due = NOW,
        .shown = (NOW + rows[i].late) * G_USEC_PER_SEC,
        .outcome = rows[i].outcome,
        .reason = (char *) rows[i].reason,
      };

      assert_words (keel_sentence_for_event (&event, rows[i].name, utc, NOW), rows[i].words);
    }
}

static void
test_facts (void)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  KeelReminderEvent event = { .lead = 30, .due = NOW, .shown = (NOW + 720) * G_USEC_PER_SEC };

  event.outcome = KEEL_OUTCOME_LATE;
  assert_words (keel_sentence_for_event_facts (&event, utc, NOW),
                "Today, 12:00 · 30 minutes before · shown 12 minutes late, at 12:12");
  event.outcome = KEEL_OUTCOME_MISSED;
  event.shown = 0;
  event.reason = (char *) "it had ended before it could be shown";
  assert_words (keel_sentence_for_event_facts (&event, utc, NOW),
                "Today, 12:00 · 30 minutes before · missed\nit had ended before it could be shown");
}

static void
test_reminders (void)
{
  assert_words (keel_sentence_reminder (0), "at the start");
  assert_words (keel_sentence_reminder (30), "30 minutes before");
  assert_words (keel_sentence_reminder (KEEL_LEAD_SNOOZE), "after a snooze");
}

/* Whatever is wrong, a person reads what to do. */
static void
test_no_server (void)
{
  static const struct
  {
    const char *trouble;
    const char *words;
  } rows[] = {
    { NULL, "install one" },
    { "no notification service", "install one" },
    { "GDBus.Error:org.freedesktop.DBus.Error.ServiceUnknown: The name org.freedesktop.Notifications was not "
      "provided by any .service files",
      "install one" },
    { "there is no session bus", "Log in to a desktop" },
    { "Timeout was reached", "does not answer: Timeout was reached." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = keel_sentence_for_no_server (rows[i].trouble);

      g_assert_nonnull (strstr (words, rows[i].words));
      g_assert_null (strstr (words, "GDBus"));
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reminder-sentences/lateness", test_lateness);
  g_test_add_func ("/reminder-sentences/lines", test_lines);
  g_test_add_func ("/reminder-sentences/facts", test_facts);
  g_test_add_func ("/reminder-sentences/reminders", test_reminders);
  g_test_add_func ("/reminder-sentences/no-server", test_no_server);
  return g_test_run ();
}
