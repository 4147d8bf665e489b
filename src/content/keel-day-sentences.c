#include "keel-day-sentences.h"

#include <glib/gi18n-lib.h>

#include "core/keel-series.h"
#include "keel-program-sentences.h"
#include "keel-sentences.h"

/* A start date is new this long, and so is what can be dangerous about it. */
#define NEW_DAYS 7

#define HOURS_PER_DAY 24
/* From here on, in days. */
#define MOST_HOURS 72

const char *
keel_sentence_day_mode (KeelDayMode mode)
{
  switch (mode)
    {
    case KEEL_DAY_MODE_NONE:
      return C_ ("how days are counted", "Nothing counts up");
    case KEEL_DAY_MODE_STREAK:
      return C_ ("how days are counted", "Days in a row");
    case KEEL_DAY_MODE_TOTAL:
      return C_ ("how days are counted", "All days together");
    case KEEL_DAY_MODE_BOTH:
      return C_ ("how days are counted", "Both");
    }
  g_return_val_if_reached ("");
}

const char *
keel_sentence_day_path (KeelDayPath path)
{
  switch (path)
    {
    case KEEL_DAY_PATH_ABSTINENCE:
      return C_ ("what days are counted for", "To stop");
    case KEEL_DAY_PATH_CUT_DOWN:
      return C_ ("what days are counted for", "To cut down");
    case KEEL_DAY_PATH_UNDECIDED:
      return C_ ("what days are counted for", "Not decided yet");
    case KEEL_DAY_PATH_MEMBERSHIP:
      return C_ ("what days are counted for", "Time in my group");
    }
  g_return_val_if_reached ("");
}

const char *
keel_sentence_day_leap (KeelDayLeap leap)
{
  switch (leap)
    {
    case KEEL_DAY_LEAP_FEBRUARY:
      return _ ("28 February");
    case KEEL_DAY_LEAP_MARCH:
      return _ ("1 March");
    }
  g_return_val_if_reached ("");
}

const char *
keel_sentence_lapse_choice (KeelLapseChoice choice)
{
  switch (choice)
    {
    case KEEL_LAPSE_KEEP_TOTAL:
      return C_ ("after a lapse", "Keep counting all my days");
    case KEEL_LAPSE_NEW_START:
      return C_ ("after a lapse", "Start a new streak");
    case KEEL_LAPSE_STOP:
      return C_ ("after a lapse", "Stop counting here");
    case KEEL_LAPSE_NOT_COUNTED:
      return C_ ("after a lapse", "Do not count it");
    }
  g_return_val_if_reached ("");
}

const char *
keel_sentence_lapse_choice_about (KeelLapseChoice choice)
{
  switch (choice)
    {
    case KEEL_LAPSE_KEEP_TOTAL:
      return _ ("Your total goes on. The streak so far stays in sight.");
    case KEEL_LAPSE_NEW_START:
      return _ ("A new streak begins. The one before stays in sight.");
    case KEEL_LAPSE_STOP:
      return _ ("Nothing counts up any more. All that you counted stays.");
    case KEEL_LAPSE_NOT_COUNTED:
      return _ ("It is written down, and your days go on as before.");
    }
  g_return_val_if_reached ("");
}

const char *
keel_sentence_count_name (const KeelDayCount *count)
{
  if (count->name != NULL)
    return count->name;
  return count->path == KEEL_DAY_PATH_MEMBERSHIP ? _ ("My time in the group") : _ ("My days");
}

char *
keel_sentence_days (gint64 days)
{
  return g_strdup_printf (ngettext ("%u day", "%u days", (gulong) days), (guint) days);
}

char *
keel_sentence_mark (KeelDayMarkUnit unit, guint count)
{
  const KeelMilestone milestone = { .unit = (KeelMilestoneUnit) unit, .count = count };

  return keel_sentence_milestone (&milestone);
}

