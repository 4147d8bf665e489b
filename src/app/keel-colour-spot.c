#include "keel-colour-spot.h"

#define SIZE 16
#define RIM 1.0f

struct _KeelColourSpot
{
  GtkWidget parent_instance;

  GdkRGBA colour;
};

G_DEFINE_FINAL_TYPE (KeelColourSpot, keel_colour_spot, GTK_TYPE_WIDGET)

static void
keel_colour_spot_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                          int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
keel_colour_spot_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KeelColourSpot *self = KEEL_COLOUR_SPOT (widget);
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, SIZE, SIZE);
  const float rim[4] = { RIM, RIM, RIM, RIM };
  GskRoundedRect round;
  GdkRGBA edge;
  GdkRGBA edges[4];

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &edge);
  edge.alpha = 0.5f;
  for (gsize i = 0; i < G_N_ELEMENTS (edges); i++)
    edges[i] = edge;
  gsk_rounded_rect_init_from_rect (&round, &area, SIZE / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &round);
  gtk_snapshot_append_color (snapshot, &self->colour, &area);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &round, rim, edges);
}

static void
keel_colour_spot_class_init (KeelColourSpotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = keel_colour_spot_measure;
  widget_class->snapshot = keel_colour_spot_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
keel_colour_spot_init (KeelColourSpot *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
keel_colour_spot_new (const char *colour)
{
  KeelColourSpot *self = g_object_new (KEEL_TYPE_COLOUR_SPOT, NULL);

  gdk_rgba_parse (&self->colour, colour);
  return GTK_WIDGET (self);
}
