#pragma once

#include "keel-reminder.h"

G_BEGIN_DECLS

/* More occurrences of one profile than this within a minute are no notifications of their own any more: they
 * join one summary. */
#define KEEL_MOST_NOTIFICATIONS 3

/*
 * KeelReminderFlood: how much was shown of each profile lately, so that nobody's screen fills up. All
 * instants are microseconds UTC; after a clock was set back it begins anew.
 */
typedef struct _KeelReminderFlood KeelReminderFlood;

KeelReminderFlood *keel_reminder_flood_new (void);
void keel_reminder_flood_free (KeelReminderFlood *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelReminderFlood, keel_reminder_flood_free)

/* How many notifications of their own @folder may still have. */
guint keel_reminder_flood_get_room (KeelReminderFlood *self, KeelReminderFolder *folder, gint64 now);
/* One was shown. */
void keel_reminder_flood_note (KeelReminderFlood *self, KeelReminderFolder *folder, gint64 now);
/* The summary with this tag was shown or changed. */
void keel_reminder_flood_note_summary (KeelReminderFlood *self, KeelReminderFolder *folder, const char *tag,
                                       gint64 now);
/* The tag of the summary to join; NULL where there is none of late. Transfer none. */
const char *keel_reminder_flood_get_summary (KeelReminderFlood *self, KeelReminderFolder *folder, gint64 now);
/* Whether that was changed so lately that the next change waits. */
gboolean keel_reminder_flood_is_fresh (KeelReminderFlood *self, KeelReminderFolder *folder, gint64 now);
void keel_reminder_flood_drop (KeelReminderFlood *self, KeelReminderFolder *folder);

G_END_DECLS
