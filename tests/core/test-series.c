/* KeelSeries: copies, what makes two differ, and the way into a group. */

#include "core/keel-series.h"

static KeelSeries *
make_series (void)
{
  const int leads[] = { 10, 60 };
  g_autoptr (KeelMeeting) meeting = keel_meeting_new ();
  g_autoptr (KeelSchedule) schedule = keel_schedule_new (0, "Europe/Berlin", 60, "FREQ=WEEKLY", NULL);
  KeelSeries *series = keel_series_new (KEEL_SERIES_PEER_SUPPORT, meeting, schedule);

  meeting->name = g_strdup ("Lamplight");
  series->uuid = g_strdup ("0f");
  g_array_append_vals (series->leads, leads, G_N_ELEMENTS (leads));
  series->vanished_at = 7;
  series->style.open = TRUE;
  series->note = g_strdup ("Sit near the door");
  series->service = g_strdup ("Chairs");
  series->colour = 3;
  series->home_group = TRUE;
  series->led_by = KEEL_LEADER_PEER;
  series->stage = KEEL_STAGE_SPOKE;
  for (int i = 0; i < KEEL_N_QUESTIONS; i++)
    series->answers[i] = i;
  return series;
}

static void
test_copy (void)
{
  g_autoptr (KeelSeries) series = make_series ();
  g_autoptr (KeelSeries) copy = keel_series_copy (series);
  g_autoptr (KeelSchedule) other = keel_schedule_new (0, NULL, 30, NULL, NULL);
  g_autoptr (KeelMeeting) meeting = keel_meeting_new ();

  g_assert_true (keel_series_equal (series, copy));
  g_assert_cmpint (copy->vanished_at, ==, 7);
  /* A copy of its own: the first one stays as it was. */
  keel_series_set_schedule (copy, other);
  keel_series_set_meeting (copy, meeting);
  g_array_set_size (copy->leads, 0);
  g_assert_cmpuint (keel_schedule_get_duration (series->schedule), ==, 60);
  g_assert_cmpstr (series->meeting->name, ==, "Lamplight");
  g_assert_cmpuint (series->leads->len, ==, 2);
  g_assert_true (copy->schedule == other && copy->meeting == meeting);
}

