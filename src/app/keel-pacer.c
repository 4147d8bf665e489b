#include "config.h"

#include "keel-pacer.h"

#include <glib/gi18n-lib.h>

#include "core/keel-stopwatch.h"

#define SIZE 260
#define TICK_MS 100
/* Of the room: the disc with empty and with full lungs. */
#define SMALLEST 0.36
#define LARGEST 0.96

struct _KeelPacer
{
  AdwBin parent_instance;

  GtkWidget *area;
  GtkLabel *word;
  GtkLabel *count;
  GtkLabel *rounds;

  KeelPace pace;
  KeelStopwatch watch;
  KeelPaceMoment moment;
  gboolean numbers;
  guint tick;  /* of the frame clock, or 0 */
  guint timer; /* a source in its place where nothing moves */
};

G_DEFINE_FINAL_TYPE (KeelPacer, keel_pacer, ADW_TYPE_BIN)

enum
{
  SIGNAL_PHASE,
  SIGNAL_DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  KeelPacer *self = KEEL_PACER (data);
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (area));
  double room = MIN (width, height) / 2.0;
  GdkRGBA accent;

  if (self->numbers || !gtk_style_context_lookup_color (style, "accent_bg_color", &accent))
    return;
  cairo_arc (cr, width / 2.0, height / 2.0, room * LARGEST, 0, 2 * G_PI);
  cairo_set_source_rgba (cr, accent.red, accent.green, accent.blue, 0.1);
  cairo_fill (cr);
  cairo_arc (cr, width / 2.0, height / 2.0, room * (SMALLEST + (LARGEST - SMALLEST) * self->moment.fill), 0,
             2 * G_PI);
  cairo_set_source_rgba (cr, accent.red, accent.green, accent.blue, 0.35);
  cairo_fill (cr);
}

static guint
get_seconds (KeelPacer *self, KeelPacePhase phase)
{
  const guint seconds[] = { self->pace.in, self->pace.again, self->pace.hold, self->pace.out,
                            self->pace.rest };

  return phase < G_N_ELEMENTS (seconds) ? seconds[phase] : 0;
}

static void
show_words (KeelPacer *self)
{
  g_autofree char *count = g_strdup_printf ("%u", self->moment.left);
  /* Translators: which breath it is, and how many there are */
  g_autofree char *rounds = g_strdup_printf (_ ("Breath %1$u of %2$u"), self->moment.round,
                                             self->pace.rounds);

  gtk_label_set_text (self->word, keel_pacer_describe_phase (self->moment.phase));
  gtk_label_set_text (self->count, self->moment.left > 0 ? count : "");
  gtk_label_set_text (self->rounds, rounds);
}

static void
stop (KeelPacer *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  g_clear_handle_id (&self->timer, g_source_remove);
}

static void
step (KeelPacer *self)
{
  KeelPaceMoment before = self->moment;
  gboolean other;

  self->moment = keel_pace_find (&self->pace, keel_stopwatch_get (&self->watch, g_get_monotonic_time ()));
  other = before.phase != self->moment.phase || before.round != self->moment.round;
  if (other || before.left != self->moment.left)
    show_words (self);
  if (!self->numbers)
    gtk_widget_queue_draw (self->area);
  if (other && self->moment.phase == KEEL_PACE_DONE)
    {
      keel_pacer_set_going (self, FALSE);
      g_signal_emit (self, signals[SIGNAL_DONE], 0);
    }
  else if (other)
    {
      g_signal_emit (self, signals[SIGNAL_PHASE], 0, self->moment.phase,
                     get_seconds (self, self->moment.phase));
    }
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  step (KEEL_PACER (widget));
  return G_SOURCE_CONTINUE;
}

static gboolean
timer_cb (gpointer data)
{
  g_autoptr (KeelPacer) self = g_object_ref (data);

  step (self);
  return G_SOURCE_CONTINUE;
}

static void
start (KeelPacer *self)
{
  if (self->numbers)
    self->timer = g_timeout_add (TICK_MS, timer_cb, self);
  else
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

static void
show_face (KeelPacer *self)
{
  if (self->numbers)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->count), "keel-large-count");
      gtk_widget_remove_css_class (GTK_WIDGET (self->count), "title-2");
    }
  else
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->count), "title-2");
      gtk_widget_remove_css_class (GTK_WIDGET (self->count), "keel-large-count");
    }
  gtk_widget_queue_draw (self->area);
}

static void
keel_pacer_dispose (GObject *object)
{
  stop (KEEL_PACER (object));
  G_OBJECT_CLASS (keel_pacer_parent_class)->dispose (object);
}

static void
keel_pacer_class_init (KeelPacerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_pacer_dispose;
  signals[SIGNAL_PHASE] = g_signal_new ("phase", KEEL_TYPE_PACER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[SIGNAL_DONE] = g_signal_new ("done", KEEL_TYPE_PACER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-pacer.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelPacer, area);
  gtk_widget_class_bind_template_child (widget_class, KeelPacer, word);
  gtk_widget_class_bind_template_child (widget_class, KeelPacer, count);
  gtk_widget_class_bind_template_child (widget_class, KeelPacer, rounds);
}

static void
keel_pacer_init (KeelPacer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self->area), SIZE);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->area), SIZE);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->area), draw_cb, self, NULL);
}

KeelPacer *
keel_pacer_new (const KeelPace *pace)
{
  KeelPacer *self = g_object_new (KEEL_TYPE_PACER, NULL);

  keel_pacer_set_pace (self, pace);
  return self;
}

void
keel_pacer_set_pace (KeelPacer *self, const KeelPace *pace)
{
  gboolean going = self->watch.going;

  stop (self);
  self->pace = *pace;
  keel_stopwatch_reset (&self->watch);
  self->moment = keel_pace_find (&self->pace, 0);
  show_words (self);
  keel_pacer_set_going (self, going);
}

void
keel_pacer_set_numbers (KeelPacer *self, gboolean numbers)
{
  stop (self);
  self->numbers = numbers || !adw_get_enable_animations (GTK_WIDGET (self));
  show_face (self);
  if (self->watch.going)
    start (self);
}

void
keel_pacer_set_going (KeelPacer *self, gboolean going)
{
  gint64 now = g_get_monotonic_time ();
  gboolean first = self->watch.gone == 0 && !self->watch.going;

  stop (self);
  if (!going || self->moment.phase == KEEL_PACE_DONE)
    {
      keel_stopwatch_pause (&self->watch, now);
      return;
    }
  keel_stopwatch_start (&self->watch, now);
  start (self);
  if (first)
    g_signal_emit (self, signals[SIGNAL_PHASE], 0, self->moment.phase,
                   get_seconds (self, self->moment.phase));
}

const char *
keel_pacer_describe_phase (KeelPacePhase phase)
{
  switch (phase)
    {
    case KEEL_PACE_IN:
      return _ ("Breathe in");
    case KEEL_PACE_AGAIN:
      return _ ("And a little more");
    case KEEL_PACE_HOLD:
      return _ ("Hold");
    case KEEL_PACE_OUT:
      return _ ("Breathe out");
    case KEEL_PACE_REST:
      return _ ("Wait");
    case KEEL_PACE_DONE:
    default:
      return _ ("That was all.");
    }
}
