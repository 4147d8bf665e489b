#pragma once

#include "keel-reminder-scheduler.h"

G_BEGIN_DECLS

/*
 * KeelReminderBus: what other programs of Keel may ask keel-reminders over the session bus. The name, the
 * object and its methods are described in store/keel-reminder-process.h.
 */
typedef struct _KeelReminderBus KeelReminderBus;

KeelReminderBus *keel_reminder_bus_new (GDBusConnection *connection, const char *data_dir,
                                        KeelReminderScheduler *scheduler, KeelNotifier *notifier);
void keel_reminder_bus_free (KeelReminderBus *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelReminderBus, keel_reminder_bus_free)

G_END_DECLS
