#include "config.h"

#include "keel-bars-view.h"

#define HEIGHT 120

struct _KeelBarsView
{
  GtkDrawingArea parent_instance;

  KeelBars *bars;
};

G_DEFINE_FINAL_TYPE (KeelBarsView, keel_bars_view, GTK_TYPE_DRAWING_AREA)

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  KeelBarsView *self = KEEL_BARS_VIEW (area);
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA text, accent;

  gtk_style_context_get_color (style, &text);
  if (!gtk_style_context_lookup_color (style, "accent_color", &accent))
    accent = text;
  keel_bars_draw (self->bars, cr, gtk_widget_get_pango_context (GTK_WIDGET (self)), width, height,
                  &(KeelWheelColour){ text.red, text.green, text.blue },
                  &(KeelWheelColour){ accent.red, accent.green, accent.blue });
}

static void
keel_bars_view_finalize (GObject *object)
{
  keel_bars_free (KEEL_BARS_VIEW (object)->bars);
  G_OBJECT_CLASS (keel_bars_view_parent_class)->finalize (object);
}

static void
keel_bars_view_class_init (KeelBarsViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_bars_view_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_IMG);
}

static void
keel_bars_view_init (KeelBarsView *self)
{
  self->bars = keel_bars_new ();
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self), HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self), draw_cb, NULL, NULL);
}

void
keel_bars_view_show (KeelBarsView *self, KeelBars *bars, const char *description)
{
  keel_bars_free (self->bars);
  self->bars = bars;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
