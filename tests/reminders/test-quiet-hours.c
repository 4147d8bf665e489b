#include <glib.h>

#include "reminders/keel-quiet-hours.h"

static gint64
parse (const char *text)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (text, NULL);

  g_assert_nonnull (moment);
  return g_date_time_to_unix (moment);
}

#define AT(hour, minute) ((hour) *60 + (minute))

/* @end NULL: not in them. */
static void
test_contain (void)
{
  static const struct
  {
    const char *zone;
    int from, to;
    const char *at, *end;
  } table[] = {
    /* Within a day: from the first minute, not the last. */
    { "Europe/Berlin", AT (13, 0), AT (15, 0), "2026-11-24T11:59:59Z", NULL },
    { "Europe/Berlin", AT (13, 0), AT (15, 0), "2026-11-24T12:00:00Z", "2026-11-24T14:00:00Z" },
    { "Europe/Berlin", AT (13, 0), AT (15, 0), "2026-11-24T13:59:59Z", "2026-11-24T14:00:00Z" },
    { "Europe/Berlin", AT (13, 0), AT (15, 0), "2026-11-24T14:00:00Z", NULL },
    /* Over midnight. */
    { "Europe/Berlin", AT (22, 0), AT (7, 0), "2026-11-24T20:59:59Z", NULL },
    { "Europe/Berlin", AT (22, 0), AT (7, 0), "2026-11-24T21:00:00Z", "2026-11-25T06:00:00Z" },
    { "Europe/Berlin", AT (22, 0), AT (7, 0), "2026-11-24T23:30:00Z", "2026-11-25T06:00:00Z" },
    { "Europe/Berlin", AT (22, 0), AT (7, 0), "2026-11-25T05:59:59Z", "2026-11-25T06:00:00Z" },
    { "Europe/Berlin", AT (22, 0), AT (7, 0), "2026-11-25T06:00:00Z", NULL },
    /* To and from midnight, and all but a minute. */
    { "UTC", AT (20, 0), 0, "2026-11-24T23:59:59Z", "2026-11-25T00:00:00Z" },
    { "UTC", AT (20, 0), 0, "2026-11-25T00:00:00Z", NULL },
    { "UTC", 0, AT (6, 0), "2026-11-25T00:00:00Z", "2026-11-25T06:00:00Z" },
    { "UTC", AT (12, 1), AT (12, 0), "2026-11-25T11:59:59Z", "2026-11-25T12:00:00Z" },
    { "UTC", AT (12, 1), AT (12, 0), "2026-11-25T12:00:30Z", NULL },
    /* None. */
    { "UTC", -1, -1, "2026-11-25T12:00:00Z", NULL },
    { "UTC", AT (12, 0), -1, "2026-11-25T12:00:00Z", NULL },
    { "UTC", AT (12, 0), AT (12, 0), "2026-11-25T12:00:00Z", NULL },
    /* A short night and a long one: until seven by the clocks. */
    { "Europe/Berlin", AT (22, 0), AT (7, 0), "2026-03-28T23:00:00Z", "2026-03-29T05:00:00Z" },
    { "Europe/Berlin", AT (22, 0), AT (7, 0), "2026-10-24T23:00:00Z", "2026-10-25T06:00:00Z" },
    { "America/New_York", AT (22, 0), AT (7, 0), "2026-11-01T05:30:00Z", "2026-11-01T12:00:00Z" },
    /* An end that does not exist that night is an hour later; a begin likewise. */
    { "Europe/Berlin", AT (22, 0), AT (2, 30), "2026-03-29T01:15:00Z", "2026-03-29T01:30:00Z" },
    { "Europe/Berlin", AT (22, 0), AT (2, 30), "2026-03-29T01:30:00Z", NULL },
    { "Europe/Berlin", AT (2, 30), AT (6, 0), "2026-03-29T01:29:59Z", NULL },
    { "Europe/Berlin", AT (2, 30), AT (6, 0), "2026-03-29T01:30:00Z", "2026-03-29T04:00:00Z" },
    /* An hour that comes twice: it ends the first time, and does not begin anew the second time. */
    { "Europe/Berlin", AT (22, 0), AT (2, 30), "2026-10-25T00:29:59Z", "2026-10-25T00:30:00Z" },
    { "Europe/Berlin", AT (22, 0), AT (2, 30), "2026-10-25T01:10:00Z", NULL },
    { "Europe/Berlin", AT (2, 30), AT (6, 0), "2026-10-25T01:10:00Z", "2026-10-25T05:00:00Z" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (table[i].zone);
      gint64 end = 0;
      gboolean quiet = keel_quiet_hours_contain (table[i].from, table[i].to, parse (table[i].at), zone, &end);

      g_test_message ("%s %d to %d at %s", table[i].zone, table[i].from, table[i].to, table[i].at);
      g_assert_cmpint (quiet, ==, table[i].end != NULL);
      if (quiet)
        g_assert_cmpint (end, ==, parse (table[i].end));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quiet-hours/contain", test_contain);
  return g_test_run ();
}
