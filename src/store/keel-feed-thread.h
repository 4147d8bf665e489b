#pragma once

/* Private to store: reads a feed in a thread of its own and hands it over in batches. */

#include "keel-list-reader.h"

G_BEGIN_DECLS

typedef struct
{
  KeelMeeting *meeting;
  gint64 key;
  gint64 digest;
} KeelFeedRow;

typedef struct
{
  GArray *rows;       /* of KeelFeedRow */
  GPtrArray *skipped; /* of KeelSkippedRow */
  guint64 position;   /* bytes read so far */
  gboolean last;
} KeelFeedBatch;

typedef struct _KeelFeedThread KeelFeedThread;

/* @list is the name that the meetings' keys are made with, @now seconds UTC; all of @options has to
 * outlive the thread. */
KeelFeedThread *keel_feed_thread_new (GInputStream *stream, const KeelFeedOptions *options, const char *list,
                                      gint64 now, GCancellable *cancellable);
/* Stops reading, if it has not ended, and waits for the thread. */
void keel_feed_thread_free (KeelFeedThread *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelFeedThread, keel_feed_thread_free)

/* Waits for the next batch, which has to be given back. After the last one, finish () says how it went. */
KeelFeedBatch *keel_feed_thread_take (KeelFeedThread *self);
void keel_feed_thread_return (KeelFeedThread *self, KeelFeedBatch *batch);

/* The reader, once the last batch was taken: for what it knows at the end. NULL with @error when the
 * feed could not be read to its end. */
KeelListReader *keel_feed_thread_finish (KeelFeedThread *self, GError **error);

G_END_DECLS
