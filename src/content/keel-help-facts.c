#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/keel-local-time.h"
#include "keel-help-sentences.h"
#include "keel-phrases.h"

#define YEAR_MONTHS 12

static const struct
{
  const char *code;
  const char *name;
} languages[] = {
  { "ar", NC_ ("language", "Arabic") },     { "bn", NC_ ("language", "Bengali") },
  { "cs", NC_ ("language", "Czech") },      { "cy", NC_ ("language", "Welsh") },
  { "da", NC_ ("language", "Danish") },     { "de", NC_ ("language", "German") },
  { "el", NC_ ("language", "Greek") },      { "en", NC_ ("language", "English") },
  { "es", NC_ ("language", "Spanish") },    { "fi", NC_ ("language", "Finnish") },
  { "fr", NC_ ("language", "French") },     { "hi", NC_ ("language", "Hindi") },
  { "hu", NC_ ("language", "Hungarian") },  { "id", NC_ ("language", "Indonesian") },
  { "is", NC_ ("language", "Icelandic") },  { "it", NC_ ("language", "Italian") },
  { "ja", NC_ ("language", "Japanese") },   { "ko", NC_ ("language", "Korean") },
  { "ku", NC_ ("language", "Kurdish") },    { "lt", NC_ ("language", "Lithuanian") },
  { "lv", NC_ ("language", "Latvian") },    { "nl", NC_ ("language", "Dutch") },
  { "no", NC_ ("language", "Norwegian") },  { "pl", NC_ ("language", "Polish") },
  { "pt", NC_ ("language", "Portuguese") }, { "ru", NC_ ("language", "Russian") },
  { "sk", NC_ ("language", "Slovak") },     { "sl", NC_ ("language", "Slovenian") },
  { "sv", NC_ ("language", "Swedish") },    { "tr", NC_ ("language", "Turkish") },
  { "uk", NC_ ("language", "Ukrainian") },  { "zh", NC_ ("language", "Chinese") },
};

const char *
keel_sentence_help_cost (KeelHelpCost cost)
{
  static const char *const costs[] = {
    NC_ ("help line", "Cost not known"),
    NC_ ("help line", "Free"),
    NC_ ("help line", "Costs as much as a usual call"),
    NC_ ("help line", "The call costs money"),
  };

  g_return_val_if_fail ((guint) cost < G_N_ELEMENTS (costs), "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "help line", costs[cost]);
}

const char *
keel_language_find_name (const char *code)
{
  g_return_val_if_fail (code != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_str_equal (languages[i].code, code))
      return g_dpgettext2 (GETTEXT_PACKAGE, "language", languages[i].name);
  return NULL;
}

char *
keel_sentence_help_languages (const KeelHelpLine *line)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_return_val_if_fail (line != NULL, NULL);

  for (guint i = 0; line->languages[i] != NULL; i++)
    {
      const char *name = keel_language_find_name (line->languages[i]);

      g_ptr_array_add (names, (gpointer) (name != NULL ? name : line->languages[i]));
    }
  return names->len > 0 ? keel_phrase_join (names) : g_strdup (_ ("Languages not known"));
}

const char *
keel_sentence_help_bill (const KeelHelpLine *line)
{
  g_return_val_if_fail (line != NULL, NULL);

  return line->off_bill ? _ ("A call does not show on the phone bill.")
                        : _ ("It is not known whether this shows on the phone bill.");
}

const char *
keel_sentence_help_trace (void)
{
  return _ ("The phone itself keeps a list of calls. You can delete a call there, or use another phone.");
}

const char *
keel_sentence_help_official (void)
{
  return _ ("This line is run by the police or by an office against drugs. It is not known who sees a call.");
}

char *
keel_sentence_help_source (const char *source)
{
  g_return_val_if_fail (source != NULL, NULL);

  /* Translators: where something about a help line was found. */
  return g_strdup_printf (_ ("Source: %s"), source);
}

