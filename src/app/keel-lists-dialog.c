#include "config.h"

#include "keel-lists-dialog.h"

#include <glib/gi18n-lib.h>

#include "content/keel-list-sentences.h"
#include "content/keel-sentences.h"
#include "store/keel-fetch.h"

#include "keel-announcer.h"
#include "keel-import-dialog.h"
#include "keel-pages.h"
#include "keel-places-dialog.h"
#include "keel-refresh-dialog.h"
#include "keel-window.h"

/* How long a removal can be taken back. */
#define UNDO_SECONDS 10

struct _KeelListsDialog
{
  AdwWindow parent_instance;

  GtkStack *stack;
  GtkListBox *rows;
  GtkLabel *failure;
  GtkWidget *changes;
  GtkLabel *changes_text;
  GtkWidget *refresh_all;

  KeelSession *session;
  GHashTable *leaving; /* names of lists that are about to be removed */
  guint timer;         /* until they are */
};

G_DEFINE_FINAL_TYPE (KeelListsDialog, keel_lists_dialog, ADW_TYPE_WINDOW)

/* A list on its way out. */
typedef struct
{
  KeelListsDialog *dialog;
  char *list;
} Removal;

static void
removal_free (Removal *removal)
{
  g_object_unref (removal->dialog);
  g_free (removal->list);
  g_free (removal);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Removal, removal_free)

static void show_lists (KeelListsDialog *self);

static gboolean
is_leaving (KeelListsDialog *self, const char *list)
{
  return g_hash_table_contains (self->leaving, list);
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Removal) removal = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (keel_session_change_finish (KEEL_SESSION (source), result, &error))
    return;
  sentence = keel_sentence_for_error (error, removal->list);
  gtk_label_set_text (removal->dialog->failure, sentence);
  gtk_widget_set_visible (GTK_WIDGET (removal->dialog->failure), TRUE);
  keel_say (GTK_WIDGET (removal->dialog), sentence);
}

static void
remove_now (KeelListsDialog *self, const char *list)
{
  Removal *removal = g_new0 (Removal, 1);

  removal->dialog = g_object_ref (self);
  removal->list = g_strdup (list);
  keel_session_remove_list_async (self->session, list, removed_cb, removal);
}

/* One undo is over when the next one begins, or when the window goes: what was removed would have to be
 * imported again, so it stays until then. */
static void
remove_what_leaves (KeelListsDialog *self)
{
  GHashTableIter iter;
  gpointer list;

  g_clear_handle_id (&self->timer, g_source_remove);
  g_hash_table_iter_init (&iter, self->leaving);
  while (g_hash_table_iter_next (&iter, &list, NULL))
    {
      remove_now (self, list);
      g_hash_table_iter_remove (&iter);
    }
}

static gboolean
undo_over_cb (gpointer data)
{
  KeelListsDialog *self = data;

  self->timer = 0;
  remove_what_leaves (self);
  return G_SOURCE_REMOVE;
}

/* On its first button: a row takes the focus before what stands in it. */
static void
focus_on (KeelListsDialog *self, const char *list)
{
  GtkWidget *row;

  for (row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), list))
      {
        gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
        if (gtk_widget_is_focus (row))
          gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
      }
}

static void
remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelListsDialog *self = KEEL_LISTS_DIALOG (widget);
  g_autofree char *list = g_variant_dup_string (parameter, NULL);
  g_autofree char *sentence = g_strdup_printf (_ ("The list “%s” is removed."), list);

  remove_what_leaves (self);
  g_hash_table_add (self->leaving, g_strdup (list));
  self->timer = g_timeout_add_seconds (UNDO_SECONDS, undo_over_cb, self);
  show_lists (self);
  focus_on (self, list);
  keel_say (widget, sentence);
}

static void
undo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelListsDialog *self = KEEL_LISTS_DIALOG (widget);
  g_autofree char *list = g_variant_dup_string (parameter, NULL);
  g_autofree char *sentence = g_strdup_printf (_ ("The list “%s” stays."), list);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_hash_table_remove (self->leaving, list);
  show_lists (self);
  focus_on (self, list);
  keel_say (widget, sentence);
}

