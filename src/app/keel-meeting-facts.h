#pragma once

#include <gtk/gtk.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* Fills @rows with what is known of a meeting beside its name and its time: one row a fact. */
void keel_meeting_facts_fill (GtkListBox *rows, KeelMeeting *meeting, KeelContent *content);

/* Sentences about a meeting for its details; transfer full, nullable where there is nothing to say. */
char *keel_meeting_facts_describe_kind (KeelMeeting *meeting); /* "Open · In person and online" */
/* On the person's clock; @theirs is set to the same on the meeting's, where that differs, else to NULL. */
char *keel_meeting_facts_describe_when (KeelMeeting *meeting, KeelSeries *series, GTimeZone *person,
                                        gint64 now, char **theirs);
char *keel_meeting_facts_describe_next (KeelMeeting *meeting, KeelSeries *series, GTimeZone *person,
                                        gint64 now);

G_END_DECLS
