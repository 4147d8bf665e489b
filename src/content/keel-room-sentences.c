#include "keel-room-sentences.h"

#include <glib/gi18n-lib.h>

#include "keel-phrases.h"
#include "keel-sentences.h"

#define EVERY_DAY 0x7f

char *
keel_sentence_open_days (guint8 days)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  g_return_val_if_fail (days != 0 && days <= EVERY_DAY, NULL);

  if (days == EVERY_DAY)
    return g_strdup (_ ("Open around the clock"));
  /* The week begins on Monday here; it is only the order of the words. */
  for (int i = 1; i <= 7; i++)
    {
      if (days & (1 << i % 7))
        g_ptr_array_add (names, (char *) keel_phrase_weekday (i % 7));
    }
  joined = keel_phrase_join (names);
  /* Translators: a room that is open around the clock, on these weekdays; %s is one or several. */
  return keel_phrase_fill (_ ("%s, any time"), "%s", joined);
}