char *
keel_sentence_next_mark (const KeelDayStanding *standing)
{
  g_autofree char *days = NULL;
  g_autofree char *mark = NULL;

  if (!standing->has_next)
    return NULL;
  mark = keel_sentence_mark (standing->next.unit, standing->next.count);
  if (standing->to_go == 1)
    /* Translators: a milestone: "Tomorrow: 60 days". */
    return g_strdup_printf (C_ ("milestone", "Tomorrow: %s"), mark);
  days = keel_sentence_days (standing->to_go);
  /* Translators: how long it is to a milestone, and which: "13 days to 60 days". */
  return g_strdup_printf (C_ ("milestone", "%1$s to %2$s"), days, mark);
}

char *
keel_sentence_begins (gint64 start, gint64 today)
{
  g_autofree char *day = keel_sentence_day (start, today);

  /* Translators: a day: "Begins on Tuesday 24 November". */
  return g_strdup_printf (C_ ("days that are counted", "Begins on %s"), day);
}

char *
keel_sentence_streak (const KeelStreak *streak, gint64 today)
{
  g_autofree char *from = keel_sentence_day (streak->from, today);
  g_autofree char *days = keel_sentence_days (streak->days);
  g_autofree char *to = NULL;

  if (streak->to == KEEL_DAY_NONE)
    /* Translators: a day, and how many days there were since: "Since Tuesday 3 March: 17 days". */
    return g_strdup_printf (C_ ("days that are counted", "Since %1$s: %2$s"), from, days);
  to = keel_sentence_day (streak->to, today);
  /* Translators: two days, and how many there are between: "Tuesday 3 March to Friday 20 March: 17 days". */
  return g_strdup_printf (C_ ("days that are counted", "%1$s to %2$s: %3$s"), from, to, days);
}

static gint64
find_since (const KeelDayCount *count, const KeelDayStanding *standing)
{
  if (!standing->shows_streak || standing->streaks->len == 0)
    return count->start;
  return g_array_index (standing->streaks, KeelStreak, standing->streaks->len - 1).from;
}

char *
keel_sentence_standing (const KeelDayCount *count, const KeelDayStanding *standing, gint64 today)
{
  g_autofree char *day = NULL;

  if (standing->begins_in > 0)
    return keel_sentence_begins (today + standing->begins_in, today);
  if (standing->stopped)
    {
      day = keel_sentence_day (standing->stopped_on, today);
      /* Translators: a day: "Counted until Tuesday 24 November". */
      return g_strdup_printf (C_ ("days that are counted", "Counted until %s"), day);
    }
  day = keel_sentence_day (find_since (count, standing), today);
  if (!standing->shows_streak && standing->shows_total && (gint64) standing->total < today - count->start)
    /* Translators: a day: "Since Tuesday 24 November, without the days of lapses". */
    return g_strdup_printf (C_ ("days that are counted", "Since %s, without the days of lapses"), day);
  /* Translators: a day: "Since Tuesday 24 November". */
  return g_strdup_printf (C_ ("days that are counted", "Since %s"), day);
}

int
keel_currency_get_digits (const char *currency)
{
  /* ISO 4217: those without a smaller unit, and those with one of a thousandth. */
  static const char *const none[] = { "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG",
                                      "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF", NULL };
  static const char *const three[] = { "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND", NULL };

  if (currency == NULL)
    return 2;
  return g_strv_contains (none, currency) ? 0 : g_strv_contains (three, currency) ? 3 : 2;
}

char *
keel_sentence_money (gint64 money, const char *currency)
{
  int digits = keel_currency_get_digits (currency);
  g_autofree char *amount = NULL;
  double whole = (double) money;

  for (int i = 0; i < digits; i++)
    whole /= 10;
  amount = g_strdup_printf ("%'.*f", digits, whole);
  if (currency == NULL)
    return g_steal_pointer (&amount);
  /* Translators: an amount of money: %1$s is the currency, %2$s the number: "EUR 1,234.50". */
  return g_strdup_printf (C_ ("money", "%1$s %2$s"), currency, amount);
}

