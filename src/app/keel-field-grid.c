#include "keel-field-grid.h"

#define SPACING 12
/* Less than this is too narrow for one of two columns. */
#define LEAST_WIDTH 230
#define SHORT "keel-short"

struct _KeelFieldGrid
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (KeelFieldGrid, keel_field_grid, GTK_TYPE_WIDGET)

static gboolean
is_short (GtkWidget *child)
{
  return g_object_get_data (G_OBJECT (child), SHORT) != NULL;
}

static GtkWidget *
get_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* The one that stands beside @child; NULL: it has the line for itself. */
static GtkWidget *
find_partner (GtkWidget *child, int width)
{
  GtkWidget *next = get_shown (gtk_widget_get_next_sibling (child));

  if (width < 2 * LEAST_WIDTH + SPACING || !is_short (child) || next == NULL || !is_short (next))
    return NULL;
  return next;
}

static int
measure_child (GtkWidget *child, int width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

static void
place (GtkWidget *self, GtkWidget *child, int x, int y, int width, int height, int all)
{
  GtkAllocation area = { x, y, width, height };

  if (gtk_widget_get_direction (self) == GTK_TEXT_DIR_RTL)
    area.x = all - x - width;
  gtk_widget_size_allocate (child, &area, -1);
}

/* Returns the height of all. */
static int
lay_out (GtkWidget *self, int width, gboolean allocate)
{
  GtkWidget *child = get_shown (gtk_widget_get_first_child (self));
  int half = (width - SPACING) / 2, y = 0;

  while (child != NULL)
    {
      GtkWidget *partner = find_partner (child, width);
      int height = measure_child (child, partner != NULL ? half : width);

      if (partner != NULL)
        height = MAX (height, measure_child (partner, half));
      if (allocate)
        place (self, child, 0, y, partner != NULL ? half : width, height, width);
      if (allocate && partner != NULL)
        place (self, partner, width - half, y, half, height, width);
      y += height;
      child = get_shown (gtk_widget_get_next_sibling (partner != NULL ? partner : child));
      if (child != NULL)
        y += SPACING;
    }
  return y;
}

static void
measure_width (GtkWidget *widget, int *minimum, int *natural)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = get_shown (gtk_widget_get_first_child (widget)); child != NULL;
       child = get_shown (gtk_widget_get_next_sibling (child)))
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, is_short (child) ? 2 * child_natural + SPACING : child_natural);
    }
}

static void
keel_field_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                         int *natural, int *minimum_baseline, int *natural_baseline)
{
  int least, widest;

  measure_width (widget, &least, &widest);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = widest;
    }
  else
    {
      *minimum = *natural = lay_out (widget, for_size < 0 ? widest : MAX (for_size, least), FALSE);
    }
}

static void
keel_field_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  lay_out (widget, width, TRUE);
}

static GtkSizeRequestMode
keel_field_grid_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
keel_field_grid_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (keel_field_grid_parent_class)->dispose (object);
}

static void
keel_field_grid_class_init (KeelFieldGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_field_grid_dispose;
  widget_class->measure = keel_field_grid_measure;
  widget_class->size_allocate = keel_field_grid_size_allocate;
  widget_class->get_request_mode = keel_field_grid_get_request_mode;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
keel_field_grid_init (KeelFieldGrid *self)
{
}

void
keel_field_grid_append (KeelFieldGrid *self, GtkWidget *child, gboolean is_short_one)
{
  if (is_short_one)
    g_object_set_data (G_OBJECT (child), SHORT, GINT_TO_POINTER (TRUE));
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}
