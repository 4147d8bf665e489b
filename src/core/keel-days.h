#pragma once

#include "keel-day-count.h"

G_BEGIN_DECLS

/* How days are counted and told, of a whole profile. */
typedef struct
{
  int night_end;    /* minutes after midnight, 0 to KEEL_NIGHT_END_MAX */
  gboolean moments; /* a milestone has its quiet moment; else it is only kept */
} KeelDayOptions;

/* One count, where it stands, and the lapses of it (of const KeelLapse, the newest first). */
typedef struct
{
  KeelDayCount *count;
  KeelDayStanding *standing;
  GPtrArray *lapses;
} KeelCountStand;

/* KeelDays: all that is counted, as of one moment. Counted itself; not to be changed. */
typedef struct
{
  KeelLogicalNow now;
  KeelDayOptions options;
  GPtrArray *counts;  /* of KeelCountStand, in their order */
  GPtrArray *lapses;  /* of KeelLapse, the newest first: of all counts, and of none */
  GPtrArray *reached; /* of KeelReached, the newest first: all milestones that were ever reached */
  GPtrArray *untold;  /* of const KeelReached, the newest first: not told yet; empty without moments */
} KeelDays;

KeelDays *keel_days_new (const KeelLogicalNow *now, const KeelDayOptions *options);
KeelDays *keel_days_ref (KeelDays *self);
void keel_days_unref (KeelDays *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelDays, keel_days_unref)
const KeelCountStand *keel_days_find (const KeelDays *self, const char *count); /* nullable */

/* For whoever fills one, in this order: the lapses, then the counts, then what the journal has of milestones.
 * All are taken. @marks is as of keel_day_count_stand (). */
void keel_days_take_lapses (KeelDays *self, GPtrArray *lapses);
void keel_days_take_count (KeelDays *self, KeelDayCount *count, const GArray *marks);
/* Left out is what has the same mark as another and was counted from a start date that is none any more,
 * since a lapse was taken back; and for the time being what lies in the future, since the clock was or is
 * wrong. */
void keel_days_take_reached (KeelDays *self, GPtrArray *reached);

/* Leaves out what the pages of a profile do not offer: without @families the time in a group, without
 * @members all other counts and every lapse, each with its milestones. It stays in the journal. */
void keel_days_keep (KeelDays *self, gboolean members, gboolean families);

/* Whether the person should be told of @mark of @stand: not where it was reached before its start date, or
 * the lapse behind that, was written down (seconds UTC, turned into days by @zone). */
gboolean keel_days_is_news (const KeelDays *self, const KeelCountStand *stand, const KeelMarkDay *mark,
                            GTimeZone *zone);

G_END_DECLS
