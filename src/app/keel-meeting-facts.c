#include "config.h"

#include "keel-meeting-facts.h"

#include <glib/gi18n-lib.h>

#include "content/keel-room-sentences.h"
#include "content/keel-sentences.h"
#include "core/keel-feed-reader.h"

#include "keel-fact-row.h"

static void
add_fact (GtkListBox *rows, const char *title, const char *text)
{
  if (text != NULL && *text != '\0')
    gtk_list_box_append (rows, keel_fact_row_new (title, text, NULL));
}

static void
add_link (GtkListBox *rows, const char *title, const char *text, const char *link)
{
  g_autofree char *safe = link != NULL ? keel_link_check (link) : NULL;

  if (text != NULL && *text != '\0')
    gtk_list_box_append (rows, keel_fact_row_new (title, text, safe));
}

typedef enum
{
  SAYS_ACCESS,
  SAYS_LANGUAGE,
  SAYS_MORE,
} Saying;

static Saying
classify (KeelContent *content, const char *type_name)
{
  switch (keel_type_table_get_kind (keel_content_get_types (content), type_name))
    {
    case KEEL_TYPE_KIND_LANGUAGE:
      return SAYS_LANGUAGE;
    case KEEL_TYPE_KIND_WHEELCHAIR:
    case KEEL_TYPE_KIND_SIGN_LANGUAGE:
    case KEEL_TYPE_KIND_CHILDREN:
      return SAYS_ACCESS;
    case KEEL_TYPE_KIND_PLAIN:
    case KEEL_TYPE_KIND_ADMISSION:
    case KEEL_TYPE_KIND_LAST:
    default:
      return SAYS_MORE;
    }
}

static char *
describe_types (KeelMeeting *meeting, KeelContent *content, Saying saying)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; meeting->type_names[i] != NULL; i++)
    {
      const char *name = meeting->type_names[i];

      if (*name == '\0')
        name = meeting->types[i];
      if (classify (content, name) != saying)
        continue;
      g_string_append (text, text->len > 0 ? " · " : "");
      g_string_append (text, keel_content_translate_type (content, name));
    }
  return g_string_free (text, text->len == 0);
}

static void
add_phone (GtkListBox *rows, const char *phone)
{
  g_autofree char *link = NULL;

  if (phone == NULL)
    return;
  link = g_strdup_printf ("tel:%s", phone);
  add_link (rows, _ ("By phone"), phone, link);
}

static void
add_sources (GtkListBox *rows, GPtrArray *sources, gint64 now)
{
  for (guint i = 0; sources != NULL && sources->len > 1 && i < sources->len; i++)
    {
      const KeelMatchSource *source = sources->pdata[i];
      g_autofree char *age = keel_sentence_age (source->imported_at, now);
      g_autofree char *text = g_strdup_printf (_ ("%s · imported %s"), source->list, age);

      add_link (rows, _ ("In your list"), text, source->url);
    }
}

static void
add_change (GtkListBox *rows, KeelMeeting *meeting, gint64 now)
{
  g_autofree char *age = meeting->updated > 0 ? keel_sentence_age (meeting->updated, now) : NULL;

  add_fact (rows, _ ("Changed by the group"), age);
}

void
keel_meeting_facts_fill (GtkListBox *rows, KeelMeeting *meeting, GPtrArray *sources, KeelSession *session)
{
  KeelContent *content = keel_session_get_content (session);
  gint64 now = keel_session_get_now (session);
  g_autofree char *types = describe_types (meeting, content, SAYS_MORE);
  g_autofree char *languages = describe_types (meeting, content, SAYS_LANGUAGE);
  g_autofree char *access = keel_meeting_facts_describe_access (meeting, content);
  g_autofree char *host = meeting->conference_url != NULL ? keel_link_get_host (meeting->conference_url)
                                                          : NULL;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (rows))) != NULL)
    gtk_list_box_remove (rows, row);
  add_fact (rows, _ ("Place"), meeting->location);
  add_fact (rows, _ ("Address"), meeting->address);
  add_fact (rows, _ ("Region"), meeting->region);
  add_fact (rows, _ ("Access"), access);
  add_link (rows, _ ("Online"), host != NULL ? host : meeting->conference_url, meeting->conference_url);
  add_fact (rows, _ ("To join online"), meeting->conference_notes);
  add_phone (rows, meeting->phone);
  add_fact (rows, _ ("Group"), meeting->group);
  add_fact (rows, _ ("Language"), languages);
  add_fact (rows, _ ("Kind of meeting"), types);
  add_change (rows, meeting, now);
  add_sources (rows, sources, now);
  gtk_widget_set_visible (GTK_WIDGET (rows), gtk_list_box_get_row_at_index (rows, 0) != NULL);
}

/* The sentence or line of @text that tells of dates; transfer full, nullable. */
static char *
find_rhythm (const char *text)
{
  g_auto (GStrv) parts = NULL;

  if (text == NULL || !keel_feed_has_rhythm (text))
    return NULL;
  parts = g_regex_split_simple ("\\n+|(?<=[.!?;])\\s+", text, 0, 0);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (keel_feed_has_rhythm (parts[i]))
        return g_strdup (g_strstrip (parts[i]));
    }
  return g_strdup (text);
}

char *
keel_meeting_facts_describe_access (KeelMeeting *meeting, KeelContent *content)
{
  return describe_types (meeting, content, SAYS_ACCESS);
}

