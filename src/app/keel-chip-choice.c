#include "keel-chip-choice.h"

#include "keel-program-mark.h"
#include "keel-toggle.h"
#include "keel-wrap-box.h"

struct _KeelChipChoice
{
  AdwBin parent_instance;

  KeelWrapBox *box;
  GPtrArray *chips; /* of GtkToggleButton */
  gboolean selecting;
};

G_DEFINE_FINAL_TYPE (KeelChipChoice, keel_chip_choice, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_id (gpointer chip)
{
  return g_object_get_data (G_OBJECT (chip), "keel-id");
}

static GtkToggleButton *
find_chip (KeelChipChoice *self, const char *id)
{
  for (guint i = 0; i < self->chips->len; i++)
    {
      if (g_strcmp0 (get_id (self->chips->pdata[i]), id) == 0)
        return self->chips->pdata[i];
    }
  return NULL;
}

static void
toggled_cb (GtkToggleButton *chip, KeelChipChoice *self)
{
  if (gtk_toggle_button_get_active (chip) && !self->selecting)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, get_id (chip));
}

static void
keel_chip_choice_finalize (GObject *object)
{
  g_ptr_array_unref (KEEL_CHIP_CHOICE (object)->chips);
  G_OBJECT_CLASS (keel_chip_choice_parent_class)->finalize (object);
}

static void
keel_chip_choice_class_init (KeelChipChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_chip_choice_finalize;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", KEEL_TYPE_CHIP_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
keel_chip_choice_init (KeelChipChoice *self)
{
  self->chips = g_ptr_array_new ();
  self->box = g_object_new (KEEL_TYPE_WRAP_BOX, "one-stop", TRUE, "choice", TRUE, NULL);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

static void
append_chip (KeelChipChoice *self, const char *id, GtkWidget *chip)
{
  gtk_widget_add_css_class (chip, "keel-chip");
  g_object_set_data_full (G_OBJECT (chip), "keel-id", g_strdup (id), g_free);
  if (self->chips->len > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (chip), self->chips->pdata[0]);
  g_signal_connect (chip, "toggled", G_CALLBACK (toggled_cb), self);
  g_ptr_array_add (self->chips, chip);
  keel_wrap_box_append (self->box, chip);
}

void
keel_chip_choice_add (KeelChipChoice *self, const char *id, const char *label)
{
  GtkWidget *chip = keel_toggle_new (label, GTK_ACCESSIBLE_ROLE_RADIO);

  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (chip))), TRUE);
  append_chip (self, id, chip);
}

void
keel_chip_choice_add_named (KeelChipChoice *self, const char *id, const char *label, const char *name)
{
  GtkWidget *chip = keel_toggle_new (label, GTK_ACCESSIBLE_ROLE_RADIO);

  gtk_widget_set_tooltip_text (chip, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  append_chip (self, id, chip);
}

void
keel_chip_choice_add_coloured (KeelChipChoice *self, const char *id, const char *label, const GdkRGBA *colour)
{
  GtkWidget *chip = keel_toggle_new (label, GTK_ACCESSIBLE_ROLE_RADIO);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *spot = g_object_new (KEEL_TYPE_PROGRAM_MARK, NULL);

  keel_program_mark_show_as (KEEL_PROGRAM_MARK (spot), "●", colour);
  gtk_box_append (GTK_BOX (box), spot);
  gtk_box_append (GTK_BOX (box), gtk_label_new (label));
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  append_chip (self, id, chip);
}

void
keel_chip_choice_select (KeelChipChoice *self, const char *id)
{
  GtkToggleButton *wanted = id != NULL ? find_chip (self, id) : NULL;

  if (id != NULL && wanted == NULL)
    return;
  self->selecting = TRUE;
  for (guint i = 0; i < self->chips->len; i++)
    gtk_toggle_button_set_active (self->chips->pdata[i], self->chips->pdata[i] == wanted);
  self->selecting = FALSE;
}

gboolean
keel_chip_choice_has (KeelChipChoice *self, const char *id)
{
  return find_chip (self, id) != NULL;
}
