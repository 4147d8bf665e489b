#pragma once

#include "keel-directory.h"
#include "keel-meeting-results.h"
#include "keel-town.h"

G_BEGIN_DECLS

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
/* Of KeelTown, at most @limit: whose names begin with @text whatever its accents and case, the largest
 * first. Degrees north and east, such as "52.5, 13.4", are one town with no meetings counted. */
GPtrArray *keel_meeting_index_find_towns (KeelMeetingIndex *self, const char *text, guint limit,
                                          GError **error);

G_END_DECLS
