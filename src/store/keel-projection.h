#pragma once

/* Private to store: the journal's schedules as keel-reminders needs them. */

#include "keel-journal.h"
#include "keel-reminder-file.h"

G_BEGIN_DECLS

gboolean keel_projection_write (KeelJournal *journal, KeelReminderFile *file, GError **error);
/* Writes only where the stamp differs from the journal's change counter. */
gboolean keel_projection_repair (KeelJournal *journal, KeelReminderFile *file, GError **error);

G_END_DECLS
