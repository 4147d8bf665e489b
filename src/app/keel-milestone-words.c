#include "config.h"

#include "keel-milestone-words.h"

#include <glib/gi18n-lib.h>

#include "content/keel-day-sentences.h"

#include "keel-days-colour.h"

static const char *
name_unit (KeelDayMarkUnit unit, guint count)
{
  switch (unit)
    {
    case KEEL_DAY_MARK_HOURS:
      return ngettext ("hour", "hours", count);
    case KEEL_DAY_MARK_MONTHS:
      return ngettext ("month", "months", count);
    case KEEL_DAY_MARK_YEARS:
      return ngettext ("year", "years", count);
    case KEEL_DAY_MARK_DAYS:
    default:
      return ngettext ("day", "days", count);
    }
}

/* What is on the coin of a milestone in time. */
static void
mint (KeelMilestoneCard *card, KeelSession *session, const KeelDays *days, const KeelReached *reached,
      const KeelDayMark *mark)
{
  const KeelCountStand *stand = reached->count != NULL ? keel_days_find (days, reached->count) : NULL;

  card->colour = keel_days_colour_of (session, stand != NULL ? stand->count->scheme : NULL, mark->unit,
                                      mark->count);
  if (mark->count == 0)
    return;
  card->number = g_strdup_printf ("%u", mark->count);
  card->unit = g_strdup (name_unit (mark->unit, mark->count));
}

KeelMilestoneCard *
keel_milestone_words_make_card (KeelSession *session, const KeelDays *days, const KeelReached *reached)
{
  KeelContent *content = keel_session_get_content (session);
  gboolean is_part = g_strcmp0 (reached->mark, KEEL_REACHED_PART) == 0;
  /* What a step is called names its program. */
  g_autofree char *title = is_part ? g_strdup (C_ ("milestone", "A part is done"))
                                   : keel_sentence_reached (content, reached);
  KeelMilestoneCard *card = keel_milestone_card_new (title);
  KeelDayMark mark;

  if (keel_day_mark_parse (reached->mark, &mark))
    mint (card, session, days, reached, &mark);
  return card;
}

char *
keel_milestone_words_date (gint64 day)
{
  int year, month, day_of_month;
  g_autoptr (GDateTime) date = NULL;

  keel_civil_from_days (day, &year, &month, &day_of_month);
  date = g_date_time_new_utc (year, month, day_of_month, 0, 0, 0);
  /* Translators: a date on a card, with the year: "22 November 2026". See strftime. */
  return date != NULL ? g_date_time_format (date, C_ ("date", "%-d %B %Y")) : g_strdup ("");
}

GPtrArray *
keel_milestone_words_find_news (const KeelDays *days)
{
  GPtrArray *news = g_ptr_array_new ();

  for (guint i = 0; i < days->untold->len; i++)
    {
      const KeelReached *reached = g_ptr_array_index (days->untold, i);
      const KeelCountStand *stand = reached->count != NULL ? keel_days_find (days, reached->count) : NULL;

      if (stand == NULL || stand->count->mode != KEEL_DAY_MODE_NONE)
        g_ptr_array_add (news, (gpointer) reached);
    }
  return news;
}
