#pragma once

#include "store/keel-meeting-results.h"
#include "store/keel-town.h"

G_BEGIN_DECLS

/* The groups that filters come in. Each says what its ids are. */
typedef enum
{
  KEEL_FILTER_WHEN,     /* "now", "soon" */
  KEEL_FILTER_WAY,      /* "online", "in-person" */
  KEEL_FILTER_DAY,      /* "0" … "6", Sunday first */
  KEEL_FILTER_PART,     /* "0" …, in the order of KeelPartOfDay's bits */
  KEEL_FILTER_NEED,     /* "open"; "0" …, in the order of KeelAccess's bits */
  KEEL_FILTER_PROGRAM,  /* its code; one at most */
  KEEL_FILTER_LANGUAGE, /* as in KeelMeetingQuery; one at most */
  KEEL_FILTER_TYPE,     /* as in KeelMeetingQuery */
  KEEL_FILTER_NEAR,     /* "": the place and how far from it */
} KeelFilterKind;

typedef struct
{
  KeelFilterKind kind;
  char *id;
} KeelFilter;

/*
 * KeelFilters: what the person wants of a meeting, beside the words that are searched for, and the order to
 * have them in.
 *
 * Signal: "changed", whatever of it has.
 */
#define KEEL_TYPE_FILTERS (keel_filters_get_type ())
G_DECLARE_FINAL_TYPE (KeelFilters, keel_filters, KEEL, FILTERS, GObject)

KeelFilters *keel_filters_new (void);

gboolean keel_filters_has (KeelFilters *self, KeelFilterKind kind, const char *id);
void keel_filters_set (KeelFilters *self, KeelFilterKind kind, const char *id, gboolean chosen);
/* Of KeelFilter, as they were chosen; transfer none. */
GPtrArray *keel_filters_get_chosen (KeelFilters *self);
void keel_filters_clear (KeelFilters *self); /* the order stays */

/* Where to be near of; NULL for anywhere. */
void keel_filters_set_near (KeelFilters *self, const KeelTown *town);
const KeelTown *keel_filters_get_near (KeelFilters *self);   /* transfer none, nullable */
void keel_filters_set_within (KeelFilters *self, double km); /* 0: however far */
double keel_filters_get_within (KeelFilters *self);

void keel_filters_set_order (KeelFilters *self, KeelMeetingOrder order);
KeelMeetingOrder keel_filters_get_order (KeelFilters *self);

/* Of @text and all filters but @without (nullable); transfer full. */
KeelMeetingQuery *keel_filters_make_query (KeelFilters *self, const char *text, const KeelFilter *without);

/* How many meetings there would be with this filter; -1 where that was not counted. */
int keel_filter_count (const KeelMeetingResults *results, KeelFilterKind kind, const char *id);

G_END_DECLS
