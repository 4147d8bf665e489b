#include "config.h"

#include "keel-worksheet-window.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-announcer.h"
#include "keel-entry-page.h"
#include "keel-entry-question.h"
#include "keel-names.h"
#include "keel-pages.h"
#include "keel-undo-toast.h"
#include "keel-window.h"
#include "keel-worksheet-list.h"
#include "keel-worksheet-trash.h"

struct _KeelWorksheetWindow
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *stack;
  KeelWorksheetList *list;
  KeelWorksheetTrash *trash;
  AdwBin *entry_bin;

  KeelSession *session;
  KeelEntryPage *page; /* NULL: none is open */
  gboolean opening;
  gboolean closing;
  gboolean stayed; /* closing was tried, and could not save */
};

G_DEFINE_FINAL_TYPE (KeelWorksheetWindow, keel_worksheet_window, ADW_TYPE_WINDOW)

/* What was moved to the trash. */
typedef struct
{
  KeelWorksheetWindow *window; /* weak */
  KeelSession *session;
  char *uuid;
} Trashed;

static void
trashed_free (Trashed *trashed)
{
  g_clear_weak_pointer (&trashed->window);
  g_object_unref (trashed->session);
  g_free (trashed->uuid);
  g_free (trashed);
}

static void
tell_error (KeelWorksheetWindow *self, const GError *error)
{
  g_autofree char *sentence = keel_sentence_for_error (error, NULL);
  g_autofree char *title = g_markup_escape_text (sentence, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (title));
  keel_say (GTK_WIDGET (self), sentence);
}

static void
drop_page (KeelWorksheetWindow *self)
{
  self->page = NULL;
  adw_bin_set_child (self->entry_bin, NULL);
}

static void
show_list (KeelWorksheetWindow *self, const char *uuid)
{
  keel_pages_show (self->stack, "list");
  keel_worksheet_list_search (self->list);
  keel_worksheet_list_refresh (self->list, uuid);
}

static void show_page (KeelWorksheetWindow *self, KeelWriting *paper);

static void
left_cb (KeelEntryPage *page, KeelWorksheetWindow *self)
{
  g_autofree char *uuid = g_strdup (keel_entry_page_get_uuid (page));

  drop_page (self);
  if (self->closing)
    gtk_window_destroy (GTK_WINDOW (self));
  else
    show_list (self, uuid);
}

/* It could not be saved. */
static void
stayed_cb (KeelWorksheetWindow *self)
{
  self->stayed |= self->closing;
  self->closing = FALSE;
}

static void
replaced_cb (KeelEntryPage *page, KeelWriting *paper, KeelWorksheetWindow *self)
{
  show_page (self, paper);
}

static void
put_back_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelWorksheetWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelEntry) entry = keel_session_entry_finish (KEEL_SESSION (source), result, &error);

  if (self->session == NULL) /* the window was closed meanwhile */
    return;
  keel_undo_toast_tell (GTK_WIDGET (self), error, NULL);
  keel_worksheet_list_refresh (self->list, entry != NULL ? entry->uuid : NULL);
  keel_worksheet_trash_refresh (self->trash);
}

static void
put_back_cb (gpointer data)
{
  Trashed *trashed = data;

  if (trashed->window != NULL)
    keel_session_trash_entry_async (trashed->session, trashed->uuid, FALSE, put_back_done_cb,
                                    g_object_ref (trashed->window));
}

static void
offer_back (KeelWorksheetWindow *self, KeelEntry *entry)
{
  Trashed *trashed = g_new0 (Trashed, 1);
  g_autofree char *sentence = NULL;

  g_set_weak_pointer (&trashed->window, self);
  trashed->session = g_object_ref (self->session);
  trashed->uuid = g_strdup (entry->uuid);
  sentence = g_strdup_printf (ngettext ("It is in the trash and will be destroyed in %d day.",
                                        "It is in the trash and will be destroyed in %d days.",
                                        KEEL_TRASH_DAYS),
                              KEEL_TRASH_DAYS);
  keel_undo_toast_show (GTK_WIDGET (self), sentence, put_back_cb, trashed, (GDestroyNotify) trashed_free);
}

static void
gone_cb (KeelEntryPage *page, KeelEntry *entry, KeelWorksheetWindow *self)
{
  drop_page (self);
  show_list (self, NULL);
  if (entry != NULL)
    offer_back (self, entry);
  else
    keel_say (GTK_WIDGET (self), _ ("It is destroyed."));
}

/* Takes @paper. */
static void
show_page (KeelWorksheetWindow *self, KeelWriting *paper)
{
  self->page = keel_entry_page_new (self->session, paper);
  g_signal_connect_object (self->page, "left", G_CALLBACK (left_cb), self, 0);
  g_signal_connect_object (self->page, "stayed", G_CALLBACK (stayed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->page, "opened", G_CALLBACK (replaced_cb), self, 0);
  g_signal_connect_object (self->page, "gone", G_CALLBACK (gone_cb), self, 0);
  adw_bin_set_child (self->entry_bin, GTK_WIDGET (self->page));
  keel_pages_show (self->stack, "entry");
  keel_entry_page_begin (self->page);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelWorksheetWindow) self = data;
  g_autoptr (GError) error = NULL;
  KeelWriting *paper = keel_session_writing_finish (KEEL_SESSION (source), result, &error);

  self->opening = FALSE;
  if (self->session == NULL) /* the window was closed meanwhile */
    g_clear_pointer (&paper, keel_writing_free);
  else if (paper != NULL)
    show_page (self, paper);
  else
    tell_error (self, error);
}

