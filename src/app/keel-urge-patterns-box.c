#include "config.h"

#include "keel-urge-patterns-box.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"
#include "content/keel-urge-sentences.h"
#include "paper/keel-bars.h"

#include "keel-drawing-view.h"
#include "keel-session-urges.h"
#include "keel-week.h"

#define WEEKS 8
#define HOURS 24
#define HOURS_LABELLED 6 /* each of so many */
#define DAYS 7
#define HEIGHT 120 /* of a chart */

struct _KeelUrgePatternsBox
{
  AdwBin parent_instance;

  GtkBox *box;
  KeelSession *session;
};

G_DEFINE_FINAL_TYPE (KeelUrgePatternsBox, keel_urge_patterns_box, ADW_TYPE_BIN)

static void
add_line (KeelUrgePatternsBox *self, const char *text, const char *class_name)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (class_name != NULL)
    gtk_widget_add_css_class (label, class_name);
  gtk_box_append (self->box, label);
}

static void
add_bars (KeelUrgePatternsBox *self, const char *title, KeelBars *bars, GString *counts)
{
  GtkWidget *view = keel_drawing_view_new (HEIGHT);
  /* Translators: of a chart: what it is of, and what is in it */
  g_autofree char *description = g_strdup_printf (_ ("%1$s: %2$s"), title, counts->str);

  add_line (self, title, "heading");
  keel_drawing_view_show (KEEL_DRAWING_VIEW (view), (KeelDrawFunc) keel_bars_draw, bars,
                          (GDestroyNotify) keel_bars_free, description);
  gtk_box_append (self->box, view);
}

static void
add_count (GString *counts, const char *what, guint count)
{
  if (count > 0)
    g_string_append_printf (counts, "%s%s %u", counts->len > 0 ? ", " : "", what, count);
}

static void
add_hours (KeelUrgePatternsBox *self, const KeelUrgePatterns *patterns)
{
  KeelBars *bars = keel_bars_new ();
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GString) counts = g_string_new (NULL);

  for (guint i = 0; i < HOURS; i++)
    {
      g_autofree char *time = keel_sentence_clock_time ((gint64) i * 3600, utc);

      keel_bars_add (bars, patterns->hours[i], i % HOURS_LABELLED == 0 ? time : NULL);
      add_count (counts, time, patterns->hours[i]);
    }
  add_bars (self, _ ("By the hour"), bars, counts);
}

static void
add_days (KeelUrgePatternsBox *self, const KeelUrgePatterns *patterns)
{
  KeelBars *bars = keel_bars_new ();
  g_autoptr (GString) counts = g_string_new (NULL);
  guint first = (guint) keel_week_get_first_day ();

  for (guint i = 0; i < DAYS; i++)
    {
      guint day = (first + i) % DAYS;
      const char *name = keel_week_get_short_name ((int) day);

      keel_bars_add (bars, patterns->weekdays[day], name);
      add_count (counts, name, patterns->weekdays[day]);
    }
  add_bars (self, _ ("By the day of the week"), bars, counts);
}

static void
add_pattern (KeelUrgePatternsBox *self, const KeelUrgePattern *pattern, guint weeks)
{
  const KeelStrategy *card = pattern->strategy != NULL
                                 ? keel_content_find_strategy (keel_session_get_content (self->session),
                                                               pattern->strategy)
                                 : NULL;
  g_autofree char *sentence = NULL;

  if (pattern->strategy != NULL && card == NULL) /* one's own that is gone */
    return;
  sentence = keel_sentence_urge_pattern (pattern, weeks, card != NULL ? card->name : NULL);
  add_line (self, sentence, NULL);
}

static void
show (KeelUrgePatternsBox *self, const KeelUrgePatterns *patterns)
{
  g_autofree char *about = keel_sentence_urge_patterns (patterns);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  for (guint i = 0; i < patterns->patterns->len; i++)
    add_pattern (self, g_ptr_array_index (patterns->patterns, i), patterns->weeks);
  if (about != NULL)
    add_line (self, about, "dim-label");
  if (!patterns->enough)
    return;
  add_hours (self, patterns);
  add_days (self, patterns);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelUrgePatternsBox) self = data;
  g_autoptr (KeelUrgePatterns) patterns = keel_session_read_patterns_finish (KEEL_SESSION (source), result,
                                                                             NULL);

  if (patterns != NULL && self->session != NULL)
    show (self, patterns);
}

static void
keel_urge_patterns_box_dispose (GObject *object)
{
  g_clear_object (&KEEL_URGE_PATTERNS_BOX (object)->session);
  G_OBJECT_CLASS (keel_urge_patterns_box_parent_class)->dispose (object);
}

static void
keel_urge_patterns_box_class_init (KeelUrgePatternsBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = keel_urge_patterns_box_dispose;
}

static void
keel_urge_patterns_box_init (KeelUrgePatternsBox *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

void
keel_urge_patterns_box_set_session (KeelUrgePatternsBox *self, KeelSession *session)
{
  g_set_object (&self->session, session);
}

void
keel_urge_patterns_box_refresh (KeelUrgePatternsBox *self)
{
  keel_session_read_patterns_async (self->session, WEEKS, read_cb, g_object_ref (self));
}
