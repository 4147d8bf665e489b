#include <glib/gi18n-lib.h>

#include "keel-demo-year.h"
#include "keel-journal-check-ins.h"
#include "keel-journal-days.h"

#define SKIPPED_OF_TEN 2

static const char *const words[] = {
  N_ ("tired, but here"), N_ ("calm"),         N_ ("a good walk"),   N_ ("restless"),
  N_ ("proud of today"),  N_ ("long day"),     N_ ("slept well"),    N_ ("missed my friends"),
  N_ ("hopeful"),         N_ ("rain all day"), N_ ("laughed a lot"), N_ ("one thing at a time"),
};

/* Which days were hard: around the lapse, and a week in the last two months. */
static gboolean
is_hard (int ago)
{
  return (ago <= KEEL_DEMO_LAPSE_DAY + 4 && ago >= KEEL_DEMO_LAPSE_DAY - 6) || (ago <= 47 && ago >= 42);
}

/* How far the year has come on that day: 0 to 100. */
static int
get_progress (int ago)
{
  return 100 * (KEEL_DEMO_FIRST_DAY - ago) / KEEL_DEMO_FIRST_DAY;
}

static gboolean
add_check_in (KeelDemoYear *self, int ago, GError **error)
{
  g_autoptr (KeelCheckIn) check_in = keel_check_in_new ();
  int progress = get_progress (ago);
  int low = is_hard (ago) ? 1 : 0;

  keel_demo_year_go (self, ago, 20 * 60 + keel_demo_year_vary (ago, 1, 100));
  check_in->mood = CLAMP ((130 + 14 * progress / 10 + keel_demo_year_vary (ago, 2, 150)) / 100 - 2 * low, 0,
                          KEEL_CHECK_IN_MOOD_MAX);
  check_in->energy = CLAMP ((130 + progress + keel_demo_year_vary (ago, 3, 180)) / 100 - low, 0,
                            KEEL_ENERGY_MAX);
  check_in->sleep = 340 + progress - 50 * low + 5 * keel_demo_year_vary (ago, 4, 22);
  if (self->member)
    check_in->craving = CLAMP (7 - progress / 15 + 3 * low + keel_demo_year_vary (ago, 5, 4) - 2, 0,
                               KEEL_CRAVING_MAX);
  if (keel_demo_year_vary (ago, 6, 3) == 0)
    check_in->word = g_strdup (_ (words[keel_demo_year_vary (ago, 7, G_N_ELEMENTS (words))]));
  return keel_journal_set_check_in (self->journal, check_in, NULL, error);
}

gboolean
keel_demo_add_check_ins (KeelDemoYear *self, GError **error)
{
  for (int ago = KEEL_DEMO_FIRST_DAY; ago > 0; ago--)
    {
      gboolean skipped = ago > 3 && keel_demo_year_vary (ago, 0, 10) < SKIPPED_OF_TEN;

      if (!skipped && !add_check_in (self, ago, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_lapse (KeelDemoYear *self, const char *count, GError **error)
{
  g_autoptr (KeelLapse) lapse = keel_lapse_new (count);

  keel_demo_year_go (self, KEEL_DEMO_LAPSE_DAY - 1, 10 * 60);
  lapse->day = self->today - KEEL_DEMO_LAPSE_DAY;
  lapse->choice = KEEL_LAPSE_NEW_START;
  lapse->restart = lapse->day + 1;
  lapse->note = g_strdup (_ ("A hard week. I called the next morning, and I was not alone with it."));
  return keel_journal_set_lapse (self->journal, lapse, NULL, error);
}

static gboolean
add_alcohol (KeelDemoYear *self, GError **error)
{
  g_autoptr (KeelDayCount) count = keel_day_count_new (self->today - KEEL_DEMO_FIRST_DAY + 6);

  keel_demo_year_go (self, KEEL_DEMO_FIRST_DAY - 7, 8 * 60);
  count->name = g_strdup (_ ("Alcohol"));
  count->mode = KEEL_DAY_MODE_BOTH;
  count->scheme = g_strdup ("aa");
  count->money = 900;
  count->currency = g_strdup ("EUR");
  count->minutes = 90;
  return keel_journal_set_day_count (self->journal, count, NULL, error) &&
         add_lapse (self, count->uuid, error);
}

static gboolean
add_tobacco (KeelDemoYear *self, GError **error)
{
  g_autoptr (KeelDayCount) count = keel_day_count_new (self->today - 66);

  keel_demo_year_go (self, 66, 8 * 60);
  count->name = g_strdup (_ ("Tobacco"));
  count->mode = KEEL_DAY_MODE_TOTAL;
  count->path = KEEL_DAY_PATH_CUT_DOWN;
  return keel_journal_set_day_count (self->journal, count, NULL, error);
}

static gboolean
add_membership (KeelDemoYear *self, GError **error)
{
  g_autoptr (KeelDayCount) count = keel_day_count_new (self->today - KEEL_DEMO_FIRST_DAY + 20);

  keel_demo_year_go (self, KEEL_DEMO_FIRST_DAY - 20, 21 * 60);
  count->name = g_strdup (_ ("My evening group"));
  count->path = KEEL_DAY_PATH_MEMBERSHIP;
  count->scheme = g_strdup ("al-anon");
  return keel_journal_set_day_count (self->journal, count, NULL, error);
}

gboolean
keel_demo_add_days (KeelDemoYear *self, GError **error)
{
  return (!self->member || (add_alcohol (self, error) && add_tobacco (self, error))) &&
         (!self->family || add_membership (self, error));
}
