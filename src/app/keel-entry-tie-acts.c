#include "keel-entry-tie-acts.h"

#include "keel-entry-page-private.h"
#include "keel-worksheet-reminder-dialog.h"

static void
link_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  keel_entry_ties_ask_link (KEEL_ENTRY_PAGE (widget)->ties);
}

static void
share_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  keel_entry_ties_ask_shared (KEEL_ENTRY_PAGE (widget)->ties);
}

static void
remind_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelEntryPage *self = KEEL_ENTRY_PAGE (widget);

  keel_worksheet_reminder_dialog_present (GTK_WINDOW (gtk_widget_get_root (widget)), self->session,
                                          keel_entry_document_get_worksheet (self->document));
}

void
keel_entry_tie_acts_install (GtkWidgetClass *page_class)
{
  gtk_widget_class_install_action (page_class, "entry.link", NULL, link_cb);
  gtk_widget_class_install_action (page_class, "entry.share", NULL, share_cb);
  gtk_widget_class_install_action (page_class, "entry.remind", NULL, remind_cb);
}
