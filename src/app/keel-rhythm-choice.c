#include "config.h"

#include "keel-rhythm-choice.h"

#include <glib/gi18n-lib.h>

#include "keel-chip-choice.h"
#include "keel-day-choice.h"
#include "keel-rhythm-month.h"
#include "keel-text-row.h"

/* What stands there when a person begins to count for themselves: one and two have chips. */
#define OTHER_INTERVAL 3

typedef enum
{
  OFTEN_WEEKLY,
  OFTEN_FORTNIGHTLY,
  OFTEN_MONTHLY,
  OFTEN_DAILY,
  OFTEN_ONCE,
  OFTEN_OTHER,
  N_OFTEN
} Often;

typedef enum
{
  UNIT_DAYS,
  UNIT_WEEKS,
  UNIT_MONTHS,
  N_UNITS
} Unit;

struct _KeelRhythmChoice
{
  AdwBin parent_instance;

  KeelChipChoice *often;
  GtkWidget *every;
  KeelChipChoice *units;
  KeelTextRow *interval;
  KeelDayChoice *days;
  KeelRhythmMonth *month;
  GtkLabel *problem;

  Often how_often;
  Unit unit;
  gboolean chosen; /* how often, by the person */
  gboolean quiet;  /* while it is set by the program */
};

G_DEFINE_FINAL_TYPE (KeelRhythmChoice, keel_rhythm_choice, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *const often_ids[N_OFTEN] = { "week", "fortnight", "month", "day", "once", "other" };
static const char *const unit_ids[N_UNITS] = { "days", "weeks", "months" };

static KeelRhythmKind
get_kind (KeelRhythmChoice *self)
{
  static const KeelRhythmKind kinds[] = { KEEL_RHYTHM_DAYS, KEEL_RHYTHM_WEEKS, KEEL_RHYTHM_MONTH_NTH };

  switch (self->how_often)
    {
    case OFTEN_MONTHLY:
      return KEEL_RHYTHM_MONTH_NTH;
    case OFTEN_DAILY:
      return KEEL_RHYTHM_DAYS;
    case OFTEN_ONCE:
      return KEEL_RHYTHM_ONCE;
    case OFTEN_OTHER:
      return kinds[self->unit];
    case OFTEN_WEEKLY:
    case OFTEN_FORTNIGHTLY:
    default:
      return KEEL_RHYTHM_WEEKS;
    }
}

static void
show_problem (KeelRhythmChoice *self, const char *problem)
{
  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
}

static void
show_parts (KeelRhythmChoice *self)
{
  const char *const titles[] = { _ ("Every how many days"), _ ("Every how many weeks"),
                                 _ ("Every how many months") };

  gtk_widget_set_visible (self->every, self->how_often == OFTEN_OTHER);
  gtk_widget_set_visible (GTK_WIDGET (self->days), get_kind (self) == KEEL_RHYTHM_WEEKS);
  gtk_widget_set_visible (GTK_WIDGET (self->month), get_kind (self) == KEEL_RHYTHM_MONTH_NTH);
  keel_text_row_set_title (self->interval, titles[self->unit]);
  show_problem (self, NULL);
}

static void
changed_cb (KeelRhythmChoice *self)
{
  if (self->quiet)
    return;
  show_parts (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static int
find_id (const char *const *ids, int n_ids, const char *id)
{
  for (int i = 0; i < n_ids; i++)
    if (g_strcmp0 (ids[i], id) == 0)
      return i;
  return 0;
}

static void
often_chosen_cb (KeelRhythmChoice *self, const char *id)
{
  self->how_often = (Often) find_id (often_ids, N_OFTEN, id);
  self->chosen = TRUE;
  changed_cb (self);
}

static void
unit_chosen_cb (KeelRhythmChoice *self, const char *id)
{
  self->unit = (Unit) find_id (unit_ids, N_UNITS, id);
  changed_cb (self);
}

static void
set_often (KeelRhythmChoice *self, Often often, Unit unit)
{
  self->how_often = often;
  self->unit = unit;
  keel_chip_choice_select (self->often, often_ids[often]);
  keel_chip_choice_select (self->units, unit_ids[unit]);
}

static void
set_interval (KeelRhythmChoice *self, int interval)
{
  g_autofree char *text = g_strdup_printf ("%d", interval);

  gtk_editable_set_text (GTK_EDITABLE (self->interval), text);
}

static Often
find_often (const KeelRhythm *rhythm)
{
  if (rhythm->kind == KEEL_RHYTHM_ONCE)
    return OFTEN_ONCE;
  if (rhythm->kind == KEEL_RHYTHM_WEEKS && rhythm->interval == 2)
    return OFTEN_FORTNIGHTLY;
  if (rhythm->interval != 1)
    return OFTEN_OTHER;
  return rhythm->kind == KEEL_RHYTHM_WEEKS  ? OFTEN_WEEKLY
         : rhythm->kind == KEEL_RHYTHM_DAYS ? OFTEN_DAILY
                                            : OFTEN_MONTHLY;
}

static Unit
find_unit (const KeelRhythm *rhythm)
{
  if (rhythm->kind == KEEL_RHYTHM_DAYS)
    return UNIT_DAYS;
  return rhythm->kind >= KEEL_RHYTHM_MONTH_DAY ? UNIT_MONTHS : UNIT_WEEKS;
}

static void
add_chips (KeelRhythmChoice *self)
{
  keel_chip_choice_add (self->often, often_ids[OFTEN_WEEKLY], _ ("Every week"));
  keel_chip_choice_add (self->often, often_ids[OFTEN_FORTNIGHTLY], _ ("Every 2 weeks"));
  keel_chip_choice_add (self->often, often_ids[OFTEN_MONTHLY], _ ("Every month"));
  keel_chip_choice_add (self->often, often_ids[OFTEN_DAILY], _ ("Every day"));
  keel_chip_choice_add (self->often, often_ids[OFTEN_ONCE], _ ("Once"));
  /* Translators: how often something repeats; what follows says it. */
  keel_chip_choice_add (self->often, often_ids[OFTEN_OTHER], _ ("Another rhythm"));
  keel_chip_choice_add (self->units, unit_ids[UNIT_DAYS], _ ("Days"));
  keel_chip_choice_add (self->units, unit_ids[UNIT_WEEKS], _ ("Weeks"));
  keel_chip_choice_add (self->units, unit_ids[UNIT_MONTHS], _ ("Months"));
}

static void
keel_rhythm_choice_class_init (KeelRhythmChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KEEL_TYPE_RHYTHM_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (KEEL_TYPE_CHIP_CHOICE);
  g_type_ensure (KEEL_TYPE_DAY_CHOICE);
  g_type_ensure (KEEL_TYPE_RHYTHM_MONTH);
  g_type_ensure (KEEL_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-rhythm-choice.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmChoice, often);
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmChoice, every);
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmChoice, units);
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmChoice, interval);
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmChoice, days);
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmChoice, month);
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmChoice, problem);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, often_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, unit_chosen_cb);
}

