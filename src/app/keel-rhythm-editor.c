#include "config.h"

#include "keel-rhythm-editor.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"
#include "core/keel-rhythm-change.h"

#include "keel-chip-choice.h"
#include "keel-day-choice.h"
#include "keel-rhythm-dates.h"
#include "keel-rhythm-month.h"
#include "keel-text-row.h"
#include "keel-typed-number.h"
#include "keel-typed-rhythm.h"
#include "keel-typed-time.h"

#define USUAL_LENGTH 60

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

struct _KeelRhythmEditor
{
  AdwBin parent_instance;

  GtkWidget *kept_box;
  GtkLabel *kept_sentence;
  GtkWidget *choices;
  KeelChipChoice *often;
  GtkWidget *every;
  KeelChipChoice *units;
  KeelTextRow *interval;
  KeelDayChoice *days;
  KeelRhythmMonth *month;
  GtkLabel *days_problem;
  KeelTextRow *time;
  KeelTextRow *length;
  KeelTextRow *date;
  GtkWidget *ending;
  KeelChipChoice *ends;
  GtkWidget *until_list;
  KeelTextRow *until;
  GtkWidget *times_list;
  KeelTextRow *times;
  KeelRhythmDates *dates;

  KeelSession *session;
  char *zone;           /* nullable: floating */
  KeelSchedule *before; /* nullable: what is changed */
  KeelLocalTime from;
  gboolean kept;
  Often how_often;
  KeelRhythmKind unit; /* DAYS, WEEKS or MONTH_NTH, for any kind of month */
  KeelRhythmEnd end;
  gboolean date_typed, length_typed, often_chosen;
  gboolean quiet; /* while it is set by the program, not by the person */
};

G_DEFINE_FINAL_TYPE (KeelRhythmEditor, keel_rhythm_editor, ADW_TYPE_BIN)

static const char *const often_ids[] = { "week", "fortnight", "month", "day", "once", "other" };
static const char *const unit_ids
    [] = { [KEEL_RHYTHM_DAYS] = "days", [KEEL_RHYTHM_WEEKS] = "weeks", [KEEL_RHYTHM_MONTH_NTH] = "months" };
static const KeelRhythmKind units[] = { KEEL_RHYTHM_DAYS, KEEL_RHYTHM_WEEKS, KEEL_RHYTHM_MONTH_NTH };
static const char *const end_ids[] = { "on", "until", "times" };

/* --- What stands there --- */