static char *
describe_list (KeelListsDialog *self, KeelList *list)
{
  gint64 now = keel_session_get_now (self->session);
  g_autofree char *age = keel_sentence_age (list->imported_at, now);
  g_autofree char *count = g_strdup_printf (ngettext ("%'u meeting", "%'u meetings", list->meetings),
                                            list->meetings);
  g_autofree char *old = keel_sentence_old_list (list->imported_at, now,
                                                 keel_fetch_is_address (list->source));
  g_autofree char *text = NULL;

  /* Translators: "1,541 meetings · imported 3 days ago · from meetings.json" */
  text = g_strdup_printf (_ ("%s · imported %s · from %s"), count, age, list->source);
  return old != NULL ? g_strdup_printf ("%s\n%s", text, old) : g_steal_pointer (&text);
}

/* Takes @label, which a screen reader says of it. */
static void
add_button (GtkWidget *row, const char *icon, const char *tooltip, char *label, const char *action,
            const char *list)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", list);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_free (label);
}

static void
add_undo (GtkWidget *row, const char *list)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Undo"));
  g_autofree char *label = g_strdup_printf (_ ("Undo: keep the list %s"), list);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "lists.undo");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", list);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
make_row (KeelListsDialog *self, KeelList *list)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *text = describe_list (self, list);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), list->name);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (is_leaving (self, list->name))
    {
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                                   _ ("Removed. What you follow stays, with its reminders."));
      add_undo (row, list->name);
      return row;
    }
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  if (keel_fetch_is_address (list->source))
    add_button (row, "view-refresh-symbolic", _ ("Refresh"),
                g_strdup_printf (_ ("Refresh the list %s"), list->name), "lists.refresh", list->name);
  add_button (row, "user-trash-symbolic", _ ("Remove"),
              g_strdup_printf (_ ("Remove the list %s"), list->name), "lists.remove", list->name);
  return row;
}

/* Those that can be fetched; transfer container. */
static GPtrArray *
find_fetched (KeelListsDialog *self)
{
  GPtrArray *lists = keel_session_get_lists (self->session);
  GPtrArray *fetched = g_ptr_array_new ();

  for (guint i = 0; i < lists->len; i++)
    {
      KeelList *list = lists->pdata[i];

      if (keel_fetch_is_address (list->source) && !is_leaving (self, list->name))
        g_ptr_array_add (fetched, list);
    }
  return fetched;
}

static void
changes_found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelListsDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = keel_session_get_changes_finish (KEEL_SESSION (source), result, &error);
  guint count = changes != NULL ? changes->len : 0;
  g_autofree char *text = NULL;

  if (changes == NULL)
    {
      g_autofree char *sentence = keel_sentence_for_error (error, NULL);

      keel_say (GTK_WIDGET (self), sentence);
    }
  text = g_strdup_printf (ngettext ("%u meeting that you follow has changed in its list.",
                                    "%u meetings that you follow have changed in their lists.", count),
                          count);
  gtk_label_set_text (self->changes_text, text);
  gtk_widget_set_visible (self->changes, count > 0);
}

static void
show_lists (KeelListsDialog *self)
{
  GPtrArray *lists = keel_session_get_lists (self->session);
  g_autoptr (GPtrArray) fetched = find_fetched (self);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, row);
  for (guint i = 0; i < lists->len; i++)
    gtk_list_box_append (self->rows, make_row (self, lists->pdata[i]));
  gtk_widget_set_visible (self->refresh_all, fetched->len > 1);
  keel_pages_show (self->stack, lists->len > 0 ? "lists" : "empty");
  keel_session_get_changes_async (self->session, changes_found_cb, g_object_ref (self));
}

static void
import_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.import", NULL);
  gtk_window_close (GTK_WINDOW (widget));
}

