#include "keel-import-report.h"

static void
clear_notice (gpointer data)
{
  g_free (((KeelNotice *) data)->detail);
}

KeelImportReport *
keel_import_report_new (void)
{
  KeelImportReport *self = g_new0 (KeelImportReport, 1);

  self->skipped = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_skipped_row_free);
  self->notices = g_array_new (FALSE, FALSE, sizeof (KeelNotice));
  g_array_set_clear_func (self->notices, clear_notice);
  return self;
}

void
keel_import_report_add_notices (KeelImportReport *self, const GArray *notices)
{
  for (guint i = 0; i < notices->len; i++)
    {
      KeelNotice notice = g_array_index (notices, KeelNotice, i);

      notice.detail = g_strdup (notice.detail);
      g_array_append_val (self->notices, notice);
    }
}

void
keel_import_report_free (KeelImportReport *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->notices);
  g_ptr_array_unref (self->skipped);
  g_free (self->source);
  g_free (self->list);
  g_free (self->program);
  g_free (self);
}
