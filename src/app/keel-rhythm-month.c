#include "config.h"

#include "keel-rhythm-month.h"

#include <glib/gi18n-lib.h>

#include "keel-chip-choice.h"
#include "keel-day-choice.h"
#include "keel-text-row.h"
#include "keel-toggle.h"
#include "keel-typed-number.h"
#include "keel-wrap-box.h"

/* Beyond it there are months without that day. */
#define SHORTEST_MONTH 28

struct _KeelRhythmMonth
{
  AdwBin parent_instance;

  KeelChipChoice *kinds;
  KeelWrapBox *nths;
  KeelDayChoice *weekday;
  GtkWidget *after;
  KeelChipChoice *after_nths;
  KeelDayChoice *after_weekday;
  GtkWidget *date;
  GtkToggleButton *last_day;
  GtkWidget *day_list;
  KeelTextRow *day;
  GtkWidget *short_months;

  GtkToggleButton *nth_chips[KEEL_RHYTHM_MOST_NTH + 1];
  KeelRhythmKind kind;
  int after_nth;
  gboolean quiet;
};

G_DEFINE_FINAL_TYPE (KeelRhythmMonth, keel_rhythm_month, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* By the bit in KeelRhythm's nths; the last comes last. */
static const char *const nth_names[] = {
  NC_ ("weekday of the month", "Last"),   NC_ ("weekday of the month", "First"),
  NC_ ("weekday of the month", "Second"), NC_ ("weekday of the month", "Third"),
  NC_ ("weekday of the month", "Fourth"), NC_ ("weekday of the month", "Fifth"),
};

static const char *const kind_ids[] = {
  [KEEL_RHYTHM_MONTH_DAY] = "date",
  [KEEL_RHYTHM_MONTH_NTH] = "weekday",
  [KEEL_RHYTHM_MONTH_AFTER] = "after",
};

static const char *
get_nth_name (int nth)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "weekday of the month", nth_names[nth]);
}

static void
show_parts (KeelRhythmMonth *self)
{
  gboolean last = gtk_toggle_button_get_active (self->last_day);
  int day = 0;

  keel_typed_number_parse (gtk_editable_get_text (GTK_EDITABLE (self->day)), 1, 31, &day);
  gtk_widget_set_visible (GTK_WIDGET (self->nths), self->kind == KEEL_RHYTHM_MONTH_NTH);
  gtk_widget_set_visible (GTK_WIDGET (self->weekday), self->kind != KEEL_RHYTHM_MONTH_DAY);
  gtk_widget_set_visible (self->after, self->kind == KEEL_RHYTHM_MONTH_AFTER);
  gtk_widget_set_visible (self->date, self->kind == KEEL_RHYTHM_MONTH_DAY);
  gtk_widget_set_visible (self->day_list, !last);
  gtk_widget_set_visible (self->short_months, !last && day > SHORTEST_MONTH);
}

static void
changed_cb (KeelRhythmMonth *self)
{
  if (self->quiet)
    return;
  show_parts (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
last_day_toggled_cb (KeelRhythmMonth *self)
{
  changed_cb (self);
}

static void
kind_chosen_cb (KeelRhythmMonth *self, const char *id)
{
  for (int kind = KEEL_RHYTHM_MONTH_DAY; kind <= KEEL_RHYTHM_MONTH_AFTER; kind++)
    if (strcmp (kind_ids[kind], id) == 0)
      self->kind = (KeelRhythmKind) kind;
  changed_cb (self);
}

static void
after_nth_chosen_cb (KeelRhythmMonth *self, const char *id)
{
  self->after_nth = atoi (id);
  changed_cb (self);
}

static void
add_nth (KeelRhythmMonth *self, int nth)
{
  GtkWidget *chip = keel_toggle_new (get_nth_name (nth), GTK_ACCESSIBLE_ROLE_CHECKBOX);

  gtk_widget_add_css_class (chip, "keel-chip");
  g_signal_connect_swapped (chip, "toggled", G_CALLBACK (changed_cb), self);
  keel_wrap_box_append (self->nths, chip);
  self->nth_chips[nth] = GTK_TOGGLE_BUTTON (chip);
}

static void
add_chips (KeelRhythmMonth *self)
{
  keel_chip_choice_add (self->kinds, kind_ids[KEEL_RHYTHM_MONTH_NTH], _ ("On a weekday"));
  keel_chip_choice_add (self->kinds, kind_ids[KEEL_RHYTHM_MONTH_DAY], _ ("On a date"));
  keel_chip_choice_add (self->kinds, kind_ids[KEEL_RHYTHM_MONTH_AFTER], _ ("After a weekday"));
  for (int nth = 1; nth <= KEEL_RHYTHM_MOST_NTH; nth++)
    add_nth (self, nth);
  add_nth (self, KEEL_RHYTHM_LAST);
  for (int nth = 1; nth <= KEEL_RHYTHM_MOST_AFTER; nth++)
    {
      g_autofree char *id = g_strdup_printf ("%d", nth);

      keel_chip_choice_add (self->after_nths, id, get_nth_name (nth));
    }
}

static void
keel_rhythm_month_class_init (KeelRhythmMonthClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KEEL_TYPE_RHYTHM_MONTH, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);

  g_type_ensure (KEEL_TYPE_CHIP_CHOICE);
  g_type_ensure (KEEL_TYPE_DAY_CHOICE);
  g_type_ensure (KEEL_TYPE_TEXT_ROW);
  g_type_ensure (KEEL_TYPE_TOGGLE);
  g_type_ensure (KEEL_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-rhythm-month.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmMonth, kinds);
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmMonth, nths);
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmMonth, weekday);
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmMonth, after);
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmMonth, after_nths);
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmMonth, after_weekday);
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmMonth, date);
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmMonth, last_day);
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmMonth, day_list);
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmMonth, day);
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmMonth, short_months);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, last_day_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, after_nth_chosen_cb);
}

