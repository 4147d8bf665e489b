#include "keel-date-choice.h"

#include <glib/gi18n-lib.h>

/* So far from where it was a date that was moved is still found by where it was. */
#define REACH (400 * (gint64) KEEL_MINUTES_PER_DAY)

gboolean
keel_date_choice_parse (KeelInvocation *invocation, const char *text, KeelDateChoice *self)
{
  self->text = text;
  if (!keel_local_time_parse (text, &self->local))
    {
      keel_invocation_refuse (
          invocation, _ ("“%s” is no date. Give one such as 2026-11-24, or 2026-11-24T19:00 with its time."),
          text);
      return FALSE;
    }
  self->whole_day = strchr (text, ':') == NULL;
  return TRUE;
}

static gboolean
matches (const KeelDateChoice *self, KeelLocalTime local)
{
  if (self->whole_day)
    return keel_local_time_get_days (self->local) == keel_local_time_get_days (local);
  return self->local == local;
}

/* Its dates around @local, of KeelOccurrence. */
static GArray *
expand_around (KeelInvocation *invocation, KeelSeries *series, KeelLocalTime local)
{
  g_autoptr (GTimeZone) person = keel_invocation_get_zone (invocation);
  GArray *all = g_array_new (FALSE, FALSE, sizeof (KeelOccurrence));

  keel_schedule_expand (series->schedule, (local - REACH) * 60, (local + REACH) * 60, person, all);
  return all;
}

/* The ways to read a date, the first that fits is meant. */
typedef enum
{
  BY_START,  /* where it is */
  BY_KEY,    /* where the rules had put it */
  BY_PERSON, /* where it is on the person's own calendar, as an agenda shows it */
  N_READINGS,
} Reading;

static KeelLocalTime
read_occurrence (const KeelOccurrence *occurrence, Reading reading, GTimeZone *person)
{
  switch (reading)
    {
    case BY_KEY:
      return occurrence->original;
    case BY_PERSON:
      return keel_local_time_from_utc (occurrence->start, person);
    case BY_START:
    case N_READINGS:
      break;
    }
  return occurrence->local_start;
}

static void
take_matches (const KeelDateChoice *self, GArray *all, Reading reading, GTimeZone *person, GArray *found)
{
  guint i;

  for (i = 0; i < all->len; i++)
    {
      const KeelOccurrence *occurrence = &g_array_index (all, KeelOccurrence, i);

      if (matches (self, read_occurrence (occurrence, reading, person)))
        g_array_append_val (found, *occurrence);
    }
}

static int
tell_none (const KeelDateChoice *self, KeelInvocation *invocation, KeelSeries *series)
{
  return keel_invocation_give_up (invocation,
                                  /* Translators: a meeting and a date as it was typed. */
                                  _ ("“%s” has no date on %s. “keelctl agenda” shows its dates."),
                                  series->meeting->name, self->text);
}

static int
tell_several (const KeelDateChoice *self, KeelInvocation *invocation, KeelSeries *series,
              KeelLocalTime (*get_local) (GArray *found, guint place), GArray *found)
{
  g_autoptr (GString) times = g_string_new (NULL);
  guint i;

  for (i = 0; i < found->len; i++)
    {
      g_autofree char *local = keel_local_time_format (get_local (found, i));

      g_string_append_printf (times, "%s%s", i > 0 ? ", " : "", local);
    }
  return keel_invocation_give_up (
      invocation,
      /* Translators: a meeting, a date as it was typed, and dates with times. */
      _ ("“%s” has more than one date on %s. Give the time, too; one of these: %s"), series->meeting->name,
      self->text, times->str);
}

static KeelLocalTime
get_start (GArray *found, guint place)
{
  return g_array_index (found, KeelOccurrence, place).local_start;
}

static KeelLocalTime
get_key (GArray *found, guint place)
{
  return g_array_index (found, KeelLocalTime, place);
}

gboolean
keel_date_choice_find (const KeelDateChoice *self, KeelInvocation *invocation, KeelSeries *series,
                       KeelOccurrence *occurrence)
{
  g_autoptr (GArray) all = expand_around (invocation, series, self->local);
  g_autoptr (GTimeZone) person = keel_invocation_get_zone (invocation);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (KeelOccurrence));
  guint reading;

  for (reading = BY_START; reading < N_READINGS && found->len == 0; reading++)
    take_matches (self, all, reading, person, found);
  if (found->len == 1)
    {
      *occurrence = g_array_index (found, KeelOccurrence, 0);
      return TRUE;
    }
  if (found->len == 0)
    tell_none (self, invocation, series);
  else
    tell_several (self, invocation, series, get_start, found);
  return FALSE;
}

gboolean
keel_date_choice_find_cancelled (const KeelDateChoice *self, KeelInvocation *invocation, KeelSeries *series,
                                 KeelLocalTime *original)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (KeelLocalTime));

  keel_schedule_get_cancelled (series->schedule, self->local,
                               self->local + (self->whole_day ? KEEL_MINUTES_PER_DAY : 1), found);
  if (found->len == 1)
    {
      *original = g_array_index (found, KeelLocalTime, 0);
      return TRUE;
    }
  if (found->len == 0)
    /* Translators: a meeting and a date as it was typed. */
    keel_invocation_give_up (invocation, _ ("“%s” has no date on %s that was called off."),
                             series->meeting->name, self->text);
  else
    tell_several (self, invocation, series, get_key, found);
  return FALSE;
}

gboolean
keel_date_choice_find_key (KeelInvocation *invocation, KeelSeries *series, KeelLocalTime original,
                           KeelLocalTime local, KeelOccurrence *occurrence)
{
  g_autoptr (GArray) all = expand_around (invocation, series, local);
  guint i;

  for (i = 0; i < all->len; i++)
    {
      *occurrence = g_array_index (all, KeelOccurrence, i);
      if (occurrence->original == original)
        return TRUE;
    }
  return FALSE;
}
