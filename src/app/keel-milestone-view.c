#include "keel-milestone-view.h"

#include <math.h>

#define SMALLEST 120    /* pixels */
#define RISING_TIME 180 /* milliseconds */

struct _KeelMilestoneView
{
  GtkWidget parent_instance;

  KeelMilestoneCard *card; /* nullable: nothing yet */
  AdwAnimation *animation; /* nullable */
  double risen;
  int width;
};

G_DEFINE_FINAL_TYPE (KeelMilestoneView, keel_milestone_view, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
keel_milestone_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
keel_milestone_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                             int *natural, int *minimum_baseline, int *natural_baseline)
{
  KeelMilestoneView *self = KEEL_MILESTONE_VIEW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = SMALLEST;
      *natural = self->width;
    }
  else
    {
      *minimum = *natural = (int) ceil ((for_size > 0 ? for_size : self->width) * KEEL_MILESTONE_CARD_HEIGHT);
    }
}

static void
keel_milestone_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KeelMilestoneView *self = KEEL_MILESTONE_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  GskRoundedRect round;
  cairo_t *cr;

  if (self->card == NULL)
    return;
  gsk_rounded_rect_init_from_rect (&round, &bounds, 9);
  gtk_snapshot_push_rounded_clip (snapshot, &round);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  keel_milestone_card_draw (self->card, cr, gtk_widget_get_pango_context (widget), width, height,
                            self->risen);
  cairo_destroy (cr);
  gtk_snapshot_pop (snapshot);
}

static void
keel_milestone_view_dispose (GObject *object)
{
  KeelMilestoneView *self = KEEL_MILESTONE_VIEW (object);

  if (self->animation != NULL)
    adw_animation_reset (self->animation);
  g_clear_object (&self->animation);
  g_clear_pointer (&self->card, keel_milestone_card_free);
  G_OBJECT_CLASS (keel_milestone_view_parent_class)->dispose (object);
}

static void
keel_milestone_view_class_init (KeelMilestoneViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_milestone_view_dispose;
  widget_class->get_request_mode = keel_milestone_view_get_request_mode;
  widget_class->measure = keel_milestone_view_measure;
  widget_class->snapshot = keel_milestone_view_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
keel_milestone_view_init (KeelMilestoneView *self)
{
  self->risen = 1;
}

GtkWidget *
keel_milestone_view_new (int width)
{
  KeelMilestoneView *self = g_object_new (KEEL_TYPE_MILESTONE_VIEW, NULL);

  self->width = width;
  return GTK_WIDGET (self);
}

void
keel_milestone_view_show (KeelMilestoneView *self, KeelMilestoneCard *card)
{
  g_autofree char *words = keel_milestone_card_describe (card);

  g_clear_pointer (&self->card, keel_milestone_card_free);
  self->card = card;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
rise_cb (double risen, gpointer data)
{
  KeelMilestoneView *self = data;

  self->risen = risen;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
keel_milestone_view_rise (KeelMilestoneView *self)
{
  AdwAnimationTarget *target;

  if (self->animation != NULL)
    return;
  target = adw_callback_animation_target_new (rise_cb, self, NULL);
  self->animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, RISING_TIME, target);
  adw_animation_play (self->animation);
}
