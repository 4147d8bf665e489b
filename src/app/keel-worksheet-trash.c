#include "config.h"

#include "keel-worksheet-trash.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-entry-destroy.h"
#include "keel-pages.h"
#include "keel-window.h"
#include "keel-worksheet-row.h"

struct _KeelWorksheetTrash
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkListBox *rows;
  GtkWidget *back;

  KeelSession *session;
};

G_DEFINE_FINAL_TYPE (KeelWorksheetTrash, keel_worksheet_trash, ADW_TYPE_BIN)

enum
{
  SIGNAL_BACK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
tell_error (KeelWorksheetTrash *self, const GError *error)
{
  g_autofree char *sentence = keel_sentence_for_error (error, NULL);

  keel_say (GTK_WIDGET (self), sentence);
}

static void
back_cb (KeelWorksheetTrash *self)
{
  g_signal_emit (self, signals[SIGNAL_BACK], 0);
}

static void
put_back_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelWorksheetTrash) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelEntry) entry = keel_session_entry_finish (KEEL_SESSION (source), result, &error);

  if (self->session == NULL) /* it went meanwhile */
    return;
  if (entry == NULL)
    {
      tell_error (self, error);
      return;
    }
  keel_say (GTK_WIDGET (self), _ ("It is back among your worksheets."));
  gtk_widget_grab_focus (self->back);
  keel_worksheet_trash_refresh (self);
}

static KeelEntry *
get_entry (GtkWidget *button)
{
  return keel_worksheet_row_get_entry (
      KEEL_WORKSHEET_ROW (gtk_widget_get_ancestor (button, KEEL_TYPE_WORKSHEET_ROW)));
}

static void
put_back_cb (GtkWidget *button, KeelWorksheetTrash *self)
{
  keel_session_trash_entry_async (self->session, get_entry (button)->uuid, FALSE, put_back_done_cb,
                                  g_object_ref (self));
}

static void
destroyed_cb (gpointer data)
{
  KeelWorksheetTrash *self = data;

  if (self->session == NULL) /* it went meanwhile */
    return;
  keel_say (GTK_WIDGET (self), _ ("It is destroyed."));
  gtk_widget_grab_focus (self->back);
  keel_worksheet_trash_refresh (self);
}

static void
destroy_cb (GtkWidget *button, KeelWorksheetTrash *self)
{
  keel_entry_destroy_ask (GTK_WIDGET (self), self->session, get_entry (button), destroyed_cb);
}

static void
add_row (KeelWorksheetTrash *self, KeelEntry *entry)
{
  KeelWorksheetRow *row = KEEL_WORKSHEET_ROW (keel_worksheet_row_new_for_entry (self->session, entry));
  const char *name = keel_worksheet_row_name_entry (entry);
  g_autofree char *back = g_strdup_printf (_ ("Put back %s"), name);
  g_autofree char *destroy = g_strdup_printf (_ ("Destroy %s for ever"), name);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  g_signal_connect_object (keel_line_row_add_button (KEEL_LINE_ROW (row), "edit-undo-symbolic",
                                                     _ ("Put back"), back),
                           "clicked", G_CALLBACK (put_back_cb), self, 0);
  g_signal_connect_object (keel_line_row_add_button (KEEL_LINE_ROW (row), "user-trash-symbolic",
                                                     _ ("Destroy for ever"), destroy),
                           "clicked", G_CALLBACK (destroy_cb), self, 0);
  gtk_list_box_append (self->rows, GTK_WIDGET (row));
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelWorksheetTrash) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = keel_session_list_entries_finish (KEEL_SESSION (source), result, &error);
  GtkWidget *row;

  if (self->session == NULL) /* it went meanwhile */
    return;
  if (entries == NULL)
    {
      tell_error (self, error);
      return;
    }
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, row);
  for (guint i = 0; i < entries->len; i++)
    add_row (self, g_ptr_array_index (entries, i));
  keel_pages_show (self->stack, entries->len > 0 ? "rows" : "empty");
}

static void
keel_worksheet_trash_dispose (GObject *object)
{
  g_clear_object (&KEEL_WORKSHEET_TRASH (object)->session);
  G_OBJECT_CLASS (keel_worksheet_trash_parent_class)->dispose (object);
}

static void
keel_worksheet_trash_class_init (KeelWorksheetTrashClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_worksheet_trash_dispose;

  signals[SIGNAL_BACK] = g_signal_new ("back", KEEL_TYPE_WORKSHEET_TRASH, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-worksheet-trash.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelWorksheetTrash, stack);
  gtk_widget_class_bind_template_child (widget_class, KeelWorksheetTrash, rows);
  gtk_widget_class_bind_template_child (widget_class, KeelWorksheetTrash, back);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_install_action (widget_class, "trash.back", NULL,
                                   (GtkWidgetActionActivateFunc) (void (*) (void)) back_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "trash.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "trash.back", NULL);
}

static void
keel_worksheet_trash_init (KeelWorksheetTrash *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
keel_worksheet_trash_set_session (KeelWorksheetTrash *self, KeelSession *session)
{
  g_set_object (&self->session, session);
}

void
keel_worksheet_trash_refresh (KeelWorksheetTrash *self)
{
  keel_session_list_entries_async (self->session, NULL, TRUE, 0, NULL, listed_cb, g_object_ref (self));
}
