#include "keel-command.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"
#include "keel-json-output.h"
#include "keel-reminder-wish.h"
#include "store/keel-reminder-process.h"

#define DEFAULT_DURATION 60

/* What was not asked for stays as it is. */
typedef enum
{
  AS_IT_IS,
  NO,
  YES,
} Choice;

typedef struct
{
  char *name;
  char *start;
  char *zone;
  char *rule;
  char *link;
  char *place;
  int duration;
  char **leads;
  KeelReminderWish reminders;
  char *kind;
  gboolean home_group;
  gboolean no_home_group;
  char *note;
} FollowRequest;

static void
clear_request (FollowRequest *request)
{
  g_free (request->name);
  g_free (request->start);
  g_free (request->zone);
  g_free (request->rule);
  g_free (request->link);
  g_free (request->place);
  g_strfreev (request->leads);
  keel_reminder_wish_clear (&request->reminders);
  g_free (request->kind);
  g_free (request->note);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FollowRequest, clear_request)

static Choice
make_choice (gboolean yes, gboolean no)
{
  if (yes)
    return YES;
  return no ? NO : AS_IT_IS;
}

static gboolean
choose (Choice choice, gboolean as_it_is)
{
  return choice == AS_IT_IS ? as_it_is : choice == YES;
}

/* What is said of a series beside its dates and how long before it is told. */
static void
apply_choices (const FollowRequest *request, KeelSeries *series)
{
  keel_reminder_wish_apply (&request->reminders, &series->style);
  series->home_group = choose (make_choice (request->home_group, request->no_home_group), series->home_group);
  if (request->kind != NULL)
    series->kind = keel_word_find (keel_series_kind_words, request->kind);
  if (request->note != NULL)
    {
      g_free (series->note);
      series->note = *request->note != '\0' ? g_strdup (request->note) : NULL;
    }
}

/* NULL in @leads where none was given. */
static KeelExit
parse_leads (KeelInvocation *invocation, char **texts, GArray **leads)
{
  guint i;

  if (texts == NULL)
    return KEEL_EXIT_DONE;
  *leads = g_array_new (FALSE, FALSE, sizeof (int));
  for (i = 0; texts[i] != NULL; i++)
    {
      guint64 minutes;
      int lead;

      if (!g_ascii_string_to_unsigned (texts[i], 10, 0, KEEL_SERIES_MAX_LEAD, &minutes, NULL))
        return keel_invocation_refuse (
            invocation,
            _ ("“%s” is no time before a meeting. --remind takes minutes, up to %'u (four weeks)."), texts[i],
            KEEL_SERIES_MAX_LEAD);
      lead = (int) minutes;
      g_array_append_val (*leads, lead);
    }
  return KEEL_EXIT_DONE;
}

/* Leaves no zone for a meeting that keeps to the clock on the wall wherever one is. */
static KeelExit
settle_zone (KeelInvocation *invocation, FollowRequest *request)
{
  if (request->zone == NULL)
    return keel_invocation_refuse (
        invocation, "%s",
        _ ("In which time zone? Give --zone, such as Europe/Berlin, or “floating” for the "
           "same time of day wherever you are."));
  if (g_ascii_strcasecmp (request->zone, "floating") == 0)
    g_clear_pointer (&request->zone, g_free);
  return keel_invocation_resolve_zone (invocation, &request->zone) ? KEEL_EXIT_DONE : KEEL_EXIT_WRONG_USAGE;
}

static KeelSchedule *
make_schedule (KeelInvocation *invocation, FollowRequest *request, KeelExit *status)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  KeelLocalTime start;
  KeelSchedule *schedule;

  *status = settle_zone (invocation, request);
  if (*status != KEEL_EXIT_DONE)
    return NULL;
  if (request->start == NULL || !keel_local_time_parse (request->start, &start))
    {
      *status = keel_invocation_refuse (invocation,
                                        _ ("“%s” is no date and time. Give --start as 2026-11-24T19:00."),
                                        request->start != NULL ? request->start : "");
      return NULL;
    }
  schedule = keel_schedule_new (start, request->zone, MAX (request->duration, 0), request->rule, &error);
  if (schedule == NULL)
    {
      sentence = keel_sentence_for_error (error, request->rule);
      *status = keel_invocation_refuse (invocation, "%s", sentence);
    }
  return schedule;
}

