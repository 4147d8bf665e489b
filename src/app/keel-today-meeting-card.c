#include "config.h"

#include "keel-today-meeting-card.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-attendance-put.h"
#include "keel-calendar.h"
#include "keel-date-words.h"
#include "keel-going-toggle.h"
#include "keel-open-link.h"
#include "keel-program-mark.h"
#include "keel-series-mark.h"
#include "keel-wrap-box.h"

#define DAY (24 * 60 * 60)
#define AHEAD (14 * DAY)
/* What begins within it can be joined by now. */
#define SOON (15 * 60)

struct _KeelTodayMeetingCard
{
  AdwBin parent_instance;

  GtkLabel *when;
  GtkLabel *until;
  KeelProgramMark *mark;
  GtkLabel *name;
  GtkLabel *place;
  GtkLabel *their_time;
  GtkButton *join;
  AdwBin *going;
  GtkWidget *put_off;

  KeelSession *session;
  KeelAgendaItem *item;
};

G_DEFINE_FINAL_TYPE (KeelTodayMeetingCard, keel_today_meeting_card, ADW_TYPE_BIN)

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static char *
describe_hours (gint64 minutes)
{
  guint hours = (guint) (minutes / 60);
  guint rest = (guint) (minutes % 60);
  g_autofree char *in_hours = g_strdup_printf (ngettext ("in %u hour", "in %u hours", hours), hours);
  g_autofree char *in_minutes = g_strdup_printf (ngettext ("%u minute", "%u minutes", rest), rest);

  if (rest == 0)
    return g_steal_pointer (&in_hours);
  /* Translators: the time until something: "in 2 hours", "10 minutes" */
  return g_strdup_printf (C_ ("hours, minutes", "%s, %s"), in_hours, in_minutes);
}

/* How long it is until then; NULL where the date says enough. */
static char *
describe_until (gint64 start, gint64 end, gint64 now)
{
  gint64 minutes = (start - now + 59) / 60;

  if (end <= now)
    return NULL;
  if (minutes <= 0)
    return g_strdup (_ ("now"));
  if (minutes < 60)
    return g_strdup_printf (ngettext ("in %u minute", "in %u minutes", (guint) minutes), (guint) minutes);
  if (minutes < 12 * 60)
    return describe_hours (minutes);
  return NULL;
}

static char *
describe_when (KeelAgendaItem *item, GTimeZone *person, gint64 now)
{
  g_autofree char *time = keel_date_words_time (item, person);
  g_autofree char *date = keel_sentence_date (item->occurrence.start, person, now);

  /* Translators: a day and a time: "Today, 19:00" */
  return g_strdup_printf (C_ ("day, time", "%s, %s"), date, time);
}

static char *
describe_place (KeelMeeting *meeting)
{
  const char *place = meeting->location != NULL ? meeting->location : meeting->address;
  g_autofree char *venue = keel_sentence_venue (meeting);

  if (place == NULL)
    return g_steal_pointer (&venue);
  if (!keel_meeting_is_online (meeting))
    return g_strdup (place);
  return g_strdup_printf (C_ ("place · venue", "%s · %s"), place, venue);
}

static void
show_join (KeelTodayMeetingCard *self, KeelMeeting *meeting, gboolean soon)
{
  g_autofree char *host = meeting->conference_url != NULL ? keel_link_get_host (meeting->conference_url)
                                                          : NULL;
  g_autofree char *label = host != NULL ? g_strdup_printf (_ ("Join on %s"), host) : g_strdup (_ ("Join"));

  gtk_button_set_label (self->join, label);
  gtk_widget_set_visible (GTK_WIDGET (self->join), meeting->conference_url != NULL);
  if (soon)
    gtk_widget_add_css_class (GTK_WIDGET (self->join), "suggested-action");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->join), "suggested-action");
}

static void
join_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  keel_open_link (widget, KEEL_TODAY_MEETING_CARD (widget)->item->series->meeting->conference_url);
}

static void
details_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.show-series", "s",
                              KEEL_TODAY_MEETING_CARD (widget)->item->series->uuid);
}

/* No reminder comes for it then. */
static void
put_off_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelTodayMeetingCard *self = KEEL_TODAY_MEETING_CARD (widget);
  KeelSeries *series = self->item->series;
  const KeelOccurrence *occurrence = &self->item->occurrence;
  KeelAttendance *known = keel_attendance_book_find (keel_session_get_attendance (self->session),
                                                     series->uuid, occurrence->original);
  g_autoptr (KeelAttendance) wanted = NULL;

  wanted = known != NULL ? keel_attendance_copy (known)
                         : keel_attendance_new (series->uuid, occurrence->original, occurrence->start,
                                                KEEL_ATTENDANCE_NOT);
  wanted->state = KEEL_ATTENDANCE_NOT;
  keel_attendance_put (widget, self->session, known, wanted, series->meeting->name);
}

static void
keel_today_meeting_card_dispose (GObject *object)
{
  g_clear_object (&KEEL_TODAY_MEETING_CARD (object)->session);
  g_clear_object (&KEEL_TODAY_MEETING_CARD (object)->item);
  G_OBJECT_CLASS (keel_today_meeting_card_parent_class)->dispose (object);
}

