#pragma once

#include "keel-command.h"

G_BEGIN_DECLS

/* The options of keelctl search as they were given. */
typedef struct
{
  char **days;
  char **parts;
  char **types;
  char **access;
  char *program;
  char *language;
  char *near;
  char *order;
  double within;
  int limit;
  gboolean soon;
  gboolean now;
  gboolean open;
  gboolean online;
  gboolean in_person;
  gboolean counts;
} KeelSearchRequest;

void keel_search_request_clear (KeelSearchRequest *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KeelSearchRequest, keel_search_request_clear)

/* All of @query but the place, with texts of @request and @words. */
KeelExit keel_search_request_fill (KeelInvocation *invocation, KeelSearchRequest *request, const char *words,
                                   KeelMeetingQuery *query);
/* The place: a town of the directory, or degrees. */
KeelExit keel_search_request_find_place (KeelInvocation *invocation, const KeelSearchRequest *request,
                                         KeelMeetingIndex *index, KeelMeetingQuery *query);

G_END_DECLS
