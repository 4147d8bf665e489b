#include "config.h"

#include "keel-medicine-day.h"

#include <glib/gi18n-lib.h>

#include "content/keel-care-sentences.h"
#include "core/keel-series.h"

#include "keel-care-label.h"
#include "keel-care-undo.h"
#include "keel-chip-choice.h"

struct _KeelMedicineDay
{
  AdwBin parent_instance;

  GtkWidget *title;
  GtkWidget *place;
  KeelChipChoice *states;
  GtkBox *after;
  GtkWidget *call; /* nullable */

  KeelSession *session;
  KeelMedicine *medicine;
  gint64 day;
  KeelMedicineState state;
};

G_DEFINE_FINAL_TYPE (KeelMedicineDay, keel_medicine_day, ADW_TYPE_BIN)

static void
chosen_cb (KeelChipChoice *states, const char *id, KeelMedicineDay *self)
{
  int state = keel_word_find (keel_medicine_state_words, id);

  if (state >= 0 && (KeelMedicineState) state != self->state)
    keel_care_undo_mark (GTK_WIDGET (self), self->session, self->medicine->uuid, self->day,
                         (KeelMedicineState) state, self->state);
}

static void
keel_medicine_day_finalize (GObject *object)
{
  KeelMedicineDay *self = KEEL_MEDICINE_DAY (object);

  g_clear_pointer (&self->medicine, keel_medicine_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (keel_medicine_day_parent_class)->finalize (object);
}

static void
keel_medicine_day_class_init (KeelMedicineDayClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_medicine_day_finalize;
}

static void
keel_medicine_day_init (KeelMedicineDay *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *after = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *words = keel_sentence_medicine_not_taken ();

  self->title = keel_care_label_new (NULL, NULL);
  self->place = keel_care_label_new (NULL, "dim-label");
  self->states = g_object_new (KEEL_TYPE_CHIP_CHOICE, NULL);
  self->after = GTK_BOX (after);
  for (KeelMedicineState state = KEEL_MEDICINE_TAKEN; state <= KEEL_MEDICINE_NOT_DUE; state++)
    keel_chip_choice_add (self->states, keel_medicine_state_words[state],
                          keel_sentence_medicine_state (state));
  g_signal_connect_object (self->states, "chosen", G_CALLBACK (chosen_cb), self, 0);
  gtk_box_append (self->after, keel_care_label_new (words, "keel-note"));
  gtk_box_append (GTK_BOX (box), self->title);
  gtk_box_append (GTK_BOX (box), self->place);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->states));
  gtk_box_append (GTK_BOX (box), after);
  adw_bin_set_child (ADW_BIN (self), box);
}

KeelMedicineDay *
keel_medicine_day_new (KeelSession *session)
{
  KeelMedicineDay *self = g_object_new (KEEL_TYPE_MEDICINE_DAY, NULL);

  self->session = g_object_ref (session);
  return self;
}

static void
show_call (KeelMedicineDay *self)
{
  if (self->call != NULL)
    gtk_box_remove (self->after, self->call);
  self->call = keel_care_label_new_call (_ ("Call the Clinic"), NULL, self->medicine->phone);
  if (self->call == NULL)
    return;
  gtk_widget_set_halign (self->call, GTK_ALIGN_START);
  gtk_box_append (self->after, self->call);
}

void
keel_medicine_day_show (KeelMedicineDay *self, const KeelMedicine *medicine, gint64 day,
                        KeelMedicineState state, const char *title)
{
  g_autofree char *place = keel_sentence_medicine_place (medicine, day);
  gboolean same = self->medicine != NULL && g_strcmp0 (self->medicine->phone, medicine->phone) == 0;

  g_clear_pointer (&self->medicine, keel_medicine_free);
  self->medicine = keel_medicine_copy (medicine);
  self->day = day;
  self->state = state;
  gtk_label_set_text (GTK_LABEL (self->title), title);
  keel_care_label_tell (self->place, place);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->states), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  keel_chip_choice_select (self->states,
                           state != KEEL_MEDICINE_UNSAID ? keel_medicine_state_words[state] : NULL);
  if (!same)
    show_call (self);
  gtk_widget_set_visible (GTK_WIDGET (self->after), state == KEEL_MEDICINE_NOT_TAKEN);
}
