#pragma once

#include "keel-medicine.h"

G_BEGIN_DECLS

/* What it is for: the four that make a life in recovery (SAMHSA's working definition of 2012), and what is
 * done for others. */
typedef enum
{
  KEEL_AIM_HEALTH,
  KEEL_AIM_HOME,
  KEEL_AIM_PURPOSE,
  KEEL_AIM_COMMUNITY,
  KEEL_AIM_SERVICE,
} KeelAimArea;

/* The names of these for files that last and for scripts, ended by NULL; see keel_word_find (). */
extern const char *const keel_aim_area_words[];

/* KeelAim: a goal: what a person wants to come to, or to do every week. */
typedef struct
{
  char *uuid;  /* NULL until it is in the journal */
  char *words; /* never empty */
  KeelAimArea area;
  gboolean weekly; /* there is a tick for each week */
  gint64 done;     /* of one that is not weekly: the day since 1970-01-01, or KEEL_DAY_UNSAID */
} KeelAim;

KeelAim *keel_aim_new (const char *words, KeelAimArea area);
KeelAim *keel_aim_copy (const KeelAim *self);
void keel_aim_free (KeelAim *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelAim, keel_aim_free)

gboolean keel_aim_is_possible (const KeelAim *self);
gboolean keel_aim_equal (const KeelAim *self, const KeelAim *other);

/* The day on which the week of @day begins, where weeks begin on @first (0 = Sunday). */
gint64 keel_aim_get_week (gint64 day, int first);
/* Whether one of @ticks, a GArray of gint64 days, is in the week that begins on the day @week; *@day
 * (nullable) gets it. */
gboolean keel_aim_is_ticked (const GArray *ticks, gint64 week, gint64 *day);

G_END_DECLS