/* What makes two styles differ, and which there can be. */
static void
test_styles (void)
{
  static const struct
  {
    KeelReminderStyle style;
    gboolean possible;
  } cases[] = {
    { { 0 }, TRUE },
    { { .text = KEEL_REMINDER_NAME }, TRUE },
    { { .text = KEEL_REMINDER_FULL }, TRUE },
    { { .open = TRUE }, TRUE },
    { { .silent = TRUE }, TRUE },
    { { .important = TRUE }, TRUE },
    { { .travel = KEEL_SERIES_MAX_TRAVEL }, TRUE },
    { { .travel = KEEL_SERIES_MAX_TRAVEL + 1 }, FALSE },
    { { .travel = -1 }, FALSE },
    { { .text = KEEL_REMINDER_FULL + 1 }, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (keel_reminder_style_is_possible (&cases[i].style), ==, cases[i].possible);
      for (guint j = 0; j < G_N_ELEMENTS (cases); j++)
        g_assert_cmpint (keel_reminder_style_equal (&cases[i].style, &cases[j].style), ==, i == j);
    }
}

/* One thing at a time is changed in a copy, and seen. */
static void
test_equal (void)
{
  g_autoptr (KeelSeries) series = make_series ();

  for (guint i = 0; i < 11; i++)
    {
      g_autoptr (KeelSeries) copy = keel_series_copy (series);
      const int lead = 5;

      switch (i)
        {
        case 0:
          copy->kind = KEEL_SERIES_MEETING;
          break;
        case 1:
          g_array_append_val (copy->leads, lead);
          break;
        case 2:
          copy->style.open = FALSE;
          break;
        case 3:
          g_clear_pointer (&copy->note, g_free);
          break;
        case 4:
          g_clear_pointer (&copy->service, g_free);
          break;
        case 5:
          copy->colour = KEEL_SERIES_OWN_COLOUR;
          break;
        case 6:
          copy->home_group = FALSE;
          break;
        case 7:
          copy->led_by = KEEL_LEADER_CLINICIAN;
          break;
        case 8:
          copy->stage = KEEL_STAGE_FOUND;
          break;
        case 9:
          copy->answers[KEEL_N_QUESTIONS - 1] = KEEL_ANSWER_NONE;
          break;
        default:
          copy->vanished_at = 0;
          break;
        }
      g_test_message ("difference %u", i);
      g_assert_false (keel_series_equal (series, copy));
    }
}

static void
test_words (void)
{
  for (int i = 0; i <= KEEL_SERIES_OTHER; i++)
    g_assert_cmpint (keel_word_find (keel_series_kind_words, keel_series_kind_words[i]), ==, i);
  g_assert_null (keel_series_kind_words[KEEL_SERIES_OTHER + 1]);
  g_assert_null (keel_leader_words[KEEL_LEADER_CLINICIAN + 1]);
  g_assert_null (keel_stage_words[KEEL_STAGE_GAVE_SERVICE + 1]);
  g_assert_cmpint (keel_word_find (keel_stage_words, "attended-three-times"), ==,
                   KEEL_STAGE_ATTENDED_THREE_TIMES);
  g_assert_cmpint (keel_word_find (keel_stage_words, "Spoke"), ==, -1);
  g_assert_cmpint (keel_word_find (keel_stage_words, NULL), ==, -1);
}

/* stage, times there, home group, serves: what is offered */
static void
test_stages (void)
{
  static const struct
  {
    KeelStage stage;
    guint n_attended;
    gboolean home_group, serves;
    KeelStage offered;
  } cases[] = {
    { KEEL_STAGE_NONE, 0, FALSE, FALSE, KEEL_STAGE_NONE },
    { KEEL_STAGE_FOUND, 0, FALSE, FALSE, KEEL_STAGE_FOUND },
    { KEEL_STAGE_NONE, 1, FALSE, FALSE, KEEL_STAGE_ATTENDED_ONCE },
    { KEEL_STAGE_FOUND, 1, FALSE, FALSE, KEEL_STAGE_ATTENDED_ONCE },
    { KEEL_STAGE_FOUND, 2, FALSE, FALSE, KEEL_STAGE_ATTENDED_ONCE },
    { KEEL_STAGE_ATTENDED_ONCE, 2, FALSE, FALSE, KEEL_STAGE_ATTENDED_ONCE },
    { KEEL_STAGE_ATTENDED_ONCE, 3, FALSE, FALSE, KEEL_STAGE_ATTENDED_THREE_TIMES },
    { KEEL_STAGE_FOUND, 300, FALSE, FALSE, KEEL_STAGE_ATTENDED_THREE_TIMES },
    /* A step that only the person knows of is never taken for them, and none is ever taken back. */
    { KEEL_STAGE_ATTENDED_THREE_TIMES, 9, FALSE, FALSE, KEEL_STAGE_ATTENDED_THREE_TIMES },
    { KEEL_STAGE_SPOKE, 1, FALSE, FALSE, KEEL_STAGE_SPOKE },
    { KEEL_STAGE_HOME_GROUP, 0, FALSE, FALSE, KEEL_STAGE_HOME_GROUP },
    { KEEL_STAGE_GAVE_SERVICE, 0, TRUE, FALSE, KEEL_STAGE_GAVE_SERVICE },
    { KEEL_STAGE_FOUND, 0, TRUE, FALSE, KEEL_STAGE_HOME_GROUP },
    { KEEL_STAGE_SPOKE, 4, FALSE, TRUE, KEEL_STAGE_GAVE_SERVICE },
    { KEEL_STAGE_HOME_GROUP, 4, TRUE, TRUE, KEEL_STAGE_GAVE_SERVICE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %u", i);
      g_assert_cmpint (keel_series_suggest_stage (cases[i].stage, cases[i].n_attended, cases[i].home_group,
                                                  cases[i].serves),
                       ==, cases[i].offered);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/series/copy", test_copy);
  g_test_add_func ("/series/equal", test_equal);
  g_test_add_func ("/series/styles", test_styles);
  g_test_add_func ("/series/words", test_words);
  g_test_add_func ("/series/stages", test_stages);

  return g_test_run ();
}
