#include "app/keel-meeting-draft.h"
#include "app/keel-typed-meeting.h"
#include "app/keel-typed-time.h"

typedef struct
{
  const char *text;
  int minute; /* -1: not a time */
} TimeCase;

static const TimeCase times[] = {
  { "19:00", 1140 }, { "19.30", 1170 },      { "1930", 1170 },      { "19h30", 1170 }, { "19h", 1140 },
  { "7", 420 },      { "07", 420 },          { "0:05", 5 },         { "730", 450 },    { "23:59", 1439 },
  { "7pm", 1140 },   { "7 PM", 1140 },       { "7:30 p.m.", 1170 }, { "12am", 0 },     { "12:15 pm", 735 },
  { " 8 a ", 480 },  { "１９：００", 1140 }, { "١٩:٠٠", 1140 },     { "", -1 },        { "seven", -1 },
  { "24:00", -1 },   { "19:60", -1 },        { "13pm", -1 },        { "0am", -1 },     { "19:0", -1 },
  { "19:000", -1 },  { "12345", -1 },        { "7:30x", -1 },       { ":30", -1 },     { "7::30", -1 },
  { "-7", -1 },
};

typedef struct
{
  const char *now;
  int day;
  int minute;
  const char *first;
} FirstCase;

/* 2026-11-21 is a Saturday. */
static const FirstCase firsts[] = {
  { "2026-11-21T18:00", 6, 1140, "2026-11-21T19:00" }, /* tonight */
  { "2026-11-21T19:30", 6, 1140, "2026-11-21T19:00" }, /* it is on */
  { "2026-11-21T20:01", 6, 1140, "2026-11-28T19:00" }, /* it is over */
  { "2026-11-21T18:00", 0, 600, "2026-11-22T10:00" },  { "2026-12-31T23:00", 5, 0, "2027-01-01T00:00" },
};

static void
test_times (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      int minute = -1;
      gboolean parsed = keel_typed_time_parse (times[i].text, &minute);

      g_test_message ("“%s”", times[i].text);
      g_assert_cmpint (parsed, ==, times[i].minute >= 0);
      if (parsed)
        g_assert_cmpint (minute, ==, times[i].minute);
    }
}

static void
test_firsts (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (firsts); i++)
    {
      g_autofree char *first = NULL;
      KeelLocalTime now;

      g_assert_true (keel_local_time_parse (firsts[i].now, &now));
      first = keel_local_time_format (keel_typed_meeting_first (now, firsts[i].day, firsts[i].minute));
      g_assert_cmpstr (first, ==, firsts[i].first);
    }
}

static KeelTypedMeeting
make_typed (void)
{
  KeelTypedMeeting typed = {
    .name = " Candlelight ", .day = 6, .time = "7pm", .date = "", .place = "", .link = ""
  };

  g_assert_true (keel_local_time_parse ("2026-11-21T18:00", &typed.today));
  return typed;
}

static void
test_weekly (void)
{
  KeelTypedMeeting typed = make_typed ();
  KeelTypedProblems problems;
  g_autoptr (KeelSeries) series = NULL;
  g_autofree char *rule = NULL;

  typed.link = "zoom.us/j/1";
  typed.zone = "Europe/Berlin";
  series = keel_typed_meeting_to_series (&typed, &problems);
  g_assert_nonnull (series);
  g_assert_cmpstr (series->meeting->name, ==, "Candlelight");
  g_assert_cmpstr (series->meeting->conference_url, ==, "https://zoom.us/j/1");
  g_assert_cmpint (series->meeting->venue, ==, KEEL_VENUE_ONLINE);
  rule = keel_schedule_get_rule (series->schedule);
  g_assert_cmpstr (rule, ==, "FREQ=WEEKLY;BYDAY=SA");
  g_assert_cmpstr (keel_schedule_get_zone (series->schedule), ==, "Europe/Berlin");
}

static void
test_once (void)
{
  KeelTypedMeeting typed = make_typed ();
  KeelTypedProblems problems;
  g_autoptr (KeelSeries) series = NULL;
  g_autofree char *start = NULL;

  typed.repeat = KEEL_REPEAT_ONCE;
  typed.date = "2026-12-24";
  series = keel_typed_meeting_to_series (&typed, &problems);
  g_assert_nonnull (series);
  g_assert_null (keel_schedule_get_rule (series->schedule));
  start = keel_local_time_format (keel_schedule_get_start (series->schedule));
  g_assert_cmpstr (start, ==, "2026-12-24T19:00");
  g_assert_cmpint (series->meeting->day, ==, 4);
}

