#include "keel-kept-list.h"

#include "keel-list-name.h"

void
keel_kept_list_clear (KeelKeptList *self)
{
  g_free (self->list);
  g_free (self->program);
  g_free (self->timezone);
  g_free (self->etag);
  g_free (self->last_modified);
}

static gboolean
read_kept (KeelDatabase *database, const char *sql, const char *key, const char *name, KeelKeptList *kept,
           GError **error)
{
  sqlite3_stmt *statement = keel_database_prepare (database, sql, error);
  gboolean row;

  if (!statement)
    return FALSE;
  keel_bind_text (statement, 1, key);
  if (name)
    keel_bind_text (statement, 2, name);
  if (!keel_database_step (database, statement, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  kept->list = keel_column_text (statement, 0);
  kept->program = keel_column_text (statement, 1);
  kept->timezone = keel_column_text (statement, 2);
  kept->etag = keel_column_text (statement, 3);
  kept->last_modified = keel_column_text (statement, 4);
  sqlite3_reset (statement);
  return TRUE;
}

gboolean
keel_kept_list_find (KeelDatabase *database, const char *address, const char *name, KeelKeptList *self,
                     GError **error)
{
  if (!name)
    return read_kept (database,
                      "SELECT name, program, timezone, etag, last_modified FROM list WHERE source = ?1"
                      " ORDER BY name",
                      address, NULL, self, error);
  if (!read_kept (database,
                  "SELECT name, program, timezone, etag, last_modified FROM list"
                  " WHERE source = ?1 AND name = ?2",
                  address, name, self, error))
    return FALSE;
  if (!self->list)
    self->list = g_strdup (name);
  return TRUE;
}

/* Two lists of one publisher are two lists: a name that another one has gets a number. */
char *
keel_kept_list_make_name (KeelDatabase *database, const char *plain, GError **error)
{
  g_autofree char *name = g_strdup (plain);

  for (guint n = 2; name; n++)
    {
      g_auto (KeelKeptList) other = { 0 };

      if (!read_kept (database, "SELECT name, NULL, NULL, NULL, NULL FROM list WHERE name = ?1", name, NULL,
                      &other, error))
        return NULL;
      if (!other.list)
        return g_steal_pointer (&name);
      g_free (name);
      name = keel_list_name_number (plain, n);
    }
  return NULL;
}
