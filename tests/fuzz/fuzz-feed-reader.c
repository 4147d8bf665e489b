/* Feeds bytes to the feed reader, both as a stream that can go back and as one that cannot, and holds what
 * comes out against what the rest of Keel relies on. */
#include <stdint.h>
#include <string.h>

#include "core/keel-feed-reader.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* Gives a few bytes at a time and cannot go back. */
#define NARROW_TYPE_STREAM (narrow_stream_get_type ())
G_DECLARE_FINAL_TYPE (NarrowStream, narrow_stream, NARROW, STREAM, GFilterInputStream)

struct _NarrowStream
{
  GFilterInputStream parent_instance;
};

G_DEFINE_FINAL_TYPE (NarrowStream, narrow_stream, G_TYPE_FILTER_INPUT_STREAM)

static gssize
narrow_stream_read (GInputStream *stream, void *buffer, gsize count, GCancellable *cancellable,
                    GError **error)
{
  GInputStream *base = g_filter_input_stream_get_base_stream (G_FILTER_INPUT_STREAM (stream));

  return g_input_stream_read (base, buffer, MIN (count, 7), cancellable, error);
}

static void
narrow_stream_class_init (NarrowStreamClass *klass)
{
  G_INPUT_STREAM_CLASS (klass)->read_fn = narrow_stream_read;
}

static void
narrow_stream_init (NarrowStream *self)
{
}

static void
check_text (const char *text)
{
  const char *p;

  if (text == NULL)
    return;

  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_cmpuint (strlen (text), <, 100 * 1024);
  for (p = text; *p != '\0'; p++)
    g_assert_true ((guchar) *p >= ' ' || *p == '\n');
}

static void
check_link (const char *link)
{
  g_autofree char *again = keel_link_check (link);

  check_text (link);
  if (link != NULL)
    g_assert_cmpstr (again, ==, link);
}

static void
check_meeting (KeelMeeting *meeting, GHashTable *slugs)
{
  g_assert_nonnull (meeting->name);
  g_assert_nonnull (meeting->slug);
  g_assert_true (g_hash_table_add (slugs, g_strdup (meeting->slug)));
  g_assert_cmpuint (g_strv_length (meeting->types), ==, g_strv_length (meeting->type_names));
  g_assert_true ((meeting->day == KEEL_DAY_BY_APPOINTMENT && meeting->minute == -1) ||
                 (meeting->day >= 0 && meeting->day <= 6 && meeting->minute >= 0 && meeting->minute < 1440));
  g_assert_true (meeting->duration >= 0 && meeting->duration <= 1440);

  check_text (meeting->name);
  check_text (meeting->slug);
  check_text (meeting->location);
  check_text (meeting->address);
  check_text (meeting->region);
  check_text (meeting->group);
  check_text (meeting->notes);
  check_text (meeting->conference_notes);
  check_text (meeting->phone);
  check_link (meeting->conference_url);
  check_link (meeting->url);
}

static void
check_error (const GError *error)
{
  g_assert_true (error->domain == KEEL_FEED_ERROR || error->domain == G_IO_ERROR);
}

static void
read_stream (GInputStream *stream, const KeelFeedOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelFeedReader) reader = keel_feed_reader_new (stream, options, NULL, &error);
  g_autoptr (GPtrArray) meetings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) slugs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  KeelSkippedRow *skipped;
  guint i;

  while (reader != NULL && keel_feed_reader_next (reader, meetings, &skipped, NULL, &error))
    g_clear_pointer (&skipped, keel_skipped_row_free);
  if (error != NULL)
    check_error (error);
  g_assert_true (reader != NULL || error != NULL);
  for (i = 0; i < meetings->len; i++)
    check_meeting (g_ptr_array_index (meetings, i), slugs);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (data, size, NULL);
  g_autoptr (GInputStream) base = g_memory_input_stream_new_from_data (data, size, NULL);
  g_autoptr (GInputStream) narrow = g_object_new (NARROW_TYPE_STREAM, "base-stream", base, NULL);
  g_autoptr (KeelTypeTable) types = keel_type_table_new ();
  KeelFeedOptions options = { .program = "na", .timezone = "Europe/Paris", .types = types };

  keel_type_table_add (types, "na", "O", "Open");
  keel_type_table_add (types, "na", "St", "Step");

  read_stream (stream, NULL);
  read_stream (narrow, &options);

  return 0;
}
