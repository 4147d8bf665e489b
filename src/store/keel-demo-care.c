#include <glib/gi18n-lib.h>

#include "keel-demo-year.h"
#include "keel-journal-aims.h"
#include "keel-journal-reasons.h"
#include "keel-journal-risk-dates.h"
#include "keel-profile-medicine.h"
#include "keel-profile-plans.h"

typedef struct
{
  const char *text;
  const char *more; /* nullable; what it is differs */
  const char *card; /* nullable */
  guint64 tags;
  gboolean member;
  gboolean family;
} Row;

static const Row reasons[] = {
  { N_ ("Breakfast with my daughter, every day"), NULL, NULL, 0, TRUE, FALSE },
  { N_ ("To wake up clear"), NULL, NULL, 0, TRUE, FALSE },
  { N_ ("The garden, and the bench in it"), NULL, NULL, 0, TRUE, TRUE },
  { N_ ("Quiet evenings of my own"), NULL, NULL, 0, FALSE, TRUE },
  { N_ ("To sing in the choir again"), NULL, NULL, 0, FALSE, TRUE },
};

static const Row plans[] = {
  { N_ ("I walk past the old corner"), N_ ("cross the street and call Robin"), "c16",
    KEEL_TAG_BIT (KEEL_TAG_PLACE) | KEEL_TAG_BIT (KEEL_TAG_CRAVING), TRUE, FALSE },
  { N_ ("somebody offers me a glass"), N_ ("say: No, thanks, I am driving"), "c24",
    KEEL_TAG_BIT (KEEL_TAG_SOCIAL) | KEEL_TAG_BIT (KEEL_TAG_PEOPLE), TRUE, FALSE },
  { N_ ("I lie awake after midnight"), N_ ("get up, make tea and read"), "c42",
    KEEL_TAG_BIT (KEEL_TAG_INSOMNIA) | KEEL_TAG_BIT (KEEL_TAG_TIRED), TRUE, TRUE },
  { N_ ("I am about to answer in anger"), N_ ("breathe out slowly and wait ten minutes"), "c31",
    KEEL_TAG_BIT (KEEL_TAG_ANGER) | KEEL_TAG_BIT (KEEL_TAG_CONFLICT), FALSE, TRUE },
  { N_ ("I want to call and check once more"), N_ ("put the phone away and go for a walk"), "c38",
    KEEL_TAG_BIT (KEEL_TAG_ANXIETY) | KEEL_TAG_BIT (KEEL_TAG_FAMILY), FALSE, TRUE },
};

static gboolean
is_for (const KeelDemoYear *self, const Row *row)
{
  return (row->member && self->member) || (row->family && self->family);
}

static gboolean
add_reasons (KeelDemoYear *self, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      g_autoptr (KeelReason) reason = keel_reason_new (_ (reasons[i].text), NULL);

      if (is_for (self, &reasons[i]) && !keel_journal_set_reason (self->journal, reason, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_plans (KeelDemoYear *self, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    {
      g_autoptr (KeelPlan) plan = keel_plan_new (_ (plans[i].text), _ (plans[i].more));

      plan->strategy = g_strdup (plans[i].card);
      plan->tags = plans[i].tags;
      if (is_for (self, &plans[i]) && !keel_profile_set_plan (self->profile, plan, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_date (KeelDemoYear *self, const char *words, int in, gboolean yearly, const char *action, GError **error)
{
  g_autoptr (KeelRiskDate) date = keel_risk_date_new (words, self->today + in);

  date->yearly = yearly;
  date->action = g_strdup (action);
  if (self->people[KEEL_DEMO_FRIEND] != NULL)
    {
      g_strfreev (date->people);
      date->people = g_new0 (char *, 2);
      date->people[0] = g_strdup (self->people[KEEL_DEMO_FRIEND]);
    }
  return keel_journal_set_risk_date (self->journal, date, NULL, error);
}

static gboolean
add_dates (KeelDemoYear *self, GError **error)
{
  return add_date (self, _ ("A wedding in the family"), 12, FALSE, _ ("Sit beside Sam, and leave at ten"),
                   error) &&
         add_date (self, _ ("The day my father died"), 47, TRUE, _ ("Go to the sea in the morning"), error);
}

/* A weekly goal is ticked in most of the weeks. */
static gboolean
add_aim (KeelDemoYear *self, const char *words, KeelAimArea area, gboolean weekly, int done, GError **error)
{
  g_autoptr (KeelAim) aim = keel_aim_new (words, area);

  aim->weekly = weekly;
  if (done > 0)
    aim->done = self->today - done;
  if (!keel_journal_set_aim (self->journal, aim, NULL, error))
    return FALSE;
  for (int ago = 7; weekly && ago < 160; ago += 7)
    {
      if (keel_demo_year_vary (ago, 90 + (int) area, 5) > 0 &&
          !keel_journal_tick_aim (self->journal, aim->uuid, self->today - ago, TRUE, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_aims (KeelDemoYear *self, GError **error)
{
  return add_aim (self, _ ("Swim once a week"), KEEL_AIM_HEALTH, TRUE, 0, error) &&
         add_aim (self, _ ("Make coffee at my group"), KEEL_AIM_SERVICE, TRUE, 0, error) &&
         add_aim (self, _ ("Paint the small room"), KEEL_AIM_HOME, FALSE, 38, error) &&
         add_aim (self, _ ("Finish the evening course"), KEEL_AIM_PURPOSE, FALSE, 0, error);
}

/* Most days are marked, and of some nothing is known. */
static gboolean
mark_days (KeelDemoYear *self, const char *uuid, int since, GError **error)
{
  for (int ago = since; ago > 0; ago--)
    {
      int luck = keel_demo_year_vary (ago, 95, 30);
      KeelMedicineState state = luck == 1 ? KEEL_MEDICINE_NOT_TAKEN : KEEL_MEDICINE_TAKEN;

      if (luck > 0 &&
          !keel_profile_mark_medicine (self->profile, uuid, self->today - ago, state, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_medicine (KeelDemoYear *self, GError **error)
{
  int since = 120;
  g_autoptr (KeelMedicine) medicine = keel_medicine_new (_ ("Morning tablet"), self->today - since);

  medicine->minute = 8 * 60;
  medicine->prescriber = g_strdup (_ ("Health centre"));
  medicine->phone = g_strdup ("555 0160");
  medicine->note = g_strdup (_ ("Ask about sleep."));
  medicine->appointment = self->today + 9;
  return keel_profile_set_medicine (self->profile, medicine, NULL, error) &&
         mark_days (self, medicine->uuid, since, error);
}

gboolean
keel_demo_add_care (KeelDemoYear *self, GError **error)
{
  keel_demo_year_go (self, 300, 18 * 60);
  if (!add_reasons (self, error))
    return FALSE;
  keel_demo_year_go (self, 170, 18 * 60);
  if (!add_plans (self, error) || !add_aims (self, error))
    return FALSE;
  keel_demo_year_go (self, 20, 18 * 60);
  return add_dates (self, error) && (!self->member || add_medicine (self, error));
}
