#pragma once

#include "keel-logical-day.h"

G_BEGIN_DECLS

/* On which day a milestone is reached. facts/content.md section 10. */

typedef enum
{
  KEEL_DAY_MARK_HOURS,
  KEEL_DAY_MARK_DAYS,
  KEEL_DAY_MARK_MONTHS,
  KEEL_DAY_MARK_YEARS,
} KeelDayMarkUnit;

/* KeelDayMark: how long after a start date a milestone is. 0 of anything: the start itself. */
typedef struct
{
  KeelDayMarkUnit unit;
  guint count;
  gboolean every; /* and again each year after: of years alone */
} KeelDayMark;

/* Where the anniversaries of 29 February are in other years. */
typedef enum
{
  KEEL_DAY_LEAP_FEBRUARY, /* on 28 February */
  KEEL_DAY_LEAP_MARCH,    /* on 1 March */
} KeelDayLeap;

extern const char *const keel_day_leap_words[]; /* "feb-28", "mar-1", ended by NULL */

/* From when on, and by which rules. */
typedef struct
{
  gint64 day;
  int minute; /* -1: not said */
  int night_end;
  gboolean day_one; /* the first day is day 1, so that "30 days" is on the day that is shown as 30 */
  KeelDayLeap leap;
} KeelDayStart;

/* @every is not looked at: the first time alone. Months and years go by the calendar: a month without that
 * day takes its last. Hours go by the clock where a minute is said, else by whole days. */
gint64 keel_day_mark_find (const KeelDayMark *self, const KeelDayStart *start);
/* "days-30", as keel_milestone_format () of content has it: by what a milestone is kept. Transfer full. */
char *keel_day_mark_format (KeelDayMarkUnit unit, guint count);
gboolean keel_day_mark_parse (const char *text, KeelDayMark *mark);

/* Keel's own: 1, 3, 7, 14, 21, 30, 60, 90 days, 4 to 11 months, 1 year, 18 months, each year. Of KeelDayMark;
 * transfer full. */
GArray *keel_day_marks_new_generic (void);

/*
 * KeelReached: a milestone that was reached, as the journal keeps it. It never goes again, whatever becomes
 * of the days: only the person takes one away. Beside those of time there are some without: see
 * keel_reached_words.
 */
typedef struct
{
  char *uuid;
  char *count;    /* nullable: of no count */
  char *mark;     /* "days-30", or one of keel_reached_words */
  char *subject;  /* nullable: of KEEL_REACHED_PART "aa/steps/4" */
  char *words;    /* nullable: in the person's words */
  gint64 streak;  /* the start date that it was counted from; KEEL_DAY_NONE where it has none */
  gint64 day;     /* on which it was reached */
  gint64 told_at; /* seconds UTC; 0: the person was not told yet */
} KeelReached;

#define KEEL_REACHED_MEETING "first-meeting"
#define KEEL_REACHED_PART "part" /* a step or another part of a program is done */
#define KEEL_REACHED_REHEARSAL "first-rehearsal"
#define KEEL_REACHED_LOGS "logs-30" /* 30 urges are written down */
#define KEEL_REACHED_AMENDS "amends"
#define KEEL_REACHED_SERVICE "service"
#define KEEL_REACHED_OWN "own" /* what @words says */

extern const char *const keel_reached_words[]; /* these, ended by NULL */

KeelReached *keel_reached_new (const char *mark, gint64 day);
KeelReached *keel_reached_copy (const KeelReached *self);
void keel_reached_free (KeelReached *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelReached, keel_reached_free)

G_END_DECLS
