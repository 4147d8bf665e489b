/*
 * Calendars that Keel writes, read back: by Keel itself for random schedules with changed dates and
 * segments, and by libical (bounded).
 */

#include "core/keel-ical-reader.h"
#include "ical-series.h"
#include "random-rule.h"
#include "schedule-checks.h"

#include <libical/ical.h>

#include <string.h>

#define SEED 20261122
#define SCHEDULES 300
#define PLAIN_SCHEDULES 120
/* NULL where nothing was read. */
static KeelSeries *
read_series (const char *text)
{
  const KeelIcalOptions options = { .now = keel_local_time_new (1950, 1, 1, 0, 0) * 60 };
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelIcalReader) reader = keel_ical_reader_new (bytes, &options, NULL, &error);
  g_autoptr (GPtrArray) series = g_ptr_array_new_with_free_func (g_object_unref);
  KeelSkippedRow *skipped = NULL;

  if (reader == NULL)
    return NULL;
  while (keel_ical_reader_next (reader, series, &skipped, NULL, NULL))
    g_assert_null (skipped);
  g_assert_cmpuint (series->len, ==, 1);
  return g_object_ref (series->pdata[0]);
}

/* --- Random schedules --- */

/* Moves, cancels and adds some dates of the first years. */
static KeelSchedule *
change_dates (GRand *rand, KeelSchedule *schedule)
{
  gint64 from = keel_schedule_get_start (schedule) * 60 - ICAL_DAY;
  g_autoptr (GArray) dates = expand_schedule (schedule, from, from + 400 * ICAL_DAY, NULL);

  for (guint i = 0; i < dates->len && i < 60; i++)
    {
      KeelLocalTime original = get_nth (dates, i)->original;
      guint duration = g_rand_int_range (rand, 1, 200);
      KeelLocalTime other = original + g_rand_int_range (rand, -2000, 2000);

      if (chance (rand, 8))
        schedule = take_schedule (schedule, keel_schedule_cancel (schedule, original, NULL));
      else if (chance (rand, 8))
        schedule = take_schedule (schedule, keel_schedule_move (schedule, original, other, duration, NULL));
      else if (chance (rand, 6))
        schedule = take_schedule (schedule, keel_schedule_add (schedule, other,
                                                               chance (rand, 50) ? 60 : duration, NULL));
    }
  return schedule;
}

static KeelSchedule *
pick_any (GRand *rand, KeelLocalTime start)
{
  const char *zone = chance (rand, 15) ? NULL : pick_zone (rand);
  g_autofree char *text = NULL;
  RandomRule rule;

  random_rule_pick (rand, &rule);
  text = random_rule_write (&rule);
  return keel_schedule_new (start != KEEL_LOCAL_TIME_NONE ? start : rule.start, zone,
                            g_rand_int_range (rand, 1, 300), chance (rand, 8) ? NULL : text, NULL);
}

static KeelSchedule *
change_later (GRand *rand, KeelSchedule *schedule)
{
  KeelLocalTime start = keel_schedule_get_last_start (schedule) + g_rand_int_range (rand, 1440, 500 * 1440);
  g_autoptr (KeelSchedule) other = pick_any (rand, start);
  g_autofree char *rule = keel_schedule_get_rule (other);

  return take_schedule (schedule, keel_schedule_change_from (schedule, start, keel_schedule_get_zone (other),
                                                             keel_schedule_get_duration (other), rule, NULL));
}

static void
check_equal (KeelSchedule *ours, KeelSchedule *theirs, const char *text)
{
  g_autoptr (GTimeZone) person = g_time_zone_new_identifier ("Europe/Berlin");
  gint64 from = keel_schedule_get_start (ours) * 60 - 60 * ICAL_DAY;
  g_autoptr (GArray) a = expand_schedule (ours, from, from + 3000 * ICAL_DAY, person);
  g_autoptr (GArray) b = expand_schedule (theirs, from, from + 3000 * ICAL_DAY, person);

  for (guint i = 0; i < MAX (a->len, b->len); i++)
    if (i >= a->len || i >= b->len || get_nth (a, i)->start != get_nth (b, i)->start ||
        get_nth (a, i)->end != get_nth (b, i)->end)
      {
        g_autofree char *our_text = keel_schedule_to_string (ours);
        g_autofree char *their_text = keel_schedule_to_string (theirs);

        g_error ("date %u of %u and %u differs:\n%s\n%s\n%s", i, a->len, b->len, our_text, their_text, text);
      }
}

