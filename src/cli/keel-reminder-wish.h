#pragma once

#include <json-glib/json-glib.h>

#include "core/keel-series.h"
#include "keel-command.h"

G_BEGIN_DECLS

/* KeelReminderWish: what the command line says of how the reminders of a meeting are. What it does not say
 * stays as it is. */
typedef struct
{
  char *text;
  char *travel;
  gboolean open, no_open;
  gboolean silent, sound;
  gboolean important, no_important;
} KeelReminderWish;

void keel_reminder_wish_clear (KeelReminderWish *self);

/* Appends its options to @entries (of GOptionEntry); they write into @self. */
void keel_reminder_wish_add_options (KeelReminderWish *self, GArray *entries);

/* Whether it can be wished; says so where it cannot. */
KeelExit keel_reminder_wish_check (const KeelReminderWish *self, KeelInvocation *invocation);
void keel_reminder_wish_apply (const KeelReminderWish *self, KeelReminderStyle *style);

/* How they are then, for scripts and for a person. */
void keel_json_add_reminder_style (JsonBuilder *builder, const KeelReminderStyle *style);
void keel_invocation_print_reminder_style (KeelInvocation *self, KeelSeries *series);

G_END_DECLS
