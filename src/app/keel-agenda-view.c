#include "config.h"

#include "keel-agenda-view.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"
#include "keel-agenda-row.h"
#include "keel-headed-list.h"
#include "keel-quiet-note.h"
#include "keel-session-goal.h"

struct _KeelAgendaView
{
  AdwBin parent_instance;

  GtkLabel *week;
  GtkBox *days_box;
  KeelQuietNote *quiet;
  GtkWidget *others_box;
  GtkListBox *others;

  KeelCalendar *calendar;
  guint days;
  char *shown; /* what the rows were made from, so that nothing is made anew (and loses the focus) in vain */
};

G_DEFINE_FINAL_TYPE (KeelAgendaView, keel_agenda_view, ADW_TYPE_BIN)

enum
{
  SIGNAL_SHOW_SERIES,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Where no goal is set, nobody counts. */
static void
goal_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelAgendaView) self = data;
  g_autoptr (GError) error = NULL;
  int goal = keel_session_read_goal_finish (KEEL_SESSION (source), result, &error);
  g_autofree char *words = goal > 0 ? keel_session_describe_week (KEEL_SESSION (source), goal) : NULL;

  gtk_label_set_text (self->week, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->week), words != NULL);
}

static void
show_week (KeelAgendaView *self)
{
  if (self->calendar != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    keel_session_read_goal_async (keel_calendar_get_session (self->calendar), goal_read_cb,
                                  g_object_ref (self));
}

static void
row_activated_cb (GtkListBox *rows, GtkListBoxRow *row, KeelAgendaView *self)
{
  KeelAgendaItem *item = keel_agenda_row_get_item (KEEL_AGENDA_ROW (row));

  g_signal_emit (self, signals[SIGNAL_SHOW_SERIES], 0, item->series);
}

static void
other_activated_cb (GtkListBox *rows, GtkListBoxRow *row, KeelAgendaView *self)
{
  g_signal_emit (self, signals[SIGNAL_SHOW_SERIES], 0, g_object_get_data (G_OBJECT (row), "keel-series"));
}

static void
clear_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    {
      if (GTK_IS_LIST_BOX (box))
        gtk_list_box_remove (GTK_LIST_BOX (box), child);
      else
        gtk_box_remove (GTK_BOX (box), child);
    }
}

static GtkListBox *
add_day (KeelAgendaView *self, const char *date)
{
  GtkListBox *rows = keel_headed_list_append (self->days_box, date, date);

  g_signal_connect (rows, "row-activated", G_CALLBACK (row_activated_cb), self);
  return rows;
}

static gboolean
begins_today (KeelAgendaView *self)
{
  return keel_calendar_get_day (self->calendar) == keel_calendar_get_today (self->calendar);
}

/* From today on what is not over yet: what has begun is still worth joining. From another day on all. */
static GPtrArray *
take_coming (KeelAgendaView *self)
{
  gint64 day = keel_calendar_get_day (self->calendar);
  gint64 end = keel_calendar_get_midnight (self->calendar, day + self->days);
  gint64 from = keel_calendar_get_midnight (self->calendar, day);

  if (begins_today (self))
    from = MAX (from, keel_session_get_now (keel_calendar_get_session (self->calendar)));
  return keel_calendar_list_between (self->calendar, from, end);
}

static void
show_days (KeelAgendaView *self, GPtrArray *coming)
{
  KeelSession *session = keel_calendar_get_session (self->calendar);
  gint64 now = keel_session_get_now (session);
  g_autofree char *last = NULL;
  GtkListBox *rows = NULL;

  clear_box (GTK_WIDGET (self->days_box));
  for (guint i = 0; i < coming->len; i++)
    {
      KeelAgendaItem *item = coming->pdata[i];
      g_autofree char *date = keel_sentence_date (item->occurrence.start,
                                                  keel_calendar_get_zone (self->calendar), now);

      if (rows == NULL || strcmp (date, last) != 0)
        {
          rows = add_day (self, date);
          g_free (last);
          last = g_strdup (date);
        }
      gtk_list_box_append (rows, keel_agenda_row_new (item, session));
    }
}

static gboolean
is_among (KeelSeries *series, GPtrArray *coming)
{
  for (guint i = 0; i < coming->len; i++)
    {
      KeelAgendaItem *item = coming->pdata[i];

      if (strcmp (item->series->uuid, series->uuid) == 0)
        return TRUE;
    }
  return FALSE;
}

static GtkWidget *
make_other_row (KeelSeries *series)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *schedule = keel_sentence_schedule (series->schedule);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), series->meeting->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), schedule);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "keel-series", g_object_ref (series), g_object_unref);
  return row;
}

/* What is followed but has no date in these days: it must not be lost from sight. */
static void
show_others (KeelAgendaView *self, GPtrArray *coming)
{
  GPtrArray *all = keel_session_get_series (keel_calendar_get_session (self->calendar));
  gboolean any = FALSE;

  clear_box (GTK_WIDGET (self->others));
  for (guint i = 0; i < all->len; i++)
    {
      if (is_among (all->pdata[i], coming))
        continue;
      gtk_list_box_append (self->others, make_other_row (all->pdata[i]));
      any = TRUE;
    }
  gtk_widget_set_visible (self->others_box, any);
}

