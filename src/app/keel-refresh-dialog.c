#include "config.h"

#include "keel-refresh-dialog.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-announcer.h"
#include "keel-change-row.h"
#include "keel-import-result.h"
#include "keel-pages.h"
#include "keel-window.h"

struct _KeelRefreshDialog
{
  AdwWindow parent_instance;

  GtkStack *stack;
  GtkLabel *which;
  GtkProgressBar *bar;
  GtkLabel *progress_text;
  GtkWidget *changed_box;
  GtkListBox *changed;
  GtkLabel *nothing;
  GtkWidget *lists_box;
  GtkListBox *lists;
  GtkWidget *stop;
  GtkWidget *done;

  KeelSession *session;
  GPtrArray *queue; /* of KeelList */
  guint position;
  guint refreshed;
  GCancellable *cancellable; /* NULL when nothing is fetched */
};

G_DEFINE_FINAL_TYPE (KeelRefreshDialog, keel_refresh_dialog, ADW_TYPE_WINDOW)

static void refresh_next (KeelRefreshDialog *self);

static void
show_page (KeelRefreshDialog *self, const char *page)
{
  gboolean progress = strcmp (page, "progress") == 0;

  keel_pages_show (self->stack, page);
  gtk_widget_set_visible (self->stop, progress);
  gtk_widget_set_visible (self->done, !progress);
  gtk_widget_grab_focus (progress ? self->stop : self->done);
}

static void
add_list_row (KeelRefreshDialog *self, const char *name, const char *text)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_append (self->lists, row);
}

static void
show_changes (KeelRefreshDialog *self, GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    gtk_list_box_append (self->changed, keel_change_row_new (self->session, changes->pdata[i]));
  gtk_widget_set_visible (self->changed_box, changes->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), changes->len == 0);
}

/* What could not be looked at is not “nothing has changed”. */
static void
show_trouble (KeelRefreshDialog *self, const char *sentence)
{
  gtk_label_set_text (self->nothing, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), TRUE);
}

static char *
describe_end (KeelRefreshDialog *self, guint changes)
{
  guint lists = self->queue->len;

  if (changes > 0)
    return g_strdup_printf (ngettext ("%u meeting that you follow has changed.",
                                      "%u meetings that you follow have changed.", changes),
                            changes);
  if (lists == 0)
    return g_strdup (_ ("Your lists say the same as your calendar."));
  /* Translators: %1$u is how many of %2$u lists are up to date now. */
  return g_strdup_printf (ngettext ("%1$u of %2$u list is up to date.", "%1$u of %2$u lists are up to date.",
                                    lists),
                          self->refreshed, lists);
}

static void
changes_found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelRefreshDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = keel_session_get_changes_finish (KEEL_SESSION (source), result, &error);
  g_autofree char *sentence = NULL;

  if (self->session == NULL)
    return;
  sentence = changes != NULL ? describe_end (self, changes->len) : keel_sentence_for_error (error, NULL);
  if (changes != NULL)
    show_changes (self, changes);
  else
    show_trouble (self, sentence);
  gtk_widget_set_visible (self->lists_box, self->queue->len > 0);
  show_page (self, "result");
  keel_say (GTK_WIDGET (self), sentence);
}

static void
finish (KeelRefreshDialog *self)
{
  keel_session_get_changes_async (self->session, changes_found_cb, g_object_ref (self));
}

static void
progress_cb (guint64 bytes, guint64 total, guint meetings, gpointer data)
{
  KeelRefreshDialog *self = KEEL_REFRESH_DIALOG (data);
  g_autofree char *size = g_format_size (bytes);
  g_autofree char *text = NULL;

  if (meetings == 0)
    text = g_strdup_printf (_ ("Fetching: %s"), size);
  else
    text = g_strdup_printf (ngettext ("%'u meeting read", "%'u meetings read", meetings), meetings);
  gtk_label_set_text (self->progress_text, text);
  if (total > 0)
    gtk_progress_bar_set_fraction (self->bar, MIN (1.0, (double) bytes / (double) total));
  else
    gtk_progress_bar_pulse (self->bar);
}

