#include "config.h"

#include "keel-rhythm-editor.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"
#include "core/keel-rhythm-change.h"

#include "keel-rhythm-choice.h"
#include "keel-rhythm-dates.h"
#include "keel-rhythm-limit.h"
#include "keel-text-row.h"
#include "keel-typed-number.h"
#include "keel-typed-rhythm.h"
#include "keel-typed-time.h"

#define USUAL_LENGTH 60

struct _KeelRhythmEditor
{
  AdwBin parent_instance;

  GtkWidget *kept_box;
  GtkLabel *kept_sentence;
  KeelRhythmChoice *choice;
  KeelTextRow *time;
  KeelTextRow *length;
  KeelTextRow *date;
  KeelRhythmLimit *limit;
  KeelRhythmDates *dates;

  KeelSession *session;
  char *zone;           /* nullable: floating */
  KeelSchedule *before; /* nullable: what is changed */
  KeelLocalTime from;
  gboolean kept;
  gboolean date_typed, length_typed;
  gboolean quiet; /* while it is set by the program, not by the person */
};

G_DEFINE_FINAL_TYPE (KeelRhythmEditor, keel_rhythm_editor, ADW_TYPE_BIN)

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

/* What it points to belongs to the editor. */
static KeelTypedRhythm
read_typed (KeelRhythmEditor *self)
{
  KeelTypedRhythm typed = {
    .date = get_text (self->date),
    .time = get_text (self->time),
    .length = get_text (self->length),
    .zone = self->zone,
    .now = get_now (self),
    .from = self->from,
    .before = self->before,
    .kept = self->kept,
  };

  keel_rhythm_choice_read (self->choice, &typed);
  keel_rhythm_limit_read (self->limit, &typed);
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
show_parts (KeelRhythmEditor *self)
{
  gboolean once = !self->kept && keel_rhythm_choice_is_once (self->choice);
  const char *date = _ ("First date (year-month-day)");

  if (once)
    date = _ ("Date (year-month-day)");
  else if (self->before != NULL)
    date = _ ("From this date on (year-month-day)");
  keel_text_row_set_title (self->date, date);
  gtk_widget_set_visible (self->kept_box, self->kept);
  gtk_widget_set_visible (GTK_WIDGET (self->choice), !self->kept);
  gtk_widget_set_visible (GTK_WIDGET (self->limit), !self->kept && !once);
}

static const char *
find_missing (KeelRhythmEditor *self, const KeelRhythmProblems *problems)
{
  const char *const all[] = { problems->interval, problems->days,  problems->date,  problems->time,
                              problems->length,   problems->until, problems->times, "" };
  gsize i = 0;

  while (all[i] == NULL)
    i++;
  /* Nothing is wrong with a time that is about to be written. */
  if (all[i] == problems->time && problems->time != NULL && *get_text (self->time) == '\0')
    return _ ("Write the time, and the next dates stand here.");
  return all[i];
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
update (KeelRhythmEditor *self)
{
  gboolean quiet = self->quiet;

  if (self->session == NULL)
    return;
  self->quiet = TRUE;
  suggest_date (self);
  show_parts (self);
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
  if (keel_typed_day_parse (get_text (self->date), &day))
    keel_rhythm_choice_suggest_weekday (self->choice,
                                        keel_local_time_get_weekday (day * KEEL_MINUTES_PER_DAY));
  update (self);
}

/* --- Filling it --- */

static void
show_rhythm (KeelRhythmEditor *self, const KeelRhythm *rhythm)
{
  keel_rhythm_choice_show (self->choice, rhythm);
  keel_rhythm_limit_show (self->limit, rhythm);
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
  keel_rhythm_choice_begin (self->choice, keel_local_time_get_weekday (now));
  set_number (self->length, USUAL_LENGTH);
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

/* What is over cannot be changed any more. */
static KeelLocalTime
find_date (KeelRhythmEditor *self, KeelLocalTime date)
{
  g_autoptr (GTimeZone) person = keel_session_get_zone (self->session);
  KeelOccurrence next;

  if (date >= get_now (self) ||
      !keel_schedule_next (self->before, keel_session_get_now (self->session), person, &next))
    return date;
  return next.original;
}

static void
show_schedule (KeelRhythmEditor *self, KeelLocalTime date)
{
  KeelLocalTime last = keel_schedule_get_last_start (self->before);
  g_autofree char *sentence = keel_sentence_schedule (self->before);
  g_autofree char *day = keel_typed_day_format (keel_local_time_get_days (date));
  g_autofree char *time = keel_sentence_time (keel_local_time_get_minute (last));
  KeelRhythm rhythm;

  self->kept = !read_rhythm (self->before, date, &rhythm);
  if (self->kept)
    rhythm.kind = KEEL_RHYTHM_WEEKS;
  gtk_label_set_text (self->kept_sentence, sentence);
  show_rhythm (self, &rhythm);
  set_number (self->length, (int) keel_schedule_get_duration (self->before));
  set_text (self->time, time);
  set_text (self->date, day);
}

void
keel_rhythm_editor_change (KeelRhythmEditor *self, KeelSession *session, KeelSchedule *schedule,
                           KeelLocalTime date)
{
  start (self, session, keel_schedule_get_zone (schedule));
  g_clear_pointer (&self->before, keel_schedule_unref);
  self->before = keel_schedule_ref (schedule);
  date = find_date (self, date);
  self->from = date - keel_local_time_get_minute (date);
  self->date_typed = self->length_typed = TRUE;
  self->quiet = TRUE;
  show_schedule (self, date);
  g_object_set (self->dates, "editable", FALSE, NULL);
  self->quiet = FALSE;
  update (self);
}

static void
change_kept_cb (KeelRhythmEditor *self)
{
  self->kept = FALSE;
  update (self);
  gtk_widget_child_focus (GTK_WIDGET (self->choice), GTK_DIR_TAB_FORWARD);
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
  if (self->before == NULL)
    keel_rhythm_choice_suggest_once (self->choice, once);
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

  keel_rhythm_choice_show_problems (self->choice, &problems);
  keel_text_row_show_problem (self->time, problems.time);
  keel_text_row_show_problem (self->length, problems.length);
  keel_text_row_show_problem (self->date, problems.date);
  keel_rhythm_limit_show_problems (self->limit, &problems);
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
  if (keel_rhythm_choice_mend (self->choice, &problems))
    return TRUE;
  if (problems.time != NULL)
    keel_text_row_mend (self->time);
  else if (problems.length != NULL)
    keel_text_row_mend (self->length);
  else if (problems.date != NULL)
    keel_text_row_mend (self->date);
  else
    keel_rhythm_limit_mend (self->limit, &problems);
  return TRUE;
}

/* --- Keeping it --- */

GVariant *
keel_rhythm_editor_save (KeelRhythmEditor *self)
{
  g_autoptr (GVariantDict) saved = g_variant_dict_new (NULL);

  keel_rhythm_choice_save (self->choice, saved);
  keel_rhythm_limit_save (self->limit, saved);
  g_variant_dict_insert (saved, "date", "s", get_text (self->date));
  g_variant_dict_insert (saved, "time", "s", get_text (self->time));
  g_variant_dict_insert (saved, "length", "s", get_text (self->length));
  g_variant_dict_insert (saved, "typed", "(bb)", self->date_typed, self->length_typed);
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

void
keel_rhythm_editor_restore (KeelRhythmEditor *self, GVariant *saved)
{
  g_autoptr (GVariant) edits = g_variant_lookup_value (saved, "edits",
                                                       G_VARIANT_TYPE (KEEL_RHYTHM_DATES_TYPE));

  self->quiet = TRUE;
  keel_rhythm_choice_restore (self->choice, saved);
  keel_rhythm_limit_restore (self->limit, saved);
  restore_text (self->date, saved, "date");
  restore_text (self->time, saved, "time");
  restore_text (self->length, saved, "length");
  g_variant_lookup (saved, "typed", "(bb)", &self->date_typed, &self->length_typed);
  if (self->before != NULL)
    g_variant_lookup (saved, "kept", "b", &self->kept);
  if (edits != NULL)
    keel_rhythm_dates_restore (self->dates, edits);
  self->quiet = FALSE;
  update (self);
}

/* --- The widget --- */

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
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmEditor, time);
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmEditor, length);
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmEditor, date);
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmEditor, choice);
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmEditor, limit);
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmEditor, dates);
}

static void
keel_rhythm_editor_class_init (KeelRhythmEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_rhythm_editor_dispose;

  g_type_ensure (KEEL_TYPE_RHYTHM_CHOICE);
  g_type_ensure (KEEL_TYPE_RHYTHM_DATES);
  g_type_ensure (KEEL_TYPE_RHYTHM_LIMIT);
  g_type_ensure (KEEL_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-rhythm-editor.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, length_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, date_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_kept_cb);
}

static void
keel_rhythm_editor_init (KeelRhythmEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
