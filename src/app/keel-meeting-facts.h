#pragma once

#include <gtk/gtk.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* Fills @rows with what is known of a meeting beside its name and its time: one row a fact. @sources is of
 * KeelMatchSource: every list that has it; nullable. */
void keel_meeting_facts_fill (GtkListBox *rows, KeelMeeting *meeting, GPtrArray *sources,
                              KeelSession *session);

/* Sentences about a meeting for its details; transfer full, nullable where there is nothing to say. */
/* What its notes say of its dates, where it is taken to be every week: "The list says: “1st and 3rd Tuesday”"
 */
char *keel_meeting_facts_describe_rhythm (KeelMeeting *meeting, KeelSeries *series);
/* "Wheelchair access · Children welcome", as the list says it; NULL where it does not. */
char *keel_meeting_facts_describe_access (KeelMeeting *meeting, KeelContent *content);
/* Whether it is going on at @now; *@end (nullable) is then when it ends. */
gboolean keel_meeting_facts_is_on (KeelMeeting *meeting, KeelSeries *series, GTimeZone *person, gint64 now,
                                   gint64 *end);
char *keel_meeting_facts_describe_kind (KeelMeeting *meeting); /* "Open · In person and online" */
/* On the person's clock; @theirs is set to the same on the meeting's, where that differs, else to NULL. @days
 * are KeelMatch's: on which a room is that is always open; 0 where that is not known. */
char *keel_meeting_facts_describe_when (KeelMeeting *meeting, KeelSeries *series, guint8 days,
                                        GTimeZone *person, gint64 now, char **theirs);
char *keel_meeting_facts_describe_next (KeelMeeting *meeting, KeelSeries *series, GTimeZone *person,
                                        gint64 now);

G_END_DECLS
