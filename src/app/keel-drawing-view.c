#include "config.h"

#include "keel-drawing-view.h"

struct _KeelDrawingView
{
  GtkDrawingArea parent_instance;

  KeelDrawFunc draw;
  gpointer thing; /* NULL: nothing is shown yet */
  GDestroyNotify free_thing;
};

G_DEFINE_FINAL_TYPE (KeelDrawingView, keel_drawing_view, GTK_TYPE_DRAWING_AREA)

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  KeelDrawingView *self = KEEL_DRAWING_VIEW (area);
  KeelWheelColour text, accent;

  if (self->thing == NULL)
    return;
  keel_drawing_view_get_colours (GTK_WIDGET (self), &text, &accent);
  self->draw (self->thing, cr, gtk_widget_get_pango_context (GTK_WIDGET (self)), width, height, &text,
              &accent);
}

static void
forget (KeelDrawingView *self)
{
  if (self->thing != NULL)
    self->free_thing (g_steal_pointer (&self->thing));
}

static void
keel_drawing_view_finalize (GObject *object)
{
  forget (KEEL_DRAWING_VIEW (object));
  G_OBJECT_CLASS (keel_drawing_view_parent_class)->finalize (object);
}

static void
keel_drawing_view_class_init (KeelDrawingViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_drawing_view_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_IMG);
}

static void
keel_drawing_view_init (KeelDrawingView *self)
{
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self), draw_cb, NULL, NULL);
}

GtkWidget *
keel_drawing_view_new (int height)
{
  KeelDrawingView *self = g_object_new (KEEL_TYPE_DRAWING_VIEW, NULL);

  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self), height);
  return GTK_WIDGET (self);
}

void
keel_drawing_view_show (KeelDrawingView *self, KeelDrawFunc draw, gpointer thing, GDestroyNotify free_thing,
                        const char *description)
{
  forget (self);
  self->draw = draw;
  self->thing = thing;
  self->free_thing = free_thing;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
keel_drawing_view_get_colours (GtkWidget *widget, KeelWheelColour *text, KeelWheelColour *accent)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  GdkRGBA letters, stands_out;

  gtk_style_context_get_color (style, &letters);
  if (!gtk_style_context_lookup_color (style, "accent_color", &stands_out))
    stands_out = letters;
  *text = (KeelWheelColour){ letters.red, letters.green, letters.blue };
  *accent = (KeelWheelColour){ stands_out.red, stands_out.green, stands_out.blue };
}
