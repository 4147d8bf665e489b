#include "keel-compare-line.h"

/* Pixels. A word that is longer than that has its place nevertheless. */
#define HEADING_WIDTH 128
#define LEAST_COLUMN 132
#define SPACING 12
#define GAP 3 /* between lines that belong together */

struct _KeelCompareLine
{
  GtkWidget parent_instance;

  GtkWidget *heading; /* nullable */
  GPtrArray *names;   /* of GtkWidget, of the columns; NULL among them where there is none */
  GPtrArray *cells;   /* of GtkWidget */
};

G_DEFINE_FINAL_TYPE (KeelCompareLine, keel_compare_line, GTK_TYPE_WIDGET)

typedef struct
{
  int heading;
  int column;
} Widths;

static int
get_least_width (GtkWidget *child)
{
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

static void
widen (KeelCompareLine *self, Widths *widths)
{
  if (self->heading != NULL)
    widths->heading = MAX (widths->heading, get_least_width (self->heading));
  for (guint i = 0; i < self->cells->len; i++)
    widths->column = MAX (widths->column, get_least_width (self->cells->pdata[i]));
}

/* What all lines of the table need, so that they are alike. */
static Widths
get_least_widths (KeelCompareLine *self)
{
  GtkWidget *rows = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_LIST_BOX);
  Widths widths = { HEADING_WIDTH, LEAST_COLUMN };
  GtkListBoxRow *row;

  if (rows == NULL)
    widen (self, &widths);
  for (int i = 0; rows != NULL && (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (rows), i)) != NULL; i++)
    if (KEEL_IS_COMPARE_LINE (gtk_list_box_row_get_child (row)))
      widen (KEEL_COMPARE_LINE (gtk_list_box_row_get_child (row)), &widths);
  return widths;
}

static gboolean
is_wide (KeelCompareLine *self, int width)
{
  Widths least = get_least_widths (self);
  int columns = (int) self->cells->len;

  return width < 0 || width >= least.heading + columns * (least.column + SPACING);
}

static int
get_column_width (KeelCompareLine *self, int width)
{
  int columns = MAX ((int) self->cells->len, 1);

  return (width - get_least_widths (self).heading) / columns - SPACING;
}

static int
get_height (GtkWidget *child, int width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

static int
measure_beside (KeelCompareLine *self, int width)
{
  int column = get_column_width (self, width);
  int height = self->heading != NULL ? get_height (self->heading, get_least_widths (self).heading) : 0;

  for (guint i = 0; i < self->cells->len; i++)
    height = MAX (height, get_height (self->cells->pdata[i], column));
  return height;
}

static int
measure_beneath (KeelCompareLine *self, int width)
{
  int height = self->heading != NULL ? get_height (self->heading, width) : -SPACING / 2;

  for (guint i = 0; i < self->cells->len; i++)
    {
      height += SPACING / 2 + get_height (self->cells->pdata[i], width);
      if (self->names->pdata[i] != NULL)
        height += get_height (self->names->pdata[i], width) + GAP;
    }
  return height;
}

static int
measure_least_width (KeelCompareLine *self)
{
  int least = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    least = MAX (least, get_least_width (child));
  return least;
}

static void
keel_compare_line_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                           int *natural, int *minimum_baseline, int *natural_baseline)
{
  KeelCompareLine *self = KEEL_COMPARE_LINE (widget);
  int columns = (int) self->cells->len;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = measure_least_width (self);
      *natural = MAX (*minimum, HEADING_WIDTH + columns * (2 * LEAST_COLUMN + SPACING));
    }
  else if (for_size < 0)
    *minimum = *natural = measure_beneath (self, measure_least_width (self));
  else
    *minimum = *natural = is_wide (self, for_size) ? measure_beside (self, for_size)
                                                   : measure_beneath (self, for_size);
}

