#include "keel-command.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"
#include "core/keel-agenda.h"
#include "keel-occurrence-output.h"

#define DEFAULT_DAYS 7
#define MAX_DAYS 3660

/* NULL where nothing was put down; an agenda is worth showing without it. */
static KeelAttendance *
find_attendance (KeelInvocation *invocation, KeelSeries *series, const KeelOccurrence *occurrence)
{
  return keel_journal_find_attendance (keel_profile_get_journal (invocation->profile), series->uuid,
                                       occurrence->original, NULL);
}

static void
add_occurrence (KeelInvocation *invocation, JsonBuilder *builder, KeelSeries *series,
                const KeelOccurrence *occurrence)
{
  g_autoptr (KeelAttendance) attendance = find_attendance (invocation, series, occurrence);

  json_builder_begin_object (builder);
  keel_json_add_occurrence (builder, series, occurrence, attendance);
  json_builder_end_object (builder);
}

static void
print_heading (KeelInvocation *invocation, const KeelOccurrence *occurrence, GTimeZone *zone)
{
  g_autofree char *date = keel_sentence_date (occurrence->start, zone, keel_invocation_get_now (invocation));

  keel_invocation_print (invocation, "%s", date);
}

static const char *
find_place (KeelMeeting *meeting)
{
  if (meeting->location != NULL)
    return meeting->location;
  return meeting->address != NULL ? meeting->address : meeting->conference_url;
}

static void
print_occurrence (KeelInvocation *invocation, KeelSeries *series, const KeelOccurrence *occurrence,
                  GTimeZone *zone)
{
  g_autofree char *start = keel_sentence_clock_time (occurrence->start, zone);
  g_autofree char *end = keel_sentence_clock_time (occurrence->end, zone);
  g_autoptr (KeelAttendance) attendance = find_attendance (invocation, series, occurrence);
  const char *place = find_place (series->meeting);

  keel_invocation_print (invocation, "  %s–%s  %s%s%s", start, end, series->meeting->name,
                         place != NULL ? " · " : "", place != NULL ? place : "");
  if (series->vanished_at != 0)
    keel_invocation_print (invocation, "    %s",
                           _ ("No longer in its list: ask whether it still takes place."));
  keel_invocation_print_remarks (invocation, series, occurrence, attendance);
}

static gboolean
is_same_day (gint64 a, gint64 b, GTimeZone *zone)
{
  return keel_local_time_get_days (keel_local_time_from_utc (a, zone)) ==
         keel_local_time_get_days (keel_local_time_from_utc (b, zone));
}

static void
print_agenda (KeelInvocation *invocation, GListModel *items, GTimeZone *zone)
{
  guint n = g_list_model_get_n_items (items);
  gint64 day = 0;
  guint i;

  for (i = 0; i < n; i++)
    {
      g_autoptr (KeelAgendaItem) item = g_list_model_get_item (items, i);

      if (i == 0 || !is_same_day (day, item->occurrence.start, zone))
        print_heading (invocation, &item->occurrence, zone);
      day = item->occurrence.start;
      print_occurrence (invocation, item->series, &item->occurrence, zone);
    }
}

static void
print_agenda_as_json (KeelInvocation *invocation, GListModel *items)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  guint n = g_list_model_get_n_items (items);
  guint i;

  json_builder_begin_array (builder);
  for (i = 0; i < n; i++)
    {
      g_autoptr (KeelAgendaItem) item = g_list_model_get_item (items, i);

      add_occurrence (invocation, builder, item->series, &item->occurrence);
    }
  json_builder_end_array (builder);
  keel_json_print (builder);
}

/* An empty week and a calendar with nothing in it are not the same. */
static void
explain_nothing (KeelInvocation *invocation, guint n_series)
{
  if (n_series == 0)
    keel_invocation_warn (
        invocation, "%s",
        _ ("You follow no meeting yet. “keelctl search” finds one, “keelctl follow ID” keeps it."));
  else
    keel_invocation_warn (invocation, "%s", _ ("Nothing is planned in these days."));
}

