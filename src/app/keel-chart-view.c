#include "config.h"

#include "keel-chart-view.h"

#include "keel-drawing-view.h"

#define HEIGHT 150

struct _KeelChartView
{
  GtkDrawingArea parent_instance;

  KeelChart *chart;
  int place; /* that stands out */
};

G_DEFINE_FINAL_TYPE (KeelChartView, keel_chart_view, GTK_TYPE_DRAWING_AREA)

enum
{
  SIGNAL_TOLD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
tell (KeelChartView *self, int place)
{
  if (place == self->place)
    return;
  self->place = place;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_TOLD], 0, place);
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  KeelChartView *self = KEEL_CHART_VIEW (area);
  KeelWheelColour text, accent;

  keel_drawing_view_get_colours (GTK_WIDGET (self), &text, &accent);
  keel_chart_draw (self->chart, cr, gtk_widget_get_pango_context (GTK_WIDGET (self)), width, height, &text,
                   &accent, self->place);
}

static void
tell_at (KeelChartView *self, double x)
{
  GtkWidget *widget = GTK_WIDGET (self);

  tell (self, keel_chart_find (self->chart, gtk_widget_get_pango_context (widget),
                               gtk_widget_get_width (widget), x));
}

static void
motion_cb (KeelChartView *self, double x)
{
  tell_at (self, x);
}

static void
leave_cb (KeelChartView *self)
{
  if (!gtk_widget_has_focus (GTK_WIDGET (self)))
    tell (self, KEEL_CHART_NOWHERE);
}

static void
pressed_cb (KeelChartView *self, int n_press, double x)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  tell_at (self, x);
}

/* From where reading ends, at first: there is what was last. */
static void
step (KeelChartView *self, int by)
{
  int last = (int) keel_chart_get_n_places (self->chart) - 1;

  if (self->place == KEEL_CHART_NOWHERE)
    tell (self, last);
  else
    tell (self, CLAMP (self->place + by, 0, last));
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, KeelChartView *self)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      step (self, mirrored ? 1 : -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      step (self, mirrored ? -1 : 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      tell (self, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      tell (self, (int) keel_chart_get_n_places (self->chart) - 1);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
focus_left_cb (KeelChartView *self)
{
  tell (self, KEEL_CHART_NOWHERE);
}

static void
keel_chart_view_finalize (GObject *object)
{
  g_clear_pointer (&KEEL_CHART_VIEW (object)->chart, keel_chart_unref);
  G_OBJECT_CLASS (keel_chart_view_parent_class)->finalize (object);
}

static void
keel_chart_view_class_init (KeelChartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = keel_chart_view_finalize;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "keelchart");
  signals[SIGNAL_TOLD] = g_signal_new ("told", KEEL_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
keel_chart_view_init (KeelChartView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *press = gtk_gesture_click_new ();

  self->place = KEEL_CHART_NOWHERE;
  gtk_widget_set_focusable (widget, TRUE);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self), HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self), draw_cb, NULL, NULL);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (widget, keys);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, focus);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (press));
}

KeelChartView *
keel_chart_view_new (KeelChart *chart, const char *name)
{
  KeelChartView *self = g_object_new (KEEL_TYPE_CHART_VIEW, NULL);

  self->chart = keel_chart_ref (chart);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return self;
}

/* What is read out at once is the description of the widget that has the focus. */
void
keel_chart_view_say (KeelChartView *self, const char *words)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}
