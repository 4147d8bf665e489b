#include "keel-today-columns.h"

#define SPACING 12
/* From this width on there are two columns. */
#define ROOM_FOR_TWO 660

struct _KeelTodayColumns
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (KeelTodayColumns, keel_today_columns, GTK_TYPE_WIDGET)

/* Where the next card goes. */
typedef struct
{
  int n;
  int width;
  int heights[2];
} Columns;

static Columns
begin (int width)
{
  Columns columns = { .n = width >= ROOM_FOR_TWO ? 2 : 1 };

  columns.width = (width - (columns.n - 1) * SPACING) / columns.n;
  return columns;
}

static GtkAllocation
place (Columns *columns, GtkWidget *card)
{
  int column = columns->n == 2 && columns->heights[1] < columns->heights[0] ? 1 : 0;
  GtkAllocation area = { .width = columns->width };

  gtk_widget_measure (card, GTK_ORIENTATION_VERTICAL, columns->width, NULL, &area.height, NULL, NULL);
  area.x = column * (columns->width + SPACING);
  area.y = columns->heights[column];
  columns->heights[column] += area.height + SPACING;
  return area;
}

static void
measure_width (GtkWidget *widget, int *minimum, int *natural)
{
  GtkWidget *card;

  *minimum = *natural = 0;
  for (card = gtk_widget_get_first_child (widget); card != NULL; card = gtk_widget_get_next_sibling (card))
    {
      int card_minimum, card_natural;

      if (!gtk_widget_should_layout (card))
        continue;
      gtk_widget_measure (card, GTK_ORIENTATION_HORIZONTAL, -1, &card_minimum, &card_natural, NULL, NULL);
      *minimum = MAX (*minimum, card_minimum);
      *natural = MAX (*natural, card_natural);
    }
}

static int
measure_height (GtkWidget *widget, int width)
{
  Columns columns = begin (width);
  GtkWidget *card;

  for (card = gtk_widget_get_first_child (widget); card != NULL; card = gtk_widget_get_next_sibling (card))
    {
      if (gtk_widget_should_layout (card))
        place (&columns, card);
    }
  return MAX (0, MAX (columns.heights[0], columns.heights[1]) - SPACING);
}

static void
keel_today_columns_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                            int *natural, int *minimum_baseline, int *natural_baseline)
{
  int least, wanted;

  measure_width (widget, &least, &wanted);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = MAX (wanted, 2 * least + SPACING);
    }
  else
    {
      *minimum = *natural = measure_height (widget, MAX (for_size >= 0 ? for_size : wanted, least));
    }
}

static void
keel_today_columns_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  Columns columns = begin (width);
  GtkWidget *card;

  for (card = gtk_widget_get_first_child (widget); card != NULL; card = gtk_widget_get_next_sibling (card))
    {
      GtkAllocation area;

      if (!gtk_widget_should_layout (card))
        continue;
      area = place (&columns, card);
      if (mirrored)
        area.x = width - area.x - area.width;
      gtk_widget_size_allocate (card, &area, -1);
    }
}

static GtkSizeRequestMode
keel_today_columns_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* GTK would go by where the cards stand. Arrows do. */
static gboolean
keel_today_columns_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean forward = direction == GTK_DIR_TAB_FORWARD;
  GtkWidget *card = gtk_widget_get_focus_child (widget);

  if (!forward && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (keel_today_columns_parent_class)->focus (widget, direction);
  if (card == NULL)
    card = forward ? gtk_widget_get_first_child (widget) : gtk_widget_get_last_child (widget);
  while (card != NULL)
    {
      if (gtk_widget_get_visible (card) && gtk_widget_child_focus (card, direction))
        return TRUE;
      card = forward ? gtk_widget_get_next_sibling (card) : gtk_widget_get_prev_sibling (card);
    }
  return FALSE;
}

static void
keel_today_columns_dispose (GObject *object)
{
  GtkWidget *card;

  while ((card = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (card);
  G_OBJECT_CLASS (keel_today_columns_parent_class)->dispose (object);
}

static void
keel_today_columns_class_init (KeelTodayColumnsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_today_columns_dispose;
  widget_class->measure = keel_today_columns_measure;
  widget_class->size_allocate = keel_today_columns_size_allocate;
  widget_class->get_request_mode = keel_today_columns_get_request_mode;
  widget_class->focus = keel_today_columns_focus;
}

static void
keel_today_columns_init (KeelTodayColumns *self)
{
}

void
keel_today_columns_move (KeelTodayColumns *self, GtkWidget *card, GtkWidget *before)
{
  gtk_widget_insert_before (card, GTK_WIDGET (self), before);
}
