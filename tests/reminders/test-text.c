#include <glib.h>
#include <locale.h>

#include "reminders/keel-reminder-presenter.h"
#include "reminders/keel-reminder-text.h"

static gint64
parse (const char *text)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (text, NULL);

  g_assert_nonnull (moment);
  return g_date_time_to_unix (moment);
}

static void
test_texts (void)
{
  static const struct
  {
    const char *zone, *person, *start, *now, *title, *body;
  } table[] = {
    { "Europe/Berlin", "Europe/Berlin", "2026-11-24T18:00:00Z", "2026-11-24T17:30:00Z", "Reminder: 19:00",
      NULL },
    { "Europe/Berlin", "Europe/Berlin", "2026-11-24T18:00:00Z", "2026-11-24T18:00:59Z", "Reminder: 19:00",
      NULL },
    { "Europe/Berlin", "Europe/Berlin", "2026-11-24T18:00:00Z", "2026-11-24T18:01:00Z", "Reminder: 19:00",
      "Started 1 minute ago. You can still join." },
    { "Europe/Berlin", "Europe/Berlin", "2026-11-24T18:00:00Z", "2026-11-24T18:10:00Z", "Reminder: 19:00",
      "Started 10 minutes ago. You can still join." },
    { "Europe/Berlin", "Europe/Berlin", "2026-11-24T18:00:00Z", "2026-11-24T19:10:00Z", "Reminder: 19:00",
      "Started over 1 hour ago. You can still join." },
    { "Europe/Berlin", "Europe/Berlin", "2026-11-24T18:00:00Z", "2026-11-23T18:00:00Z",
      "Reminder: tomorrow, 19:00", NULL },
    { "Europe/Berlin", "Europe/Berlin", "2026-11-24T18:00:00Z", "2026-11-21T18:00:00Z",
      "Reminder: Tuesday, 19:00", NULL },
    { "Europe/Berlin", "Europe/Berlin", "2026-11-24T18:00:00Z", "2026-11-10T18:00:00Z",
      "Reminder: 11/24/26, 19:00", NULL },
    { "America/New_York", "Europe/Berlin", "2026-11-25T00:00:00Z", "2026-11-24T23:30:00Z", "Reminder: 01:00",
      "19:00 local time there" },
    { "America/New_York", "Europe/Berlin", "2026-11-25T00:00:00Z", "2026-11-25T00:05:00Z", "Reminder: 01:00",
      "Started 5 minutes ago. You can still join.\n19:00 local time there" },
    /* Another name for the same wall clock needs no second time. */
    { "Europe/Paris", "Europe/Berlin", "2026-11-24T18:00:00Z", "2026-11-24T17:30:00Z", "Reminder: 19:00",
      NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (table[i].zone);
      g_autoptr (GTimeZone) person = g_time_zone_new_identifier (table[i].person);
      gint64 start = parse (table[i].start);
      KeelReminder reminder = {
        .occurrence = { .start = start, .local_start = keel_local_time_from_utc (start, zone) },
      };
      g_autofree char *title = keel_reminder_text_title (&reminder, parse (table[i].now), person);
      g_autofree char *body = keel_reminder_text_body (&reminder, parse (table[i].now), person);

      g_assert_cmpstr (title, ==, table[i].title);
      g_assert_cmpstr (body, ==, table[i].body);
    }
}

/* A meeting of an hour at 19:00Z. */
static void
test_snooze (void)
{
  static const struct
  {
    const char *now, *until;
  } table[] = {
    { "2026-11-24T18:00:00Z", "2026-11-24T18:10:00Z" },
    { "2026-11-24T18:50:00Z", "2026-11-24T19:00:00Z" },
    { "2026-11-24T18:55:00Z", "2026-11-24T19:00:00Z" },
    { "2026-11-24T18:59:00Z", "2026-11-24T19:00:00Z" },
    { "2026-11-24T18:59:01Z", "2026-11-24T19:09:01Z" },
    { "2026-11-24T19:00:00Z", "2026-11-24T19:10:00Z" },
    { "2026-11-24T19:49:59Z", "2026-11-24T19:59:59Z" },
    { "2026-11-24T19:50:00Z", NULL },
    { "2026-11-24T21:00:00Z", NULL },
  };
  KeelOccurrence occurrence = { .start = parse ("2026-11-24T19:00:00Z"),
                                .end = parse ("2026-11-24T20:00:00Z") };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_cmpint (keel_reminder_presenter_choose_snooze (&occurrence, parse (table[i].now)), ==,
                     table[i].until != NULL ? parse (table[i].until) : 0);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/table", test_texts);
  g_test_add_func ("/text/snooze", test_snooze);
  return g_test_run ();
}
