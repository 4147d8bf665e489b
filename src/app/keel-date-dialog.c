#include "config.h"

#include "keel-date-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-announcer.h"
#include "keel-date-undo.h"
#include "keel-draft.h"
#include "keel-text-row.h"
#include "keel-typed-number.h"
#include "keel-typed-time.h"
#include "keel-window.h"
#include "keel-wrap-box.h"

/* Where an override may have put a date, in days. */
#define FURTHEST 800
#define MOST_MINUTES (31 * KEEL_MINUTES_PER_DAY)

#define KEEL_TYPE_DATE_DIALOG (keel_date_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KeelDateDialog, keel_date_dialog, KEEL, DATE_DIALOG, AdwWindow)

struct _KeelDateDialog
{
  AdwWindow parent_instance;

  GtkLabel *failure;
  GtkLabel *series_name;
  GtkLabel *when;
  GtkWidget *rows;
  KeelTextRow *date;
  KeelTextRow *time;
  KeelTextRow *length;
  GtkWidget *move;
  GtkWidget *cancel_date;
  GtkWidget *put_back;

  KeelSession *session;
  KeelSeries *series;
  KeelLocalTime original;
  KeelLocalTime start; /* where it is now */
  guint duration;
  gboolean cancelled, moved;
  char *done;                                                             /* what to say when it is done */
  KeelSchedule *(*change) (KeelDateDialog *self, KeelSchedule *schedule); /* what is done */
  KeelLocalTime wanted;                                                   /* where to, when it is moved */
  guint wanted_duration;
  GVariant *first; /* what stood in the form before the person wrote */
};

static void keel_date_dialog_draft_init (KeelDraftInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KeelDateDialog, keel_date_dialog, ADW_TYPE_WINDOW,
                               G_IMPLEMENT_INTERFACE (KEEL_TYPE_DRAFT, keel_date_dialog_draft_init))

/* --- What is so now --- */

static gboolean
is_cancelled (KeelSchedule *schedule, KeelLocalTime original)
{
  g_autoptr (GArray) originals = g_array_new (FALSE, FALSE, sizeof (KeelLocalTime));

  keel_schedule_get_cancelled (schedule, original, original + 1, originals);
  return originals->len > 0;
}

/* FALSE where the schedule has no such date, or has cancelled it. */
static gboolean
find_occurrence (KeelSchedule *schedule, KeelLocalTime original, GTimeZone *person, KeelOccurrence *found)
{
  g_autoptr (GArray) occurrences = g_array_new (FALSE, FALSE, sizeof (KeelOccurrence));
  gint64 day = G_GINT64_CONSTANT (86400);

  keel_schedule_expand (schedule, original * 60 - FURTHEST * day, original * 60 + FURTHEST * day, person,
                        occurrences);
  for (guint i = 0; i < occurrences->len; i++)
    {
      *found = g_array_index (occurrences, KeelOccurrence, i);
      if (found->original == original)
        return TRUE;
    }
  return FALSE;
}

static void
look_up (KeelDateDialog *self)
{
  g_autoptr (GTimeZone) person = keel_session_get_zone (self->session);
  KeelSchedule *schedule = self->series->schedule;
  KeelOccurrence occurrence;

  self->start = self->original;
  self->duration = keel_schedule_get_duration (schedule);
  self->cancelled = is_cancelled (schedule, self->original);
  if (self->cancelled || !find_occurrence (schedule, self->original, person, &occurrence))
    return;
  self->start = occurrence.local_start;
  self->duration = (guint) ((occurrence.end - occurrence.start) / 60);
  self->moved = occurrence.moved;
}

/* "Tuesday 24 November at 19:00", as the clock of the series shows it. */
static char *
describe_time (KeelDateDialog *self, KeelLocalTime local)
{
  g_autoptr (GTimeZone) person = keel_session_get_zone (self->session);
  KeelLocalTime now = keel_local_time_from_utc (keel_session_get_now (self->session), person);
  g_autofree char *date = keel_sentence_day (keel_local_time_get_days (local),
                                             keel_local_time_get_days (now));
  g_autofree char *time = keel_sentence_time (keel_local_time_get_minute (local));

  /* Translators: %1$s is a date, %2$s a time: “Tuesday 24 November at 19:00”. */
  return g_strdup_printf (_ ("%1$s at %2$s"), date, time);
}