static KeelMeeting *
make_meeting (KeelInvocation *invocation, const FollowRequest *request, KeelSchedule *schedule,
              KeelExit *status)
{
  g_autoptr (KeelMeeting) meeting = keel_meeting_new ();
  KeelLocalTime start = keel_schedule_get_start (schedule);

  if (request->link != NULL)
    {
      meeting->conference_url = keel_link_check (request->link);
      if (meeting->conference_url == NULL)
        {
          *status = keel_invocation_refuse (invocation,
                                            _ ("“%s” is not a link that Keel would open. Give one such as "
                                               "https://example.org/room."),
                                            request->link);
          return NULL;
        }
    }
  meeting->name = g_strdup (request->name);
  meeting->location = g_strdup (request->place);
  meeting->day = keel_local_time_get_weekday (start);
  meeting->minute = keel_local_time_get_minute (start);
  meeting->duration = (int) keel_schedule_get_duration (schedule);
  meeting->timezone = g_strdup (request->zone);
  if (request->link != NULL)
    meeting->venue = request->place != NULL ? KEEL_VENUE_HYBRID : KEEL_VENUE_ONLINE;
  else
    meeting->venue = request->place != NULL ? KEEL_VENUE_IN_PERSON : KEEL_VENUE_UNKNOWN;
  return g_steal_pointer (&meeting);
}

static KeelSeries *
make_series (KeelInvocation *invocation, FollowRequest *request, GArray *leads, KeelExit *status)
{
  g_autoptr (KeelSchedule) schedule = NULL;
  g_autoptr (KeelMeeting) meeting = NULL;
  KeelSeries *series;
  const int usual = KEEL_SERIES_USUAL_LEAD;

  if (*g_strstrip (request->name) == '\0')
    {
      *status = keel_invocation_refuse (invocation, "%s",
                                        _ ("A meeting needs a name with at least one letter."));
      return NULL;
    }
  schedule = make_schedule (invocation, request, status);
  if (schedule != NULL)
    meeting = make_meeting (invocation, request, schedule, status);
  if (meeting == NULL)
    return NULL;

  series = keel_series_new (KEEL_SERIES_MEETING, meeting, schedule);
  apply_choices (request, series);
  if (leads != NULL)
    keel_series_set_leads (series, leads);
  else
    g_array_append_val (series->leads, usual);
  return series;
}

static gint64
find_next_start (KeelInvocation *invocation, KeelSeries *series)
{
  g_autoptr (GTimeZone) zone = keel_invocation_get_zone (invocation);
  KeelOccurrence next;

  if (keel_schedule_next (series->schedule, keel_invocation_get_now (invocation), zone, &next))
    return next.start;
  return 0;
}

static void
answer_follow_as_json (KeelSeries *series, gint64 next)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  guint i;

  json_builder_begin_object (builder);
  keel_json_add_text (builder, "id", series->uuid);
  keel_json_add_text (builder, "name", series->meeting->name);
  keel_json_add_instant (builder, "next", next);
  json_builder_set_member_name (builder, "leads");
  json_builder_begin_array (builder);
  for (i = 0; i < series->leads->len; i++)
    json_builder_add_int_value (builder, g_array_index (series->leads, int, i));
  json_builder_end_array (builder);
  keel_json_add_reminder_style (builder, &series->style);
  keel_json_add_text (builder, "kind", keel_series_kind_words[series->kind]);
  keel_json_add_truth (builder, "home_group", series->home_group);
  json_builder_end_object (builder);
  keel_json_print (builder);
}

static void
print_leads (KeelInvocation *invocation, GArray *leads)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint i;

  for (i = 0; i < leads->len; i++)
    {
      g_autofree char *lead = keel_sentence_lead (g_array_index (leads, int, i));

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", lead);
    }
  if (leads->len > 0)
    /* Translators: then a list such as "30 minutes before, 1 day before". */
    keel_invocation_print (invocation, _ ("Reminders: %s"), text->str);
}

