#include "config.h"

#include "keel-stage-offer.h"

#include <glib/gi18n-lib.h>

#include "keel-series-remark.h"
#include "keel-series-words.h"
#include "keel-wrap-box.h"

#define PLACE "keel-offer-place"
#define DECLINED "keel-offers-declined"

struct _KeelStageOffer
{
  AdwBin parent_instance;

  GtkLabel *question;

  KeelSession *session;
  char *series;
  KeelLocalTime place;
  KeelStage stage; /* what is offered */
};

G_DEFINE_FINAL_TYPE (KeelStageOffer, keel_stage_offer, ADW_TYPE_BIN)

static char *
make_key (const char *series, gint64 what)
{
  return g_strdup_printf ("%s %" G_GINT64_FORMAT, series, what);
}

/* "Not Now" holds until Keel is started again. */
static GHashTable *
get_declined (KeelSession *session)
{
  GHashTable *declined = g_object_get_data (G_OBJECT (session), DECLINED);

  if (declined == NULL)
    {
      declined = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_object_set_data_full (G_OBJECT (session), DECLINED, declined, (GDestroyNotify) g_hash_table_unref);
    }
  return declined;
}

static gboolean
is_in_place (KeelStageOffer *self)
{
  g_autofree char *place = make_key (self->series, self->place);

  return self->place == KEEL_LOCAL_TIME_NONE ||
         g_strcmp0 (g_object_get_data (G_OBJECT (self->session), PLACE), place) == 0;
}

static guint
count_attended (KeelSession *session, const char *series)
{
  GPtrArray *attended = keel_session_get_attended (session);
  guint count = 0;

  for (guint i = 0; i < attended->len; i++)
    {
      KeelAttendance *attendance = attended->pdata[i];

      count += strcmp (attendance->series, series) == 0 && keel_attendance_was_there (attendance);
    }
  return count;
}

/* FALSE where there is nothing to offer. */
static gboolean
find_offer (KeelStageOffer *self)
{
  KeelSeries *series = keel_session_find_series (self->session, self->series);
  g_autofree char *key = NULL;
  guint count;

  if (series == NULL || keel_series_is_appointment (series) || !is_in_place (self))
    return FALSE;
  count = count_attended (self->session, self->series);
  self->stage = keel_series_suggest_stage (series->stage, count, series->home_group, series->service != NULL);
  key = make_key (self->series, self->stage);
  return self->stage > series->stage && !g_hash_table_contains (get_declined (self->session), key);
}

static void
yes_cb (GtkButton *button, KeelStageOffer *self)
{
  g_autoptr (KeelSeries) wanted = NULL;
  KeelSeries *series = keel_session_find_series (self->session, self->series);
  g_autofree char *sentence = NULL;

  if (series == NULL)
    return;
  wanted = keel_series_copy (series);
  wanted->stage = self->stage;
  /* Translators: %1$s is a meeting, %2$s how far one is on the way into it, e.g. "Been there three times". */
  sentence = g_strdup_printf (_ ("%1$s: %2$s."), series->meeting->name,
                              keel_series_words_stage (self->stage));
  keel_series_remark_put (GTK_WIDGET (self), self->session, wanted, KEEL_REMARK_STAGE, sentence);
}

static void
not_now_cb (GtkButton *button, KeelStageOffer *self)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));

  g_hash_table_add (get_declined (self->session), make_key (self->series, self->stage));
  /* What has the focus goes away. */
  gtk_widget_child_focus (row, GTK_DIR_TAB_BACKWARD);
  keel_stage_offer_refresh (self);
}

static void
keel_stage_offer_dispose (GObject *object)
{
  KeelStageOffer *self = KEEL_STAGE_OFFER (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->series, g_free);
  G_OBJECT_CLASS (keel_stage_offer_parent_class)->dispose (object);
}

static void
keel_stage_offer_class_init (KeelStageOfferClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = keel_stage_offer_dispose;
}

static GtkWidget *
make_button (KeelStageOffer *self, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect (button, "clicked", callback, self);
  return button;
}

static void
keel_stage_offer_init (KeelStageOffer *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *question = gtk_label_new (NULL);
  GtkWidget *buttons = g_object_new (KEEL_TYPE_WRAP_BOX, NULL);

  self->question = GTK_LABEL (question);
  gtk_label_set_xalign (self->question, 0);
  gtk_label_set_wrap (self->question, TRUE);
  gtk_widget_add_css_class (box, "keel-note");
  keel_wrap_box_append (KEEL_WRAP_BOX (buttons), make_button (self, _ ("Yes"), G_CALLBACK (yes_cb)));
  keel_wrap_box_append (KEEL_WRAP_BOX (buttons), make_button (self, _ ("Not Now"), G_CALLBACK (not_now_cb)));
  gtk_box_append (GTK_BOX (box), question);
  gtk_box_append (GTK_BOX (box), buttons);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
keel_stage_offer_new (KeelSession *session, const char *series, KeelLocalTime place)
{
  KeelStageOffer *self = g_object_new (KEEL_TYPE_STAGE_OFFER, NULL);

  self->session = g_object_ref (session);
  self->series = g_strdup (series);
  self->place = place;
  g_signal_connect_object (session, "series-changed", G_CALLBACK (keel_stage_offer_refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "attendance-changed", G_CALLBACK (keel_stage_offer_refresh), self,
                           G_CONNECT_SWAPPED);
  keel_stage_offer_refresh (self);
  return GTK_WIDGET (self);
}

void
keel_stage_offer_refresh (KeelStageOffer *self)
{
  gboolean offers = find_offer (self);
  g_autofree char *question = NULL;

  if (offers)
    /* Translators: %s is how far one is on the way into a group, e.g. "Been there three times". */
    question = g_strdup_printf (_ ("Your way into this group: move on to “%s”?"),
                                keel_series_words_stage (self->stage));
  gtk_label_set_text (self->question, offers ? question : "");
  gtk_widget_set_visible (GTK_WIDGET (self), offers);
}

void
keel_stage_offer_set_place (KeelSession *session, const char *series, KeelLocalTime occurrence)
{
  g_object_set_data_full (G_OBJECT (session), PLACE, series != NULL ? make_key (series, occurrence) : NULL,
                          g_free);
}