static char *
describe_state (KeelDateDialog *self)
{
  g_autofree char *now = describe_time (self, self->start);
  g_autofree char *original = describe_time (self, self->original);

  if (self->cancelled)
    /* Translators: of a meeting; %s is a date and a time. */
    return g_strdup_printf (_ ("%s, cancelled"), original);
  if (self->moved && self->start != self->original)
    /* Translators: of a meeting; both are a date and a time. */
    return g_strdup_printf (_ ("%1$s, moved from %2$s"), now, original);
  return g_steal_pointer (&now);
}

/* Whose clock it is, where it is not the person's. */
static char *
describe_zone (KeelDateDialog *self)
{
  const char *zone = keel_schedule_get_zone (self->series->schedule);
  g_autofree char *own = keel_session_get_zone_name (self->session);
  g_autofree char *city = NULL;

  if (zone == NULL || g_strcmp0 (zone, own) == 0)
    return NULL;
  city = keel_sentence_zone (zone);
  /* Translators: %s is a city: “New York time”. */
  return g_strdup_printf (_ ("%s time"), city);
}

static void
show (KeelDateDialog *self)
{
  g_autofree char *state = describe_state (self);
  g_autofree char *zone = describe_zone (self);
  g_autofree char *text = zone != NULL ? g_strdup_printf ("%s\n%s", state, zone) : g_strdup (state);
  g_autofree char *date = keel_typed_day_format (keel_local_time_get_days (self->start));
  g_autofree char *time = keel_sentence_time (keel_local_time_get_minute (self->start));
  g_autofree char *length = g_strdup_printf ("%u", self->duration);

  gtk_label_set_text (self->series_name, self->series->meeting->name);
  gtk_label_set_text (self->when, text);
  gtk_editable_set_text (GTK_EDITABLE (self->date), date);
  gtk_editable_set_text (GTK_EDITABLE (self->time), time);
  gtk_editable_set_text (GTK_EDITABLE (self->length), length);
  gtk_widget_set_visible (self->rows, !self->cancelled);
  gtk_widget_set_visible (self->move, !self->cancelled);
  gtk_widget_set_visible (self->cancel_date, !self->cancelled);
  gtk_widget_set_visible (self->put_back, self->cancelled || self->moved);
}

/* --- Changing it --- */

static void
close_done (KeelDateDialog *self)
{
  keel_draft_drop (KEEL_DRAFT (self), self->session);
  gtk_window_destroy (GTK_WINDOW (self));
}

static KeelSchedule *
move (KeelDateDialog *self, KeelSchedule *schedule)
{
  return keel_schedule_move (schedule, self->original, self->wanted, self->wanted_duration, NULL);
}

static KeelSchedule *
cancel (KeelDateDialog *self, KeelSchedule *schedule)
{
  return keel_schedule_cancel (schedule, self->original, NULL);
}

static KeelSchedule *
put_back (KeelDateDialog *self, KeelSchedule *schedule)
{
  return keel_schedule_restore (schedule, self->original);
}

static void
offer_undo (KeelDateDialog *self, KeelSeries *before)
{
  g_autoptr (KeelSchedule) after = self->change (self, before->schedule);

  keel_date_undo_offer (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))), self->session, before,
                        after, self->done);
}

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelDateDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelSeries) before = keel_session_dates_finish (KEEL_SESSION (source), result, &error);
  g_autofree char *sentence = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  if (before != NULL)
    {
      offer_undo (self, before);
      close_done (self);
      return;
    }
  sentence = keel_sentence_for_error (error, NULL);
  gtk_label_set_text (self->failure, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->failure), TRUE);
  keel_say (GTK_WIDGET (self), sentence);
}

/* @done, which is taken: what to say when it is done. */
static void
begin_change (KeelDateDialog *self, KeelSchedule *(*change) (KeelDateDialog *, KeelSchedule *), char *done)
{
  self->change = change;
  g_free (self->done);
  self->done = done;
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
}

