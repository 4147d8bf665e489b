#pragma once

/* Private to store: the rows of the table meeting, and the text index that goes with them. */

#include "core/keel-meeting.h"
#include "keel-database.h"

G_BEGIN_DECLS

/* What keel_meeting_table_read () reads, from column 0 on; for FROM meeting AS m JOIN list AS l ON l.id =
 * m.list. */
#define KEEL_MEETING_COLUMNS                                                                                   \
  "m.key, l.name, m.day, m.minute, m.duration, m.any_time, m.venue, m.admission, m.latitude, m.longitude, "    \
  "m.program, m.timezone, m.updated, m.slug, m.name, m.location, m.address, m.region, m.group_name, m.notes, " \
  "m.types, m.type_names, m.conference_url, m.conference_notes, m.phone, m.url, m.schedule"
#define KEEL_MEETING_N_COLUMNS 27

KeelMeeting *keel_meeting_table_read (sqlite3_stmt *statement);

gint64 keel_meeting_make_key (const char *list, const char *slug);
gint64 keel_meeting_make_digest (KeelMeeting *meeting);
char *keel_meeting_format_key (gint64 key);
gboolean keel_meeting_parse_key (const char *id, gint64 *key);

/* All inside the caller's transaction. @id is the row's. */
gboolean keel_meeting_table_insert (KeelDatabase *database, gint64 id, gint64 list, gint64 key, gint64 digest,
                                    KeelMeeting *meeting, GError **error);
gboolean keel_meeting_table_update (KeelDatabase *database, gint64 id, gint64 digest, KeelMeeting *meeting,
                                    GError **error);
gboolean keel_meeting_table_remove (KeelDatabase *database, gint64 id, GError **error);
gboolean keel_meeting_table_remove_list (KeelDatabase *database, gint64 list, GError **error);
gboolean keel_meeting_table_touch (KeelDatabase *database, GError **error); /* state.change */

G_END_DECLS
