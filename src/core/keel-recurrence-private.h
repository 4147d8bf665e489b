#pragma once

#include "keel-recurrence.h"

G_BEGIN_DECLS

/* What keel-recurrence-parse.c reads and keel-recurrence-expand.c walks. */

typedef enum
{
  KEEL_FREQUENCY_DAILY,
  KEEL_FREQUENCY_WEEKLY,
  KEEL_FREQUENCY_MONTHLY,
  KEEL_FREQUENCY_YEARLY,
  KEEL_N_FREQUENCIES
} KeelFrequency;

typedef enum
{
  KEEL_UNTIL_NONE,
  KEEL_UNTIL_DATE,  /* days since 1970, that day included */
  KEEL_UNTIL_LOCAL, /* KeelLocalTime, included */
  KEEL_UNTIL_UTC,   /* seconds UTC, included */
} KeelUntilKind;

#define KEEL_POSITION_WORDS 6 /* of 64 bits, for the positions 1 to 366 */

struct _KeelRecurrence
{
  gatomicrefcount references;

  KeelFrequency frequency;
  gint64 interval;
  gint64 count; /* 0: without end */
  KeelUntilKind until_kind;
  gint64 until;
  int week_start; /* 0 = Sunday */

  gboolean has_weekdays, has_month_days, has_positions;
  guint32 months;                              /* bit 1–12; 0: not given */
  guint32 month_days, month_days_last;         /* bit 1–31, from the start and from the end */
  guint32 weekdays;                            /* bit 0–6: every such day */
  guint64 nth[7], nth_last[7];                 /* by weekday, bit 1–53: the nth, the nth last */
  guint64 positions[KEEL_POSITION_WORDS];      /* bit n - 1: the nth of the set */
  guint64 positions_last[KEEL_POSITION_WORDS]; /* bit n - 1: the nth last */
};

extern const char *const keel_weekday_names[7]; /* SU … */
extern const char *const keel_frequency_names[KEEL_N_FREQUENCIES];

static inline gboolean
keel_position_has (const guint64 *positions, guint n)
{
  return n >= 1 && n <= KEEL_POSITION_WORDS * 64 && ((positions[(n - 1) / 64] >> ((n - 1) % 64)) & 1) != 0;
}

G_END_DECLS
