#include "keel-place.h"

#include <langinfo.h>
#include <stdlib.h>

#include <glib/gi18n-lib.h>

#include "core/keel-local-time.h"
#include "keel-sentences.h"

#define CODE_LENGTH 2

const char *
keel_country_of_computer (void)
{
  const char *code = nl_langinfo (_NL_ADDRESS_COUNTRY_AB2);

  return code != NULL && strlen (code) == CODE_LENGTH ? g_intern_string (code) : NULL;
}

/* A day is told as its month: nobody needs it more exactly, and it is easier to read. */
static char *
describe_date (const char *date)
{
  int year = atoi (date);
  int month = strlen (date) > strlen ("2026-") ? atoi (date + strlen ("2026-")) : 0;

  if (month == 0)
    return g_strdup_printf ("%d", year);
  return keel_sentence_month (keel_days_from_civil (year, month, 1));
}

char *
keel_sentence_site (const KeelSite *site)
{
  g_autofree char *date = describe_date (site->checked);

  /* Translators: of the address of a web page: when it was last compared with where it was found, and where
   * that is: “Checked: September 2026 · Source: Its own page”. */
  return g_strdup_printf (_ ("Checked: %1$s · Source: %2$s"), date, site->source);
}

char *
keel_sentence_site_title (const KeelSite *site, const char *country)
{
  const char *kind = site->kind == KEEL_SITE_STORIES ? C_ ("web page", "Stories")
                                                     : C_ ("web page", "Meetings");

  if (country != NULL && site->name != NULL)
    return g_strdup_printf ("%s · %s · %s", kind, country, site->name);
  if (country != NULL || site->name != NULL)
    return g_strdup_printf ("%s · %s", kind, country != NULL ? country : site->name);
  return g_strdup (kind);
}
