#include "keel-measure.h"

/* Of text; what is approximate is a little more than the letters of a text take. */
#define LETTERS 70
/* Around the text of what is written in. */
#define EDGES 24

struct _KeelMeasure
{
  AdwBin parent_instance;

  gboolean grows;
};

G_DEFINE_FINAL_TYPE (KeelMeasure, keel_measure, ADW_TYPE_BIN)

static int
get_width (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int letter = pango_font_metrics_get_approximate_char_width (metrics);

  pango_font_metrics_unref (metrics);
  return LETTERS * letter / PANGO_SCALE + EDGES;
}

static int
find_width (GtkWidget *widget, GtkWidget *child, int width)
{
  int least, wanted, good = get_width (widget);

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
  /* All or nothing: cards have their edges where all else has them. */
  if (KEEL_MEASURE (widget)->grows && wanted > good && wanted <= width)
    good = wanted * 5 / 4;
  return MIN (width, MAX (least, good));
}

static void
keel_measure_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));

  *minimum = *natural = 0;
  if (child == NULL || !gtk_widget_should_layout (child))
    return;
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    for_size = find_width (widget, child, for_size);
  gtk_widget_measure (child, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
keel_measure_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));
  GtkAllocation area = { 0, 0, width, height };

  if (child == NULL || !gtk_widget_should_layout (child))
    return;
  area.width = find_width (widget, child, width);
  area.x = (width - area.width) / 2;
  gtk_widget_size_allocate (child, &area, -1);
}

static GtkSizeRequestMode
keel_measure_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
keel_measure_class_init (KeelMeasureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = keel_measure_measure;
  widget_class->size_allocate = keel_measure_size_allocate;
  widget_class->get_request_mode = keel_measure_get_request_mode;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
keel_measure_init (KeelMeasure *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
}

GtkWidget *
keel_measure_new (GtkWidget *child)
{
  GtkWidget *self = g_object_new (KEEL_TYPE_MEASURE, "child", child, NULL);

  g_object_bind_property (child, "visible", self, "visible", G_BINDING_SYNC_CREATE);
  return self;
}

GtkWidget *
keel_measure_new_growing (GtkWidget *child)
{
  GtkWidget *self = keel_measure_new (child);

  KEEL_MEASURE (self)->grows = TRUE;
  return self;
}
