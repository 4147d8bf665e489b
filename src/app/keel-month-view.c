#include "config.h"

#include "keel-month-view.h"

#include <glib/gi18n-lib.h>

#include "keel-day-list.h"
#include "keel-month-grid.h"
#include "keel-pair-box.h"
#include "keel-window.h"

struct _KeelMonthView
{
  AdwBin parent_instance;

  KeelMonthGrid *grid;
  KeelDayList *day_list;
};

G_DEFINE_FINAL_TYPE (KeelMonthView, keel_month_view, ADW_TYPE_BIN)

enum
{
  SIGNAL_SHOW_SERIES,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_series_cb (KeelDayList *list, KeelSeries *series, KeelMonthView *self)
{
  g_signal_emit (self, signals[SIGNAL_SHOW_SERIES], 0, series);
}

static void
open_cb (KeelMonthGrid *grid, KeelMonthView *self)
{
  if (!keel_day_list_focus_series (self->day_list, NULL))
    keel_say (GTK_WIDGET (self), _ ("Nothing on this day."));
}

static void
keel_month_view_class_init (KeelMonthViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (KEEL_TYPE_DAY_LIST);
  g_type_ensure (KEEL_TYPE_MONTH_GRID);
  g_type_ensure (KEEL_TYPE_PAIR_BOX);
  signals[SIGNAL_SHOW_SERIES] = g_signal_new ("show-series", KEEL_TYPE_MONTH_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                              NULL, NULL, G_TYPE_NONE, 1, KEEL_TYPE_SERIES);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-month-view.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelMonthView, grid);
  gtk_widget_class_bind_template_child (widget_class, KeelMonthView, day_list);
  gtk_widget_class_bind_template_callback (widget_class, show_series_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
}

static void
keel_month_view_init (KeelMonthView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
keel_month_view_set_calendar (KeelMonthView *self, KeelCalendar *calendar)
{
  keel_month_grid_set_calendar (self->grid, calendar);
  keel_day_list_set_calendar (self->day_list, calendar);
}

void
keel_month_view_refresh (KeelMonthView *self)
{
  keel_month_grid_refresh (self->grid);
  keel_day_list_refresh (self->day_list);
}

void
keel_month_view_start (KeelMonthView *self)
{
  keel_month_grid_focus_day (self->grid);
}

void
keel_month_view_focus_series (KeelMonthView *self, KeelSeries *series)
{
  if (series == NULL || !keel_day_list_focus_series (self->day_list, series))
    keel_month_grid_focus_day (self->grid);
}