static void
test_random_schedules (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  guint empty = 0;

  for (guint i = 0; i < SCHEDULES; i++)
    {
      KeelSchedule *schedule = pick_any (rand, KEEL_LOCAL_TIME_NONE);
      g_autoptr (KeelSeries) series = NULL;
      g_autoptr (KeelSeries) back = NULL;
      g_autofree char *text = NULL;
      KeelOccurrence first;

      schedule = change_dates (rand, schedule);
      while (chance (rand, 25))
        schedule = change_dates (rand, change_later (rand, schedule));
      series = make_series (schedule, "8d7f0c5e-0000-4000-8000-000000000001");
      text = write_series (series, NULL);
      if (!keel_schedule_next (schedule, keel_local_time_new (1960, 1, 1, 0, 0) * 60, NULL, &first))
        empty++;
      else if ((back = read_series (text)) != NULL)
        check_equal (schedule, back->schedule, text);
      else
        g_error ("nothing read of\n%s", text);
      keel_schedule_unref (schedule);
    }
  g_test_message ("%u of %u without any date", empty, SCHEDULES);
  g_assert_cmpuint (empty, <, SCHEDULES / 4);
}

/* --- What other programs read --- */

static void
take_libical_cb (icalcomponent *event, struct icaltime_span *span, void *data)
{
  gint64 start = span->start;

  g_array_append_val ((GArray *) data, start);
}

static gint64
get_instant (icalcomponent *event, icalproperty_kind kind)
{
  icalproperty *property = icalcomponent_get_first_property (event, kind);
  struct icaltimetype time = icalproperty_get_datetime_with_component (property, event);

  return icaltime_as_timet_with_zone (time, time.zone);
}

static void
replace_changed_date (icalcomponent *event, GArray *starts)
{
  gint64 original = get_instant (event, ICAL_RECURRENCEID_PROPERTY);
  gint64 start = get_instant (event, ICAL_DTSTART_PROPERTY);

  for (guint i = 0; i < starts->len; i++)
    if (g_array_index (starts, gint64, i) == original)
      {
        g_array_index (starts, gint64, i) = start;
        return;
      }
  /* libical gives RDATEs within the span alone, and changed dates lie near. */
  g_assert_true (original < ICAL_SPAN_FROM || original >= ICAL_SPAN_TO);
}

/* The masters first, then what changes their dates. */
static GArray *
expand_with_libical (const char *text)
{
  icalcomponent *calendar = icalparser_parse_string (text);
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (gint64));
  icalcomponent *event;

  g_assert_nonnull (calendar);
  g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);
  for (int changed = 0; changed < 2; changed++)
    for (event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT); event != NULL;
         event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT))
      {
        gboolean has_id = icalcomponent_get_first_property (event, ICAL_RECURRENCEID_PROPERTY) != NULL;

        if (changed == 1 && has_id)
          replace_changed_date (event, starts);
        else if (changed == 0 && !has_id)
          icalcomponent_foreach_recurrence (event,
                                            icaltime_from_timet_with_zone (ICAL_SPAN_FROM, 0,
                                                                           icaltimezone_get_utc_timezone ()),
                                            icaltime_from_timet_with_zone (ICAL_SPAN_TO, 0,
                                                                           icaltimezone_get_utc_timezone ()),
                                            take_libical_cb, starts);
      }
  icalcomponent_free (calendar);
  icalmemory_free_ring ();
  return starts;
}

static void
test_libical (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (guint i = 0; i < PLAIN_SCHEDULES; i++)
    {
      g_autoptr (KeelSchedule) schedule = pick_plain_schedule (rand);
      g_autoptr (KeelSeries) series = make_series (schedule, "a");
      g_autofree char *text = write_series (series, NULL);
      g_autoptr (GArray) starts = expand_with_libical (text);
      g_autofree char *theirs = write_instants (starts);
      g_autoptr (GArray) our_starts = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autofree char *ours = NULL;

      append_starts (schedule, our_starts);
      ours = write_instants (our_starts);
      if (strcmp (ours, theirs) != 0)
        g_error ("Keel:\n%s\nlibical:\n%s\n%s", ours, theirs, text);
    }
}

/* --- The text itself --- */