static KeelExit
show_agenda (KeelInvocation *invocation, KeelLocalTime from, int days)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GTimeZone) zone = keel_invocation_get_zone (invocation);
  g_autoptr (KeelAgenda) agenda = keel_agenda_new ();
  g_autoptr (GPtrArray) series = keel_journal_get_series (keel_profile_get_journal (invocation->profile),
                                                          &error);

  if (series == NULL)
    return keel_invocation_fail (invocation, error, NULL);
  keel_agenda_set_series (agenda, series);
  keel_agenda_set_span (agenda, keel_local_time_to_utc (from, zone),
                        keel_local_time_to_utc (from + (gint64) days * KEEL_MINUTES_PER_DAY, zone), zone);

  if (invocation->json)
    print_agenda_as_json (invocation, G_LIST_MODEL (agenda));
  else
    print_agenda (invocation, G_LIST_MODEL (agenda), zone);
  if (g_list_model_get_n_items (G_LIST_MODEL (agenda)) == 0)
    explain_nothing (invocation, series->len);
  return KEEL_EXIT_DONE;
}

static KeelLocalTime
find_today (KeelInvocation *invocation)
{
  g_autoptr (GTimeZone) zone = keel_invocation_get_zone (invocation);
  KeelLocalTime now = keel_local_time_from_utc (keel_invocation_get_now (invocation), zone);

  return keel_local_time_get_days (now) * KEEL_MINUTES_PER_DAY;
}

static gboolean
parse_date (const char *text, KeelLocalTime *date)
{
  return keel_local_time_parse (text, date) && keel_local_time_get_minute (*date) == 0 && strlen (text) == 10;
}

/* The occurrence that starts first after now. */
static KeelSeries *
find_next (KeelInvocation *invocation, GPtrArray *all, GTimeZone *zone, KeelOccurrence *next)
{
  KeelSeries *found = NULL;
  guint i;

  for (i = 0; i < all->len; i++)
    {
      KeelSeries *series = g_ptr_array_index (all, i);
      KeelOccurrence candidate;

      if (!keel_schedule_next (series->schedule, keel_invocation_get_now (invocation), zone, &candidate))
        continue;
      if (found == NULL || candidate.start < next->start)
        {
          found = series;
          *next = candidate;
        }
    }
  return found;
}

static void
answer_next_as_json (KeelInvocation *invocation, KeelSeries *series, const KeelOccurrence *next)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (series != NULL)
    {
      builder = json_builder_new ();
      add_occurrence (invocation, builder, series, next);
    }
  keel_json_print (builder);
}

static KeelExit
show_next (KeelInvocation *invocation)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GTimeZone) zone = keel_invocation_get_zone (invocation);
  g_autoptr (GPtrArray) all = keel_journal_get_series (keel_profile_get_journal (invocation->profile),
                                                       &error);
  KeelOccurrence next = { 0 };
  KeelSeries *series;

  if (all == NULL)
    return keel_invocation_fail (invocation, error, NULL);
  series = find_next (invocation, all, zone, &next);
  if (invocation->json)
    answer_next_as_json (invocation, series, &next);
  if (series == NULL)
    explain_nothing (invocation, all->len);
  else if (!invocation->json)
    {
      print_heading (invocation, &next, zone);
      print_occurrence (invocation, series, &next, zone);
    }
  return KEEL_EXIT_DONE;
}

KeelExit
keel_agenda_command_run (KeelInvocation *invocation, char ***arguments)
{
  g_autofree char *from = NULL;
  int days = DEFAULT_DAYS;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_ ("The first day, as 2026-11-24 (today)"), N_ ("DATE") },
    { "days", 0, 0, G_OPTION_ARG_INT, &days, N_ ("How many days (7)"), N_ ("N") },
    { NULL }
  };
  KeelLocalTime first;
  int status;

  if (!keel_invocation_parse (invocation, entries, arguments, &status))
    return status;
  if ((*arguments)[1] != NULL)
    return keel_invocation_refuse (invocation, _ ("agenda does not know what to do with “%s”."),
                                   (*arguments)[1]);
  if (days < 1 || days > MAX_DAYS)
    return keel_invocation_refuse (invocation, _ ("--days takes a number from 1 to %'d."), MAX_DAYS);
  first = find_today (invocation);
  if (from != NULL && !parse_date (from, &first))
    return keel_invocation_refuse (invocation, _ ("“%s” is no date. Give one such as 2026-11-24."), from);
  if (keel_invocation_open_profile (invocation) == NULL)
    return invocation->status;
  return show_agenda (invocation, first, days);
}

KeelExit
keel_next_command_run (KeelInvocation *invocation, char ***arguments)
{
  int status;

  if (!keel_invocation_parse (invocation, NULL, arguments, &status))
    return status;
  if ((*arguments)[1] != NULL)
    return keel_invocation_refuse (invocation, _ ("next does not know what to do with “%s”."),
                                   (*arguments)[1]);
  if (keel_invocation_open_profile (invocation) == NULL)
    return invocation->status;
  return show_next (invocation);
}