static void
test_problems (void)
{
  KeelTypedMeeting typed = make_typed ();
  KeelTypedProblems problems;

  typed.name = "  ";
  typed.time = "soon";
  typed.link = "https://zoom.us@evil.example/";
  typed.repeat = KEEL_REPEAT_ONCE;
  typed.date = "2020-01-01";
  g_assert_null (keel_typed_meeting_to_series (&typed, &problems));
  g_assert_nonnull (problems.name);
  g_assert_nonnull (problems.time);
  g_assert_nonnull (problems.link);
  g_assert_nonnull (problems.date);

  typed.date = "24.12.2026";
  g_assert_null (keel_typed_meeting_to_series (&typed, &problems));
  g_assert_nonnull (problems.date);
}

typedef struct
{
  const char *start; /* of what is followed */
  const char *rule;
  const char *today;
  KeelRepeat repeat;
  int day;
  const char *time;
  const char *date;
  const char *dates; /* that it then has between 10 and 30 November 2026 */
} ChangeCase;

/* 2026-11-17 and 2026-11-24 are Tuesdays. */
static const ChangeCase changes[] = {
  { "2026-10-06T19:00", "FREQ=WEEKLY;BYDAY=TU", "2026-11-21T18:00", KEEL_REPEAT_WEEKLY, 2, "19:00", "",
    "10T19:00 17T19:00 24T19:00" }, /* only its name changes */
  { "2026-10-06T19:00", "FREQ=WEEKLY;BYDAY=TU", "2026-11-21T18:00", KEEL_REPEAT_WEEKLY, 2, "18:30", "",
    "10T19:00 17T19:00 24T18:30" },
  { "2026-10-06T19:00", "FREQ=WEEKLY;BYDAY=TU", "2026-11-23T18:00", KEEL_REPEAT_WEEKLY, 4, "19:30", "",
    "10T19:00 17T19:00 26T19:30" }, /* the Tuesday in between is not left behind */
  { "2026-10-06T19:00", "FREQ=WEEKLY;BYDAY=TU", "2026-11-21T18:00", KEEL_REPEAT_ONCE, 5, "19:30",
    "2026-11-27", "10T19:00 17T19:00 27T19:30" },
  { "2026-10-06T19:00", "FREQ=WEEKLY;INTERVAL=2", "2026-11-21T18:00", KEEL_REPEAT_FORTNIGHTLY, 2, "19:00",
    "2026-10-06", "17T19:00" },
  { "2026-11-25T19:00", NULL, "2026-11-21T18:00", KEEL_REPEAT_ONCE, 4, "20:00", "2026-11-26", "26T20:00" },
  { "2026-11-25T19:00", NULL, "2026-11-21T18:00", KEEL_REPEAT_ONCE, 1, "20:00", "2026-11-23", "23T20:00" },
  { "2026-11-12T19:00", NULL, "2026-11-21T18:00", KEEL_REPEAT_ONCE, 4, "19:00", "2026-11-12", "12T19:00" },
};

static char *
list_dates (KeelSchedule *schedule)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GArray) occurrences = g_array_new (FALSE, FALSE, sizeof (KeelOccurrence));
  GString *text = g_string_new (NULL);
  KeelLocalTime from, to;

  g_assert_true (keel_local_time_parse ("2026-11-10", &from) && keel_local_time_parse ("2026-11-30", &to));
  keel_schedule_expand (schedule, keel_local_time_to_utc (from, utc), keel_local_time_to_utc (to, utc), utc,
                        occurrences);
  for (guint i = 0; i < occurrences->len; i++)
    {
      g_autofree char *start = keel_local_time_format (
          g_array_index (occurrences, KeelOccurrence, i).local_start);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", start + strlen ("2026-11-"));
    }
  return g_string_free (text, FALSE);
}

static void
test_changes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      const ChangeCase *change = &changes[i];
      KeelTypedMeeting typed = make_typed ();
      KeelTypedProblems problems;
      g_autoptr (KeelMeeting) meeting = keel_meeting_new ();
      g_autoptr (KeelSchedule) schedule = NULL;
      g_autoptr (KeelSeries) before = NULL;
      g_autoptr (KeelSeries) after = NULL;
      g_autofree char *dates = NULL;
      KeelLocalTime start;

      g_test_message ("%s to %s on %d %s", change->start, change->time, change->day, change->date);
      g_assert_true (keel_local_time_parse (change->start, &start));
      schedule = keel_schedule_new (start, NULL, 90, change->rule, NULL);
      meeting->name = g_strdup ("Before");
      meeting->notes = g_strdup ("Bring a cup");
      before = keel_series_new (KEEL_SERIES_THERAPY, meeting, schedule);
      before->uuid = g_strdup ("0f");

      g_assert_true (keel_local_time_parse (change->today, &typed.today));
      typed.before = before;
      typed.repeat = change->repeat;
      typed.day = change->day;
      typed.time = change->time;
      typed.date = change->date;
      after = keel_typed_meeting_to_series (&typed, &problems);
      g_assert_nonnull (after);
      dates = list_dates (after->schedule);
      g_assert_cmpstr (dates, ==, change->dates);
      g_assert_cmpstr (after->uuid, ==, "0f");
      g_assert_cmpint (after->kind, ==, KEEL_SERIES_THERAPY);
      g_assert_cmpstr (after->meeting->notes, ==, "Bring a cup");
      g_assert_cmpuint (keel_schedule_get_duration (after->schedule), ==, 90);
    }
}