static void
keel_rhythm_choice_init (KeelRhythmChoice *self)
{
  self->quiet = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  add_chips (self);
  set_often (self, OFTEN_WEEKLY, UNIT_WEEKS);
  self->quiet = FALSE;
}

void
keel_rhythm_choice_show (KeelRhythmChoice *self, const KeelRhythm *rhythm)
{
  self->quiet = TRUE;
  set_often (self, find_often (rhythm), find_unit (rhythm));
  set_interval (self, rhythm->interval > 2 ? rhythm->interval : OTHER_INTERVAL);
  keel_day_choice_set_days (self->days, rhythm->weekdays);
  keel_rhythm_month_show (self->month, rhythm);
  self->quiet = FALSE;
  show_parts (self);
}

void
keel_rhythm_choice_begin (KeelRhythmChoice *self, int weekday)
{
  self->chosen = FALSE;
  keel_day_choice_suggest (self->days, weekday);
}

void
keel_rhythm_choice_suggest_weekday (KeelRhythmChoice *self, int weekday)
{
  if (keel_day_choice_is_suggestion (self->days))
    keel_day_choice_suggest (self->days, weekday);
}

void
keel_rhythm_choice_suggest_once (KeelRhythmChoice *self, gboolean once)
{
  if (self->chosen)
    return;
  self->quiet = TRUE;
  set_often (self, once ? OFTEN_ONCE : OFTEN_WEEKLY, UNIT_WEEKS);
  self->quiet = FALSE;
  show_parts (self);
}

