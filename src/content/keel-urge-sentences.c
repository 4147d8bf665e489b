#include "keel-urge-sentences.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "keel-sentences.h"
#include "keel-strategy-sentences.h"

#define HOURS 24

const char *
keel_sentence_urge_outcome (KeelUrgeOutcome outcome)
{
  switch (outcome)
    {
    case KEEL_URGE_UNSAID:
      return "";
    case KEEL_URGE_PASSED:
      return C_ ("how an urge ended", "It passed");
    case KEEL_URGE_DELAYED:
      return C_ ("how an urge ended", "I put it off");
    case KEEL_URGE_WENT:
      return C_ ("how an urge ended", "I went along with it");
    }
  g_return_val_if_reached ("");
}

char *
keel_sentence_urge_strength (int strength, int after)
{
  if (after == KEEL_STRENGTH_NONE)
    /* Translators: how strong an urge was: "7 of 10". */
    return g_strdup_printf (_ ("%1$d of %2$d"), strength, KEEL_STRENGTH_MAX);
  /* Translators: how strong an urge was, and how strong it was after something was done about it. */
  return g_strdup_printf (_ ("%1$d of %2$d, afterwards %3$d"), strength, KEEL_STRENGTH_MAX, after);
}

static char *
describe_hours (const KeelUrgePattern *pattern, guint weeks)
{
  g_autofree char *from = keel_sentence_time (pattern->which * 60);
  g_autofree char *to = keel_sentence_time ((pattern->which + KEEL_PATTERNS_HOURS) % HOURS * 60);

  if (pattern->n * 2 > pattern->of)
    return g_strdup_printf (
        /* Translators: %1$s and %2$s are times of day; %3$u of %4$u urges. */
        ngettext ("Most of your urges in the last %5$u week came between %1$s and %2$s (%3$u of %4$u).",
                  "Most of your urges in the last %5$u weeks came between %1$s and %2$s (%3$u of %4$u).",
                  weeks),
        from, to, pattern->n, pattern->of, weeks);
  return g_strdup_printf (
      /* Translators: %1$s and %2$s are times of day; %3$u of %4$u urges. */
      ngettext ("Many of your urges in the last %5$u week came between %1$s and %2$s (%3$u of %4$u).",
                "Many of your urges in the last %5$u weeks came between %1$s and %2$s (%3$u of %4$u).",
                weeks),
      from, to, pattern->n, pattern->of, weeks);
}

static char *
describe_weekday (const KeelUrgePattern *pattern, guint weeks)
{
  g_autofree char *day = keel_sentence_weekday (pattern->which);

  if (pattern->n * 2 > pattern->of)
    return g_strdup_printf (
        /* Translators: %1$s is a day of the week; %2$u of %3$u urges. */
        ngettext ("Most of your urges in the last %4$u week came on a %1$s (%2$u of %3$u).",
                  "Most of your urges in the last %4$u weeks came on a %1$s (%2$u of %3$u).", weeks),
        day, pattern->n, pattern->of, weeks);
  return g_strdup_printf (
      /* Translators: %1$s is a day of the week; %2$u of %3$u urges. */
      ngettext ("Many of your urges in the last %4$u week came on a %1$s (%2$u of %3$u).",
                "Many of your urges in the last %4$u weeks came on a %1$s (%2$u of %3$u).", weeks),
      day, pattern->n, pattern->of, weeks);
}

char *
keel_sentence_urge_pattern (const KeelUrgePattern *pattern, guint weeks, const char *card)
{
  switch (pattern->kind)
    {
    case KEEL_PATTERN_HOURS:
      return describe_hours (pattern, weeks);
    case KEEL_PATTERN_WEEKDAY:
      return describe_weekday (pattern, weeks);
    case KEEL_PATTERN_TRIGGER:
      return g_strdup_printf (
          /* Translators: %1$s is what was going on, as it is called where one says so: "Lonely". */
          ngettext ("“%1$s” was there in most of your urges in the last %4$u week (%2$u of %3$u).",
                    "“%1$s” was there in most of your urges in the last %4$u weeks (%2$u of %3$u).", weeks),
          keel_sentence_strategy_tag ((KeelStrategyTag) pattern->which), pattern->n, pattern->of, weeks);
    case KEEL_PATTERN_HELPED:
      return g_strdup_printf (
          /* Translators: %1$s is the name of a card, such as "Urge surfing". */
          ngettext ("After “%1$s” the urge was weaker %2$u of %3$u times in the last %4$u week.",
                    "After “%1$s” the urge was weaker %2$u of %3$u times in the last %4$u weeks.", weeks),
          card, pattern->n, pattern->of, weeks);
    }
  g_return_val_if_reached (NULL);
}

char *
keel_sentence_urge_patterns (const KeelUrgePatterns *patterns)
{
  g_autofree char *needed = NULL;
  g_autofree char *found = NULL;

  if (patterns->enough && patterns->patterns->len == 0)
    return g_strdup (
        _ ("Nothing stands out: your urges came at different times, with different things going on."));
  if (patterns->enough)
    return g_strdup (_ ("These are counts of what you wrote down. They do not say why."));
  needed = g_strdup_printf (
      ngettext (
          "Keel looks for what your urges have in common once %1$d of them is written down, over %2$d days "
          "or more.",
          "Keel looks for what your urges have in common once %1$d of them are written down, over %2$d days "
          "or more.",
          KEEL_PATTERNS_URGES),
      KEEL_PATTERNS_URGES, KEEL_PATTERNS_DAYS);
  found = g_strdup_printf (ngettext ("In the last %2$u week there is %1$u.",
                                     "In the last %2$u weeks there are %1$u.", patterns->weeks),
                           patterns->n_urges, patterns->weeks);
  return g_strdup_printf ("%s %s", needed, found);
}

char *
keel_sentence_offer_reason (const KeelOffer *offer)
{
  g_autofree char *drop = NULL;

  switch (offer->reason)
    {
    case KEEL_OFFERED_HELPED:
      drop = keel_sentence_number (round (offer->drop * 10) / 10, 1);
      return g_strdup_printf (ngettext ("The urge was weaker by %1$s afterwards, %2$u time",
                                        "The urge was weaker by %1$s afterwards, on average over %2$u times",
                                        offer->n_runs),
                              drop, offer->n_runs);
    case KEEL_OFFERED_TAGS:
      return g_strdup (_ ("For what is going on"));
    case KEEL_OFFERED_FAVOURITE:
      return g_strdup (_ ("One of your favourites"));
    case KEEL_OFFERED_STRENGTH:
      return g_strdup (_ ("Suits how strong it is"));
    case KEEL_OFFERED_SOMEONE:
      return g_strdup (_ ("Be with someone"));
    }
  g_return_val_if_reached (NULL);
}
