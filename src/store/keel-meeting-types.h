#pragma once

/* Private to store: the sets of types that meetings have, each once, so that a keystroke asks a few thousand
 * sets and not every meeting. */

#include "keel-database.h"
#include "keel-meeting-results.h"

G_BEGIN_DECLS

typedef struct _KeelMeetingTypes KeelMeetingTypes;

KeelMeetingTypes *keel_meeting_types_load (KeelDatabase *database, GError **error);
void keel_meeting_types_free (KeelMeetingTypes *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelMeetingTypes, keel_meeting_types_free)

guint keel_meeting_types_get_n_sets (KeelMeetingTypes *self);
guint32 keel_meeting_types_find (KeelMeetingTypes *self, gint64 set); /* 0, which has none, where unknown */
/* Sets languages and access of @meeting, which has that set. */
void keel_meeting_types_describe (KeelMeetingTypes *self, guint32 set, KeelMeeting *meeting);

/* For each set whether it passes @query's types, language and access needs; NULL where all of them do. */
guint8 *keel_meeting_types_choose (KeelMeetingTypes *self, const KeelMeetingQuery *query);
/* From how many meetings there are of each set, types, language and needs apart. Returns how many steps it
 * took: so many for each type of each set, and for each name, whatever lists say. */
guint64 keel_meeting_types_count (KeelMeetingTypes *self, const KeelMeetingQuery *query, const guint *by_set,
                                  KeelMeetingResults *results);

G_END_DECLS
