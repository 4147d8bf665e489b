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

/* Its options, for a table of GOptionEntry. */
#define KEEL_REMINDER_WISH_OPTIONS(self)                                                                         \
  { "reminder-text",                                                                                             \
    0,                                                                                                           \
    0,                                                                                                           \
    G_OPTION_ARG_STRING,                                                                                         \
    &(self)->text,                                                                                               \
    N_ ("What reminders say: discreet (only the time), name, or full (also the place)"),                         \
    N_ ("TEXT") },                                                                                               \
      { "open-reminder",                                                                                         \
        0,                                                                                                       \
        0,                                                                                                       \
        G_OPTION_ARG_NONE,                                                                                       \
        &(self)->open,                                                                                           \
        N_ ("Let them say it also outside the passphrase, and where others have a profile"),                     \
        NULL },                                                                                                  \
      { "no-open-reminder", 0, 0, G_OPTION_ARG_NONE, &(self)->no_open, N_ ("Do not let them any more"), NULL },  \
      { "silent", 0, 0, G_OPTION_ARG_NONE, &(self)->silent, N_ ("Its reminders make no sound"), NULL },          \
      { "sound", 0, 0, G_OPTION_ARG_NONE, &(self)->sound, N_ ("Its reminders make a sound"), NULL },             \
      { "important",                                                                                             \
        0,                                                                                                       \
        0,                                                                                                       \
        G_OPTION_ARG_NONE,                                                                                       \
        &(self)->important,                                                                                      \
        N_ ("Its reminders come in quiet hours, too"),                                                           \
        NULL },                                                                                                  \
      { "no-important", 0, 0, G_OPTION_ARG_NONE, &(self)->no_important, N_ ("They wait in quiet hours"), NULL }, \
  {                                                                                                              \
    "travel", 0, 0, G_OPTION_ARG_STRING, &(self)->travel,                                                        \
        N_ ("How long the way takes: tells you when to leave; 0: does not"), N_ ("MINUTES")                      \
  }

/* Whether it can be wished; says so where it cannot. */
KeelExit keel_reminder_wish_check (const KeelReminderWish *self, KeelInvocation *invocation);
void keel_reminder_wish_apply (const KeelReminderWish *self, KeelReminderStyle *style);

/* How they are then, for scripts and for a person. */
void keel_json_add_reminder_style (JsonBuilder *builder, const KeelReminderStyle *style);
void keel_invocation_print_reminder_style (KeelInvocation *self, KeelSeries *series);

G_END_DECLS