static void
keel_rhythm_month_init (KeelRhythmMonth *self)
{
  self->quiet = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  add_chips (self);
  self->quiet = FALSE;
}

void
keel_rhythm_month_show (KeelRhythmMonth *self, const KeelRhythm *rhythm)
{
  g_autofree char *after_nth = NULL;
  g_autofree char *day = NULL;

  self->kind = rhythm->kind >= KEEL_RHYTHM_MONTH_DAY ? rhythm->kind : KEEL_RHYTHM_MONTH_NTH;
  self->after_nth = CLAMP (rhythm->after_nth, 1, KEEL_RHYTHM_MOST_AFTER);
  after_nth = g_strdup_printf ("%d", self->after_nth);
  day = g_strdup_printf ("%d", MAX (rhythm->month_day, 1));
  self->quiet = TRUE;
  keel_chip_choice_select (self->kinds, kind_ids[self->kind]);
  for (int nth = 0; nth <= KEEL_RHYTHM_MOST_NTH; nth++)
    gtk_toggle_button_set_active (self->nth_chips[nth], (rhythm->nths >> nth & 1) != 0);
  keel_day_choice_set_day (self->weekday, rhythm->weekday);
  keel_chip_choice_select (self->after_nths, after_nth);
  keel_day_choice_set_day (self->after_weekday, rhythm->after_weekday);
  keel_rhythm_month_set_day (self, rhythm->month_day == KEEL_RHYTHM_LAST_DAY ? NULL : day);
  self->quiet = FALSE;
  show_parts (self);
}

void
keel_rhythm_month_read (KeelRhythmMonth *self, KeelRhythm *rhythm)
{
  rhythm->kind = self->kind;
  rhythm->nths = 0;
  for (int nth = 0; nth <= KEEL_RHYTHM_MOST_NTH; nth++)
    if (gtk_toggle_button_get_active (self->nth_chips[nth]))
      rhythm->nths |= 1u << nth;
  rhythm->weekday = keel_day_choice_get_day (self->weekday);
  rhythm->after_nth = self->after_nth;
  rhythm->after_weekday = keel_day_choice_get_day (self->after_weekday);
  rhythm->month_day = 1;
  if (gtk_toggle_button_get_active (self->last_day))
    rhythm->month_day = KEEL_RHYTHM_LAST_DAY;
  else
    keel_typed_number_parse (gtk_editable_get_text (GTK_EDITABLE (self->day)), 1, 31, &rhythm->month_day);
}

const char *
keel_rhythm_month_get_day (KeelRhythmMonth *self)
{
  return gtk_toggle_button_get_active (self->last_day) ? NULL
                                                       : gtk_editable_get_text (GTK_EDITABLE (self->day));
}

void
keel_rhythm_month_set_day (KeelRhythmMonth *self, const char *day)
{
  gboolean quiet = self->quiet;

  self->quiet = TRUE;
  gtk_toggle_button_set_active (self->last_day, day == NULL);
  if (day != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->day), day);
  self->quiet = quiet;
  show_parts (self);
}
