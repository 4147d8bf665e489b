#pragma once

#include "keel-match.h"
#include "keel-meeting-query.h"

G_BEGIN_DECLS

/* What would remain with one more choice of a group. */
typedef struct
{
  char *name; /* a program's code; a type or language as in KeelMeetingQuery */
  guint count;
} KeelFilterCount;

/* A count says how many there would be if that alone were chosen in its group, all other groups as they are;
 * of types and access needs, if it were chosen as well. */
typedef struct
{
  GPtrArray *matches; /* of KeelMatch: the first @limit in the order asked for */
  guint total;        /* all that match */
  guint by_day[7];
  guint by_part[KEEL_N_PARTS]; /* in the order of KeelPartOfDay's bits */
  guint soon, now;
  guint online, in_person;
  guint open;
  guint by_access[KEEL_N_ACCESS]; /* in the order of KeelAccess's bits */
  GPtrArray *by_program;          /* of KeelFilterCount, all that the directory has, by code */
  GPtrArray *by_type;     /* the most frequent, and those chosen; no languages, needs, open or online */
  GPtrArray *by_language; /* all that the directory has, most frequent first */
} KeelMeetingResults;

KeelMeetingResults *keel_meeting_results_new (void);
void keel_meeting_results_free (KeelMeetingResults *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelMeetingResults, keel_meeting_results_free)

void keel_filter_count_append (GPtrArray *counts, const char *name, guint count);

G_END_DECLS
