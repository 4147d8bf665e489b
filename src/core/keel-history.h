#pragma once

#include "keel-local-time.h"

G_BEGIN_DECLS

/* What can be looked back on; the names of these for files that last and for scripts, ended by NULL; see
 * keel_word_find (). */
typedef enum
{
  KEEL_SPAN_WEEK,    /* the last seven days */
  KEEL_SPAN_MONTH,   /* the last thirty days */
  KEEL_SPAN_QUARTER, /* this week and the twelve before it */
  KEEL_SPAN_YEAR,    /* this month and the eleven before it */
  KEEL_SPAN_ALL,     /* all that there is, in whole weeks or months */
  KEEL_N_SPANS,
} KeelSpan;

extern const char *const keel_span_words[];

typedef enum
{
  KEEL_BUCKET_DAY,
  KEEL_BUCKET_WEEK,
  KEEL_BUCKET_MONTH,
} KeelBucketSize;

/* Days are counted since 1970-01-01, as on the wall where the person was. Both of them are in it. */
typedef struct
{
  gint64 first, last;
  KeelBucketSize size;
  int first_weekday; /* 0 = Sunday: where weeks begin */
} KeelHistoryDays;

/* @oldest: the first day of which anything is known, for KEEL_SPAN_ALL. The last day is @today. */
void keel_history_days_init (KeelHistoryDays *days, KeelSpan span, gint64 today, gint64 oldest,
                             int first_weekday);

/* What was on a day. */
typedef struct
{
  gint64 day;
  double value;
} KeelHistoryPoint;

/* The days of one bucket, both in it, and what was on them. */
typedef struct
{
  gint64 first, last;
  guint n;
  double sum;
} KeelBucket;

/* @points: of KeelHistoryPoint, in any order; those on other days are left out. Returns: (transfer full): of
 * KeelBucket, without a gap from the first day to the last: one on which nothing was has n 0. The first and
 * the last are shorter where the days begin or end within a week or month. */
GArray *keel_history_bucket (const GArray *points, const KeelHistoryDays *days);

/* How many of @points are in the days, and on how many of the days one is. */
guint keel_history_count (const GArray *points, const KeelHistoryDays *days);
guint keel_history_count_days (const GArray *points, const KeelHistoryDays *days);

/* What the values of points say. */
typedef enum
{
  KEEL_HISTORY_CHECK_INS,  /* 1 each */
  KEEL_HISTORY_MOOD,       /* of check-ins: 0 to KEEL_MOOD_MAX */
  KEEL_HISTORY_CRAVING,    /* of check-ins: 0 to 10 */
  KEEL_HISTORY_ENERGY,     /* of check-ins: 0 to 4 */
  KEEL_HISTORY_SLEEP,      /* hours */
  KEEL_HISTORY_URGES,      /* how strong: 0 to 10 */
  KEEL_HISTORY_EASED,      /* of urges with a strength afterwards: 1 it was weaker, else 0 */
  KEEL_HISTORY_MEETINGS,   /* those that the person was at, 1 each */
  KEEL_HISTORY_PLANNED,    /* those they meant to go to, KeelPlanned */
  KEEL_HISTORY_WORKSHEETS, /* those that were begun: 1 finished, else 0 */
  KEEL_N_HISTORIES,
} KeelHistoryKind;

enum
{
  KEEL_PLANNED_UNSAID = -1, /* nobody wrote down what came of it */
  KEEL_PLANNED_NOT,
  KEEL_PLANNED_WENT,
};

/* What days are counted of, see keel-history-count.h. */
typedef struct _KeelHistoryCount KeelHistoryCount;
void keel_history_count_free (KeelHistoryCount *self);

/* A medicine plan, see keel-history-medicine.h. */
typedef struct _KeelHistoryMedicine KeelHistoryMedicine;
void keel_history_medicine_free (KeelHistoryMedicine *self);

/* KeelHistory: all that charts and sentences look back on, as the store read it. */
typedef struct
{
  gint64 today;
  GArray *points[KEEL_N_HISTORIES]; /* of KeelHistoryPoint, in no order */
  GPtrArray *counts;                /* of KeelHistoryCount, in the person's order */
  GPtrArray *medicines;             /* of KeelHistoryMedicine, in the order in which they were made */
} KeelHistory;

KeelHistory *keel_history_new (gint64 today);
void keel_history_free (KeelHistory *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelHistory, keel_history_free)

void keel_history_add (KeelHistory *self, KeelHistoryKind kind, gint64 day, double value);
/* The first day of which anything is known; today where nothing is. */
gint64 keel_history_get_oldest (const KeelHistory *self);
gboolean keel_history_is_empty (const KeelHistory *self);

/* The day that the wall showed at @utc (seconds), @offset minutes east of UTC. */
gint64 keel_history_day (gint64 utc, int offset);

G_END_DECLS
