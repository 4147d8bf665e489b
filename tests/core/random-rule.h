#pragma once

#include "core/keel-local-time.h"

G_BEGIN_DECLS

/* Rules made by chance, and a plain judge of what they mean that shares no thought with Keel's expander. */

#define MAX_ITEMS 6
#define MAX_DATES 300

typedef enum
{
  DAILY,
  WEEKLY,
  MONTHLY,
  YEARLY
} Frequency;

typedef struct
{
  int items[MAX_ITEMS];
  int count;
} Numbers;

typedef struct
{
  KeelLocalTime start;
  Frequency frequency;
  int interval;
  Numbers months, month_days, positions;
  Numbers weekdays, ordinals; /* side by side; ordinal 0: every such day */
  int week_start;
  int count;           /* 0: none */
  KeelLocalTime until; /* KEEL_LOCAL_TIME_NONE: none */
} RandomRule;

void random_rule_pick (GRand *rand, RandomRule *rule);
char *random_rule_write (const RandomRule *rule); /* as an RRULE */
int random_rule_get_year (KeelLocalTime local);
gboolean numbers_have (const Numbers *numbers, int number);

/* Appends the dates before @end, at most MAX_DATES: every single day is asked whether the rule means it. */
void random_rule_expand (const RandomRule *rule, KeelLocalTime end, GArray *dates);

G_END_DECLS
