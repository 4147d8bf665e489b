/* What stands behind the buttons of a notification: until when to snooze, where a map is opened. */

#include <glib.h>

#include "reminders/keel-map-link.h"
#include "reminders/keel-snooze-choice.h"

static gint64
parse (const char *text)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (text, NULL);

  g_assert_nonnull (moment);
  return g_date_time_to_unix (moment);
}

/* A meeting of an hour at 19:00Z. */
static void
test_until (void)
{
  static const struct
  {
    KeelAnswer answer;
    const char *now, *until;
  } table[] = {
    { KEEL_ANSWER_SNOOZE, "2026-11-24T18:00:00Z", "2026-11-24T18:10:00Z" },
    { KEEL_ANSWER_SNOOZE, "2026-11-24T18:50:00Z", "2026-11-24T19:00:00Z" },
    { KEEL_ANSWER_SNOOZE, "2026-11-24T18:55:00Z", "2026-11-24T19:00:00Z" },
    { KEEL_ANSWER_SNOOZE, "2026-11-24T18:59:00Z", "2026-11-24T19:00:00Z" },
    { KEEL_ANSWER_SNOOZE, "2026-11-24T18:59:01Z", "2026-11-24T19:09:01Z" },
    { KEEL_ANSWER_SNOOZE, "2026-11-24T19:00:00Z", "2026-11-24T19:10:00Z" },
    { KEEL_ANSWER_SNOOZE, "2026-11-24T19:49:59Z", "2026-11-24T19:59:59Z" },
    { KEEL_ANSWER_SNOOZE, "2026-11-24T19:50:00Z", NULL },
    { KEEL_ANSWER_SNOOZE, "2026-11-24T21:00:00Z", NULL },
    { KEEL_ANSWER_SNOOZE_SHORT, "2026-11-24T18:50:00Z", "2026-11-24T18:55:00Z" },
    { KEEL_ANSWER_SNOOZE_SHORT, "2026-11-24T18:57:00Z", "2026-11-24T19:00:00Z" },
    { KEEL_ANSWER_SNOOZE_SHORT, "2026-11-24T19:54:59Z", "2026-11-24T19:59:59Z" },
    { KEEL_ANSWER_SNOOZE_SHORT, "2026-11-24T19:55:00Z", NULL },
    { KEEL_ANSWER_SNOOZE_LONG, "2026-11-24T18:00:00Z", "2026-11-24T18:30:00Z" },
    { KEEL_ANSWER_SNOOZE_LONG, "2026-11-24T18:45:00Z", "2026-11-24T19:00:00Z" },
    { KEEL_ANSWER_SNOOZE_LONG, "2026-11-24T19:00:00Z", "2026-11-24T19:30:00Z" },
    { KEEL_ANSWER_SNOOZE_START, "2026-11-24T12:00:00Z", "2026-11-24T19:00:00Z" },
    { KEEL_ANSWER_SNOOZE_START, "2026-11-24T18:59:00Z", "2026-11-24T19:00:00Z" },
    /* Pressed long after it was offered: ten minutes, while there is something to be late for. */
    { KEEL_ANSWER_SNOOZE_START, "2026-11-24T19:05:00Z", "2026-11-24T19:15:00Z" },
    { KEEL_ANSWER_SNOOZE_START, "2026-11-24T19:55:00Z", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_cmpint (keel_snooze_choose (table[i].answer, parse ("2026-11-24T19:00:00Z"),
                                         parse ("2026-11-24T20:00:00Z"), parse (table[i].now)),
                     ==, table[i].until != NULL ? parse (table[i].until) : 0);
}

/* The same meeting: short, usual, long, until the start. */
static void
test_offered (void)
{
  static const struct
  {
    const char *now;
    gboolean meeting;
    const char *offered;
  } table[] = {
    { "2026-11-23T19:00:00Z", TRUE, "1111" }, { "2026-11-24T18:29:00Z", TRUE, "1111" },
    { "2026-11-24T18:30:00Z", TRUE, "1101" }, { "2026-11-24T18:49:59Z", TRUE, "1101" },
    { "2026-11-24T18:50:00Z", TRUE, "1100" }, { "2026-11-24T18:55:00Z", TRUE, "0100" },
    { "2026-11-24T19:00:00Z", TRUE, "1110" }, { "2026-11-24T19:30:00Z", TRUE, "1100" },
    { "2026-11-24T19:56:00Z", TRUE, "0100" }, { "2026-11-24T19:00:00Z", FALSE, "1110" },
    { "2026-11-24T20:00:00Z", TRUE, "0000" },
  };
  static const KeelAnswer answers[] = { KEEL_ANSWER_SNOOZE_SHORT, KEEL_ANSWER_SNOOZE, KEEL_ANSWER_SNOOZE_LONG,
                                        KEEL_ANSWER_SNOOZE_START };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      char offered[G_N_ELEMENTS (answers) + 1] = "";

      for (guint j = 0; j < G_N_ELEMENTS (answers); j++)
        offered[j] = keel_snooze_is_offered (answers[j], parse ("2026-11-24T19:00:00Z"),
                                             parse ("2026-11-24T20:00:00Z"), parse (table[i].now),
                                             table[i].meeting)
                         ? '1'
                         : '0';
      g_assert_cmpstr (offered, ==, table[i].offered);
    }
}

static void
test_map (void)
{
  static const struct
  {
    const char *text, *link, *web;
  } table[] = {
    { "geo:52.52,13.405", "geo:52.520000,13.405000",
      "https://www.openstreetmap.org/?mlat=52.520000&mlon=13.405000" },
    { "GEO:-33.9,-151.2", "geo:-33.900000,-151.200000",
      "https://www.openstreetmap.org/?mlat=-33.900000&mlon=-151.200000" },
    { "https://www.openstreetmap.org/search?query=Harbour%20Street%201",
      "https://www.openstreetmap.org/search?query=Harbour%20Street%201", NULL },
    /* Nothing but two numbers. */
    { "geo:52.52,13.405?q=Bar", NULL, NULL },
    { "geo:52.52,13.405;u=35", NULL, NULL },
    { "geo:52.52,13.405 --new-window", NULL, NULL },
    { "geo:52.52", NULL, NULL },
    { "geo:52.52,", NULL, NULL },
    { "geo:,13.4", NULL, NULL },
    { "geo:91,0", NULL, NULL },
    { "geo:0,180.1", NULL, NULL },
    { "geo:nan,inf", NULL, NULL },
    { "geo:0x10,1", NULL, NULL },
    { "geo:1e1,1", NULL, NULL },
    { "geo:--1,1", NULL, NULL },
    { "geo:1.1.1,1", NULL, NULL },
    { "geo:52.520000000000000000000000000000001,13", NULL, NULL },
    /* Nor any other kind of link. */
    { "http://example.org/map", NULL, NULL },
    { "file:///etc/passwd", NULL, NULL },
    { "javascript:alert(1)", NULL, NULL },
    { "tel:+49301234", NULL, NULL },
    { "https://www.openstreetmap.org@evil.example/", NULL, NULL },
    { "", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *link = keel_map_link_check (table[i].text);
      g_autofree char *web = link != NULL ? keel_map_link_get_web (link) : NULL;

      g_test_message ("%s", table[i].text);
      g_assert_cmpstr (link, ==, table[i].link);
      g_assert_cmpstr (web, ==, table[i].web);
    }
  g_assert_null (keel_map_link_check (NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/buttons/snooze-until", test_until);
  g_test_add_func ("/buttons/snooze-offered", test_offered);
  g_test_add_func ("/buttons/map", test_map);
  return g_test_run ();
}