static gboolean
read_rows (KeelDateDialog *self, KeelLocalTime *start, int *duration)
{
  KeelTextRow *wrong = NULL;
  gint64 day = 0;
  int minute = 0;

  if (!keel_typed_number_parse (gtk_editable_get_text (GTK_EDITABLE (self->length)), 1, MOST_MINUTES,
                                duration))
    {
      keel_text_row_show_problem (self->length, _ ("Write how many minutes it lasts, for example 60."));
      wrong = self->length;
    }
  if (!keel_typed_time_parse (gtk_editable_get_text (GTK_EDITABLE (self->time)), &minute))
    {
      keel_text_row_show_problem (self->time, _ ("Write the time as 19:00, 7:30 pm or 7pm."));
      wrong = self->time;
    }
  if (!keel_typed_day_parse (gtk_editable_get_text (GTK_EDITABLE (self->date)), &day))
    {
      keel_text_row_show_problem (self->date,
                                  _ ("Write the date as year, month and day, for example 2027-03-31."));
      wrong = self->date;
    }
  *start = day * KEEL_MINUTES_PER_DAY + minute;
  if (wrong != NULL)
    keel_text_row_mend (wrong);
  return wrong == NULL;
}

static void
move_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelDateDialog *self = KEEL_DATE_DIALOG (widget);
  g_autofree char *time = NULL;
  KeelLocalTime start;
  int duration;

  if (!read_rows (self, &start, &duration))
    return;
  if (start == self->start && (guint) duration == self->duration)
    {
      close_done (self);
      return;
    }
  self->wanted = start;
  self->wanted_duration = (guint) duration;
  time = describe_time (self, start);
  /* Translators: %1$s is a meeting, %2$s a date and a time. */
  begin_change (self, move,
                g_strdup_printf (_ ("%1$s is moved to %2$s."), self->series->meeting->name, time));
  keel_session_move_date_async (self->session, self->series->uuid, self->original, start, (guint) duration,
                                changed_cb, g_object_ref (self));
}

static void
cancel_date_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelDateDialog *self = KEEL_DATE_DIALOG (widget);
  g_autofree char *time = describe_time (self, self->start);

  /* Translators: %1$s is a meeting, %2$s a date and a time: this one date is cancelled. */
  begin_change (self, cancel,
                g_strdup_printf (_ ("%1$s on %2$s is cancelled."), self->series->meeting->name, time));
  keel_session_cancel_date_async (self->session, self->series->uuid, self->original, changed_cb,
                                  g_object_ref (self));
}

static void
put_back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelDateDialog *self = KEEL_DATE_DIALOG (widget);
  g_autofree char *time = describe_time (self, self->original);

  /* Translators: %1$s is a meeting, %2$s a date and a time: it was cancelled or moved, and is there again. */
  begin_change (self, put_back,
                g_strdup_printf (_ ("%1$s is again on %2$s."), self->series->meeting->name, time));
  keel_session_restore_date_async (self->session, self->series->uuid, self->original, changed_cb,
                                   g_object_ref (self));
}

/* --- Drafts --- */

static GVariant *
save_form (KeelDateDialog *self)
{
  g_autoptr (GVariantDict) form = g_variant_dict_new (NULL);

  g_variant_dict_insert (form, "series", "s", self->series->uuid);
  g_variant_dict_insert (form, "original", "x", self->original);
  g_variant_dict_insert (form, "date", "s", gtk_editable_get_text (GTK_EDITABLE (self->date)));
  g_variant_dict_insert (form, "time", "s", gtk_editable_get_text (GTK_EDITABLE (self->time)));
  g_variant_dict_insert (form, "length", "s", gtk_editable_get_text (GTK_EDITABLE (self->length)));
  return g_variant_dict_end (form);
}

static const char *
keel_date_dialog_get_name (KeelDraft *draft)
{
  return KEEL_DATE_DRAFT;
}

static GVariant *
keel_date_dialog_save (KeelDraft *draft)
{
  KeelDateDialog *self = KEEL_DATE_DIALOG (draft);

  return keel_draft_take_form (save_form (self), self->first);
}

