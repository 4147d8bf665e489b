#include "config.h"

#include "keel-entry-gate.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-passphrase-row.h"
#include "keel-session-guard.h"
#include "keel-window.h"

#define SETTLING "keel-settling"

struct _KeelEntryGate
{
  AdwBin parent_instance;

  KeelSession *session;
  KeelPassphraseRow *passphrase;
  GtkWidget *open;
  guint n_pages;
  gboolean wanted; /* the focus, once there is something to give it to */
};

G_DEFINE_FINAL_TYPE (KeelEntryGate, keel_entry_gate, ADW_TYPE_BIN)

enum
{
  SIGNAL_OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelEntryGate) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (keel_session_protection_finish (KEEL_SESSION (source), result, &error))
    {
      g_signal_emit (self, signals[SIGNAL_OPENED], 0);
      return;
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  sentence = keel_passphrase_describe_error (self->session, error);
  gtk_widget_grab_focus (GTK_WIDGET (self->passphrase));
  keel_passphrase_row_show_problem (self->passphrase, sentence);
  keel_say (GTK_WIDGET (self), sentence);
}

static void
open_cb (KeelEntryGate *self)
{
  g_autoptr (KeelSecret) secret = NULL;

  if (keel_passphrase_row_get_length (self->passphrase) == 0)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->passphrase));
      keel_passphrase_row_show_problem (self->passphrase, _ ("Write your passphrase here first."));
      return;
    }
  secret = keel_passphrase_row_dup (self->passphrase);
  keel_passphrase_row_clear (self->passphrase);
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  keel_session_check_passphrase_async (self->session, secret, checked_cb, g_object_ref (self));
}

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style);
  return label;
}

static void
fill (KeelEntryGate *self)
{
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", 400, "margin-top", 48, "margin-start", 12,
                                   "margin-end", 12, "margin-bottom", 24, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *list = gtk_list_box_new ();

  self->passphrase = g_object_new (KEEL_TYPE_PASSPHRASE_ROW, NULL);
  keel_passphrase_row_set_title (self->passphrase, _ ("Passphrase"));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Passphrase"), -1);
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (self->passphrase));
  self->open = gtk_button_new_with_label (ngettext ("Open the Page", "Open the Pages", self->n_pages));
  gtk_widget_set_halign (self->open, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->open, "pill");
  gtk_widget_add_css_class (self->open, "suggested-action");
  g_signal_connect_object (self->open, "clicked", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box),
                  make_label (ngettext ("This page asks for your passphrase again.",
                                        "These pages ask for your passphrase again.", self->n_pages),
                              "title-4"));
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), self->open);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  adw_bin_set_child (ADW_BIN (self), clamp);
}

/* Where it cannot be read whether to ask, it is asked. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelEntryGate) self = data;
  g_autoptr (GError) error = NULL;

  if (!keel_session_read_guard_finish (KEEL_SESSION (source), result, &error) && error == NULL)
    {
      g_signal_emit (self, signals[SIGNAL_OPENED], 0);
      return;
    }
  fill (self);
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  gtk_window_set_default_widget (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->open);
  if (self->wanted)
    gtk_widget_grab_focus (GTK_WIDGET (self->passphrase));
}

static gboolean
keel_entry_gate_grab_focus (GtkWidget *widget)
{
  KeelEntryGate *self = KEEL_ENTRY_GATE (widget);

  self->wanted = TRUE;
  return self->passphrase != NULL && gtk_widget_grab_focus (GTK_WIDGET (self->passphrase));
}

static void
keel_entry_gate_unroot (GtkWidget *widget)
{
  gtk_window_set_default_widget (GTK_WINDOW (gtk_widget_get_root (widget)), NULL);
  GTK_WIDGET_CLASS (keel_entry_gate_parent_class)->unroot (widget);
}

static void
keel_entry_gate_dispose (GObject *object)
{
  g_clear_object (&KEEL_ENTRY_GATE (object)->session);
  G_OBJECT_CLASS (keel_entry_gate_parent_class)->dispose (object);
}

static void
keel_entry_gate_class_init (KeelEntryGateClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = keel_entry_gate_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = keel_entry_gate_grab_focus;
  GTK_WIDGET_CLASS (klass)->unroot = keel_entry_gate_unroot;
  signals[SIGNAL_OPENED] = g_signal_new ("opened", KEEL_TYPE_ENTRY_GATE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
}

static void
keel_entry_gate_init (KeelEntryGate *self)
{
}

gboolean
keel_entry_gate_is_needed (KeelSession *session, const KeelWorksheet *worksheet)
{
  return worksheet->ask_again && keel_session_asks_for_passphrase (session);
}

KeelEntryGate *
keel_entry_gate_new (KeelSession *session)
{
  return keel_entry_gate_new_for_several (session, 1);
}

KeelEntryGate *
keel_entry_gate_new_for_several (KeelSession *session, guint n_pages)
{
  KeelEntryGate *self = g_object_new (KEEL_TYPE_ENTRY_GATE, NULL);

  self->session = g_object_ref (session);
  self->n_pages = n_pages;
  keel_session_read_guard_async (session, read_cb, g_object_ref (self));
  return self;
}

static void
show_switch (GtkCheckButton *button, gboolean on)
{
  g_object_set_data (G_OBJECT (button), SETTLING, button);
  gtk_check_button_set_active (button, on);
  g_object_set_data (G_OBJECT (button), SETTLING, NULL);
}

static void
set_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkCheckButton) button = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (keel_session_change_finish (KEEL_SESSION (source), result, &error))
    return;
  sentence = keel_sentence_for_error (error, NULL);
  show_switch (button, !gtk_check_button_get_active (button));
  keel_say (GTK_WIDGET (button), sentence);
}

static void
toggled_cb (GtkCheckButton *button, KeelSession *session)
{
  if (g_object_get_data (G_OBJECT (button), SETTLING) == NULL)
    keel_session_set_guard_async (session, gtk_check_button_get_active (button), set_cb,
                                  g_object_ref (button));
}

static void
known_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkCheckButton) button = data;

  show_switch (button, keel_session_read_guard_finish (KEEL_SESSION (source), result, NULL));
  gtk_widget_set_sensitive (GTK_WIDGET (button), TRUE);
}

GtkWidget *
keel_entry_gate_make_switch (KeelSession *session, const KeelWorksheet *worksheet)
{
  GtkWidget *button, *label;

  if (!worksheet->ask_again)
    return NULL;
  if (!keel_session_is_protected (session))
    return make_label (
        _ ("There is no passphrase yet: whoever opens Keel on this computer can open this page. "
           "You can set one in the profile."),
        "keel-note");
  button = gtk_check_button_new ();
  label = make_label (_ ("Ask for my passphrase each time a page like this is opened"), "keel-prose");
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (label)), -1);
  gtk_widget_set_sensitive (button, FALSE);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), session, 0);
  keel_session_read_guard_async (session, known_cb, g_object_ref (button));
  return button;
}