/* The person may have put it right already. */
static gboolean
is_every_week (KeelMeeting *meeting, KeelSeries *series)
{
  g_autofree char *rule = series != NULL ? keel_schedule_get_rule (series->schedule) : NULL;

  if (series != NULL)
    return rule != NULL && g_str_has_prefix (rule, "FREQ=WEEKLY") && strstr (rule, "INTERVAL") == NULL;
  return meeting->schedule == NULL && meeting->day != KEEL_DAY_BY_APPOINTMENT;
}

char *
keel_meeting_facts_describe_rhythm (KeelMeeting *meeting, KeelSeries *series)
{
  g_autofree char *said = NULL;

  if (!is_every_week (meeting, series))
    return NULL;
  said = find_rhythm (meeting->notes);
  if (said == NULL)
    said = find_rhythm (meeting->name);
  /* Translators: %s is what a list says of the dates of a meeting, e.g. "1st and 3rd Tuesday" */
  return said != NULL ? g_strdup_printf (_ ("Not every week? The list says: “%s”"), said) : NULL;
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

/* Transfer full; NULL by appointment. */
static KeelSchedule *
get_schedule (KeelMeeting *meeting, KeelSeries *series, GTimeZone *person, gint64 now)
{
  if (series != NULL)
    return keel_schedule_ref (series->schedule);
  if (meeting->schedule != NULL)
    return keel_schedule_ref (meeting->schedule);
  /* Some days earlier: it may still be yesterday where the meeting is, and one may have begun. */
  return keel_meeting_to_schedule (meeting, keel_local_time_from_utc (now, person) - 2 * KEEL_MINUTES_PER_DAY,
                                   NULL);
}

static gboolean
find_next (KeelMeeting *meeting, KeelSeries *series, GTimeZone *person, gint64 now, KeelOccurrence *next)
{
  g_autoptr (KeelSchedule) schedule = get_schedule (meeting, series, person, now);

  return schedule != NULL && keel_schedule_next (schedule, now, person, next);
}

gboolean
keel_meeting_facts_is_on (KeelMeeting *meeting, KeelSeries *series, GTimeZone *person, gint64 now,
                          gint64 *end)
{
  g_autoptr (KeelSchedule) schedule = get_schedule (meeting, series, person, now);
  g_autoptr (GArray) begun = g_array_new (FALSE, FALSE, sizeof (KeelOccurrence));

  if (schedule == NULL)
    return FALSE;
  keel_schedule_expand (schedule, now - (gint64) keel_schedule_get_longest (schedule) * 60, now + 1, person,
                        begun);
  for (guint i = 0; i < begun->len; i++)
    {
      const KeelOccurrence *occurrence = &g_array_index (begun, KeelOccurrence, i);

      if (occurrence->end <= now)
        continue;
      if (end != NULL)
        *end = occurrence->end;
      return TRUE;
    }
  return FALSE;
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

/* In words, since it may be fortnightly or once. */
static char *
describe_schedule (KeelSchedule *schedule, GTimeZone *person)
{
  const char *zone = keel_schedule_get_zone (schedule);
  g_autofree char *words = keel_sentence_schedule (schedule);
  g_autofree char *city = NULL;

  if (zone == NULL || g_strcmp0 (zone, g_time_zone_get_identifier (person)) == 0)
    return g_steal_pointer (&words);
  city = keel_sentence_zone (zone);
  /* Translators: when a meeting is, and whose time that is: "Every Tuesday at 19:00 (New York time)" */
  return g_strdup_printf (_ ("%s (%s time)"), words, city);
}

/* Around the clock, but not always on every day. */
static char *
describe_any_time (KeelMeeting *meeting, KeelSeries *series, guint8 days, GTimeZone *person)
{
  if (days != 0)
    return keel_sentence_open_days (days);
  if (series != NULL || meeting->schedule != NULL)
    return describe_schedule (series != NULL ? series->schedule : meeting->schedule, person);
  return keel_sentence_any_time (meeting->day);
}

char *
keel_meeting_facts_describe_when (KeelMeeting *meeting, KeelSeries *series, guint8 days, GTimeZone *person,
                                  gint64 now, char **theirs)
{
  g_autoptr (GTimeZone) zone = NULL;
  g_autofree char *own = NULL;
  g_autofree char *city = NULL;
  char *here;

  *theirs = NULL;
  if (meeting->any_time)
    return describe_any_time (meeting, series, days, person);
  if (series != NULL && meeting->list == NULL)
    return describe_schedule (series->schedule, person);
  if (series == NULL && meeting->schedule != NULL)
    return describe_schedule (meeting->schedule, person);
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

static char *
describe_on (gint64 end, GTimeZone *person)
{
  g_autofree char *time = keel_sentence_clock_time (end, person);

  /* Translators: %s is the time at which the meeting ends */
  return g_strdup_printf (_ ("Happening now, until %s"), time);
}

char *
keel_meeting_facts_describe_next (KeelMeeting *meeting, KeelSeries *series, GTimeZone *person, gint64 now)
{
  g_autofree char *date = NULL;
  g_autofree char *time = NULL;
  KeelOccurrence next;
  gint64 end;

  if (meeting->any_time && series == NULL)
    return NULL;
  if (keel_meeting_facts_is_on (meeting, series, person, now, &end) && !meeting->any_time)
    return describe_on (end, person);
  if (!find_next (meeting, series, person, now, &next))
    return series != NULL ? g_strdup (_ ("No further date.")) : NULL;
  date = keel_sentence_date (next.start, person, now);
  time = keel_sentence_clock_time (next.start, person);
  /* Translators: a date and a time: "Next: Tomorrow, 19:00" */
  return g_strdup_printf (_ ("Next: %s, %s"), date, time);
}
