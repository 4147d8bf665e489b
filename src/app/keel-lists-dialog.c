#include "config.h"

#include "keel-lists-dialog.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"
#include "store/keel-fetch.h"

#include "keel-announcer.h"
#include "keel-import-dialog.h"
#include "keel-names.h"
#include "keel-pages.h"
#include "keel-places-dialog.h"
#include "keel-window.h"

struct _KeelListsDialog
{
  AdwWindow parent_instance;

  GtkStack *stack;
  GtkListBox *rows;
  GtkLabel *failure;

  KeelSession *session;
};

G_DEFINE_FINAL_TYPE (KeelListsDialog, keel_lists_dialog, ADW_TYPE_WINDOW)

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

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Removal) removal = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  gboolean removed = keel_session_change_finish (KEEL_SESSION (source), result, &error);

  if (removed)
    sentence = g_strdup_printf (_ ("The list “%s” is removed."), removal->list);
  else
    sentence = keel_sentence_for_error (error, removal->list);
  gtk_label_set_text (removal->dialog->failure, sentence);
  gtk_widget_set_visible (GTK_WIDGET (removal->dialog->failure), !removed);
  keel_say (GTK_WIDGET (removal->dialog), sentence);
}

static void
confirmed_cb (AdwMessageDialog *question, const char *response, KeelListsDialog *self)
{
  Removal *removal;

  if (strcmp (response, "remove") != 0)
    return;
  removal = g_new0 (Removal, 1);
  removal->dialog = g_object_ref (self);
  removal->list = g_strdup (g_object_get_data (G_OBJECT (question), "keel-list"));
  keel_session_remove_list_async (self->session, removal->list, removed_cb, removal);
}

static void
ask_to_remove (KeelListsDialog *self, const char *list)
{
  g_autofree char *heading = g_strdup_printf (_ ("Remove “%s”?"), list);
  GtkWidget *question = adw_message_dialog_new (GTK_WINDOW (self), heading, NULL);

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (question),
                               _ ("You will not find its meetings any more until you import it again. "
                                  "What you follow stays, with its reminders."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (question), "keep", _ ("Keep"), "remove", _ ("Remove"),
                                    NULL);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (question), "keep");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (question), "keep");
  g_object_set_data_full (G_OBJECT (question), "keel-list", g_strdup (list), g_free);
  g_signal_connect_object (question, "response", G_CALLBACK (confirmed_cb), self, 0);
  keel_names_mend (question, _ ("Close"));
  gtk_window_present (GTK_WINDOW (question));
}

static void
remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_to_remove (KEEL_LISTS_DIALOG (widget), g_variant_get_string (parameter, NULL));
}

/* Beyond this a list is called old: groups move. */
#define OLD (30 * 24 * 3600)

static char *
describe_age (KeelListsDialog *self, KeelList *list)
{
  gint64 seconds = keel_session_get_now (self->session) - list->imported_at;
  guint days = (guint) (seconds / (24 * 3600));

  if (seconds <= OLD)
    return NULL;
  return g_strdup_printf (ngettext ("This list is %'u day old.", "This list is %'u days old.", days), days);
}

static char *
describe_list (KeelListsDialog *self, KeelList *list)
{
  g_autofree char *age = keel_sentence_age (list->imported_at, keel_session_get_now (self->session));
  g_autofree char *count = g_strdup_printf (ngettext ("%'u meeting", "%'u meetings", list->meetings),
                                            list->meetings);

  g_autofree char *old = describe_age (self, list);
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

static GtkWidget *
make_row (KeelListsDialog *self, KeelList *list)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *text = describe_list (self, list);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), list->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (keel_fetch_is_address (list->source))
    add_button (row, "view-refresh-symbolic", _ ("Refresh"),
                g_strdup_printf (_ ("Refresh the list %s"), list->name), "lists.refresh", list->name);
  add_button (row, "user-trash-symbolic", _ ("Remove"),
              g_strdup_printf (_ ("Remove the list %s"), list->name), "lists.remove", list->name);
  return row;
}

static void
show_lists (KeelListsDialog *self)
{
  GPtrArray *lists = keel_session_get_lists (self->session);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, row);
  for (guint i = 0; i < lists->len; i++)
    gtk_list_box_append (self->rows, make_row (self, lists->pdata[i]));
  keel_pages_show (self->stack, lists->len > 0 ? "lists" : "empty");
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

static void
keel_lists_dialog_dispose (GObject *object)
{
  g_clear_object (&KEEL_LISTS_DIALOG (object)->session);
  G_OBJECT_CLASS (keel_lists_dialog_parent_class)->dispose (object);
}

static void
keel_lists_dialog_class_init (KeelListsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_lists_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-lists-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelListsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, KeelListsDialog, rows);
  gtk_widget_class_bind_template_child (widget_class, KeelListsDialog, failure);
  gtk_widget_class_install_action (widget_class, "lists.remove", "s", remove_cb);
  gtk_widget_class_install_action (widget_class, "lists.refresh", "s", refresh_cb);
  gtk_widget_class_install_action (widget_class, "lists.import", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "lists.address", NULL, address_cb);
  gtk_widget_class_install_action (widget_class, "lists.places", NULL, places_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
keel_lists_dialog_init (KeelListsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_announcer_greet (GTK_WINDOW (self));
}

KeelListsDialog *
keel_lists_dialog_new (GtkWindow *parent, KeelSession *session)
{
  KeelListsDialog *self = g_object_new (KEEL_TYPE_LISTS_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "lists-changed", G_CALLBACK (show_lists), self, G_CONNECT_SWAPPED);
  show_lists (self);
  return self;
}
