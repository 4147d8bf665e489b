#include "config.h"

#include "keel-going-toggle.h"

#include <glib/gi18n-lib.h>

#include "content/keel-reminder-sentences.h"
#include "content/keel-sentences.h"

#include "keel-session-reminders.h"
#include "keel-toggle.h"
#include "keel-window.h"

struct _KeelGoingToggle
{
  AdwBin parent_instance;

  GtkToggleButton *button;

  KeelSession *session;
  KeelAgendaItem *item;
  gboolean showing; /* the button is changed, and nobody pressed it */
};

G_DEFINE_FINAL_TYPE (KeelGoingToggle, keel_going_toggle, ADW_TYPE_BIN)

static gboolean
is_going (KeelGoingToggle *self)
{
  return keel_session_is_going (self->session, self->item->series->uuid, self->item->occurrence.original);
}

/* Whoever listens to a list of many such rows has to know which one this is. */
static void
name_button (KeelGoingToggle *self)
{
  g_autoptr (GTimeZone) person = keel_session_get_zone (self->session);
  g_autofree char *moment = keel_sentence_moment (self->item->occurrence.start, person,
                                                  keel_session_get_now (self->session));
  /* Translators: %1$s is a meeting, %2$s its day and time. */
  g_autofree char *name = g_strdup_printf (_ ("I’m going: %1$s, %2$s"), self->item->series->meeting->name,
                                           moment);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
refresh (KeelGoingToggle *self)
{
  gboolean going = is_going (self);
  gboolean ahead = self->item->occurrence.start > keel_session_get_now (self->session);

  self->showing = TRUE;
  gtk_toggle_button_set_active (self->button, going);
  self->showing = FALSE;
  gtk_button_set_label (GTK_BUTTON (self->button), going ? _ ("You are going") : _ ("I’m going"));
  name_button (self); /* a new label takes the name away */
  gtk_widget_set_visible (GTK_WIDGET (self), ahead && !self->item->cancelled);
}

static void
set_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelGoingToggle) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (keel_session_change_finish (KEEL_SESSION (source), result, &error))
    return;
  sentence = keel_sentence_for_error (error, self->item->series->meeting->name);
  keel_say (GTK_WIDGET (self), sentence);
  refresh (self);
}

static void
toggled_cb (GtkToggleButton *button, KeelGoingToggle *self)
{
  if (!self->showing)
    keel_session_set_going_async (self->session, self->item->series->uuid, &self->item->occurrence,
                                  gtk_toggle_button_get_active (button), set_cb, g_object_ref (self));
}

static void
keel_going_toggle_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (keel_going_toggle_parent_class)->map (widget);
  refresh (KEEL_GOING_TOGGLE (widget));
}

static void
keel_going_toggle_dispose (GObject *object)
{
  KeelGoingToggle *self = KEEL_GOING_TOGGLE (object);

  g_clear_object (&self->item);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (keel_going_toggle_parent_class)->dispose (object);
}

static void
keel_going_toggle_class_init (KeelGoingToggleClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = keel_going_toggle_dispose;
  GTK_WIDGET_CLASS (klass)->map = keel_going_toggle_map;
}

static void
keel_going_toggle_init (KeelGoingToggle *self)
{
  GtkWidget *button = keel_toggle_new (NULL, GTK_ACCESSIBLE_ROLE_CHECKBOX);

  self->button = GTK_TOGGLE_BUTTON (button);
  gtk_widget_add_css_class (button, "keel-chip");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
  adw_bin_set_child (ADW_BIN (self), button);
}

GtkWidget *
keel_going_toggle_new (KeelSession *session, KeelAgendaItem *item)
{
  KeelGoingToggle *self = g_object_new (KEEL_TYPE_GOING_TOGGLE, NULL);

  self->session = g_object_ref (session);
  self->item = g_object_ref (item);
  g_signal_connect_object (session, "going-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
