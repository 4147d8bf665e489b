#include "config.h"

#include "keel-aim-form.h"

#include <glib/gi18n-lib.h>

#include "content/keel-care-sentences.h"
#include "core/keel-series.h"

#include "keel-care-fields.h"
#include "keel-care-label.h"
#include "keel-chip-choice.h"

struct _KeelAimForm
{
  AdwBin parent_instance;

  KeelTextRow *words;
  KeelChipChoice *areas;
  GtkSwitch *weekly;

  KeelAimArea area;
};

G_DEFINE_FINAL_TYPE (KeelAimForm, keel_aim_form, ADW_TYPE_BIN)

static void
area_cb (KeelAimForm *self, const char *id)
{
  self->area = (KeelAimArea) keel_word_find (keel_aim_area_words, id);
}

static void
keel_aim_form_class_init (KeelAimFormClass *klass)
{
}

static void
keel_aim_form_init (KeelAimForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkListBox *list = keel_care_label_new_list (_ ("Goal"));

  adw_bin_set_child (ADW_BIN (self), box);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (list));
  self->words = keel_care_fields_add_text (list, _ ("What I want"));
  keel_care_fields_add_heading (GTK_BOX (box), _ ("What it is for"));
  self->areas = g_object_new (KEEL_TYPE_CHIP_CHOICE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->areas), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What it is for"), -1);
  for (KeelAimArea area = 0; area <= KEEL_AIM_SERVICE; area++)
    keel_chip_choice_add (self->areas, keel_aim_area_words[area], keel_sentence_aim_area (area));
  g_signal_connect_object (self->areas, "chosen", G_CALLBACK (area_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->areas));
  self->weekly = keel_care_fields_add_switch (GTK_BOX (box), _ ("Every week anew"));
}

KeelAimForm *
keel_aim_form_new (void)
{
  return g_object_new (KEEL_TYPE_AIM_FORM, NULL);
}

void
keel_aim_form_show (KeelAimForm *self, const KeelAim *goal)
{
  keel_care_fields_set_text (self->words, goal->words);
  self->area = goal->area;
  keel_chip_choice_select (self->areas, keel_aim_area_words[goal->area]);
  gtk_switch_set_active (self->weekly, goal->weekly);
}

gboolean
keel_aim_form_read (KeelAimForm *self, KeelAim *goal)
{
  g_autofree char *words = keel_care_fields_dup_text (self->words);

  if (words == NULL)
    return keel_care_fields_refuse (self->words, _ ("Write what you want, in a few words."));
  g_free (goal->words);
  goal->words = g_steal_pointer (&words);
  goal->area = self->area;
  goal->weekly = gtk_switch_get_active (self->weekly);
  if (goal->weekly)
    goal->done = KEEL_DAY_UNSAID;
  return TRUE;
}