static const char *
get_text (KeelTextRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static void
set_text (KeelTextRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
set_number (KeelTextRow *row, int number)
{
  g_autofree char *text = g_strdup_printf ("%d", number);

  set_text (row, text);
}

static GTimeZone *
open_zone (KeelRhythmEditor *self)
{
  GTimeZone *zone = self->zone != NULL ? keel_zone_open (self->zone) : NULL;

  return zone != NULL ? zone : keel_session_get_zone (self->session);
}

static KeelLocalTime
get_now (KeelRhythmEditor *self)
{
  g_autoptr (GTimeZone) zone = open_zone (self);

  return keel_local_time_from_utc (keel_session_get_now (self->session), zone);
}

static KeelRhythmKind
get_unit (KeelRhythmEditor *self)
{
  switch (self->how_often)
    {
    case OFTEN_MONTHLY:
      return KEEL_RHYTHM_MONTH_NTH;
    case OFTEN_DAILY:
      return KEEL_RHYTHM_DAYS;
    case OFTEN_ONCE:
      return KEEL_RHYTHM_ONCE;
    case OFTEN_OTHER:
      return self->unit;
    case OFTEN_WEEKLY:
    case OFTEN_FORTNIGHTLY:
    default:
      return KEEL_RHYTHM_WEEKS;
    }
}

static const char *
get_interval (KeelRhythmEditor *self)
{
  if (self->how_often == OFTEN_OTHER)
    return get_text (self->interval);
  return self->how_often == OFTEN_FORTNIGHTLY ? "2" : "1";
}

/* What it points to belongs to the editor. */
static KeelTypedRhythm
read_typed (KeelRhythmEditor *self)
{
  KeelTypedRhythm typed = {
    .rhythm = { .kind = get_unit (self), .end = self->end },
    .interval = get_interval (self),
    .month_day = keel_rhythm_month_get_day (self->month),
    .until = get_text (self->until),
    .times = get_text (self->times),
    .date = get_text (self->date),
    .time = get_text (self->time),
    .length = get_text (self->length),
    .zone = self->zone,
    .now = get_now (self),
    .from = self->from,
    .before = self->before,
    .kept = self->kept,
  };

  typed.rhythm.weekdays = keel_day_choice_get_days (self->days);
  if (typed.rhythm.kind == KEEL_RHYTHM_MONTH_NTH)
    keel_rhythm_month_read (self->month, &typed.rhythm);
  return typed;
}

/* --- What is shown --- */

/* Until the person writes a date, it is the next one with the days and the time that were chosen. */
static void
suggest_date (KeelRhythmEditor *self)
{
  KeelLocalTime now = get_now (self);
  gint64 day = keel_local_time_get_days (now);
  g_autofree char *text = NULL;
  KeelTypedRhythm typed;
  int minute = 0;

  if (self->date_typed || self->before != NULL)
    return;
  typed = read_typed (self);
  if (!keel_typed_time_parse (typed.time, &minute))
    minute = KEEL_MINUTES_PER_DAY - 1;
  /* One that began within its hour is still on. */
  if (day * KEEL_MINUTES_PER_DAY + minute + USUAL_LENGTH < now)
    day++;
  typed.rhythm.interval = 1;
  typed.rhythm.end = KEEL_RHYTHM_GOES_ON;
  if (keel_rhythm_check (&typed.rhythm, day, NULL))
    day = keel_rhythm_find_first (&typed.rhythm, day);
  text = keel_typed_day_format (day);
  set_text (self->date, text);
}

static void
show_titles (KeelRhythmEditor *self)
{
  const char *date = _ ("First date (year-month-day)");
  const char *interval = _ ("Every how many weeks");

  if (self->how_often == OFTEN_ONCE && !self->kept)
    date = _ ("Date (year-month-day)");
  else if (self->before != NULL)
    date = _ ("From this date on (year-month-day)");
  if (self->unit == KEEL_RHYTHM_DAYS)
    interval = _ ("Every how many days");
  else if (self->unit == KEEL_RHYTHM_MONTH_NTH)
    interval = _ ("Every how many months");
  keel_text_row_set_title (self->date, date);
  keel_text_row_set_title (self->interval, interval);
}

static void
show_parts (KeelRhythmEditor *self)
{
  KeelRhythmKind unit = get_unit (self);

  gtk_widget_set_visible (self->kept_box, self->kept);
  gtk_widget_set_visible (self->choices, !self->kept);
  gtk_widget_set_visible (self->every, self->how_often == OFTEN_OTHER);
  gtk_widget_set_visible (GTK_WIDGET (self->days), unit == KEEL_RHYTHM_WEEKS);
  gtk_widget_set_visible (GTK_WIDGET (self->month), unit == KEEL_RHYTHM_MONTH_NTH);
  gtk_widget_set_visible (self->ending, !self->kept && unit != KEEL_RHYTHM_ONCE);
  gtk_widget_set_visible (self->until_list, self->end == KEEL_RHYTHM_UNTIL);
  gtk_widget_set_visible (self->times_list, self->end == KEEL_RHYTHM_TIMES);
  show_titles (self);
}

static const char *
find_missing (KeelRhythmEditor *self, const KeelRhythmProblems *problems)
{
  const char *const all[] = { problems->interval, problems->days,  problems->date, problems->time,
                              problems->length,   problems->until, problems->times };

  if (*get_text (self->time) == '\0')
    return _ ("Write the time, and the next dates stand here.");
  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i] != NULL)
      return all[i];
  return "";
}

/* Of what is changed, the dates from the change on. */
static gint64
find_after (KeelRhythmEditor *self)
{
  g_autoptr (GTimeZone) zone = open_zone (self);
  gint64 now = keel_session_get_now (self->session);
  gint64 day;

  if (self->before == NULL || !keel_typed_day_parse (get_text (self->date), &day))
    return now;
  return MAX (now, keel_local_time_to_utc (day * KEEL_MINUTES_PER_DAY, zone) - 1);
}

