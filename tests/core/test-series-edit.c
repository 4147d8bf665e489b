/* What a form changes of a series that others have changed meanwhile. */

#include "core/keel-series-edit.h"

static const KeelLocalTime evening = 19 * 60;

static KeelSchedule *
make_schedule (KeelLocalTime start)
{
  return keel_schedule_new (start, "Europe/Berlin", 60, "FREQ=DAILY", NULL);
}

static KeelSeries *
make_series (void)
{
  const int lead = 30;
  g_autoptr (KeelMeeting) meeting = keel_meeting_new ();
  g_autoptr (KeelSchedule) schedule = make_schedule (evening);
  KeelSeries *series;

  meeting->name = g_strdup ("Lamplight");
  meeting->location = g_strdup ("Hall");
  meeting->region = g_strdup ("North");
  meeting->day = 4;
  meeting->minute = evening;
  meeting->timezone = g_strdup ("Europe/Berlin");
  series = keel_series_new (KEEL_SERIES_DOCTOR, meeting, schedule);
  series->uuid = g_strdup ("0f");
  series->note = g_strdup ("Ring twice");
  series->stage = KEEL_STAGE_FOUND;
  g_array_append_val (series->leads, lead);
  return series;
}

static void
name_it (KeelSeries *series)
{
  g_autoptr (KeelMeeting) meeting = keel_meeting_copy (series->meeting);

  g_free (meeting->name);
  meeting->name = g_strdup ("Candlelight");
  keel_series_set_meeting (series, meeting);
}

static void
place_it (KeelSeries *series)
{
  g_autoptr (KeelMeeting) meeting = keel_meeting_copy (series->meeting);

  g_clear_pointer (&meeting->location, g_free);
  meeting->conference_url = g_strdup ("https://example.org/room");
  meeting->venue = KEEL_VENUE_ONLINE;
  keel_series_set_meeting (series, meeting);
}

static void
note_it (KeelSeries *series)
{
  g_free (series->note);
  series->note = g_strdup ("Third floor");
}

static void
stage_it (KeelSeries *series)
{
  series->stage = KEEL_STAGE_HOME_GROUP;
  series->style.silent = TRUE;
}

static void
remind_of_it (KeelSeries *series)
{
  const int lead = 5;

  g_array_set_size (series->leads, 0);
  g_array_append_val (series->leads, lead);
}

static void
make_it_therapy (KeelSeries *series)
{
  series->kind = KEEL_SERIES_THERAPY;
}

static void
cancel_a_date (KeelSeries *series)
{
  g_autoptr (KeelSchedule) schedule = keel_schedule_cancel (series->schedule, evening + KEEL_MINUTES_PER_DAY,
                                                            NULL);

  keel_series_set_schedule (series, schedule);
}

static void
move_it (KeelSeries *series)
{
  g_autoptr (KeelSchedule) schedule = make_schedule (evening + 60);
  g_autoptr (KeelMeeting) meeting = keel_meeting_copy (series->meeting);

  meeting->minute = evening + 60;
  keel_series_set_meeting (series, meeting);
  keel_series_set_schedule (series, schedule);
}

typedef void (*Step) (KeelSeries *series);

static const Step steps[] = {
  name_it, place_it, note_it, remind_of_it, make_it_therapy, move_it,
};

static void
assert_edit (KeelSeries *now, KeelSeries *shown, KeelSeries *wanted, KeelSeries *both)
{
  g_assert_true (keel_series_edit (now, shown, wanted));
  g_assert_true (keel_series_equal (now, both));
}

/* Each with what others did meanwhile: both is there afterwards. */
static void
test_each (void)
{
  static const Step meanwhile[] = {
    name_it, place_it, note_it, stage_it, remind_of_it, make_it_therapy, cancel_a_date,
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    for (guint j = 0; j < G_N_ELEMENTS (meanwhile); j++)
      {
        g_autoptr (KeelSeries) shown = make_series ();
        g_autoptr (KeelSeries) wanted = make_series ();
        g_autoptr (KeelSeries) now = make_series ();
        g_autoptr (KeelSeries) both = make_series ();

        if (steps[i] == move_it && meanwhile[j] == cancel_a_date)
          continue;
        steps[i](wanted);
        meanwhile[j](now);
        steps[i](both);
        if (meanwhile[j] != steps[i])
          meanwhile[j](both);
        assert_edit (now, shown, wanted, both);
      }
}

/* What a form does not have is not taken from it. */
static void
test_rest (void)
{
  g_autoptr (KeelSeries) shown = make_series ();
  g_autoptr (KeelSeries) wanted = make_series ();
  g_autoptr (KeelSeries) now = make_series ();
  g_autoptr (KeelSeries) same = make_series ();

  stage_it (wanted);
  g_clear_pointer (&wanted->meeting->region, g_free);
  assert_edit (now, shown, wanted, same);
}

static void
test_dates_of_two (void)
{
  g_autoptr (KeelSeries) shown = make_series ();
  g_autoptr (KeelSeries) wanted = make_series ();
  g_autoptr (KeelSeries) now = make_series ();
  g_autoptr (KeelSeries) same = make_series ();

  move_it (wanted);
  cancel_a_date (now);
  g_assert_false (keel_series_edit (now, shown, wanted));
  move_it (same);
  assert_edit (same, shown, wanted, wanted);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/series-edit/each", test_each);
  g_test_add_func ("/series-edit/rest", test_rest);
  g_test_add_func ("/series-edit/dates-of-two", test_dates_of_two);

  return g_test_run ();
}
