#include "config.h"

#include "keel-dot-choice.h"

#include <glib/gi18n-lib.h>

#include "keel-toggle.h"
#include "keel-wrap-box.h"

struct _KeelDotChoice
{
  AdwBin parent_instance;

  GtkToggleButton *dots[KEEL_N_DOTS];
  GtkLabel *meaning;
};

G_DEFINE_FINAL_TYPE (KeelDotChoice, keel_dot_choice, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
choose (KeelDotChoice *self, int chosen)
{
  keel_dot_choice_set (self, chosen);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, chosen);
}

/* Whoever presses the one that is chosen means it, too. */
static void
clicked_cb (GtkButton *button, KeelDotChoice *self)
{
  for (int i = 0; i < KEEL_N_DOTS; i++)
    {
      if (GTK_BUTTON (self->dots[i]) == button)
        choose (self, i);
    }
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, KeelDotChoice *self)
{
  gunichar letter = gdk_keyval_to_unicode (key);
  int digit = letter != 0 ? g_unichar_digit_value (letter) : -1;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || digit < 1 || digit > KEEL_N_DOTS)
    return FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self->dots[digit - 1]));
  choose (self, digit - 1);
  return TRUE;
}

static void
keel_dot_choice_class_init (KeelDotChoiceClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", KEEL_TYPE_DOT_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
keel_dot_choice_init (KeelDotChoice *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* The more, the larger. */
static GtkWidget *
make_disc (int i)
{
  GtkWidget *disc = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autofree char *size = g_strdup_printf ("keel-disc-%d", i);

  gtk_widget_set_halign (disc, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (disc, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (disc, "keel-disc");
  gtk_widget_add_css_class (disc, size);
  return disc;
}

static GtkWidget *
make_dot (KeelDotChoice *self, int i, const char *label, const char *meaning, const char *icon)
{
  GtkWidget *dot = keel_toggle_new (NULL, GTK_ACCESSIBLE_ROLE_RADIO);
  /* Translators: what is asked and what a button stands for: "Mood: good" */
  g_autofree char *name = g_strdup_printf (C_ ("question, answer", "%s: %s"), label, meaning);
  GtkWidget *image = icon != NULL ? gtk_image_new_from_icon_name (icon) : make_disc (i);

  self->dots[i] = GTK_TOGGLE_BUTTON (dot);
  gtk_button_set_child (GTK_BUTTON (dot), image);
  gtk_widget_add_css_class (dot, "keel-dot");
  gtk_widget_add_css_class (dot, "circular");
  gtk_widget_set_tooltip_text (dot, meaning);
  gtk_accessible_update_property (GTK_ACCESSIBLE (dot), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (i > 0)
    gtk_toggle_button_set_group (self->dots[i], self->dots[0]);
  g_object_set_data_full (G_OBJECT (dot), "keel-meaning", g_strdup (meaning), g_free);
  g_signal_connect_object (dot, "clicked", G_CALLBACK (clicked_cb), self, 0);
  return dot;
}

KeelDotChoice *
keel_dot_choice_new (const char *label, const char *const names[KEEL_N_DOTS],
                     const char *const icons[KEEL_N_DOTS])
{
  KeelDotChoice *self = g_object_new (KEEL_TYPE_DOT_CHOICE, NULL);
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  KeelWrapBox *dots = g_object_new (KEEL_TYPE_WRAP_BOX, "one-stop", TRUE, NULL);
  GtkWidget *question = gtk_label_new (label);

  gtk_label_set_xalign (GTK_LABEL (question), 0);
  gtk_widget_add_css_class (question, "keel-dot-label");
  for (int i = 0; i < KEEL_N_DOTS; i++)
    keel_wrap_box_append (dots, make_dot (self, i, label, names[i], icons != NULL ? icons[i] : NULL));
  gtk_widget_set_size_request (GTK_WIDGET (dots), KEEL_N_DOTS * 36 - 6, -1);
  self->meaning = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->meaning, 0);
  gtk_label_set_wrap (self->meaning, TRUE);
  gtk_label_set_wrap_mode (self->meaning, PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (GTK_WIDGET (self->meaning), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->meaning), "dim-label");
  gtk_box_append (box, question);
  gtk_box_append (box, GTK_WIDGET (dots));
  gtk_box_append (box, GTK_WIDGET (self->meaning));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (box));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return self;
}

void
keel_dot_choice_set (KeelDotChoice *self, int chosen)
{
  for (int i = 0; i < KEEL_N_DOTS; i++)
    gtk_toggle_button_set_active (self->dots[i], i == chosen);
  gtk_label_set_text (self->meaning, chosen >= 0 && chosen < KEEL_N_DOTS
                                         ? g_object_get_data (G_OBJECT (self->dots[chosen]), "keel-meaning")
                                         : "");
}
