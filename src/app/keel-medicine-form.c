#include "config.h"

#include "keel-medicine-form.h"

#include <glib/gi18n-lib.h>

#include "content/keel-care-sentences.h"
#include "core/keel-series.h"

#include "keel-care-fields.h"
#include "keel-care-label.h"
#include "keel-chip-choice.h"
#include "keel-day-choice.h"
#include "keel-note-area.h"
#include "keel-typed-number.h"
#include "keel-typed-time.h"

#define ONCE "once"
#define WEEKS "weeks"
#define MONTHS "months"

struct _KeelMedicineForm
{
  AdwBin parent_instance;

  KeelTextRow *name;
  KeelChipChoice *kinds;
  GtkWidget *days_box;
  KeelDayChoice *days;
  GtkWidget *clinic_box;
  KeelDayChoice *clinic_days;
  GtkWidget *injection_box;
  KeelTextRow *injection;
  KeelChipChoice *units;
  GtkWidget *interval_list;
  KeelTextRow *interval;
  KeelTextRow *time;
  GtkSwitch *remind;
  KeelTextRow *prescriber;
  KeelTextRow *place;
  KeelTextRow *phone;
  KeelTextRow *appointment;
  KeelNoteArea *note;
  KeelTextRow *naloxone;
  GtkWidget *locked_box;
  GtkSwitch *locked;

  KeelMedicineKind kind;
  const char *unit;
};

G_DEFINE_FINAL_TYPE (KeelMedicineForm, keel_medicine_form, ADW_TYPE_BIN)

static void
show_kind (KeelMedicineForm *self, KeelMedicineKind kind)
{
  self->kind = kind;
  keel_chip_choice_select (self->kinds, keel_medicine_kind_words[kind]);
  gtk_widget_set_visible (self->days_box, kind != KEEL_MEDICINE_INJECTION);
  gtk_widget_set_visible (self->clinic_box, kind == KEEL_MEDICINE_TAKE_HOME);
  gtk_widget_set_visible (self->injection_box, kind == KEEL_MEDICINE_INJECTION);
  gtk_widget_set_visible (self->locked_box, kind == KEEL_MEDICINE_DAILY || kind == KEEL_MEDICINE_TAKE_HOME);
}

static void
kind_cb (KeelMedicineForm *self, const char *id)
{
  show_kind (self, (KeelMedicineKind) keel_word_find (keel_medicine_kind_words, id));
}

static void
show_unit (KeelMedicineForm *self, const char *unit)
{
  self->unit = g_intern_string (unit);
  keel_chip_choice_select (self->units, unit);
  gtk_widget_set_visible (self->interval_list, !g_str_equal (unit, ONCE));
  keel_text_row_set_title (self->interval, g_str_equal (unit, MONTHS)
                                               ? _ ("How many months from one to the next")
                                               : _ ("How many weeks from one to the next"));
}

static void
unit_cb (KeelMedicineForm *self, const char *id)
{
  show_unit (self, id);
}

static void
keel_medicine_form_class_init (KeelMedicineFormClass *klass)
{
}

static GtkWidget *
add_part (GtkBox *box)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (box, part);
  return part;
}

static GtkListBox *
add_list (GtkBox *box, const char *name)
{
  GtkListBox *list = keel_care_label_new_list (name);

  gtk_box_append (box, GTK_WIDGET (list));
  return list;
}

