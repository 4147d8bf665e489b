#include "config.h"

#include "keel-reasons-window.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-announcer.h"
#include "keel-line-row.h"
#include "keel-names.h"
#include "keel-pages.h"
#include "keel-reason-dialog.h"
#include "keel-reason-photo.h"
#include "keel-row-undo.h"
#include "keel-session-settings.h"
#include "keel-undo.h"
#include "keel-session-reasons.h"
#include "keel-window.h"

#define PHOTO_SIZE 48
#define REASON "keel-reason"

struct _KeelReasonsWindow
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *stack;
  AdwStatusPage *none;
  GtkWidget *scroller;
  GtkListBox *list;
  GtkWidget *add;

  KeelSession *session;
  GPtrArray *reasons; /* of KeelReason; nullable */
  char *moved;        /* UUID of the one that was moved last; nullable */
  gboolean moved_up;
};

G_DEFINE_FINAL_TYPE (KeelReasonsWindow, keel_reasons_window, ADW_TYPE_WINDOW)

static const KeelReason *
get_reason (GtkWidget *widget)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW);

  return g_object_get_data (G_OBJECT (row), REASON);
}

static void
row_cb (KeelReasonsWindow *self, GtkListBoxRow *row)
{
  keel_reason_dialog_present (GTK_WINDOW (self), self->session, g_object_get_data (G_OBJECT (row), REASON));
}

static void
add_cb (KeelReasonsWindow *self)
{
  keel_reason_dialog_present (GTK_WINDOW (self), self->session, NULL);
}

static void
delete_cb (GtkWidget *button, KeelReasonsWindow *self)
{
  keel_row_undo_delete (GTK_WIDGET (self), self->session, &keel_reason_rows, get_reason (button)->uuid,
                        _ ("The reason is deleted."));
}

static guint
find (KeelReasonsWindow *self, const char *uuid)
{
  guint i = 0;

  while (i < self->reasons->len &&
         g_strcmp0 (((KeelReason *) g_ptr_array_index (self->reasons, i))->uuid, uuid) != 0)
    i++;
  return i;
}

static void
put_back_order (KeelSession *session, gconstpointer uuids, KeelSessionCallback callback, gpointer data)
{
  keel_session_order_reasons_async (session, uuids, callback, data);
}

static void
move (KeelReasonsWindow *self, const char *uuid, int by)
{
  g_autoptr (GPtrArray) before = g_ptr_array_new ();
  g_autoptr (GPtrArray) after = g_ptr_array_new ();
  guint from = find (self, uuid);
  guint to = from + (guint) by;

  if (from >= self->reasons->len || to >= self->reasons->len)
    return;
  for (guint i = 0; i < self->reasons->len; i++)
    g_ptr_array_add (before, ((KeelReason *) g_ptr_array_index (self->reasons, i))->uuid);
  g_ptr_array_extend (after, before, NULL, NULL);
  g_ptr_array_insert (after, (int) to, g_ptr_array_steal_index (after, from));
  g_ptr_array_add (before, NULL);
  g_ptr_array_add (after, NULL);
  g_free (self->moved);
  self->moved = g_strdup (uuid);
  self->moved_up = by < 0;
  keel_session_order_reasons_async (self->session, (const char *const *) after->pdata, keel_undo_changed_cb,
                                    keel_undo_new (GTK_WIDGET (self), self->session,
                                                   _ ("Your reasons have another order."), put_back_order,
                                                   g_strdupv ((char **) before->pdata),
                                                   (GDestroyNotify) g_strfreev));
}

static void
up_cb (GtkWidget *button, KeelReasonsWindow *self)
{
  move (self, get_reason (button)->uuid, -1);
}

static void
down_cb (GtkWidget *button, KeelReasonsWindow *self)
{
  move (self, get_reason (button)->uuid, 1);
}

