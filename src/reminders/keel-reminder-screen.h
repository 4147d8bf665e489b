#pragma once

#include "core/keel-clock.h"
#include "keel-showing.h"

G_BEGIN_DECLS

/*
 * KeelReminderScreen: the notifications that are on the screen as far as is known, each with its place (tag),
 * and how they look there. One that is changed keeps its place and makes no sound.
 */
typedef struct _KeelReminderScreen KeelReminderScreen;

KeelReminderScreen *keel_reminder_screen_new (KeelClock *clock, KeelNotifier *notifier);
void keel_reminder_screen_free (KeelReminderScreen *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelReminderScreen, keel_reminder_screen_free)

/* Whether the data folder holds one profile; FALSE until it is said. All that is there follows. */
void keel_reminder_screen_set_alone (KeelReminderScreen *self, gboolean alone);
gboolean keel_reminder_screen_is_alone (KeelReminderScreen *self);
/* Asks whether the desktop is not to be disturbed: what is put there afterwards respects it. */
gboolean keel_reminder_screen_ask_do_not_disturb (KeelReminderScreen *self);

/* Shows @showing, but does not keep it. */
gboolean keel_reminder_screen_put (KeelReminderScreen *self, KeelShowing *showing, GError **error);
/* Takes @showing, in the place of what was there. */
void keel_reminder_screen_keep (KeelReminderScreen *self, KeelShowing *showing);
/* What is at @tag, which is the caller's then; NULL where nothing is. It stays on the screen itself. */
KeelShowing *keel_reminder_screen_steal (KeelReminderScreen *self, const char *tag);
/* Everything, likewise: a GPtrArray of KeelShowing without free function. */
GPtrArray *keel_reminder_screen_steal_all (KeelReminderScreen *self);
/* Takes @showing, which is not kept, off the screen. */
void keel_reminder_screen_close (KeelReminderScreen *self, KeelShowing *showing);
guint keel_reminder_screen_count (KeelReminderScreen *self);

/* @folder was read anew: what is no longer so is changed or closed. */
void keel_reminder_screen_review (KeelReminderScreen *self, KeelReminderFolder *folder);
/* Closes all that is @folder's. */
void keel_reminder_screen_drop (KeelReminderScreen *self, KeelReminderFolder *folder);
/* What has begun or ended since it was put there says so, and offers what is left to do. */
void keel_reminder_screen_turn (KeelReminderScreen *self);
/* When to do that again, seconds UTC, or KEEL_REMINDER_NEVER: nothing on the screen would change. */
gint64 keel_reminder_screen_get_next (KeelReminderScreen *self);
/* Closes what nobody will answer any more. */
void keel_reminder_screen_close_old (KeelReminderScreen *self);
/* Reminders that another run of the server than @server had, and that still have a use: GPtrArray of
 * KeelReminder. */
GPtrArray *keel_reminder_screen_take_lost (KeelReminderScreen *self, const char *server);

G_END_DECLS
