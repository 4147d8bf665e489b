#include "config.h"

#include "keel-week-header.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-week-block.h"
#include "keel-week-columns.h"
#include "keel-week.h"

#define MOST_DAYS 7

struct _KeelWeekHeader
{
  GtkWidget parent_instance;

  KeelCalendar *calendar;
  gint64 first;
  guint n_days;
  GtkWidget *columns[MOST_DAYS]; /* each a button and what lasts, beneath each other */
};

G_DEFINE_FINAL_TYPE (KeelWeekHeader, keel_week_header, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_OPEN_BLOCK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkWidget *
get_button (KeelWeekHeader *self, guint column)
{
  return gtk_widget_get_first_child (self->columns[column]);
}

static void
day_clicked_cb (GtkButton *button, KeelWeekHeader *self)
{
  for (guint i = 0; i < self->n_days; i++)
    {
      if (get_button (self, i) == GTK_WIDGET (button))
        keel_calendar_choose_day (self->calendar, self->first + i);
    }
}

static void
block_clicked_cb (KeelWeekBlock *block, KeelWeekHeader *self)
{
  g_signal_emit (self, signals[SIGNAL_OPEN_BLOCK], 0, block);
}

/* A day on which the clocks change has no twenty-four hours. */
static int
get_hours (KeelWeekHeader *self, gint64 day)
{
  gint64 length = keel_calendar_get_midnight (self->calendar, day + 1) -
                  keel_calendar_get_midnight (self->calendar, day);

  return (int) ((length + 1800) / 3600);
}

static char *
describe_day (KeelWeekHeader *self, gint64 day, guint n)
{
  gint64 today = keel_calendar_get_today (self->calendar);
  g_autofree char *date = keel_sentence_day (day, today);
  GString *name = g_string_new (NULL);

  if (day == today)
    g_string_append_printf (name, _ ("Today, %s"), date);
  else
    g_string_append (name, date);
  if (n > 0)
    {
      g_string_append (name, ", ");
      g_string_append_printf (name, ngettext ("%u meeting", "%u meetings", n), n);
    }
  if (get_hours (self, day) != 24)
    {
      g_string_append (name, ", ");
      /* Translators: of a day with 23 or 25 hours. */
      g_string_append (name, _ ("the clocks change"));
    }
  return g_string_free (name, FALSE);
}

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "ellipsize", PANGO_ELLIPSIZE_END,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_accessible_update_state (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_button (KeelWeekHeader *self, gint64 day, guint n)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *name = describe_day (self, day, n);
  g_autofree char *number = NULL;
  int year, month, month_day;

  keel_civil_from_days (day, &year, &month, &month_day);
  number = g_strdup_printf ("%d", month_day);
  gtk_box_append (GTK_BOX (box), make_label (keel_week_get_short_name (
                                                 keel_local_time_get_weekday (day * KEEL_MINUTES_PER_DAY)),
                                             "caption"));
  gtk_box_append (GTK_BOX (box), make_label (number, "heading"));
  gtk_widget_set_halign (gtk_widget_get_last_child (box), GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "keel-day");
  if (day == keel_calendar_get_today (self->calendar))
    gtk_widget_add_css_class (button, "keel-today");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (button, name);
  g_signal_connect (button, "clicked", G_CALLBACK (day_clicked_cb), self);
  return button;
}

static guint
count_taking_place (GPtrArray *items)
{
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    n += ((KeelAgendaItem *) items->pdata[i])->cancelled ? 0 : 1;
  return n;
}

static GtkWidget *
make_column (KeelWeekHeader *self, guint column)
{
  gint64 day = self->first + column;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autoptr (GPtrArray) items = keel_calendar_list_day (self->calendar, day);

  gtk_box_append (GTK_BOX (box), make_button (self, day, count_taking_place (items)));
  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr (GPtrArray) one = g_ptr_array_new_with_free_func (g_object_unref);
      GtkWidget *block;

      if (!keel_calendar_is_long (items->pdata[i]))
        continue;
      g_ptr_array_add (one, g_object_ref (items->pdata[i]));
      block = keel_week_block_new (self->calendar, one, column, NULL);
      gtk_widget_set_size_request (block, -1, 20);
      g_signal_connect (block, "clicked", G_CALLBACK (block_clicked_cb), self);
      gtk_box_append (GTK_BOX (box), block);
    }
  return box;
}

static void
clear (KeelWeekHeader *self)
{
  for (guint i = 0; i < MOST_DAYS; i++)
    g_clear_pointer (&self->columns[i], gtk_widget_unparent);
  self->n_days = 0;
}

static void
keel_week_header_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                          int *natural, int *minimum_baseline, int *natural_baseline)
{
  KeelWeekHeader *self = KEEL_WEEK_HEADER (widget);
  int most = 0;

  *minimum_baseline = *natural_baseline = -1;
  for (guint i = 0; i < self->n_days; i++)
    {
      int least;

      gtk_widget_measure (self->columns[i], orientation, -1, &least, NULL, NULL, NULL);
      most = MAX (most, least);
    }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = KEEL_WEEK_GUTTER + (int) self->n_days * most;
  else
    *minimum = *natural = most;
}

static void
keel_week_header_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KeelWeekHeader *self = KEEL_WEEK_HEADER (widget);

  for (guint i = 0; i < self->n_days; i++)
    {
      GtkAllocation area = keel_week_columns_find (widget, width, self->n_days, i);

      area.width -= 2;
      area.height = height;
      gtk_widget_size_allocate (self->columns[i], &area, -1);
    }
}

static void
keel_week_header_dispose (GObject *object)
{
  KeelWeekHeader *self = KEEL_WEEK_HEADER (object);

  clear (self);
  g_clear_object (&self->calendar);
  G_OBJECT_CLASS (keel_week_header_parent_class)->dispose (object);
}

static void
keel_week_header_class_init (KeelWeekHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_week_header_dispose;
  widget_class->measure = keel_week_header_measure;
  widget_class->size_allocate = keel_week_header_size_allocate;
  signals[SIGNAL_OPEN_BLOCK] = g_signal_new ("open-block", KEEL_TYPE_WEEK_HEADER, G_SIGNAL_RUN_LAST, 0, NULL,
                                             NULL, NULL, G_TYPE_NONE, 1, KEEL_TYPE_WEEK_BLOCK);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
keel_week_header_init (KeelWeekHeader *self)
{
}

void
keel_week_header_show (KeelWeekHeader *self, KeelCalendar *calendar, gint64 first, guint n)
{
  g_return_if_fail (n > 0 && n <= MOST_DAYS);

  g_set_object (&self->calendar, calendar);
  clear (self);
  self->first = first;
  self->n_days = n;
  for (guint i = 0; i < n; i++)
    {
      self->columns[i] = make_column (self, i);
      gtk_widget_set_parent (self->columns[i], GTK_WIDGET (self));
    }
  keel_week_header_mark_chosen (self);
}

void
keel_week_header_mark_chosen (KeelWeekHeader *self)
{
  for (guint i = 0; i < self->n_days; i++)
    {
      if (self->first + i == keel_calendar_get_day (self->calendar))
        gtk_widget_add_css_class (get_button (self, i), "keel-chosen");
      else
        gtk_widget_remove_css_class (get_button (self, i), "keel-chosen");
    }
}

gboolean
keel_week_header_focus_day (KeelWeekHeader *self)
{
  gint64 column = keel_calendar_get_day (self->calendar) - self->first;

  if (column < 0 || column >= self->n_days)
    return FALSE;
  return gtk_widget_grab_focus (get_button (self, (guint) column));
}
