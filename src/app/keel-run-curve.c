#include "config.h"

#include "keel-run-curve.h"

#include <glib/gi18n-lib.h>

#include "paper/keel-curve.h"

#include "keel-drawing-view.h"
#include "keel-strength-choice.h"

#define LEAST 2
#define HEIGHT 190

struct _KeelRunCurve
{
  AdwBin parent_instance;

  KeelDrawingView *view;
  KeelRun *run;
};

G_DEFINE_FINAL_TYPE (KeelRunCurve, keel_run_curve, ADW_TYPE_BIN)

static char *
describe_time (gint64 seconds)
{
  int minutes = (int) ((seconds + 30) / 60);

  if (seconds <= 0)
    /* Translators: of a strength that was said when something began */
    return g_strdup (_ ("at first"));
  if (minutes == 0)
    /* Translators: of a strength: less than half a minute after the first one */
    return g_strdup (_ ("soon after"));
  /* Translators: of a strength: so long after the first one */
  return g_strdup_printf (ngettext ("after %d min", "after %d min", minutes), minutes);
}

static void
show (KeelDrawingView *view, const KeelRun *run)
{
  g_autoptr (GString) words = g_string_new (_ ("How strong it was:"));
  KeelCurve *curve = keel_curve_new ();
  gint64 first = g_array_index (run->ratings, KeelRunRating, 0).at;

  for (guint i = 0; i < run->ratings->len; i++)
    {
      const KeelRunRating *rating = &g_array_index (run->ratings, KeelRunRating, i);
      gint64 seconds = (rating->at - first) / G_USEC_PER_SEC;
      g_autofree char *time = describe_time (i == 0 ? 0 : MAX (seconds, 1));
      gboolean ends = i == 0 || i + 1 == run->ratings->len;

      keel_curve_add (curve, seconds, rating->strength, ends ? time : NULL);
      g_string_append_printf (words, " %d %s%s", rating->strength, time,
                              i + 1 < run->ratings->len ? "," : ".");
    }
  keel_drawing_view_show (view, (KeelDrawFunc) keel_curve_draw, curve, (GDestroyNotify) keel_curve_free,
                          words->str);
}

static void
update (KeelRunCurve *self)
{
  gboolean some = self->run->ratings->len >= LEAST;

  if (some)
    show (self->view, self->run);
  gtk_widget_set_visible (GTK_WIDGET (self->view), some);
}

static void
chosen_cb (KeelRunCurve *self, int strength)
{
  keel_run_rate (self->run, strength);
  update (self);
}

static void
keel_run_curve_finalize (GObject *object)
{
  keel_run_unref (KEEL_RUN_CURVE (object)->run);
  G_OBJECT_CLASS (keel_run_curve_parent_class)->finalize (object);
}

static void
keel_run_curve_class_init (KeelRunCurveClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_run_curve_finalize;
}

static void
keel_run_curve_init (KeelRunCurve *self)
{
}

KeelRunCurve *
keel_run_curve_new (KeelRun *run)
{
  KeelRunCurve *self = g_object_new (KEEL_TYPE_RUN_CURVE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  KeelStrengthChoice *choice = keel_strength_choice_new (_ ("How strong is it at this moment?"),
                                                         _ ("not there"), _ ("as strong as can be"));
  GtkWidget *question = gtk_label_new (_ ("How strong is it at this moment?"));

  self->run = keel_run_ref (run);
  self->view = KEEL_DRAWING_VIEW (keel_drawing_view_new (HEIGHT));
  gtk_label_set_wrap (GTK_LABEL (question), TRUE);
  gtk_widget_add_css_class (question, "heading");
  keel_strength_choice_set (choice, keel_run_get_rating (run));
  g_signal_connect_object (choice, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), question);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (choice));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), box);
  update (self);
  return self;
}

GtkWidget *
keel_run_curve_view_new (const KeelRun *run)
{
  KeelDrawingView *view;

  if (run->ratings->len < LEAST)
    return NULL;
  view = KEEL_DRAWING_VIEW (keel_drawing_view_new (HEIGHT));
  show (view, run);
  return GTK_WIDGET (view);
}