/* Fetched now, because it was pressed; what comes of it shows in a window of its own. */
static void
refresh_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelListsDialog *self = KEEL_LISTS_DIALOG (widget);
  KeelList *list = keel_session_find_list (self->session, g_variant_get_string (parameter, NULL));
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (list == NULL || parent == NULL)
    return;
  gtk_window_present (GTK_WINDOW (keel_import_dialog_new_refresh (parent, self->session, list)));
  gtk_window_close (GTK_WINDOW (self));
}

static void
open_refresh (KeelListsDialog *self, GPtrArray *lists)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent == NULL)
    return;
  gtk_window_present (GTK_WINDOW (keel_refresh_dialog_new (parent, self->session, lists)));
  gtk_window_close (GTK_WINDOW (self));
}

static void
refresh_all_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelListsDialog *self = KEEL_LISTS_DIALOG (widget);
  g_autoptr (GPtrArray) fetched = find_fetched (self);

  open_refresh (self, fetched);
}

static void
changes_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  open_refresh (KEEL_LISTS_DIALOG (widget), none);
}

static void
address_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelListsDialog *self = KEEL_LISTS_DIALOG (widget);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent == NULL)
    return;
  gtk_window_present (GTK_WINDOW (keel_import_dialog_new_for_address (parent, self->session, NULL)));
  gtk_window_close (GTK_WINDOW (self));
}

static void
places_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelListsDialog *self = KEEL_LISTS_DIALOG (widget);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent == NULL)
    return;
  keel_places_present (parent, self->session);
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
keel_lists_dialog_close_request (GtkWindow *window)
{
  remove_what_leaves (KEEL_LISTS_DIALOG (window));
  return GTK_WINDOW_CLASS (keel_lists_dialog_parent_class)->close_request (window);
}

static void
keel_lists_dialog_dispose (GObject *object)
{
  KeelListsDialog *self = KEEL_LISTS_DIALOG (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (keel_lists_dialog_parent_class)->dispose (object);
}

static void
keel_lists_dialog_finalize (GObject *object)
{
  g_hash_table_unref (KEEL_LISTS_DIALOG (object)->leaving);
  G_OBJECT_CLASS (keel_lists_dialog_parent_class)->finalize (object);
}

static void
keel_lists_dialog_class_init (KeelListsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_lists_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = keel_lists_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = keel_lists_dialog_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-lists-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelListsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, KeelListsDialog, rows);
  gtk_widget_class_bind_template_child (widget_class, KeelListsDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, KeelListsDialog, changes);
  gtk_widget_class_bind_template_child (widget_class, KeelListsDialog, changes_text);
  gtk_widget_class_bind_template_child (widget_class, KeelListsDialog, refresh_all);
  gtk_widget_class_install_action (widget_class, "lists.remove", "s", remove_cb);
  gtk_widget_class_install_action (widget_class, "lists.undo", "s", undo_cb);
  gtk_widget_class_install_action (widget_class, "lists.refresh-all", NULL, refresh_all_cb);
  gtk_widget_class_install_action (widget_class, "lists.changes", NULL, changes_cb);
  gtk_widget_class_install_action (widget_class, "lists.refresh", "s", refresh_cb);
  gtk_widget_class_install_action (widget_class, "lists.import", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "lists.address", NULL, address_cb);
  gtk_widget_class_install_action (widget_class, "lists.places", NULL, places_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
keel_lists_dialog_init (KeelListsDialog *self)
{
  self->leaving = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_announcer_greet (GTK_WINDOW (self));
}

KeelListsDialog *
keel_lists_dialog_new (GtkWindow *parent, KeelSession *session)
{
  KeelListsDialog *self = g_object_new (KEEL_TYPE_LISTS_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "lists-changed", G_CALLBACK (show_lists), self, G_CONNECT_SWAPPED);
  /* What was said to be removed is removed, also where Keel locks in the meantime. */
  g_signal_connect_object (session, "ending", G_CALLBACK (remove_what_leaves), self, G_CONNECT_SWAPPED);
  show_lists (self);
  return self;
}
