#include "keel-importer.h"

#include <string.h>

#include "keel-directory-private.h"
#include "keel-feed-thread.h"
#include "keel-known-meetings.h"
#include "keel-meeting-table.h"

#define PROGRESS_INTERVAL_US (G_USEC_PER_SEC / 10)
#define MAX_LIST_NAME 120
#define CHECKPOINT_TIMEOUT_MS 100

/* How many rows between two looks at whether the person has cancelled. */
#define CANCEL_INTERVAL 64

typedef struct
{
  const KeelImportOptions *options;
  KeelImportProgress progress; /* nullable */
  gpointer data;
  GCancellable *cancellable; /* nullable */

  KeelDatabase *database;
  KeelFeedThread *thread;
  KeelImportReport *report;
  guint64 size;
  gint64 told_at; /* monotonic µs: when progress was last told */

  gint64 list;    /* 0: new and a dry run */
  gint64 next_id; /* of meeting */
  char *program;  /* what is chosen now, else what an earlier import chose */
  char *timezone;
  GArray *known; /* of KeelKnownMeeting */
} KeelImport;

static void
clear_import (KeelImport *self)
{
  /* First, because the thread reads what follows. */
  g_clear_pointer (&self->thread, keel_feed_thread_free);
  g_clear_pointer (&self->database, keel_database_close);
  g_clear_pointer (&self->report, keel_import_report_free);
  g_clear_pointer (&self->known, g_array_unref);
  g_clear_pointer (&self->program, g_free);
  g_clear_pointer (&self->timezone, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KeelImport, clear_import)

/* A browser that saves "meetings.json" again makes "meetings (1).json": the same list. */
static void
cut_copy_number (char *name)
{
  char *paren = strrchr (name, '(');
  gsize digits;

  if (!paren || paren == name)
    return;
  digits = strspn (paren + 1, "0123456789");
  if (digits > 0 && strcmp (paren + 1 + digits, ")") == 0)
    *paren = '\0';
}

static char *
capitalize (const char *name)
{
  g_autofree char *first = g_utf8_substring (name, 0, 1);
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, g_utf8_next_char (name), NULL);
}

/* Collapses white space and what stands for it in file names; NULL where nothing is left. */
static char *
tidy_name (const char *text, gboolean from_file)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) tidy = g_string_new (NULL);
  glong length = 0;

  for (const char *p = valid; *p && length < MAX_LIST_NAME; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c) || (from_file && (c == '_' || c == '-')))
        c = ' ';
      if (c == ' ' && (tidy->len == 0 || tidy->str[tidy->len - 1] == ' '))
        continue;
      g_string_append_unichar (tidy, c);
      length++;
    }
  g_strchomp (tidy->str);
  return tidy->str[0] ? g_strdup (tidy->str) : NULL;
}

char *
keel_importer_suggest_name (const char *source)
{
  g_autofree char *stem = g_strdup (source);
  g_autofree char *name = NULL;
  char *dot = strrchr (stem, '.');

  if (dot && dot != stem)
    *dot = '\0';
  g_strchomp (stem);
  cut_copy_number (stem);
  name = tidy_name (stem, TRUE);
  return name ? capitalize (name) : tidy_name (source, FALSE);
}

static char *
make_list_name (const KeelImportOptions *options, const char *source)
{
  return options->list ? tidy_name (options->list, FALSE) : keel_importer_suggest_name (source);
}

static gboolean
check_kind (GFileInfo *info, GError **error)
{
  GFileType type = g_file_info_get_file_type (info);

  if (type == G_FILE_TYPE_DIRECTORY)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, "%s is a folder",
                   g_file_info_get_display_name (info));
      return FALSE;
    }
  /* Opening a pipe would wait for whoever writes to it. */
  if (type != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, "%s is no ordinary file",
                   g_file_info_get_display_name (info));
      return FALSE;
    }
  if ((guint64) g_file_info_get_size (info) > KEEL_MAX_FILE_SIZE)
    {
      g_set_error (error, KEEL_FEED_ERROR, KEEL_FEED_ERROR_TOO_LARGE, "%s is too large",
                   g_file_info_get_display_name (info));
      return FALSE;
    }
  return TRUE;
}

