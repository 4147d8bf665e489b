#pragma once

/* Private to store: the journal's schedules as keel-reminders needs them. */

#include "keel-journal.h"
#include "keel-reminder-file.h"

G_BEGIN_DECLS

/* Of a @protected profile only the names and links that the person allowed. */
gboolean keel_projection_write (KeelJournal *journal, KeelReminderFile *file, gboolean protected,
                                GError **error);
/* Writes only where the stamp differs from the journal's change counter. */
gboolean keel_projection_repair (KeelJournal *journal, KeelReminderFile *file, gboolean protected,
                                 GError **error);

G_END_DECLS
