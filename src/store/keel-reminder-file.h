#pragma once

#include <glib-object.h>

#include "core/keel-reminder-style.h"
#include "core/keel-schedule.h"
#include "keel-reminder-preferences.h"
#include "keel-store-error.h"

G_BEGIN_DECLS

/* The lead under which a snoozed reminder is claimed, confirmed and logged. */
#define KEEL_LEAD_SNOOZE (-1)
/* The lead of the question whether one went: due at the end of the occurrence. */
#define KEEL_LEAD_AFTERWARDS (-2)

/* How far what a reminder says may go; beyond it there is the time, Snooze and Open. */
typedef enum
{
  KEEL_REACH_DISCREET, /* nowhere: the rule has no words at all */
  KEEL_REACH_ALONE,    /* while the data folder holds this profile alone */
  KEEL_REACH_ALWAYS,   /* the person allowed it */
} KeelReminderReach;

/* One reminder rule as keel-reminders needs it: a projection of the journal. */
typedef struct
{
  char *series; /* UUID, also of a prompt */
  int lead;     /* minutes before the start, or KEEL_LEAD_AFTERWARDS */
  KeelSchedule *schedule;
  gint64 since; /* seconds UTC; what was due before is not told */
  char *name;   /* nullable, as all of these: only where the person allowed it and wants it told */
  char *link;   /* for Join */
  char *place;
  char *map; /* for Directions: a geo: or https link */
  KeelReminderText text;
  KeelReminderReach reach;
  gboolean silent;
  gboolean important;
  gboolean travel;  /* this lead is the time to leave */
  gboolean meeting; /* FALSE: a prompt: nothing to join, to go to or to be asked of */
} KeelReminderRule;

/* Of a meeting, discreet; all else is the caller's to fill in. */
KeelReminderRule *keel_reminder_rule_new (const char *series, int lead, KeelSchedule *schedule, gint64 since);
void keel_reminder_rule_free (KeelReminderRule *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelReminderRule, keel_reminder_rule_free)
/* Whether it knows more than times: a name, a link, a place or a map. */
gboolean keel_reminder_rule_has_words (const KeelReminderRule *self);

typedef struct
{
  char *series; /* UUID */
  KeelLocalTime occurrence;
} KeelOccurrenceKey;

KeelOccurrenceKey *keel_occurrence_key_new (const char *series, KeelLocalTime occurrence);
void keel_occurrence_key_free (KeelOccurrenceKey *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelOccurrenceKey, keel_occurrence_key_free)

/* All that a projection replaces. */
typedef struct
{
  GPtrArray *rules;   /* of KeelReminderRule */
  GPtrArray *settled; /* nullable; of KeelOccurrenceKey: nothing more is told or asked of them */
  KeelReminderPreferences preferences;
  gint64 counter; /* the journal's change counter */
} KeelProjected;

typedef enum
{
  KEEL_OUTCOME_SHOWN,
  KEEL_OUTCOME_LATE,     /* shown more than a minute after it was due */
  KEEL_OUTCOME_REPEATED, /* shown again after a crash between claim and commit */
  KEEL_OUTCOME_MISSED,   /* the meeting had ended before it could be shown */
  KEEL_OUTCOME_FAILED,   /* no server; it is tried again */
  KEEL_OUTCOME_SNOOZED,
  KEEL_OUTCOME_DISMISSED,
} KeelReminderOutcome;

const char *keel_reminder_outcome_to_string (KeelReminderOutcome outcome); /* "shown" … */

/* One line of the log. */
typedef struct
{
  gint64 id;
  char *series;
  KeelLocalTime occurrence; /* original local start: with the series the occurrence's key */
  KeelLocalTime start;      /* local start as it was told: another where the date was moved */
  int lead;
  gint64 due;   /* seconds UTC */
  gint64 at;    /* microseconds UTC: when this was written */
  gint64 shown; /* microseconds UTC; 0 where it was not */
  KeelReminderOutcome outcome;
  char *reason; /* nullable */
} KeelReminderEvent;

void keel_reminder_event_free (KeelReminderEvent *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelReminderEvent, keel_reminder_event_free)

/* KeelReminderFile: reminders.db, all that keel-reminders may know, and the wake file beside it. An
 * object belongs to one thread at a time; any number of processes may open the same file. */
