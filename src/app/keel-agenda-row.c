#include "config.h"

#include "keel-agenda-row.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-attendance-row.h"
#include "keel-date-words.h"
#include "keel-going-toggle.h"
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
  GtkLabel *change;
  GtkLabel *vanished;
  GtkLabel *leads;
  GtkWidget *words;
  GtkBox *below;

  KeelSession *session;
  KeelAgendaItem *item;
  char *day;
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

/* What its list says of it, where that is not when it meets. */
static char *
describe_vanished (KeelSession *session, KeelSeries *series)
{
  g_autofree char *since = NULL;

  if (keel_session_is_paused (session, series))
    return g_strdup (_ ("Its list says that it does not meet at present."));
  if (series->vanished_at == 0)
    return NULL;
  since = keel_sentence_age (series->vanished_at, keel_session_get_now (session));
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

static KeelAttendance *
find_attendance (KeelAgendaRow *self)
{
  return keel_attendance_book_find (keel_session_get_attendance (self->session), self->item->series->uuid,
                                    self->item->occurrence.original);
}

static gboolean
is_going (KeelAgendaRow *self)
{
  return keel_session_is_going (self->session, self->item->series->uuid, self->item->occurrence.original);
}

/* The next date of its series. */
static gboolean
is_next (KeelAgendaRow *self)
{
  g_autoptr (GTimeZone) person = keel_session_get_zone (self->session);
  KeelOccurrence next;

  return keel_schedule_next (self->item->series->schedule, keel_session_get_now (self->session), person,
                             &next) &&
         next.original == self->item->occurrence.original;
}

/* What came of it may become known, or be taken back, while the row stands there. */
static void
name_row (KeelAgendaRow *self)
{
  g_autoptr (GString) sentence = g_string_new (self->day);
  KeelAttendance *attendance = find_attendance (self);

  append_words (sentence, self->time);
  append_words (sentence, self->name);
  append_words (sentence, self->change);
  if (attendance != NULL)
    g_string_append_printf (sentence, ", %s", keel_date_words_attendance (attendance->state));
  else if (is_going (self))
    g_string_append_printf (sentence, ", %s", _ ("You are going"));
  append_words (sentence, self->place);
  append_words (sentence, self->their_time);
  append_words (sentence, self->vanished);
  append_words (sentence, self->leads);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence->str, -1);
}

static void
keel_agenda_row_dispose (GObject *object)
{
  KeelAgendaRow *self = KEEL_AGENDA_ROW (object);

  g_clear_object (&self->item);
  g_clear_object (&self->session);
  g_clear_pointer (&self->day, g_free);
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
  gtk_widget_class_bind_template_child (widget_class, KeelAgendaRow, change);
  gtk_widget_class_bind_template_child (widget_class, KeelAgendaRow, words);
  gtk_widget_class_bind_template_child (widget_class, KeelAgendaRow, below);
  gtk_widget_class_bind_template_child (widget_class, KeelAgendaRow, vanished);
  gtk_widget_class_bind_template_child (widget_class, KeelAgendaRow, leads);
}

static void
keel_agenda_row_init (KeelAgendaRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
strike (GtkLabel *label)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  gtk_label_set_attributes (label, attributes);
}

static void
show_item (KeelAgendaRow *self)
{
  KeelAgendaItem *item = self->item;
  g_autoptr (GTimeZone) person = keel_session_get_zone (self->session);
  gint64 now = keel_session_get_now (self->session);
  gint64 today = keel_local_time_get_days (keel_local_time_from_utc (now, person));
  g_autofree char *time = keel_date_words_time (item, person);
  g_autofree char *place = describe_place (item->series->meeting);
  g_autofree char *their_time = keel_date_words_their_time (item, person);
  g_autofree char *change = keel_date_words_change (item, person, today);
  g_autofree char *vanished = describe_vanished (self->session, item->series);
  g_autofree char *leads = item->cancelled ? NULL : describe_leads (item->series);

  self->day = keel_sentence_date (item->occurrence.start, person, now);
  show_text (self->time, time);
  show_text (self->name, item->series->meeting->name);
  show_text (self->place, place);
  show_text (self->their_time, their_time);
  show_text (self->change, change);
  show_text (self->vanished, vanished);
  show_text (self->leads, leads);
  if (item->cancelled)
    {
      strike (self->time);
      strike (self->name);
    }
  if (item->occurrence.end <= now || item->cancelled)
    gtk_widget_add_css_class (self->words, "keel-past");
}

GtkWidget *
keel_agenda_row_new (KeelAgendaItem *item, KeelSession *session)
{
  KeelAgendaRow *self = g_object_new (KEEL_TYPE_AGENDA_ROW, NULL);

  self->item = g_object_ref (item);
  self->session = g_object_ref (session);
  show_item (self);
  show_mark (self, keel_session_get_content (session));
  if (item->occurrence.start <= keel_session_get_now (session))
    gtk_box_append (self->below, keel_attendance_row_new (session, item));
  else if (!item->cancelled && (is_next (self) || is_going (self)))
    gtk_box_append (self->below, keel_going_toggle_new (session, item));
  g_signal_connect_object (session, "attendance-changed", G_CALLBACK (name_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "going-changed", G_CALLBACK (name_row), self, G_CONNECT_SWAPPED);
  name_row (self);
  return GTK_WIDGET (self);
}

KeelAgendaItem *
keel_agenda_row_get_item (KeelAgendaRow *self)
{
  return self->item;
}
