#include "keel-medicine.h"

#include "keel-prompt-days.h"

const char *const keel_medicine_kind_words[] = {
  [KEEL_MEDICINE_DAILY] = "daily",
  [KEEL_MEDICINE_CLINIC] = "clinic",
  [KEEL_MEDICINE_TAKE_HOME] = "take-home",
  [KEEL_MEDICINE_INJECTION] = "injection",
  NULL,
};

const char *const keel_medicine_state_words[] = {
  [KEEL_MEDICINE_UNSAID] = "none",
  [KEEL_MEDICINE_TAKEN] = "taken",
  [KEEL_MEDICINE_NOT_TAKEN] = "not-taken",
  [KEEL_MEDICINE_NOT_DUE] = "not-due",
  NULL,
};

KeelMedicine *
keel_medicine_new (const char *name, gint64 first)
{
  KeelMedicine *self = g_new0 (KeelMedicine, 1);

  self->name = g_strdup (name);
  self->first = first;
  self->days = KEEL_EVERY_WEEKDAY;
  self->minute = -1;
  self->appointment = KEEL_DAY_UNSAID;
  self->naloxone = KEEL_DAY_UNSAID;
  return self;
}

KeelMedicine *
keel_medicine_copy (const KeelMedicine *self)
{
  KeelMedicine *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof (KeelMedicine));
  copy->uuid = g_strdup (self->uuid);
  copy->name = g_strdup (self->name);
  copy->prescriber = g_strdup (self->prescriber);
  copy->place = g_strdup (self->place);
  copy->phone = g_strdup (self->phone);
  copy->note = g_strdup (self->note);
  copy->prompt = g_strdup (self->prompt);
  return copy;
}

void
keel_medicine_free (KeelMedicine *self)
{
  if (self == NULL)
    return;
  g_free (self->uuid);
  g_free (self->name);
  g_free (self->prescriber);
  g_free (self->place);
  g_free (self->phone);
  g_free (self->note);
  g_free (self->prompt);
  g_free (self);
}

static gboolean
has_possible_days (const KeelMedicine *self)
{
  if ((self->days & ~KEEL_EVERY_WEEKDAY) != 0 || (self->clinic_days & ~self->days) != 0)
    return FALSE;
  if (self->kind == KEEL_MEDICINE_INJECTION)
    return self->days == 0 && (self->weeks == 0 || self->months == 0) &&
           self->weeks <= KEEL_MEDICINE_MOST_WEEKS && self->months <= KEEL_MEDICINE_MOST_MONTHS;
  return self->days != 0 && self->weeks == 0 && self->months == 0 &&
         (self->kind == KEEL_MEDICINE_TAKE_HOME || self->clinic_days == 0);
}

static gboolean
is_possible_day (gint64 day)
{
  return day >= KEEL_LOCAL_TIME_MIN / KEEL_MINUTES_PER_DAY &&
         day < KEEL_LOCAL_TIME_END / KEEL_MINUTES_PER_DAY;
}

gboolean
keel_medicine_is_possible (const KeelMedicine *self)
{
  g_autofree char *name = g_strstrip (g_strdup (self->name != NULL ? self->name : ""));

  return *name != '\0' && self->kind <= KEEL_MEDICINE_INJECTION && is_possible_day (self->first) &&
         has_possible_days (self) && self->minute >= -1 && self->minute < KEEL_MINUTES_PER_DAY &&
         (self->minute >= 0 || !self->remind) &&
         (self->appointment == KEEL_DAY_UNSAID || is_possible_day (self->appointment)) &&
         (self->naloxone == KEEL_DAY_UNSAID || is_possible_day (self->naloxone));
}

static gboolean
texts_equal (const KeelMedicine *self, const KeelMedicine *other)
{
  return g_strcmp0 (self->uuid, other->uuid) == 0 && g_strcmp0 (self->name, other->name) == 0 &&
         g_strcmp0 (self->prescriber, other->prescriber) == 0 && g_strcmp0 (self->place, other->place) == 0 &&
         g_strcmp0 (self->phone, other->phone) == 0 && g_strcmp0 (self->note, other->note) == 0;
}

gboolean
keel_medicine_equal (const KeelMedicine *self, const KeelMedicine *other)
{
  return texts_equal (self, other) && self->kind == other->kind && self->first == other->first &&
         self->days == other->days && self->clinic_days == other->clinic_days &&
         self->weeks == other->weeks && self->months == other->months && self->minute == other->minute &&
         !self->remind == !other->remind && self->appointment == other->appointment &&
         self->naloxone == other->naloxone && !self->locked == !other->locked;
}

static guint
get_weekday_bit (gint64 day)
{
  return 1u << keel_local_time_get_weekday (day * KEEL_MINUTES_PER_DAY);
}

