#include "keel-prompt.h"

const char *const keel_prompt_kind_words[] = { "check-in", "worksheet", "medicine", "practice",
                                               "plan",     "contact",   NULL };

KeelPrompt *
keel_prompt_new (KeelPromptKind kind, KeelSchedule *schedule)
{
  KeelPrompt *self;

  g_return_val_if_fail (kind <= KEEL_PROMPT_CONTACT, NULL);
  g_return_val_if_fail (schedule != NULL, NULL);

  self = g_new0 (KeelPrompt, 1);
  self->kind = kind;
  self->schedule = keel_schedule_ref (schedule);
  return self;
}

KeelPrompt *
keel_prompt_copy (const KeelPrompt *self)
{
  KeelPrompt *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = keel_prompt_new (self->kind, self->schedule);
  copy->uuid = g_strdup (self->uuid);
  copy->subject = g_strdup (self->subject);
  copy->words = g_strdup (self->words);
  copy->style = self->style;
  return copy;
}

void
keel_prompt_free (KeelPrompt *self)
{
  if (self == NULL)
    return;
  g_free (self->uuid);
  keel_schedule_unref (self->schedule);
  g_free (self->subject);
  g_free (self->words);
  g_free (self);
}
