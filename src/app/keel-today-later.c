#include "config.h"

#include "keel-today-later.h"

#include <glib/gi18n-lib.h>

#include "keel-calendar.h"
#include "keel-date-words.h"
#include "keel-today-meeting-card.h"

/* More than these are in the calendar. */
#define MOST 4

struct _KeelTodayLater
{
  AdwBin parent_instance;

  GtkBox *rows;

  KeelSession *session;
};

G_DEFINE_FINAL_TYPE (KeelTodayLater, keel_today_later, ADW_TYPE_BIN)

static GtkWidget *
make_row (KeelAgendaItem *item, GTimeZone *person)
{
  g_autofree char *time = keel_date_words_time (item, person);
  const char *what = item->series->meeting->name;
  /* Translators: a time and what is then: "14:00, Dr Bell" */
  g_autofree char *name = g_strdup_printf (C_ ("time, meeting", "%1$s, %2$s"), time, what);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *when = gtk_label_new (time);
  GtkWidget *label = gtk_label_new (what);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (when, "keel-numbers");
  gtk_widget_add_css_class (when, "heading");
  gtk_widget_add_css_class (label, "keel-plain");
  gtk_box_append (GTK_BOX (box), when);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "keel-today-row");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-series");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", item->series->uuid);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static gboolean
is_next (KeelAgendaItem *next, KeelAgendaItem *item)
{
  return next != NULL && g_str_equal (next->series->uuid, item->series->uuid) &&
         next->occurrence.original == item->occurrence.original;
}

static guint
show_rest (KeelTodayLater *self, KeelAgenda *agenda, KeelAgendaItem *next, GTimeZone *person)
{
  gint64 now = keel_session_get_now (self->session);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (agenda)) && n < MOST; i++)
    {
      g_autoptr (KeelAgendaItem) item = g_list_model_get_item (G_LIST_MODEL (agenda), i);

      if (item->occurrence.end <= now || item->cancelled || is_next (next, item) ||
          keel_session_is_paused (self->session, item->series) || keel_calendar_is_long (item) ||
          keel_today_is_put_off (self->session, item))
        continue;
      gtk_box_append (self->rows, make_row (item, person));
      n++;
    }
  return n;
}

static void
keel_today_later_dispose (GObject *object)
{
  g_clear_object (&KEEL_TODAY_LATER (object)->session);
  G_OBJECT_CLASS (keel_today_later_parent_class)->dispose (object);
}

static void
keel_today_later_class_init (KeelTodayLaterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = keel_today_later_dispose;
}

static void
keel_today_later_init (KeelTodayLater *self)
{
  self->rows = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->rows));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
keel_today_later_new (KeelSession *session)
{
  static const char *const changes[] = { "series-changed", "attendance-changed" };
  KeelTodayLater *self = g_object_new (KEEL_TYPE_TODAY_LATER, NULL);

  self->session = g_object_ref (session);
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    g_signal_connect_object (session, changes[i], G_CALLBACK (keel_today_later_refresh), self,
                             G_CONNECT_SWAPPED);
  keel_today_later_refresh (self);
  return GTK_WIDGET (self);
}

void
keel_today_later_refresh (KeelTodayLater *self)
{
  g_autoptr (KeelAgenda) agenda = keel_agenda_new ();
  g_autoptr (KeelAgendaItem) next = NULL;
  g_autoptr (GTimeZone) person = NULL;
  KeelLocalTime midnight;
  GtkWidget *row;
  gint64 now;

  if (self->session == NULL || !keel_session_is_open (self->session))
    return;
  person = keel_session_get_zone (self->session);
  now = keel_session_get_now (self->session);
  midnight = (keel_local_time_get_days (keel_local_time_from_utc (now, person)) + 1) * KEEL_MINUTES_PER_DAY;
  next = keel_today_find_next (self->session);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, row);
  keel_agenda_set_series (agenda, keel_session_get_series (self->session));
  keel_agenda_set_span (agenda, now, keel_local_time_to_utc (midnight, person), person);
  gtk_widget_set_visible (GTK_WIDGET (self), show_rest (self, agenda, next, person) > 0);
}
