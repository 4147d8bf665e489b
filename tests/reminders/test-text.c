#include <glib.h>
#include <locale.h>

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
      KeelReminderRule rule = { .series = (char *) "a", .lead = 30, .meeting = TRUE };
      KeelReminder reminder = {
        .rule = &rule,
        .lead = 30,
        .occurrence = { .start = start, .local_start = keel_local_time_from_utc (start, zone) },
      };
      const KeelReminderScene scene = { .now = parse (table[i].now), .person = person };
      g_autofree char *title = keel_reminder_text_title (&reminder, &scene);
      g_autofree char *body = keel_reminder_text_body (&reminder, &scene);

      g_assert_cmpstr (title, ==, table[i].title);
      g_assert_cmpstr (body, ==, table[i].body);
    }
}

#define FSI "\342\201\250"
#define PDI "\342\201\251"

/* By what the person chose, how far it reaches, and for what it is. In Berlin, of 19:00, half an hour before.
 */
static void
test_styles (void)
{
  static const struct
  {
    KeelReminderText text;
    KeelReminderReach reach;
    gboolean alone, travel, meeting;
    int lead;
    const char *title, *body;
  } table[] = {
    { KEEL_REMINDER_DISCREET, KEEL_REACH_ALWAYS, TRUE, FALSE, TRUE, 30, "Reminder: 19:00", NULL },
    { KEEL_REMINDER_NAME, KEEL_REACH_ALWAYS, FALSE, FALSE, TRUE, 30, "19:00 · " FSI "Candle Corner" PDI,
      NULL },
    { KEEL_REMINDER_FULL, KEEL_REACH_ALWAYS, FALSE, FALSE, TRUE, 30, "19:00 · " FSI "Candle Corner" PDI,
      FSI "Harbour Street 1" PDI },
    { KEEL_REMINDER_FULL, KEEL_REACH_ALONE, TRUE, FALSE, TRUE, 30, "19:00 · " FSI "Candle Corner" PDI,
      FSI "Harbour Street 1" PDI },
    { KEEL_REMINDER_FULL, KEEL_REACH_ALONE, FALSE, FALSE, TRUE, 30, "Reminder: 19:00", NULL },
    { KEEL_REMINDER_FULL, KEEL_REACH_DISCREET, TRUE, FALSE, TRUE, 30, "Reminder: 19:00", NULL },
    /* Time to leave, which a snooze of it is not. */
    { KEEL_REMINDER_DISCREET, KEEL_REACH_ALWAYS, TRUE, TRUE, TRUE, 30, "Time to leave for 19:00", NULL },
    { KEEL_REMINDER_FULL, KEEL_REACH_ALWAYS, TRUE, TRUE, TRUE, 30, "Time to leave for 19:00",
      FSI "Candle Corner" PDI "\n" FSI "Harbour Street 1" PDI },
    { KEEL_REMINDER_FULL, KEEL_REACH_ALONE, FALSE, TRUE, TRUE, 30, "Time to leave for 19:00", NULL },
    { KEEL_REMINDER_DISCREET, KEEL_REACH_ALWAYS, TRUE, TRUE, TRUE, KEEL_LEAD_SNOOZE, "Reminder: 19:00",
      NULL },
    /* A prompt. */
    { KEEL_REMINDER_DISCREET, KEEL_REACH_ALWAYS, TRUE, FALSE, FALSE, 30, "Reminder: 19:00", NULL },
    { KEEL_REMINDER_NAME, KEEL_REACH_ALWAYS, TRUE, FALSE, FALSE, 30, "19:00 · " FSI "Candle Corner" PDI,
      NULL },
    /* Afterwards. */
    { KEEL_REMINDER_DISCREET, KEEL_REACH_ALWAYS, TRUE, FALSE, TRUE, KEEL_LEAD_AFTERWARDS, "Did you go?",
      "19:00" },
    { KEEL_REMINDER_FULL, KEEL_REACH_ALWAYS, TRUE, FALSE, TRUE, KEEL_LEAD_AFTERWARDS, "Did you go?",
      "19:00 · " FSI "Candle Corner" PDI },
  };
  g_autoptr (GTimeZone) person = g_time_zone_new_identifier ("Europe/Berlin");
  gint64 start = parse ("2026-11-24T18:00:00Z");

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      KeelReminderRule rule = {
        .series = (char *) "a",
        .lead = 30,
        .name = (char *) "Candle Corner",
        .place = (char *) "Harbour Street 1",
        .text = table[i].text,
        .reach = table[i].reach,
        .travel = table[i].travel,
        .meeting = table[i].meeting,
      };
      KeelReminder reminder = {
        .rule = &rule,
        .lead = table[i].lead,
        .occurrence = { .start = start, .local_start = keel_local_time_from_utc (start, person) },
      };
      const KeelReminderScene scene = { .now = start - 1800, .person = person, .alone = table[i].alone };
      g_autofree char *title = keel_reminder_text_title (&reminder, &scene);
      g_autofree char *body = keel_reminder_text_body (&reminder, &scene);

      g_test_message ("line %u", i);
      g_assert_cmpstr (title, ==, table[i].title);
      g_assert_cmpstr (body, ==, table[i].body);
    }
}

