#include "keel-pair-box.h"

#define SPACING 12
#define LEAST_WIDTH_BESIDE 680
#define LEAST_SIDE 252
#define MOST_SIDE 360

struct _KeelPairBox
{
  GtkWidget parent_instance;
};

static void keel_pair_box_buildable_init (GtkBuildableIface *iface);

static GtkBuildableIface *parent_buildable;

G_DEFINE_FINAL_TYPE_WITH_CODE (KeelPairBox, keel_pair_box, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, keel_pair_box_buildable_init))

static int
measure_height (GtkWidget *child, int width, gboolean natural)
{
  int least, best;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &least, &best, NULL, NULL);
  return natural ? best : least;
}

static int
get_side (int width)
{
  return CLAMP (width * 3 / 10, LEAST_SIDE, MOST_SIDE);
}

static void
keel_pair_box_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *second = gtk_widget_get_last_child (widget);
  int least[2];
  int side = get_side (for_size);

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (first, orientation, -1, &least[0], NULL, NULL, NULL);
      gtk_widget_measure (second, orientation, -1, &least[1], NULL, NULL, NULL);
      *minimum = MAX (least[0], least[1]);
      *natural = MAX (*minimum, LEAST_WIDTH_BESIDE);
    }
  else if (for_size >= LEAST_WIDTH_BESIDE)
    {
      *minimum = *natural = MAX (measure_height (first, for_size - side - SPACING, FALSE),
                                 measure_height (second, side, FALSE));
    }
  else
    {
      *minimum = *natural = measure_height (first, for_size, FALSE) + SPACING +
                            measure_height (second, for_size, TRUE);
    }
}

static void
allocate (GtkWidget *widget, GtkWidget *child, GtkAllocation area)
{
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    area.x = gtk_widget_get_width (widget) - area.x - area.width;
  gtk_widget_size_allocate (child, &area, -1);
}

static void
keel_pair_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *second = gtk_widget_get_last_child (widget);
  int side = get_side (width);
  int below;

  if (width >= LEAST_WIDTH_BESIDE)
    {
      allocate (widget, first, (GtkAllocation){ 0, 0, width - side - SPACING, height });
      allocate (widget, second, (GtkAllocation){ width - side, 0, side, height });
      return;
    }
  /* Room that is left over makes the days of the first higher, up to half of all. */
  below = MAX (measure_height (second, width, TRUE), height / 3);
  below = MIN (below, height - SPACING - measure_height (first, width, FALSE));
  allocate (widget, first, (GtkAllocation){ 0, 0, width, height - SPACING - below });
  allocate (widget, second, (GtkAllocation){ 0, height - below, width, below });
}

static GtkSizeRequestMode
keel_pair_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
keel_pair_box_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  if (GTK_IS_WIDGET (child))
    gtk_widget_set_parent (GTK_WIDGET (child), GTK_WIDGET (buildable));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
keel_pair_box_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = keel_pair_box_add_child;
}

static void
keel_pair_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (keel_pair_box_parent_class)->dispose (object);
}

static void
keel_pair_box_class_init (KeelPairBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_pair_box_dispose;
  widget_class->measure = keel_pair_box_measure;
  widget_class->size_allocate = keel_pair_box_size_allocate;
  widget_class->get_request_mode = keel_pair_box_get_request_mode;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
keel_pair_box_init (KeelPairBox *self)
{
}
