#include "keel-template-entry.h"

#include "keel-entry-page-private.h"
#include "keel-template-window.h"

static void
change_worksheet_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelEntryPage *self = KEEL_ENTRY_PAGE (widget);
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (widget));
  const KeelWorksheet *written = keel_entry_document_get_worksheet (self->document);
  const KeelWorksheet *worksheet = keel_content_find_worksheet (keel_session_get_content (self->session),
                                                                written->id);

  /* As it is by now; one that is gone, as it was. */
  if (worksheet != NULL)
    keel_template_window_present (parent, self->session, worksheet);
  else
    keel_template_window_present_copy (parent, self->session, written);
}

void
keel_template_entry_install (GtkWidgetClass *page_class)
{
  gtk_widget_class_install_action (page_class, "entry.change-worksheet", NULL, change_worksheet_cb);
}