/* @x counts from where a line begins. */
static void
place (KeelCompareLine *self, GtkWidget *child, int line, int x, int y, int width, int height)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  gtk_widget_set_child_visible (child, TRUE);
  gtk_widget_size_allocate (child, &(GtkAllocation){ mirrored ? line - x - width : x, y, width, height }, -1);
}

static void
allocate_beside (KeelCompareLine *self, int width, int height)
{
  int column = get_column_width (self, width);
  int heading = get_least_widths (self).heading;

  if (self->heading != NULL)
    place (self, self->heading, width, 0, 0, heading, height);
  for (guint i = 0; i < self->cells->len; i++)
    {
      if (self->names->pdata[i] != NULL)
        gtk_widget_set_child_visible (self->names->pdata[i], FALSE);
      place (self, self->cells->pdata[i], width, heading + SPACING + (int) i * (column + SPACING), 0, column,
             height);
    }
}

static void
allocate_beneath (KeelCompareLine *self, int width)
{
  int y = -SPACING / 2;

  if (self->heading != NULL)
    {
      y = get_height (self->heading, width);
      place (self, self->heading, width, 0, 0, width, y);
    }
  for (guint i = 0; i < self->cells->len; i++)
    {
      GtkWidget *name = self->names->pdata[i];
      int height = get_height (self->cells->pdata[i], width);

      y += SPACING / 2;
      if (name != NULL)
        {
          int name_height = get_height (name, width);

          place (self, name, width, 0, y, width, name_height);
          y += name_height + GAP;
        }
      place (self, self->cells->pdata[i], width, 0, y, width, height);
      y += height;
    }
}

static void
keel_compare_line_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KeelCompareLine *self = KEEL_COMPARE_LINE (widget);

  if (is_wide (self, width))
    allocate_beside (self, width, height);
  else
    allocate_beneath (self, width);
}

static GtkSizeRequestMode
keel_compare_line_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
keel_compare_line_dispose (GObject *object)
{
  KeelCompareLine *self = KEEL_COMPARE_LINE (object);
  GtkWidget *child;

  self->heading = NULL;
  g_ptr_array_set_size (self->names, 0);
  g_ptr_array_set_size (self->cells, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (keel_compare_line_parent_class)->dispose (object);
}

static void
keel_compare_line_finalize (GObject *object)
{
  g_ptr_array_unref (KEEL_COMPARE_LINE (object)->names);
  g_ptr_array_unref (KEEL_COMPARE_LINE (object)->cells);
  G_OBJECT_CLASS (keel_compare_line_parent_class)->finalize (object);
}

static void
keel_compare_line_class_init (KeelCompareLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_compare_line_dispose;
  G_OBJECT_CLASS (klass)->finalize = keel_compare_line_finalize;
  widget_class->measure = keel_compare_line_measure;
  widget_class->size_allocate = keel_compare_line_size_allocate;
  widget_class->get_request_mode = keel_compare_line_get_request_mode;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
keel_compare_line_init (KeelCompareLine *self)
{
  self->names = g_ptr_array_new ();
  self->cells = g_ptr_array_new ();
}

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  /* A name that breaks within a word cannot be compared. */
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD);
  gtk_widget_add_css_class (label, style);
  return label;
}

GtkWidget *
keel_compare_line_new (const char *heading)
{
  KeelCompareLine *self = g_object_new (KEEL_TYPE_COMPARE_LINE, NULL);

  if (heading != NULL)
    {
      self->heading = make_label (heading, "heading");
      gtk_widget_set_parent (self->heading, GTK_WIDGET (self));
    }
  return GTK_WIDGET (self);
}

void
keel_compare_line_add (KeelCompareLine *self, const char *column, GtkWidget *cell)
{
  GtkWidget *name = column != NULL ? make_label (column, "dim-label") : NULL;

  if (name != NULL)
    gtk_widget_set_parent (name, GTK_WIDGET (self));
  gtk_widget_set_parent (cell, GTK_WIDGET (self));
  g_ptr_array_add (self->names, name);
  g_ptr_array_add (self->cells, cell);
}
