#include "config.h"

#include "keel-days-card.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "content/keel-day-sentences.h"
#include "content/keel-sentences.h"

#include "keel-days-colour.h"
#include "keel-days-ring.h"
#include "keel-milestone-news.h"
#include "keel-minute-watch.h"
#include "keel-session-days.h"
#include "keel-session-settings.h"
#include "keel-window.h"
#include "keel-wrap-box.h"

#define RING 84

#define KEEL_TYPE_DAYS_CARD (keel_days_card_get_type ())
G_DECLARE_FINAL_TYPE (KeelDaysCard, keel_days_card, KEEL, DAYS_CARD, AdwBin)

struct _KeelDaysCard
{
  AdwBin parent_instance;

  KeelMilestoneNews *news;
  KeelWrapBox *counts;

  KeelSession *session;
  KeelMinuteWatch *watch;
  char *shown;   /* nullable: what the counts say by now */
  guint reading; /* how many answers are still to come */
};

G_DEFINE_FINAL_TYPE (KeelDaysCard, keel_days_card, ADW_TYPE_BIN)

static GtkWidget *
make_label (const char *text, const char *class_name)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_widget_add_css_class (label, class_name);
  return label;
}

/* What it says, and a listener hears: of char *. */
static GPtrArray *
describe (KeelDaysCard *self, const KeelCountStand *stand, gint64 today)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  const KeelDayStanding *standing = stand->standing;
  char *next = keel_sentence_next_mark (standing);

  /* For families alone the heading says so. */
  if (stand->count->name != NULL ||
      (stand->count->path == KEEL_DAY_PATH_MEMBERSHIP && !keel_session_is_for_family_alone (self->session)))
    g_ptr_array_add (lines, g_strdup (keel_sentence_count_name (stand->count)));
  if (standing->begins_in > 0)
    g_ptr_array_add (lines, keel_sentence_begins (stand->count->start, today));
  else
    g_ptr_array_add (lines, keel_sentence_standing (stand->count, standing, today));
  if (standing->shows_streak && standing->shows_total)
    {
      g_autofree char *days = keel_sentence_days (standing->total);

      /* Translators: %s is a number of days: "74 days". */
      g_ptr_array_add (lines, g_strdup_printf (_ ("%s all together"), days));
    }
  if (next != NULL)
    g_ptr_array_add (lines, next);
  return lines;
}

static GtkWidget *
make_count (KeelDaysCard *self, const KeelCountStand *stand, gint64 today)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *ring = keel_days_ring_new (RING);
  g_autoptr (GPtrArray) lines = describe (self, stand, today);
  g_autoptr (GString) name = g_string_new (NULL);

  keel_days_ring_show (KEEL_DAYS_RING (ring), self->session, stand);
  if (keel_days_ring_has_number (stand))
    {
      g_autofree char *days = keel_sentence_days (keel_days_ring_get_number (stand));

      g_string_append (name, days);
    }
  for (guint i = 0; i < lines->len; i++)
    {
      gtk_box_append (GTK_BOX (words), make_label (lines->pdata[i], i == 0 ? "heading" : "body"));
      g_string_append_printf (name, "%s%s", name->len > 0 ? ", " : "", (const char *) lines->pdata[i]);
    }
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), ring);
  gtk_box_append (GTK_BOX (box), words);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.days");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
  return button;
}

/* Nothing of it for who chose that nothing counts up, and nothing of what rests. */
static gboolean
is_to_be_seen (const KeelCountStand *stand)
{
  return stand->count->mode != KEEL_DAY_MODE_NONE && !stand->standing->stopped;
}

/* What a look at the clock may change: only then is anything made anew, and nobody loses the focus. */
static char *
sign (KeelDaysCard *self, const KeelDays *days)
{
  GString *sign = g_string_new (NULL);

  for (guint i = 0; i < days->counts->len; i++)
    {
      const KeelCountStand *stand = g_ptr_array_index (days->counts, i);
      const KeelMarkDay *next = &stand->standing->next;
      g_autoptr (GPtrArray) lines = describe (self, stand, days->now.day);

      if (!is_to_be_seen (stand))
        continue;
      for (guint j = 0; j < lines->len; j++)
        g_string_append_printf (sign, "%s\n", (const char *) lines->pdata[j]);
      g_string_append_printf (sign, "%u %f %s\n", keel_days_ring_get_number (stand), stand->standing->share,
                              stand->standing->has_next
                                  ? keel_days_colour_name (self->session, stand->count->scheme, next->unit,
                                                           next->count)
                                  : "");
    }
  return g_string_free (sign, FALSE);
}

static void
show_counts (KeelDaysCard *self, const KeelDays *days)
{
  g_autofree char *signed_now = sign (self, days);
  guint n = 0;

  if (g_strcmp0 (signed_now, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&signed_now);
  keel_wrap_box_clear (self->counts);
  for (guint i = 0; i < days->counts->len; i++)
    {
      const KeelCountStand *stand = g_ptr_array_index (days->counts, i);

      if (!is_to_be_seen (stand))
        continue;
      keel_wrap_box_append (self->counts, make_count (self, stand, days->now.day));
      n++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->counts), n > 0);
}

static void
show (KeelDaysCard *self, KeelDays *days)
{
  show_counts (self, days);
  keel_milestone_news_show (self->news, self->session, days);
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_visible (GTK_WIDGET (self->counts)) ||
                                                 gtk_widget_get_visible (GTK_WIDGET (self->news)));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelDaysCard) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelDays) days = keel_session_read_days_finish (KEEL_SESSION (source), result, &error);
  g_autofree char *sentence = NULL;

  self->reading--;
  if (self->session == NULL || self->reading > 0) /* gone, or another one comes */
    return;
  if (days != NULL)
    {
      show (self, days);
      return;
    }
  sentence = keel_sentence_for_error (error, NULL);
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    keel_say (GTK_WIDGET (self), sentence);
}

static void
refresh (KeelDaysCard *self)
{
  if (self->session == NULL || !keel_session_is_open (self->session))
    return;
  self->reading++;
  keel_session_read_days_async (self->session, read_cb, g_object_ref (self));
}

static void
look_cb (KeelDaysCard *self)
{
  if (self->session == NULL || !keel_session_is_open (self->session))
    return;
  keel_minute_watch_arm (self->watch, keel_session_get_now (self->session));
  refresh (self);
}

static void
keel_days_card_dispose (GObject *object)
{
  KeelDaysCard *self = KEEL_DAYS_CARD (object);

  g_clear_object (&self->watch);
  g_clear_object (&self->session);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (keel_days_card_parent_class)->dispose (object);
}

static void
keel_days_card_class_init (KeelDaysCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = keel_days_card_dispose;
}

static void
keel_days_card_init (KeelDaysCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->news = keel_milestone_news_new ();
  self->counts = g_object_new (KEEL_TYPE_WRAP_BOX, "visible", FALSE, NULL);
  self->watch = keel_minute_watch_new ();
  g_signal_connect_object (self->watch, "look", G_CALLBACK (look_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->news));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->counts));
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
keel_days_card_new (KeelSession *session)
{
  /* What makes milestones, and what gives them their colours. */
  static const char *const changes[] = { "days-changed",  "attendance-changed", "progress-changed",
                                         "urges-changed", "programs-changed",   "strategies-changed",
                                         "pages-changed" };
  KeelDaysCard *self = g_object_new (KEEL_TYPE_DAYS_CARD, NULL);

  self->session = g_object_ref (session);
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    g_signal_connect_object (session, changes[i], G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  look_cb (self);
  return GTK_WIDGET (self);
}
