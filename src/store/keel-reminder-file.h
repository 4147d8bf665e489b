#pragma once

#include <glib-object.h>

#include "core/keel-schedule.h"
#include "keel-store-error.h"

G_BEGIN_DECLS

/* The lead under which a snoozed reminder is claimed, confirmed and logged. */
#define KEEL_LEAD_SNOOZE (-1)

/* One reminder rule as keel-reminders needs it: a projection of the journal. */
typedef struct
{
  char *series; /* UUID */
  int lead;     /* minutes before the start */
  KeelSchedule *schedule;
  gint64 since; /* seconds UTC; what was due before is not told */
  char *name;   /* nullable: only where the person allowed it */
  char *link;   /* nullable: for Join */
} KeelReminderRule;

KeelReminderRule *keel_reminder_rule_new (const char *series, int lead, KeelSchedule *schedule, gint64 since);
void keel_reminder_rule_free (KeelReminderRule *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelReminderRule, keel_reminder_rule_free)

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

/* Replaces all rules in one transaction, stamped with the journal's change counter, and touches `wake`. */
gboolean keel_reminder_file_project (KeelReminderFile *self, GPtrArray *rules, gint64 counter,
                                     GError **error);
/* Takes all names and links out, so that none is left in any byte of the file or of its journal, and the
 * stamp with them: the next keel_profile_open () projects anew. BUSY where another process does not let go of
 * the file in a few seconds; then nothing is sure, and it is to be called again. */
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

typedef enum
{
  KEEL_CLAIM_MINE,   /* show it now */
  KEEL_CLAIM_REPEAT, /* claimed earlier but never confirmed: show it again, as repeated */
  KEEL_CLAIM_TAKEN,  /* handled: do nothing */
} KeelClaim;

/* Says that the caller is about to show this reminder: BEGIN IMMEDIATE, at most one process gets
 * KEEL_CLAIM_MINE. @holder tells processes apart: a claim of the same holder that was never confirmed is
 * TAKEN, of another (a process that died) REPEAT. */
gboolean keel_reminder_file_claim (KeelReminderFile *self, const char *series, KeelLocalTime occurrence,
                                   int lead, const char *holder, gint64 now_us, KeelClaim *claim,
                                   GError **error);
/* Confirms a claim (shown, late, repeated, missed) and writes the log line, in one transaction. What was
 * never claimed is confirmed too: missed reminders need no claim. With KEEL_LEAD_SNOOZE the snooze ends. */
gboolean keel_reminder_file_confirm (KeelReminderFile *self, const char *series, KeelLocalTime occurrence,
                                     int lead, gint64 due, gint64 now_us, KeelReminderOutcome outcome,
                                     const char *reason, GError **error);
/* Gives a claim back after a failure, so that it is tried again, and logs it as failed (once for each
 * reminder and reason). */
gboolean keel_reminder_file_release (KeelReminderFile *self, const char *series, KeelLocalTime occurrence,
                                     int lead, gint64 due, gint64 now_us, const char *reason, GError **error);
gboolean keel_reminder_file_is_confirmed (KeelReminderFile *self, const char *series,
                                          KeelLocalTime occurrence, int lead, gboolean *confirmed,
                                          GError **error);

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

/* A line of the log with nothing to claim, e.g. dismissed; @event's id is ignored. The newest
 * KEEL_REMINDER_LOG_LINES are kept, by number and not by age: a clock that jumps cannot empty the log. */
#define KEEL_REMINDER_LOG_LINES 10000
gboolean keel_reminder_file_log (KeelReminderFile *self, const KeelReminderEvent *event, GError **error);
/* Of KeelReminderEvent, newest first; @limit 0: all. */
GPtrArray *keel_reminder_file_get_log (KeelReminderFile *self, guint limit, GError **error);

G_END_DECLS
