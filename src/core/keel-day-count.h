#pragma once

#include "keel-lapse.h"
#include "keel-milestone-dates.h"

G_BEGIN_DECLS

typedef enum
{
  KEEL_DAY_MODE_NONE, /* the date is kept and nothing counts up */
  KEEL_DAY_MODE_STREAK,
  KEEL_DAY_MODE_TOTAL,
  KEEL_DAY_MODE_BOTH,
} KeelDayMode;

typedef enum
{
  KEEL_DAY_PATH_ABSTINENCE,
  KEEL_DAY_PATH_CUT_DOWN,
  KEEL_DAY_PATH_UNDECIDED,
  KEEL_DAY_PATH_MEMBERSHIP, /* of families: their own time in a group, which no lapse ends */
} KeelDayPath;

/* The names of these for files that last and for scripts, ended by NULL; see keel_word_find (). */
extern const char *const keel_day_mode_words[];
extern const char *const keel_day_path_words[];

/* KeelDayCount: what a person counts days of, from a start date that they gave. */
typedef struct
{
  char *uuid; /* NULL until it is in the journal */
  char *name; /* nullable: what it counts, in the person's words: "alcohol" */
  gint64 start;
  int minute; /* of the start, -1: not said. The date counts as it was given, whenever the night ends */
  KeelDayMode mode;
  gboolean day_one; /* the first day is day 1, else day 0 */
  KeelDayLeap leap;
  char *scheme; /* nullable: the code of the program whose milestones and words are used; NULL: Keel's own */
  KeelDayPath path;
  gint64 money;   /* a day, in the hundredths (or what it has) of @currency; 0: not said */
  char *currency; /* nullable: ISO 4217 */
  guint minutes;  /* a day, that are won; 0: not said */
  int position;
  gint64 stopped;    /* the day on which the person let it rest, without any lapse; KEEL_DAY_NONE */
  gint64 changed_at; /* seconds UTC; from the journal */
} KeelDayCount;

/* From @start on, as a streak, day 0 first. */
KeelDayCount *keel_day_count_new (gint64 start);
KeelDayCount *keel_day_count_copy (const KeelDayCount *self);
void keel_day_count_free (KeelDayCount *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelDayCount, keel_day_count_free)

gboolean keel_day_count_is_possible (const KeelDayCount *self);
gboolean keel_day_count_equal (const KeelDayCount *self, const KeelDayCount *other); /* all a person said */

/* From a start date to a lapse, or to today. */
typedef struct
{
  gint64 from; /* the start date */
  gint64 to;   /* the day of the lapse, or on which it was let rest; KEEL_DAY_NONE: it goes on */
  guint days;
} KeelStreak;

/* A milestone in time that was or will be reached: @count of @unit, see keel_day_mark_format (). */
typedef struct
{
  KeelDayMarkUnit unit;
  guint count;
  gint64 streak; /* the start date it is counted from */
  gint64 day;
} KeelMarkDay;

/*
 * KeelDayStanding: where a count stands today.
 *
 * The number of a streak is the days since its start date (one more with day 1). An ended one has the days
 * before its lapse. The total is the days since the first start date without those of lapses; it never goes
 * down from one day to the next. After "stop" both stay as they were.
 */
typedef struct
{
  gint64 begins_in; /* days until the start date; 0: it has begun */
  gboolean shows_streak;
  gboolean shows_total; /* neither with KEEL_DAY_MODE_NONE, or before it begins */
  gboolean stopped;
  gint64 stopped_on; /* KEEL_DAY_NONE where it goes on */
  guint streak;      /* of the one that goes on, or, after a stop without a lapse, was let rest; else 0 */
  guint total;
  guint best;      /* the longest streak, of all */
  GArray *streaks; /* of KeelStreak, the oldest first; those that ended on their first day are left out */
  GArray *reached; /* of KeelMarkDay, by day: of all streaks */
  gboolean has_next;
  KeelMarkDay next; /* of the streak, or of the total where that alone is shown */
  gint64 to_go;     /* days until then */
  double share;     /* of the way there from the milestone before, 0 to 1 */
  gint64 money;     /* of all days of the total */
  gint64 minutes;
} KeelDayStanding;

/* @lapses, of KeelLapse in any order, may be of other counts as well. @marks is of KeelDayMark. What is after
 * @now does not count yet: a clock that was set back changes nothing for good. */
KeelDayStanding *keel_day_count_stand (const KeelDayCount *self, const GPtrArray *lapses, const GArray *marks,
                                       const KeelLogicalNow *now);
void keel_day_standing_free (KeelDayStanding *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelDayStanding, keel_day_standing_free)

G_END_DECLS