/* What is late: one may still join a meeting, not a prompt; and it is too late to leave. */
static void
test_late (void)
{
  static const struct
  {
    gboolean meeting, travel;
    const char *title, *body;
  } table[] = {
    { TRUE, FALSE, "Reminder: 19:00", "Started 10 minutes ago. You can still join." },
    { TRUE, TRUE, "Reminder: 19:00", "Started 10 minutes ago. You can still join." },
    { FALSE, FALSE, "Reminder: 19:00", NULL },
  };
  g_autoptr (GTimeZone) person = g_time_zone_new_identifier ("Europe/Berlin");
  gint64 start = parse ("2026-11-24T18:00:00Z");

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      KeelReminderRule rule = { .meeting = table[i].meeting, .travel = table[i].travel, .lead = 30 };
      KeelReminder reminder = {
        .rule = &rule,
        .lead = 30,
        .occurrence = { .start = start, .local_start = keel_local_time_from_utc (start, person) },
      };
      const KeelReminderScene scene = { .now = start + 600, .person = person };
      g_autofree char *title = keel_reminder_text_title (&reminder, &scene);
      g_autofree char *body = keel_reminder_text_body (&reminder, &scene);

      g_assert_cmpstr (title, ==, table[i].title);
      g_assert_cmpstr (body, ==, table[i].body);
    }
}

static void
test_yesterday (void)
{
  g_autoptr (GTimeZone) person = g_time_zone_new_identifier ("Europe/Berlin");
  const KeelReminderScene scene = { .now = parse ("2026-11-25T08:00:00Z"), .person = person };
  g_autofree char *when = keel_reminder_text_when (parse ("2026-11-24T18:00:00Z"), &scene);

  g_assert_cmpstr (when, ==, "yesterday, 19:00");
}

static void
test_quote (void)
{
  static const struct
  {
    const char *text;
    guint most;
    const char *quoted;
  } table[] = {
    { "Candle Corner", 20, "Candle Corner" },
    { "Candle Corner", 13, "Candle Corner" },
    { "Candle Corner", 12, "Candle…" },
    { "Candle Corner", 7, "Candle…" },
    { "Candle Corner", 6, "Candl…" },
    { "Donaudampfschifffahrtsgesellschaft um acht", 30, "Donaudampfschifffahrtsgesells…" },
    { "  two\n\tlines\r\nof it \001 ", 40, "two lines of it" },
    { "<b>&\"", 40, "<b>&\"" },
    { "bad \377 byte", 40, "bad \357\277\275 byte" },
    /* Nothing in it ends the isolation, or turns what is around it. */
    { "a\342\200\256b\342\201\251c\342\201\246d", 40, "abcd" },
    { "\327\251\327\234\327\225\327\235", 40, "\327\251\327\234\327\225\327\235" },
    /* An accent, a skin and a family stay with those they belong to. */
    { "abcde\314\201f", 6, "abcd…" },
    { "abcd\360\237\221\213\360\237\217\275fgh", 6, "abcd…" },
    { "ab\360\237\221\251\342\200\215\360\237\221\247cdefgh", 5, "ab…" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *quoted = keel_reminder_text_quote (table[i].text, table[i].most);
      g_autofree char *expected = g_strconcat (FSI, table[i].quoted, PDI, NULL);

      g_test_message ("%s", table[i].text);
      g_assert_cmpstr (quoted, ==, expected);
    }
}

/* A title of 500 characters begins with the time and ends soon. */
static void
test_long_name (void)
{
  g_autoptr (GTimeZone) person = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GString) name = g_string_new (NULL);
  gint64 start = parse ("2026-11-24T18:00:00Z");
  const KeelReminderScene scene = { .now = start, .person = person, .alone = TRUE };
  KeelReminderRule rule = { .meeting = TRUE, .text = KEEL_REMINDER_NAME, .reach = KEEL_REACH_ALWAYS };
  KeelReminder reminder = {
    .rule = &rule,
    .occurrence = { .start = start, .local_start = keel_local_time_from_utc (start, person) },
  };
  g_autofree char *title = NULL;

  while (g_utf8_strlen (name->str, -1) < 500)
    g_string_append (name, "möbius ");
  rule.name = name->str;
  title = keel_reminder_text_title (&reminder, &scene);
  g_assert_true (g_utf8_validate (title, -1, NULL));
  g_assert_true (g_str_has_prefix (title, "19:00 · " FSI "möbius"));
  g_assert_true (g_str_has_suffix (title, "möbius…" PDI));
  g_assert_cmpint (g_utf8_strlen (title, -1), <=, 72);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/table", test_texts);
  g_test_add_func ("/text/styles", test_styles);
  g_test_add_func ("/text/late", test_late);
  g_test_add_func ("/text/yesterday", test_yesterday);
  g_test_add_func ("/text/quote", test_quote);
  g_test_add_func ("/text/long-name", test_long_name);
  return g_test_run ();
}
