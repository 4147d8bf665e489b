#include "keel-sentences.h"

#include <langinfo.h>
#include <locale.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "keel-phrases.h"

#define KM_PER_MILE 1.609344

/* With what stood there in quotation marks, where that is known. */
static char *
describe_skip (const char *reason, const char *detail)
{
  if (detail == NULL || *detail == '\0')
    return g_strdup (reason);
  /* Translators: %1$s says what is wrong, %2$s is what stood there: “no such day: “Someday””. */
  return g_strdup_printf (_ ("%1$s: “%2$s”"), reason, detail);
}

char *
keel_sentence_for_skip (const KeelSkippedRow *skipped)
{
  g_return_val_if_fail (skipped != NULL, NULL);

  switch (skipped->reason)
    {
    /* Translators: why one row of a list was left out; so in all that follow. */
    case KEEL_SKIP_SYNTAX:
      return g_strdup (_ ("the row is damaged and cannot be read"));
    case KEEL_SKIP_NOT_OBJECT:
      return g_strdup (_ ("the row does not describe a meeting"));
    case KEEL_SKIP_NO_NAME:
      return g_strdup (_ ("it has no name"));
    case KEEL_SKIP_BAD_DAY:
      return describe_skip (_ ("its day cannot be read"), skipped->detail);
    case KEEL_SKIP_BAD_TIME:
      return describe_skip (_ ("its time cannot be read"), skipped->detail);
    case KEEL_SKIP_UNPUBLISHED:
      return g_strdup (_ ("its publisher does not want it shown"));
    case KEEL_SKIP_INACTIVE:
      return g_strdup (_ ("its place is closed for now and it has no online room"));
    case KEEL_SKIP_OVER:
      return g_strdup (_ ("it is over and does not come again"));
    case KEEL_SKIP_CANCELLED:
      return g_strdup (_ ("it was called off"));
    case KEEL_SKIP_RHYTHM:
      return describe_skip (_ ("Keel cannot follow how it repeats"), skipped->detail);
    }
  g_return_val_if_reached (NULL);
}

/* The format for this many meetings. %1$u is their number, %2$s the detail of the notice. */
static const char *
find_notice_text (KeelNoticeKind kind, gulong n)
{
  switch (kind)
    {
    case KEEL_NOTICE_ZONE_ASSUMED:
      /* Translators: %1$u is the number of meetings, %2$s a city or zone. */
      return ngettext ("%1$u meeting gives no time zone. The zone chosen for the list is used: %2$s.",
                       "%1$u meetings give no time zone. The zone chosen for the list is used: %2$s.", n);
    case KEEL_NOTICE_ZONE_UNKNOWN:
      return ngettext ("%1$u meeting gives no time zone. "
                       "Import the list again and choose one to be sure of its time.",
                       "%1$u meetings give no time zone. "
                       "Import the list again and choose one to be sure of their times.",
                       n);
    case KEEL_NOTICE_ZONE_BAD:
      /* Translators: %2$s is what stands in the list in place of a time zone. */
      return ngettext ("%1$u meeting gives a time zone that nobody knows (“%2$s”). "
                       "It is treated as not given.",
                       "%1$u meetings give a time zone that nobody knows (“%2$s”). "
                       "It is treated as not given.",
                       n);
    case KEEL_NOTICE_BY_APPOINTMENT:
      return ngettext ("%1$u meeting has no fixed day and time. It is listed as “by appointment”.",
                       "%1$u meetings have no fixed day and time. They are listed as “by appointment”.", n);
    case KEEL_NOTICE_DURATION_ASSUMED:
      return ngettext ("%1$u meeting does not say when it ends. Keel takes one hour.",
                       "%1$u meetings do not say when they end. Keel takes one hour.", n);
    case KEEL_NOTICE_PAST_MIDNIGHT:
      return ngettext ("%1$u meeting ends after midnight.", "%1$u meetings end after midnight.", n);
    case KEEL_NOTICE_DUPLICATE_SLUG:
      return ngettext ("%1$u meeting has the same key as another one. Both are kept.",
                       "%1$u meetings have the same key as another one. All are kept.", n);
    case KEEL_NOTICE_LINK_DROPPED:
      /* Translators: %2$s is the beginning of an unsafe link. */
      return ngettext ("%1$u meeting has a link that is not safe to open (“%2$s”). The link was left out.",
                       "%1$u meetings have links that are not safe to open (such as “%2$s”). "
                       "The links were left out.",
                       n);
    case KEEL_NOTICE_CONTACTS_DROPPED:
      return ngettext ("%1$u meeting came with someone’s name, phone number or mail address. "
                       "Keel did not keep these.",
                       "%1$u meetings came with names, phone numbers or mail addresses of people. "
                       "Keel did not keep these.",
                       n);
    case KEEL_NOTICE_TRAILING:
      return _ ("There was more text after the end of the list. It was left out.");
    case KEEL_NOTICE_FORMATS_UNKNOWN:
      /* Translators: %2$s is one or a few codes of meeting types. */
      return ngettext ("%1$u meeting has a type that Keel has no name for (%2$s). The code is shown.",
                       "%1$u meetings have types that Keel has no name for (such as %2$s). "
                       "The codes are shown.",
                       n);
    case KEEL_NOTICE_RHYTHM_IN_NOTES:
      return ngettext ("%1$u meeting may not happen every week. Read its notes before you go.",
                       "%1$u meetings may not happen every week. Read their notes before you go.", n);
    case KEEL_NOTICE_ZONE_MATCHED:
      /* Translators: %2$s is a city or zone. */
      return ngettext ("%1$u meeting gives a time zone without a known name. Its clock is that of %2$s.",
                       "%1$u meetings give a time zone without a known name. "
                       "Their clock is that of %2$s.",
                       n);
    case KEEL_NOTICE_LETTERS_GUESSED:
      /* Translators: %2$s is a way to store letters, such as “Windows-1252”. */
      return ngettext ("%1$u meeting has letters that are not stored as UTF-8. They were read as %2$s. "
                       "Some may look wrong.",
                       "%1$u meetings have letters that are not stored as UTF-8. They were read as %2$s. "
                       "Some may look wrong.",
                       n);
    case KEEL_NOTICE_CELLS_ODD:
      return ngettext ("%1$u meeting stands in a row that does not fit the columns. "
                       "Compare it with the list before you go.",
                       "%1$u meetings stand in rows that do not fit the columns. "
                       "Compare them with the list before you go.",
                       n);
    case KEEL_NOTICE_LAST:
      break;
    }
  g_return_val_if_reached ("");
}