static void
keel_today_meeting_card_class_init (KeelTodayMeetingCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_today_meeting_card_dispose;

  g_type_ensure (KEEL_TYPE_PROGRAM_MARK);
  g_type_ensure (KEEL_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-today-meeting-card.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelTodayMeetingCard, when);
  gtk_widget_class_bind_template_child (widget_class, KeelTodayMeetingCard, until);
  gtk_widget_class_bind_template_child (widget_class, KeelTodayMeetingCard, mark);
  gtk_widget_class_bind_template_child (widget_class, KeelTodayMeetingCard, name);
  gtk_widget_class_bind_template_child (widget_class, KeelTodayMeetingCard, place);
  gtk_widget_class_bind_template_child (widget_class, KeelTodayMeetingCard, their_time);
  gtk_widget_class_bind_template_child (widget_class, KeelTodayMeetingCard, join);
  gtk_widget_class_bind_template_child (widget_class, KeelTodayMeetingCard, going);
  gtk_widget_class_bind_template_child (widget_class, KeelTodayMeetingCard, put_off);
  gtk_widget_class_install_action (widget_class, "today.join", NULL, join_cb);
  gtk_widget_class_install_action (widget_class, "today.details", NULL, details_cb);
  gtk_widget_class_install_action (widget_class, "today.put-off", NULL, put_off_cb);
}

static void
keel_today_meeting_card_init (KeelTodayMeetingCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

gboolean
keel_today_is_put_off (KeelSession *session, KeelAgendaItem *item)
{
  KeelAttendance *known = keel_attendance_book_find (keel_session_get_attendance (session),
                                                     item->series->uuid, item->occurrence.original);

  return known != NULL && known->state == KEEL_ATTENDANCE_NOT;
}

KeelAgendaItem *
keel_today_find_next (KeelSession *session)
{
  g_autoptr (KeelAgenda) agenda = keel_agenda_new ();
  g_autoptr (GTimeZone) person = keel_session_get_zone (session);
  gint64 now = keel_session_get_now (session);
  KeelAgendaItem *open = NULL;

  keel_agenda_set_series (agenda, keel_session_get_series (session));
  keel_agenda_set_span (agenda, now - DAY, now + AHEAD, person);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (agenda)); i++)
    {
      g_autoptr (KeelAgendaItem) item = g_list_model_get_item (G_LIST_MODEL (agenda), i);

      if (item->occurrence.end <= now || keel_session_is_paused (session, item->series) ||
          keel_today_is_put_off (session, item))
        continue;
      if (!keel_calendar_is_long (item))
        {
          g_clear_object (&open);
          return g_steal_pointer (&item);
        }
      if (open == NULL)
        open = g_steal_pointer (&item);
    }
  return open;
}

KeelTodayMeetingCard *
keel_today_meeting_card_new (void)
{
  return g_object_new (KEEL_TYPE_TODAY_MEETING_CARD, NULL);
}

static gboolean
is_shown (KeelTodayMeetingCard *self, KeelAgendaItem *item)
{
  return self->item != NULL && g_str_equal (self->item->series->uuid, item->series->uuid) &&
         self->item->occurrence.start == item->occurrence.start &&
         self->item->occurrence.original == item->occurrence.original;
}

/* The toggle hides itself when the date begins. */
static void
show_going (KeelTodayMeetingCard *self, KeelAgendaItem *item)
{
  gboolean ahead = item->occurrence.start > keel_session_get_now (self->session);

  if (!is_shown (self, item) || !ahead)
    adw_bin_set_child (self->going, ahead ? keel_going_toggle_new (self->session, item) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->going), ahead);
  gtk_widget_set_visible (self->put_off, ahead);
}

void
keel_today_meeting_card_show (KeelTodayMeetingCard *self, KeelSession *session, KeelAgendaItem *item)
{
  g_autoptr (GTimeZone) person = keel_session_get_zone (session);
  KeelMeeting *meeting = item->series->meeting;
  gint64 now = keel_session_get_now (session);
  g_autofree char *when = describe_when (item, person, now);
  g_autofree char *until = describe_until (item->occurrence.start, item->occurrence.end, now);
  g_autofree char *place = describe_place (meeting);
  g_autofree char *their_time = keel_date_words_their_time (item, person);
  /* Translators: what stands on the card of the next meeting: its name, and when */
  g_autofree char *name = g_strdup_printf (_ ("Next meeting: %s, %s"), meeting->name, when);
  KeelSeriesMark mark;

  g_set_object (&self->session, session);
  show_going (self, item);
  g_set_object (&self->item, item);
  keel_series_mark_read (&mark, keel_session_get_content (session), item->series);
  keel_program_mark_show_as (self->mark, mark.symbol, &mark.colour);
  show_text (self->when, when);
  show_text (self->until, until);
  show_text (self->name, meeting->name);
  show_text (self->place, place);
  show_text (self->their_time, their_time);
  show_join (self, meeting, item->occurrence.start - now <= SOON);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
