#include "keel-risk-date.h"

KeelRiskDate *
keel_risk_date_new (const char *words, gint64 day)
{
  KeelRiskDate *self = g_new0 (KeelRiskDate, 1);

  self->words = g_strdup (words);
  self->day = day;
  return self;
}

KeelRiskDate *
keel_risk_date_copy (const KeelRiskDate *self)
{
  KeelRiskDate *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof (KeelRiskDate));
  copy->uuid = g_strdup (self->uuid);
  copy->words = g_strdup (self->words);
  copy->action = g_strdup (self->action);
  copy->plan = g_strdup (self->plan);
  copy->strategy = g_strdup (self->strategy);
  copy->people = g_strdupv (self->people);
  return copy;
}

void
keel_risk_date_free (KeelRiskDate *self)
{
  if (self == NULL)
    return;
  g_free (self->uuid);
  g_free (self->words);
  g_free (self->action);
  g_free (self->plan);
  g_free (self->strategy);
  g_strfreev (self->people);
  g_free (self);
}

gboolean
keel_risk_date_is_possible (const KeelRiskDate *self)
{
  g_autofree char *words = g_strstrip (g_strdup (self->words != NULL ? self->words : ""));

  return *words != '\0' && self->day >= KEEL_LOCAL_TIME_MIN / KEEL_MINUTES_PER_DAY &&
         self->day < KEEL_LOCAL_TIME_END / KEEL_MINUTES_PER_DAY;
}

static gboolean
people_equal (GStrv a, GStrv b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_strv_equal ((const char *const *) a, (const char *const *) b);
}

gboolean
keel_risk_date_equal (const KeelRiskDate *self, const KeelRiskDate *other)
{
  return g_strcmp0 (self->uuid, other->uuid) == 0 && g_strcmp0 (self->words, other->words) == 0 &&
         self->day == other->day && !self->yearly == !other->yearly &&
         g_strcmp0 (self->action, other->action) == 0 && g_strcmp0 (self->plan, other->plan) == 0 &&
         g_strcmp0 (self->strategy, other->strategy) == 0 && people_equal (self->people, other->people);
}

gboolean
keel_risk_date_has_plan (const KeelRiskDate *self)
{
  return self->action != NULL || self->plan != NULL || self->strategy != NULL || self->people != NULL;
}

/* Its day in the year @year. */
static gint64
get_day_of_year (const KeelRiskDate *self, int year)
{
  int first_year, month, day;

  keel_civil_from_days (self->day, &first_year, &month, &day);
  return keel_days_from_civil (year, month, MIN (day, keel_days_in_month (year, month)));
}

gboolean
keel_risk_date_is_on (const KeelRiskDate *self, gint64 day)
{
  int year, month, month_day;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!self->yearly || day < self->day)
    return day == self->day;
  keel_civil_from_days (day, &year, &month, &month_day);
  return get_day_of_year (self, year) == day;
}

gint64
keel_risk_date_find_next (const KeelRiskDate *self, gint64 day)
{
  int year, month, month_day;
  gint64 this_year;

  g_return_val_if_fail (self != NULL, KEEL_DAY_UNSAID);

  if (day <= self->day)
    return self->day;
  if (!self->yearly)
    return KEEL_DAY_UNSAID;
  keel_civil_from_days (day, &year, &month, &month_day);
  this_year = get_day_of_year (self, year);
  return this_year >= day ? this_year : get_day_of_year (self, year + 1);
}