char *
keel_sentence_for_notice (const KeelNotice *notice)
{
  g_autofree char *detail = NULL, *count = NULL, *counted = NULL;
  const char *text;

  g_return_val_if_fail (notice != NULL, NULL);

  text = find_notice_text (notice->kind, notice->count);
  detail = notice->kind == KEEL_NOTICE_ZONE_ASSUMED
               ? keel_sentence_zone (notice->detail)
               : g_utf8_make_valid (notice->detail ? notice->detail : "?", -1);
  count = g_strdup_printf ("%u", notice->count);
  counted = keel_phrase_fill (text, "%1$u", count);
  return keel_phrase_fill (counted, "%2$s", detail);
}

char *
keel_sentence_venue (KeelMeeting *meeting)
{
  switch (meeting->venue)
    {
    case KEEL_VENUE_IN_PERSON:
      return g_strdup (_ ("In person"));
    case KEEL_VENUE_HYBRID:
      return g_strdup (_ ("In person and online"));
    case KEEL_VENUE_ONLINE:
      return g_strdup (C_ ("meeting", "Online"));
    case KEEL_VENUE_INACTIVE:
      return g_strdup (_ ("Closed for now"));
    case KEEL_VENUE_UNKNOWN:
      break;
    }
  return g_strdup (_ ("Place not given"));
}

gboolean
keel_sentence_uses_miles (void)
{
  return *nl_langinfo (_NL_MEASUREMENT_MEASUREMENT) == 2;
}

char *
keel_sentence_distance (double km)
{
  double miles = km / KM_PER_MILE;

  if (km < 0)
    return g_strdup (_ ("distance not known"));
  if (keel_sentence_uses_miles ())
    /* Translators: a distance in miles, with one decimal below ten. */
    return g_strdup_printf (miles < 9.95 ? _ ("%.1f miles") : _ ("%.0f miles"), miles);
  if (km < 0.95)
    /* Translators: a distance in metres. */
    return g_strdup_printf (_ ("%d m"), MAX (1, (int) (km * 20 + 0.5)) * 50);
  /* Translators: a distance in kilometres, with one decimal below ten. */
  return g_strdup_printf (km < 9.95 ? _ ("%.1f km") : _ ("%.0f km"), km);
}

char *
keel_sentence_number (double number, int decimals)
{
  char *text = g_strdup_printf ("%.*f", MAX (decimals, 2), number);
  const char *point = localeconv ()->decimal_point;
  gsize length = strlen (text);

  if (strstr (text, point) == NULL)
    return text;
  while (length > 0 && text[length - 1] == '0')
    text[--length] = '\0';
  if (g_str_has_suffix (text, point))
    text[length - strlen (point)] = '\0';
  return text;
}

char *
keel_sentence_page (guint page, guint n_pages)
{
  /* Translators: %1$u is the number of a page, %2$u how many there are. */
  return g_strdup_printf (_ ("Page %1$u of %2$u"), page, n_pages);
}

char *
keel_sentence_independence (void)
{
  return g_strdup (_ ("Keel is independent. "
                      "It is not affiliated with any program or fellowship that it names."));
}