/* The name and size are nullable outputs. */
static GInputStream *
open_file (GFile *file, char **name, guint64 *size, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info = NULL;

  info = g_file_query_info (file,
                            G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE
                                                           "," G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME,
                            G_FILE_QUERY_INFO_NONE, cancellable, error);
  if (!info || !check_kind (info, error))
    return NULL;
  if (name)
    *name = g_strdup (g_file_info_get_display_name (info));
  if (size)
    *size = (guint64) g_file_info_get_size (info);
  return G_INPUT_STREAM (g_file_read (file, cancellable, error));
}

static void
tell_progress (KeelImport *self, guint64 position)
{
  gint64 now = g_get_monotonic_time ();
  KeelImportReport *report = self->report;

  if (!self->progress || now - self->told_at < PROGRESS_INTERVAL_US)
    return;
  self->told_at = now;
  self->progress (position, self->size, report->added + report->updated + report->unchanged, self->data);
}

static gboolean
insert_list (KeelImport *self, GError **error)
{
  sqlite3_stmt *statement;

  statement = keel_database_prepare (self->database,
                                     "INSERT INTO list (name, source, format, imported_at, meetings)"
                                     " VALUES (?1, ?2, '', 0, 0)",
                                     error);
  if (!statement)
    return FALSE;
  keel_bind_text (statement, 1, self->report->list);
  keel_bind_text (statement, 2, self->report->source);
  if (!keel_database_step (self->database, statement, NULL, error))
    return FALSE;
  self->list = sqlite3_last_insert_rowid (keel_database_get_handle (self->database));
  return TRUE;
}

/* What the list was told before holds until something else is chosen. */
static gboolean
load_list (KeelImport *self, GError **error)
{
  sqlite3_stmt *statement;
  gboolean row;

  statement = keel_database_prepare (self->database, "SELECT id, program, timezone FROM list WHERE name = ?1",
                                     error);
  if (!statement)
    return FALSE;
  keel_bind_text (statement, 1, self->report->list);
  if (!keel_database_step (self->database, statement, &row, error))
    return FALSE;
  if (row)
    {
      self->list = sqlite3_column_int64 (statement, 0);
      self->program = keel_column_text (statement, 1);
      self->timezone = keel_column_text (statement, 2);
      sqlite3_reset (statement);
    }
  if (self->options->program)
    {
      g_free (self->program);
      self->program = g_strdup (self->options->program);
    }
  if (self->options->timezone)
    {
      g_free (self->timezone);
      self->timezone = g_strdup (self->options->timezone);
    }
  return row || self->options->dry_run || insert_list (self, error);
}

static gboolean
load_known (KeelImport *self, GError **error)
{
  if (!load_list (self, error) ||
      !keel_database_get_integer (self->database, "SELECT coalesce (max (id), 0) + 1 FROM meeting",
                                  &self->next_id, error))
    return FALSE;
  self->known = keel_known_meetings_load (self->database, self->list, error);
  return self->known != NULL;
}

static gboolean
add_meeting (KeelImport *self, const KeelFeedRow *row, GError **error)
{
  self->report->added++;
  if (self->options->dry_run)
    return TRUE;
  return keel_meeting_table_insert (self->database, self->next_id++, self->list, row->key, row->digest,
                                    row->meeting, error);
}

static gboolean
update_meeting (KeelImport *self, gint64 id, const KeelFeedRow *row, GError **error)
{
  self->report->updated++;
  if (self->options->dry_run)
    return TRUE;
  return keel_meeting_table_update (self->database, id, row->digest, row->meeting, error);
}

