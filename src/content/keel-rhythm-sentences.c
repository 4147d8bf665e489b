#include "keel-rhythm-sentences.h"

#include <glib/gi18n-lib.h>

char *
keel_sentence_for_rhythm_error (const GError *error, KeelRhythmKind kind)
{
  g_return_val_if_fail (error != NULL && error->domain == KEEL_RHYTHM_ERROR, NULL);

  switch ((KeelRhythmError) error->code)
    {
    case KEEL_RHYTHM_ERROR_INTERVAL:
      /* Translators: %d is the greatest number that can be typed. */
      return g_strdup_printf (_ ("Write a number from 1 to %d."), keel_rhythm_get_most (kind));
    case KEEL_RHYTHM_ERROR_WEEKDAYS:
      return g_strdup (_ ("Choose at least one weekday."));
    case KEEL_RHYTHM_ERROR_NTHS:
      return g_strdup (_ ("Choose which one of the month it is: the first, the second, the last …"));
    case KEEL_RHYTHM_ERROR_MONTH_DAY:
      return g_strdup (_ ("Write a day of the month, from 1 to 31."));
    case KEEL_RHYTHM_ERROR_AFTER:
      return g_strdup (_ ("Choose two different weekdays: one, and the one that it comes after."));
    case KEEL_RHYTHM_ERROR_UNTIL:
      return g_strdup (_ ("It ends before it begins. Write a later last date."));
    case KEEL_RHYTHM_ERROR_TIMES:
    default:
      return g_strdup_printf (_ ("Write a number from 1 to %d."), KEEL_RHYTHM_MOST_TIMES);
    }
}