static KeelChipChoice *
add_chips (GtkBox *box, const char *name)
{
  KeelChipChoice *chips = g_object_new (KEEL_TYPE_CHIP_CHOICE, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (chips), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (box, GTK_WIDGET (chips));
  return chips;
}

static KeelDayChoice *
add_days (GtkBox *box, const char *name)
{
  KeelDayChoice *days = g_object_new (KEEL_TYPE_DAY_CHOICE, "several", TRUE, NULL);

  gtk_box_append (box, keel_care_label_new (name, "dim-label"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (days), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (box, GTK_WIDGET (days));
  return days;
}

static void
add_what (KeelMedicineForm *self, GtkBox *box)
{
  GtkListBox *list = add_list (box, _ ("Medicine"));

  self->name = keel_care_fields_add_text (list, _ ("What you call it"));
  keel_care_fields_add_heading (box, _ ("How you take it"));
  self->kinds = add_chips (box, _ ("How you take it"));
  for (KeelMedicineKind kind = 0; kind <= KEEL_MEDICINE_INJECTION; kind++)
    keel_chip_choice_add (self->kinds, keel_medicine_kind_words[kind], keel_sentence_medicine_kind (kind));
  g_signal_connect_object (self->kinds, "chosen", G_CALLBACK (kind_cb), self, G_CONNECT_SWAPPED);
}

static void
add_injection (KeelMedicineForm *self, GtkBox *box)
{
  GtkListBox *list = add_list (box, _ ("Next injection"));

  self->injection = keel_care_fields_add_text (list, _ ("Next injection (year-month-day)"));
  gtk_box_append (box, keel_care_label_new (_ ("And again after"), "dim-label"));
  self->units = add_chips (box, _ ("And again after"));
  keel_chip_choice_add (self->units, WEEKS, C_ ("injection after", "Weeks"));
  keel_chip_choice_add (self->units, MONTHS, C_ ("injection after", "Months"));
  keel_chip_choice_add (self->units, ONCE, C_ ("injection after", "Not yet known"));
  g_signal_connect_object (self->units, "chosen", G_CALLBACK (unit_cb), self, G_CONNECT_SWAPPED);
  list = add_list (box, _ ("And again after"));
  self->interval_list = GTK_WIDGET (list);
  self->interval = keel_care_fields_add_text (list, _ ("How many weeks from one to the next"));
}

static void
add_when (KeelMedicineForm *self, GtkBox *box)
{
  GtkListBox *list;

  keel_care_fields_add_heading (box, _ ("When"));
  self->days_box = add_part (box);
  self->days = add_days (GTK_BOX (self->days_box), _ ("Days on which you take it"));
  self->clinic_box = add_part (box);
  self->clinic_days = add_days (GTK_BOX (self->clinic_box), _ ("Of these, at the clinic"));
  self->injection_box = add_part (box);
  add_injection (self, GTK_BOX (self->injection_box));
  list = add_list (box, _ ("When"));
  self->time = keel_care_fields_add_text (list, _ ("Time, for example 7:30 (can stay empty)"));
  self->remind = keel_care_fields_add_switch (box, _ ("Remind me at that time, without saying of what"));
}

static void
add_who (KeelMedicineForm *self, GtkBox *box)
{
  GtkListBox *list;

  keel_care_fields_add_heading (box, _ ("Who helps with it"));
  list = add_list (box, _ ("Who helps with it"));
  self->prescriber = keel_care_fields_add_text (list, _ ("Who prescribes it"));
  self->place = keel_care_fields_add_text (list, _ ("Clinic or pharmacy"));
  self->phone = keel_care_fields_add_text (list, _ ("Phone of the clinic"));
  self->appointment = keel_care_fields_add_text (list, _ ("Next appointment (year-month-day)"));
  self->note = g_object_new (KEEL_TYPE_NOTE_AREA, NULL);
  keel_note_area_set_title (self->note, _ ("What I want to tell or to ask there"), NULL);
  gtk_box_append (box, GTK_WIDGET (self->note));
}

static void
add_safety (KeelMedicineForm *self, GtkBox *box)
{
  GtkListBox *list;
  GtkWidget *open = gtk_button_new_with_label (_ ("How to Keep It Safe at Home"));

  keel_care_fields_add_heading (box, _ ("Safe at home"));
  self->locked_box = add_part (box);
  self->locked = keel_care_fields_add_switch (GTK_BOX (self->locked_box),
                                              _ ("What I have at home is locked away"));
  gtk_widget_set_halign (open, GTK_ALIGN_START);
  gtk_widget_add_css_class (open, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (open), "app.help-page");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (open), "s", "medicine-at-home");
  gtk_box_append (GTK_BOX (self->locked_box), open);
  list = add_list (box, _ ("Safe at home"));
  self->naloxone = keel_care_fields_add_text (list, _ ("My naloxone is good until (year-month-day)"));
}

static void
keel_medicine_form_init (KeelMedicineForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  adw_bin_set_child (ADW_BIN (self), box);
  add_what (self, GTK_BOX (box));
  add_when (self, GTK_BOX (box));
  add_who (self, GTK_BOX (box));
  add_safety (self, GTK_BOX (box));
}

KeelMedicineForm *
keel_medicine_form_new (void)
{
  return g_object_new (KEEL_TYPE_MEDICINE_FORM, NULL);
}

static void
show_injection (KeelMedicineForm *self, const KeelMedicine *medicine)
{
  guint interval = MAX (medicine->weeks, medicine->months);
  g_autofree char *number = interval > 0 ? g_strdup_printf ("%u", interval) : NULL;
  gboolean is_injection = medicine->kind == KEEL_MEDICINE_INJECTION;

  keel_care_fields_set_day (self->injection, is_injection ? medicine->first : KEEL_DAY_UNSAID);
  show_unit (self, medicine->months > 0 ? MONTHS : medicine->weeks > 0 || !is_injection ? WEEKS : ONCE);
  keel_care_fields_set_text (self->interval, number);
}

void
keel_medicine_form_show (KeelMedicineForm *self, const KeelMedicine *medicine)
{
  g_autofree char *time = NULL;

  if (medicine->minute >= 0)
    time = g_strdup_printf ("%02d:%02d", medicine->minute / 60, medicine->minute % 60);
  keel_care_fields_set_text (self->name, medicine->name);
  show_kind (self, medicine->kind);
  keel_day_choice_set_days (self->days, medicine->days != 0 ? medicine->days : KEEL_EVERY_WEEKDAY);
  keel_day_choice_set_days (self->clinic_days, medicine->clinic_days);
  show_injection (self, medicine);
  keel_care_fields_set_text (self->time, time);
  gtk_switch_set_active (self->remind, medicine->remind);
  keel_care_fields_set_text (self->prescriber, medicine->prescriber);
  keel_care_fields_set_text (self->place, medicine->place);
  keel_care_fields_set_text (self->phone, medicine->phone);
  keel_care_fields_set_day (self->appointment, medicine->appointment);
  keel_note_area_set_text (self->note, medicine->note);
  keel_care_fields_set_day (self->naloxone, medicine->naloxone);
  gtk_switch_set_active (self->locked, medicine->locked);
}

static gboolean
read_interval (KeelMedicineForm *self, KeelMedicine *medicine)
{
  gboolean months = g_str_equal (self->unit, MONTHS);
  int most = months ? KEEL_MEDICINE_MOST_MONTHS : KEEL_MEDICINE_MOST_WEEKS;
  g_autofree char *problem = NULL;
  int number;

  medicine->weeks = medicine->months = 0;
  if (g_str_equal (self->unit, ONCE))
    return TRUE;
  if (!keel_typed_number_parse (gtk_editable_get_text (GTK_EDITABLE (self->interval)), 1, most, &number))
    {
      problem = g_strdup_printf (_ ("Write a number from 1 to %d."), most);
      return keel_care_fields_refuse (self->interval, problem);
    }
  *(months ? &medicine->months : &medicine->weeks) = (guint) number;
  return TRUE;
}

static gboolean
read_days (KeelMedicineForm *self, KeelMedicine *medicine)
{
  gint64 first;

  if (self->kind == KEEL_MEDICINE_INJECTION)
    {
      if (!keel_care_fields_read_day (self->injection, TRUE, &first) || !read_interval (self, medicine))
        return FALSE;
      medicine->first = first;
      medicine->days = medicine->clinic_days = 0;
      return TRUE;
    }
  medicine->weeks = medicine->months = 0;
  medicine->days = keel_day_choice_get_days (self->days);
  medicine->clinic_days = self->kind == KEEL_MEDICINE_TAKE_HOME
                              ? medicine->days & keel_day_choice_get_days (self->clinic_days)
                              : 0;
  return medicine->days != 0 || keel_care_fields_refuse (self->time, _ ("Choose at least one day."));
}

static gboolean
read_time (KeelMedicineForm *self, KeelMedicine *medicine)
{
  g_autofree char *text = keel_care_fields_dup_text (self->time);

  medicine->minute = -1;
  medicine->remind = gtk_switch_get_active (self->remind);
  if (text == NULL && !medicine->remind)
    return TRUE;
  if (text == NULL || !keel_typed_time_parse (text, &medicine->minute))
    return keel_care_fields_refuse (self->time, _ ("Write a time, for example 19:00 or 7pm."));
  return TRUE;
}

static void
take_text (char **text, KeelTextRow *row)
{
  g_free (*text);
  *text = keel_care_fields_dup_text (row);
}

gboolean
keel_medicine_form_read (KeelMedicineForm *self, KeelMedicine *medicine)
{
  g_autofree char *name = keel_care_fields_dup_text (self->name);

  if (name == NULL)
    return keel_care_fields_refuse (self->name, _ ("Write what you call it. It need not be its real name."));
  g_free (medicine->name);
  medicine->name = g_steal_pointer (&name);
  medicine->kind = self->kind;
  if (!read_days (self, medicine) || !read_time (self, medicine) ||
      !keel_care_fields_read_day (self->appointment, FALSE, &medicine->appointment) ||
      !keel_care_fields_read_day (self->naloxone, FALSE, &medicine->naloxone))
    return FALSE;
  take_text (&medicine->prescriber, self->prescriber);
  take_text (&medicine->place, self->place);
  take_text (&medicine->phone, self->phone);
  g_free (medicine->note);
  medicine->note = keel_note_area_dup_text (self->note);
  medicine->locked = gtk_switch_get_active (self->locked) && gtk_widget_get_visible (self->locked_box);
  return TRUE;
}
