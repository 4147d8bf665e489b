#pragma once

/* Private to `keelctl profile`: what it does with the passphrase of a profile. */

#include <json-glib/json-glib.h>

#include "keel-command.h"

G_BEGIN_DECLS

KeelExit keel_profile_protection_turn_on (KeelInvocation *invocation, const KeelProfileCard *card);
KeelExit keel_profile_protection_turn_off (KeelInvocation *invocation, const KeelProfileCard *card);
KeelExit keel_profile_protection_change (KeelInvocation *invocation, const KeelProfileCard *card);
KeelExit keel_profile_protection_renew_code (KeelInvocation *invocation, const KeelProfileCard *card);
KeelExit keel_profile_protection_remove_code (KeelInvocation *invocation, const KeelProfileCard *card);

/* Members of an object: what can be known of a profile without opening it. */
void keel_profile_card_add_to_json (const KeelProfileCard *card, gboolean is_protected, JsonBuilder *builder);

G_END_DECLS
