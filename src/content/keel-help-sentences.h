#pragma once

#include "keel-help-line.h"
#include "keel-safety-page.h"

G_BEGIN_DECLS

/*
 * What Keel says about help lines, in the person's language. All results are transfer full but for those that
 * are const. @person is the zone of whoever reads, @now in seconds UTC.
 */

const char *keel_sentence_help_kind (KeelHelpKind kind); /* "Alcohol and other drugs" */
/* That Keel knows none here: "No addiction line is known to Keel here." */
const char *keel_sentence_help_missing (KeelHelpKind kind);
/* Once, after all that is missing: who else may know. */
const char *keel_sentence_help_elsewhere (void);
const char *keel_sentence_help_way (KeelHelpWayKind kind); /* "Call", "Text", "Chat" … */
/* What to do after that: "116 123", "85258, the word SHOUT", "16000, then press 4", "On their page". */
char *keel_sentence_help_number (const KeelHelpWay *way);
const char *keel_sentence_emergency (KeelEmergencyKind kind); /* "Emergency", "Ambulance" … */

/* "Open now, day and night", "Open now, until 20:00", "Closed now, opens Monday at 09:00", "Opening hours are
 * not known", with the line's own time after it where clocks differ. *@open (nullable) gets whether it is
 * open now. */
char *keel_sentence_help_open (const KeelHelpLine *line, GTimeZone *person, gint64 now, gboolean *open);
/* The whole week on the line's own clock: "Monday to Friday 09:00–20:00, Saturday and Sunday 11:00–16:00";
 * NULL where the hours are not known. */
char *keel_sentence_help_hours (const KeelHelpLine *line);
const char *keel_sentence_help_cost (KeelHelpCost cost);       /* "Free", "Cost not known" … */
char *keel_sentence_help_languages (const KeelHelpLine *line); /* "English and Welsh" */
const char *keel_language_find_name (const char *code);        /* ISO 639; nullable */
/* Whether it is known that a call does not show on the phone bill. */
const char *keel_sentence_help_bill (const KeelHelpLine *line);
/* Once, beside all lines: that the phone itself remembers its calls. */
const char *keel_sentence_help_trace (void);
/* Of a line that is official. */
const char *keel_sentence_help_official (void);
char *keel_sentence_help_source (const char *source); /* "Source: …" */

/* "Checked on 1 October 2026", "Checked in October 2026"; where the source has no date: "Found in November
 * 2026. The source has no date." */
char *keel_sentence_checked (const char *checked, gboolean undated);
/* "This was checked more than a year ago. It may have changed."; NULL where it was not. */
const char *keel_sentence_checked_long_ago (const char *checked, gint64 now);
/* "Please check this number before you rely on it."; NULL where there is nothing to say. */
const char *keel_sentence_help_doubt (KeelHelpConfidence confidence);
const char *keel_sentence_help_line_doubt (const KeelHelpLine *line); /* the same of what may be a page */

/* All that stands small under a line beside its hours, note and doubt, a sentence in each: of char *. What is
 * most important to know comes first. */
GPtrArray *keel_sentences_about_help (const KeelHelpLine *line, gint64 now);

G_END_DECLS
