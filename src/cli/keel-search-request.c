#include "keel-search-request.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "keel-day-name.h"
#include "keel-search-output.h"

void
keel_search_request_clear (KeelSearchRequest *self)
{
  g_strfreev (self->days);
  g_strfreev (self->parts);
  g_strfreev (self->types);
  g_strfreev (self->access);
  g_free (self->program);
  g_free (self->language);
  g_free (self->near);
  g_free (self->order);
}

static KeelExit
fill_days (KeelInvocation *invocation, char **days, KeelMeetingQuery *query)
{
  guint i;

  for (i = 0; days != NULL && days[i] != NULL; i++)
    {
      int day = keel_day_name_parse (days[i]);

      if (day < 0)
        return keel_invocation_refuse (
            invocation, _ ("“%s” is not a day of the week. Give one such as “mon”, or 0 for Sunday."),
            days[i]);
      query->days |= 1 << day;
    }
  return KEEL_EXIT_DONE;
}

/* What has no letter in it is no town. */
static gboolean
can_be_place (const char *text)
{
  double latitude, longitude;

  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_unichar_isalpha (g_utf8_get_char (p)))
        return TRUE;
    }
  return keel_town_parse_position (text, &latitude, &longitude);
}

static KeelExit
fill_place (KeelInvocation *invocation, const KeelSearchRequest *request, KeelMeetingQuery *query)
{
  if (request->online && request->in_person)
    return keel_invocation_refuse (invocation, "%s", _ ("--online and --in-person exclude each other."));
  if (request->near != NULL && !can_be_place (request->near))
    return keel_invocation_refuse (
        invocation,
        _ ("“%s” is not a place. Give a town, or degrees north and east, such as 40.71,-74.01."),
        request->near);
  if (request->within != 0 && request->near == NULL)
    return keel_invocation_refuse (invocation, "%s", _ ("--within needs --near: within how far of what?"));
  if (!(request->within >= 0) || isinf (request->within))
    return keel_invocation_refuse (invocation, "%s", _ ("--within takes a distance in kilometres."));
  query->online = request->online;
  query->in_person = request->in_person;
  query->within_km = request->within;
  return KEEL_EXIT_DONE;
}

/* One of @words, which are English, as all options are. -1 if it is none of them. */
static int
find_word (const char *const *words, guint n, const char *text)
{
  guint i;

  for (i = 0; i < n; i++)
    {
      if (g_ascii_strcasecmp (words[i], text) == 0)
        return (int) i;
    }
  return -1;
}

static KeelExit
fill_parts (KeelInvocation *invocation, const KeelSearchRequest *request, KeelMeetingQuery *query)
{
  guint i;

  for (i = 0; request->parts != NULL && request->parts[i] != NULL; i++)
    {
      int part = find_word (keel_part_words, KEEL_N_PARTS, request->parts[i]);

      if (part < 0)
        return keel_invocation_refuse (
            invocation, _ ("“%s” is no part of the day. Give morning, afternoon, evening or night."),
            request->parts[i]);
      query->parts |= (guint8) (1 << part);
    }
  for (i = 0; request->access != NULL && request->access[i] != NULL; i++)
    {
      int need = find_word (keel_access_words, KEEL_N_ACCESS, request->access[i]);

      if (need < 0)
        return keel_invocation_refuse (
            invocation,
            _ ("“%s” is nothing that --access knows. Give wheelchair, sign-language or children."),
            request->access[i]);
      query->access |= (guint8) (1 << need);
    }
  return KEEL_EXIT_DONE;
}

static KeelExit
fill_order (KeelInvocation *invocation, const KeelSearchRequest *request, KeelMeetingQuery *query)
{
  static const char *const orders[] = { "next", "name", "distance" }; /* as KeelMeetingOrder */
  int order;

  query->order = request->near != NULL ? KEEL_ORDER_DISTANCE : KEEL_ORDER_NEXT_START;
  if (request->order == NULL)
    return KEEL_EXIT_DONE;
  order = find_word (orders, G_N_ELEMENTS (orders), request->order);
  if (order < 0)
    return keel_invocation_refuse (invocation, _ ("“%s” is no order. Give next, name or distance."),
                                   request->order);
  if (order == KEEL_ORDER_DISTANCE && request->near == NULL)
    return keel_invocation_refuse (invocation, "%s",
                                   _ ("--order distance needs --near: how far from where?"));
  query->order = (KeelMeetingOrder) order;
  return KEEL_EXIT_DONE;
}

/* By its code or name in the program's table, else as the lists may name it themselves. */
static const char *
find_type (KeelInvocation *invocation, const char *program, const char *text)
{
  KeelTypeTable *types = keel_content_get_types (keel_invocation_get_content (invocation));
  const char *name = keel_type_table_lookup (types, program, text, NULL);

  return name != NULL ? name : text;
}

static void
fill_types (KeelInvocation *invocation, KeelSearchRequest *request, KeelMeetingQuery *query)
{
  guint i;

  for (i = 0; request->types != NULL && request->types[i] != NULL; i++)
    {
      char *name = g_strdup (find_type (invocation, request->program, request->types[i]));

      g_free (request->types[i]);
      request->types[i] = name;
    }
  query->types = (const char *const *) request->types;
  query->language = request->language != NULL ? find_type (invocation, NULL, request->language) : NULL;
}

KeelExit
keel_search_request_fill (KeelInvocation *invocation, KeelSearchRequest *request, const char *words,
                          KeelMeetingQuery *query)
{
  KeelExit status;

  if (!g_utf8_validate (words, -1, NULL))
    return keel_invocation_refuse (invocation, "%s", _ ("These words are not in UTF-8."));
  if (request->counts && !invocation->json)
    return keel_invocation_refuse (invocation, "%s", _ ("--counts needs --json."));
  if (request->limit < 1)
    return keel_invocation_refuse (invocation, "%s", _ ("--limit takes a number from 1 up."));
  if (!keel_invocation_check_program (invocation, request->program))
    return KEEL_EXIT_WRONG_USAGE;

  query->text = words;
  query->program = request->program;
  query->limit = request->limit;
  query->soon = request->soon;
  query->now = request->now;
  query->open_only = request->open;
  fill_types (invocation, request, query);
  status = fill_days (invocation, request->days, query);
  if (status == KEEL_EXIT_DONE)
    status = fill_parts (invocation, request, query);
  if (status == KEEL_EXIT_DONE)
    status = fill_order (invocation, request, query);
  return status == KEEL_EXIT_DONE ? fill_place (invocation, request, query) : status;
}

/* A town of the directory, the largest of that name. */
static KeelExit
find_town (KeelInvocation *invocation, KeelMeetingIndex *index, const char *name, KeelMeetingQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) towns = keel_meeting_index_find_towns (index, name, 1, &error);
  const KeelTown *town;

  if (towns == NULL)
    return keel_invocation_fail (invocation, error, NULL);
  if (towns->len == 0)
    {
      keel_invocation_warn (
          invocation,
          _ ("No meeting in your lists is in “%s”. Give another town, or degrees north and east, such as 40.71,-74.01."),
          name);
      return KEEL_EXIT_COULD_NOT;
    }
  town = g_ptr_array_index (towns, 0);
  query->latitude = town->latitude;
  query->longitude = town->longitude;
  return KEEL_EXIT_DONE;
}

KeelExit
keel_search_request_find_place (KeelInvocation *invocation, const KeelSearchRequest *request,
                                KeelMeetingIndex *index, KeelMeetingQuery *query)
{
  query->near = request->near != NULL;
  return query->near ? find_town (invocation, index, request->near, query) : KEEL_EXIT_DONE;
}
