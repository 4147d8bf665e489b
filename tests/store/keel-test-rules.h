#pragma once

#include "store/keel-reminder-file.h"

G_BEGIN_DECLS

/* The rules of reminders alone, without those of what is asked afterwards; transfer full. */
static inline GPtrArray *
keel_test_get_reminders (KeelReminderFile *file)
{
  GError *error = NULL;
  GPtrArray *rules = keel_reminder_file_get_rules (file, &error);

  g_assert_no_error (error);
  for (guint i = rules->len; i > 0; i--)
    if (((KeelReminderRule *) rules->pdata[i - 1])->lead == KEEL_LEAD_AFTERWARDS)
      g_ptr_array_remove_index (rules, i - 1);
  return rules;
}

G_END_DECLS
