#include "keel-session-templates.h"

#include "keel-session-private.h"
#include "store/keel-journal-templates.h"

#define TEMPLATES "keel-session-templates"

struct _KeelTemplates
{
  GPtrArray *worksheets; /* of KeelWorksheet */
  guint n_damaged;
};

void
keel_templates_free (KeelTemplates *self)
{
  g_ptr_array_unref (self->worksheets);
  g_free (self);
}

KeelTemplates *
keel_session_read_templates (KeelJournal *journal, GError **error)
{
  guint n_damaged = 0;
  GPtrArray *worksheets = keel_journal_get_own_templates (journal, &n_damaged, error);
  KeelTemplates *self;

  if (worksheets == NULL)
    return NULL;
  self = g_new0 (KeelTemplates, 1);
  self->worksheets = worksheets;
  self->n_damaged = n_damaged;
  return self;
}

void
keel_session_take_templates (KeelSession *self, KeelTemplates *templates)
{
  keel_content_set_own_worksheets (keel_session_get_content (self), templates->worksheets);
  g_object_set_data_full (G_OBJECT (self), TEMPLATES, templates, (GDestroyNotify) keel_templates_free);
  g_signal_emit_by_name (self, "templates-changed");
}

guint
keel_session_get_n_damaged_templates (KeelSession *self)
{
  const KeelTemplates *templates = g_object_get_data (G_OBJECT (self), TEMPLATES);

  return templates != NULL ? templates->n_damaged : 0;
}

static void
free_own (gpointer worksheet)
{
  if (worksheet != NULL)
    keel_worksheet_unref (worksheet);
}

const KeelSessionRows keel_template_rows = {
  .copy = (GBoxedCopyFunc) keel_worksheet_ref,
  .free = free_own,
  .uuid = G_STRUCT_OFFSET (KeelWorksheet, id),
  .set = (KeelSessionSetRow) keel_journal_set_own_template,
  .set_deleted = (KeelSessionSetRowDeleted) keel_journal_set_own_template_deleted,
  .read = (gpointer (*) (gpointer, GError **)) keel_session_read_templates,
  .free_read = (GDestroyNotify) keel_templates_free,
  .take = (void (*) (KeelSession *, gpointer)) keel_session_take_templates,
};
