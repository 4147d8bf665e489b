#include "config.h"

#include "keel-agenda-row.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-lead-list.h"
#include "keel-program-mark.h"
#include "keel-series-mark.h"

struct _KeelAgendaRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *time;
  KeelProgramMark *mark;
  GtkLabel *name;
  GtkLabel *place;
  GtkLabel *their_time;
  GtkLabel *vanished;
  GtkLabel *leads;

  KeelAgendaItem *item;
};

G_DEFINE_FINAL_TYPE (KeelAgendaRow, keel_agenda_row, GTK_TYPE_LIST_BOX_ROW)

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static char *
describe_place (KeelMeeting *meeting)
{
  g_autofree char *venue = keel_sentence_venue (meeting);
  const char *place = meeting->location != NULL ? meeting->location : meeting->address;

  if (place == NULL)
    return meeting->venue != KEEL_VENUE_UNKNOWN || meeting->conference_url != NULL ? g_steal_pointer (&venue)
                                                                                   : NULL;
  if (keel_meeting_is_online (meeting))
    /* Translators: a place, and how one can take part: "St Mark's Hall · In person and online" */
    return g_strdup_printf (C_ ("place · venue", "%s · %s"), place, venue);
  return g_strdup (place);
}

/* The meeting's own time, where it is not the person's. */
static char *
describe_their_time (KeelAgendaItem *item, GTimeZone *person)
{
  const char *zone = keel_schedule_get_zone (item->series->schedule);
  g_autofree char *time = NULL;
  g_autofree char *city = NULL;

  if (zone == NULL ||
      keel_local_time_from_utc (item->occurrence.start, person) == item->occurrence.local_start)
    return NULL;
  time = keel_sentence_time (keel_local_time_get_minute (item->occurrence.local_start));
  city = keel_sentence_zone (zone);
  /* Translators: a time and a city: "19:00 in New York" */
  return g_strdup_printf (C_ ("time in a zone", "%s in %s"), time, city);
}

static char *
describe_vanished (KeelSeries *series, GTimeZone *person, gint64 now)
{
  g_autofree char *since = NULL;

  if (series->vanished_at == 0)
    return NULL;
  since = keel_sentence_age (series->vanished_at, now);
  /* Translators: %s is "3 days ago" or the like */
  return g_strdup_printf (_ ("No longer in the list (noticed %s). Your copy stays."), since);
}

static char *
describe_leads (KeelSeries *series)
{
  g_autofree char *leads = keel_lead_list_describe (series->leads);

  if (series->leads->len == 0)
    return g_steal_pointer (&leads);
  /* Translators: %s is "30 minutes before" or several such */
  return g_strdup_printf (_ ("Reminders: %s"), leads);
}

static void
show_mark (KeelAgendaRow *self, KeelContent *content)
{
  KeelSeriesMark mark;

  keel_series_mark_read (&mark, content, self->item->series);
  keel_program_mark_show_as (self->mark, mark.symbol, &mark.colour);
}

static void
append_words (GString *sentence, GtkLabel *label)
{
  const char *text = gtk_label_get_text (label);

  if (*text != '\0')
    g_string_append_printf (sentence, ", %s", text);
}

static void
name_row (KeelAgendaRow *self, const char *day)
{
  g_autoptr (GString) sentence = g_string_new (day);

  append_words (sentence, self->time);
  append_words (sentence, self->name);
  append_words (sentence, self->place);
  append_words (sentence, self->their_time);
  append_words (sentence, self->vanished);
  append_words (sentence, self->leads);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence->str, -1);
}

static void
keel_agenda_row_dispose (GObject *object)
{
  g_clear_object (&KEEL_AGENDA_ROW (object)->item);
  G_OBJECT_CLASS (keel_agenda_row_parent_class)->dispose (object);
}

static void
keel_agenda_row_class_init (KeelAgendaRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_agenda_row_dispose;

  g_type_ensure (KEEL_TYPE_PROGRAM_MARK);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-agenda-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelAgendaRow, time);
  gtk_widget_class_bind_template_child (widget_class, KeelAgendaRow, mark);
  gtk_widget_class_bind_template_child (widget_class, KeelAgendaRow, name);
  gtk_widget_class_bind_template_child (widget_class, KeelAgendaRow, place);
  gtk_widget_class_bind_template_child (widget_class, KeelAgendaRow, their_time);
  gtk_widget_class_bind_template_child (widget_class, KeelAgendaRow, vanished);
  gtk_widget_class_bind_template_child (widget_class, KeelAgendaRow, leads);
}

static void
keel_agenda_row_init (KeelAgendaRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
keel_agenda_row_new (KeelAgendaItem *item, KeelSession *session)
{
  KeelAgendaRow *self = g_object_new (KEEL_TYPE_AGENDA_ROW, NULL);
  g_autoptr (GTimeZone) person = keel_session_get_zone (session);
  gint64 now = keel_session_get_now (session);
  g_autofree char *time = keel_sentence_clock_time (item->occurrence.start, person);
  g_autofree char *place = describe_place (item->series->meeting);
  g_autofree char *their_time = describe_their_time (item, person);
  g_autofree char *vanished = describe_vanished (item->series, person, now);
  g_autofree char *leads = describe_leads (item->series);
  g_autofree char *day = keel_sentence_date (item->occurrence.start, person, now);

  self->item = g_object_ref (item);
  show_text (self->time, time);
  show_mark (self, keel_session_get_content (session));
  show_text (self->name, item->series->meeting->name);
  show_text (self->place, place);
  show_text (self->their_time, their_time);
  show_text (self->vanished, vanished);
  show_text (self->leads, leads);
  if (item->occurrence.end <= now)
    gtk_widget_add_css_class (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (self)), "keel-past");
  name_row (self, day);
  return GTK_WIDGET (self);
}

KeelAgendaItem *
keel_agenda_row_get_item (KeelAgendaRow *self)
{
  return self->item;
}
