#include "keel-list-sample.h"

#include "core/keel-ical-reader.h"
#include "keel-list-reader.h"
#include "keel-meeting-table.h"

/* Enough to tell, and read in no time. */
#define MOST_MEETINGS 200
/* Other publishers too have a meeting called "serenity": one in so many has to be the same, of the file and
 * of the list. */
#define ONE_IN 4

struct _KeelListSample
{
  GPtrArray *meetings; /* of KeelMeeting */
  char *program;       /* nullable */
};

static void
read_meetings (KeelListSample *self, KeelListReader *reader, GCancellable *cancellable)
{
  gboolean more = TRUE;

  while (more && self->meetings->len < MOST_MEETINGS)
    {
      g_autoptr (KeelSkippedRow) skipped = NULL;

      more = keel_list_reader_next (reader, self->meetings, &skipped, cancellable, NULL);
    }
  self->program = g_strdup (keel_list_reader_get_program (reader));
}

KeelListSample *
keel_list_sample_new (GInputStream *stream, const KeelFeedOptions *options, gint64 now,
                      GCancellable *cancellable)
{
  KeelListSample *self = g_new0 (KeelListSample, 1);
  g_autoptr (KeelListReader) reader = NULL;

  self->meetings = g_ptr_array_new_with_free_func (g_object_unref);
  if (!G_IS_SEEKABLE (stream) || !g_seekable_can_seek (G_SEEKABLE (stream)))
    return self;
  reader = keel_list_reader_new (stream, options, now, cancellable, NULL);
  if (reader)
    read_meetings (self, reader, cancellable);
  if (!g_seekable_seek (G_SEEKABLE (stream), 0, G_SEEK_SET, cancellable, NULL))
    g_ptr_array_set_size (self->meetings, 0);
  return self;
}

void
keel_list_sample_free (KeelListSample *self)
{
  if (!self)
    return;
  g_ptr_array_unref (self->meetings);
  g_free (self->program);
  g_free (self);
}

/* Called the same by the publisher, and either by people or still at its time. */
static gboolean
has_meeting (KeelDatabase *database, KeelList *list, const char *slug, KeelMeeting *meeting)
{
  sqlite3_stmt *statement = keel_database_prepare (database,
                                                   "SELECT 1 FROM meeting WHERE key = ?1"
                                                   " AND (name = ?2 OR (day = ?3 AND minute = ?4))",
                                                   NULL);
  gboolean row = FALSE;

  if (!statement || !slug)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, keel_meeting_make_key (list->name, slug));
  keel_bind_text (statement, 2, meeting->name);
  sqlite3_bind_int (statement, 3, meeting->day);
  sqlite3_bind_int (statement, 4, meeting->minute);
  if (!keel_database_step (database, statement, &row, NULL))
    return FALSE;
  if (row)
    sqlite3_reset (statement);
  return row;
}

gboolean
keel_list_sample_is_of (KeelListSample *self, KeelDatabase *database, KeelList *list, gboolean any_program)
{
  guint n = 0;

  if (!any_program && self->program && list->program && !g_str_equal (self->program, list->program))
    return FALSE;
  for (guint i = 0; i < self->meetings->len; i++)
    {
      KeelMeeting *meeting = self->meetings->pdata[i];
      g_autofree char *other = keel_ical_get_other_slug (meeting->slug, meeting->day);

      if (has_meeting (database, list, meeting->slug, meeting) ||
          has_meeting (database, list, other, meeting))
        n++;
    }
  return n > 0 && n * ONE_IN >= MAX (self->meetings->len, MIN (list->meetings, MOST_MEETINGS));
}