static void
show_dates (KeelRhythmEditor *self)
{
  g_autoptr (GTimeZone) person = keel_session_get_zone (self->session);
  KeelLocalTime here = keel_local_time_from_utc (keel_session_get_now (self->session), person);
  KeelTypedRhythm typed = read_typed (self);
  g_auto (KeelRhythmProblems) problems = { NULL };
  g_autoptr (KeelSchedule) schedule = keel_typed_rhythm_to_schedule (&typed, &problems);

  keel_rhythm_dates_show (self->dates, schedule, find_after (self), person, keel_local_time_get_days (here),
                          find_missing (self, &problems));
}

static void
show_days_problem (KeelRhythmEditor *self, const char *problem)
{
  gtk_label_set_text (self->days_problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->days_problem), problem != NULL);
}

static void
update (KeelRhythmEditor *self)
{
  gboolean quiet = self->quiet;

  if (self->session == NULL)
    return;
  self->quiet = TRUE;
  suggest_date (self);
  show_parts (self);
  show_days_problem (self, NULL);
  show_dates (self);
  self->quiet = quiet;
}

static void
changed_cb (KeelRhythmEditor *self)
{
  if (!self->quiet)
    update (self);
}

static void
length_changed_cb (KeelRhythmEditor *self)
{
  if (self->quiet)
    return;
  self->length_typed = TRUE;
  update (self);
}

