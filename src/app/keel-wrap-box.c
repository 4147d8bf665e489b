#include "keel-wrap-box.h"

#define SPACING 6

struct _KeelWrapBox
{
  GtkWidget parent_instance;

  gboolean one_stop;
  gboolean choice;
  gboolean even;
  GtkWidget *last; /* weak: the child that had the focus */
};

G_DEFINE_FINAL_TYPE (KeelWrapBox, keel_wrap_box, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_ONE_STOP,
  PROP_CHOICE,
  PROP_EVEN,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

/* Where the next child goes. */
typedef struct
{
  int width; /* of a line */
  int x, y;
  int line_height;
  int cell; /* 0: each child has a width of its own */
} Pen;

static guint
count (GtkWidget *widget, int *widest)
{
  guint n = 0;

  *widest = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
      *widest = MAX (*widest, natural);
      n++;
    }
  return n;
}

/* Where lines are to be even: as few as there must be, and as many in each of them. */
static Pen
take_pen (KeelWrapBox *self, int width)
{
  Pen pen = { .width = width };
  int widest, columns, lines, n;

  if (!self->even)
    return pen;
  n = (int) count (GTK_WIDGET (self), &widest);
  columns = CLAMP ((width + SPACING) / (widest + SPACING), 1, MAX (n, 1));
  lines = (n + columns - 1) / columns;
  columns = lines > 0 ? (n + lines - 1) / lines : 1;
  pen.cell = MIN (widest, width);
  pen.width = columns * (pen.cell + SPACING) - SPACING;
  return pen;
}

static void
place (Pen *pen, GtkWidget *child, GtkAllocation *area)
{
  int natural, minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  area->width = pen->cell > 0 ? pen->cell : MAX (minimum, MIN (natural, pen->width));
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
  int widest;
  guint n = KEEL_WRAP_BOX (widget)->even ? count (widget, &widest) : 0;

  *minimum = *natural = 0;
  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? SPACING : 0);
    }
  if (n > 0)
    *natural = (int) n * (widest + SPACING) - SPACING;
}

static int
measure_height (GtkWidget *widget, int width)
{
  Pen pen = take_pen (KEEL_WRAP_BOX (widget), width);
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation area;

      if (gtk_widget_should_layout (child))
        place (&pen, child, &area);
    }
  return pen.y + pen.line_height;
}

static void
keel_wrap_box_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
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
  Pen pen = take_pen (KEEL_WRAP_BOX (widget), width);
  int inset = MAX (0, (width - pen.width) / 2);
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation area;

      if (!gtk_widget_should_layout (child))
        continue;
      place (&pen, child, &area);
      area.x += inset;
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

static gboolean
take_focus (KeelWrapBox *self, GtkWidget *child)
{
  if (child == NULL || !gtk_widget_grab_focus (child))
    return FALSE;
  g_set_weak_pointer (&self->last, child);
  return TRUE;
}

/* Where the focus goes when it comes in: what is chosen, else where it was, else the first. */
static gboolean
enter (KeelWrapBox *self)
{
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (GTK_WIDGET (self)); self->choice && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (child)))
        return take_focus (self, child);
    }
  if (self->last != NULL && gtk_widget_get_parent (self->last) == GTK_WIDGET (self))
    return take_focus (self, self->last);
  return take_focus (self, gtk_widget_get_first_child (GTK_WIDGET (self)));
}

static gboolean
move_focus (KeelWrapBox *self, GtkWidget *from, GtkDirectionType direction)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean forward = direction == GTK_DIR_DOWN || direction == (mirrored ? GTK_DIR_LEFT : GTK_DIR_RIGHT);
  GtkWidget *to = forward ? gtk_widget_get_next_sibling (from) : gtk_widget_get_prev_sibling (from);

  if (to == NULL)
    to = forward ? gtk_widget_get_first_child (GTK_WIDGET (self))
                 : gtk_widget_get_last_child (GTK_WIDGET (self));
  if (self->choice)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (to), TRUE);
  return take_focus (self, to);
}

static gboolean
keel_wrap_box_focus (GtkWidget *widget, GtkDirectionType direction)
{
  KeelWrapBox *self = KEEL_WRAP_BOX (widget);
  GtkWidget *inside = gtk_widget_get_focus_child (widget);

  if (!self->one_stop)
    return GTK_WIDGET_CLASS (keel_wrap_box_parent_class)->focus (widget, direction);
  if (inside == NULL)
    return enter (self);
  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    return FALSE;
  return move_focus (self, inside, direction);
}

static void
keel_wrap_box_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  KeelWrapBox *self = KEEL_WRAP_BOX (object);

  g_value_set_boolean (value, property == PROP_CHOICE ? self->choice
                              : property == PROP_EVEN ? self->even
                                                      : self->one_stop);
}

static void
keel_wrap_box_set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  KeelWrapBox *self = KEEL_WRAP_BOX (object);

  if (property == PROP_CHOICE)
    self->choice = g_value_get_boolean (value);
  else if (property == PROP_EVEN)
    self->even = g_value_get_boolean (value);
  else
    self->one_stop = g_value_get_boolean (value);
}

static void
keel_wrap_box_dispose (GObject *object)
{
  g_clear_weak_pointer (&KEEL_WRAP_BOX (object)->last);
  keel_wrap_box_clear (KEEL_WRAP_BOX (object));
  G_OBJECT_CLASS (keel_wrap_box_parent_class)->dispose (object);
}

static void
keel_wrap_box_class_init (KeelWrapBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_wrap_box_dispose;
  G_OBJECT_CLASS (klass)->get_property = keel_wrap_box_get_property;
  G_OBJECT_CLASS (klass)->set_property = keel_wrap_box_set_property;
  widget_class->measure = keel_wrap_box_measure;
  widget_class->size_allocate = keel_wrap_box_size_allocate;
  widget_class->get_request_mode = keel_wrap_box_get_request_mode;
  widget_class->focus = keel_wrap_box_focus;

  /* Tab comes in and goes out; arrows move inside. */
  properties[PROP_ONE_STOP] = g_param_spec_boolean ("one-stop", NULL, NULL, FALSE,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  /* One out of a group of toggle buttons: an arrow also chooses. */
  properties[PROP_CHOICE] = g_param_spec_boolean ("choice", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  /* All of one width, and as many in each line, as far as they go. */
  properties[PROP_EVEN] = g_param_spec_boolean ("even", NULL, NULL, FALSE,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPERTIES, properties);
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