#define KEEL_TYPE_REMINDER_FILE (keel_reminder_file_get_type ())
/* @folder is the profile’s. */
G_DECLARE_FINAL_TYPE (KeelReminderFile, keel_reminder_file, KEEL, REMINDER_FILE, GObject)

KeelReminderFile *keel_reminder_file_open (const char *folder, GError **error);

/* Whether what is in it does not fit together any more, or cannot be read as a database. */
gboolean keel_reminder_file_is_damaged (KeelReminderFile *self);
/* Whether its name was taken from it: nobody sees what is written from here. */
gboolean keel_reminder_file_has_moved (KeelReminderFile *self);

/* Replaces rules, settled occurrences and preferences in one transaction, stamped with the journal's change
 * counter, and touches `wake`. */
gboolean keel_reminder_file_project (KeelReminderFile *self, const KeelProjected *projected, GError **error);
/* Takes all names, links, places and maps out, with the questions that are asked with them, so that none is
 * left in any byte of the file or of its journal, and the stamp with them: the next keel_profile_open ()
 * projects anew. BUSY where another process does not let go of the file in a few seconds; then nothing is
 * sure, and it is to be called again. */
gboolean keel_reminder_file_forget_words (KeelReminderFile *self, GError **error);
gboolean keel_reminder_file_forget_stamp (KeelReminderFile *self, GError **error);
/* Of a change of the journal that no reminder depends on: stamps what is projected with @to where it is that
 * of
 * @from, and says in *@moved whether it was. */
gboolean keel_reminder_file_move_stamp (KeelReminderFile *self, gint64 from, gint64 to, gboolean *moved,
                                        GError **error);
gint64 keel_reminder_file_get_stamp (KeelReminderFile *self, GError **error); /* -1 where never projected */
/* Of KeelReminderRule. A rule whose schedule cannot be read is left out with a warning, so that it does
 * not silence the others. */
GPtrArray *keel_reminder_file_get_rules (KeelReminderFile *self, GError **error);

/* Whether there is anything to be reminded of: a meeting, a way to it or a prompt. A question is none. */
gboolean keel_reminder_file_has_reminders (KeelReminderFile *self, gboolean *has, GError **error);

gboolean keel_reminder_file_get_preferences (KeelReminderFile *self, KeelReminderPreferences *preferences,
                                             GError **error);

/* Of an attendance that was put down or taken back: does what moving the stamp does and, where that was
 * @from, settles the occurrence or no longer does, all in one transaction, and touches `wake`. */
gboolean keel_reminder_file_settle (KeelReminderFile *self, const char *series, KeelLocalTime occurrence,
                                    gboolean settled, gint64 from, gint64 to, gboolean *moved,
                                    GError **error);
/* Whether the journal or a letter that waits says what came of it. */
gboolean keel_reminder_file_is_settled (KeelReminderFile *self, const char *series, KeelLocalTime occurrence,
                                        gboolean *settled, GError **error);

/* What a person said on a notification. */
typedef enum
{
  KEEL_REPLY_GOING,
  KEEL_REPLY_NOT, /* not today, or not this time */
  KEEL_REPLY_WENT,
} KeelReply;

typedef struct
{
  gint64 id;
  char *uuid;
  char *series;
  KeelLocalTime occurrence;
  gint64 start; /* seconds UTC: when the occurrence begins, moved or not */
  KeelReply reply;
  gint64 at; /* seconds UTC: when it was said */
} KeelReminderAnswer;

KeelReminderAnswer *keel_reminder_answer_copy (const KeelReminderAnswer *self);
void keel_reminder_answer_free (KeelReminderAnswer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelReminderAnswer, keel_reminder_answer_free)

/* A letter: waits until the profile is open. @answer's id and uuid are ignored. NOT and WENT settle their
 * occurrence at once. Touches the file `answers` beside, which an open Keel watches, and, where it settled
 * something, `wake`. */
gboolean keel_reminder_file_put_answer (KeelReminderFile *self, const KeelReminderAnswer *answer,
                                        GError **error);
GPtrArray *keel_reminder_file_get_answers (KeelReminderFile *self, GError **error); /* in order */
gboolean keel_reminder_file_drop_answers (KeelReminderFile *self, gint64 up_to_id, GError **error);