void
keel_rhythm_choice_read (KeelRhythmChoice *self, KeelTypedRhythm *typed)
{
  typed->rhythm.kind = get_kind (self);
  typed->rhythm.weekdays = keel_day_choice_get_days (self->days);
  if (typed->rhythm.kind == KEEL_RHYTHM_MONTH_NTH)
    keel_rhythm_month_read (self->month, &typed->rhythm);
  typed->month_day = keel_rhythm_month_get_day (self->month);
  typed->interval = self->how_often == OFTEN_FORTNIGHTLY ? "2" : "1";
  if (self->how_often == OFTEN_OTHER)
    typed->interval = gtk_editable_get_text (GTK_EDITABLE (self->interval));
}

gboolean
keel_rhythm_choice_is_once (KeelRhythmChoice *self)
{
  return self->how_often == OFTEN_ONCE;
}

void
keel_rhythm_choice_show_problems (KeelRhythmChoice *self, const KeelRhythmProblems *problems)
{
  keel_text_row_show_problem (self->interval, problems->interval);
  show_problem (self, problems->days);
}

gboolean
keel_rhythm_choice_mend (KeelRhythmChoice *self, const KeelRhythmProblems *problems)
{
  GtkWidget *days = get_kind (self) == KEEL_RHYTHM_WEEKS ? GTK_WIDGET (self->days) : GTK_WIDGET (self->month);

  if (problems->interval != NULL)
    keel_text_row_mend (self->interval);
  else if (problems->days != NULL)
    gtk_widget_child_focus (days, GTK_DIR_TAB_FORWARD);
  return problems->interval != NULL || problems->days != NULL;
}

void
keel_rhythm_choice_save (KeelRhythmChoice *self, GVariantDict *saved)
{
  const char *day = keel_rhythm_month_get_day (self->month);
  KeelRhythm rhythm;

  keel_rhythm_init (&rhythm, 0);
  keel_rhythm_month_read (self->month, &rhythm);
  g_variant_dict_insert (saved, "often", "(ssb)", often_ids[self->how_often], unit_ids[self->unit],
                         self->chosen);
  g_variant_dict_insert (saved, "interval", "s", gtk_editable_get_text (GTK_EDITABLE (self->interval)));
  g_variant_dict_insert (saved, "days", "(ub)", keel_day_choice_get_days (self->days),
                         keel_day_choice_is_suggestion (self->days));
  g_variant_dict_insert (saved, "month", "(iuiii)", (int) rhythm.kind, rhythm.nths, rhythm.weekday,
                         rhythm.after_nth, rhythm.after_weekday);
  if (day != NULL)
    g_variant_dict_insert (saved, "month-day", "s", day);
}

static void
restore_days (KeelRhythmChoice *self, GVariant *saved)
{
  gboolean suggested;
  guint days;

  if (!g_variant_lookup (saved, "days", "(ub)", &days, &suggested))
    return;
  days &= 0x7f;
  if (suggested && days != 0)
    keel_day_choice_suggest (self->days, g_bit_nth_lsf (days, -1));
  else
    keel_day_choice_set_days (self->days, days);
}

static void
restore_month (KeelRhythmChoice *self, GVariant *saved)
{
  KeelRhythm rhythm;
  const char *day = NULL;
  int kind;

  keel_rhythm_init (&rhythm, 0);
  if (!g_variant_lookup (saved, "month", "(iuiii)", &kind, &rhythm.nths, &rhythm.weekday, &rhythm.after_nth,
                         &rhythm.after_weekday) ||
      kind < KEEL_RHYTHM_MONTH_DAY || kind > KEEL_RHYTHM_MONTH_AFTER || rhythm.weekday < 0 ||
      rhythm.weekday > 6 || rhythm.after_weekday < 0 || rhythm.after_weekday > 6)
    return;
  rhythm.kind = (KeelRhythmKind) kind;
  keel_rhythm_month_show (self->month, &rhythm);
  g_variant_lookup (saved, "month-day", "&s", &day);
  keel_rhythm_month_set_day (self->month, day);
}

void
keel_rhythm_choice_restore (KeelRhythmChoice *self, GVariant *saved)
{
  const char *often, *unit, *interval;

  self->quiet = TRUE;
  if (g_variant_lookup (saved, "often", "(&s&sb)", &often, &unit, &self->chosen))
    set_often (self, (Often) find_id (often_ids, N_OFTEN, often), (Unit) find_id (unit_ids, N_UNITS, unit));
  if (g_variant_lookup (saved, "interval", "&s", &interval))
    gtk_editable_set_text (GTK_EDITABLE (self->interval), interval);
  restore_days (self, saved);
  restore_month (self, saved);
  self->quiet = FALSE;
  show_parts (self);
}
