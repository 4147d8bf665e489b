#include "config.h"

#include "keel-day-list.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-agenda-row.h"
#include "keel-pages.h"
#include "keel-risk-card.h"

/* A row takes up to a millisecond, and as much again when it goes: what is seen first at once, a few more
 * between the frames, and all of a very full day only for whoever wants it. */
#define ROWS_AT_ONCE 4
#define ROWS_A_TURN 2
#define MOST_ROWS 12

struct _KeelDayList
{
  AdwBin parent_instance;

  GtkLabel *heading;
  GtkWidget *risk;
  GtkListBox *rows;
  GtkWidget *nothing;

  KeelCalendar *calendar;
  gint64 day;       /* what the rows were made for */
  GPtrArray *items; /* what they were made from, so that nothing is made anew (and loses the focus) in vain */
  guint n_over;
  guint n_rows; /* how many of them have a row, */
  guint wanted; /* and how many shall */
  guint idle;
};

G_DEFINE_FINAL_TYPE (KeelDayList, keel_day_list, ADW_TYPE_BIN)

enum
{
  SIGNAL_SHOW_SERIES,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static guint
count_over (KeelDayList *self, GPtrArray *items)
{
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    n += keel_calendar_is_over (self->calendar, items->pdata[i]);
  return n;
}

static gboolean
is_shown (KeelDayList *self, GPtrArray *items)
{
  if (self->items == NULL || self->items->len != items->len ||
      self->day != keel_calendar_get_day (self->calendar) || self->n_over != count_over (self, items))
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      if (self->items->pdata[i] != items->pdata[i])
        return FALSE;
    }
  return TRUE;
}

static void
show_heading (KeelDayList *self)
{
  gint64 today = keel_calendar_get_today (self->calendar);
  g_autofree char *date = keel_sentence_day (self->day, today);
  g_autofree char *heading = self->day == today ? g_strdup_printf (_ ("Today, %s"), date)
                                                : g_steal_pointer (&date);

  gtk_label_set_text (self->heading, heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
}

static void
show_nothing (KeelDayList *self)
{
  gtk_widget_set_visible (self->nothing, self->items != NULL && self->items->len == 0 &&
                                             !gtk_widget_get_visible (self->risk));
}

static void
add_rows (KeelDayList *self, guint n)
{
  KeelSession *session = keel_calendar_get_session (self->calendar);
  guint end = MIN (self->n_rows + n, self->wanted);

  for (; self->n_rows < end; self->n_rows++)
    gtk_list_box_append (self->rows, keel_agenda_row_new (self->items->pdata[self->n_rows], session));
}

/* What is not shown yet: a row that shows it. */
static void
add_more_row (KeelDayList *self)
{
  guint n = self->items->len - self->wanted;
  /* Translators: a row that shows the rest of a long list. */
  g_autofree char *text = g_strdup_printf (ngettext ("Show %u more", "Show %u more", n), n);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_set_margin_top (label, 12);
  gtk_widget_set_margin_bottom (label, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_list_box_append (self->rows, row);
}

static gboolean
add_rows_cb (gpointer data)
{
  KeelDayList *self = data;

  add_rows (self, ROWS_A_TURN);
  if (self->n_rows < self->wanted)
    return G_SOURCE_CONTINUE;
  if (self->wanted < self->items->len)
    add_more_row (self);
  self->idle = 0;
  return G_SOURCE_REMOVE;
}

static void
show_rows (KeelDayList *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, row);
  self->n_rows = 0;
  self->wanted = MIN (self->items->len, MOST_ROWS);
  add_rows (self, ROWS_AT_ONCE);
  if (self->n_rows < self->wanted && self->idle == 0)
    self->idle = g_idle_add (add_rows_cb, self);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), self->items->len > 0);
}

/* The first of those that were not shown gets the focus. */
static void
show_all (KeelDayList *self)
{
  GtkListBoxRow *more = gtk_list_box_get_row_at_index (self->rows, (int) self->wanted);
  guint first = self->n_rows;

  if (more != NULL && !KEEL_IS_AGENDA_ROW (more))
    gtk_list_box_remove (self->rows, GTK_WIDGET (more));
  g_clear_handle_id (&self->idle, g_source_remove);
  self->wanted = self->items->len;
  add_rows (self, self->wanted);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->rows, (int) first)));
}

static void
row_activated_cb (GtkListBox *rows, GtkListBoxRow *row, KeelDayList *self)
{
  if (KEEL_IS_AGENDA_ROW (row))
    g_signal_emit (self, signals[SIGNAL_SHOW_SERIES], 0,
                   keel_agenda_row_get_item (KEEL_AGENDA_ROW (row))->series);
  else
    show_all (self);
}

static void
keel_day_list_dispose (GObject *object)
{
  KeelDayList *self = KEEL_DAY_LIST (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_object (&self->calendar);
  G_OBJECT_CLASS (keel_day_list_parent_class)->dispose (object);
}

static void
keel_day_list_class_init (KeelDayListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_day_list_dispose;

  signals[SIGNAL_SHOW_SERIES] = g_signal_new ("show-series", KEEL_TYPE_DAY_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                              NULL, NULL, G_TYPE_NONE, 1, KEEL_TYPE_SERIES);
  g_type_ensure (KEEL_TYPE_RISK_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-day-list.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelDayList, heading);
  gtk_widget_class_bind_template_child (widget_class, KeelDayList, risk);
  gtk_widget_class_bind_template_child (widget_class, KeelDayList, rows);
  gtk_widget_class_bind_template_child (widget_class, KeelDayList, nothing);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
keel_day_list_init (KeelDayList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->risk, "notify::visible", G_CALLBACK (show_nothing), self, G_CONNECT_SWAPPED);
}

void
keel_day_list_set_calendar (KeelDayList *self, KeelCalendar *calendar)
{
  g_set_object (&self->calendar, calendar);
}

void
keel_day_list_refresh (KeelDayList *self)
{
  g_autoptr (GPtrArray) items = keel_calendar_list_day (self->calendar,
                                                        keel_calendar_get_day (self->calendar));

  keel_risk_card_show_day (self->risk, keel_calendar_get_session (self->calendar),
                           keel_calendar_get_day (self->calendar));
  if (!is_shown (self, items))
    {
      g_clear_pointer (&self->items, g_ptr_array_unref);
      self->items = g_ptr_array_ref (items);
      self->day = keel_calendar_get_day (self->calendar);
      self->n_over = count_over (self, items);
      show_rows (self);
    }
  show_nothing (self);
  show_heading (self);
}

gboolean
keel_day_list_focus_series (KeelDayList *self, KeelSeries *series)
{
  GtkWidget *found;
  gboolean wanted = FALSE;

  for (guint i = 0; series != NULL && self->items != NULL && i < self->items->len; i++)
    wanted |= i >= self->n_rows &&
              g_strcmp0 (((KeelAgendaItem *) self->items->pdata[i])->series->uuid, series->uuid) == 0;
  if (wanted)
    show_all (self);
  found = gtk_widget_get_first_child (GTK_WIDGET (self->rows));
  for (GtkWidget *row = found; series != NULL && row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      if (KEEL_IS_AGENDA_ROW (row) &&
          g_strcmp0 (keel_agenda_row_get_item (KEEL_AGENDA_ROW (row))->series->uuid, series->uuid) == 0)
        found = row;
    }
  if (found == NULL)
    return gtk_widget_get_visible (self->risk) && keel_pages_start (self->risk);
  return gtk_widget_grab_focus (found);
}
