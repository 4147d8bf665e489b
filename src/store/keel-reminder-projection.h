#pragma once

/* Private to store: the tables of reminders.db that a projection replaces. All within a transaction of the
 * caller's. */

#include "keel-database.h"
#include "keel-reminder-file.h"

G_BEGIN_DECLS

gboolean keel_reminder_projection_replace (KeelDatabase *database, const KeelProjected *projected,
                                           GError **error);
/* Of KeelReminderRule; what cannot be read is left out with a warning. */
GPtrArray *keel_reminder_projection_read_rules (KeelDatabase *database, GError **error);
gboolean keel_reminder_projection_read_preferences (KeelDatabase *database,
                                                    KeelReminderPreferences *preferences, GError **error);
gboolean keel_reminder_projection_move_stamp (KeelDatabase *database, gint64 from, gint64 to, gboolean *moved,
                                              GError **error);
gboolean keel_reminder_projection_settle (KeelDatabase *database, const char *series,
                                          KeelLocalTime occurrence, gboolean settled, GError **error);
gboolean keel_reminder_projection_is_settled (KeelDatabase *database, const char *series,
                                              KeelLocalTime occurrence, gboolean *settled, GError **error);

/* What takes every word out of the tables: SQL. Questions that the person did not allow go, since nobody may
 * ask them outside any more. */
#define KEEL_REMINDER_PROJECTION_FORGET                                                                      \
  "DELETE FROM rule WHERE lead = -2 AND reach <> 'always';"                                                  \
  "UPDATE rule SET name = NULL, link = NULL, place = NULL, map = NULL,"                                      \
  " text = iif (reach = 'always', text, 'discreet'), reach = iif (reach = 'always', reach, 'discreet');"     \
  "DELETE FROM projection;"

/* Whether there is a rule that is no question. */
gboolean keel_reminder_projection_has_reminders (KeelDatabase *database, gboolean *has, GError **error);

G_END_DECLS