static void
print_follow (KeelInvocation *invocation, KeelSeries *series, gint64 next)
{
  g_autoptr (GTimeZone) zone = keel_invocation_get_zone (invocation);
  g_autofree char *rhythm = keel_sentence_schedule (series->schedule);

  keel_invocation_print (invocation, _ ("You follow “%s”."), series->meeting->name);
  keel_invocation_print (invocation, "%s", rhythm);
  if (next != 0)
    {
      g_autofree char *date = keel_sentence_date (next, zone, keel_invocation_get_now (invocation));
      g_autofree char *time = keel_sentence_clock_time (next, zone);

      /* Translators: a day and a time: "Next: Tuesday 24 November, 19:00". */
      keel_invocation_print (invocation, _ ("Next: %s, %s"), date, time);
    }
  else
    keel_invocation_print (invocation, "%s", _ ("All its dates are over."));
  print_leads (invocation, series->leads);
  keel_invocation_print_reminder_style (invocation, series);
  /* Translators: an identifier to type after "keelctl unfollow". */
  keel_invocation_print (invocation, _ ("Its id: %s"), series->uuid);
}

/* The meeting stands in the calendar whatever comes of this, but nobody shall wait for a reminder that
 * does not come. */
static void
start_reminders (KeelInvocation *invocation)
{
  g_autoptr (GError) error = NULL;

  if (keel_reminder_process_ensure (invocation->data_dir, &error))
    return;
  /* Translators: %s is what the computer said, in English. */
  keel_invocation_warn (
      invocation,
      _ ("It is in your calendar, but reminders do not work now: keel-reminders could not be started "
         "(%s). “keelctl reminders status” shows whether it runs."),
      error->message);
}

static KeelExit
answer_follow (KeelInvocation *invocation, KeelSeries *series)
{
  gint64 next = find_next_start (invocation, series);

  if (invocation->json)
    answer_follow_as_json (series, next);
  else
    print_follow (invocation, series, next);
  if (series->leads->len > 0 || series->style.travel > 0)
    start_reminders (invocation);
  return KEEL_EXIT_DONE;
}

static KeelSeries *
follow_listed (KeelInvocation *invocation, const char *id, GArray *leads, const FollowRequest *request,
               GError **error)
{
  g_autoptr (KeelSeries) followed = keel_profile_follow (invocation->profile, id, leads, error);
  g_autoptr (KeelSeries) changed = NULL;

  if (followed == NULL)
    return NULL;
  changed = keel_series_copy (followed);
  apply_choices (request, changed);
  if (!keel_series_equal (changed, followed) && !keel_profile_update (invocation->profile, changed, error))
    return NULL;
  return g_steal_pointer (&changed);
}

static KeelExit
follow_meeting (KeelInvocation *invocation, const char *id, GArray *leads, const FollowRequest *request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelSeries) series = NULL;
  g_autofree char *lower = g_ascii_strdown (id, -1);

  if (keel_invocation_open_profile (invocation) == NULL)
    return invocation->status;
  series = follow_listed (invocation, lower, leads, request, &error);
  if (series != NULL)
    return answer_follow (invocation, series);
  if (!g_error_matches (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND))
    return keel_invocation_fail (invocation, error, id);
  return keel_invocation_give_up (
      invocation, _ ("No meeting in the imported lists has the id “%s”. “keelctl search” shows the ids."),
      id);
}

static KeelExit
follow_new (KeelInvocation *invocation, FollowRequest *request, GArray *leads)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelSeries) asked = NULL;
  g_autoptr (KeelSeries) series = NULL;
  KeelExit status;

  asked = make_series (invocation, request, leads, &status);
  if (asked == NULL)
    return status;
  if (keel_invocation_open_profile (invocation) == NULL)
    return invocation->status;
  series = keel_profile_follow_new (invocation->profile, asked, &error);
  if (series == NULL)
    return keel_invocation_fail (invocation, error, request->name);
  return answer_follow (invocation, series);
}

static KeelExit
check_kind (KeelInvocation *invocation, const FollowRequest *request)
{
  g_autofree char *kinds = g_strjoinv (", ", (char **) keel_series_kind_words);

  if (request->kind == NULL || keel_word_find (keel_series_kind_words, request->kind) >= 0)
    return keel_reminder_wish_check (&request->reminders, invocation);
  return keel_invocation_refuse (invocation, _ ("“%s” is no kind of meeting or appointment. These are: %s."),
                                 request->kind, kinds);
}

