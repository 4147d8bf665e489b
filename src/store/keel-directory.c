#include "keel-directory-private.h"

#include "keel-meeting-table.h"
#include "keel-type-rows.h"

struct _KeelDirectory
{
  GObject parent_instance;

  char *path;
  KeelDatabase *database;
};

G_DEFINE_FINAL_TYPE (KeelList, keel_list, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (KeelDirectory, keel_directory, G_TYPE_OBJECT)

/* Public data that can be made again: a write-ahead log lets searches go on beside an import. */
const KeelDatabaseKind keel_directory_kind = {
  .schema = "/app/keel/Keel/schema/directory.sql",
  .application_id = 0x4b6c4472, /* "KlDr" */
  .user_version = 1,
  .write_ahead = TRUE,
};

static void
keel_list_finalize (GObject *object)
{
  KeelList *self = KEEL_LIST (object);

  g_free (self->name);
  g_free (self->source);
  g_free (self->file);
  g_free (self->format);
  g_free (self->program);
  g_free (self->timezone);
  G_OBJECT_CLASS (keel_list_parent_class)->finalize (object);
}

static void
keel_list_class_init (KeelListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_list_finalize;
}

static void
keel_list_init (KeelList *self)
{
}

static void
keel_directory_finalize (GObject *object)
{
  KeelDirectory *self = KEEL_DIRECTORY (object);

  g_clear_pointer (&self->database, keel_database_close);
  g_free (self->path);
  G_OBJECT_CLASS (keel_directory_parent_class)->finalize (object);
}

static void
keel_directory_class_init (KeelDirectoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_directory_finalize;
}

static void
keel_directory_init (KeelDirectory *self)
{
}

static KeelList *
read_list (sqlite3_stmt *statement)
{
  KeelList *list = g_object_new (KEEL_TYPE_LIST, NULL);

  list->name = keel_column_text (statement, 0);
  list->source = keel_column_text (statement, 1);
  list->format = keel_column_text (statement, 2);
  list->program = keel_column_text (statement, 3);
  list->timezone = keel_column_text (statement, 4);
  list->meetings = (guint) sqlite3_column_int64 (statement, 5);
  list->imported_at = sqlite3_column_int64 (statement, 6);
  list->file = keel_column_text (statement, 7);
  return list;
}

static KeelMeeting *
find_by_key (KeelDirectory *self, gint64 key, GError **error)
{
  KeelMeeting *meeting;
  sqlite3_stmt *statement;
  gboolean row;

  statement = keel_database_prepare (self->database,
                                     "SELECT " KEEL_MEETING_COLUMNS
                                     " FROM meeting AS m JOIN list AS l ON l.id = m.list WHERE m.key = ?1",
                                     error);
  if (!statement)
    return NULL;
  sqlite3_bind_int64 (statement, 1, key);
  if (!keel_database_step (self->database, statement, &row, error))
    return NULL;
  if (!row)
    {
      g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND, "No list has this meeting");
      return NULL;
    }
  meeting = keel_meeting_table_read (statement);
  sqlite3_reset (statement);
  return meeting;
}

/* 0 where there is no such list. */
static gboolean
find_list (KeelDirectory *self, const char *name, gint64 *id, GError **error)
{
  sqlite3_stmt *statement;
  gboolean row;

  *id = 0;
  statement = keel_database_prepare (self->database, "SELECT id FROM list WHERE name = ?1", error);
  if (!statement)
    return FALSE;
  keel_bind_text (statement, 1, name);
  if (!keel_database_step (self->database, statement, &row, error))
    return FALSE;
  if (row)
    *id = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  return TRUE;
}

static gboolean
remove_list (KeelDirectory *self, const char *name, GError **error)
{
  sqlite3_stmt *statement;
  gint64 id;

  if (!find_list (self, name, &id, error))
    return FALSE;
  if (id == 0)
    {
      g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND, "There is no list “%s”", name);
      return FALSE;
    }
  if (!keel_meeting_table_remove_list (self->database, id, error) ||
      !keel_type_rows_sweep (self->database, error) || !keel_meeting_table_touch (self->database, error))
    return FALSE;
  statement = keel_database_prepare (self->database, "DELETE FROM list WHERE id = ?1", error);
  if (!statement)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  return keel_database_step (self->database, statement, NULL, error);
}

KeelDatabase *
keel_directory_get_database (KeelDirectory *self)
{
  return self->database;
}

/**
 * keel_directory_open:
 * @path: of directory.db; made when it is not there
 * @key: (nullable): of a profile with a passphrase
 *
 * Errors are of KEEL_STORE_ERROR.
 */
KeelDirectory *
keel_directory_open (const char *path, KeelVaultKey *key, GError **error)
{
  g_autoptr (KeelDatabase) database = NULL;
  KeelDirectory *self;

  g_return_val_if_fail (path != NULL, NULL);

  database = keel_database_open_protected (path, &keel_directory_kind, key, error);
  if (!database)
    return NULL;
  self = g_object_new (KEEL_TYPE_DIRECTORY, NULL);
  self->path = g_strdup (path);
  self->database = g_steal_pointer (&database);
  return self;
}

const char *
keel_directory_get_path (KeelDirectory *self)
{
  g_return_val_if_fail (KEEL_IS_DIRECTORY (self), NULL);

  return self->path;
}

GPtrArray *
keel_directory_read_lists (KeelDatabase *database, GError **error)
{
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func (g_object_unref);
  sqlite3_stmt *statement;
  gboolean row;

  statement = keel_database_prepare (database,
                                     "SELECT name, source, format, program, timezone, meetings, imported_at,"
                                     " file FROM list ORDER BY name COLLATE NOCASE, name",
                                     error);
  if (!statement)
    return NULL;
  while (keel_database_step (database, statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&lists);
      g_ptr_array_add (lists, read_list (statement));
    }
  return NULL;
}

GPtrArray *
keel_directory_get_lists (KeelDirectory *self, GError **error)
{
  g_return_val_if_fail (KEEL_IS_DIRECTORY (self), NULL);

  return keel_directory_read_lists (self->database, error);
}

/* In one transaction. KEEL_STORE_ERROR_NOT_FOUND where there is no such list. */
gboolean
keel_directory_remove_list (KeelDirectory *self, const char *name, GError **error)
{
  g_return_val_if_fail (KEEL_IS_DIRECTORY (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  if (!keel_database_begin (self->database, error))
    return FALSE;
  if (remove_list (self, name, error))
    return keel_database_commit (self->database, error);
  keel_database_rollback (self->database);
  return FALSE;
}

KeelMeeting *
keel_directory_get_meeting (KeelDirectory *self, const char *id, GError **error)
{
  gint64 key;

  g_return_val_if_fail (KEEL_IS_DIRECTORY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  if (!keel_meeting_parse_key (id, &key))
    {
      g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND, "“%s” is no meeting's id", id);
      return NULL;
    }
  return find_by_key (self, key, error);
}

KeelMeeting *
keel_directory_find (KeelDirectory *self, const char *list, const char *slug, GError **error)
{
  g_return_val_if_fail (KEEL_IS_DIRECTORY (self), NULL);
  g_return_val_if_fail (list != NULL && slug != NULL, NULL);

  return find_by_key (self, keel_meeting_make_key (list, slug), error);
}

char *
keel_directory_make_id (const char *list, const char *slug)
{
  g_return_val_if_fail (list != NULL && slug != NULL, NULL);

  return keel_meeting_format_key (keel_meeting_make_key (list, slug));
}
