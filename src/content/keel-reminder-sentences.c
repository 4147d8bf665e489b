#include "keel-reminder-sentences.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "keel-sentences.h"

#define MINUTE 60
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

char *
keel_sentence_moment (gint64 utc, GTimeZone *zone, gint64 now)
{
  g_autofree char *date = keel_sentence_date (utc, zone, now);
  g_autofree char *time = keel_sentence_clock_time (utc, zone);

  /* Translators: a day and a time: "Tuesday 24 November, 19:00". */
  return g_strdup_printf (C_ ("day and time", "%1$s, %2$s"), date, time);
}

char *
keel_sentence_lateness (gint64 seconds)
{
  if (seconds < MINUTE)
    return NULL;
  if (seconds < HOUR)
    return g_strdup_printf (ngettext ("%d minute late", "%d minutes late", (gulong) (seconds / MINUTE)),
                            (int) (seconds / MINUTE));
  if (seconds < DAY)
    return g_strdup_printf (ngettext ("%d hour late", "%d hours late", (gulong) (seconds / HOUR)),
                            (int) (seconds / HOUR));
  return g_strdup_printf (ngettext ("%d day late", "%d days late", (gulong) (seconds / DAY)),
                          (int) (seconds / DAY));
}

static char *
describe_late (const KeelReminderEvent *event)
{
  g_autofree char *lateness = keel_sentence_lateness (event->shown / G_USEC_PER_SEC - event->due);

  if (lateness == NULL)
    return g_strdup (C_ ("reminder", "shown late"));
  /* Translators: %s is "2 minutes late" or the like. */
  return g_strdup_printf (C_ ("reminder", "shown %s"), lateness);
}

char *
keel_sentence_outcome (const KeelReminderEvent *event)
{
  switch (event->outcome)
    {
    case KEEL_OUTCOME_SHOWN:
      return g_strdup (C_ ("reminder", "shown"));
    case KEEL_OUTCOME_LATE:
      return describe_late (event);
    case KEEL_OUTCOME_REPEATED:
      return g_strdup (C_ ("reminder", "shown again"));
    case KEEL_OUTCOME_MISSED:
      return g_strdup (C_ ("reminder", "missed"));
    case KEEL_OUTCOME_FAILED:
      return g_strdup (C_ ("reminder", "could not be shown"));
    case KEEL_OUTCOME_SNOOZED:
      return g_strdup (C_ ("reminder", "snoozed"));
    case KEEL_OUTCOME_DISMISSED:
      return g_strdup (C_ ("reminder", "dismissed"));
    }
  return g_strdup ("");
}

const char *
keel_sentence_reason (const char *reason)
{
  return *reason != '\0' ? _ (reason) : reason;
}

char *
keel_sentence_reminder (int lead)
{
  if (lead == KEEL_LEAD_SNOOZE)
    /* Translators: a reminder that a person asked for once more. */
    return g_strdup (C_ ("which reminder", "after a snooze"));
  if (lead == KEEL_LEAD_AFTERWARDS)
    /* Translators: the question after a meeting whether one went. */
    return g_strdup (C_ ("which reminder", "afterwards"));
  return keel_sentence_lead (lead);
}

char *
keel_sentence_for_event (const KeelReminderEvent *event, const char *name, GTimeZone *person, gint64 now)
{
  g_autofree char *when = keel_sentence_moment (event->due, person, now);
  g_autofree char *outcome = keel_sentence_outcome (event);

  if (name == NULL)
    name = _ ("a meeting that you no longer follow");
  if (event->reason != NULL && *event->reason != '\0')
    /* Translators: of a reminder: when it was due, for which meeting, what became of it, why. */
    return g_strdup_printf (_ ("%1$s, %2$s: %3$s (%4$s)"), when, name, outcome,
                            keel_sentence_reason (event->reason));
  /* Translators: of a reminder: when it was due, for which meeting, what became of it. */
  return g_strdup_printf (_ ("%1$s, %2$s: %3$s"), when, name, outcome);
}

static char *
describe_outcome_and_time (const KeelReminderEvent *event, GTimeZone *person)
{
  g_autofree char *outcome = keel_sentence_outcome (event);
  g_autofree char *time = NULL;

  if (event->shown == 0)
    return g_steal_pointer (&outcome);
  time = keel_sentence_clock_time (event->shown / G_USEC_PER_SEC, person);
  /* Translators: what became of a reminder and when: "shown 12 minutes late, at 19:12". */
  return g_strdup_printf (C_ ("reminder", "%1$s, at %2$s"), outcome, time);
}

char *
keel_sentence_for_event_facts (const KeelReminderEvent *event, GTimeZone *person, gint64 now)
{
  g_autofree char *when = keel_sentence_moment (event->due, person, now);
  g_autofree char *which = keel_sentence_reminder (event->lead);
  g_autofree char *outcome = describe_outcome_and_time (event, person);
  g_autofree char *facts = NULL;

  /* Translators: of a reminder: when it was due, which one, what became of it: "Today, 19:00 · 30 minutes
   * before · missed". */
  facts = g_strdup_printf (C_ ("reminder", "%1$s · %2$s · %3$s"), when, which, outcome);
  if (event->reason == NULL || *event->reason == '\0')
    return g_steal_pointer (&facts);
  return g_strdup_printf ("%s\n%s", facts, keel_sentence_reason (event->reason));
}

/* As keel-reminders says it, and as the bus does. */
static gboolean
is_absence (const char *trouble)
{
  static const char *const signs[] = { "no notification service", "ServiceUnknown", "NameHasNoOwner",
                                       "was not provided by any" };

  for (gsize i = 0; trouble != NULL && i < G_N_ELEMENTS (signs); i++)
    {
      if (strstr (trouble, signs[i]) != NULL)
        return TRUE;
    }
  return trouble == NULL;
}

char *
keel_sentence_for_no_server (const char *trouble)
{
  if (g_strcmp0 (trouble, "there is no session bus") == 0)
    return g_strdup (_ ("Nothing shows notifications: this session has no message bus. Log in to a desktop, "
                        "and reminders come."));
  if (is_absence (trouble))
    return g_strdup (_ ("Nothing shows notifications on this computer now. Most desktops bring a program for "
                        "that; on others, install one, such as dunst or mako. Keel goes on trying."));
  /* Translators: %s is what the computer said. */
  return g_strdup_printf (_ ("What shows notifications does not answer: %s. Keel goes on trying. It may help "
                             "to log out and in again."),
                          keel_sentence_reason (trouble));
}
