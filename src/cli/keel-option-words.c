#include "keel-option-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/keel-local-time.h"
#include "core/keel-series.h"

gboolean
keel_invocation_read_word (KeelInvocation *invocation, const char *const *words, const char *word, int *found)
{
  g_autofree char *all = NULL;

  if (word == NULL)
    return TRUE;
  *found = keel_word_find (words, word);
  if (*found >= 0)
    return TRUE;
  all = g_strjoinv (", ", (char **) words);
  /* Translators: %2$s are the words that are possible. */
  keel_invocation_refuse (invocation, _ ("“%1$s” is not possible there. There are: %2$s"), word, all);
  return FALSE;
}

gboolean
keel_invocation_read_day (KeelInvocation *invocation, const char *text, gint64 *day)
{
  KeelLocalTime local;

  if (strlen (text) != strlen ("2027-03-31") || !keel_local_time_parse (text, &local))
    {
      keel_invocation_refuse (invocation, "%s",
                              _ ("Write the date as year, month and day, for example 2027-03-31."));
      return FALSE;
    }
  *day = keel_local_time_get_days (local);
  return TRUE;
}
