#include "config.h"

#include "keel-meeting-facts.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

static void
add_fact (GtkListBox *rows, const char *title, const char *text)
{
  GtkWidget *row, *box, *heading, *value;
  g_autofree char *name = NULL;

  if (text == NULL || *text == '\0')
    return;
  heading = gtk_label_new (title);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "caption");
  gtk_widget_add_css_class (heading, "dim-label");

  value = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (value), 0);
  gtk_label_set_wrap (GTK_LABEL (value), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (value), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (value), TRUE);
  name = g_strdup_printf ("%s: %s", title, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (value), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 8);
  gtk_widget_set_margin_bottom (box, 8);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), value);

  row = gtk_list_box_row_new ();
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (rows, row);
}

static char *
describe_types (KeelMeeting *meeting, KeelContent *content)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; meeting->type_names[i] != NULL; i++)
    {
      const char *name = meeting->type_names[i];

      if (*name == '\0')
        name = meeting->types[i];
      g_string_append (text, text->len > 0 ? " · " : "");
      g_string_append (text, keel_content_translate_type (content, name));
    }
  return g_string_free (text, FALSE);
}

void
keel_meeting_facts_fill (GtkListBox *rows, KeelMeeting *meeting, KeelContent *content)
{
  g_autofree char *types = describe_types (meeting, content);
  g_autofree char *host = meeting->conference_url != NULL ? keel_link_get_host (meeting->conference_url)
                                                          : NULL;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (rows))) != NULL)
    gtk_list_box_remove (rows, row);
  add_fact (rows, _ ("Place"), meeting->location);
  add_fact (rows, _ ("Address"), meeting->address);
  add_fact (rows, _ ("Region"), meeting->region);
  add_fact (rows, _ ("Online"), host != NULL ? host : meeting->conference_url);
  add_fact (rows, _ ("To join online"), meeting->conference_notes);
  add_fact (rows, _ ("By phone"), meeting->phone);
  add_fact (rows, _ ("Group"), meeting->group);
  add_fact (rows, _ ("Kind of meeting"), types);
  gtk_widget_set_visible (GTK_WIDGET (rows), gtk_list_box_get_row_at_index (rows, 0) != NULL);
}

char *
keel_meeting_facts_describe_kind (KeelMeeting *meeting)
{
  g_autofree char *venue = keel_sentence_venue (meeting);
  const char *admission = NULL;

  if (meeting->admission == KEEL_ADMISSION_OPEN)
    admission = _ ("Open to all");
  else if (meeting->admission == KEEL_ADMISSION_CLOSED)
    admission = _ ("Closed: for members");
  if (meeting->venue == KEEL_VENUE_UNKNOWN && !keel_meeting_is_online (meeting))
    return g_strdup (admission);
  if (admission == NULL)
    return g_steal_pointer (&venue);
  return g_strdup_printf ("%s · %s", admission, venue);
}

static gboolean
find_next (KeelMeeting *meeting, KeelSeries *series, GTimeZone *person, gint64 now, KeelOccurrence *next)
{
  g_autoptr (KeelSchedule) schedule = NULL;
  KeelLocalTime from;

  if (series != NULL)
    return keel_schedule_next (series->schedule, now, person, next);
  /* A day earlier: it may still be yesterday where the meeting is. */
  from = keel_local_time_from_utc (now, person) - KEEL_MINUTES_PER_DAY;
  schedule = keel_meeting_to_schedule (meeting, from, NULL);
  return schedule != NULL && keel_schedule_next (schedule, now, person, next);
}

/* A weekly meeting as a clock on the person's wall shows it; NULL where that is what its own clock shows. */
static char *
describe_when_here (KeelMeeting *meeting, KeelSeries *series, GTimeZone *person, gint64 now)
{
  g_autoptr (KeelMeeting) here = NULL;
  KeelLocalTime local;
  KeelOccurrence next;

  if (meeting->timezone == NULL || !find_next (meeting, series, person, now, &next))
    return NULL;
  local = keel_local_time_from_utc (next.start, person);
  if (local == next.local_start)
    return NULL;
  here = keel_meeting_new ();
  here->day = keel_local_time_get_weekday (local);
  here->minute = keel_local_time_get_minute (local);
  here->duration = meeting->duration;
  here->timezone = g_strdup (g_time_zone_get_identifier (person));
  return keel_sentence_meeting_time (here, person, now);
}

/* Made by hand: in words, since it may be fortnightly or once. */
static char *
describe_schedule (KeelSeries *series, GTimeZone *person)
{
  const char *zone = keel_schedule_get_zone (series->schedule);
  g_autofree char *schedule = keel_sentence_schedule (series->schedule);
  g_autofree char *city = NULL;

  if (zone == NULL || g_strcmp0 (zone, g_time_zone_get_identifier (person)) == 0)
    return g_steal_pointer (&schedule);
  city = keel_sentence_zone (zone);
  /* Translators: when a meeting is, and whose time that is: "Every Tuesday at 19:00 (New York time)" */
  return g_strdup_printf (_ ("%s (%s time)"), schedule, city);
}

char *
keel_meeting_facts_describe_when (KeelMeeting *meeting, KeelSeries *series, GTimeZone *person, gint64 now,
                                  char **theirs)
{
  g_autoptr (GTimeZone) zone = NULL;
  g_autofree char *own = NULL;
  g_autofree char *city = NULL;
  char *here;

  *theirs = NULL;
  if (meeting->any_time)
    return g_strdup (_ ("Open around the clock"));
  if (series != NULL && meeting->list == NULL)
    return describe_schedule (series, person);
  here = describe_when_here (meeting, series, person, now);
  zone = here != NULL ? g_time_zone_new_identifier (meeting->timezone) : NULL;
  if (zone == NULL)
    return here != NULL ? here : keel_sentence_meeting_time (meeting, person, now);
  own = keel_sentence_meeting_time (meeting, zone, now);
  city = keel_sentence_zone (meeting->timezone);
  /* Translators: a time and a city: "19:00 in New York" */
  *theirs = g_strdup_printf (C_ ("time in a zone", "%s in %s"), own, city);
  return here;
}

char *
keel_meeting_facts_describe_next (KeelMeeting *meeting, KeelSeries *series, GTimeZone *person, gint64 now)
{
  g_autofree char *date = NULL;
  g_autofree char *time = NULL;
  KeelOccurrence next;

  if (!find_next (meeting, series, person, now, &next))
    return series != NULL ? g_strdup (_ ("No further date.")) : NULL;
  date = keel_sentence_date (next.start, person, now);
  time = keel_sentence_clock_time (next.start, person);
  /* Translators: a date and a time: "Next: Tomorrow, 19:00" */
  return g_strdup_printf (_ ("Next: %s, %s"), date, time);
}