static void
keel_date_dialog_draft_init (KeelDraftInterface *iface)
{
  iface->get_name = keel_date_dialog_get_name;
  iface->save = keel_date_dialog_save;
  iface->open = keel_date_dialog_present_draft;
}

static gboolean
keel_date_dialog_close_request (GtkWindow *window)
{
  KeelDateDialog *self = KEEL_DATE_DIALOG (window);

  keel_draft_cancel (KEEL_DRAFT (self), self->session);
  return GTK_WINDOW_CLASS (keel_date_dialog_parent_class)->close_request (window);
}

static void
keel_date_dialog_dispose (GObject *object)
{
  KeelDateDialog *self = KEEL_DATE_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_object (&self->series);
  g_clear_pointer (&self->done, g_free);
  g_clear_pointer (&self->first, g_variant_unref);
  G_OBJECT_CLASS (keel_date_dialog_parent_class)->dispose (object);
}

static void
keel_date_dialog_class_init (KeelDateDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_date_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = keel_date_dialog_close_request;

  g_type_ensure (KEEL_TYPE_TEXT_ROW);
  g_type_ensure (KEEL_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-date-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelDateDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, KeelDateDialog, series_name);
  gtk_widget_class_bind_template_child (widget_class, KeelDateDialog, when);
  gtk_widget_class_bind_template_child (widget_class, KeelDateDialog, rows);
  gtk_widget_class_bind_template_child (widget_class, KeelDateDialog, date);
  gtk_widget_class_bind_template_child (widget_class, KeelDateDialog, time);
  gtk_widget_class_bind_template_child (widget_class, KeelDateDialog, length);
  gtk_widget_class_bind_template_child (widget_class, KeelDateDialog, move);
  gtk_widget_class_bind_template_child (widget_class, KeelDateDialog, cancel_date);
  gtk_widget_class_bind_template_child (widget_class, KeelDateDialog, put_back);
  gtk_widget_class_install_action (widget_class, "dialog.move", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "dialog.cancel-date", NULL, cancel_date_cb);
  gtk_widget_class_install_action (widget_class, "dialog.put-back", NULL, put_back_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
keel_date_dialog_init (KeelDateDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_announcer_greet (GTK_WINDOW (self));
}

static KeelDateDialog *
make_dialog (GtkWindow *parent, KeelSession *session, KeelSeries *series, KeelLocalTime original)
{
  KeelDateDialog *self = g_object_new (KEEL_TYPE_DATE_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->series = g_object_ref (series);
  self->original = original;
  look_up (self);
  show (self);
  self->first = g_variant_ref_sink (save_form (self));
  gtk_window_set_focus (GTK_WINDOW (self), self->cancelled ? self->put_back : GTK_WIDGET (self->date));
  return self;
}

void
keel_date_dialog_present (GtkWindow *parent, KeelSession *session, KeelSeries *series, KeelLocalTime original)
{
  gtk_window_present (GTK_WINDOW (make_dialog (parent, session, series, original)));
}

static void
restore_text (KeelTextRow *row, GVariant *draft, const char *key)
{
  const char *text;

  if (g_variant_lookup (draft, key, "&s", &text))
    gtk_editable_set_text (GTK_EDITABLE (row), text);
}

gboolean
keel_date_dialog_present_draft (GtkWindow *parent, KeelSession *session, GVariant *draft)
{
  KeelDateDialog *self;
  KeelSeries *series;
  KeelLocalTime original;
  const char *uuid;

  if (!g_variant_lookup (draft, "series", "&s", &uuid) ||
      !g_variant_lookup (draft, "original", "x", &original))
    return FALSE;
  series = keel_session_find_series (session, uuid);
  if (series == NULL)
    return FALSE;
  self = make_dialog (parent, session, series, original);
  restore_text (self->date, draft, "date");
  restore_text (self->time, draft, "time");
  restore_text (self->length, draft, "length");
  g_clear_pointer (&self->first, g_variant_unref);
  gtk_window_present (GTK_WINDOW (self));
  return TRUE;
}