static void
refreshed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelRefreshDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelImportOutcome) outcome = keel_session_import_finish (KEEL_SESSION (source), result, &error);
  /* Also where this list was through by then, and could not be stopped any more. */
  gboolean stopped = g_cancellable_is_cancelled (self->cancellable);
  g_autofree char *text = NULL;
  KeelList *list;

  g_clear_object (&self->cancellable);
  if (self->session == NULL)
    return;
  list = self->queue->pdata[self->position];
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    text = g_strdup (_ ("Stopped. It is as it was."));
  else
    text = outcome != NULL ? keel_import_result_describe (outcome->report)
                           : keel_sentence_for_error (error, list->source);
  add_list_row (self, list->name, text);
  self->refreshed += outcome != NULL;
  self->position = stopped ? self->queue->len : self->position + 1;
  refresh_next (self);
}

static void
refresh_next (KeelRefreshDialog *self)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *which = NULL;
  KeelImportChoice choice = { NULL };
  KeelList *list;

  if (self->position >= self->queue->len)
    {
      finish (self);
      return;
    }
  list = self->queue->pdata[self->position];
  /* Translators: which list is fetched now, of how many, and its name: “2 of 3: Harbour”. */
  which = g_strdup_printf (_ ("%1$u of %2$u: %3$s"), self->position + 1, self->queue->len, list->name);
  gtk_label_set_text (self->which, which);
  gtk_label_set_text (self->progress_text, _ ("Reading…"));
  gtk_progress_bar_set_fraction (self->bar, 0);
  choice.list = list->name;
  file = g_file_new_for_uri (list->source);
  self->cancellable = g_cancellable_new ();
  keel_session_import_async (self->session, file, &choice, progress_cb, self, self->cancellable, refreshed_cb,
                             g_object_ref (self));
}

static void
stop_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelRefreshDialog *self = KEEL_REFRESH_DIALOG (widget);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

/* While something is fetched, to stop that comes before going away. */
static void
leave_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (KEEL_REFRESH_DIALOG (widget)->cancellable != NULL)
    stop_cb (widget, NULL, NULL);
  else
    gtk_window_close (GTK_WINDOW (widget));
}

/* What is going on holds the dialog, which would not be disposed of before the last list was fetched. */
static gboolean
keel_refresh_dialog_close_request (GtkWindow *window)
{
  KeelRefreshDialog *self = KEEL_REFRESH_DIALOG (window);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->session);
  return GTK_WINDOW_CLASS (keel_refresh_dialog_parent_class)->close_request (window);
}

static void
keel_refresh_dialog_dispose (GObject *object)
{
  KeelRefreshDialog *self = KEEL_REFRESH_DIALOG (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (keel_refresh_dialog_parent_class)->dispose (object);
}

static void
keel_refresh_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (KEEL_REFRESH_DIALOG (object)->queue);
  G_OBJECT_CLASS (keel_refresh_dialog_parent_class)->finalize (object);
}

static void
keel_refresh_dialog_class_init (KeelRefreshDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_refresh_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = keel_refresh_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = keel_refresh_dialog_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-refresh-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelRefreshDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, KeelRefreshDialog, which);
  gtk_widget_class_bind_template_child (widget_class, KeelRefreshDialog, bar);
  gtk_widget_class_bind_template_child (widget_class, KeelRefreshDialog, progress_text);
  gtk_widget_class_bind_template_child (widget_class, KeelRefreshDialog, changed_box);
  gtk_widget_class_bind_template_child (widget_class, KeelRefreshDialog, changed);
  gtk_widget_class_bind_template_child (widget_class, KeelRefreshDialog, nothing);
  gtk_widget_class_bind_template_child (widget_class, KeelRefreshDialog, lists_box);
  gtk_widget_class_bind_template_child (widget_class, KeelRefreshDialog, lists);
  gtk_widget_class_bind_template_child (widget_class, KeelRefreshDialog, stop);
  gtk_widget_class_bind_template_child (widget_class, KeelRefreshDialog, done);
  gtk_widget_class_install_action (widget_class, "refresh.stop", NULL, stop_cb);
  gtk_widget_class_install_action (widget_class, "refresh.leave", NULL, leave_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "refresh.leave", NULL);
}

static void
keel_refresh_dialog_init (KeelRefreshDialog *self)
{
  self->queue = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_announcer_greet (GTK_WINDOW (self));
}

KeelRefreshDialog *
keel_refresh_dialog_new (GtkWindow *parent, KeelSession *session, GPtrArray *lists)
{
  KeelRefreshDialog *self = g_object_new (KEEL_TYPE_REFRESH_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  for (guint i = 0; i < lists->len; i++)
    g_ptr_array_add (self->queue, g_object_ref (lists->pdata[i]));
  show_page (self, "progress");
  refresh_next (self);
  return self;
}
