#include "config.h"

#include "keel-progress-page.h"

#include <glib/gi18n-lib.h>

#include "content/keel-day-sentences.h"
#include "content/keel-history-sentences.h"
#include "content/keel-sentences.h"
#include "core/keel-history-count.h"
#include "core/keel-series.h"
#include "paper/keel-history-chart.h"

#include "keel-chart-card.h"
#include "keel-chip-choice.h"
#include "keel-minute-watch.h"
#include "keel-pages.h"
#include "keel-progress-more.h"
#include "keel-session-history.h"
#include "keel-session-settings.h"
#include "keel-week.h"
#include "keel-window.h"

struct _KeelProgressPage
{
  AdwBin parent_instance;

  KeelChipChoice *spans;
  GtkWidget *looking;
  GtkLabel *heading;
  GtkBox *sentences;
  GtkWidget *nothing;
  GtkLabel *nothing_words;
  GtkButton *begin;
  GtkBox *charts;
  KeelProgressMore *more;

  KeelSession *session;
  KeelMinuteWatch *watch;
  KeelHistory *history; /* NULL: not read yet */
  KeelSpan span;
  guint reading;  /* how many have begun; the last one counts */
  gboolean stale; /* something changed while nobody looked */
};

G_DEFINE_FINAL_TYPE (KeelProgressPage, keel_progress_page, ADW_TYPE_BIN)

static void
clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static GtkWidget *
add_sentence (KeelProgressPage *self, const char *sentence)
{
  GtkWidget *label = gtk_label_new (sentence);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "keel-prose");
  gtk_box_append (self->sentences, label);
  return label;
}

/* Only where something stands out; the last one is what to make of it. */
static void
show_aparts (KeelProgressPage *self, const KeelHistoryDays *days)
{
  g_autoptr (GPtrArray) aparts = keel_sentences_of_aparts (self->history, days);
  GtkWidget *label = NULL;

  if (aparts->len == 0)
    return;
  label = add_sentence (self, C_ ("progress", "What stands out"));
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_margin_top (label, 6);
  for (guint i = 0; i < aparts->len; i++)
    label = add_sentence (self, g_ptr_array_index (aparts, i));
  gtk_widget_add_css_class (label, "dim-label");
}

static void
show_sentences (KeelProgressPage *self, const KeelHistoryDays *days)
{
  g_autoptr (GPtrArray) sentences = keel_sentences_of_history (self->history, days);
  g_autofree char *span = keel_sentence_span (self->span, days);

  gtk_label_set_text (self->heading, span);
  clear (self->sentences);
  for (guint i = 0; i < sentences->len; i++)
    add_sentence (self, g_ptr_array_index (sentences, i));
  if (sentences->len == 0)
    add_sentence (self, _ ("Nothing is written down in these days."));
  show_aparts (self, days);
}

/* Those of which there is something in the days. */
static void
show_charts (KeelProgressPage *self, const KeelHistoryDays *days)
{
  clear (self->charts);
  for (guint i = 0; i < KEEL_N_HISTORY_CHARTS; i++)
    {
      KeelHistoryKind kind = keel_history_charts[i];
      KeelChart *chart = keel_history_chart_new (self->history, kind, days, self->span);

      if (chart != NULL)
        gtk_box_append (self->charts, keel_chart_card_new (keel_sentence_history_title (kind), chart));
    }
  for (guint i = 0; i < self->history->counts->len; i++)
    {
      const KeelHistoryCount *count = g_ptr_array_index (self->history->counts, i);
      KeelChart *chart = keel_history_chart_new_count (count, days, self->span);

      if (chart != NULL)
        gtk_box_append (self->charts, keel_chart_card_new (keel_sentence_count_name (count->count), chart));
    }
}

static gboolean
has_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

/* Whoever was at a chart that is made anew is led to where the charts are chosen. */
static void
show (KeelProgressPage *self)
{
  gboolean empty = keel_history_is_empty (self->history);
  gboolean lost = has_focus (GTK_WIDGET (self->charts));
  KeelHistoryDays days;

  keel_history_days_init (&days, self->span, self->history->today, keel_history_get_oldest (self->history),
                          keel_week_get_first_day ());
  show_sentences (self, &days);
  show_charts (self, &days);
  gtk_widget_set_visible (self->nothing, empty);
  gtk_widget_set_visible (self->looking, !empty);
  gtk_widget_set_visible (GTK_WIDGET (self->spans), !empty);
  if (lost)
    keel_progress_page_start (self);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelProgressPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  KeelHistory *history = keel_session_read_history_finish (KEEL_SESSION (source), result, &error);

  self->reading--;
  if (self->session == NULL || self->reading > 0) /* it went meanwhile, or another one comes */
    {
      g_clear_pointer (&history, keel_history_free);
      return;
    }
  if (history == NULL)
    {
      sentence = keel_sentence_for_error (error, NULL);
      keel_say (GTK_WIDGET (self), sentence);
      return;
    }
  g_clear_pointer (&self->history, keel_history_free);
  self->history = history;
  show (self);
}

