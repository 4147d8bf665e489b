#include "config.h"

#include "keel-lapse-choice.h"

#include <glib/gi18n-lib.h>

#include "content/keel-day-sentences.h"

#define N_CHOICES (KEEL_LAPSE_NOT_COUNTED + 1)

struct _KeelLapseChoiceBox
{
  AdwBin parent_instance;

  GtkCheckButton *buttons[N_CHOICES];
  KeelLapseChoice choice;
};

G_DEFINE_FINAL_TYPE (KeelLapseChoiceBox, keel_lapse_choice_box, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
toggled_cb (GtkCheckButton *button, KeelLapseChoiceBox *self)
{
  if (!gtk_check_button_get_active (button))
    return;
  for (int i = 0; i < N_CHOICES; i++)
    if (self->buttons[i] == button)
      self->choice = (KeelLapseChoice) i;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
keel_lapse_choice_box_class_init (KeelLapseChoiceBoxClass *klass)
{
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KEEL_TYPE_LAPSE_CHOICE_BOX, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

/* The title and what it means are both part of what one presses. */
static GtkWidget *
make_row (KeelLapseChoiceBox *self, KeelLapseChoice choice)
{
  const char *title = keel_sentence_lapse_choice (choice);
  const char *about = keel_sentence_lapse_choice_about (choice);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", title, "subtitle", about, "title-lines", 0,
                                 "subtitle-lines", 0, NULL);
  GtkWidget *button = g_object_new (GTK_TYPE_CHECK_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO,
                                    NULL);

  self->buttons[choice] = GTK_CHECK_BUTTON (button);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, about, -1);
  if (choice != KEEL_LAPSE_KEEP_TOTAL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), self->buttons[KEEL_LAPSE_KEEP_TOTAL]);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  /* Else a listener hears the title twice. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  return row;
}

static void
keel_lapse_choice_box_init (KeelLapseChoiceBox *self)
{
  const char *name = _ ("What becomes of my days");
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (int i = 0; i < N_CHOICES; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), make_row (self, (KeelLapseChoice) i));
  adw_bin_set_child (ADW_BIN (self), list);
}

KeelLapseChoiceBox *
keel_lapse_choice_box_new (KeelLapseChoice choice)
{
  KeelLapseChoiceBox *self = g_object_new (KEEL_TYPE_LAPSE_CHOICE_BOX, NULL);

  self->choice = choice;
  gtk_check_button_set_active (self->buttons[choice], TRUE);
  for (int i = 0; i < N_CHOICES; i++)
    g_signal_connect_object (self->buttons[i], "toggled", G_CALLBACK (toggled_cb), self, 0);
  return self;
}

KeelLapseChoice
keel_lapse_choice_box_get (KeelLapseChoiceBox *self)
{
  return self->choice;
}