static KeelExit
check_follow (KeelInvocation *invocation, const FollowRequest *request, guint n_ids)
{
  gboolean described = request->start || request->zone || request->rule || request->link || request->place ||
                       request->duration != DEFAULT_DURATION;

  if (request->name == NULL && n_ids != 1)
    return keel_invocation_refuse (invocation, "%s",
                                   _ ("Which meeting? “keelctl search” shows their ids; follow takes one."));
  if (request->name != NULL && n_ids > 0)
    return keel_invocation_refuse (invocation, "%s", _ ("Either the id of a meeting or --new, not both."));
  if (request->name == NULL && described)
    return keel_invocation_refuse (
        invocation, "%s", _ ("--start, --zone, --rrule, --duration, --link and --place go with --new."));
  if (request->home_group && request->no_home_group)
    return keel_invocation_refuse (invocation, "%s", _ ("Either --home-group or --no-home-group, not both."));
  if (request->duration < 1)
    return keel_invocation_refuse (invocation, "%s", _ ("--duration takes a number of minutes from 1 up."));
  return check_kind (invocation, request);
}

KeelExit
keel_follow_command_run (KeelInvocation *invocation, char ***arguments)
{
  g_auto (FollowRequest) request = { .duration = DEFAULT_DURATION };
  const GOptionEntry entries[] = {
    { "new", 0, 0, G_OPTION_ARG_STRING, &request.name, N_ ("Follow a meeting that is in no list"),
      N_ ("NAME") },
    { "start", 0, 0, G_OPTION_ARG_STRING, &request.start, N_ ("Its first date and time, as 2026-11-24T19:00"),
      N_ ("LOCAL") },
    { "zone", 0, 0, G_OPTION_ARG_STRING, &request.zone, N_ ("Its time zone, or “floating”"), N_ ("ZONE") },
    { "rrule", 0, 0, G_OPTION_ARG_STRING, &request.rule,
      N_ ("How it repeats, for example FREQ=WEEKLY; else once"), N_ ("RULE") },
    { "duration", 0, 0, G_OPTION_ARG_INT, &request.duration, N_ ("How long it takes (60)"), N_ ("MINUTES") },
    { "link", 0, 0, G_OPTION_ARG_STRING, &request.link, N_ ("Where to join it online"), N_ ("URL") },
    { "place", 0, 0, G_OPTION_ARG_STRING, &request.place, N_ ("Where it is"), N_ ("TEXT") },
    { "remind", 0, 0, G_OPTION_ARG_STRING_ARRAY, &request.leads,
      N_ ("How long before to remind you (30); may be given again"), N_ ("MINUTES") },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &request.kind, N_ ("What it is: meeting, therapy, doctor …"),
      N_ ("KIND") },
    { "home-group", 0, 0, G_OPTION_ARG_NONE, &request.home_group, N_ ("It is your home group"), NULL },
    { "no-home-group", 0, 0, G_OPTION_ARG_NONE, &request.no_home_group, N_ ("It is not, or no longer"),
      NULL },
    { "note", 0, 0, G_OPTION_ARG_STRING, &request.note, N_ ("A note for yourself"), N_ ("TEXT") },
  };
  g_autoptr (GArray) options = g_array_new (TRUE, FALSE, sizeof (GOptionEntry));
  g_autoptr (GArray) leads = NULL;
  int status;

  g_array_append_vals (options, entries, G_N_ELEMENTS (entries));
  keel_reminder_wish_add_options (&request.reminders, options);
  if (!keel_invocation_parse (invocation, (const GOptionEntry *) options->data, arguments, &status))
    return status;
  status = check_follow (invocation, &request, g_strv_length (*arguments) - 1);
  if (status == KEEL_EXIT_DONE)
    status = parse_leads (invocation, request.leads, &leads);
  if (status != KEEL_EXIT_DONE)
    return status;
  if (request.name != NULL)
    return follow_new (invocation, &request, leads);
  return follow_meeting (invocation, (*arguments)[1], leads, &request);
}
