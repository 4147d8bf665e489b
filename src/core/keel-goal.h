#pragma once

#include "keel-medicine.h"

G_BEGIN_DECLS

/* What it is for: the four that make a life in recovery (SAMHSA's working definition of 2012), and what is
 * done for others. */
typedef enum
{
  KEEL_GOAL_HEALTH,
  KEEL_GOAL_HOME,
  KEEL_GOAL_PURPOSE,
  KEEL_GOAL_COMMUNITY,
  KEEL_GOAL_SERVICE,
} KeelGoalArea;

/* The names of these for files that last and for scripts, ended by NULL; see keel_word_find (). */
extern const char *const keel_goal_area_words[];

/* KeelGoal: what a person wants to come to, or to do every week. */
typedef struct
{
  char *uuid;  /* NULL until it is in the journal */
  char *words; /* never empty */
  KeelGoalArea area;
  gboolean weekly; /* there is a tick for each week */
  gint64 done;     /* of one that is not weekly: the day since 1970-01-01, or KEEL_DAY_UNSAID */
} KeelGoal;

KeelGoal *keel_goal_new (const char *words, KeelGoalArea area);
KeelGoal *keel_goal_copy (const KeelGoal *self);
void keel_goal_free (KeelGoal *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelGoal, keel_goal_free)

gboolean keel_goal_is_possible (const KeelGoal *self);
gboolean keel_goal_equal (const KeelGoal *self, const KeelGoal *other);

/* The day on which the week of @day begins, where weeks begin on @first (0 = Sunday). */
gint64 keel_goal_get_week (gint64 day, int first);
/* Whether one of @ticks, a GArray of gint64 days, is in the week that begins on the day @week; *@day
 * (nullable) gets it. */
gboolean keel_goal_is_ticked (const GArray *ticks, gint64 week, gint64 *day);

G_END_DECLS
