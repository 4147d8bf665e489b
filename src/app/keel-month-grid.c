#include "config.h"

#include "keel-month-grid.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-day-cell.h"
#include "keel-month.h"
#include "keel-week.h"

#define N_WEEKS 6
#define N_CELLS (N_WEEKS * 7)

struct _KeelMonthGrid
{
  GtkWidget parent_instance;

  KeelCalendar *calendar;
  GtkWidget *headings[7];
  KeelDayCell *cells[N_CELLS];
};

G_DEFINE_FINAL_TYPE (KeelMonthGrid, keel_month_grid, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static KeelDayCell *
find_chosen (KeelMonthGrid *self)
{
  gint64 day = keel_calendar_get_day (self->calendar);

  for (guint i = 0; i < N_CELLS; i++)
    {
      if (keel_day_cell_get_day (self->cells[i]) == day)
        return self->cells[i];
    }
  return self->cells[0];
}

static void
cell_clicked_cb (KeelDayCell *cell, KeelMonthGrid *self)
{
  gboolean more = keel_day_cell_was_more_pressed (cell);

  keel_calendar_choose_day (self->calendar, keel_day_cell_get_day (cell));
  keel_month_grid_focus_day (self);
  if (more)
    g_signal_emit (self, signals[SIGNAL_OPEN], 0);
}

/* Where a key leads from @day; @day itself for a key that leads nowhere. */
static gint64
follow_key (guint key, gint64 day, gboolean mirrored)
{
  gint64 week = keel_month_get_week (day);

  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return mirrored ? day + 1 : day - 1;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return mirrored ? day - 1 : day + 1;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return day - 7;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return day + 7;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return week;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return week + 6;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return keel_month_shift (day, -1);
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return keel_month_shift (day, 1);
    default:
      return day;
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                KeelMonthGrid *self)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gint64 day = keel_calendar_get_day (self->calendar);
  gint64 next = follow_key (key, day, mirrored);

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter)
    {
      g_signal_emit (self, signals[SIGNAL_OPEN], 0);
      return GDK_EVENT_STOP;
    }
  if (next == day)
    return key == GDK_KEY_Home || key == GDK_KEY_End ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
  keel_calendar_choose_day (self->calendar, next);
  keel_month_grid_focus_day (self);
  return GDK_EVENT_STOP;
}

static gboolean
keel_month_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  return keel_month_grid_focus_day (KEEL_MONTH_GRID (widget));
}

static void
attach (KeelMonthGrid *self, GtkWidget *child, int column, int row)
{
  GtkLayoutChild *place;

  gtk_widget_set_parent (child, GTK_WIDGET (self));
  place = gtk_layout_manager_get_layout_child (gtk_widget_get_layout_manager (GTK_WIDGET (self)), child);
  g_object_set (place, "column", column, "row", row, NULL);
}

/* Each cell's name says its weekday already. */
static GtkWidget *
make_heading (int weekday)
{
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "label", keel_week_get_short_name (weekday),
                                     "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (heading, "caption-heading");
  gtk_widget_add_css_class (heading, "dim-label");
  gtk_widget_set_hexpand (heading, TRUE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  return heading;
}

static void
keel_month_grid_dispose (GObject *object)
{
  KeelMonthGrid *self = KEEL_MONTH_GRID (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->calendar);
  G_OBJECT_CLASS (keel_month_grid_parent_class)->dispose (object);
}

static void
keel_month_grid_class_init (KeelMonthGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_month_grid_dispose;
  widget_class->focus = keel_month_grid_focus;

  signals[SIGNAL_OPEN] = g_signal_new ("open", KEEL_TYPE_MONTH_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_GRID_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
keel_month_grid_init (KeelMonthGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  g_object_set (layout, "column-homogeneous", TRUE, "column-spacing", 2, "row-spacing", 2, NULL);
  for (int i = 0; i < 7; i++)
    {
      self->headings[i] = make_heading ((keel_week_get_first_day () + i) % 7);
      attach (self, self->headings[i], i, 0);
    }
  for (int i = 0; i < N_CELLS; i++)
    {
      GtkWidget *cell = keel_day_cell_new ();

      self->cells[i] = KEEL_DAY_CELL (cell);
      g_signal_connect (cell, "clicked", G_CALLBACK (cell_clicked_cb), self);
      attach (self, cell, i % 7, i / 7 + 1);
    }
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

void
keel_month_grid_set_calendar (KeelMonthGrid *self, KeelCalendar *calendar)
{
  g_set_object (&self->calendar, calendar);
}

void
keel_month_grid_refresh (KeelMonthGrid *self)
{
  gint64 chosen = keel_calendar_get_day (self->calendar);
  gint64 month = keel_month_get_first (chosen);
  gint64 end = keel_month_shift (month, 1);
  gint64 first = keel_month_get_week (month);
  g_autofree char *name = keel_sentence_month (month);

  keel_calendar_set_days (self->calendar, first, N_CELLS);
  for (int i = 0; i < N_CELLS; i++)
    {
      gint64 day = first + i;

      keel_day_cell_show (self->cells[i], self->calendar, day, day < month || day >= end);
      keel_day_cell_set_chosen (self->cells[i], day == chosen);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

gboolean
keel_month_grid_focus_day (KeelMonthGrid *self)
{
  return gtk_widget_grab_focus (GTK_WIDGET (find_chosen (self)));
}
