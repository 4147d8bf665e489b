#pragma once

#include "keel-history.h"

G_BEGIN_DECLS

/* By what days are told apart, and what is compared then. */
typedef enum
{
  KEEL_APART_SLEEP_CRAVING,   /* after a short night or not: craving */
  KEEL_APART_SLEEP_MOOD,      /* the same: mood */
  KEEL_APART_MEETING_CRAVING, /* with a meeting or without: craving */
  KEEL_APART_MEETING_MOOD,    /* the same: mood */
  KEEL_N_APARTS,
} KeelApartKind;

/* Fewer hours are a short night. */
#define KEEL_SHORT_NIGHT 6
/* Of either sort of days; fewer carry nothing. */
#define KEEL_APART_DAYS 10

/* That two sorts of days differ, each by the mean of its days. */
typedef struct
{
  KeelApartKind kind;
  guint n_with, n_without;
  double with, without;
} KeelApart;

/* What in the days differs by more than chance and by so much that it is worth a word: by 1.5 of craving, by
 * 0.75 of mood, and by twice the error of the difference (Welch). It says nothing of causes. Of KeelApart;
 * transfer full. */
GArray *keel_history_find_aparts (const KeelHistory *history, const KeelHistoryDays *days);

G_END_DECLS
