#include "config.h"

#include "keel-today-page.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

struct _KeelTodayPage
{
  AdwBin parent_instance;

  GtkLabel *date;
  GtkBox *cards;

  KeelSession *session;
};

G_DEFINE_FINAL_TYPE (KeelTodayPage, keel_today_page, ADW_TYPE_BIN)

static void
show_date (KeelTodayPage *self)
{
  g_autoptr (GTimeZone) zone = keel_session_get_zone (self->session);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (keel_session_get_now (self->session));
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);
  gint64 day = (g_date_time_to_unix (utc) + g_date_time_get_utc_offset (local) / G_TIME_SPAN_SECOND) / 86400;
  g_autofree char *words = keel_sentence_day (day, day);

  gtk_label_set_text (self->date, words);
}

static void
keel_today_page_dispose (GObject *object)
{
  g_clear_object (&KEEL_TODAY_PAGE (object)->session);
  G_OBJECT_CLASS (keel_today_page_parent_class)->dispose (object);
}

static void
keel_today_page_class_init (KeelTodayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_today_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelTodayPage, date);
  gtk_widget_class_bind_template_child (widget_class, KeelTodayPage, cards);
}

static void
keel_today_page_init (KeelTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

KeelTodayPage *
keel_today_page_new (KeelSession *session)
{
  KeelTodayPage *self = g_object_new (KEEL_TYPE_TODAY_PAGE, NULL);

  self->session = g_object_ref (session);
  show_date (self);
  return self;
}

void
keel_today_page_start (KeelTodayPage *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}
