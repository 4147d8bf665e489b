#include "config.h"

#include "keel-typed-rhythm.h"

#include <glib/gi18n-lib.h>

#include "content/keel-rhythm-sentences.h"
#include "core/keel-rhythm-change.h"

#include "keel-typed-number.h"
#include "keel-typed-time.h"

#define MOST_MINUTES (31 * KEEL_MINUTES_PER_DAY)

/* What all of it comes to. */
typedef struct
{
  KeelRhythm rhythm;
  gint64 day; /* as typed */
  int minute;
  int duration;
  KeelLocalTime start;
  char *rule; /* nullable: once */
} Meaning;

static void
meaning_clear (Meaning *self)
{
  g_free (self->rule);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Meaning, meaning_clear)

void
keel_rhythm_problems_clear (KeelRhythmProblems *self)
{
  g_clear_pointer (&self->interval, g_free);
  g_clear_pointer (&self->days, g_free);
  g_clear_pointer (&self->until, g_free);
  g_clear_pointer (&self->times, g_free);
  g_clear_pointer (&self->date, g_free);
  g_clear_pointer (&self->time, g_free);
  g_clear_pointer (&self->length, g_free);
}

static gboolean
has_any (const KeelRhythmProblems *problems)
{
  return problems->interval != NULL || problems->days != NULL || problems->until != NULL ||
         problems->times != NULL || problems->date != NULL || problems->time != NULL ||
         problems->length != NULL;
}

/* --- Numbers and dates --- */

/* Texts that are no numbers become numbers that keel_rhythm_check () refuses. */
static void
read_numbers (const KeelTypedRhythm *self, Meaning *meaning, KeelRhythmProblems *problems)
{
  KeelRhythm *rhythm = &meaning->rhythm;

  *rhythm = self->rhythm;
  rhythm->interval = rhythm->times = rhythm->month_day = 0;
  keel_typed_number_parse (self->interval, 1, G_MAXINT, &rhythm->interval);
  keel_typed_number_parse (self->times, 1, G_MAXINT, &rhythm->times);
  if (self->month_day == NULL)
    rhythm->month_day = KEEL_RHYTHM_LAST_DAY;
  else
    keel_typed_number_parse (self->month_day, 1, 31, &rhythm->month_day);
  if (rhythm->kind != KEEL_RHYTHM_ONCE && rhythm->end == KEEL_RHYTHM_UNTIL &&
      !keel_typed_day_parse (self->until, &rhythm->until))
    problems->until = g_strdup (_ ("Write the date as year, month and day, for example 2027-03-31."));
}

static void
read_times (const KeelTypedRhythm *self, Meaning *meaning, KeelRhythmProblems *problems)
{
  if (!keel_typed_day_parse (self->date, &meaning->day))
    problems->date = g_strdup (_ ("Write the date as year, month and day, for example 2027-03-31."));
  if (!keel_typed_time_parse (self->time, &meaning->minute))
    problems->time = g_strdup (_ ("Write the time as 19:00, 7:30 pm or 7pm."));
  if (!keel_typed_number_parse (self->length, 0, MOST_MINUTES, &meaning->duration))
    problems->length = g_strdup (_ ("Write how many minutes it lasts, for example 60."));
}

/* Puts what is wrong under the field that it is about. */
static void
place_problem (KeelRhythmProblems *problems, const GError *error, KeelRhythmKind kind)
{
  char *sentence = keel_sentence_for_rhythm_error (error, kind);
  char **place = &problems->days;

  if (error->code == KEEL_RHYTHM_ERROR_INTERVAL)
    place = &problems->interval;
  else if (error->code == KEEL_RHYTHM_ERROR_UNTIL)
    place = &problems->until;
  else if (error->code == KEEL_RHYTHM_ERROR_TIMES)
    place = &problems->times;
  g_free (*place);
  *place = sentence;
}

/* --- What it means --- */

static GTimeZone *
open_zone (KeelSchedule *schedule)
{
  const char *name = keel_schedule_get_zone (schedule);

  return name != NULL ? keel_zone_open (name) : NULL;
}

/* What is left from the day on that was typed of the rule there was. */
static char *
continue_before (const KeelTypedRhythm *self, gint64 day, KeelLocalTime *first)
{
  g_autoptr (GTimeZone) zone = open_zone (self->before);
  g_autofree char *rule = keel_schedule_get_rule (self->before);

  *first = KEEL_LOCAL_TIME_NONE;
  if (rule == NULL)
    return NULL;
  return keel_rhythm_continue_rule (rule, keel_schedule_get_last_start (self->before), zone,
                                    day * KEEL_MINUTES_PER_DAY, first);
}

