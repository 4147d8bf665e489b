#pragma once

#include "keel-recurrence.h"
#include "keel-schedule.h"

G_BEGIN_DECLS

/* What keel-schedule.c makes, keel-schedule-expand.c expands and keel-schedule-text.c reads and writes. */

#define KEEL_SCHEDULE_FIRST_YEAR 1900
#define KEEL_SCHEDULE_LAST_YEAR 2199
#define KEEL_SCHEDULE_MAX_DURATION (31 * KEEL_MINUTES_PER_DAY)
#define KEEL_SCHEDULE_MAX_SEGMENTS 1000
#define KEEL_SCHEDULE_MAX_OVERRIDES 10000

/* Ends at the local midnight before the next segment begins. */
typedef struct
{
  KeelLocalTime start;
  char *zone_name;            /* NULL: floating */
  GTimeZone *zone;            /* NULL: floating */
  guint duration;             /* minutes */
  KeelRecurrence *recurrence; /* NULL: once */
} KeelSegment;

typedef enum
{
  KEEL_OVERRIDE_MOVE,
  KEEL_OVERRIDE_CANCEL,
  KEEL_OVERRIDE_ADD, /* no date of the rules; start differs from original once it was moved */
} KeelOverrideKind;

typedef struct
{
  KeelLocalTime original; /* the key */
  KeelOverrideKind kind;
  KeelLocalTime start;
  guint duration;
} KeelOverride;

struct _KeelSchedule
{
  gatomicrefcount references;
  GArray *segments;  /* of KeelSegment, never empty, ascending by start */
  GArray *overrides; /* of KeelOverride, ascending by original, no key twice */
};

static inline KeelSegment *
keel_schedule_segment (const KeelSchedule *self, guint place)
{
  return &g_array_index (self->segments, KeelSegment, place);
}

static inline KeelOverride *
keel_schedule_override (const KeelSchedule *self, guint place)
{
  return &g_array_index (self->overrides, KeelOverride, place);
}

/* Where the day of @local begins. */
static inline KeelLocalTime
keel_schedule_get_midnight (KeelLocalTime local)
{
  return local - keel_local_time_get_minute (local);
}

KeelSchedule *keel_schedule_alloc (void); /* without a segment */
gboolean keel_schedule_append_segment (KeelSchedule *self, KeelLocalTime start, const char *zone,
                                       guint duration, const char *rule, GError **error);
gboolean keel_schedule_put_override (KeelSchedule *self, const KeelOverride *override, GError **error);

/* Whether the rules, without overrides, have a date at @original. */
gboolean keel_schedule_has_rule_date (const KeelSchedule *self, KeelLocalTime original);
/* The override with the key @original, or NULL. */
const KeelOverride *keel_schedule_lookup_override (const KeelSchedule *self, KeelLocalTime original);
/* The place of the segment in force on the day of @local: the last that has begun, or else the first. */
guint keel_schedule_find_segment (const KeelSchedule *self, KeelLocalTime local);

G_END_DECLS
