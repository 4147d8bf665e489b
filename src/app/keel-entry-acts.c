#include "config.h"

#include "keel-entry-acts.h"

#include <glib/gi18n-lib.h>

#include "keel-entry-destroy.h"
#include "keel-entry-history.h"
#include "keel-entry-page-private.h"
#include "keel-window.h"

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelEntryPage) self = data;
  g_autoptr (GError) error = NULL;
  KeelWriting *paper = keel_session_writing_finish (KEEL_SESSION (source), result, &error);

  if (paper == NULL)
    keel_entry_page_tell_error (self, error);
  else
    g_signal_emit_by_name (self, "opened", paper);
}

/* What is on this page is saved before another one comes in its place. */
static void
duplicate_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelEntryPage *self = KEEL_ENTRY_PAGE (widget);

  keel_entry_saver_leave (self->saver);
  if (keel_entry_saver_get_entry (self->saver) != NULL)
    keel_session_duplicate_entry_async (self->session, keel_entry_saver_get_entry (self->saver)->uuid,
                                        opened_cb, g_object_ref (self));
}

static void
new_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelEntryPage *self = KEEL_ENTRY_PAGE (widget);

  keel_entry_saver_leave (self->saver);
  keel_session_open_worksheet_async (self->session, keel_entry_document_get_worksheet (self->document), FALSE,
                                     opened_cb, g_object_ref (self));
}

static void
version_cb (KeelEntryPage *self, KeelAnswers *answers)
{
  keel_entry_document_replace (self->document, answers);
  keel_say (GTK_WIDGET (self), _ ("That version is back. Ctrl+Z takes you to what was there before."));
}

/* What is on the page now becomes a version too, so that it can be compared. */
static void
history_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelEntryPage *self = KEEL_ENTRY_PAGE (widget);
  KeelEntryHistory *history;

  if (keel_entry_saver_get_entry (self->saver) == NULL)
    return;
  keel_entry_saver_leave (self->saver);
  history = keel_entry_history_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->session,
                                    keel_entry_saver_get_entry (self->saver)->uuid,
                                    keel_entry_document_get_worksheet (self->document));
  g_signal_connect_object (history, "chosen", G_CALLBACK (version_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (history));
}

static void
trashed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelEntryPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelEntry) entry = keel_session_entry_finish (KEEL_SESSION (source), result, &error);

  if (entry == NULL)
    keel_entry_page_tell_error (self, error);
  else
    g_signal_emit_by_name (self, "gone", entry);
}

static void
trash_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelEntryPage *self = KEEL_ENTRY_PAGE (widget);

  if (keel_entry_saver_get_entry (self->saver) == NULL)
    return;
  keel_entry_page_save_title (self);
  keel_entry_saver_leave (self->saver);
  keel_session_trash_entry_async (self->session, keel_entry_saver_get_entry (self->saver)->uuid, TRUE,
                                  trashed_cb, g_object_ref (self));
}

static void
destroyed_cb (gpointer data)
{
  KeelEntryPage *self = data;

  keel_entry_saver_stop (self->saver);
  g_signal_emit_by_name (self, "gone", NULL);
}

static void
destroy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelEntryPage *self = KEEL_ENTRY_PAGE (widget);

  if (keel_entry_saver_get_entry (self->saver) != NULL)
    keel_entry_destroy_ask (widget, self->session, keel_entry_saver_get_entry (self->saver), destroyed_cb);
}

void
keel_entry_acts_install (GtkWidgetClass *page_class)
{
  gtk_widget_class_install_action (page_class, "entry.duplicate", NULL, duplicate_cb);
  gtk_widget_class_install_action (page_class, "entry.new", NULL, new_cb);
  gtk_widget_class_install_action (page_class, "entry.history", NULL, history_cb);
  gtk_widget_class_install_action (page_class, "entry.trash", NULL, trash_cb);
  gtk_widget_class_install_action (page_class, "entry.destroy", NULL, destroy_cb);
}
