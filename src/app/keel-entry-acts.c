#include "config.h"

#include "keel-entry-acts.h"

#include <glib/gi18n-lib.h>

#include "keel-entry-destroy.h"
#include "keel-entry-history.h"
#include "keel-entry-page-private.h"
#include "keel-window.h"

/* What was typed while the other page was read is saved too by now. */
static void
turn (KeelEntryPage *self)
{
  KeelWriting *next = g_steal_pointer (&self->next);

  if (next != NULL)
    g_signal_emit_by_name (self, "opened", next);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelEntryPage) self = data;
  g_autoptr (GError) error = NULL;
  KeelWriting *paper = keel_session_writing_finish (KEEL_SESSION (source), result, &error);

  if (paper == NULL)
    {
      keel_entry_page_tell_error (self, error);
      return;
    }
  g_clear_pointer (&self->next, keel_writing_free);
  self->next = paper;
  keel_entry_page_save_first (self, turn);
}

static void
duplicate (KeelEntryPage *self)
{
  if (keel_entry_page_get_uuid (self) != NULL)
    keel_session_duplicate_entry_async (self->session, keel_entry_page_get_uuid (self), opened_cb,
                                        g_object_ref (self));
}

static void
duplicate_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  keel_entry_page_save_first (KEEL_ENTRY_PAGE (widget), duplicate);
}

static void
begin_another (KeelEntryPage *self)
{
  keel_session_open_worksheet_async (self->session, keel_entry_document_get_worksheet (self->document), FALSE,
                                     opened_cb, g_object_ref (self));
}

static void
new_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  keel_entry_page_save_first (KEEL_ENTRY_PAGE (widget), begin_another);
}

static void
version_cb (KeelEntryPage *self, KeelAnswers *answers)
{
  keel_entry_document_replace (self->document, answers);
  keel_say (GTK_WIDGET (self), _ ("That version is back. Ctrl+Z takes you to what was there before."));
}

/* What is on the page now becomes a version too, so that it can be compared. */
static void
show_history (KeelEntryPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  KeelEntryHistory *history;

  if (keel_entry_page_get_uuid (self) == NULL || root == NULL)
    return;
  history = keel_entry_history_new (GTK_WINDOW (root), self->session, keel_entry_page_get_uuid (self),
                                    keel_entry_document_get_worksheet (self->document));
  g_signal_connect_object (history, "chosen", G_CALLBACK (version_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (history));
}

static void
history_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  keel_entry_page_save_first (KEEL_ENTRY_PAGE (widget), show_history);
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
trash (KeelEntryPage *self)
{
  if (keel_entry_page_get_uuid (self) != NULL)
    keel_session_trash_entry_async (self->session, keel_entry_page_get_uuid (self), TRUE, trashed_cb,
                                    g_object_ref (self));
}

static void
trash_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  keel_entry_page_save_first (KEEL_ENTRY_PAGE (widget), trash);
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
