#include "config.h"

#include "keel-lapse-form.h"

#include <glib/gi18n-lib.h>

#include "content/keel-day-sentences.h"
#include "core/keel-series.h"

#include "keel-chip-choice.h"
#include "keel-lapse-choice.h"
#include "keel-note-area.h"
#include "keel-text-row.h"
#include "keel-typed-number.h"
#include "keel-typed-time.h"

struct _KeelLapseForm
{
  AdwBin parent_instance;

  KeelTextRow *date;
  KeelTextRow *time;
  KeelTextRow *restart;
  GtkWidget *restart_list;
  GtkWidget *choice_box;
  KeelLapseChoiceBox *choice;
  KeelNoteArea *note;

  KeelDays *days;
  char *count; /* nullable: of none */
};

G_DEFINE_FINAL_TYPE (KeelLapseForm, keel_lapse_form, ADW_TYPE_BIN)

/* In the place of a count. */
#define NO_COUNT "none"

/* Where nothing is counted there is nothing to choose. */
static void
show_choice (KeelLapseForm *self)
{
  gboolean counts = self->count != NULL && keel_days_find (self->days, self->count) != NULL;

  gtk_widget_set_visible (self->choice_box, counts);
  gtk_widget_set_visible (self->restart_list,
                          counts && keel_lapse_choice_box_get (self->choice) == KEEL_LAPSE_NEW_START);
}

static void
count_chosen_cb (KeelLapseForm *self, const char *id)
{
  g_free (self->count);
  self->count = g_str_equal (id, NO_COUNT) ? NULL : g_strdup (id);
  show_choice (self);
}

static void
keel_lapse_form_dispose (GObject *object)
{
  KeelLapseForm *self = KEEL_LAPSE_FORM (object);

  g_clear_pointer (&self->days, keel_days_unref);
  g_clear_pointer (&self->count, g_free);
  G_OBJECT_CLASS (keel_lapse_form_parent_class)->dispose (object);
}

static void
keel_lapse_form_class_init (KeelLapseFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = keel_lapse_form_dispose;
}

static void
keel_lapse_form_init (KeelLapseForm *self)
{
}

static void
add_heading (GtkWidget *box, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), label);
}

static GtkWidget *
add_list (GtkWidget *box, const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (box), list);
  return list;
}

static KeelTextRow *
add_row (GtkWidget *list, const char *title, const char *text)
{
  KeelTextRow *row = g_object_new (KEEL_TYPE_TEXT_ROW, NULL);

  keel_text_row_set_title (row, title);
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (row));
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  return row;
}

