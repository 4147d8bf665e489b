#include "keel-week-columns.h"

GtkAllocation
keel_week_columns_find (GtkWidget *widget, int width, guint n, guint column)
{
  int room = MAX (width - KEEL_WEEK_GUTTER, 0);
  int from = room * (int) column / (int) n;
  int to = room * ((int) column + 1) / (int) n;
  GtkAllocation area = { KEEL_WEEK_GUTTER + from, 0, to - from, 0 };

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    area.x = width - area.x - area.width;
  return area;
}
