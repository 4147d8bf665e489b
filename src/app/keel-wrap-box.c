#include "keel-wrap-box.h"

#define SPACING 6

struct _KeelWrapBox
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (KeelWrapBox, keel_wrap_box, GTK_TYPE_WIDGET)

/* Where the next child goes. */
typedef struct
{
  int width; /* of a line */
  int x, y;
  int line_height;
} Pen;

static void
place (Pen *pen, GtkWidget *child, GtkAllocation *area)
{
  int natural, minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  area->width = MAX (minimum, MIN (natural, pen->width));
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, area->width, NULL, &area->height, NULL, NULL);
  if (pen->x > 0 && pen->x + area->width > pen->width)
    {
      pen->x = 0;
      pen->y += pen->line_height + SPACING;
      pen->line_height = 0;
    }
  area->x = pen->x;
  area->y = pen->y;
  pen->x += area->width + SPACING;
  pen->line_height = MAX (pen->line_height, area->height);
}

static void
measure_width (GtkWidget *widget, int *minimum, int *natural)
{
  GtkWidget *child;

  *minimum = *natural = 0;
  for (child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? SPACING : 0);
    }
}

static int
measure_height (GtkWidget *widget, int width)
{
  Pen pen = { .width = width };
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation area;

      if (gtk_widget_should_layout (child))
        place (&pen, child, &area);
    }
  return pen.y + pen.line_height;
}

static void
keel_wrap_box_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  int widest, least;

  measure_width (widget, &least, &widest);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = widest;
    }
  else
    {
      *minimum = *natural = measure_height (widget, for_size < 0 ? widest : MAX (for_size, least));
    }
}

static void
keel_wrap_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  Pen pen = { .width = width };
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation area;

      if (!gtk_widget_should_layout (child))
        continue;
      place (&pen, child, &area);
      if (mirrored)
        area.x = width - area.x - area.width;
      gtk_widget_size_allocate (child, &area, -1);
    }
}

static GtkSizeRequestMode
keel_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
keel_wrap_box_dispose (GObject *object)
{
  keel_wrap_box_clear (KEEL_WRAP_BOX (object));
  G_OBJECT_CLASS (keel_wrap_box_parent_class)->dispose (object);
}

static void
keel_wrap_box_class_init (KeelWrapBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_wrap_box_dispose;
  widget_class->measure = keel_wrap_box_measure;
  widget_class->size_allocate = keel_wrap_box_size_allocate;
  widget_class->get_request_mode = keel_wrap_box_get_request_mode;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
keel_wrap_box_init (KeelWrapBox *self)
{
}

void
keel_wrap_box_append (KeelWrapBox *self, GtkWidget *child)
{
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

void
keel_wrap_box_clear (KeelWrapBox *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}
