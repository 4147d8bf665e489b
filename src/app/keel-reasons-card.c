#include "config.h"

#include "keel-reasons-card.h"

#include <glib/gi18n-lib.h>

#include "keel-reason-photo.h"
#include "keel-session-reasons.h"
#include "keel-window.h"

#define PHOTO_SIZE 72

struct _KeelReasonsCard
{
  AdwBin parent_instance;

  GtkPicture *photo;
  GtkLabel *words;
  GtkWidget *next;

  KeelSession *session;
  GPtrArray *reasons; /* of KeelReason; nullable */
  char *shown;        /* UUID; nullable */
};

G_DEFINE_FINAL_TYPE (KeelReasonsCard, keel_reasons_card, ADW_TYPE_BIN)

static guint
find_shown (KeelReasonsCard *self)
{
  for (guint i = 0; i < self->reasons->len; i++)
    {
      if (g_strcmp0 (((KeelReason *) g_ptr_array_index (self->reasons, i))->uuid, self->shown) == 0)
        return i;
    }
  return 0;
}

static void
show (KeelReasonsCard *self, guint position)
{
  const KeelReason *reason = g_ptr_array_index (self->reasons, position);
  g_autoptr (GdkPaintable) picture = keel_reason_photo_load (reason->photo);

  g_free (self->shown);
  self->shown = g_strdup (reason->uuid);
  gtk_picture_set_paintable (self->photo, picture);
  gtk_widget_set_visible (GTK_WIDGET (self->photo), picture != NULL);
  gtk_label_set_text (self->words, reason->words != NULL ? reason->words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->words), reason->words != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->photo), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  reason->words != NULL ? reason->words : _ ("A picture of yours"), -1);
  gtk_widget_set_visible (self->next, self->reasons->len > 1);
}

static void
next_cb (KeelReasonsCard *self)
{
  if (self->reasons == NULL || self->reasons->len == 0)
    return;
  show (self, (find_shown (self) + 1) % self->reasons->len);
  keel_say (GTK_WIDGET (self), gtk_label_get_text (self->words));
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelReasonsCard) self = data;
  g_autoptr (GPtrArray) reasons = keel_session_list_reasons_finish (KEEL_SESSION (source), result, NULL);

  if (self->session == NULL || reasons == NULL)
    return;
  g_clear_pointer (&self->reasons, g_ptr_array_unref);
  self->reasons = g_steal_pointer (&reasons);
  if (self->reasons->len > 0)
    show (self, find_shown (self));
  gtk_widget_set_visible (GTK_WIDGET (self), self->reasons->len > 0);
}

static void
refresh (KeelReasonsCard *self)
{
  if (self->session != NULL && keel_session_is_open (self->session))
    keel_session_list_reasons_async (self->session, listed_cb, g_object_ref (self));
}

static void
keel_reasons_card_dispose (GObject *object)
{
  KeelReasonsCard *self = KEEL_REASONS_CARD (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->reasons, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (keel_reasons_card_parent_class)->dispose (object);
}

static void
keel_reasons_card_class_init (KeelReasonsCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = keel_reasons_card_dispose;
}

static GtkWidget *
make_button (const char *icon, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static void
keel_reasons_card_init (KeelReasonsCard *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *change = make_button ("document-edit-symbolic", _ ("Change your reasons"));

  self->photo = GTK_PICTURE (gtk_picture_new ());
  gtk_picture_set_content_fit (self->photo, GTK_CONTENT_FIT_COVER);
  gtk_widget_set_size_request (GTK_WIDGET (self->photo), PHOTO_SIZE, PHOTO_SIZE);
  gtk_widget_set_overflow (GTK_WIDGET (self->photo), GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (GTK_WIDGET (self->photo), "keel-rounded");
  gtk_widget_set_valign (GTK_WIDGET (self->photo), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self->photo), GTK_ALIGN_START);
  self->words = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->words, TRUE);
  gtk_label_set_wrap_mode (self->words, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->words, 0);
  gtk_label_set_lines (self->words, 3);
  gtk_label_set_ellipsize (self->words, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->words), TRUE);
  self->next = make_button ("go-next-symbolic", _ ("Another reason"));
  g_signal_connect_object (self->next, "clicked", G_CALLBACK (next_cb), self, G_CONNECT_SWAPPED);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (change), "app.reasons");
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->photo));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->words));
  gtk_box_append (GTK_BOX (line), self->next);
  gtk_box_append (GTK_BOX (line), change);
  adw_bin_set_child (ADW_BIN (self), line);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
keel_reasons_card_new (KeelSession *session)
{
  KeelReasonsCard *self = g_object_new (KEEL_TYPE_REASONS_CARD, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "reasons-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
