#include "keel-short-scroller.h"

/* Pixels: what it takes where there is room, and what it can do with. */
#define MOST 260
#define LEAST 140

struct _KeelShortScroller
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *child; /* in it; nullable */
};

G_DEFINE_FINAL_TYPE (KeelShortScroller, keel_short_scroller, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_CHILD
};

static void
keel_short_scroller_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                             int *natural, int *minimum_baseline, int *natural_baseline)
{
  KeelShortScroller *self = KEEL_SHORT_SCROLLER (widget);

  if (self->child == NULL)
    return;
  gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = MIN (*natural, LEAST);
      *natural = MIN (*natural, MOST);
    }
}

static void
keel_short_scroller_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_size_allocate (KEEL_SHORT_SCROLLER (widget)->scroller,
                            &(GtkAllocation){ .width = width, .height = height }, baseline);
}

static GtkSizeRequestMode
keel_short_scroller_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
keel_short_scroller_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, KEEL_SHORT_SCROLLER (object)->child);
}

static void
keel_short_scroller_set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  KeelShortScroller *self = KEEL_SHORT_SCROLLER (object);

  self->child = g_value_get_object (value);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->child);
}

static void
keel_short_scroller_dispose (GObject *object)
{
  KeelShortScroller *self = KEEL_SHORT_SCROLLER (object);

  self->child = NULL;
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (keel_short_scroller_parent_class)->dispose (object);
}

static void
keel_short_scroller_class_init (KeelShortScrollerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = keel_short_scroller_get_property;
  object_class->set_property = keel_short_scroller_set_property;
  object_class->dispose = keel_short_scroller_dispose;
  widget_class->measure = keel_short_scroller_measure;
  widget_class->size_allocate = keel_short_scroller_size_allocate;
  widget_class->get_request_mode = keel_short_scroller_get_request_mode;

  g_object_class_install_property (object_class, PROP_CHILD,
                                   g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
keel_short_scroller_init (KeelShortScroller *self)
{
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}