static void
test_words (void)
{
  g_autoptr (KeelSchedule) schedule = keel_schedule_new (keel_local_time_new (2026, 1, 5, 19, 0),
                                                         "Europe/Berlin", 90, "FREQ=WEEKLY;UNTIL=20260302",
                                                         NULL);
  g_autoptr (KeelSeries) series = make_series (schedule, "8d7f0c5e-0000-4000-8000-000000000001");
  g_autofree char *text = write_series (series, NULL);
  g_autoptr (KeelSeries) back = read_series (text);
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
      g_assert_null (strchr (lines[i], '\n'));
    }
  g_assert_nonnull (strstr (text, "RRULE:FREQ=WEEKLY;UNTIL=20260302T225900Z\r\n"));
  g_assert_nonnull (strstr (text, "TRIGGER:-PT60M\r\n"));
  g_assert_cmpstr (back->meeting->name, ==, series->meeting->name);
  g_assert_cmpstr (back->meeting->location, ==, series->meeting->location);
  g_assert_cmpstr (back->meeting->conference_url, ==, series->meeting->conference_url);
  g_assert_cmpstr (back->meeting->slug, ==, series->uuid);
  g_assert_nonnull (strstr (back->meeting->notes, series->meeting->notes));
  g_assert_cmpint (back->meeting->duration, ==, 90);
  g_assert_cmpuint (back->leads->len, ==, 2);
  g_assert_cmpint (g_array_index (back->leads, int, 1), ==, 60);
}

static void
test_discreet (void)
{
  static const char *const secrets[] = { "berlandgruppe", "door", "First line", "zoom", "example.org" };
  g_autoptr (KeelSchedule) weekly = keel_schedule_new (keel_local_time_new (2026, 1, 5, 19, 0), NULL, 90,
                                                       "FREQ=WEEKLY", NULL);
  g_autoptr (KeelSchedule) schedule = keel_schedule_move (weekly, keel_local_time_new (2026, 1, 12, 19, 0),
                                                          keel_local_time_new (2026, 1, 13, 19, 0), 90, NULL);
  g_autoptr (KeelSeries) series = make_series (schedule, "8d7f0c5e");
  g_autofree char *text = write_series (series, "Appointment");
  g_autoptr (KeelSeries) back = read_series (text);

  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    g_assert_null (strstr (text, secrets[i]));
  g_assert_cmpstr (back->meeting->name, ==, "Appointment");
  g_assert_nonnull (strstr (text, "DTSTART:20260105T190000\r\n"));
}

/* A zone's rules are written as such where it has some. */
static void
test_zones (void)
{
  static const struct
  {
    const char *zone;
    const char *has;
    const char *lacks;
  } table[] = {
    { "Europe/Berlin", "DTSTART:20250330T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n", "RDATE" },
    { "America/New_York", "DTSTART:20250309T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\r\n", "RDATE" },
    { "Asia/Kolkata", "TZOFFSETFROM:+0530\r\nTZOFFSETTO:+0530\r\n", "DAYLIGHT" },
    { "UTC", "DTSTART:20260105T190000Z", "VTIMEZONE" },
    { "Africa/Casablanca", "TZOFFSETTO:+0000\r\n", "RRULE:FREQ=YEARLY" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (KeelSchedule) schedule = keel_schedule_new (keel_local_time_new (2026, 1, 5, 19, 0),
                                                             table[i].zone, 90, "FREQ=WEEKLY", NULL);
      g_autoptr (KeelSeries) series = make_series (schedule, "a");
      g_autofree char *text = write_series (series, NULL);

      g_assert_nonnull (strstr (text, table[i].has));
      g_assert_null (strstr (text, table[i].lacks));
    }
}

/* The same series is the same text, with or without a UUID. */
static void
test_stable (void)
{
  g_autoptr (KeelSchedule) schedule = keel_schedule_new (keel_local_time_new (2026, 1, 5, 19, 0),
                                                         "Europe/Berlin", 90, "FREQ=WEEKLY", NULL);
  g_autoptr (KeelSeries) one = make_series (schedule, NULL);
  g_autoptr (KeelSeries) other = make_series (schedule, NULL);
  g_autofree char *first = write_series (one, NULL);
  g_autofree char *second = write_series (other, NULL);

  g_assert_cmpstr (first, ==, second);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ical-round-trip/random-schedules", test_random_schedules);
  g_test_add_func ("/ical-round-trip/libical", test_libical);
  g_test_add_func ("/ical-round-trip/words", test_words);
  g_test_add_func ("/ical-round-trip/discreet", test_discreet);
  g_test_add_func ("/ical-round-trip/zones", test_zones);
  g_test_add_func ("/ical-round-trip/stable", test_stable);
  return g_test_run ();
}
