#pragma once

#include "keel-strategy-mark.h"

G_BEGIN_DECLS

/*
 * What a person's urges have in common over some weeks. These are counts of what was written down, no verdict
 * and no cause, and there are none from little data.
 *
 * Of the urges there is nothing from fewer than KEEL_PATTERNS_URGES, or where the first and the last of the
 * span lie on fewer than KEEL_PATTERNS_DAYS days, both counted. Hours and a weekday: only KEEL_PATTERNS_COUNT
 * urges or more, and so many that of people whose urges are spread evenly (over 24 hours; over weekdays, as
 * many as there are at most in that number of days) fewer than KEEL_PATTERNS_CHANCE would be told the like. A
 * trigger: only where it was said of more than half of the urges; "craving" is none.
 *
 * What helped: only a card that was done KEEL_PATTERNS_RUNS times or more with a strength before and after,
 * after which the urge was weaker four times out of five, and by 1 or more on average.
 *
 * The hour and the weekday are those of where the person was (KeelUrge.offset).
 */
#define KEEL_PATTERNS_URGES 12
#define KEEL_PATTERNS_DAYS 14
#define KEEL_PATTERNS_COUNT 5
#define KEEL_PATTERNS_CHANCE 0.02
#define KEEL_PATTERNS_HOURS 3
#define KEEL_PATTERNS_RUNS 5

typedef enum
{
  KEEL_PATTERN_HOURS,   /* @which: the first of KEEL_PATTERNS_HOURS hours; they may go past midnight */
  KEEL_PATTERN_WEEKDAY, /* @which: 0 = Sunday */
  KEEL_PATTERN_TRIGGER, /* @which: a KeelStrategyTag */
  KEEL_PATTERN_HELPED,  /* @strategy: @n of @of times weaker afterwards */
} KeelUrgePatternKind;

typedef struct
{
  KeelUrgePatternKind kind;
  int which;
  char *strategy; /* the id of a card; else NULL */
  guint n;
  guint of;
} KeelUrgePattern;

/* KeelUrgePatterns: the counts of a span, for a chart, and what is to be told of them. */
typedef struct
{
  guint weeks;       /* the span, up to now */
  guint n_urges;     /* in it */
  guint days;        /* from the first to the last of them, both counted; 0 without any */
  gboolean enough;   /* for any pattern of urges; the counts are there in any case */
  guint hours[24];   /* how many urges began in each */
  guint weekdays[7]; /* 0 = Sunday */
  guint tags[KEEL_N_TAGS];
  guint strengths[KEEL_STRENGTH_MAX + 1];
  GPtrArray *patterns; /* of KeelUrgePattern: hours, weekdays, triggers (most said first), what helped (most
                          runs first); may be empty */
} KeelUrgePatterns;

/* Of those of @urges (of KeelUrge) and @runs (of KeelStrategyRun), each in any order, that were in the @weeks
 * (at least 1) before @now, seconds UTC. Transfer full. */
KeelUrgePatterns *keel_urge_patterns_new (GPtrArray *urges, GPtrArray *runs, gint64 now, guint weeks);
void keel_urge_patterns_free (KeelUrgePatterns *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelUrgePatterns, keel_urge_patterns_free)

G_END_DECLS