char *
keel_sentence_won_time (gint64 minutes)
{
  gint64 hours = minutes / 60;

  if (hours == 0)
    return g_strdup_printf (ngettext ("%u minute", "%u minutes", (gulong) minutes), (guint) minutes);
  if (hours < MOST_HOURS)
    return g_strdup_printf (ngettext ("%u hour", "%u hours", (gulong) hours), (guint) hours);
  return keel_sentence_days (hours / HOURS_PER_DAY);
}

/* --- What was reached --- */

/* "Step 4 (AA)", of "aa/steps/4". */
static char *
describe_part (KeelContent *content, const char *subject)
{
  g_auto (GStrv) parts = g_strsplit (subject != NULL ? subject : "", "/", 3);
  const KeelProgram *program;
  const KeelStructure *structure = NULL;
  g_autofree char *part = NULL;
  guint64 number;
  guint position;
  int kind;

  if (g_strv_length (parts) < 3 || !g_ascii_string_to_unsigned (parts[2], 10, 1, G_MAXINT, &number, NULL))
    return NULL;
  kind = keel_word_find (keel_structure_kind_words, parts[1]);
  program = keel_content_find_program (content, parts[0]);
  position = (guint) number;
  if (program != NULL && kind >= 0)
    structure = keel_program_find_structure (program, (KeelStructureKind) kind);
  if (structure != NULL && keel_structure_find_part (structure, (guint) number, &position) == NULL)
    position = (guint) number;
  part = keel_sentence_part (kind >= 0 ? (KeelStructureKind) kind : KEEL_STRUCTURE_FUNCTIONS, position);
  if (program == NULL)
    return g_steal_pointer (&part);
  /* Translators: a part of a program that is done, and the program: "Step 4 (AA)". */
  return g_strdup_printf (C_ ("milestone", "%1$s (%2$s)"), part, program->short_name);
}

static const char *
describe_word (const char *mark)
{
  static const struct
  {
    const char *mark, *words;
  } rows[] = {
    { KEEL_REACHED_MEETING, NC_ ("milestone", "First meeting") },
    { KEEL_REACHED_REHEARSAL, NC_ ("milestone", "First rehearsal") },
    { KEEL_REACHED_LOGS, NC_ ("milestone", "30 urges written down") },
    { KEEL_REACHED_AMENDS, NC_ ("milestone", "Made amends") },
    { KEEL_REACHED_SERVICE, NC_ ("milestone", "Gave service") },
    { KEEL_REACHED_PART, NC_ ("milestone", "A part of a program is done") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_strcmp0 (mark, rows[i].mark) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "milestone", rows[i].words);
  return C_ ("milestone", "A milestone");
}

char *
keel_sentence_reached (KeelContent *content, const KeelReached *reached)
{
  KeelDayMark mark;
  char *part = NULL;

  if (reached->words != NULL)
    return g_strdup (reached->words);
  if (keel_day_mark_parse (reached->mark, &mark))
    return keel_sentence_mark (mark.unit, mark.count);
  if (g_strcmp0 (reached->mark, KEEL_REACHED_PART) == 0)
    part = describe_part (content, reached->subject);
  return part != NULL ? part : g_strdup (describe_word (reached->mark));
}

/* --- Safety --- */

static GPtrArray *
list_dangers (void)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (sentences,
                   g_strdup (_ ("If you drink or take sedatives every day, stopping suddenly can be "
                                "dangerous. Get medical advice first.")));
  g_ptr_array_add (sentences,
                   g_strdup (_ ("After a break from opioids your tolerance is lower: what you took "
                                "before can kill you now.")));
  return sentences;
}

GPtrArray *
keel_sentences_about_start (gint64 start, gint64 today)
{
  if (start < today - NEW_DAYS)
    return g_ptr_array_new_with_free_func (g_free);
  return list_dangers ();
}

GPtrArray *
keel_sentences_about_lapse (void)
{
  return list_dangers ();
}

const char *
keel_sentence_medicine_is_no_lapse (void)
{
  return _ ("Taking medicine as your prescriber planned is never a lapse.");
}
