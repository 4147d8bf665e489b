#include "keel-list-sentences.h"

#include <glib/gi18n-lib.h>

#include "keel-phrases.h"

#define DAY (24 * 3600)

char *
keel_sentence_old_list (gint64 imported_at, gint64 now, gboolean from_address)
{
  gint64 seconds = now - imported_at;
  gulong days = (gulong) (seconds / DAY);
  g_autofree char *number = g_strdup_printf ("%lu", days);

  if (seconds <= KEEL_LIST_OLD)
    return NULL;
  if (from_address)
    return keel_phrase_fill (
        ngettext ("This list is %s day old. Some meetings may have moved since: refresh it.",
                  "This list is %s days old. Some meetings may have moved since: refresh it.", days),
        "%s", number);
  return keel_phrase_fill (
      ngettext ("This list is %s day old. Some meetings may have moved since: import its new file.",
                "This list is %s days old. Some meetings may have moved since: import its new file.", days),
      "%s", number);
}
