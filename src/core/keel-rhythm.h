#pragma once

#include "keel-local-time.h"

G_BEGIN_DECLS

#define KEEL_RHYTHM_ERROR (keel_rhythm_error_quark ())
GQuark keel_rhythm_error_quark (void);

/* What is wrong with what was chosen: one for each thing that a person can mend. */
typedef enum
{
  KEEL_RHYTHM_ERROR_INTERVAL,  /* not 1 to keel_rhythm_get_most () */
  KEEL_RHYTHM_ERROR_WEEKDAYS,  /* no weekday chosen */
  KEEL_RHYTHM_ERROR_NTHS,      /* not chosen which one of a month */
  KEEL_RHYTHM_ERROR_MONTH_DAY, /* not 1 to 31, nor the last */
  KEEL_RHYTHM_ERROR_AFTER, /* the weekday after itself, or after one so late that it may be in the next month
                            */
  KEEL_RHYTHM_ERROR_UNTIL, /* ends before its first date */
  KEEL_RHYTHM_ERROR_TIMES, /* not 1 to KEEL_RHYTHM_MOST_TIMES */
} KeelRhythmError;

typedef enum
{
  KEEL_RHYTHM_ONCE,
  KEEL_RHYTHM_DAYS,        /* every n days */
  KEEL_RHYTHM_WEEKS,       /* every n weeks, on one or several weekdays */
  KEEL_RHYTHM_MONTH_DAY,   /* every n months, on a day of the month */
  KEEL_RHYTHM_MONTH_NTH,   /* on the nth or the last such weekday */
  KEEL_RHYTHM_MONTH_AFTER, /* on the weekday that follows the nth other weekday */
} KeelRhythmKind;

typedef enum
{
  KEEL_RHYTHM_GOES_ON,
  KEEL_RHYTHM_UNTIL, /* a date, that day included */
  KEEL_RHYTHM_TIMES,
} KeelRhythmEnd;

#define KEEL_RHYTHM_LAST_DAY (-1)
#define KEEL_RHYTHM_LAST 0 /* the bit in nths */
#define KEEL_RHYTHM_MOST_NTH 5
#define KEEL_RHYTHM_MOST_AFTER 3
#define KEEL_RHYTHM_MOST_TIMES 999

/*
 * KeelRhythm: how something repeats, as a person chooses it. A value without a clock: fields that do not
 * belong to its kind or its end are kept, and mean nothing. Weekdays are 0 = Sunday.
 */
typedef struct
{
  KeelRhythmKind kind;
  int interval;   /* of days, weeks or months */
  guint weekdays; /* WEEKS: bit 0–6 */
  int month_day;  /* MONTH_DAY: 1–31, KEEL_RHYTHM_LAST_DAY */
  guint nths;     /* MONTH_NTH: bit 1–5, KEEL_RHYTHM_LAST */
  int weekday;    /* MONTH_NTH, MONTH_AFTER */
  int after_nth;  /* MONTH_AFTER: 1 to KEEL_RHYTHM_MOST_AFTER */
  int after_weekday;
  KeelRhythmEnd end;
  gint64 until; /* days since 1970 */
  int times;
} KeelRhythm;

/* Once on the day of @start; all other fields are what a person who begins on that day most likely wants. */
void keel_rhythm_init (KeelRhythm *self, KeelLocalTime start);

/* The longest interval that can be chosen for this kind: a number of days, weeks or months. */
int keel_rhythm_get_most (KeelRhythmKind kind);

/* Whether it can be kept as it is, beginning on the day @first; sets a KEEL_RHYTHM_ERROR, else. */
gboolean keel_rhythm_check (const KeelRhythm *self, gint64 first, GError **error);

/* The value of its RRULE (RFC 5545 §3.3.10); NULL for once. To be called only where
 * keel_rhythm_check () finds nothing. */
char *keel_rhythm_to_rule (const KeelRhythm *self);

/* Reads @rule (nullable: once) of something that starts at @start in @zone (nullable). FALSE, and nothing is
 * changed, where the rule says more than can be chosen. */
gboolean keel_rhythm_read_rule (KeelRhythm *self, const char *rule, KeelLocalTime start, GTimeZone *zone);

/* Reads of @rule only how long it goes on, which is there also where the rest says more than can be chosen.
 * FALSE where it is no rule. */
gboolean keel_rhythm_read_end (KeelRhythm *self, const char *rule, KeelLocalTime start, GTimeZone *zone);

/* The first day, from @day on, that has the weekday or the place in the month that was chosen, however long
 * the intervals are; @day itself for once and for days. */
gint64 keel_rhythm_find_first (const KeelRhythm *self, gint64 day);

/* Whether all that counts is the same. */
gboolean keel_rhythm_equal (const KeelRhythm *a, const KeelRhythm *b);

G_END_DECLS
