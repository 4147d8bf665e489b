#include "keel-list-reader.h"

#include <gio/gfiledescriptorbased.h>

#include "core/keel-ical-index.h"
#include "core/keel-ical-reader.h"
#include "core/keel-row-splitter.h"

/* Enough for a byte order mark, some blank lines and the first word. */
#define BEGINNING 512
#define PIECE (64 * 1024)

/* One of the two readers. */
struct _KeelListReader
{
  KeelFeedReader *feed;

  KeelIcalReader *calendar;
  char *program;
  guint64 size;      /* of the calendar, in bytes */
  GPtrArray *series; /* of the row that is being read */
  gint64 now;
};

/* FALSE as well where the stream cannot go back to its beginning. */
static gboolean
begins_as_calendar (GInputStream *stream, GCancellable *cancellable, gboolean *is_calendar, GError **error)
{
  char beginning[BEGINNING];
  gsize length;

  *is_calendar = FALSE;
  if (!G_IS_SEEKABLE (stream) || !g_seekable_can_seek (G_SEEKABLE (stream)))
    return TRUE;
  if (!g_input_stream_read_all (stream, beginning, sizeof beginning, &length, cancellable, error))
    return FALSE;
  *is_calendar = keel_ical_is_calendar (beginning, length);
  return g_seekable_seek (G_SEEKABLE (stream), 0, G_SEEK_SET, cancellable, error);
}

static GBytes *
read_bytes (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) all = g_byte_array_new ();
  g_autofree guint8 *piece = g_malloc (PIECE);
  gsize length = PIECE;

  while (length == PIECE)
    {
      if (!g_input_stream_read_all (stream, piece, PIECE, &length, cancellable, error))
        return NULL;
      g_byte_array_append (all, piece, length);
      if (all->len > KEEL_MAX_FILE_SIZE)
        {
          g_set_error_literal (error, KEEL_FEED_ERROR, KEEL_FEED_ERROR_TOO_LARGE,
                               "The calendar is larger than 256 MB");
          return NULL;
        }
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&all));
}

/* A file is mapped, so that it takes no memory of its own. */
static GBytes *
take_bytes (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (GMappedFile) mapped = NULL;

  if (G_IS_FILE_DESCRIPTOR_BASED (stream))
    mapped = g_mapped_file_new_from_fd (g_file_descriptor_based_get_fd (G_FILE_DESCRIPTOR_BASED (stream)),
                                        FALSE, NULL);
  return mapped != NULL ? g_mapped_file_get_bytes (mapped) : read_bytes (stream, cancellable, error);
}

static KeelIcalReader *
open_calendar (KeelListReader *self, GInputStream *stream, const KeelFeedOptions *options, gint64 now,
               GCancellable *cancellable, GError **error)
{
  const KeelIcalOptions ical_options = { .now = now,
                                         .timezone = options->timezone,
                                         .program = options->program };
  g_autoptr (GBytes) bytes = take_bytes (stream, cancellable, error);

  if (bytes == NULL)
    return NULL;
  self->program = g_strdup (options->program);
  self->size = g_bytes_get_size (bytes);
  return keel_ical_reader_new (bytes, &ical_options, cancellable, error);
}

KeelListReader *
keel_list_reader_new (GInputStream *stream, const KeelFeedOptions *options, gint64 now,
                      GCancellable *cancellable, GError **error)
{
  g_autoptr (KeelListReader) self = g_new0 (KeelListReader, 1);
  gboolean is_calendar;

  self->series = g_ptr_array_new_with_free_func (g_object_unref);
  self->now = now;
  if (!begins_as_calendar (stream, cancellable, &is_calendar, error))
    return NULL;
  if (is_calendar)
    self->calendar = open_calendar (self, stream, options, now, cancellable, error);
  else
    self->feed = keel_feed_reader_new (stream, options, cancellable, error);
  return self->calendar != NULL || self->feed != NULL ? g_steal_pointer (&self) : NULL;
}

void
keel_list_reader_free (KeelListReader *self)
{
  g_clear_object (&self->feed);
  g_clear_object (&self->calendar);
  g_free (self->program);
  g_ptr_array_unref (self->series);
  g_free (self);
}

gboolean
keel_list_reader_next (KeelListReader *self, GPtrArray *meetings, KeelSkippedRow **skipped,
                       GCancellable *cancellable, GError **error)
{
  if (self->feed != NULL)
    return keel_feed_reader_next (self->feed, meetings, skipped, cancellable, error);
  g_ptr_array_set_size (self->series, 0);
  if (!keel_ical_reader_next (self->calendar, self->series, skipped, cancellable, error))
    return FALSE;
  for (guint i = 0; i < self->series->len; i++)
    keel_ical_series_to_meetings (self->series->pdata[i], self->now, meetings);
  return TRUE;
}

KeelFeedFormat
keel_list_reader_get_format (KeelListReader *self)
{
  return self->feed != NULL ? keel_feed_reader_get_format (self->feed) : KEEL_FEED_ICAL;
}

const char *
keel_list_reader_get_program (KeelListReader *self)
{
  return self->feed != NULL ? keel_feed_reader_get_program (self->feed) : self->program;
}

guint
keel_list_reader_get_rows (KeelListReader *self)
{
  return self->feed != NULL ? keel_feed_reader_get_rows (self->feed)
                            : keel_ical_reader_get_rows (self->calendar);
}

guint64
keel_list_reader_get_position (KeelListReader *self)
{
  if (self->feed != NULL)
    return keel_feed_reader_get_position (self->feed);
  return self->size * keel_ical_reader_get_rows (self->calendar) / keel_ical_reader_get_size (self->calendar);
}

const GArray *
keel_list_reader_get_notices (KeelListReader *self)
{
  return self->feed != NULL ? keel_feed_reader_get_notices (self->feed)
                            : keel_ical_reader_get_notices (self->calendar);
}