/* A date that was typed decides the weekday, as long as none was chosen. */
static void
date_changed_cb (KeelRhythmEditor *self)
{
  gint64 day;

  if (self->quiet)
    return;
  self->date_typed = TRUE;
  if (keel_typed_day_parse (get_text (self->date), &day) && keel_day_choice_is_suggestion (self->days))
    keel_day_choice_suggest (self->days, keel_local_time_get_weekday (day * KEEL_MINUTES_PER_DAY));
  update (self);
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
often_chosen_cb (KeelRhythmEditor *self, const char *id)
{
  self->how_often = (Often) find_id (often_ids, N_OFTEN, id);
  self->often_chosen = TRUE;
  update (self);
}

static void
unit_chosen_cb (KeelRhythmEditor *self, const char *id)
{
  self->unit = (KeelRhythmKind) find_id (unit_ids, G_N_ELEMENTS (unit_ids), id);
  update (self);
}

static void
end_chosen_cb (KeelRhythmEditor *self, const char *id)
{
  self->end = (KeelRhythmEnd) find_id (end_ids, G_N_ELEMENTS (end_ids), id);
  update (self);
}

/* --- Filling it --- */

static void
set_often (KeelRhythmEditor *self, Often often, KeelRhythmKind unit)
{
  self->how_often = often;
  self->unit = unit;
  keel_chip_choice_select (self->often, often_ids[often]);
  keel_chip_choice_select (self->units, unit_ids[unit]);
}

static void
set_end (KeelRhythmEditor *self, KeelRhythmEnd end)
{
  self->end = end;
  keel_chip_choice_select (self->ends, end_ids[end]);
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

static void
show_rhythm (KeelRhythmEditor *self, const KeelRhythm *rhythm)
{
  KeelRhythmKind unit = MIN (rhythm->kind, KEEL_RHYTHM_MONTH_NTH);
  g_autofree char *until = keel_typed_day_format (rhythm->until);

  if (rhythm->kind == KEEL_RHYTHM_ONCE)
    unit = KEEL_RHYTHM_WEEKS;
  else if (rhythm->kind >= KEEL_RHYTHM_MONTH_DAY)
    unit = KEEL_RHYTHM_MONTH_NTH;
  set_often (self, find_often (rhythm), unit);
  set_end (self, rhythm->end);
  set_number (self->interval, rhythm->interval);
  set_number (self->times, rhythm->times);
  set_text (self->until, until);
  keel_day_choice_set_days (self->days, rhythm->weekdays);
  keel_rhythm_month_show (self->month, rhythm);
}

static void
start (KeelRhythmEditor *self, KeelSession *session, const char *zone)
{
  g_set_object (&self->session, session);
  g_free (self->zone);
  self->zone = g_strdup (zone);
}

void
keel_rhythm_editor_begin (KeelRhythmEditor *self, KeelSession *session, const char *zone)
{
  KeelLocalTime now;
  KeelRhythm rhythm;

  start (self, session, zone);
  now = get_now (self);
  keel_rhythm_init (&rhythm, now);
  rhythm.kind = KEEL_RHYTHM_WEEKS;
  self->quiet = TRUE;
  show_rhythm (self, &rhythm);
  keel_day_choice_suggest (self->days, keel_local_time_get_weekday (now));
  set_number (self->interval, 3);
  set_number (self->length, USUAL_LENGTH);
  set_text (self->until, "");
  g_object_set (self->dates, "editable", TRUE, NULL);
  self->quiet = FALSE;
  update (self);
}

/* The rhythm that there is from @date on. FALSE where there is no choice for it. */
static gboolean
read_rhythm (KeelSchedule *schedule, KeelLocalTime date, KeelRhythm *rhythm)
{
  const char *name = keel_schedule_get_zone (schedule);
  g_autoptr (GTimeZone) zone = name != NULL ? keel_zone_open (name) : NULL;
  g_autofree char *rule = keel_schedule_get_rule (schedule);
  g_autofree char *left = NULL;
  KeelLocalTime first = keel_schedule_get_last_start (schedule);

  if (rule != NULL)
    left = keel_rhythm_continue_rule (rule, first, zone, date - keel_local_time_get_minute (date), &first);
  keel_rhythm_init (rhythm, left != NULL ? first : date);
  return (rule == NULL || left != NULL) && keel_rhythm_read_rule (rhythm, left, first, zone);
}

void
keel_rhythm_editor_change (KeelRhythmEditor *self, KeelSession *session, KeelSchedule *schedule,
                           KeelLocalTime date, KeelLocalTime from)
{
  g_autofree char *sentence = keel_sentence_schedule (schedule);
  g_autofree char *day = keel_typed_day_format (keel_local_time_get_days (date));
  g_autofree char *time = keel_sentence_time (
      keel_local_time_get_minute (keel_schedule_get_last_start (schedule)));
  KeelRhythm rhythm;

  start (self, session, keel_schedule_get_zone (schedule));
  g_clear_pointer (&self->before, keel_schedule_unref);
  self->before = keel_schedule_ref (schedule);
  self->from = from;
  self->kept = !read_rhythm (schedule, date, &rhythm);
  if (self->kept)
    rhythm.kind = KEEL_RHYTHM_WEEKS;
  self->date_typed = self->length_typed = self->often_chosen = TRUE;
  self->quiet = TRUE;
  gtk_label_set_text (self->kept_sentence, sentence);
  show_rhythm (self, &rhythm);
  set_number (self->length, (int) keel_schedule_get_duration (schedule));
  set_text (self->time, time);
  set_text (self->date, day);
  g_object_set (self->dates, "editable", FALSE, NULL);
  self->quiet = FALSE;
  update (self);
}

static void
change_kept_cb (KeelRhythmEditor *self)
{
  self->kept = FALSE;
  update (self);
  gtk_widget_child_focus (GTK_WIDGET (self->often), GTK_DIR_TAB_FORWARD);
}

void
keel_rhythm_editor_set_zone (KeelRhythmEditor *self, const char *zone)
{
  g_free (self->zone);
  self->zone = g_strdup (zone);
  update (self);
}

void
keel_rhythm_editor_suggest (KeelRhythmEditor *self, int length, gboolean once)
{
  self->quiet = TRUE;
  if (!self->length_typed)
    set_number (self->length, length);
  if (!self->often_chosen)
    set_often (self, once ? OFTEN_ONCE : OFTEN_WEEKLY, KEEL_RHYTHM_WEEKS);
  self->quiet = FALSE;
  update (self);
}

/* --- What comes of it --- */

KeelSchedule *
keel_rhythm_editor_dup_schedule (KeelRhythmEditor *self)
{
  KeelTypedRhythm typed = read_typed (self);
  g_auto (KeelRhythmProblems) problems = { NULL };
  g_autoptr (KeelSchedule) schedule = keel_typed_rhythm_to_schedule (&typed, &problems);

  keel_text_row_show_problem (self->interval, problems.interval);
  show_days_problem (self, problems.days);
  keel_text_row_show_problem (self->time, problems.time);
  keel_text_row_show_problem (self->length, problems.length);
  keel_text_row_show_problem (self->date, problems.date);
  keel_text_row_show_problem (self->until, problems.until);
  keel_text_row_show_problem (self->times, problems.times);
  if (schedule == NULL || self->before != NULL)
    return g_steal_pointer (&schedule);
  return keel_rhythm_dates_apply (self->dates, schedule);
}

gboolean
keel_rhythm_editor_mend (KeelRhythmEditor *self)
{
  KeelTypedRhythm typed = read_typed (self);
  g_auto (KeelRhythmProblems) problems = { NULL };
  g_autoptr (KeelSchedule) schedule = keel_typed_rhythm_to_schedule (&typed, &problems);

  if (schedule != NULL)
    return FALSE;
  if (problems.interval != NULL)
    keel_text_row_mend (self->interval);
  else if (problems.days != NULL)
    gtk_widget_child_focus (get_unit (self) == KEEL_RHYTHM_WEEKS ? GTK_WIDGET (self->days)
                                                                 : GTK_WIDGET (self->month),
                            GTK_DIR_TAB_FORWARD);
  else if (problems.time != NULL)
    keel_text_row_mend (self->time);
  else if (problems.length != NULL)
    keel_text_row_mend (self->length);
  else if (problems.date != NULL)
    keel_text_row_mend (self->date);
  else
    keel_text_row_mend (problems.until != NULL ? self->until : self->times);
  return TRUE;
}

/* --- Keeping it --- */

GVariant *
keel_rhythm_editor_save (KeelRhythmEditor *self)
{
  g_autoptr (GVariantDict) saved = g_variant_dict_new (NULL);
  const char *day = keel_rhythm_month_get_day (self->month);
  KeelRhythm rhythm;

  keel_rhythm_init (&rhythm, 0);
  keel_rhythm_month_read (self->month, &rhythm);
  g_variant_dict_insert (saved, "often", "s", often_ids[self->how_often]);
  g_variant_dict_insert (saved, "unit", "s", unit_ids[self->unit]);
  g_variant_dict_insert (saved, "end", "s", end_ids[self->end]);
  g_variant_dict_insert (saved, "interval", "s", get_text (self->interval));
  g_variant_dict_insert (saved, "days", "u", keel_day_choice_get_days (self->days));
  g_variant_dict_insert (saved, "days-suggested", "b", keel_day_choice_is_suggestion (self->days));
  g_variant_dict_insert (saved, "month", "(iuiii)", (int) rhythm.kind, rhythm.nths, rhythm.weekday,
                         rhythm.after_nth, rhythm.after_weekday);
  if (day != NULL)
    g_variant_dict_insert (saved, "month-day", "s", day);
  g_variant_dict_insert (saved, "until", "s", get_text (self->until));
  g_variant_dict_insert (saved, "times", "s", get_text (self->times));
  g_variant_dict_insert (saved, "date", "s", get_text (self->date));
  g_variant_dict_insert (saved, "time", "s", get_text (self->time));
  g_variant_dict_insert (saved, "length", "s", get_text (self->length));
  g_variant_dict_insert (saved, "typed", "(bbb)", self->date_typed, self->length_typed, self->often_chosen);
  g_variant_dict_insert (saved, "kept", "b", self->kept);
  g_variant_dict_insert_value (saved, "edits", keel_rhythm_dates_save (self->dates));
  return g_variant_dict_end (saved);
}

static void
restore_text (KeelTextRow *row, GVariant *saved, const char *key)
{
  const char *text;

  if (g_variant_lookup (saved, key, "&s", &text))
    set_text (row, text);
}

static void
restore_choices (KeelRhythmEditor *self, GVariant *saved)
{
  const char *often = often_ids[self->how_often], *unit = unit_ids[self->unit], *end = end_ids[self->end];
  guint days = 0;
  gboolean suggested = FALSE;

  g_variant_lookup (saved, "often", "&s", &often);
  g_variant_lookup (saved, "unit", "&s", &unit);
  g_variant_lookup (saved, "end", "&s", &end);
  set_often (self, (Often) find_id (often_ids, N_OFTEN, often),
             units[find_id ((const char *[]){ "days", "weeks", "months" }, G_N_ELEMENTS (units), unit)]);
  set_end (self, (KeelRhythmEnd) find_id (end_ids, G_N_ELEMENTS (end_ids), end));
  g_variant_lookup (saved, "days-suggested", "b", &suggested);
  if (g_variant_lookup (saved, "days", "u", &days) && suggested)
    keel_day_choice_suggest (self->days, MAX (0, g_bit_nth_lsf (days & 0x7f, -1)));
  else if (!suggested)
    keel_day_choice_set_days (self->days, days);
}

static void
restore_month (KeelRhythmEditor *self, GVariant *saved)
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
keel_rhythm_editor_restore (KeelRhythmEditor *self, GVariant *saved)
{
  g_autoptr (GVariant) edits = g_variant_lookup_value (saved, "edits",
                                                       G_VARIANT_TYPE (KEEL_RHYTHM_DATES_TYPE));

  self->quiet = TRUE;
  restore_choices (self, saved);
  restore_month (self, saved);
  restore_text (self->interval, saved, "interval");
  restore_text (self->until, saved, "until");
  restore_text (self->times, saved, "times");
  restore_text (self->date, saved, "date");
  restore_text (self->time, saved, "time");
  restore_text (self->length, saved, "length");
  g_variant_lookup (saved, "typed", "(bbb)", &self->date_typed, &self->length_typed, &self->often_chosen);
  if (self->before != NULL)
    g_variant_lookup (saved, "kept", "b", &self->kept);
  if (edits != NULL)
    keel_rhythm_dates_restore (self->dates, edits);
  self->quiet = FALSE;
  update (self);
}

/* --- The widget --- */

static void
add_chips (KeelRhythmEditor *self)
{
  keel_chip_choice_add (self->often, often_ids[OFTEN_WEEKLY], _ ("Every week"));
  keel_chip_choice_add (self->often, often_ids[OFTEN_FORTNIGHTLY], _ ("Every 2 weeks"));
  keel_chip_choice_add (self->often, often_ids[OFTEN_MONTHLY], _ ("Every month"));
  keel_chip_choice_add (self->often, often_ids[OFTEN_DAILY], _ ("Every day"));
  keel_chip_choice_add (self->often, often_ids[OFTEN_ONCE], _ ("Once"));
  /* Translators: how often something repeats; what follows says it. */
  keel_chip_choice_add (self->often, often_ids[OFTEN_OTHER], _ ("Another rhythm"));
  keel_chip_choice_add (self->units, unit_ids[KEEL_RHYTHM_DAYS], _ ("Days"));
  keel_chip_choice_add (self->units, unit_ids[KEEL_RHYTHM_WEEKS], _ ("Weeks"));
  keel_chip_choice_add (self->units, unit_ids[KEEL_RHYTHM_MONTH_NTH], _ ("Months"));
  /* Translators: how long something that repeats goes on: without an end. */
  keel_chip_choice_add (self->ends, end_ids[KEEL_RHYTHM_GOES_ON], _ ("Goes on"));
  keel_chip_choice_add (self->ends, end_ids[KEEL_RHYTHM_UNTIL], _ ("Until a date"));
  keel_chip_choice_add (self->ends, end_ids[KEEL_RHYTHM_TIMES], _ ("A number of times"));
}

static void
keel_rhythm_editor_dispose (GObject *object)
{
  KeelRhythmEditor *self = KEEL_RHYTHM_EDITOR (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->zone, g_free);
  g_clear_pointer (&self->before, keel_schedule_unref);
  G_OBJECT_CLASS (keel_rhythm_editor_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmEditor, kept_box);
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmEditor, kept_sentence);
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmEditor, choices);
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmEditor, often);
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmEditor, every);
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmEditor, units);
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmEditor, interval);
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmEditor, days);
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmEditor, month);
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmEditor, days_problem);
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmEditor, time);
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmEditor, length);
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmEditor, date);
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmEditor, ending);
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmEditor, ends);
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmEditor, until_list);
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmEditor, until);
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmEditor, times_list);
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmEditor, times);
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmEditor, dates);
}

static void
keel_rhythm_editor_class_init (KeelRhythmEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_rhythm_editor_dispose;

  g_type_ensure (KEEL_TYPE_CHIP_CHOICE);
  g_type_ensure (KEEL_TYPE_DAY_CHOICE);
  g_type_ensure (KEEL_TYPE_RHYTHM_DATES);
  g_type_ensure (KEEL_TYPE_RHYTHM_MONTH);
  g_type_ensure (KEEL_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-rhythm-editor.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, length_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, date_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, often_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, unit_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, end_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_kept_cb);
}

static void
keel_rhythm_editor_init (KeelRhythmEditor *self)
{
  self->quiet = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  add_chips (self);
  self->quiet = FALSE;
}
