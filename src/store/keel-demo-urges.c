#include <glib/gi18n-lib.h>

#include "keel-demo-year.h"
#include "keel-journal-runs.h"
#include "keel-journal-strategies.h"
#include "keel-journal-urges.h"

typedef struct
{
  guint64 tags;
  const char *trigger;
  const char *where;
  const char *did;
} Situation;

#define BIT(tag) KEEL_TAG_BIT (KEEL_TAG_##tag)

static const Situation situations[] = {
  { BIT (STRESS) | BIT (WORK), N_ ("A long day at work"), N_ ("On the way home"),
    N_ ("Took the other street") },
  { BIT (LONELY) | BIT (BORED), N_ ("An empty evening"), N_ ("At home"), N_ ("Called someone") },
  { BIT (ANGER) | BIT (CONFLICT), N_ ("Words on the phone"), N_ ("In the kitchen"),
    N_ ("Walked around the block") },
  { BIT (SOCIAL) | BIT (PEOPLE), N_ ("A birthday party"), N_ ("At a friend’s place"), N_ ("Left early") },
  { BIT (TIRED) | BIT (INSOMNIA), N_ ("Could not sleep"), N_ ("In bed"), N_ ("Read until it passed") },
  { BIT (CRAVING) | BIT (PLACE), N_ ("The old corner"), N_ ("In town"), N_ ("Waited it out with tea") },
};

/* What was done in such moments, of the coping library. */
static const char *const cards[] = { "c01", "c38", "c02", "c16", "c31", "c05", "c03" };
static const char *const family_cards[] = { "c79", "c56", "c31", "c38", "c74", "c76" };

static gboolean
add_run (KeelDemoYear *self, int ago, const char *card, const KeelUrge *urge, GError **error)
{
  g_autoptr (KeelStrategyRun) run = keel_strategy_run_new (card);

  run->at = keel_clock_get_now (KEEL_CLOCK (self->clock));
  if (urge != NULL)
    {
      run->urge = g_strdup (urge->uuid);
      run->before = urge->strength;
      run->after = urge->after;
      run->tags = urge->tags;
    }
  run->helped = keel_demo_year_vary (ago, 30, 8) > 0 ? KEEL_HELPED_YES : KEEL_HELPED_UNSAID;
  return keel_journal_set_run (self->journal, run, error);
}

static gboolean
add_urge (KeelDemoYear *self, int ago, GError **error)
{
  const Situation *situation = &situations[keel_demo_year_vary (ago, 21, G_N_ELEMENTS (situations))];
  const char *card = cards[keel_demo_year_vary (ago, 22, G_N_ELEMENTS (cards))];
  int strength = CLAMP (4 + ago / 90 + keel_demo_year_vary (ago, 23, 4) - 1, 2, 9);
  g_autoptr (KeelUrge) urge = keel_urge_new (strength);
  gboolean at_noon = keel_demo_year_vary (ago, 24, 6) == 0;

  keel_demo_year_go (self, ago, (at_noon ? 12 : 17) * 60 + keel_demo_year_vary (ago, 25, at_noon ? 60 : 300));
  urge->after = MAX (strength - 1 - keel_demo_year_vary (ago, 26, 5), 0);
  urge->tags = situation->tags;
  urge->strategy = g_strdup (card);
  urge->minutes = 5 + 5 * (guint) keel_demo_year_vary (ago, 27, 7);
  urge->trigger = g_strdup (_ (situation->trigger));
  urge->where = g_strdup (_ (situation->where));
  urge->did = g_strdup (_ (situation->did));
  urge->outcome = keel_demo_year_vary (ago, 28, 4) == 0 ? KEEL_URGE_DELAYED : KEEL_URGE_PASSED;
  if (ago == KEEL_DEMO_LAPSE_DAY)
    {
      urge->outcome = KEEL_URGE_WENT;
      urge->after = KEEL_STRENGTH_NONE;
      g_clear_pointer (&urge->strategy, g_free);
      g_clear_pointer (&urge->did, g_free);
    }
  if (!keel_journal_set_urge (self->journal, urge, NULL, error))
    return FALSE;
  return urge->strategy == NULL || add_run (self, ago, card, urge, error);
}

/* Fewer as the year goes on, and more on one weekday. */
static gboolean
has_urge (int ago)
{
  int of_hundred = 7 + 22 * ago / KEEL_DEMO_FIRST_DAY + (ago % 7 == 3 ? 12 : 0);

  return ago == KEEL_DEMO_LAPSE_DAY || keel_demo_year_vary (ago, 20, 100) < of_hundred;
}

static gboolean
add_mark (KeelDemoYear *self, const char *card, const char *note, const char *suggested, GError **error)
{
  g_autoptr (KeelStrategyMark) mark = keel_strategy_mark_new (card);
  g_autoptr (KeelStrategyMark) before = NULL;

  mark->favourite = TRUE;
  mark->note = g_strdup (note);
  mark->suggested = g_strdup (suggested);
  return keel_journal_set_strategy_mark (self->journal, mark,
                                         KEEL_MARK_SAYS_FAVOURITE | KEEL_MARK_SAYS_NOTE |
                                             KEEL_MARK_SAYS_SUGGESTED,
                                         NULL, &before, error);
}

/* Cards that were done without an urge: on quiet days, too. */
static gboolean
add_quiet_run (KeelDemoYear *self, int ago, GError **error)
{
  const char *card = self->member ? cards[keel_demo_year_vary (ago, 41, G_N_ELEMENTS (cards))]
                                  : family_cards[keel_demo_year_vary (ago, 41, G_N_ELEMENTS (family_cards))];

  if (self->member && self->family && keel_demo_year_vary (ago, 42, 2) == 0)
    card = family_cards[keel_demo_year_vary (ago, 43, G_N_ELEMENTS (family_cards))];
  keel_demo_year_go (self, ago, 19 * 60 + keel_demo_year_vary (ago, 44, 120));
  return add_run (self, ago, card, NULL, error);
}

static gboolean
add_marks (KeelDemoYear *self, GError **error)
{
  keel_demo_year_go (self, 90, 18 * 60);
  if (self->member && (!add_mark (self, "c38", _ ("Along the water, past the third bridge."), NULL, error) ||
                       !add_mark (self, "c16", _ ("Even when there is nothing to say."), "sponsor", error)))
    return FALSE;
  if (self->family && !add_mark (self, "c79", _ ("Thursday is my evening."), "group", error))
    return FALSE;
  return add_mark (self, "c31", NULL, "therapist", error);
}

gboolean
keel_demo_add_urges (KeelDemoYear *self, GError **error)
{
  for (int ago = KEEL_DEMO_FIRST_DAY - 2; ago > 1; ago--)
    {
      if (self->member && has_urge (ago) && !add_urge (self, ago, error))
        return FALSE;
      if (keel_demo_year_vary (ago, 40, 9) == 0 && !add_quiet_run (self, ago, error))
        return FALSE;
    }
  return add_marks (self, error);
}
