#include "config.h"

#include "keel-plans-card.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"
#include "core/keel-plan-fit.h"
#include "core/keel-prompt-days.h"

#include "keel-minute-watch.h"
#include "keel-plan-form.h"
#include "keel-session-plans.h"
#include "keel-today-meeting-card.h"

#define KEEL_TYPE_PLANS_CARD (keel_plans_card_get_type ())
G_DECLARE_FINAL_TYPE (KeelPlansCard, keel_plans_card, KEEL, PLANS_CARD, AdwBin)

struct _KeelPlansCard
{
  AdwBin parent_instance;

  GtkBox *box;

  KeelSession *session;
  KeelMinuteWatch *watch;
  char *shown; /* nullable: what stands there, so that nothing is made anew each minute */
};

G_DEFINE_FINAL_TYPE (KeelPlansCard, keel_plans_card, ADW_TYPE_BIN)

static void
add_line (KeelPlansCard *self, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (self->box, label);
}

/* On the wall where the person is. */
static KeelLocalTime
get_now (KeelPlansCard *self)
{
  g_autoptr (GTimeZone) zone = keel_session_get_zone (self->session);

  return keel_local_time_from_utc (keel_session_get_now (self->session), zone);
}

/* What begins next, if that is today. Transfer full; nullable. */
static KeelAgendaItem *
find_next (KeelPlansCard *self)
{
  g_autoptr (KeelAgendaItem) item = keel_today_find_next (self->session);
  g_autoptr (GTimeZone) zone = keel_session_get_zone (self->session);
  KeelLocalTime start;

  if (item == NULL)
    return NULL;
  start = keel_local_time_from_utc (item->occurrence.start, zone);
  return keel_local_time_get_days (start) == keel_local_time_get_days (get_now (self))
             ? g_steal_pointer (&item)
             : NULL;
}

/* A plan for a time of today: "17:00"; transfer full, nullable. */
static char *
describe_time (KeelPlansCard *self, const KeelPlan *plan)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  guint days;
  int minute;

  if (plan->bind != KEEL_PLAN_TIME || plan->schedule == NULL ||
      !keel_prompt_days_read (plan->schedule, &days, &minute) ||
      (days & (1u << keel_local_time_get_weekday (get_now (self)))) == 0)
    return NULL;
  return keel_sentence_clock_time ((gint64) minute * 60, utc);
}

/* Where it belongs today; transfer full, nullable: nowhere. */
static char *
describe_place (KeelPlansCard *self, const KeelPlan *plan, const KeelAgendaItem *next)
{
  if (next != NULL && keel_plan_fits_meeting (plan, next->series->uuid, next->series->meeting))
    return g_strdup (next->series->meeting->name);
  return describe_time (self, plan);
}

static void
show (KeelPlansCard *self, GPtrArray *plans)
{
  g_autoptr (KeelAgendaItem) next = find_next (self);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *all = NULL;

  for (guint i = 0; i < plans->len; i++)
    {
      char *place = describe_place (self, g_ptr_array_index (plans, i), next);

      if (place == NULL)
        continue;
      g_ptr_array_add (lines, place);
      g_ptr_array_add (lines, keel_plan_form_describe (g_ptr_array_index (plans, i)));
    }
  g_ptr_array_add (lines, NULL);
  all = g_strjoinv ("\n", (char **) lines->pdata);
  if (g_strcmp0 (all, self->shown) == 0)
    return;
  while (gtk_widget_get_first_child (GTK_WIDGET (self->box)) != NULL)
    gtk_box_remove (self->box, gtk_widget_get_first_child (GTK_WIDGET (self->box)));
  for (guint i = 0; i + 1 < lines->len; i++)
    add_line (self, g_ptr_array_index (lines, i), i % 2 == 0 ? "dim-label" : "keel-prose");
  g_free (self->shown);
  self->shown = g_steal_pointer (&all);
  gtk_widget_set_visible (GTK_WIDGET (self), lines->len > 1);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelPlansCard) self = data;
  g_autoptr (GPtrArray) plans = keel_session_list_plans_finish (KEEL_SESSION (source), result, NULL);

  if (plans != NULL && self->session != NULL)
    show (self, plans);
}

static void
refresh (KeelPlansCard *self)
{
  if (self->session == NULL || !keel_session_is_open (self->session))
    return;
  keel_minute_watch_arm (self->watch, keel_session_get_now (self->session));
  keel_session_list_plans_async (self->session, listed_cb, g_object_ref (self));
}

static void
keel_plans_card_dispose (GObject *object)
{
  KeelPlansCard *self = KEEL_PLANS_CARD (object);

  g_clear_object (&self->watch);
  g_clear_object (&self->session);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (keel_plans_card_parent_class)->dispose (object);
}

static void
keel_plans_card_class_init (KeelPlansCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = keel_plans_card_dispose;
}

static void
keel_plans_card_init (KeelPlansCard *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  self->watch = keel_minute_watch_new ();
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect_object (self->watch, "look", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
}

GtkWidget *
keel_plans_card_new (KeelSession *session)
{
  KeelPlansCard *self = g_object_new (KEEL_TYPE_PLANS_CARD, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "plans-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "series-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
