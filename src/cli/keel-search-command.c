#include "keel-command.h"

#include <glib/gi18n-lib.h>

#include "keel-search-output.h"
#include "keel-search-request.h"

/* Nothing found, nothing imported: they must not look alike. */
static void
explain_nothing (KeelInvocation *invocation)
{
  g_autoptr (GPtrArray) lists = keel_directory_get_lists (keel_profile_get_directory (invocation->profile),
                                                          NULL);

  if (lists != NULL && lists->len == 0)
    keel_invocation_warn (
        invocation, "%s",
        _ ("No list was imported yet, so there is nothing to search. “keelctl import FILE” reads one."));
  else
    keel_invocation_warn (
        invocation, "%s",
        _ ("No meeting in the imported lists fits. There may be others that they do not name."));
}

static KeelExit
search (KeelInvocation *invocation, const KeelSearchRequest *request, KeelMeetingQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GTimeZone) zone = keel_invocation_get_zone (invocation);
  g_autoptr (KeelMeetingResults) results = NULL;
  KeelMeetingIndex *index = keel_profile_get_index (invocation->profile, &error);
  KeelExit status;

  if (index == NULL)
    return keel_invocation_fail (invocation, error, NULL);
  status = keel_search_request_find_place (invocation, request, index, query);
  if (status != KEEL_EXIT_DONE)
    return status;
  results = keel_meeting_index_search (index, query, keel_invocation_get_now (invocation), zone, &error);
  if (results == NULL)
    return keel_invocation_fail (invocation, error, NULL);

  if (invocation->json)
    keel_search_output_print_json (results, request->counts, zone);
  if (results->total == 0)
    explain_nothing (invocation);
  else if (!invocation->json)
    keel_search_output_print (invocation, results, zone);
  return KEEL_EXIT_DONE;
}

KeelExit
keel_search_command_run (KeelInvocation *invocation, char ***arguments)
{
  g_auto (KeelSearchRequest) request = { .limit = 50 };
  const GOptionEntry entries[] = {
    { "program", 0, 0, G_OPTION_ARG_STRING, &request.program, N_ ("Meetings of this program"), N_ ("CODE") },
    { "day", 0, 0, G_OPTION_ARG_STRING_ARRAY, &request.days, N_ ("Meetings of this day; may be given again"),
      N_ ("DAY") },
    { "part", 0, 0, G_OPTION_ARG_STRING_ARRAY, &request.parts,
      N_ ("Next in the morning, afternoon, evening or night; may be given again"), N_ ("PART") },
    { "soon", 0, 0, G_OPTION_ARG_NONE, &request.soon, N_ ("Meetings that start within two hours"), NULL },
    { "now", 0, 0, G_OPTION_ARG_NONE, &request.now, N_ ("Meetings that are going on"), NULL },
    { "type", 0, 0, G_OPTION_ARG_STRING_ARRAY, &request.types,
      N_ ("Meetings of this type, by name or code; again for more of them at once"), N_ ("TYPE") },
    { "spoken", 0, 0, G_OPTION_ARG_STRING, &request.language, N_ ("Meetings in this language"),
      N_ ("LANGUAGE") },
    { "open", 0, 0, G_OPTION_ARG_NONE, &request.open, N_ ("Meetings that say that they are open to all"),
      NULL },
    { "access", 0, 0, G_OPTION_ARG_STRING_ARRAY, &request.access,
      N_ ("Meetings with wheelchair, sign-language or children; may be given again"), N_ ("NEED") },
    { "online", 0, 0, G_OPTION_ARG_NONE, &request.online, N_ ("Meetings that one can join from afar"), NULL },
    { "in-person", 0, 0, G_OPTION_ARG_NONE, &request.in_person, N_ ("Meetings that one can go to"), NULL },
    { "near", 0, 0, G_OPTION_ARG_STRING, &request.near,
      N_ ("The nearest first: a town of your lists, or degrees north and east"), N_ ("TOWN|LAT,LON") },
    { "within", 0, 0, G_OPTION_ARG_DOUBLE, &request.within, N_ ("No farther than this"), N_ ("KM") },
    { "order", 0, 0, G_OPTION_ARG_STRING, &request.order, N_ ("next, name or distance"), N_ ("ORDER") },
    { "counts", 0, 0, G_OPTION_ARG_NONE, &request.counts,
      N_ ("With --json: also how many there are in all, and what each filter would leave"), NULL },
    { "limit", 0, 0, G_OPTION_ARG_INT, &request.limit, N_ ("Show at most this many (50)"), N_ ("N") },
    { NULL }
  };
  g_autofree char *words = NULL;
  KeelMeetingQuery query = { .order = KEEL_ORDER_NEXT_START };
  int status;

  if (!keel_invocation_parse (invocation, entries, arguments, &status))
    return status;
  words = g_strjoinv (" ", *arguments + 1);
  status = keel_search_request_fill (invocation, &request, words, &query);
  if (status != KEEL_EXIT_DONE)
    return status;
  if (keel_invocation_open_profile (invocation) == NULL)
    return invocation->status;
  return search (invocation, &request, &query);
}
