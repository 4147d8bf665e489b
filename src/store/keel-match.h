#pragma once

#include "core/keel-meeting.h"

G_BEGIN_DECLS

/* Where a list says a meeting is. */
typedef struct
{
  char *list; /* its name */
  char *id;   /* the meeting's in it, as in KeelMeeting.id */
  char *url;  /* the publisher's page of the meeting; nullable */
  gint64 imported_at;
} KeelMatchSource;

/* One result. */
#define KEEL_TYPE_MATCH (keel_match_get_type ())
G_DECLARE_FINAL_TYPE (KeelMatch, keel_match, KEEL, MATCH, GObject)

struct _KeelMatch
{
  GObject parent_instance;

  KeelMeeting *meeting; /* as the newest list says it, or of one day the first */
  GPtrArray *sources;   /* of KeelMatchSource: every list that has it, that of @meeting first */
  guint8 days;        /* on which it is, bit 0 = Sunday …: the meeting's own, of some weeks of a schedule */
  gint64 next_start;  /* seconds UTC; 0 by appointment */
  gint64 began_at;    /* seconds UTC, where it is going on now; else 0 */
  double distance_km; /* negative where unknown */
  gint64 imported_at; /* of its list, seconds UTC */
};

KeelMatchSource *keel_match_source_new (const char *list, const char *id, const char *url,
                                        gint64 imported_at);

G_END_DECLS
