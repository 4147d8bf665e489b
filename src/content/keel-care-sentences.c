#include "keel-care-sentences.h"

#include <glib/gi18n-lib.h>

#include "keel-phrases.h"
#include "keel-sentences.h"

/* New naloxone takes a while to get. */
#define NALOXONE_SOON 30

const char *
keel_sentence_medicine_kind (KeelMedicineKind kind)
{
  switch (kind)
    {
    case KEEL_MEDICINE_DAILY:
      return C_ ("medicine", "At home");
    case KEEL_MEDICINE_CLINIC:
      return C_ ("medicine", "At the clinic");
    case KEEL_MEDICINE_TAKE_HOME:
      return C_ ("medicine", "Clinic and take-home");
    case KEEL_MEDICINE_INJECTION:
      return C_ ("medicine", "Injection");
    }
  g_return_val_if_reached ("");
}

const char *
keel_sentence_medicine_state (KeelMedicineState state)
{
  switch (state)
    {
    case KEEL_MEDICINE_UNSAID:
      return "";
    case KEEL_MEDICINE_TAKEN:
      return C_ ("medicine", "Taken");
    case KEEL_MEDICINE_NOT_TAKEN:
      return C_ ("medicine", "Not taken");
    case KEEL_MEDICINE_NOT_DUE:
      return C_ ("medicine", "Not due");
    }
  g_return_val_if_reached ("");
}

/* "Monday and Thursday". */
static char *
describe_weekdays (guint days)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (int i = 1; i <= 7; i++) /* from Monday on */
    {
      if ((days & 1u << i % 7) != 0)
        g_ptr_array_add (names, (gpointer) keel_phrase_weekday (i % 7));
    }
  return keel_phrase_join (names);
}

static char *
describe_days (const KeelMedicine *medicine)
{
  g_autofree char *weekdays = NULL;

  if (medicine->days == KEEL_EVERY_WEEKDAY)
    return g_strdup (C_ ("medicine", "Every day"));
  weekdays = describe_weekdays (medicine->days);
  /* Translators: %s are weekdays: "On Monday and Thursday" */
  return g_strdup_printf (C_ ("medicine", "On %s"), weekdays);
}

static char *
describe_injection (const KeelMedicine *medicine)
{
  g_autofree char *date = NULL;

  if (medicine->weeks > 0)
    return g_strdup_printf (ngettext ("Every %u week", "Every %u weeks", medicine->weeks), medicine->weeks);
  if (medicine->months > 0)
    return g_strdup_printf (ngettext ("Every %u month", "Every %u months", medicine->months),
                            medicine->months);
  date = keel_phrase_date_of_year (medicine->first);
  /* Translators: %s is a date with its year */
  return g_strdup_printf (C_ ("medicine", "Once, on %s"), date);
}

static char *
add_time (const KeelMedicine *medicine, char *days)
{
  g_autofree char *before = days;
  g_autofree char *time = NULL;

  if (medicine->minute < 0)
    return g_steal_pointer (&before);
  time = keel_phrase_time (medicine->minute);
  /* Translators: %1$s is "Every day" or "On Monday and Thursday", %2$s a time of day */
  return g_strdup_printf (C_ ("medicine", "%1$s at %2$s"), before, time);
}

char *
keel_sentence_medicine_schedule (const KeelMedicine *medicine)
{
  g_autofree char *days = NULL;
  g_autofree char *clinic = NULL;

  g_return_val_if_fail (medicine != NULL, NULL);

  if (medicine->kind == KEEL_MEDICINE_INJECTION)
    return add_time (medicine, describe_injection (medicine));
  days = add_time (medicine, describe_days (medicine));
  if (medicine->kind == KEEL_MEDICINE_CLINIC)
    /* Translators: %s is "Every day at 07:30" or the like */
    return g_strdup_printf (C_ ("medicine", "%s, at the clinic"), days);
  if (medicine->clinic_days == 0)
    return g_steal_pointer (&days);
  clinic = describe_weekdays (medicine->clinic_days);
  /* Translators: %1$s is "Every day at 07:30" or the like, %2$s are weekdays */
  return g_strdup_printf (C_ ("medicine", "%1$s, at the clinic on %2$s"), days, clinic);
}

