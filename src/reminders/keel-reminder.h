#pragma once

#include "core/keel-occurrence.h"

G_BEGIN_DECLS

typedef struct _KeelReminderFolder KeelReminderFolder;

/* One reminder that is due: an occurrence of a rule, or of a snooze (lead is then KEEL_LEAD_SNOOZE). Counted.
 */
typedef struct
{
  KeelReminderFolder *folder; /* whose it is; a reference */
  char *series;
  int lead;
  KeelOccurrence occurrence;
  gint64 due;        /* seconds UTC */
  char *link;        /* nullable: a safe link for Join */
  gboolean claimed;  /* by this process, and not given back */
  gboolean repeated; /* another process died while it showed this */
} KeelReminder;

KeelReminder *keel_reminder_new (KeelReminderFolder *folder, const char *series, int lead,
                                 const KeelOccurrence *occurrence, gint64 due, const char *link);
KeelReminder *keel_reminder_ref (KeelReminder *self);
void keel_reminder_unref (KeelReminder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelReminder, keel_reminder_unref)

gboolean keel_reminder_has_ended (const KeelReminder *self, gint64 now);
gboolean keel_reminder_same_occurrence (const KeelReminder *a, const KeelReminder *b);

G_END_DECLS
