#include "config.h"

#include "keel-passphrase-row.h"

#include <glib/gi18n-lib.h>

#include "keel-passphrase-buffer.h"
#include "keel-toggle.h"

struct _KeelPassphraseRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *caption;
  GtkWidget *box;
  GtkWidget *entry;
  GtkToggleButton *reveal;
  GtkLabel *caps_lock;
  GtkLabel *problem;

  KeelPassphraseBuffer *buffer; /* the entry's */
  gboolean inside;              /* the focus */
};

G_DEFINE_FINAL_TYPE (KeelPassphraseRow, keel_passphrase_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  PROP_0,
  PROP_TITLE,
  N_PROPERTIES
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkText *
get_text (KeelPassphraseRow *self)
{
  return GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)));
}

/* A listener hears what is seen below the entry. */
static void
describe (KeelPassphraseRow *self)
{
  const char *text = NULL;

  if (gtk_widget_get_visible (GTK_WIDGET (self->problem)))
    text = gtk_label_get_text (self->problem);
  else if (gtk_widget_get_visible (GTK_WIDGET (self->caps_lock)))
    text = gtk_label_get_text (self->caps_lock);
  if (text != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                    -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static GdkDevice *
get_keyboard (KeelPassphraseRow *self)
{
  GdkSeat *seat = gdk_display_get_default_seat (gtk_widget_get_display (GTK_WIDGET (self)));

  return seat != NULL ? gdk_seat_get_keyboard (seat) : NULL;
}

static void
caps_lock_cb (KeelPassphraseRow *self)
{
  GdkDevice *keyboard = get_keyboard (self);
  gboolean on = self->inside && keyboard != NULL && gdk_device_get_caps_lock_state (keyboard);

  gtk_widget_set_visible (GTK_WIDGET (self->caps_lock), on);
  describe (self);
}

static void
entered_cb (KeelPassphraseRow *self)
{
  self->inside = TRUE;
  caps_lock_cb (self);
}

static void
left_cb (KeelPassphraseRow *self)
{
  self->inside = FALSE;
  caps_lock_cb (self);
}

static void
typed_cb (KeelPassphraseRow *self)
{
  keel_passphrase_row_show_problem (self, NULL);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
reveal_cb (KeelPassphraseRow *self)
{
  gboolean shown = gtk_toggle_button_get_active (self->reveal);

  keel_passphrase_buffer_set_shown (self->buffer, shown);
  gtk_text_set_visibility (get_text (self), shown);
  gtk_button_set_icon_name (GTK_BUTTON (self->reveal),
                            shown ? "view-conceal-symbolic" : "view-reveal-symbolic");
}

static gboolean
keel_passphrase_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (KEEL_PASSPHRASE_ROW (widget)->entry);
}

/* A row takes the focus for itself; here what is in it does. */
static gboolean
keel_passphrase_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (KEEL_PASSPHRASE_ROW (widget)->box, direction);
}

static void
keel_passphrase_row_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, gtk_label_get_text (KEEL_PASSPHRASE_ROW (object)->caption));
}

static void
keel_passphrase_row_set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  keel_passphrase_row_set_title (KEEL_PASSPHRASE_ROW (object), g_value_get_string (value));
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (KEEL_TYPE_TOGGLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-passphrase-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelPassphraseRow, caption);
  gtk_widget_class_bind_template_child (widget_class, KeelPassphraseRow, box);
  gtk_widget_class_bind_template_child (widget_class, KeelPassphraseRow, entry);
  gtk_widget_class_bind_template_child (widget_class, KeelPassphraseRow, reveal);
  gtk_widget_class_bind_template_child (widget_class, KeelPassphraseRow, caps_lock);
  gtk_widget_class_bind_template_child (widget_class, KeelPassphraseRow, problem);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, reveal_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
}

static void
keel_passphrase_row_class_init (KeelPassphraseRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = keel_passphrase_row_get_property;
  object_class->set_property = keel_passphrase_row_set_property;
  widget_class->grab_focus = keel_passphrase_row_grab_focus;
  widget_class->focus = keel_passphrase_row_focus;

  g_object_class_install_property (object_class, PROP_TITLE,
                                   g_param_spec_string ("title", NULL, NULL, NULL,
                                                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KEEL_TYPE_PASSPHRASE_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
  bind_template (widget_class);
}

static void
keel_passphrase_row_init (KeelPassphraseRow *self)
{
  GdkDevice *keyboard;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->buffer = keel_passphrase_buffer_give (GTK_EDITABLE (self->entry));
  gtk_text_set_input_purpose (get_text (self), GTK_INPUT_PURPOSE_PASSWORD);
  gtk_text_set_input_hints (get_text (self), GTK_INPUT_HINT_PRIVATE | GTK_INPUT_HINT_NO_SPELLCHECK);
  keyboard = get_keyboard (self);
  if (keyboard != NULL)
    g_signal_connect_object (keyboard, "notify::caps-lock-state", G_CALLBACK (caps_lock_cb), self,
                             G_CONNECT_SWAPPED);
}

void
keel_passphrase_row_set_title (KeelPassphraseRow *self, const char *title)
{
  /* Translators: %s is the title of the entry, such as “New passphrase” */
  g_autofree char *show = g_strdup_printf (_ ("Show: %s"), title);

  gtk_label_set_text (self->caption, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reveal), GTK_ACCESSIBLE_PROPERTY_LABEL, show, -1);
}

void
keel_passphrase_row_show_problem (KeelPassphraseRow *self, const char *problem)
{
  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  describe (self);
}

guint
keel_passphrase_row_get_length (KeelPassphraseRow *self)
{
  return gtk_text_get_text_length (get_text (self));
}

KeelSecret *
keel_passphrase_row_dup (KeelPassphraseRow *self)
{
  return keel_passphrase_buffer_dup (self->buffer);
}

void
keel_passphrase_row_clear (KeelPassphraseRow *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_toggle_button_set_active (self->reveal, FALSE);
}