static void
find_kept (const KeelTypedRhythm *self, Meaning *meaning, KeelRhythmProblems *problems)
{
  KeelLocalTime first;

  if (problems->date != NULL)
    return;
  meaning->rule = continue_before (self, meaning->day, &first);
  if (meaning->rule == NULL)
    problems->date = g_strdup (_ ("From that day on there are no more dates. Choose an earlier one."));
  else
    meaning->start = keel_local_time_get_days (first) * KEEL_MINUTES_PER_DAY + meaning->minute;
}

static void
find_chosen (Meaning *meaning, KeelRhythmProblems *problems)
{
  g_autoptr (GError) error = NULL;
  gint64 first = meaning->day;

  /* Where the days are wrong there is no first one. */
  if (keel_rhythm_check (&meaning->rhythm, G_MININT64, &error) && problems->date == NULL)
    first = keel_rhythm_find_first (&meaning->rhythm, meaning->day);
  if (error == NULL && problems->until == NULL && problems->date == NULL)
    keel_rhythm_check (&meaning->rhythm, first, &error);
  if (error != NULL)
    {
      place_problem (problems, error, meaning->rhythm.kind);
      return;
    }
  meaning->start = first * KEEL_MINUTES_PER_DAY + meaning->minute;
  meaning->rule = keel_rhythm_to_rule (&meaning->rhythm);
}

static gboolean
is_same_rhythm (const KeelTypedRhythm *self, const Meaning *meaning, const char *left, KeelLocalTime first)
{
  g_autoptr (GTimeZone) zone = open_zone (self->before);
  KeelRhythm rhythm;

  if (self->kept)
    return TRUE;
  return keel_rhythm_read_rule (&rhythm, left, first, zone) && keel_rhythm_equal (&rhythm, &meaning->rhythm);
}

/* Whether the same dates are meant as before, from the one that was typed on. */
static gboolean
is_as_before (const KeelTypedRhythm *self, const Meaning *meaning)
{
  KeelLocalTime first = KEEL_LOCAL_TIME_NONE;
  g_autofree char *left = NULL;

  if (g_strcmp0 (keel_schedule_get_zone (self->before), self->zone) != 0 ||
      keel_schedule_get_duration (self->before) != (guint) meaning->duration)
    return FALSE;
  left = continue_before (self, meaning->day, &first);
  if (left == NULL)
    return meaning->rule == NULL && keel_schedule_get_last_start (self->before) == meaning->start;
  return first == meaning->start && is_same_rhythm (self, meaning, left, first);
}

static KeelSchedule *
make_schedule (const KeelTypedRhythm *self, const Meaning *meaning)
{
  KeelLocalTime from = self->from;

  if (self->before == NULL)
    return keel_schedule_new (meaning->start, self->zone, (guint) meaning->duration, meaning->rule, NULL);
  if (is_as_before (self, meaning))
    return keel_schedule_ref (self->before);
  if (meaning->rule != NULL)
    from = MAX (from, meaning->day * KEEL_MINUTES_PER_DAY);
  return keel_rhythm_change_schedule (self->before, MIN (from, meaning->start), meaning->start, self->zone,
                                      (guint) meaning->duration, meaning->rule, NULL);
}

/* What begins anew, or happens but once, does so in the time to come. */
static void
check_past (const KeelTypedRhythm *self, const Meaning *meaning, KeelRhythmProblems *problems)
{
  if ((self->before != NULL ? is_as_before (self, meaning) : meaning->rule != NULL) ||
      meaning->start + meaning->duration >= self->now)
    return;
  problems->date = g_strdup (_ ("That day is over. Choose one that is to come."));
}

KeelSchedule *
keel_typed_rhythm_to_schedule (const KeelTypedRhythm *self, KeelRhythmProblems *problems)
{
  g_auto (Meaning) meaning = { .rule = NULL };
  KeelSchedule *schedule;

  g_assert (!self->kept || self->before != NULL);

  *problems = (KeelRhythmProblems){ NULL };
  read_numbers (self, &meaning, problems);
  read_times (self, &meaning, problems);
  if (self->kept)
    find_kept (self, &meaning, problems);
  else
    find_chosen (&meaning, problems);
  if (!has_any (problems))
    check_past (self, &meaning, problems);
  if (has_any (problems))
    return NULL;
  schedule = make_schedule (self, &meaning);
  if (schedule == NULL)
    problems->date = g_strdup (_ ("Keel cannot keep a date so far away."));
  return schedule;
}
