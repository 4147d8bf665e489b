#include "config.h"

#include "keel-rating-scale.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Within it a second digit belongs to the first one. */
#define DIGITS_MS 1000
#define UNSET "keel-unset"

struct _KeelRatingScale
{
  GtkScale parent_instance;

  int min, max;
  char *low, *high; /* nullable */
  gboolean chosen;
  gboolean putting; /* what changes is not by the person */
  int digits;       /* typed so far */
  guint32 typed_at; /* milliseconds, as the keys came */
};

G_DEFINE_FINAL_TYPE (KeelRatingScale, keel_rating_scale, GTK_TYPE_SCALE)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
describe_ends (KeelRatingScale *self)
{
  if (self->low == NULL || self->high == NULL)
    /* Translators: between which numbers one can choose: "0 to 10" */
    return g_strdup_printf (_ ("%1$d to %2$d"), self->min, self->max);
  /* Translators: what the two ends of a row of numbers stand for: "0: not at all, 10: very much" */
  return g_strdup_printf (_ ("%1$d: %2$s, %3$d: %4$s"), self->min, self->low, self->max, self->high);
}

static char *
describe (KeelRatingScale *self)
{
  g_autofree char *ends = describe_ends (self);
  int value = 0;

  if (!keel_rating_scale_get (self, &value))
    /* Translators: said of a slider; %s: "0: not at all, 10: very much" */
    return g_strdup_printf (_ ("Nothing is chosen. %s"), ends);
  if (value == self->min && self->low != NULL)
    return g_strdup_printf (_ ("%1$d: %2$s"), value, self->low);
  if (value == self->max && self->high != NULL)
    return g_strdup_printf (_ ("%1$d: %2$s"), value, self->high);
  /* Translators: said of a slider: its number, then "0: not at all, 10: very much" */
  return g_strdup_printf (_ ("%1$d. %2$s"), value, ends);
}

static void
show (KeelRatingScale *self)
{
  g_autofree char *words = describe (self);

  if (self->chosen)
    gtk_widget_remove_css_class (GTK_WIDGET (self), UNSET);
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), UNSET);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

static void
put (KeelRatingScale *self, int value, gboolean chosen)
{
  self->putting = TRUE;
  self->chosen = chosen;
  gtk_range_set_value (GTK_RANGE (self), value);
  self->putting = FALSE;
  show (self);
}

static void
choose (KeelRatingScale *self, int value)
{
  int before = self->min;
  gboolean had = keel_rating_scale_get (self, &before);

  value = CLAMP (value, self->min, self->max);
  if (had && before == value)
    return;
  put (self, value, TRUE);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
take_back (KeelRatingScale *self)
{
  if (!self->chosen)
    return;
  put (self, self->min, FALSE);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

/* By the pointer. */
static gboolean
keel_rating_scale_change_value (GtkRange *range, GtkScrollType scroll, double value)
{
  choose (KEEL_RATING_SCALE (range), (int) round (value));
  return TRUE;
}

/* By a screen reader. */
static void
keel_rating_scale_value_changed (GtkRange *range)
{
  KeelRatingScale *self = KEEL_RATING_SCALE (range);

  if (!self->putting)
    choose (self, (int) round (gtk_range_get_value (range)));
}

static void
step (KeelRatingScale *self, int by)
{
  int value = by > 0 ? self->min - 1 : self->min + 1;

  keel_rating_scale_get (self, &value);
  choose (self, value + by);
}

static void
type_digit (KeelRatingScale *self, int digit, guint32 now)
{
  gboolean goes_on = now - self->typed_at < DIGITS_MS && self->digits * 10 + digit <= self->max;

  self->digits = goes_on ? self->digits * 10 + digit : digit;
  self->typed_at = now;
  if (self->digits >= self->min && self->digits <= self->max)
    choose (self, self->digits);
}

/* Where it stands in a column Up and Down are for the rows. */
static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        KeelRatingScale *self)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gunichar letter = gdk_keyval_to_unicode (key);
  int digit = letter != 0 ? g_unichar_digit_value (letter) : -1;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  if (key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete || key == GDK_KEY_BackSpace)
    take_back (self);
  else if (key == GDK_KEY_Right || key == GDK_KEY_KP_Right)
    step (self, rtl ? -1 : 1);
  else if (key == GDK_KEY_Left || key == GDK_KEY_KP_Left)
    step (self, rtl ? 1 : -1);
  else if (key == GDK_KEY_Up || key == GDK_KEY_KP_Up)
    step (self, 1);
  else if (key == GDK_KEY_Down || key == GDK_KEY_KP_Down)
    step (self, -1);
  else if (key == GDK_KEY_Home || key == GDK_KEY_KP_Home)
    choose (self, self->min);
  else if (key == GDK_KEY_End || key == GDK_KEY_KP_End)
    choose (self, self->max);
  else if (digit >= 0)
    type_digit (self, digit, gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (controller)));
  else
    return FALSE;
  return TRUE;
}

/* A click where the slider is already moves nothing. */
static void
released_cb (GtkGestureClick *gesture, int n_presses, double x, double y, KeelRatingScale *self)
{
  if (!self->chosen)
    choose (self, (int) round (gtk_range_get_value (GTK_RANGE (self))));
}

/* Who scrolls the page means no slider that happens to be below the pointer. */
static void
ignore_scrolling (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
    }
}

static void
keel_rating_scale_finalize (GObject *object)
{
  KeelRatingScale *self = KEEL_RATING_SCALE (object);

  g_free (self->low);
  g_free (self->high);
  G_OBJECT_CLASS (keel_rating_scale_parent_class)->finalize (object);
}

static void
keel_rating_scale_class_init (KeelRatingScaleClass *klass)
{
  GtkRangeClass *range_class = GTK_RANGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = keel_rating_scale_finalize;
  range_class->change_value = keel_rating_scale_change_value;
  range_class->value_changed = keel_rating_scale_value_changed;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", KEEL_TYPE_RATING_SCALE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
}

static void
keel_rating_scale_init (KeelRatingScale *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  ignore_scrolling (GTK_WIDGET (self));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

KeelRatingScale *
keel_rating_scale_new (int min, int max, const char *low, const char *high)
{
  KeelRatingScale *self = g_object_new (KEEL_TYPE_RATING_SCALE, "draw-value", FALSE, "digits", 0, NULL);

  self->min = min;
  self->max = max;
  self->low = g_strdup (low);
  self->high = g_strdup (high);
  self->putting = TRUE;
  gtk_range_set_adjustment (GTK_RANGE (self), gtk_adjustment_new (min, min, max, 1, 1, 0));
  for (int i = min; i <= max; i++)
    gtk_scale_add_mark (GTK_SCALE (self), i, GTK_POS_BOTTOM, NULL);
  self->putting = FALSE;
  show (self);
  return self;
}

void
keel_rating_scale_set (KeelRatingScale *self, int value)
{
  put (self, CLAMP (value, self->min, self->max), TRUE);
}

void
keel_rating_scale_clear (KeelRatingScale *self)
{
  put (self, self->min, FALSE);
}

gboolean
keel_rating_scale_get (KeelRatingScale *self, int *value)
{
  if (self->chosen)
    *value = (int) round (gtk_range_get_value (GTK_RANGE (self)));
  return self->chosen;
}