static void
begin_cb (KeelWorksheetWindow *self, KeelWorksheet *worksheet)
{
  if (self->opening)
    return;
  self->opening = TRUE;
  keel_session_open_worksheet_async (self->session, worksheet, TRUE, read_cb, g_object_ref (self));
}

static void
open_cb (KeelWorksheetWindow *self, KeelEntry *entry)
{
  if (self->opening)
    return;
  self->opening = TRUE;
  keel_session_read_entry_async (self->session, entry->uuid, read_cb, g_object_ref (self));
}

static void
trash_cb (KeelWorksheetWindow *self)
{
  keel_pages_show (self->stack, "trash");
  keel_worksheet_trash_refresh (self->trash);
  gtk_widget_child_focus (GTK_WIDGET (self->trash), GTK_DIR_TAB_FORWARD);
}

static void
back_cb (KeelWorksheetWindow *self)
{
  show_list (self, NULL);
}

static void
full_screen_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_fullscreen (GTK_WINDOW (widget));
}

static void
search_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelWorksheetWindow *self = KEEL_WORKSHEET_WINDOW (widget);

  if (keel_pages_shows (self->stack, "list"))
    keel_worksheet_list_search (self->list);
}

static void
destroy_anyway_cb (KeelWorksheetWindow *self, const char *response)
{
  if (g_str_equal (response, "go"))
    gtk_window_destroy (GTK_WINDOW (self));
}

/* It could not be saved once already. */
static void
ask_about_loss (KeelWorksheetWindow *self)
{
  GtkWidget *dialog = keel_entry_question_new (
      GTK_WINDOW (self), _ ("Close without saving?"),
      _ ("The last words you wrote cannot be saved now. If you close, they are lost."), _ ("Stay"),
      _ ("Close Without Saving"));

  g_signal_connect_object (dialog, "response", G_CALLBACK (destroy_anyway_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
keel_worksheet_window_close_request (GtkWindow *window)
{
  KeelWorksheetWindow *self = KEEL_WORKSHEET_WINDOW (window);

  if (self->page == NULL)
    return GTK_WINDOW_CLASS (keel_worksheet_window_parent_class)->close_request (window);
  if (self->stayed && keel_entry_page_is_waiting (self->page))
    {
      ask_about_loss (self);
      return TRUE;
    }
  self->stayed = FALSE;
  self->closing = TRUE;
  keel_entry_page_leave (self->page);
  return TRUE;
}

static void
keel_worksheet_window_dispose (GObject *object)
{
  KeelWorksheetWindow *self = KEEL_WORKSHEET_WINDOW (object);

  g_clear_object (&self->session);
  G_OBJECT_CLASS (keel_worksheet_window_parent_class)->dispose (object);
}

static void
keel_worksheet_window_class_init (KeelWorksheetWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_worksheet_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = keel_worksheet_window_close_request;

  g_type_ensure (KEEL_TYPE_WORKSHEET_LIST);
  g_type_ensure (KEEL_TYPE_WORKSHEET_TRASH);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-worksheet-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelWorksheetWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, KeelWorksheetWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, KeelWorksheetWindow, list);
  gtk_widget_class_bind_template_child (widget_class, KeelWorksheetWindow, trash);
  gtk_widget_class_bind_template_child (widget_class, KeelWorksheetWindow, entry_bin);
  gtk_widget_class_bind_template_callback (widget_class, begin_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, trash_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_install_action (widget_class, "worksheets.full-screen", NULL, full_screen_cb);
  gtk_widget_class_install_action (widget_class, "worksheets.search", NULL, search_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F11, 0, "worksheets.full-screen", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "worksheets.search", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
keel_worksheet_window_init (KeelWorksheetWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_names_mend_toasts (self->toasts);
  keel_announcer_greet (GTK_WINDOW (self));
  keel_pages_silence (self->stack);
}

static KeelWorksheetWindow *
find_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (KEEL_IS_WORKSHEET_WINDOW (window))
        return KEEL_WORKSHEET_WINDOW (window);
    }
  return NULL;
}

void
keel_worksheet_window_present (GtkWindow *parent, KeelSession *session)
{
  KeelWorksheetWindow *self = find_window ();

  if (self == NULL)
    {
      self = g_object_new (KEEL_TYPE_WORKSHEET_WINDOW, "transient-for", parent, NULL);
      self->session = g_object_ref (session);
      keel_worksheet_list_set_session (self->list, session);
      keel_worksheet_trash_set_session (self->trash, session);
      show_list (self, NULL);
    }
  gtk_window_present (GTK_WINDOW (self));
}
