#pragma once

#include "keel-notifier.h"
#include "keel-reminder.h"

G_BEGIN_DECLS

/* More occurrences of one profile than this at once become one summary. */
#define KEEL_MOST_NOTIFICATIONS 3

/* One notification and the reminders that it stands for: all that are due for one occurrence, or a summary.
 * Never of more than one profile. */
typedef struct
{
  char *tag;
  GPtrArray *reminders; /* of KeelReminder, by start; never empty */
  guint n_occurrences;
  char *server; /* nullable: which run of the notification server has it */
} KeelShowing;

void keel_showing_free (KeelShowing *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelShowing, keel_showing_free)

/* Distributes @due (GPtrArray of KeelReminder) among notifications: a GPtrArray of KeelShowing without free
 * function, whose elements are the caller's. */
GPtrArray *keel_showing_group (GPtrArray *due);

KeelReminderFolder *keel_showing_get_folder (const KeelShowing *self); /* transfer none */

void keel_showing_write (const KeelShowing *self, gint64 now, GTimeZone *person, KeelNotification *written);

G_END_DECLS
