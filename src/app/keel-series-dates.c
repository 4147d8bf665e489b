#include "config.h"

#include "keel-series-dates.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"
#include "core/keel-agenda.h"

#include "keel-attendance-row.h"
#include "keel-date-dialog.h"
#include "keel-date-undo.h"
#include "keel-date-words.h"
#include "keel-going-toggle.h"
#include "keel-rhythm-dialog.h"
#include "keel-window.h"

#define SECONDS_PER_DAY G_GINT64_CONSTANT (86400)
/* Days: far enough for what is once a year. */
#define BACK 60
#define AHEAD 400
#define N_LAST 2
#define N_NEXT 5

struct _KeelSeriesDates
{
  AdwBin parent_instance;

  GtkBox *last;
  AdwBin *going;
  GtkListBox *next;
  GtkWidget *nothing;
  GtkWidget *repeat;

  KeelSession *session;
  KeelSeries *series; /* both nullable */
  KeelAgenda *agenda;
  GPtrArray *shown; /* of KeelAgendaItem: what the rows were made from */
};

G_DEFINE_FINAL_TYPE (KeelSeriesDates, keel_series_dates, ADW_TYPE_BIN)

static char *
describe_time (KeelSeriesDates *self, KeelAgendaItem *item)
{
  g_autoptr (GTimeZone) person = keel_session_get_zone (self->session);
  g_autofree char *date = keel_sentence_date (item->occurrence.start, person,
                                              keel_session_get_now (self->session));
  g_autofree char *time = keel_date_words_time (item, person);

  /* Translators: %1$s is a date, %2$s a time or “any time”: “Tuesday 24 November, 19:00”. */
  return g_strdup_printf (C_ ("date and time", "%1$s, %2$s"), date, time);
}

static KeelAgendaItem *
get_item (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "keel-item");
}

static GtkWindow *
get_window (KeelSeriesDates *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
change_cb (GtkWidget *button, KeelSeriesDates *self)
{
  keel_date_dialog_present (get_window (self), self->session, self->series,
                            get_item (button)->occurrence.original);
}

/* A date on its way back. */
typedef struct
{
  KeelSeriesDates *self;
  KeelLocalTime original;
} PutBack;

static void
put_back_free (PutBack *back)
{
  g_object_unref (back->self);
  g_free (back);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PutBack, put_back_free)

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PutBack) back = data;
  KeelSeriesDates *self = back->self;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelSeries) before = keel_session_dates_finish (KEEL_SESSION (source), result, &error);
  g_autoptr (KeelSchedule) after = NULL;
  g_autofree char *sentence = NULL;

  if (before == NULL)
    {
      sentence = keel_sentence_for_error (error, NULL);
      keel_say (GTK_WIDGET (self), sentence);
      return;
    }
  after = keel_schedule_restore (before->schedule, back->original);
  keel_date_undo_offer (GTK_WIDGET (self), KEEL_SESSION (source), before, after, _ ("The date is put back."));
}

static void
put_back_cb (GtkWidget *button, KeelSeriesDates *self)
{
  PutBack *back = g_new (PutBack, 1);

  *back = (PutBack){ g_object_ref (self), get_item (button)->occurrence.original };
  keel_session_restore_date_async (self->session, self->series->uuid, back->original, restored_cb, back);
}

/* From the next date on that there is, or else from the last. */
static void
repeat_cb (GtkWidget *button, KeelSeriesDates *self)
{
  gint64 now = keel_session_get_now (self->session);
  KeelLocalTime from = keel_schedule_get_last_start (self->series->schedule);

  for (guint i = 0; i < self->shown->len; i++)
    {
      KeelAgendaItem *item = self->shown->pdata[i];

      if (item->occurrence.start > now && !item->cancelled)
        {
          from = item->occurrence.original;
          break;
        }
    }
  keel_rhythm_dialog_present (get_window (self), self->session, self->series, from);
}

static GtkWidget *
make_button (KeelSeriesDates *self, KeelAgendaItem *item, const char *label, const char *name,
             GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "keel-item", g_object_ref (item), g_object_unref);
  g_signal_connect (button, "clicked", callback, self);
  return button;
}

/* One button, so that there is room for the date: what was moved is put back where it is changed. */
static GtkWidget *
make_row_button (KeelSeriesDates *self, KeelAgendaItem *item, const char *when)
{
  g_autofree char *name = NULL;

  if (item->cancelled)
    {
      /* Translators: of a date that was cancelled; %s is the date and time. */
      name = g_strdup_printf (_ ("Put back: %s"), when);
      return make_button (self, item, _ ("Put Back"), name, G_CALLBACK (put_back_cb));
    }
  /* Translators: %s is the date and time of one meeting. */
  name = g_strdup_printf (_ ("Change this date: %s"), when);
  return make_button (self, item, _ ("Change…"), name, G_CALLBACK (change_cb));
}

static GtkWidget *
make_row (KeelSeriesDates *self, KeelAgendaItem *item)
{
  GtkWidget *row = adw_action_row_new ();
  g_autoptr (GTimeZone) person = keel_session_get_zone (self->session);
  KeelLocalTime now = keel_local_time_from_utc (keel_session_get_now (self->session), person);
  g_autofree char *when = describe_time (self, item);
  g_autofree char *change = keel_date_words_change (item, person, keel_local_time_get_days (now));
  GtkWidget *button = make_row_button (self, item, when);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), when);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), change != NULL ? change : "");
  gtk_widget_set_focusable (row, FALSE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  return row;
}