/* Only where there is more than one. */
static void
add_counts (KeelLapseForm *self, GtkWidget *box)
{
  KeelChipChoice *counts;

  if (self->days->counts->len == 0 || (self->days->counts->len == 1 && self->count != NULL))
    return;
  counts = g_object_new (KEEL_TYPE_CHIP_CHOICE, NULL);
  for (guint i = 0; i < self->days->counts->len; i++)
    {
      const KeelCountStand *stand = g_ptr_array_index (self->days->counts, i);

      keel_chip_choice_add (counts, stand->count->uuid, keel_sentence_count_name (stand->count));
    }
  keel_chip_choice_add (counts, NO_COUNT, C_ ("lapse", "Something else"));
  keel_chip_choice_select (counts, self->count != NULL ? self->count : NO_COUNT);
  g_signal_connect_object (counts, "chosen", G_CALLBACK (count_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (counts), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What it was about"), -1);
  add_heading (box, _ ("What it was about"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (counts));
}

static void
add_when (KeelLapseForm *self, GtkWidget *box, const KeelLapse *lapse)
{
  GtkWidget *list = add_list (box, _ ("When it was"));
  g_autofree char *date = keel_typed_day_format (lapse->day != KEEL_DAY_NONE ? lapse->day
                                                                             : self->days->now.day);
  g_autofree char *time = lapse->minute >= 0
                              ? g_strdup_printf ("%02d:%02d", lapse->minute / 60, lapse->minute % 60)
                              : g_strdup ("");

  self->date = add_row (list, _ ("On which day (year-month-day)"), date);
  self->time = add_row (list, _ ("Time (may stay empty)"), time);
}

static void
add_choice (KeelLapseForm *self, GtkWidget *box, const KeelLapse *lapse)
{
  g_autofree char *restart = lapse->restart != KEEL_DAY_NONE ? keel_typed_day_format (lapse->restart)
                                                             : g_strdup ("");

  self->choice_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  add_heading (self->choice_box, _ ("What becomes of my days"));
  self->choice = keel_lapse_choice_box_new (lapse->choice);
  g_signal_connect_object (self->choice, "changed", G_CALLBACK (show_choice), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->choice_box), GTK_WIDGET (self->choice));
  gtk_box_append (GTK_BOX (box), self->choice_box);
  self->restart_list = add_list (box, _ ("The new start date"));
  self->restart = add_row (self->restart_list, _ ("New start date, if it is another day (year-month-day)"),
                           restart);
}

KeelLapseForm *
keel_lapse_form_new (KeelDays *days, const KeelLapse *lapse)
{
  KeelLapseForm *self = g_object_new (KEEL_TYPE_LAPSE_FORM, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->days = keel_days_ref (days);
  self->count = g_strdup (lapse->count);
  add_counts (self, box);
  add_when (self, box, lapse);
  add_choice (self, box, lapse);
  self->note = g_object_new (KEEL_TYPE_NOTE_AREA, NULL);
  keel_note_area_set_title (self->note, _ ("A word about it, only for you"), NULL);
  keel_note_area_set_text (self->note, lapse->note);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->note));
  adw_bin_set_child (ADW_BIN (self), box);
  show_choice (self);
  return self;
}

static gboolean
refuse (KeelTextRow *row, const char *problem)
{
  keel_text_row_show_problem (row, problem);
  keel_text_row_mend (row);
  return FALSE;
}

/* NULL where nothing is written. */
static char *
dup_text (KeelTextRow *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static gboolean
read_when (KeelLapseForm *self, KeelLapse *lapse)
{
  g_autofree char *time = dup_text (self->time);

  if (!keel_typed_day_parse (gtk_editable_get_text (GTK_EDITABLE (self->date)), &lapse->day))
    return refuse (self->date, _ ("Write the date as year, month and day, for example 2027-03-31."));
  if (lapse->day > self->days->now.day)
    return refuse (self->date, _ ("That day is still to come."));
  lapse->minute = -1;
  if (time != NULL && !keel_typed_time_parse (time, &lapse->minute))
    return refuse (self->time, _ ("Write the time as on a clock, for example 19:00."));
  return TRUE;
}

static gboolean
read_restart (KeelLapseForm *self, KeelLapse *lapse)
{
  g_autofree char *restart = dup_text (self->restart);

  lapse->restart = KEEL_DAY_NONE;
  if (lapse->choice != KEEL_LAPSE_NEW_START || restart == NULL)
    return TRUE;
  if (!keel_typed_day_parse (restart, &lapse->restart))
    return refuse (self->restart, _ ("Write the date as year, month and day, for example 2027-03-31."));
  if (lapse->restart < lapse->day)
    return refuse (self->restart, _ ("The new start date cannot be before that day."));
  return TRUE;
}

gboolean
keel_lapse_form_read (KeelLapseForm *self, KeelLapse *lapse)
{
  g_free (lapse->count);
  lapse->count = g_strdup (self->count);
  lapse->choice = self->count != NULL ? keel_lapse_choice_box_get (self->choice) : KEEL_LAPSE_NOT_COUNTED;
  if (!read_when (self, lapse) || !read_restart (self, lapse))
    return FALSE;
  g_free (lapse->note);
  lapse->note = keel_note_area_dup_text (self->note);
  return TRUE;
}