/* What is not said is the first: the longest ago that it may be. */
static void
split_date (const char *date, int *year, int *month, int *day)
{
  gsize length = strlen (date);

  *year = atoi (date);
  *month = length > strlen ("2026-") ? atoi (date + strlen ("2026-")) : 0;
  *day = length > strlen ("2026-10-") ? atoi (date + strlen ("2026-10-")) : 0;
}

char *
keel_sentence_checked (const char *checked, gboolean undated)
{
  int year, month, day;
  g_autofree char *date = NULL;

  g_return_val_if_fail (checked != NULL, NULL);

  split_date (checked, &year, &month, &day);
  if (month == 0)
    date = g_strdup_printf ("%d", year);
  else
    /* Translators: a month and its year in a sentence: “October 2026”. */
    date = g_strdup_printf (C_ ("date in a sentence", "%1$s %2$d"), keel_phrase_month (month), year);
  if (undated)
    /* Translators: %s is a month and year: “November 2026”. */
    return g_strdup_printf (_ ("Found in %s. The source has no date."), date);
  if (day == 0)
    /* Translators: %s is a year, or a month and year: “October 2026”. */
    return g_strdup_printf (_ ("Checked in %s"), date);
  g_free (date);
  date = keel_phrase_day_of_year (month, day);
  /* Translators: %1$s is a day and month, %2$d the year: “Checked on 1 October 2026”. */
  return g_strdup_printf (_ ("Checked on %1$s %2$d"), date, year);
}

const char *
keel_sentence_checked_long_ago (const char *checked, gint64 now)
{
  gint64 today = now / (24 * 3600);
  int year, month, day, this_year, this_month, this_day;
  int months;

  g_return_val_if_fail (checked != NULL, NULL);

  split_date (checked, &year, &month, &day);
  keel_civil_from_days (today, &this_year, &this_month, &this_day);
  months = (this_year - year) * YEAR_MONTHS + this_month - MAX (month, 1);
  if (months < YEAR_MONTHS || (months == YEAR_MONTHS && this_day <= MAX (day, 1)))
    return NULL;
  return _ ("This was checked more than a year ago. It may have changed.");
}

const char *
keel_sentence_help_doubt (KeelHelpConfidence confidence)
{
  switch (confidence)
    {
    case KEEL_HELP_CHECK:
      return _ ("Please check this number before you rely on it.");
    case KEEL_HELP_SURE_NUMBER:
      return _ ("The number is confirmed. Its hours, its cost or whom it is for may be different.");
    case KEEL_HELP_SURE:
    default:
      return NULL;
    }
}

const char *
keel_sentence_help_line_doubt (const KeelHelpLine *line)
{
  g_return_val_if_fail (line != NULL, NULL);

  if (keel_help_line_has_number (line))
    return keel_sentence_help_doubt (line->confidence);
  return line->confidence == KEEL_HELP_SURE ? NULL : _ ("Please check this page before you rely on it.");
}

static void
add_sentence (GPtrArray *sentences, const char *sentence)
{
  if (sentence != NULL)
    g_ptr_array_add (sentences, g_strdup (sentence));
}

GPtrArray *
keel_sentences_about_help (const KeelHelpLine *line, gint64 now)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (line != NULL, sentences);

  if (line->official)
    add_sentence (sentences, keel_sentence_help_official ());
  if (keel_help_line_has_number (line))
    add_sentence (sentences, keel_sentence_help_cost (line->cost));
  g_ptr_array_add (sentences, keel_sentence_help_languages (line));
  if (keel_help_line_has_number (line))
    add_sentence (sentences, keel_sentence_help_bill (line));
  g_ptr_array_add (sentences, keel_sentence_checked (line->checked, line->undated));
  add_sentence (sentences, keel_sentence_checked_long_ago (line->checked, now));
  g_ptr_array_add (sentences, keel_sentence_help_source (line->source));
  return sentences;
}