static void
add_photo (KeelLineRow *row, const KeelReason *reason)
{
  g_autoptr (GdkPaintable) paintable = keel_reason_photo_load (reason->photo);
  GtkWidget *picture;

  if (paintable == NULL)
    return;
  picture = g_object_new (GTK_TYPE_PICTURE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_picture_set_paintable (GTK_PICTURE (picture), paintable);
  gtk_picture_set_content_fit (GTK_PICTURE (picture), GTK_CONTENT_FIT_COVER);
  gtk_widget_set_size_request (picture, PHOTO_SIZE, PHOTO_SIZE);
  gtk_widget_set_overflow (picture, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_valign (picture, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (picture, "keel-rounded");
  keel_line_row_add_before (row, picture);
}

static GtkWidget *
add_button (KeelReasonsWindow *self, KeelLineRow *row, const char *icon, const char *tooltip,
            const char *format, const char *words, GCallback clicked)
{
  GString *name = g_string_new (format);
  GtkWidget *button;

  g_string_replace (name, "%s", words, 1);
  button = keel_line_row_add_button (row, icon, tooltip, name->str);
  g_string_free (name, TRUE);
  g_signal_connect_object (button, "clicked", clicked, self, 0);
  return button;
}

static GtkWidget *
make_row (KeelReasonsWindow *self, guint position)
{
  const KeelReason *reason = g_ptr_array_index (self->reasons, position);
  const char *words = reason->words != NULL ? reason->words : _ ("A picture of yours");
  KeelLineRow *row = g_object_new (KEEL_TYPE_LINE_ROW, NULL);
  GtkWidget *up, *down;

  g_object_set_data_full (G_OBJECT (row), REASON, keel_reason_copy (reason),
                          (GDestroyNotify) keel_reason_free);
  add_photo (row, reason);
  keel_line_row_add_line (row, words, NULL, 4);
  /* Translators: in these, %s is the beginning of what a person wrote. */
  up = add_button (self, row, "go-up-symbolic", _ ("Move Up"), _ ("Move %s up"), words, G_CALLBACK (up_cb));
  down = add_button (self, row, "go-down-symbolic", _ ("Move Down"), _ ("Move %s down"), words,
                     G_CALLBACK (down_cb));
  add_button (self, row, "user-trash-symbolic", _ ("Delete"), _ ("Delete %s"), words, G_CALLBACK (delete_cb));
  gtk_widget_set_sensitive (up, position > 0);
  gtk_widget_set_sensitive (down, position + 1 < self->reasons->len);
  if (g_strcmp0 (reason->uuid, self->moved) == 0)
    g_object_set_data (G_OBJECT (row), "keel-moved", self->moved_up ? up : down);
  return GTK_WIDGET (row);
}

/* Whoever moved one stands on the same button of it. */
static void
keep_focus (KeelReasonsWindow *self, GtkWidget *row)
{
  GtkWidget *button = g_object_get_data (G_OBJECT (row), "keel-moved");

  if (button == NULL)
    return;
  gtk_widget_grab_focus (gtk_widget_get_sensitive (button) ? button : row);
  g_clear_pointer (&self->moved, g_free);
}

static void
show (KeelReasonsWindow *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  keel_pages_show (self->stack, self->reasons->len > 0 ? "list" : "none");
  for (guint i = 0; i < self->reasons->len; i++)
    {
      row = make_row (self, i);
      gtk_list_box_append (self->list, row);
      keep_focus (self, row);
    }
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelReasonsWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reasons = keel_session_list_reasons_finish (KEEL_SESSION (source), result, &error);
  g_autofree char *sentence = NULL;

  if (self->session == NULL) /* closed meanwhile */
    return;
  if (reasons != NULL)
    {
      g_clear_pointer (&self->reasons, g_ptr_array_unref);
      self->reasons = g_steal_pointer (&reasons);
      show (self);
      return;
    }
  sentence = keel_sentence_for_error (error, NULL);
  keel_say (GTK_WIDGET (self), sentence);
}

static void
refresh (KeelReasonsWindow *self)
{
  keel_session_list_reasons_async (self->session, listed_cb, g_object_ref (self));
}

static void
keel_reasons_window_dispose (GObject *object)
{
  KeelReasonsWindow *self = KEEL_REASONS_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->reasons, g_ptr_array_unref);
  g_clear_pointer (&self->moved, g_free);
  G_OBJECT_CLASS (keel_reasons_window_parent_class)->dispose (object);
}

static void
keel_reasons_window_class_init (KeelReasonsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_reasons_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-reasons-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelReasonsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, KeelReasonsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, KeelReasonsWindow, none);
  gtk_widget_class_bind_template_child (widget_class, KeelReasonsWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, KeelReasonsWindow, list);
  gtk_widget_class_bind_template_child (widget_class, KeelReasonsWindow, add);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
keel_reasons_window_init (KeelReasonsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_announcer_greet (GTK_WINDOW (self));
  keel_names_mend_toasts (self->toasts);
  keel_pages_show (self->stack, "wait");
}

static void
suit_family (KeelReasonsWindow *self)
{
  const char *title = _ ("What I want for my life");

  if (!keel_session_is_for_family_alone (self->session))
    return;
  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_status_page_set_title (self->none, _ ("What do you want for your life?"));
  gtk_button_set_label (GTK_BUTTON (self->add), _ ("Add Something"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

void
keel_reasons_window_present (GtkWindow *parent, KeelSession *session)
{
  KeelReasonsWindow *self = g_object_new (KEEL_TYPE_REASONS_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  suit_family (self);
  g_signal_connect_object (session, "reasons-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  gtk_widget_grab_focus (self->add);
  gtk_window_present (GTK_WINDOW (self));
}
