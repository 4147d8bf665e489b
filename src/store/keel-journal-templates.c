#include "keel-journal-templates.h"

#include "keel-journal-own.h"

static gpointer read_template (sqlite3_stmt *statement);

static const KeelOwnKind kind = {
  .what = "worksheet",
  .parse = (gpointer (*) (GBytes *, GError **)) keel_worksheet_new_from_xml,
  .unref = (GDestroyNotify) keel_worksheet_unref,
  .id = G_STRUCT_OFFSET (KeelWorksheet, id),
  .read = read_template,
  .find = KEEL_OWN_FIND ("own_template", "id"),
  .list = KEEL_OWN_LIST ("own_template", "id"),
  .put = KEEL_OWN_PUT ("own_template", "id"),
};

static gpointer
read_template (sqlite3_stmt *statement)
{
  return keel_own_read (&kind, statement);
}

GPtrArray *
keel_journal_get_own_templates (KeelJournal *self, guint *n_damaged, GError **error)
{
  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);

  return keel_own_list (self, &kind, n_damaged, error);
}

gboolean
keel_journal_set_own_template (KeelJournal *self, const KeelWorksheet *worksheet, KeelWorksheet **before,
                               GError **error)
{
  g_autofree char *xml = NULL;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (worksheet != NULL, FALSE);

  xml = keel_worksheet_to_xml (worksheet);
  return keel_own_set (self, &kind, worksheet->id, keel_worksheet_is_own (worksheet->id), xml,
                       (gpointer *) before, error);
}

gboolean
keel_journal_set_own_template_deleted (KeelJournal *self, const char *id, gboolean deleted, GError **error)
{
  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return keel_journal_mark_or_miss (self,
                                    "UPDATE own_template SET deleted_at = iif (?2, ?3, NULL),"
                                    " changed_at = ?3 WHERE id = ?1",
                                    id, deleted, "worksheet of one's own", error);
}

gboolean
keel_journal_knows_own_template (KeelJournal *self, const char *id, gboolean *known, GError **error)
{
  sqlite3_stmt *statement;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (id != NULL && known != NULL, FALSE);

  statement = keel_database_prepare (self->database, "SELECT 1 FROM own_template WHERE id = ?1", error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, id);
  if (!keel_database_step (self->database, statement, known, error))
    return FALSE;
  sqlite3_reset (statement);
  return TRUE;
}
