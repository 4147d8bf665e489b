#include "config.h"

#include "keel-first-words.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

char *
keel_first_words (KeelSession *session)
{
  guint n = keel_session_get_series (session)->len;

  if (n == 0)
    return g_strdup (_ ("You follow no meetings yet."));
  return g_strdup_printf (ngettext ("You follow %u meeting.", "You follow %u meetings.", n), n);
}

/* A reminder never fails in silence. */
char *
keel_first_words_of_trouble (KeelSession *session)
{
  const KeelReminderEvent *last = keel_session_get_reminder_trouble (session);
  g_autoptr (GTimeZone) zone = keel_session_get_zone (session);
  g_autofree char *date = NULL;
  g_autofree char *time = NULL;

  if (last == NULL)
    return NULL;
  date = keel_sentence_date (last->due, zone, keel_session_get_now (session));
  time = keel_sentence_clock_time (last->due, zone);
  if (last->outcome == KEEL_OUTCOME_FAILED)
    /* Translators: a date and a time: "The reminder of Today, 18:30 could not be shown…" */
    return g_strdup_printf (_ ("The reminder of %s, %s could not be shown: nothing on this computer shows "
                               "notifications. Keel goes on trying."),
                            date, time);
  return g_strdup_printf (_ ("The reminder of %s, %s could not be shown in time."), date, time);
}
