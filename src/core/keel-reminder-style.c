#include "keel-reminder-style.h"

const char *const keel_reminder_text_words[] = { "discreet", "name", "full", NULL };

gboolean
keel_reminder_style_equal (const KeelReminderStyle *a, const KeelReminderStyle *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->text == b->text && !a->open == !b->open && !a->silent == !b->silent &&
         !a->important == !b->important && a->travel == b->travel;
}

gboolean
keel_reminder_style_is_possible (const KeelReminderStyle *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->text <= KEEL_REMINDER_FULL && self->travel >= 0 && self->travel <= KEEL_SERIES_MAX_TRAVEL;
}