static gboolean
store_row (KeelImport *self, const KeelFeedRow *row, GError **error)
{
  KeelKnownMeeting *known = keel_known_meetings_find (self->known, row->key);

  if (!known)
    return add_meeting (self, row, error);
  known->seen = TRUE;
  if (known->digest != row->digest)
    return update_meeting (self, known->id, row, error);
  self->report->unchanged++;
  return TRUE;
}

static gboolean
store_batch (KeelImport *self, KeelFeedBatch *batch, GError **error)
{
  for (guint i = 0; i < batch->rows->len; i++)
    {
      if ((i % CANCEL_INTERVAL == 0 && g_cancellable_set_error_if_cancelled (self->cancellable, error)) ||
          !store_row (self, &g_array_index (batch->rows, KeelFeedRow, i), error))
        return FALSE;
    }
  while (batch->skipped->len > 0)
    g_ptr_array_add (self->report->skipped, g_ptr_array_steal_index (batch->skipped, 0));
  tell_progress (self, batch->position);
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

static gboolean
store_batches (KeelImport *self, GError **error)
{
  gboolean last = FALSE;

  while (!last)
    {
      KeelFeedBatch *batch = keel_feed_thread_take (self->thread);
      gboolean stored = store_batch (self, batch, error);

      last = batch->last;
      keel_feed_thread_return (self->thread, batch);
      if (!stored)
        return FALSE;
    }
  return TRUE;
}

/* A file without one usable meeting must not empty a list. */
static gboolean
check_outcome (KeelImport *self, GError **error)
{
  KeelImportReport *report = self->report;

  if (report->added + report->updated + report->unchanged > 0)
    return TRUE;
  if (report->read == 0)
    g_set_error (error, KEEL_FEED_ERROR, KEEL_FEED_ERROR_EMPTY_LIST, "The list has no meeting in it");
  else
    g_set_error (error, KEEL_FEED_ERROR, KEEL_FEED_ERROR_NO_MEETINGS,
                 "None of the %u rows could be read as a meeting", report->read);
  return FALSE;
}

static gboolean
remove_vanished (KeelImport *self, GError **error)
{
  for (guint i = 0; i < self->known->len; i++)
    {
      const KeelKnownMeeting *known = &g_array_index (self->known, KeelKnownMeeting, i);

      if (known->seen)
        continue;
      self->report->removed++;
      if (self->options->dry_run)
        continue;
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error) ||
          !keel_meeting_table_remove (self->database, known->id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
update_list (KeelImport *self, const char *program, GError **error)
{
  KeelImportReport *report = self->report;
  sqlite3_stmt *statement;

  statement = keel_database_prepare (self->database,
                                     "UPDATE list SET source = ?2, format = ?3, program = ?4, timezone = ?5,"
                                     " imported_at = ?6, meetings = ?7 WHERE id = ?1",
                                     error);
  if (!statement)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, self->list);
  keel_bind_text (statement, 2, report->source);
  keel_bind_text (statement, 3, keel_feed_format_get_code (report->format));
  keel_bind_text (statement, 4, program);
  keel_bind_text (statement, 5, self->timezone);
  sqlite3_bind_int64 (statement, 6, self->options->now);
  sqlite3_bind_int64 (statement, 7, report->added + report->updated + report->unchanged);
  return keel_database_step (self->database, statement, NULL, error);
}

static gboolean
finish (KeelImport *self, GError **error)
{
  KeelImportReport *report = self->report;
  KeelFeedReader *reader = keel_feed_thread_finish (self->thread, error);

  if (!reader)
    return FALSE;
  report->format = keel_feed_reader_get_format (reader);
  report->read = keel_feed_reader_get_rows (reader);
  keel_import_report_add_notices (report, keel_feed_reader_get_notices (reader));
  if (!check_outcome (self, error) || !remove_vanished (self, error))
    return FALSE;
  if (self->options->dry_run)
    return TRUE;
  if (report->added + report->updated + report->removed > 0 &&
      !keel_meeting_table_touch (self->database, error))
    return FALSE;
  return update_list (self, keel_feed_reader_get_program (reader), error) &&
         !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

static gboolean
read_and_store (KeelImport *self, GInputStream *stream, GInputStream *formats, GError **error)
{
  const KeelFeedOptions options = {
    .program = self->program,
    .timezone = self->timezone,
    .types = self->options->types,
    .formats = formats,
  };
  gboolean success;

  self->thread = keel_feed_thread_new (stream, &options, self->report->list, self->cancellable);
  success = store_batches (self, error) && finish (self, error);
  g_clear_pointer (&self->thread, keel_feed_thread_free);
  return success;
}

static gboolean
run (KeelImport *self, GInputStream *stream, GInputStream *formats, GError **error)
{
  gboolean dry_run = self->options->dry_run;

  if (!keel_database_execute (self->database, dry_run ? "BEGIN" : "BEGIN IMMEDIATE", error))
    return FALSE;
  if (load_known (self, error) && read_and_store (self, stream, formats, error))
    return keel_database_commit (self->database, error);
  keel_database_rollback (self->database);
  return FALSE;
}

/* The log has grown by all that was written, kept or not. While somebody reads it stays as it is. */
static void
shrink_log (KeelDatabase *database)
{
  sqlite3 *handle = keel_database_get_handle (database);

  sqlite3_busy_timeout (handle, CHECKPOINT_TIMEOUT_MS);
  sqlite3_wal_checkpoint_v2 (handle, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
}

/* Where there is no log beside the file, a page that is written before the commit would shut out everybody
 * who reads. A large list is held in memory until then. */
static KeelDatabase *
open_directory (const char *path, KeelVaultKey *key, GError **error)
{
  KeelDatabase *database = keel_database_open_protected (path, &keel_directory_kind, key, error);

  if (!database || !key || keel_database_execute (database, "PRAGMA cache_spill = OFF", error))
    return database;
  keel_database_close (database);
  return NULL;
}

static gboolean
prepare_report (KeelImport *self, char *source, GError **error)
{
  self->report = keel_import_report_new ();
  self->report->source = source;
  self->report->list = make_list_name (self->options, source);
  if (self->report->list)
    return TRUE;
  g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID, "A list needs a name");
  return FALSE;
}

/**
 * keel_importer_import:
 * @key: (nullable): of a profile with a passphrase
 * @progress: (nullable): called in this thread
 *
 * Errors are of G_IO_ERROR (the file, or cancelled), KEEL_FEED_ERROR (its content) or KEEL_STORE_ERROR
 * (the directory); then nothing was changed.
 *
 * Returns: (transfer full): what came of it
 */
KeelImportReport *
keel_importer_import (const char *directory_path, KeelVaultKey *key, GFile *file,
                      const KeelImportOptions *options, KeelImportProgress progress, gpointer data,
                      GCancellable *cancellable, GError **error)
{
  g_auto (KeelImport) self = {
    .options = options,
    .progress = progress,
    .data = data,
    .cancellable = cancellable,
  };
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GInputStream) formats = NULL;
  char *source = NULL;
  gboolean success;

  g_return_val_if_fail (directory_path != NULL, NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  stream = open_file (file, &source, &self.size, cancellable, error);
  if (!stream)
    {
      g_free (source);
      return NULL;
    }
  if (options->formats && !(formats = open_file (options->formats, NULL, NULL, cancellable, error)))
    {
      g_free (source);
      return NULL;
    }
  if (!prepare_report (&self, source, error))
    return NULL;
  self.database = open_directory (directory_path, key, error);
  if (!self.database)
    return NULL;

  success = run (&self, stream, formats, error);
  shrink_log (self.database);
  return success ? g_steal_pointer (&self.report) : NULL;
}
