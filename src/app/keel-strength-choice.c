#include "config.h"

#include "keel-strength-choice.h"

#include <glib/gi18n-lib.h>

#include "keel-toggle.h"
#include "keel-wrap-box.h"

/* Within it a "0" belongs to the "1" before it. */
#define DIGITS_MS 900
#define N_NUMBERS (KEEL_STRENGTH_MAX + 1)

struct _KeelStrengthChoice
{
  AdwBin parent_instance;

  GtkToggleButton *numbers[N_NUMBERS];
  guint waiting; /* a source: "1" was typed */
};

G_DEFINE_FINAL_TYPE (KeelStrengthChoice, keel_strength_choice, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
choose (KeelStrengthChoice *self, int strength)
{
  g_clear_handle_id (&self->waiting, g_source_remove);
  keel_strength_choice_set (self, strength);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, strength);
}

/* Whoever presses the number that is chosen means it, too. */
static void
clicked_cb (GtkButton *button, KeelStrengthChoice *self)
{
  for (int i = 0; i < N_NUMBERS; i++)
    {
      if (GTK_BUTTON (self->numbers[i]) == button)
        choose (self, i);
    }
}

static gboolean
waited_cb (gpointer data)
{
  KeelStrengthChoice *self = data;

  self->waiting = 0;
  choose (self, 1);
  return G_SOURCE_REMOVE;
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        KeelStrengthChoice *self)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  return keel_strength_choice_type (self, key);
}

static void
keel_strength_choice_dispose (GObject *object)
{
  g_clear_handle_id (&KEEL_STRENGTH_CHOICE (object)->waiting, g_source_remove);
  G_OBJECT_CLASS (keel_strength_choice_parent_class)->dispose (object);
}

static void
keel_strength_choice_class_init (KeelStrengthChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = keel_strength_choice_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", KEEL_TYPE_STRENGTH_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
keel_strength_choice_init (KeelStrengthChoice *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static GtkWidget *
make_number (KeelStrengthChoice *self, int strength, const char *end)
{
  g_autofree char *label = g_strdup_printf ("%d", strength);
  GtkWidget *number = keel_toggle_new (label, GTK_ACCESSIBLE_ROLE_RADIO);

  self->numbers[strength] = GTK_TOGGLE_BUTTON (number);
  if (strength > 0)
    gtk_toggle_button_set_group (self->numbers[strength], self->numbers[0]);
  gtk_widget_add_css_class (number, "keel-strength");
  if (end != NULL)
    {
      /* Translators: what a number stands for, e.g. "0: not at all" */
      g_autofree char *name = g_strdup_printf (_ ("%1$d: %2$s"), strength, end);

      gtk_accessible_update_property (GTK_ACCESSIBLE (number), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  g_signal_connect_object (number, "clicked", G_CALLBACK (clicked_cb), self, 0);
  return number;
}

static GtkWidget *
make_ends (const char *low, const char *high)
{
  /* Translators: below eleven numbers: what 0 and what 10 stand for */
  g_autofree char *words = g_strdup_printf (_ ("0: %1$s · 10: %2$s"), low, high);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

KeelStrengthChoice *
keel_strength_choice_new (const char *label, const char *low, const char *high)
{
  KeelStrengthChoice *self = g_object_new (KEEL_TYPE_STRENGTH_CHOICE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  KeelWrapBox *numbers = g_object_new (KEEL_TYPE_WRAP_BOX, "one-stop", TRUE, "choice", TRUE, "even", TRUE,
                                       NULL);

  for (int i = 0; i < N_NUMBERS; i++)
    keel_wrap_box_append (numbers, make_number (self, i,
                                                i == 0                   ? low
                                                : i == KEEL_STRENGTH_MAX ? high
                                                                         : NULL));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (numbers));
  gtk_box_append (GTK_BOX (box), make_ends (low, high));
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return self;
}

void
keel_strength_choice_set (KeelStrengthChoice *self, int strength)
{
  for (int i = 0; i < N_NUMBERS; i++)
    gtk_toggle_button_set_active (self->numbers[i], i == strength);
}

int
keel_strength_choice_get (KeelStrengthChoice *self)
{
  for (int i = 0; i < N_NUMBERS; i++)
    {
      if (gtk_toggle_button_get_active (self->numbers[i]))
        return i;
    }
  return KEEL_STRENGTH_NONE;
}

gboolean
keel_strength_choice_type (KeelStrengthChoice *self, guint key)
{
  gunichar letter = gdk_keyval_to_unicode (key);
  int digit = letter != 0 ? g_unichar_digit_value (letter) : -1;

  if (digit < 0)
    return FALSE;
  if (self->waiting != 0 && digit == 0)
    {
      choose (self, KEEL_STRENGTH_MAX);
    }
  else if (self->waiting == 0 && digit == 1)
    {
      keel_strength_choice_set (self, 1);
      self->waiting = g_timeout_add (DIGITS_MS, waited_cb, self);
    }
  else
    {
      choose (self, digit);
    }
  return TRUE;
}