static void
append_last (KeelSeriesDates *self, KeelAgendaItem *item)
{
  g_autofree char *when = describe_time (self, item);
  GtkWidget *label = gtk_label_new (when);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (self->last, label);
  gtk_box_append (self->last, keel_attendance_row_new (self->session, item));
}

/* The last dates that have begun, and the next. */
static GPtrArray *
choose_items (KeelSeriesDates *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 now = keel_session_get_now (self->session);
  guint n_last = 0;

  for (guint i = 0; items->len - n_last < N_NEXT; i++)
    {
      KeelAgendaItem *item = g_list_model_get_item (G_LIST_MODEL (self->agenda), i);

      if (item == NULL)
        break;
      if (item->occurrence.start <= now && item->cancelled)
        {
          g_object_unref (item);
          continue;
        }
      if (item->occurrence.start <= now && n_last == N_LAST)
        g_ptr_array_remove_index (items, 0);
      else if (item->occurrence.start <= now)
        n_last++;
      g_ptr_array_add (items, item);
    }
  return items;
}

static gboolean
is_shown (KeelSeriesDates *self, GPtrArray *items)
{
  gboolean same = self->shown != NULL && self->shown->len == items->len;

  for (guint i = 0; same && i < items->len; i++)
    same = self->shown->pdata[i] == items->pdata[i];
  return same;
}

/* Where the focus is among the next dates; -1: elsewhere. */
static int
find_focus (KeelSeriesDates *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->next));

  return row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
}

static void
clear (KeelSeriesDates *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->last))) != NULL)
    gtk_box_remove (self->last, child);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->next))) != NULL)
    gtk_list_box_remove (self->next, child);
}

/* Whether one means to go to the next of them. */
static void
show_going (KeelSeriesDates *self)
{
  gint64 now = keel_session_get_now (self->session);
  KeelAgendaItem *next = NULL;

  for (guint i = 0; i < self->shown->len && next == NULL; i++)
    {
      KeelAgendaItem *item = self->shown->pdata[i];

      if (item->occurrence.start > now && !item->cancelled)
        next = item;
    }
  adw_bin_set_child (self->going, next != NULL ? keel_going_toggle_new (self->session, next) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->going), next != NULL);
}

static void
show_items (KeelSeriesDates *self)
{
  gint64 now = keel_session_get_now (self->session);
  int focus = find_focus (self);
  GtkListBoxRow *row;

  clear (self);
  for (guint i = 0; i < self->shown->len; i++)
    {
      KeelAgendaItem *item = self->shown->pdata[i];

      if (item->occurrence.start <= now)
        append_last (self, item);
      else
        gtk_list_box_append (self->next, make_row (self, item));
    }
  show_going (self);
  row = gtk_list_box_get_row_at_index (self->next, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->next), row != NULL);
  gtk_widget_set_visible (self->nothing, row == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->last),
                          gtk_widget_get_first_child (GTK_WIDGET (self->last)) != NULL);
  row = focus >= 0 ? gtk_list_box_get_row_at_index (self->next, focus) : NULL;
  if (row != NULL)
    gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
}

static void
keel_series_dates_dispose (GObject *object)
{
  KeelSeriesDates *self = KEEL_SERIES_DATES (object);

  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_object (&self->agenda);
  g_clear_object (&self->series);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (keel_series_dates_parent_class)->dispose (object);
}

static void
keel_series_dates_class_init (KeelSeriesDatesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_series_dates_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-series-dates.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelSeriesDates, last);
  gtk_widget_class_bind_template_child (widget_class, KeelSeriesDates, going);
  gtk_widget_class_bind_template_child (widget_class, KeelSeriesDates, next);
  gtk_widget_class_bind_template_child (widget_class, KeelSeriesDates, nothing);
  gtk_widget_class_bind_template_child (widget_class, KeelSeriesDates, repeat);
  gtk_widget_class_bind_template_callback (widget_class, repeat_cb);
}

static void
keel_series_dates_init (KeelSeriesDates *self)
{
  self->agenda = keel_agenda_new ();
  keel_agenda_set_with_cancelled (self->agenda, TRUE);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
take_series (KeelSeriesDates *self, KeelSession *session, KeelSeries *series)
{
  g_autoptr (GTimeZone) person = keel_session_get_zone (session);
  g_autoptr (GPtrArray) alone = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 now = keel_session_get_now (session);

  g_set_object (&self->session, session);
  if (self->series == series)
    return;
  g_set_object (&self->series, series);
  g_ptr_array_add (alone, g_object_ref (series));
  keel_agenda_set_span (self->agenda, now - BACK * SECONDS_PER_DAY, now + AHEAD * SECONDS_PER_DAY, person);
  keel_agenda_set_series (self->agenda, alone);
}

void
keel_series_dates_show (KeelSeriesDates *self, KeelSession *session, KeelSeries *series)
{
  g_autoptr (GPtrArray) items = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), series != NULL);
  if (series == NULL)
    return;
  take_series (self, session, series);
  items = choose_items (self);
  if (is_shown (self, items))
    return;
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  self->shown = g_steal_pointer (&items);
  show_items (self);
}
