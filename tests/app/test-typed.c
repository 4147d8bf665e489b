#include "app/keel-meeting-draft.h"
#include "app/keel-typed-meeting.h"
#include "app/keel-typed-number.h"
#include "app/keel-typed-rhythm.h"
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
test_numbers (void)
{
  static const struct
  {
    const char *text;
    int number; /* 0: not one from 1 to 31 */
  } cases[] = {
    { "1", 1 },   { " 31 ", 31 },
    { "٣", 3 },   { "07", 7 },
    { "0", 0 },   { "32", 0 },
    { "-1", 0 },  { "", 0 },
    { "two", 0 }, { "1.5", 0 },
    { "1 2", 0 }, { "12x", 0 },
    { "0x1", 0 }, { "99999999999999999999", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int number = 0;

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (keel_typed_number_parse (cases[i].text, 1, 31, &number), ==, cases[i].number != 0);
      g_assert_cmpint (number, ==, cases[i].number);
    }
}

static void
test_days (void)
{
  static const char *const bad[] = {
    "", "2026-11-31", "24.11.2026", "2026-11-24T19:00", "26-11-24", "2026-11"
  };
  g_autofree char *text = NULL;
  gint64 day = 0;

  g_assert_true (keel_typed_day_parse (" ٢٠٢٦-١١-٢٤", &day));
  g_assert_cmpint (day, ==, 20781);
  text = keel_typed_day_format (day);
  g_assert_cmpstr (text, ==, "2026-11-24");
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (keel_typed_day_parse (bad[i], &day));
}

static KeelLocalTime
parse (const char *text)
{
  KeelLocalTime local;

  g_assert_true (keel_local_time_parse (text, &local));
  return local;
}

/* 2026-11-21 is a Saturday. */
static KeelTypedRhythm
make_rhythm (KeelRhythmKind kind)
{
  return (KeelTypedRhythm){
    .rhythm = { .kind = kind, .weekdays = 1u << 6 },
    .interval = "1",
    .month_day = "21",
    .until = "",
    .times = "",
    .date = "2026-11-21",
    .time = "7pm",
    .length = "60",
    .now = parse ("2026-11-21T18:00"),
    .from = parse ("2026-11-21"),
  };
}

static KeelTypedMeeting
make_typed (void)
{
  return (KeelTypedMeeting){ .name = " Candlelight ", .place = "", .link = "", .phone = "", .note = "" };
}

static KeelSchedule *
make_schedule (const KeelTypedRhythm *rhythm)
{
  g_auto (KeelRhythmProblems) problems = { NULL };
  KeelSchedule *schedule = keel_typed_rhythm_to_schedule (rhythm, &problems);

  g_assert_nonnull (schedule);
  return schedule;
}

static void
test_weekly (void)
{
  KeelTypedRhythm rhythm = make_rhythm (KEEL_RHYTHM_WEEKS);
  KeelTypedMeeting typed = make_typed ();
  KeelTypedProblems problems;
  g_autoptr (KeelSchedule) schedule = NULL;
  g_autoptr (KeelSeries) series = NULL;
  g_autofree char *rule = NULL;

  rhythm.zone = typed.zone = "Europe/Berlin";
  typed.link = "zoom.us/j/1";
  typed.schedule = schedule = make_schedule (&rhythm);
  series = keel_typed_meeting_to_series (&typed, &problems);
  g_assert_nonnull (series);
  g_assert_cmpstr (series->meeting->name, ==, "Candlelight");
  g_assert_cmpstr (series->meeting->conference_url, ==, "https://zoom.us/j/1");
  g_assert_cmpint (series->meeting->venue, ==, KEEL_VENUE_ONLINE);
  g_assert_cmpint (series->meeting->day, ==, 6);
  g_assert_cmpint (series->meeting->minute, ==, 1140);
  g_assert_null (series->meeting->location);
  g_assert_null (series->meeting->phone);
  rule = keel_schedule_get_rule (series->schedule);
  g_assert_cmpstr (rule, ==, "FREQ=WEEKLY;BYDAY=SA");
  g_assert_cmpstr (keel_schedule_get_zone (series->schedule), ==, "Europe/Berlin");
}

static void
test_appointment (void)
{
  KeelTypedRhythm rhythm = make_rhythm (KEEL_RHYTHM_ONCE);
  KeelTypedMeeting typed = make_typed ();
  KeelTypedProblems problems;
  g_autoptr (KeelSchedule) schedule = NULL;
  g_autoptr (KeelSeries) series = NULL;
  g_autofree char *start = NULL;

  rhythm.date = "2026-12-24";
  typed.schedule = schedule = make_schedule (&rhythm);
  typed.kind = KEEL_SERIES_PHARMACY;
  typed.program = "aa";
  typed.phone = " +49 (30) 555-0100 ext. 7";
  typed.note = " bring the card ";
  series = keel_typed_meeting_to_series (&typed, &problems);
  g_assert_nonnull (series);
  g_assert_cmpint (series->kind, ==, KEEL_SERIES_PHARMACY);
  g_assert_null (series->meeting->program);
  g_assert_cmpstr (series->meeting->phone, ==, "+49 (30) 555-0100 ext. 7");
  g_assert_cmpstr (series->note, ==, "bring the card");
  g_assert_null (keel_schedule_get_rule (series->schedule));
  start = keel_local_time_format (keel_schedule_get_start (series->schedule));
  g_assert_cmpstr (start, ==, "2026-12-24T19:00");
  g_assert_cmpint (series->meeting->day, ==, 4);
}

static void
test_problems (void)
{
  KeelTypedRhythm rhythm = make_rhythm (KEEL_RHYTHM_WEEKS);
  g_autoptr (KeelSchedule) schedule = make_schedule (&rhythm);
  KeelTypedMeeting typed = make_typed ();
  KeelTypedProblems problems;

  typed.schedule = schedule;
  typed.name = "  ";
  typed.link = "https://zoom.us@evil.example/";
  typed.phone = "soon";
  g_assert_null (keel_typed_meeting_to_series (&typed, &problems));
  g_assert_nonnull (problems.name);
  g_assert_nonnull (problems.link);
  g_assert_nonnull (problems.phone);

  typed = make_typed ();
  g_assert_null (keel_typed_meeting_to_series (&typed, &problems));
  g_assert_true (problems.name == NULL && problems.link == NULL && problems.phone == NULL);
}

/* What is wrong is said under the field that it is about, and all of it at once. */
static void
test_rhythm_problems (void)
{
  KeelTypedRhythm rhythm = make_rhythm (KEEL_RHYTHM_WEEKS);
  g_auto (KeelRhythmProblems) problems = { NULL };

  rhythm.rhythm.weekdays = 0;
  rhythm.time = "soon";
  rhythm.date = "24.12.2026";
  rhythm.length = "an hour";
  rhythm.rhythm.end = KEEL_RHYTHM_UNTIL;
  g_assert_null (keel_typed_rhythm_to_schedule (&rhythm, &problems));
  g_assert_nonnull (problems.days);
  g_assert_nonnull (problems.time);
  g_assert_nonnull (problems.date);
  g_assert_nonnull (problems.length);
  g_assert_nonnull (problems.until);
  g_assert_null (problems.interval);
  g_assert_null (problems.times);
}

static void
test_rhythm_problem (void)
{
  static const struct
  {
    KeelRhythmKind kind;
    KeelRhythmEnd end;
    const char *interval, *month_day, *until, *times, *date;
    const char *field, *problem;
  } cases[] = {
    { KEEL_RHYTHM_ONCE, 0, "1", "1", "", "", "2026-11-20", "date",
      "That day is over. Choose one that is to come." },
    { KEEL_RHYTHM_ONCE, 0, "1", "1", "", "", "9999-01-01", "date", "Keel cannot keep a date so far away." },
    { KEEL_RHYTHM_DAYS, 0, "366", "1", "", "", "2026-11-21", "interval", "Write a number from 1 to 365." },
    { KEEL_RHYTHM_WEEKS, 0, "0", "1", "", "", "2026-11-21", "interval", "Write a number from 1 to 52." },
    { KEEL_RHYTHM_MONTH_DAY, 0, "", "1", "", "", "2026-11-21", "interval", "Write a number from 1 to 24." },
    { KEEL_RHYTHM_MONTH_DAY, 0, "1", "32", "", "", "2026-11-21", "days",
      "Write a day of the month, from 1 to 31." },
    { KEEL_RHYTHM_MONTH_NTH, 0, "1", "1", "", "", "2026-11-21", "days",
      "Choose which one of the month it is: the first, the second, the last …" },
    { KEEL_RHYTHM_MONTH_AFTER, 0, "1", "1", "", "", "2026-11-21", "days",
      "Choose two different weekdays: one, and the one that it comes after." },
    { KEEL_RHYTHM_DAYS, KEEL_RHYTHM_UNTIL, "1", "1", "2026-11-20", "", "2026-11-21", "until",
      "It ends before it begins. Write a later last date." },
    { KEEL_RHYTHM_DAYS, KEEL_RHYTHM_TIMES, "1", "1", "", "1000", "2026-11-21", "times",
      "Write a number from 1 to 999." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KeelTypedRhythm rhythm = make_rhythm (cases[i].kind);
      g_auto (KeelRhythmProblems) problems = { NULL };
      const struct
      {
        const char *name, *text;
      } fields[] = {
        { "interval", NULL }, { "days", NULL }, { "until", NULL }, { "times", NULL }, { "date", NULL },
      };
      const char *texts[5];

      rhythm.rhythm.end = cases[i].end;
      rhythm.interval = cases[i].interval;
      rhythm.month_day = cases[i].month_day;
      rhythm.until = cases[i].until;
      rhythm.times = cases[i].times;
      rhythm.date = cases[i].date;
      g_test_message ("%s", cases[i].problem);
      g_assert_null (keel_typed_rhythm_to_schedule (&rhythm, &problems));
      texts[0] = problems.interval;
      texts[1] = problems.days;
      texts[2] = problems.until;
      texts[3] = problems.times;
      texts[4] = problems.date;
      for (gsize j = 0; j < G_N_ELEMENTS (texts); j++)
        g_assert_cmpstr (texts[j], ==,
                         g_str_equal (fields[j].name, cases[i].field) ? cases[i].problem : NULL);
    }
}

typedef struct
{
  const char *start; /* of what is followed */
  const char *rule;
  const char *today;
  KeelRhythmKind kind;
  const char *interval;
  guint weekdays;
  const char *time;
  const char *date;
  const char *from;  /* what becomes once has no dates from then on but that one */
  const char *dates; /* that it then has between 10 and 30 November 2026 */
} ChangeCase;

#define TUESDAY (1u << 2)
#define THURSDAY (1u << 4)

/* 2026-11-17 and 2026-11-24 are Tuesdays. */
static const ChangeCase changes[] = {
  { "2026-10-06T19:00", "FREQ=WEEKLY;BYDAY=TU", "2026-11-21T18:00", KEEL_RHYTHM_WEEKS, "1", TUESDAY, "19:00",
    "2026-11-24", "2026-11-24", "10T19:00 17T19:00 24T19:00" }, /* only its name changes */
  { "2026-10-06T19:00", "FREQ=WEEKLY", "2026-11-21T18:00", KEEL_RHYTHM_WEEKS, "1", TUESDAY, "19:00",
    "2026-11-21", "2026-11-24", "10T19:00 17T19:00 24T19:00" }, /* nor does it with another way to write it */
  { "2026-10-06T19:00", "FREQ=WEEKLY;BYDAY=TU", "2026-11-21T18:00", KEEL_RHYTHM_WEEKS, "1", TUESDAY, "18:30",
    "2026-11-24", "2026-11-24", "10T19:00 17T19:00 24T18:30" },
  { "2026-10-06T19:00", "FREQ=WEEKLY;BYDAY=TU", "2026-11-23T18:00", KEEL_RHYTHM_WEEKS, "1", THURSDAY, "19:30",
    "2026-11-24", "2026-11-24",
    "10T19:00 17T19:00 26T19:30" }, /* the Tuesday in between is not left behind */
  { "2026-10-06T19:00", "FREQ=WEEKLY;BYDAY=TU", "2026-11-16T18:00", KEEL_RHYTHM_WEEKS, "1", THURSDAY, "19:30",
    "2026-11-25", "2026-11-17", "10T19:00 17T19:00 24T19:00 26T19:30" }, /* those before the day stay */
  { "2026-10-06T19:00", "FREQ=WEEKLY;BYDAY=TU", "2026-11-21T18:00", KEEL_RHYTHM_ONCE, "1", 0, "19:30",
    "2026-11-27", "2026-11-24", "10T19:00 17T19:00 27T19:30" },
  { "2026-10-06T19:00", "FREQ=WEEKLY;INTERVAL=2", "2026-11-21T18:00", KEEL_RHYTHM_WEEKS, "2", TUESDAY,
    "19:00", "2026-12-01", "2026-12-01", "17T19:00" },
  { "2026-10-06T19:00", "FREQ=WEEKLY;INTERVAL=2", "2026-11-21T18:00", KEEL_RHYTHM_WEEKS, "2", TUESDAY,
    "19:00", "2026-11-24", "2026-11-24", "17T19:00 24T19:00" }, /* the other weeks */
  { "2026-11-25T19:00", NULL, "2026-11-21T18:00", KEEL_RHYTHM_ONCE, "1", 0, "20:00", "2026-11-26",
    "2026-11-25", "26T20:00" },
  { "2026-11-25T19:00", NULL, "2026-11-21T18:00", KEEL_RHYTHM_ONCE, "1", 0, "20:00", "2026-11-23",
    "2026-11-25", "23T20:00" },
  { "2026-11-12T19:00", NULL, "2026-11-21T18:00", KEEL_RHYTHM_ONCE, "1", 0, "19:00", "2026-11-12",
    "2026-11-12", "12T19:00" },
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
      KeelTypedRhythm rhythm = make_rhythm (change->kind);
      g_autoptr (KeelSchedule) before = keel_schedule_new (parse (change->start), NULL, 90, change->rule,
                                                           NULL);
      g_autoptr (KeelSchedule) after = NULL;
      g_autofree char *dates = NULL;

      g_test_message ("%s %s to %s on %s", change->start, change->rule, change->time, change->date);
      rhythm.before = before;
      rhythm.now = parse (change->today);
      rhythm.from = parse (change->from);
      rhythm.interval = change->interval;
      rhythm.rhythm.weekdays = change->weekdays;
      rhythm.time = change->time;
      rhythm.date = change->date;
      rhythm.length = "90";
      after = make_schedule (&rhythm);
      dates = list_dates (after);
      g_assert_cmpstr (dates, ==, change->dates);
    }
}

/* A rule that there are no choices for goes on, at another time if wanted. */
static void
test_kept (void)
{
  KeelTypedRhythm rhythm = make_rhythm (KEEL_RHYTHM_WEEKS);
  g_autoptr (KeelSchedule) before = keel_schedule_new (parse ("2026-10-06T19:00"), NULL, 60,
                                                       "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2,1",
                                                       NULL);
  g_autoptr (KeelSchedule) same = NULL;
  g_autoptr (KeelSchedule) later = NULL;
  g_autofree char *dates = NULL;
  g_autofree char *rule = NULL;

  rhythm.before = before;
  rhythm.kept = TRUE;
  same = make_schedule (&rhythm);
  g_assert_true (same == before);
  rhythm.time = "20:00";
  later = make_schedule (&rhythm);
  dates = list_dates (later);
  g_assert_cmpstr (dates, ==, "27T20:00");
  rule = keel_schedule_get_rule (later);
  g_assert_cmpstr (rule, ==, "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2,1");
}

/* All of it but what was typed stays. */
static void
test_changed_series (void)
{
  KeelTypedRhythm rhythm = make_rhythm (KEEL_RHYTHM_WEEKS);
  KeelTypedMeeting typed = make_typed ();
  KeelTypedProblems problems;
  g_autoptr (KeelSchedule) schedule = make_schedule (&rhythm);
  g_autoptr (KeelMeeting) meeting = keel_meeting_new ();
  g_autoptr (KeelSeries) before = NULL;
  g_autoptr (KeelSeries) after = NULL;

  meeting->name = g_strdup ("Before");
  meeting->notes = g_strdup ("Bring a cup");
  before = keel_series_new (KEEL_SERIES_MEETING, meeting, schedule);
  before->uuid = g_strdup ("0f");
  before->note = g_strdup ("mine");
  typed.before = before;
  typed.schedule = schedule;
  after = keel_typed_meeting_to_series (&typed, &problems);
  g_assert_nonnull (after);
  g_assert_cmpstr (after->uuid, ==, "0f");
  g_assert_cmpstr (after->meeting->name, ==, "Candlelight");
  g_assert_cmpstr (after->meeting->notes, ==, "Bring a cup");
  g_assert_cmpstr (after->note, ==, "mine");
}

/* Written as text and read again, right or wrong; what makes no sense changes nothing. */
static void
test_draft (void)
{
  g_autoptr (GVariantDict) dict = g_variant_dict_new (NULL);
  g_autoptr (GVariant) draft = NULL;
  g_autoptr (GVariant) read = NULL;
  g_autoptr (GVariant) odd = g_variant_ref_sink (
      g_variant_new_parsed ("{'kind': <'dentist'>, 'name': <5>, 'phone': <'8'>}"));
  g_autofree char *text = NULL;
  KeelTypedMeeting typed = { .kind = KEEL_SERIES_COURT,
                             .name = "It's \"Ö\"\n",
                             .place = "",
                             .link = "x",
                             .phone = "1",
                             .note = "n",
                             .program = "aa" };
  KeelTypedMeeting again = { .name = "?", .zone = "UTC" };

  keel_meeting_draft_save (&typed, dict);
  draft = g_variant_ref_sink (g_variant_dict_end (dict));
  text = g_variant_print (draft, TRUE);
  read = g_variant_parse (G_VARIANT_TYPE_VARDICT, text, NULL, NULL, NULL);
  keel_meeting_draft_restore (read, &again);
  g_assert_cmpint (again.kind, ==, KEEL_SERIES_COURT);
  g_assert_cmpstr (again.name, ==, typed.name);
  g_assert_cmpstr (again.place, ==, "");
  g_assert_cmpstr (again.link, ==, "x");
  g_assert_cmpstr (again.phone, ==, "1");
  g_assert_cmpstr (again.note, ==, "n");
  g_assert_cmpstr (again.program, ==, "aa");
  g_assert_null (again.zone);
  g_assert_null (keel_meeting_draft_get_before (read));

  keel_meeting_draft_restore (odd, &again);
  g_assert_cmpint (again.kind, ==, KEEL_SERIES_COURT);
  g_assert_cmpstr (again.name, ==, typed.name);
  g_assert_cmpstr (again.phone, ==, "8");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typed/times", test_times);
  g_test_add_func ("/typed/numbers", test_numbers);
  g_test_add_func ("/typed/days", test_days);
  g_test_add_func ("/typed/weekly", test_weekly);
  g_test_add_func ("/typed/appointment", test_appointment);
  g_test_add_func ("/typed/changes", test_changes);
  g_test_add_func ("/typed/kept", test_kept);
  g_test_add_func ("/typed/changed-series", test_changed_series);
  g_test_add_func ("/typed/problems", test_problems);
  g_test_add_func ("/typed/rhythm-problems", test_rhythm_problems);
  g_test_add_func ("/typed/rhythm-problem", test_rhythm_problem);
  g_test_add_func ("/typed/draft", test_draft);
  return g_test_run ();
}