static void
test_repeats (void)
{
  static const struct
  {
    const char *rule;
    int repeat; /* -1: cannot be typed */
  } cases[] = {
    { NULL, KEEL_REPEAT_ONCE },
    { "FREQ=WEEKLY;BYDAY=TU", KEEL_REPEAT_WEEKLY },
    { "FREQ=WEEKLY;INTERVAL=2", KEEL_REPEAT_FORTNIGHTLY },
    { "FREQ=WEEKLY;BYDAY=TU,TH", -1 },
    { "FREQ=WEEKLY;INTERVAL=3", -1 },
    { "FREQ=WEEKLY;COUNT=4", -1 },
    { "FREQ=MONTHLY;BYDAY=1TU", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KeelMeeting) meeting = keel_meeting_new ();
      g_autoptr (KeelSchedule) schedule = keel_schedule_new (29739000, NULL, 60, cases[i].rule, NULL);
      g_autoptr (KeelSeries) series = keel_series_new (KEEL_SERIES_MEETING, meeting, schedule);
      KeelRepeat repeat;
      gboolean found = keel_typed_meeting_find_repeat (series, &repeat);

      g_assert_cmpint (found ? (int) repeat : -1, ==, cases[i].repeat);
    }
}

/* Written as text and read again, right or wrong; what makes no sense changes nothing. */
static void
test_draft (void)
{
  g_autoptr (GVariantDict) dict = g_variant_dict_new (NULL);
  g_autoptr (GVariant) draft = NULL;
  g_autoptr (GVariant) read = NULL;
  g_autoptr (GVariant) odd = g_variant_ref_sink (
      g_variant_new_parsed ("{'day': <7>, 'repeat': <-1>, 'name': <5>, 'time': <'8'>}"));
  g_autofree char *text = NULL;
  KeelTypedMeeting typed = { .name = "It's \"Ö\"\n",
                             .day = 3,
                             .time = "half",
                             .repeat = KEEL_REPEAT_ONCE,
                             .date = "2027-13-",
                             .place = "",
                             .link = "x",
                             .program = "aa" };
  KeelTypedMeeting again = { .name = "?", .zone = "UTC" };

  keel_meeting_draft_save (&typed, dict);
  draft = g_variant_ref_sink (g_variant_dict_end (dict));
  text = g_variant_print (draft, TRUE);
  read = g_variant_parse (G_VARIANT_TYPE_VARDICT, text, NULL, NULL, NULL);
  keel_meeting_draft_restore (read, &again);
  g_assert_cmpstr (again.name, ==, typed.name);
  g_assert_cmpint (again.day, ==, 3);
  g_assert_cmpstr (again.time, ==, "half");
  g_assert_cmpint (again.repeat, ==, KEEL_REPEAT_ONCE);
  g_assert_cmpstr (again.date, ==, "2027-13-");
  g_assert_cmpstr (again.place, ==, "");
  g_assert_cmpstr (again.link, ==, "x");
  g_assert_cmpstr (again.program, ==, "aa");
  g_assert_null (again.zone);
  g_assert_null (keel_meeting_draft_get_before (read));

  keel_meeting_draft_restore (odd, &again);
  g_assert_cmpint (again.day, ==, 3);
  g_assert_cmpint (again.repeat, ==, KEEL_REPEAT_ONCE);
  g_assert_cmpstr (again.name, ==, typed.name);
  g_assert_cmpstr (again.time, ==, "8");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typed/times", test_times);
  g_test_add_func ("/typed/firsts", test_firsts);
  g_test_add_func ("/typed/weekly", test_weekly);
  g_test_add_func ("/typed/once", test_once);
  g_test_add_func ("/typed/changes", test_changes);
  g_test_add_func ("/typed/repeats", test_repeats);
  g_test_add_func ("/typed/problems", test_problems);
  g_test_add_func ("/typed/draft", test_draft);
  return g_test_run ();
}
