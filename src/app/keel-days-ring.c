#include "config.h"

#include "keel-days-ring.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "paper/keel-ring.h"

#include "keel-days-colour.h"
#include "keel-drawing-view.h"

struct _KeelDaysRing
{
  GtkDrawingArea parent_instance;

  char *number;
  char *unit;
  double share;
  gboolean has_mark;
  KeelWheelColour mark;
};

G_DEFINE_FINAL_TYPE (KeelDaysRing, keel_days_ring, GTK_TYPE_DRAWING_AREA)

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  KeelDaysRing *self = KEEL_DAYS_RING (area);
  KeelRing ring = { self->share, self->number, self->unit, self->has_mark ? &self->mark : NULL };
  KeelWheelColour text, accent;

  if (self->number == NULL)
    return;
  keel_drawing_view_get_colours (GTK_WIDGET (self), &text, &accent);
  keel_ring_draw (&ring, cr, gtk_widget_get_pango_context (GTK_WIDGET (self)), width, height, &text, &accent);
}

static void
keel_days_ring_finalize (GObject *object)
{
  KeelDaysRing *self = KEEL_DAYS_RING (object);

  g_free (self->number);
  g_free (self->unit);
  G_OBJECT_CLASS (keel_days_ring_parent_class)->finalize (object);
}

static void
keel_days_ring_class_init (KeelDaysRingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_days_ring_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
keel_days_ring_init (KeelDaysRing *self)
{
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self), draw_cb, NULL, NULL);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
keel_days_ring_new (int size)
{
  KeelDaysRing *self = g_object_new (KEEL_TYPE_DAYS_RING, NULL);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self), size);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self), size);
  return GTK_WIDGET (self);
}

gboolean
keel_days_ring_has_number (const KeelCountStand *stand)
{
  return stand->standing->shows_streak || stand->standing->shows_total;
}

guint
keel_days_ring_get_number (const KeelCountStand *stand)
{
  return stand->standing->shows_streak ? stand->standing->streak : stand->standing->total;
}

void
keel_days_ring_show (KeelDaysRing *self, KeelSession *session, const KeelCountStand *stand)
{
  const KeelDayStanding *standing = stand->standing;
  guint number = keel_days_ring_get_number (stand);

  g_free (self->number);
  g_free (self->unit);
  self->number = g_strdup_printf ("%u", number);
  /* Translators: below a large number in a ring. */
  self->unit = g_strdup (ngettext ("day", "days", number));
  self->has_mark = standing->has_next;
  self->share = standing->has_next ? standing->share : (double) NAN;
  if (standing->has_next)
    self->mark = keel_days_colour_of (session, stand->count->scheme, standing->next.unit,
                                      standing->next.count);
  gtk_widget_set_visible (GTK_WIDGET (self), keel_days_ring_has_number (stand));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
