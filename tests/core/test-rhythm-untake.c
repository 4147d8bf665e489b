/* A change that was taken is taken back: the schedule is as it was, with what the person did since. */

#include "core/keel-rhythm-take.h"
#include "core/keel-rhythm-untake.h"

#include "schedule-checks.h"

#define DAY G_GINT64_CONSTANT (86400)
#define NOW G_GINT64_CONSTANT (1795172400) /* 2026-11-20T12:00 in Berlin */
#define ROUNDS 2000

static const char *const rules[] = {
  "FREQ=WEEKLY",           "FREQ=WEEKLY;INTERVAL=2",     "FREQ=WEEKLY;BYDAY=MO,TH",
  "FREQ=DAILY;INTERVAL=3", "FREQ=MONTHLY;BYDAY=1TU,3TU", "FREQ=WEEKLY;COUNT=20",
};

typedef enum
{
  CANCEL,
  MOVE,
  ADD
} What;

static KeelSchedule *
replace (KeelSchedule *before, KeelSchedule *changed)
{
  g_assert_nonnull (changed);
  keel_schedule_unref (before);
  return changed;
}

static KeelSchedule *
do_with (KeelSchedule *schedule, What what, const KeelOccurrence *date, int later)
{
  if (what == CANCEL)
    return keel_schedule_cancel (schedule, date->original, NULL);
  if (what == MOVE)
    return keel_schedule_move (schedule, date->original, date->local_start + later, 60, NULL);
  return keel_schedule_add (schedule, date->local_start + later, 60, NULL);
}

static KeelSchedule *
pick_schedule (GRand *rand, KeelLocalTime start, guint duration)
{
  return keel_schedule_new (start, "Europe/Berlin", duration,
                            rules[g_rand_int_range (rand, 0, G_N_ELEMENTS (rules))], NULL);
}

static gboolean
pick_date (GRand *rand, KeelSchedule *schedule, GTimeZone *zone, KeelOccurrence *date)
{
  return keel_schedule_next (schedule, NOW + g_rand_int_range (rand, 0, 60) * DAY, zone, date);
}

/* Two dates of it changed, at most; nothing comes to stand on another's instant. */
static KeelSchedule *
change_own (GRand *rand, KeelSchedule *listed, GTimeZone *zone)
{
  static const int later[] = { 0, 1440 + 30, 2880 + 45 };
  KeelSchedule *followed = keel_schedule_ref (listed);
  KeelOccurrence date;

  for (int i = 0; i < 2; i++)
    {
      What what = (What) g_rand_int_range (rand, CANCEL, ADD + 2);

      if (pick_date (rand, followed, zone, &date) && what <= ADD)
        followed = replace (followed, do_with (followed, what, &date, later[what]));
    }
  return followed;
}

static int
count (KeelSchedule *schedule, gint64 from, gint64 to, GTimeZone *zone)
{
  g_autoptr (GArray) dates = expand_schedule (schedule, from, to, zone);

  return (int) dates->len;
}

/* @date is of what was made. Moved or cancelled, it is so of what was before too, if that has it. */
static void
check_back (KeelSchedule *before, KeelSchedule *made, What what, const KeelOccurrence *date, GTimeZone *zone)
{
  g_autoptr (KeelSchedule) current = do_with (made, what, date, what == MOVE ? 15 : 77);
  g_autoptr (KeelSchedule) back = keel_rhythm_untake (before, made, current, zone, NULL);
  gboolean had = count (before, date->start, date->start + 1, zone) > 0;
  int more = count (back, NOW, NOW + 90 * DAY, zone) - count (before, NOW, NOW + 90 * DAY, zone);

  g_assert_cmpint (more, ==, what == ADD ? 1 : what == CANCEL && had ? -1 : 0);
  if (what != ADD)
    g_assert_cmpint (count (back, date->start, date->start + 1, zone), ==, 0);
  if (what == MOVE)
    g_assert_cmpint (count (back, date->start + 900, date->start + 901, zone), ==, had);
}

static void
check_round (GRand *rand, GTimeZone *zone)
{
  KeelLocalTime start = keel_local_time_new (2026, 8, 1, 0, 0) + g_rand_int_range (rand, 0, 60) * 1440 +
                        g_rand_int_range (rand, 32, 88) * 15;
  g_autoptr (KeelSchedule) known = pick_schedule (rand, start, 60);
  g_autoptr (KeelSchedule) before = change_own (rand, known, zone);
  g_autoptr (KeelSchedule) listed = pick_schedule (rand, start + g_rand_int_range (rand, 0, 2) * 1440, 90);
  g_autoptr (KeelSchedule) made = keel_rhythm_take (before, known, listed, NOW, zone, NULL);
  g_autoptr (KeelSchedule) back = NULL;
  KeelOccurrence date;

  if (made == NULL)
    return;
  back = keel_rhythm_untake (before, made, made, zone, NULL);
  g_assert_true (keel_schedule_equal (back, before));
  if (pick_date (rand, made, zone, &date))
    check_back (before, made, (What) g_rand_int_range (rand, CANCEL, ADD + 1), &date, zone);
}

static void
test_random (void)
{
  g_autoptr (GTimeZone) zone = keel_zone_open ("Europe/Berlin");

  for (guint32 seed = 1; seed <= ROUNDS; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

      g_test_message ("seed %u", seed);
      check_round (rand, zone);
    }
}

/* Tuesdays at 19:00, which the list made 19:30: what was cancelled or moved since is so at the old time. */
static void
test_other_time (void)
{
  g_autoptr (GTimeZone) zone = keel_zone_open ("Europe/Berlin");
  g_autoptr (KeelSchedule) before = keel_schedule_new (read_local ("2026-11-03T19:00"), "Europe/Berlin", 60,
                                                       "FREQ=WEEKLY", NULL);
  g_autoptr (KeelSchedule) listed = keel_schedule_new (read_local ("2026-11-03T19:30"), "Europe/Berlin", 60,
                                                       "FREQ=WEEKLY", NULL);
  g_autoptr (KeelSchedule) made = keel_rhythm_take (before, before, listed, NOW, zone, NULL);
  g_autoptr (KeelSchedule) current = keel_schedule_cancel (made, read_local ("2026-12-01T19:30"), NULL);
  g_autoptr (KeelSchedule) wanted = keel_schedule_cancel (before, read_local ("2026-12-01T19:00"), NULL);
  g_autoptr (KeelSchedule) back = keel_rhythm_untake (before, made, current, zone, NULL);

  g_assert_true (keel_schedule_equal (back, wanted));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rhythm-untake/random", test_random);
  g_test_add_func ("/rhythm-untake/other-time", test_other_time);
  return g_test_run ();
}