char *
keel_sentence_medicine_place (const KeelMedicine *medicine, gint64 day)
{
  g_return_val_if_fail (medicine != NULL, NULL);

  if (medicine->kind == KEEL_MEDICINE_DAILY || !keel_medicine_is_due (medicine, day))
    return NULL;
  if (keel_medicine_is_at_clinic (medicine, day))
    return g_strdup (medicine->place != NULL ? medicine->place : C_ ("medicine", "At the clinic"));
  return g_strdup (C_ ("medicine", "At home"));
}

char *
keel_sentence_medicine_days (guint n)
{
  return g_strdup_printf (ngettext ("%u day with my plan", "%u days with my plan", n), n);
}

/* Translators: this is all that Keel says when somebody has not taken their medicine. They may rely on it
 * with their life, so it has to say exactly as much as the English one. */
#define NOT_TAKEN N_ ("Call your clinic before the next dose. They will tell you how to go on.")

char *
keel_sentence_medicine_not_taken (void)
{
  return g_strdup (_ (NOT_TAKEN));
}

char *
keel_sentence_naloxone (gint64 day, gint64 today, gboolean *pressing)
{
  g_autofree char *date = NULL;

  if (pressing != NULL)
    *pressing = day != KEEL_DAY_UNSAID && day < today + NALOXONE_SOON;
  if (day == KEEL_DAY_UNSAID)
    return NULL;
  date = keel_phrase_date_of_year (day);
  if (day < today)
    /* Translators: %s is a date with its year */
    return g_strdup_printf (_ ("Your naloxone was good until %s. Get new naloxone."), date);
  if (day < today + NALOXONE_SOON)
    /* Translators: %s is a date with its year */
    return g_strdup_printf (_ ("Your naloxone is good until %s. Get new naloxone soon."), date);
  /* Translators: %s is a date with its year */
  return g_strdup_printf (_ ("Your naloxone is good until %s."), date);
}

char *
keel_sentence_appointment (gint64 day, gint64 today)
{
  g_autofree char *date = NULL;

  if (day == KEEL_DAY_UNSAID || day < today)
    return NULL;
  if (day == today)
    return g_strdup (_ ("Your appointment is today."));
  if (day == today + 1)
    return g_strdup (_ ("Your appointment is tomorrow."));
  date = keel_sentence_day (day, today);
  /* Translators: %s is a day: "Tuesday 24 November" */
  return g_strdup_printf (_ ("Next appointment: %s"), date);
}

const char *
keel_sentence_aim_area (KeelAimArea area)
{
  switch (area)
    {
    case KEEL_AIM_HEALTH:
      return C_ ("goal", "Health");
    case KEEL_AIM_HOME:
      return C_ ("goal", "Home");
    case KEEL_AIM_PURPOSE:
      return C_ ("goal", "Purpose");
    case KEEL_AIM_COMMUNITY:
      return C_ ("goal", "Community");
    case KEEL_AIM_SERVICE:
      return C_ ("goal", "Service");
    }
  g_return_val_if_reached ("");
}

char *
keel_sentence_risk_date (const KeelRiskDate *date, gint64 today)
{
  g_autofree char *words = NULL;
  int year, month, day;

  g_return_val_if_fail (date != NULL, NULL);

  if (!date->yearly)
    return keel_sentence_day (date->day, today);
  keel_civil_from_days (date->day, &year, &month, &day);
  words = keel_phrase_day_of_year (month, day);
  /* Translators: %s is a day of the year: "3 June" */
  return g_strdup_printf (C_ ("date", "Every year on %s"), words);
}
