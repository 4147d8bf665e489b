#pragma once

#include "keel-directory.h"

G_BEGIN_DECLS

typedef enum
{
  KEEL_ORDER_NEXT_START,
  KEEL_ORDER_NAME,
  KEEL_ORDER_DISTANCE,
} KeelMeetingOrder;

typedef struct
{
  const char *text;    /* words as typed; each is a prefix, all must match; NULL or "" for all */
  const char *program; /* nullable */
  guint8 days;         /* bit 0 = Sunday …; 0 for all. Days are the meeting's own. */
  gboolean online;     /* one can take part from afar */
  gboolean in_person;  /* there is a place to go to */
  gboolean near;       /* then @latitude and @longitude are set */
  double latitude, longitude;
  double within_km; /* 0: no limit */
  KeelMeetingOrder order;
  guint limit; /* 0: fifty */
} KeelMeetingQuery;

/* One result. */
#define KEEL_TYPE_MATCH (keel_match_get_type ())
G_DECLARE_FINAL_TYPE (KeelMatch, keel_match, KEEL, MATCH, GObject)

struct _KeelMatch
{
  GObject parent_instance;

  KeelMeeting *meeting;
  gint64 next_start;  /* seconds UTC; 0 by appointment */
  double distance_km; /* negative where unknown */
  gint64 imported_at; /* of its list, seconds UTC */
};

typedef struct
{
  GPtrArray *matches; /* of KeelMatch: the first @limit in the order asked for */
  guint total;        /* all that match */
  guint by_day[7];    /* what each filter would leave, given the others */
  guint online, in_person;
} KeelMeetingResults;

void keel_meeting_results_free (KeelMeetingResults *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelMeetingResults, keel_meeting_results_free)

/*
 * KeelMeetingIndex: the directory packed into an array beside FTS5, which yields row ids only. Belongs
 * to the directory's thread.
 */
#define KEEL_TYPE_MEETING_INDEX (keel_meeting_index_get_type ())
G_DECLARE_FINAL_TYPE (KeelMeetingIndex, keel_meeting_index, KEEL, MEETING_INDEX, GObject)

KeelMeetingIndex *keel_meeting_index_new (KeelDirectory *directory, GError **error);
/* Loads anew if the directory has changed since (also by another process). */
gboolean keel_meeting_index_refresh (KeelMeetingIndex *self, GError **error);
/* @now in seconds UTC, @person the zone that "next" is told in. */
KeelMeetingResults *keel_meeting_index_search (KeelMeetingIndex *self, const KeelMeetingQuery *query,
                                               gint64 now, GTimeZone *person, GError **error);

G_END_DECLS