static void
show_quiet (KeelAgendaView *self, guint coming)
{
  g_autofree char *quiet = g_strdup (_ ("Nothing in these days."));

  if (begins_today (self))
    {
      g_free (quiet);
      quiet = g_strdup_printf (ngettext ("Nothing in the next %u day.", "Nothing in the next %u days.",
                                         self->days),
                               self->days);
    }
  keel_quiet_note_tell (self->quiet, coming == 0 ? quiet : NULL);
}

static char *
summarize (KeelAgendaView *self, GPtrArray *coming)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s %u",
                          keel_calendar_get_today (self->calendar), keel_calendar_get_day (self->calendar),
                          g_time_zone_get_identifier (keel_calendar_get_zone (self->calendar)), self->days);
  for (guint i = 0; i < coming->len; i++)
    g_string_append_printf (text, "\n%p %d", coming->pdata[i],
                            keel_calendar_is_over (self->calendar, coming->pdata[i]));
  return g_string_free (text, FALSE);
}

static gboolean
focus_among (GtkWidget *rows, KeelSeries *series)
{
  for (GtkWidget *row = gtk_widget_get_first_child (rows); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      if (strcmp (keel_agenda_row_get_item (KEEL_AGENDA_ROW (row))->series->uuid, series->uuid) == 0)
        return gtk_widget_grab_focus (row);
    }
  return FALSE;
}

/* Also what has no date in these days may have changed. */
static void
changed_cb (KeelAgendaView *self)
{
  g_clear_pointer (&self->shown, g_free);
}

static void
more_days_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelAgendaView *self = KEEL_AGENDA_VIEW (widget);

  self->days += KEEL_AGENDA_VIEW_DAYS;
  keel_agenda_view_refresh (self);
}

/* The goal is set in another window: it may be another when this one is in front again. */
static void
keel_agenda_view_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (keel_agenda_view_parent_class)->root (widget);
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::is-active", G_CALLBACK (show_week), widget,
                           G_CONNECT_SWAPPED);
}

static void
keel_agenda_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (keel_agenda_view_parent_class)->map (widget);
  show_week (KEEL_AGENDA_VIEW (widget));
}

static void
keel_agenda_view_dispose (GObject *object)
{
  KeelAgendaView *self = KEEL_AGENDA_VIEW (object);

  g_clear_object (&self->calendar);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (keel_agenda_view_parent_class)->dispose (object);
}

static void
keel_agenda_view_class_init (KeelAgendaViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_agenda_view_dispose;
  widget_class->root = keel_agenda_view_root;
  widget_class->map = keel_agenda_view_map;

  g_type_ensure (KEEL_TYPE_QUIET_NOTE);
  signals[SIGNAL_SHOW_SERIES] = g_signal_new ("show-series", KEEL_TYPE_AGENDA_VIEW, G_SIGNAL_RUN_LAST, 0,
                                              NULL, NULL, NULL, G_TYPE_NONE, 1, KEEL_TYPE_SERIES);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-agenda-view.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelAgendaView, week);
  gtk_widget_class_bind_template_child (widget_class, KeelAgendaView, days_box);
  gtk_widget_class_bind_template_child (widget_class, KeelAgendaView, quiet);
  gtk_widget_class_bind_template_child (widget_class, KeelAgendaView, others_box);
  gtk_widget_class_bind_template_child (widget_class, KeelAgendaView, others);
  gtk_widget_class_bind_template_callback (widget_class, other_activated_cb);
  gtk_widget_class_install_action (widget_class, "agenda.more-days", NULL, more_days_cb);
}

static void
keel_agenda_view_init (KeelAgendaView *self)
{
  self->days = KEEL_AGENDA_VIEW_DAYS;
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
keel_agenda_view_set_calendar (KeelAgendaView *self, KeelCalendar *calendar)
{
  g_set_object (&self->calendar, calendar);
  g_signal_connect_object (calendar, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keel_calendar_get_session (calendar), "attendance-changed", G_CALLBACK (show_week),
                           self, G_CONNECT_SWAPPED);
}

void
keel_agenda_view_refresh (KeelAgendaView *self)
{
  g_autoptr (GPtrArray) coming = NULL;
  g_autofree char *summary = NULL;

  keel_calendar_set_days (self->calendar, keel_calendar_get_day (self->calendar), self->days);
  coming = take_coming (self);
  summary = summarize (self, coming);
  if (g_strcmp0 (summary, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&summary);
  show_days (self, coming);
  show_others (self, coming);
  show_quiet (self, coming->len);
}

void
keel_agenda_view_start (KeelAgendaView *self)
{
  gtk_widget_child_focus (gtk_widget_get_first_child (GTK_WIDGET (self)), GTK_DIR_TAB_FORWARD);
}

void
keel_agenda_view_focus_series (KeelAgendaView *self, KeelSeries *series)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->days_box));

  for (; series != NULL && child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_LIST_BOX (child) && focus_among (child, series))
        return;
    }
  keel_agenda_view_start (self);
}
