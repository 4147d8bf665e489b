#include "keel-help-sentences.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/keel-local-time.h"
#include "keel-phrases.h"
#include "keel-sentences.h"

const char *
keel_sentence_help_kind (KeelHelpKind kind)
{
  static const char *const kinds[] = {
    NC_ ("help line", "Crisis and thoughts of suicide"),
    NC_ ("help line", "Alcohol and other drugs"),
    NC_ ("help line", "Families and friends"),
    NC_ ("help line", "Violence at home"),
    NC_ ("help line", "Someone stays on the line while you use alone"),
    NC_ ("help line", "Young people"),
    NC_ ("help line", "Poisoning"),
    NC_ ("help line", "Health"),
    NC_ ("help line", "Someone to talk to"),
    NC_ ("help line", "Other support"),
  };

  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kinds), "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "help line", kinds[kind]);
}

const char *
keel_sentence_help_missing (KeelHelpKind kind)
{
  static const char *const missing[] = {
    N_ ("No crisis line is known to Keel here."),
    N_ ("No addiction line is known to Keel here."),
    N_ ("No line for families and friends is known to Keel here."),
    N_ ("No line about violence at home is known to Keel here."),
    N_ ("No line that stays with you while you use alone is known to Keel here."),
    N_ ("No line for young people is known to Keel here."),
    N_ ("No poison line is known to Keel here."),
    N_ ("No health line is known to Keel here."),
    N_ ("No listening line is known to Keel here."),
    N_ ("No other support line is known to Keel here."),
  };

  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (missing), "");

  return _ (missing[kind]);
}

const char *
keel_sentence_help_elsewhere (void)
{
  return _ ("A doctor or a hospital may know one. findahelpline.com lists lines all over the world.");
}

const char *
keel_sentence_help_way (KeelHelpWayKind kind)
{
  static const char *const ways[] = {
    NC_ ("how to reach a help line", "Call"), NC_ ("how to reach a help line", "Text"), "WhatsApp",
    NC_ ("how to reach a help line", "Chat"), NC_ ("how to reach a help line", "Web"),
  };

  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (ways), "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "how to reach a help line", ways[kind]);
}

char *
keel_sentence_help_number (const KeelHelpWay *way)
{
  g_return_val_if_fail (way != NULL, NULL);

  if (way->number == NULL && way->address == NULL)
    /* Translators: where the chat of a help line is: on its web page, whose address Keel does not know. */
    return g_strdup (_ ("On its own page"));
  if (way->number == NULL)
    return g_strdup (way->address + strlen ("https://"));
  if (way->word != NULL)
    /* Translators: a number to send a short message to, and what to write in it: “85258, the word SHOUT”. */
    return g_strdup_printf (_ ("%1$s, the word %2$s"), way->number, way->word);
  if (way->press != NULL)
    /* Translators: a number to call, and which key to press when a voice answers. */
    return g_strdup_printf (_ ("%1$s, then press %2$s"), way->number, way->press);
  return g_strdup (way->number);
}

const char *
keel_sentence_emergency (KeelEmergencyKind kind)
{
  static const char *const kinds[] = {
    NC_ ("emergency number", "Emergency"),
    NC_ ("emergency number", "Ambulance"),
    NC_ ("emergency number", "Police"),
    NC_ ("emergency number", "Fire brigade"),
  };

  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kinds), "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "emergency number", kinds[kind]);
}

/* @days from the day that it is now. */
static char *
describe_opening (KeelLocalTime local, gint64 days, const char *time)
{
  g_autofree char *date = NULL;

  if (days <= 0)
    return g_strdup_printf (_ ("Closed now, opens at %s"), time);
  if (days == 1)
    return g_strdup_printf (_ ("Closed now, opens tomorrow at %s"), time);
  date = days < 7 ? g_strdup (keel_phrase_weekday (keel_local_time_get_weekday (local)))
                  : keel_phrase_date (keel_local_time_get_days (local));
  /* Translators: a help line: a day and a time: “Closed now, opens Monday at 09:00”. */
  return g_strdup_printf (_ ("Closed now, opens %1$s at %2$s"), date, time);
}

/* A night that has begun needs no day for its end. */
static char *
describe_closing (KeelLocalTime local, gint64 days, gint64 seconds, const char *time)
{
  if (days <= 0 || seconds < 12 * 3600)
    return g_strdup_printf (_ ("Open now, until %s"), time);
  if (days == 1)
    return g_strdup_printf (_ ("Open now, until tomorrow at %s"), time);
  /* Translators: a help line: a day and a time: “Open now, until Friday at 20:00”. */
  return g_strdup_printf (_ ("Open now, until %1$s at %2$s"),
                          keel_phrase_weekday (keel_local_time_get_weekday (local)), time);
}

