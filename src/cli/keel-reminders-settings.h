#pragma once

#include <json-glib/json-glib.h>

#include "keel-command.h"
#include "store/keel-profile-reminders.h"

G_BEGIN_DECLS

/* The preferences of all reminders: `keelctl reminders quiet|sound|ask|autostart`. */

/* @value is nullable: tells how it is. */
KeelExit keel_reminders_settings_quiet (KeelInvocation *invocation, const char *value);
KeelExit keel_reminders_settings_sound (KeelInvocation *invocation, const char *value);
KeelExit keel_reminders_settings_ask (KeelInvocation *invocation, const char *value);
KeelExit keel_reminders_settings_autostart (KeelInvocation *invocation, const char *value);

/* Members of a JSON document, and lines for a person. */
void keel_json_add_reminder_preferences (JsonBuilder *builder, KeelInvocation *invocation,
                                         const KeelReminderPreferences *preferences);
void keel_invocation_print_reminder_preferences (KeelInvocation *self,
                                                 const KeelReminderPreferences *preferences);

G_END_DECLS
