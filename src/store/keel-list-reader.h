#pragma once

/* Private to store: reads a published list of any format, calendars among them. */

#include "core/keel-feed-reader.h"

G_BEGIN_DECLS

typedef struct _KeelListReader KeelListReader;

/* As keel_feed_reader_new (); a calendar is told by how it begins. @now: seconds UTC, for what is over in a
 * calendar. */
KeelListReader *keel_list_reader_new (GInputStream *stream, const KeelFeedOptions *options, gint64 now,
                                      GCancellable *cancellable, GError **error);
void keel_list_reader_free (KeelListReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelListReader, keel_list_reader_free)

/* As keel_feed_reader_next (); a calendar's series as keel_ical_series_to_meetings (). */
gboolean keel_list_reader_next (KeelListReader *self, GPtrArray *meetings, KeelSkippedRow **skipped,
                                GCancellable *cancellable, GError **error);

KeelFeedFormat keel_list_reader_get_format (KeelListReader *self);
const char *keel_list_reader_get_program (KeelListReader *self); /* nullable */
guint keel_list_reader_get_rows (KeelListReader *self);
guint64 keel_list_reader_get_position (KeelListReader *self);
const GArray *keel_list_reader_get_notices (KeelListReader *self);

G_END_DECLS
