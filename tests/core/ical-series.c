#include "ical-series.h"

#include "core/keel-ical-writer.h"
#include "schedule-checks.h"

#include <string.h>

static const char *const zones[] = { "Europe/Berlin",     "America/New_York",
                                     "Australia/Sydney",  "Asia/Kolkata",
                                     "America/St_Johns",  "Asia/Tokyo",
                                     "America/Santiago",  "UTC",
                                     "Africa/Casablanca", "Australia/Lord_Howe" };

gboolean
chance (GRand *rand, int percent)
{
  return g_rand_int_range (rand, 0, 100) < percent;
}

const char *
pick_zone (GRand *rand)
{
  return zones[g_rand_int_range (rand, 0, G_N_ELEMENTS (zones))];
}

KeelSeries *
make_series (KeelSchedule *schedule, const char *uuid)
{
  g_autoptr (KeelMeeting) meeting = keel_meeting_new ();
  g_autoptr (GArray) leads = g_array_new (FALSE, FALSE, sizeof (int));
  const int minutes[] = { 15, 60 };
  KeelSeries *series;

  meeting->name = g_strdup (
      "Überlandgruppe; second, with a very long name that has to be folded «twice» at least");
  meeting->location = g_strdup ("Back\\door");
  meeting->notes = g_strdup ("First line\nSecond line, with a comma; and more");
  meeting->conference_url = g_strdup ("https://zoom.us/j/1");
  meeting->url = g_strdup ("https://example.org/");
  series = keel_series_new (KEEL_SERIES_MEETING, meeting, schedule);
  series->uuid = g_strdup (uuid);
  g_array_append_vals (leads, minutes, 2);
  keel_series_set_leads (series, leads);
  return series;
}

char *
write_calendar (GPtrArray *series, const char *discreet_title)
{
  const KeelIcalWriterOptions options = { .stamp = ICAL_STAMP, .discreet_title = discreet_title };
  g_autoptr (GBytes) bytes = keel_ical_write (series, &options);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

char *
write_series (KeelSeries *series, const char *discreet_title)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  g_ptr_array_add (all, series);
  return write_calendar (all, discreet_title);
}

KeelSchedule *
take_schedule (KeelSchedule *before, KeelSchedule *changed)
{
  if (changed == NULL)
    return before;
  keel_schedule_unref (before);
  return changed;
}

static KeelSchedule *
pick_plain (GRand *rand, KeelLocalTime start)
{
  /* Rules that libical and dateutil read as RFC 5545 means them (see test-recurrence-oracle.c). */
  static const char *const rules[] = {
    "FREQ=DAILY",
    "FREQ=DAILY;INTERVAL=3;COUNT=40",
    "FREQ=WEEKLY",
    "FREQ=WEEKLY;BYDAY=MO,TH",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
    "FREQ=WEEKLY;BYDAY=SU;UNTIL=20260920",
    "FREQ=WEEKLY;BYDAY=WE;UNTIL=20260715T235900",
    "FREQ=MONTHLY;BYDAY=2TU",
    "FREQ=MONTHLY;BYDAY=-1FR",
    "FREQ=MONTHLY;BYMONTHDAY=15",
    "FREQ=MONTHLY;BYDAY=WE;BYMONTHDAY=3,4,5,6,7,8,9",
    "FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=4",
    NULL,
  };
  KeelLocalTime day = keel_local_time_new (2026, 1, 1 + g_rand_int_range (rand, 0, 28), 0, 0);

  /* By day, and over before midnight: khal lists by days. */
  if (start == KEEL_LOCAL_TIME_NONE)
    start = day + g_rand_int_range (rand, 5 * 60, 20 * 60);
  return keel_schedule_new (start, pick_zone (rand), g_rand_int_range (rand, 10, 90),
                            rules[g_rand_int_range (rand, 0, G_N_ELEMENTS (rules))], NULL);
}

/* As change_dates (), but no two dates fall on one instant, which every program counts in its own way. */
static KeelSchedule *
change_plain_dates (GRand *rand, KeelSchedule *schedule)
{
  gint64 from = keel_schedule_get_start (schedule) * 60 - ICAL_DAY;
  g_autoptr (GArray) dates = expand_schedule (schedule, from, from + 400 * ICAL_DAY, NULL);

  for (guint i = 1; i < dates->len && i < 40; i++)
    {
      KeelLocalTime original = get_nth (dates, i)->original;
      KeelLocalTime other = original + 7 + (int) i;

      if (chance (rand, 10))
        schedule = take_schedule (schedule, keel_schedule_cancel (schedule, original, NULL));
      else if (chance (rand, 10))
        schedule = take_schedule (schedule, keel_schedule_move (schedule, original, other, 25, NULL));
      else if (chance (rand, 5))
        schedule = take_schedule (schedule, keel_schedule_add (schedule, other,
                                                               keel_schedule_get_duration (schedule), NULL));
    }
  return schedule;
}

static int
compare_starts_cb (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a;
  gint64 other = *(const gint64 *) b;

  return (one > other) - (one < other);
}

/* Ascending, within the span. */
char *
write_instants (GArray *starts)
{
  GString *text = g_string_new (NULL);

  g_array_sort (starts, compare_starts_cb);
  for (guint i = 0; i < starts->len; i++)
    {
      gint64 start = g_array_index (starts, gint64, i);
      g_autofree char *date = keel_local_time_format (start / 60);

      if (start >= ICAL_SPAN_FROM + 7 * ICAL_DAY && start < ICAL_SPAN_TO - 7 * ICAL_DAY)
        g_string_append_printf (text, "%s\n", date);
    }
  return g_string_free (text, FALSE);
}

void
append_starts (KeelSchedule *schedule, GArray *starts)
{
  g_autoptr (GArray) occurrences = expand_schedule (schedule, ICAL_SPAN_FROM, ICAL_SPAN_TO, NULL);

  for (guint i = 0; i < occurrences->len; i++)
    g_array_append_val (starts, get_nth (occurrences, i)->start);
}

KeelSchedule *
pick_plain_schedule (GRand *rand)
{
  KeelSchedule *schedule = change_plain_dates (rand, pick_plain (rand, KEEL_LOCAL_TIME_NONE));

  if (chance (rand, 30))
    {
      KeelLocalTime start = keel_schedule_get_start (schedule) + g_rand_int_range (rand, 30, 200) * 1440;
      g_autoptr (KeelSchedule) other = pick_plain (rand, start);
      g_autofree char *rule = keel_schedule_get_rule (other);

      schedule = take_schedule (schedule,
                                keel_schedule_change_from (schedule, start, keel_schedule_get_zone (other),
                                                           40, rule, NULL));
    }
  return schedule;
}