static void
read_history (KeelProgressPage *self)
{
  self->reading++;
  self->stale = FALSE;
  keel_session_read_history_async (self->session, read_cb, g_object_ref (self));
}

static void
changed_cb (KeelProgressPage *self)
{
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    read_history (self);
}

static void
suit_pages (KeelProgressPage *self)
{
  gboolean family = keel_session_is_for_family_alone (self->session);

  gtk_label_set_text (self->nothing_words,
                      family ? _ ("What you write down here and there comes together on this page: meetings, "
                                  "worksheets, how you are.")
                             : _ ("What you write down here and there comes together on this page: meetings, "
                                  "urges, how you are."));
  gtk_accessible_update_property (GTK_ACCESSIBLE (adw_bin_get_child (ADW_BIN (self))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  family ? C_ ("family", "Looking back")
                                         : C_ ("page of the window", "Progress"),
                                  -1);
}

/* A new day begins while the page is shown. */
static void
look_cb (KeelProgressPage *self)
{
  g_autoptr (GTimeZone) zone = keel_session_get_zone (self->session);
  gint64 now = keel_session_get_now (self->session);

  keel_minute_watch_arm (self->watch, now);
  if (self->stale ||
      (self->history != NULL &&
       keel_local_time_get_days (keel_local_time_from_utc (now, zone)) != self->history->today))
    read_history (self);
}

static void
span_chosen_cb (KeelProgressPage *self, const char *id)
{
  self->span = (KeelSpan) keel_word_find (keel_span_words, id);
  if (self->history != NULL)
    show (self);
}

static void
keel_progress_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (keel_progress_page_parent_class)->map (widget);
  look_cb (KEEL_PROGRESS_PAGE (widget));
}

static void
keel_progress_page_dispose (GObject *object)
{
  KeelProgressPage *self = KEEL_PROGRESS_PAGE (object);

  g_clear_object (&self->watch);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (keel_progress_page_parent_class)->dispose (object);
}

static void
keel_progress_page_finalize (GObject *object)
{
  g_clear_pointer (&KEEL_PROGRESS_PAGE (object)->history, keel_history_free);
  G_OBJECT_CLASS (keel_progress_page_parent_class)->finalize (object);
}

static void
keel_progress_page_class_init (KeelProgressPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_progress_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = keel_progress_page_finalize;
  widget_class->map = keel_progress_page_map;

  g_type_ensure (KEEL_TYPE_CHIP_CHOICE);
  g_type_ensure (KEEL_TYPE_PROGRESS_MORE);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-progress-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelProgressPage, spans);
  gtk_widget_class_bind_template_child (widget_class, KeelProgressPage, looking);
  gtk_widget_class_bind_template_child (widget_class, KeelProgressPage, heading);
  gtk_widget_class_bind_template_child (widget_class, KeelProgressPage, sentences);
  gtk_widget_class_bind_template_child (widget_class, KeelProgressPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, KeelProgressPage, nothing_words);
  gtk_widget_class_bind_template_child (widget_class, KeelProgressPage, begin);
  gtk_widget_class_bind_template_child (widget_class, KeelProgressPage, charts);
  gtk_widget_class_bind_template_child (widget_class, KeelProgressPage, more);
  gtk_widget_class_bind_template_callback (widget_class, span_chosen_cb);
}

/* The first step, as far as it is there. */
static void
set_beginning (KeelProgressPage *self)
{
  gboolean check_in = g_action_group_has_action (G_ACTION_GROUP (g_application_get_default ()), "check-in");

  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->begin), check_in ? "app.check-in" : "app.urge");
  gtk_button_set_label (self->begin, check_in ? _ ("Check In") : _ ("An Urge"));
}

static void
keel_progress_page_init (KeelProgressPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->span = KEEL_SPAN_MONTH;
  for (guint span = 0; span < KEEL_N_SPANS; span++)
    keel_chip_choice_add (self->spans, keel_span_words[span], keel_sentence_span_name ((KeelSpan) span));
  keel_chip_choice_select (self->spans, keel_span_words[self->span]);
  set_beginning (self);
  self->watch = keel_minute_watch_new ();
  g_signal_connect_object (self->watch, "look", G_CALLBACK (look_cb), self, G_CONNECT_SWAPPED);
}

KeelProgressPage *
keel_progress_page_new (KeelSession *session)
{
  KeelProgressPage *self = g_object_new (KEEL_TYPE_PROGRESS_PAGE, NULL);

  self->session = g_object_ref (session);
  keel_progress_more_set_session (self->more, session);
  g_signal_connect_object (session, "pages-changed", G_CALLBACK (suit_pages), self, G_CONNECT_SWAPPED);
  suit_pages (self);
  keel_session_watch_history (session, G_CALLBACK (changed_cb), self);
  read_history (self);
  return self;
}

void
keel_progress_page_start (KeelProgressPage *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self->spans)) || !keel_pages_start (GTK_WIDGET (self->spans)))
    keel_pages_start (gtk_widget_get_visible (self->nothing) ? GTK_WIDGET (self->begin)
                                                             : GTK_WIDGET (self->more));
}
