#include "config.h"

#include "keel-first-words.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-session-settings.h"

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

char *
keel_first_words_of_code (KeelSession *session)
{
  if (!keel_session_wants_new_code (session))
    return NULL;
  return g_strdup (_ ("You have not written down your recovery code yet. Make a new one in Preferences."));
}

char *
keel_first_words_of_loss (int reason)
{
  switch (reason - 1)
    {
    case -1:
      return NULL;
    case KEEL_STORE_ERROR_FULL:
      return g_strdup (_ ("What you were writing could not be kept: there is no space left on the disk."));
    case KEEL_STORE_ERROR_BUSY:
      return g_strdup (_ ("What you were writing could not be kept: another program was writing there."));
    case KEEL_STORE_ERROR_READ_ONLY:
      return g_strdup (_ ("What you were writing could not be kept: Keel may not write in its folder."));
    default:
      return g_strdup (_ ("What you were writing could not be kept: the disk did not take it."));
    }
}