static gboolean
is_month_due (const KeelMedicine *self, gint64 day)
{
  int first_year, first_month, first_day, year, month, month_day;
  int passed;

  keel_civil_from_days (self->first, &first_year, &first_month, &first_day);
  keel_civil_from_days (day, &year, &month, &month_day);
  passed = (year - first_year) * 12 + month - first_month;
  return passed % (int) self->months == 0 && month_day == MIN (first_day, keel_days_in_month (year, month));
}

gboolean
keel_medicine_is_due (const KeelMedicine *self, gint64 day)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (day < self->first)
    return FALSE;
  if (self->kind != KEEL_MEDICINE_INJECTION)
    return (self->days & get_weekday_bit (day)) != 0;
  if (self->months > 0)
    return is_month_due (self, day);
  return self->weeks > 0 ? (day - self->first) % (7 * self->weeks) == 0 : day == self->first;
}

gboolean
keel_medicine_is_at_clinic (const KeelMedicine *self, gint64 day)
{
  return keel_medicine_is_due (self, day) &&
         (self->kind == KEEL_MEDICINE_CLINIC || self->kind == KEEL_MEDICINE_INJECTION ||
          (self->clinic_days & get_weekday_bit (day)) != 0);
}

gint64
keel_medicine_find_due (const KeelMedicine *self, gint64 day)
{
  gint64 from = MAX (day, self->first);

  for (gint64 i = from; i < from + 31 * (KEEL_MEDICINE_MOST_MONTHS + 1); i++)
    {
      if (keel_medicine_is_due (self, i))
        return i;
    }
  return KEEL_DAY_UNSAID;
}

/* A rule has no words for "the 31st, or the last day": the last of all days up to it. */
static char *
make_month_rule (const KeelMedicine *self)
{
  int year, month, day;

  keel_civil_from_days (self->first, &year, &month, &day);
  if (day <= 28)
    return g_strdup_printf ("FREQ=MONTHLY;INTERVAL=%u;BYMONTHDAY=%d", self->months, day);
  return g_strdup_printf ("FREQ=MONTHLY;INTERVAL=%u;BYMONTHDAY=28%s%s%s;BYSETPOS=-1", self->months, ",29",
                          day > 29 ? ",30" : "", day > 30 ? ",31" : "");
}

static KeelSchedule *
make_injection_schedule (const KeelMedicine *self)
{
  g_autofree char *rule = NULL;

  if (self->months > 0)
    rule = make_month_rule (self);
  else if (self->weeks > 0)
    rule = g_strdup_printf ("FREQ=WEEKLY;INTERVAL=%u", self->weeks);
  return keel_schedule_new (self->first * KEEL_MINUTES_PER_DAY + self->minute, NULL, KEEL_PROMPT_MINUTES,
                            rule, NULL);
}

KeelSchedule *
keel_medicine_dup_schedule (const KeelMedicine *self, gint64 today)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (!self->remind || self->minute < 0)
    return NULL;
  if (self->kind == KEEL_MEDICINE_INJECTION)
    return make_injection_schedule (self);
  return keel_prompt_days_to_schedule (MAX (today, self->first) * KEEL_MINUTES_PER_DAY, self->days,
                                       self->minute);
}

KeelMedicineState
keel_medicine_find_state (const GArray *marks, gint64 day)
{
  guint low = 0, high = marks->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const KeelMedicineMark *mark = &g_array_index (marks, KeelMedicineMark, middle);

      if (mark->day == day)
        return mark->state;
      if (mark->day < day)
        low = middle + 1;
      else
        high = middle;
    }
  return KEEL_MEDICINE_UNSAID;
}

/* Whether @day goes by the plan, where @kept says it of what was due before. */
static gboolean
goes_by_plan (const KeelMedicine *self, gint64 day, KeelMedicineState state, gboolean kept)
{
  if (state == KEEL_MEDICINE_TAKEN)
    return TRUE;
  if (state == KEEL_MEDICINE_NOT_TAKEN)
    return FALSE;
  return kept && (state == KEEL_MEDICINE_NOT_DUE || !keel_medicine_is_due (self, day));
}

guint
keel_medicine_count_days (const KeelMedicine *self, const GArray *marks, gint64 today)
{
  gboolean kept = FALSE;
  guint next = 0;
  guint n = 0;

  g_return_val_if_fail (self != NULL && marks != NULL, 0);

  if (marks->len == 0)
    return 0;
  for (gint64 day = g_array_index (marks, KeelMedicineMark, 0).day; day <= today; day++)
    {
      const KeelMedicineMark *mark = next < marks->len ? &g_array_index (marks, KeelMedicineMark, next)
                                                       : NULL;
      gboolean said = mark != NULL && mark->day == day;

      next += said ? 1 : 0;
      kept = goes_by_plan (self, day, said ? mark->state : KEEL_MEDICINE_UNSAID, kept);
      n += kept ? 1 : 0;
    }
  return n;
}
