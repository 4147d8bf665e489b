#pragma once

#include "core/keel-days.h"
#include "keel-invocation.h"
#include "keel-json-output.h"

G_BEGIN_DECLS

/* Days as keelctl shows them. */
void keel_json_add_day (JsonBuilder *builder, const char *name, gint64 day); /* KEEL_DAY_NONE: null */
void keel_json_add_days (JsonBuilder *builder, const KeelDays *days);        /* one object: all of it */
void keel_json_add_stand (JsonBuilder *builder, const KeelCountStand *stand);
void keel_json_add_lapse (JsonBuilder *builder, const KeelLapse *lapse);

void keel_invocation_print_days (KeelInvocation *invocation, const KeelDays *days);
void keel_invocation_print_stand (KeelInvocation *invocation, const KeelDays *days,
                                  const KeelCountStand *stand);

G_END_DECLS
