#include "keel-feed-thread.h"

#include "keel-meeting-table.h"

/* What may be in flight is all that an import holds in memory: 2,048 meetings. Small batches, so that
 * inserting begins soon and ends soon after reading does. */
#define N_BATCHES 32
#define BATCH_SIZE 64

struct _KeelFeedThread
{
  GThread *thread;
  GInputStream *stream;
  const KeelFeedOptions *options;
  const char *list;
  gint64 now;
  GCancellable *cancellable; /* nullable */
  gint stopped;              /* atomic: nobody wants the rest */

  GAsyncQueue *empty; /* batches go round between these two, which bounds them */
  GAsyncQueue *full;
  GPtrArray *meetings; /* of the row that is being read */

  /* Written by the thread before it hands over the last batch. */
  KeelListReader *reader;
  GError *error;
};

static void
clear_row (gpointer data)
{
  KeelFeedRow *row = data;

  g_clear_object (&row->meeting);
}

static KeelFeedBatch *
new_batch (void)
{
  KeelFeedBatch *batch = g_new0 (KeelFeedBatch, 1);

  batch->rows = g_array_sized_new (FALSE, FALSE, sizeof (KeelFeedRow), BATCH_SIZE);
  g_array_set_clear_func (batch->rows, clear_row);
  batch->skipped = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_skipped_row_free);
  return batch;
}

static void
free_batch (gpointer data)
{
  KeelFeedBatch *batch = data;

  g_array_unref (batch->rows);
  g_ptr_array_unref (batch->skipped);
  g_free (batch);
}

/* Freeing what was inserted is done in this thread as well: the inserting one has more to do. */
static KeelFeedBatch *
take_empty_batch (KeelFeedThread *self)
{
  KeelFeedBatch *batch = g_async_queue_pop (self->empty);

  g_array_set_size (batch->rows, 0);
  g_ptr_array_set_size (batch->skipped, 0);
  return batch;
}

static void
add_meeting (KeelFeedThread *self, KeelFeedBatch *batch, KeelMeeting *meeting)
{
  const KeelFeedRow row = {
    .meeting = meeting,
    .key = keel_meeting_make_key (self->list, meeting->slug),
    .digest = keel_meeting_make_digest (meeting),
  };

  g_array_append_val (batch->rows, row);
}

static gboolean
read_row (KeelFeedThread *self, KeelFeedBatch *batch)
{
  g_autoptr (KeelSkippedRow) skipped = NULL;

  if (g_atomic_int_get (&self->stopped) ||
      !keel_list_reader_next (self->reader, self->meetings, &skipped, self->cancellable, &self->error))
    return FALSE;
  while (self->meetings->len > 0)
    add_meeting (self, batch, g_ptr_array_steal_index (self->meetings, 0));
  if (skipped)
    g_ptr_array_add (batch->skipped, g_steal_pointer (&skipped));
  return TRUE;
}

static gboolean
is_full (KeelFeedBatch *batch)
{
  return batch->rows->len + batch->skipped->len >= BATCH_SIZE;
}

static gpointer
read_feed (gpointer data)
{
  KeelFeedThread *self = data;
  KeelFeedBatch *batch = take_empty_batch (self);

  self->reader = keel_list_reader_new (self->stream, self->options, self->now, self->cancellable,
                                       &self->error);
  while (self->reader && read_row (self, batch))
    {
      if (!is_full (batch))
        continue;
      batch->position = keel_list_reader_get_position (self->reader);
      g_async_queue_push (self->full, batch);
      batch = take_empty_batch (self);
    }
  if (self->reader)
    batch->position = keel_list_reader_get_position (self->reader);
  batch->last = TRUE;
  g_async_queue_push (self->full, batch);
  return NULL;
}

KeelFeedThread *
keel_feed_thread_new (GInputStream *stream, const KeelFeedOptions *options, const char *list, gint64 now,
                      GCancellable *cancellable)
{
  KeelFeedThread *self = g_new0 (KeelFeedThread, 1);

  self->stream = g_object_ref (stream);
  self->options = options;
  self->list = list;
  self->now = now;
  self->cancellable = cancellable ? g_object_ref (cancellable) : NULL;
  self->empty = g_async_queue_new_full (free_batch);
  self->full = g_async_queue_new_full (free_batch);
  self->meetings = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < N_BATCHES; i++)
    g_async_queue_push (self->empty, new_batch ());
  self->thread = g_thread_new ("keel-feed", read_feed, self);
  return self;
}

void
keel_feed_thread_free (KeelFeedThread *self)
{
  if (!self)
    return;
  g_atomic_int_set (&self->stopped, TRUE);
  /* It may be waiting for an empty batch. */
  g_async_queue_push (self->empty, new_batch ());
  g_thread_join (self->thread);

  g_async_queue_unref (self->empty);
  g_async_queue_unref (self->full);
  g_ptr_array_unref (self->meetings);
  g_clear_pointer (&self->reader, keel_list_reader_free);
  g_clear_error (&self->error);
  g_clear_object (&self->cancellable);
  g_object_unref (self->stream);
  g_free (self);
}

KeelFeedBatch *
keel_feed_thread_take (KeelFeedThread *self)
{
  return g_async_queue_pop (self->full);
}

void
keel_feed_thread_return (KeelFeedThread *self, KeelFeedBatch *batch)
{
  g_async_queue_push (self->empty, batch);
}

KeelListReader *
keel_feed_thread_finish (KeelFeedThread *self, GError **error)
{
  if (!self->error)
    return self->reader;
  g_propagate_error (error, g_steal_pointer (&self->error));
  return NULL;
}