static char *
describe_change (const KeelOpeningState *state, GTimeZone *person, gint64 now)
{
  KeelLocalTime local = keel_local_time_from_utc (state->changes, person);
  gint64 days = keel_local_time_get_days (local) -
                keel_local_time_get_days (keel_local_time_from_utc (now, person));
  g_autofree char *time = keel_phrase_time (keel_local_time_get_minute (local));

  return state->open ? describe_closing (local, days, state->changes - now, time)
                     : describe_opening (local, days, time);
}

/* Takes @sentence. */
static char *
add_their_time (char *sentence, const KeelHelpLine *line, GTimeZone *theirs, GTimeZone *person, gint64 utc)
{
  g_autofree char *own = sentence;
  g_autofree char *time = NULL, *city = NULL;
  KeelLocalTime there = keel_local_time_from_utc (utc, theirs);

  if (there == keel_local_time_from_utc (utc, person))
    return g_steal_pointer (&own);
  time = keel_phrase_time (keel_local_time_get_minute (there));
  city = keel_sentence_zone (line->zone);
  /* Translators: when a help line opens or closes on the person's own clock, then the time on its clock, and
   * a city: “Open now, until 21:00 · 20:00 (London time)”. */
  return g_strdup_printf (_ ("%1$s · %2$s (%3$s time)"), own, time, city);
}

char *
keel_sentence_help_open (const KeelHelpLine *line, GTimeZone *person, gint64 now, gboolean *open)
{
  g_autoptr (GTimeZone) theirs = NULL;
  KeelOpeningState state = { FALSE, 0 };

  g_return_val_if_fail (line != NULL && person != NULL, NULL);

  theirs = keel_zone_open (line->zone);
  if (line->hours != NULL && theirs != NULL)
    state = keel_opening_hours_look (line->hours, theirs, now);
  if (open != NULL)
    *open = state.open;
  if (line->hours == NULL && !keel_help_line_has_number (line))
    return NULL;
  if (!state.open && state.changes == 0)
    return g_strdup (_ ("Opening hours are not known"));
  if (state.changes == 0)
    return g_strdup (_ ("Open now, day and night"));
  return add_their_time (describe_change (&state, person, now), line, theirs, person, state.changes);
}

/* Where a run of days in a row begins, a Monday's first; how long it is in *@length. */
static guint
find_run (guint days, guint *length)
{
  guint start = 1;

  while (start < 8 && ((days >> start % 7 & 1) == 0 || (days >> (start + 6) % 7 & 1) != 0))
    start++;
  *length = 0;
  while (*length < 7 && (days >> (start + *length) % 7 & 1) != 0)
    (*length)++;
  return start % 7;
}

/* "Every day", "Monday to Friday", "Tuesday and Thursday". */
static char *
describe_days (guint days)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint length, start, n_days = 0;

  if (days == KEEL_WEEKDAYS_ALL)
    return g_strdup (C_ ("help line", "Every day"));
  start = find_run (days, &length);
  for (guint i = 0; i < 7; i++)
    n_days += days >> i & 1;
  if (length == n_days && length > 2)
    /* Translators: two weekdays: “Monday to Friday”. */
    return g_strdup_printf (C_ ("help line", "%1$s to %2$s"), keel_phrase_weekday ((int) start),
                            keel_phrase_weekday ((int) (start + length - 1) % 7));
  for (guint day = start; day < start + 7; day++)
    if (days >> day % 7 & 1)
      g_ptr_array_add (names, (gpointer) keel_phrase_weekday ((int) (day % 7)));
  return keel_phrase_join (names);
}

static char *
describe_span (KeelOpeningHours *hours, guint position)
{
  guint days;
  int from, to;
  g_autofree char *names = NULL, *start = NULL, *end = NULL;

  keel_opening_hours_get_span (hours, position, &days, &from, &to);
  names = describe_days (days);
  start = keel_phrase_time (from);
  end = keel_phrase_time (to % KEEL_MINUTES_PER_DAY);
  /* Translators: when a help line answers: weekdays, from when, until when: “Monday to Friday 09:00–20:00”.
   */
  return g_strdup_printf (C_ ("help line", "%1$s %2$s–%3$s"), names, start, end);
}

char *
keel_sentence_help_hours (const KeelHelpLine *line)
{
  g_autofree char *sentence = NULL;

  g_return_val_if_fail (line != NULL, NULL);

  if (line->hours == NULL)
    return NULL;
  if (keel_opening_hours_is_always (line->hours))
    return g_strdup (_ ("Day and night"));
  for (guint i = 0; i < keel_opening_hours_get_n_spans (line->hours); i++)
    {
      g_autofree char *span = describe_span (line->hours, i);
      g_autofree char *before = g_steal_pointer (&sentence);

      sentence = before == NULL ? g_steal_pointer (&span) : g_strdup_printf (_ ("%s, %s"), before, span);
    }
  return g_steal_pointer (&sentence);
}
