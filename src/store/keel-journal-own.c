#include "keel-journal-own.h"

#include <string.h>

#include "keel-journal-writing.h"

gpointer
keel_own_read (const KeelOwnKind *kind, sqlite3_stmt *statement)
{
  const char *id = (const char *) sqlite3_column_text (statement, 0);
  const char *xml = (const char *) sqlite3_column_text (statement, 1);
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
  g_autoptr (GError) error = NULL;
  gpointer thing = kind->parse (bytes, &error);
  const char *said = thing != NULL ? G_STRUCT_MEMBER (const char *, thing, kind->id) : NULL;

  if (said != NULL && g_str_equal (said, id))
    return thing;
  if (thing == NULL)
    g_warning ("Own %s %s cannot be read: %s", kind->what, id, error->message);
  else
    g_warning ("Own %s %s says that it is %s", kind->what, id, said);
  g_clear_pointer (&thing, kind->unref);
  return NULL;
}

GPtrArray *
keel_own_list (KeelJournal *self, const KeelOwnKind *kind, guint *n_damaged, GError **error)
{
  return keel_journal_read_sound_rows (self, keel_database_prepare (self->database, kind->list, error),
                                       kind->read, kind->unref, n_damaged, error);
}

gboolean
keel_own_put (KeelJournal *self, const KeelOwnKind *kind, const char *id, const char *xml, GError **error)
{
  g_autofree char *uuid = g_uuid_string_random ();
  sqlite3_stmt *statement = keel_database_prepare (self->database, kind->put, error);

  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, uuid);
  keel_bind_text (statement, 2, id);
  keel_bind_text (statement, 3, xml);
  sqlite3_bind_int64 (statement, 4, keel_clock_get_now (self->clock));
  return keel_database_step (self->database, statement, NULL, error);
}

static gboolean
replace (KeelJournal *self, const KeelOwnKind *kind, const char *id, const char *xml, gpointer *before,
         GError **error)
{
  return keel_journal_find_row (self, kind->find, id, kind->read, before, NULL, error) &&
         keel_own_put (self, kind, id, xml, error);
}

gboolean
keel_own_set (KeelJournal *self, const KeelOwnKind *kind, const char *id, gboolean is_own, const char *xml,
              gpointer *before, GError **error)
{
  gpointer was = NULL;
  gboolean done;

  if (!is_own)
    {
      g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID, "“%s” is no %s of one's own", id,
                   kind->what);
      return FALSE;
    }
  done = keel_database_begin (self->database, error) &&
         keel_journal_end_writing (self, replace (self, kind, id, xml, &was, error), error);
  if (done && before != NULL)
    *before = g_steal_pointer (&was);
  g_clear_pointer (&was, kind->unref);
  return done;
}
