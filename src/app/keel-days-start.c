#include "config.h"

#include "keel-days-start.h"

#include <glib/gi18n-lib.h>

#include "content/keel-day-sentences.h"
#include "core/keel-series.h"

#include "keel-chip-choice.h"
#include "keel-days-safety.h"
#include "keel-text-row.h"
#include "keel-typed-number.h"
#include "keel-typed-time.h"

struct _KeelDaysStart
{
  AdwBin parent_instance;

  KeelTextRow *name;
  KeelTextRow *date;
  KeelTextRow *time;
  GtkWidget *safety;
  GtkWidget *leap_box;
  KeelDayLeap leap;
  gint64 today;
  gboolean membership; /* else of a time without something: then what is dangerous is told */
};

G_DEFINE_FINAL_TYPE (KeelDaysStart, keel_days_start, ADW_TYPE_BIN)

/* NULL where nothing is written. */
static char *
dup_text (KeelTextRow *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static gboolean
read_day (KeelDaysStart *self, gint64 *day)
{
  return keel_typed_day_parse (gtk_editable_get_text (GTK_EDITABLE (self->date)), day);
}

static gboolean
is_leap_day (gint64 day)
{
  int year, month, day_of_month;

  keel_civil_from_days (day, &year, &month, &day_of_month);
  return month == 2 && day_of_month == 29;
}

static void
date_changed_cb (KeelDaysStart *self)
{
  gint64 day;
  gboolean known = read_day (self, &day);

  gtk_widget_set_visible (self->leap_box, known && is_leap_day (day));
  keel_days_safety_show (self->safety, known && !self->membership
                                           ? keel_sentences_about_start (day, self->today)
                                           : g_ptr_array_new_with_free_func (g_free));
}

static void
leap_chosen_cb (KeelDaysStart *self, const char *id)
{
  self->leap = keel_word_find (keel_day_leap_words, id);
}

static void
keel_days_start_class_init (KeelDaysStartClass *klass)
{
}

static KeelTextRow *
add_row (GtkWidget *list, const char *title)
{
  KeelTextRow *row = g_object_new (KEEL_TYPE_TEXT_ROW, NULL);

  keel_text_row_set_title (row, title);
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (row));
  return row;
}

static GtkWidget *
make_rows (KeelDaysStart *self)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What and since when"), -1);
  self->name = add_row (list, "");
  self->date = add_row (list, "");
  self->time = add_row (list, _ ("Time (may stay empty)"));
  g_signal_connect_object (self->date, "changed", G_CALLBACK (date_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  return list;
}

static GtkWidget *
make_leap_box (KeelDaysStart *self)
{
  const char *heading = _ ("In other years, 29 February is");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (heading);
  KeelChipChoice *choice = g_object_new (KEEL_TYPE_CHIP_CHOICE, NULL);

  for (int i = 0; keel_day_leap_words[i] != NULL; i++)
    keel_chip_choice_add (choice, keel_day_leap_words[i], keel_sentence_day_leap ((KeelDayLeap) i));
  keel_chip_choice_select (choice, keel_day_leap_words[self->leap]);
  g_signal_connect_object (choice, "chosen", G_CALLBACK (leap_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (choice));
  return box;
}

static void
keel_days_start_init (KeelDaysStart *self)
{
  self->safety = keel_days_safety_new ();
}

static void
show_time (KeelDaysStart *self, int minute)
{
  g_autofree char *time = g_strdup_printf ("%02d:%02d", minute / 60, minute % 60);

  gtk_editable_set_text (GTK_EDITABLE (self->time), time);
}

void
keel_days_start_set_membership (KeelDaysStart *self, gboolean membership)
{
  self->membership = membership;
  keel_text_row_set_title (self->name, membership ? _ ("What you call it (may stay empty)")
                                                  : _ ("What it counts, in your words (may stay empty)"));
  keel_text_row_set_title (self->date, membership ? _ ("My first meeting, or my own start (year-month-day)")
                                                  : _ ("Start date (year-month-day)"));
  date_changed_cb (self);
}

KeelDaysStart *
keel_days_start_new (const KeelDayCount *count, gint64 today)
{
  KeelDaysStart *self = g_object_new (KEEL_TYPE_DAYS_START, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autofree char *date = keel_typed_day_format (count->start);

  self->today = today;
  self->leap = count->leap;
  self->leap_box = make_leap_box (self);
  gtk_box_append (GTK_BOX (box), make_rows (self));
  gtk_box_append (GTK_BOX (box), self->safety);
  gtk_box_append (GTK_BOX (box), self->leap_box);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_editable_set_text (GTK_EDITABLE (self->name), count->name != NULL ? count->name : "");
  gtk_editable_set_text (GTK_EDITABLE (self->date), date);
  if (count->minute >= 0)
    show_time (self, count->minute);
  keel_days_start_set_membership (self, count->path == KEEL_DAY_PATH_MEMBERSHIP);
  return self;
}

gboolean
keel_days_start_read (KeelDaysStart *self, KeelDayCount *count)
{
  g_autofree char *time = dup_text (self->time);

  if (!read_day (self, &count->start))
    {
      keel_text_row_show_problem (self->date,
                                  _ ("Write the date as year, month and day, for example 2027-03-31."));
      keel_text_row_mend (self->date);
      return FALSE;
    }
  count->minute = -1;
  if (time != NULL && !keel_typed_time_parse (time, &count->minute))
    {
      keel_text_row_show_problem (self->time, _ ("Write the time as on a clock, for example 19:00."));
      keel_text_row_mend (self->time);
      return FALSE;
    }
  g_free (count->name);
  count->name = dup_text (self->name);
  count->leap = self->leap;
  return TRUE;
}
