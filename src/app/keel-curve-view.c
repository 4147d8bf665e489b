#include "config.h"

#include "keel-curve-view.h"

#define HEIGHT 190

struct _KeelCurveView
{
  GtkDrawingArea parent_instance;

  KeelCurve *curve;
};

G_DEFINE_FINAL_TYPE (KeelCurveView, keel_curve_view, GTK_TYPE_DRAWING_AREA)

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  KeelCurveView *self = KEEL_CURVE_VIEW (area);
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA text, accent;

  gtk_style_context_get_color (style, &text);
  if (!gtk_style_context_lookup_color (style, "accent_color", &accent))
    accent = text;
  keel_curve_draw (self->curve, cr, gtk_widget_get_pango_context (GTK_WIDGET (self)), width, height,
                   &(KeelWheelColour){ text.red, text.green, text.blue },
                   &(KeelWheelColour){ accent.red, accent.green, accent.blue });
}

static void
keel_curve_view_finalize (GObject *object)
{
  keel_curve_free (KEEL_CURVE_VIEW (object)->curve);
  G_OBJECT_CLASS (keel_curve_view_parent_class)->finalize (object);
}

static void
keel_curve_view_class_init (KeelCurveViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_curve_view_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_IMG);
}

static void
keel_curve_view_init (KeelCurveView *self)
{
  self->curve = keel_curve_new ();
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self), HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self), draw_cb, NULL, NULL);
}

void
keel_curve_view_show (KeelCurveView *self, KeelCurve *curve, const char *description)
{
  keel_curve_free (self->curve);
  self->curve = curve;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
