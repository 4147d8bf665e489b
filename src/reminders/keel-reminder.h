#pragma once

#include "core/keel-occurrence.h"
#include "store/keel-reminder-file.h"

G_BEGIN_DECLS

typedef struct _KeelReminderFolder KeelReminderFolder;

/* Why a reminder that is due is not shown yet. */
typedef enum
{
  KEEL_WAIT_NOTHING,
  KEEL_WAIT_SERVER, /* nothing shows notifications */
  KEEL_WAIT_QUIET,  /* quiet hours */
  KEEL_WAIT_MOMENT, /* the notification that it joins was changed just now */
} KeelWait;

/* One reminder that is due: an occurrence of a rule, or of a snooze (lead is then KEEL_LEAD_SNOOZE), or the
 * question afterwards (KEEL_LEAD_AFTERWARDS). Counted. */
typedef struct
{
  KeelReminderFolder *folder;   /* whose it is; a reference */
  GPtrArray *rules;             /* what @rule is in; a reference */
  const KeelReminderRule *rule; /* for a snooze any of its series' */
  int lead;
  KeelOccurrence occurrence;
  gint64 due;        /* seconds UTC */
  gint64 end;        /* seconds UTC: when it is too late to show it */
  gint64 shown;      /* microseconds UTC; 0 while it was not */
  KeelWait wait;     /* for what, */
  gint64 until;      /* and until when, seconds UTC */
  gboolean held;     /* it has waited for the end of quiet hours, or fell due in them */
  gboolean claimed;  /* by this process, and not given back */
  gboolean repeated; /* another process died or ended while it showed this */
  gboolean again;    /* and had shown it for long enough to be seen */
} KeelReminder;

/* @rule is one of @rules (of KeelReminderRule). */
KeelReminder *keel_reminder_new (KeelReminderFolder *folder, GPtrArray *rules, const KeelReminderRule *rule,
                                 int lead, const KeelOccurrence *occurrence, gint64 due, gint64 end);
KeelReminder *keel_reminder_ref (KeelReminder *self);
void keel_reminder_unref (KeelReminder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelReminder, keel_reminder_unref)

gboolean keel_reminder_is_question (const KeelReminder *self);
/* Whether it comes through quiet hours and "do not disturb"; a question never does. */
gboolean keel_reminder_is_important (const KeelReminder *self);
/* Whether it was on a screen before, by this process or another. */
gboolean keel_reminder_was_shown (const KeelReminder *self);
gboolean keel_reminder_has_ended (const KeelReminder *self, gint64 now);
/* Whether there is nothing to join any more. What has no length may have one all the same. */
gboolean keel_reminder_is_over (const KeelReminder *self, gint64 now);
/* Whether they are of the same date. */
gboolean keel_reminder_same_occurrence (const KeelReminder *a, const KeelReminder *b);

/* Whether more than the time may be told, and more offered than Snooze and Open. @alone: the data folder
 * holds one profile. */
gboolean keel_reminder_is_open (const KeelReminder *self, gboolean alone);
/* A safe link for Join, and one for Directions; NULL where there is none. Transfer full. */
char *keel_reminder_get_link (const KeelReminder *self);
char *keel_reminder_get_map (const KeelReminder *self);

G_END_DECLS