typedef enum
{
  KEEL_CLAIM_MINE,   /* show it now */
  KEEL_CLAIM_REPEAT, /* claimed earlier but never confirmed: show it again, as repeated */
  KEEL_CLAIM_AGAIN,  /* handed over: it was shown, and is to be shown again, as repeated */
  KEEL_CLAIM_TAKEN,  /* handled: do nothing */
} KeelClaim;

/* Which reminder. A date that was moved is told anew: what was confirmed counts for that @start alone. */
typedef struct
{
  const char *series;
  KeelLocalTime occurrence;
  KeelLocalTime start; /* local start as it is told; no instant, since travelling is no news */
  int lead;
} KeelReminderKey;

/* Says that the caller is about to show these reminders, all in one transaction (BEGIN IMMEDIATE); @claims
 * gets an answer for each of @keys. At most one process gets KEEL_CLAIM_MINE. @holder tells processes apart:
 * a claim of the same holder that was never confirmed is TAKEN, of another (a process that died) REPEAT. */
gboolean keel_reminder_file_claim (KeelReminderFile *self, const KeelReminderKey *keys, guint n_keys,
                                   const char *holder, gint64 now_us, KeelClaim *claims, GError **error);
/* Confirms claims (shown, late, repeated, missed) and writes their log lines in order, in one transaction.
 * What was never claimed is confirmed too: missed reminders need no claim. With KEEL_LEAD_SNOOZE the snooze
 * ends. */
gboolean keel_reminder_file_confirm (KeelReminderFile *self, const KeelReminderEvent *events, guint n_events,
                                     GError **error);
/* Gives claims back after a failure, so that they are tried again, and logs them as failed (once for each
 * reminder and reason), in one transaction. */
gboolean keel_reminder_file_release (KeelReminderFile *self, const KeelReminderEvent *events, guint n_events,
                                     GError **error);
/* Of what was shown and is taken off the screen for another process to show: whoever claims it next gets
 * KEEL_CLAIM_AGAIN. What has KEEL_LEAD_SNOOZE is snoozed until its due once more. Logs nothing. */
gboolean keel_reminder_file_hand_over (KeelReminderFile *self, const KeelReminderEvent *events,
                                       guint n_events, GError **error);
gboolean keel_reminder_file_is_confirmed (KeelReminderFile *self, const KeelReminderKey *key,
                                          gboolean *confirmed, GError **error);

/* A snooze asks for one more reminder at @until (seconds UTC). One per occurrence: the one asked for last
 * wins, whatever was claimed under KEEL_LEAD_SNOOZE before. Logged as snoozed, and touches `wake`. A
 * snooze outlives its rules: whoever shows it looks whether the series still has any. */
typedef struct
{
  char *series;
  KeelLocalTime occurrence;
  gint64 until;
} KeelSnooze;

void keel_snooze_free (KeelSnooze *self);
gboolean keel_reminder_file_snooze (KeelReminderFile *self, const char *series, KeelLocalTime occurrence,
                                    gint64 until, gint64 now_us, GError **error);
GPtrArray *keel_reminder_file_get_snoozes (KeelReminderFile *self, GError **error); /* of KeelSnooze */
gboolean keel_reminder_file_end_snooze (KeelReminderFile *self, const char *series, KeelLocalTime occurrence,
                                        GError **error);

/* Lines of the log with nothing to claim, e.g. dismissed, in one transaction; their ids are ignored. The
 * newest KEEL_REMINDER_LOG_LINES are kept, by number and not by age: a clock that jumps cannot empty the log.
 */
#define KEEL_REMINDER_LOG_LINES 10000
gboolean keel_reminder_file_log (KeelReminderFile *self, const KeelReminderEvent *events, guint n_events,
                                 GError **error);
/* Of KeelReminderEvent, newest first; @limit 0: all. */
GPtrArray *keel_reminder_file_get_log (KeelReminderFile *self, guint limit, GError **error);
/* The id of the last line that the person has seen; 0: none. */
gint64 keel_reminder_file_get_seen (KeelReminderFile *self, GError **error); /* -1 on failure */
gboolean keel_reminder_file_set_seen (KeelReminderFile *self, gint64 id, GError **error);
/* Whether such a line is in it. */
gboolean keel_reminder_file_has_event (KeelReminderFile *self, const char *series, KeelLocalTime occurrence,
                                       int lead, KeelReminderOutcome outcome, gboolean *logged,
                                       GError **error);

G_END_DECLS
