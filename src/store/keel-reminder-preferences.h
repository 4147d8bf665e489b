#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What holds for all reminders of a profile. */
typedef struct
{
  gboolean silent;
  int quiet_from; /* minutes of the local day; quiet hours may cross midnight. -1: there are none */
  int quiet_to;
  gboolean ask_afterwards;
} KeelReminderPreferences;

/* Of a person who chose nothing. */
#define KEEL_REMINDER_PREFERENCES_USUAL                                                                      \
  ((KeelReminderPreferences){ .quiet_from = -1, .quiet_to = -1, .ask_afterwards = TRUE })

/* From a minute to the same one is no quiet hour. */
gboolean keel_reminder_preferences_has_quiet_hours (const KeelReminderPreferences *self);
/* Whether @minute of the local day (0 to 1439) lies in them. */
gboolean keel_reminder_preferences_is_quiet (const KeelReminderPreferences *self, int minute);

G_END_DECLS
