#include "keel-prompt-sentences.h"

#include <glib/gi18n-lib.h>

const char *
keel_sentence_prompt_kind (KeelPromptKind kind)
{
  switch (kind)
    {
    case KEEL_PROMPT_CHECK_IN:
      return C_ ("what a reminder is of", "Check-in");
    case KEEL_PROMPT_WORKSHEET:
      return C_ ("what a reminder is of", "Worksheet");
    case KEEL_PROMPT_MEDICINE:
      return C_ ("what a reminder is of", "Medicine");
    case KEEL_PROMPT_PRACTICE:
      return C_ ("what a reminder is of", "Practice");
    case KEEL_PROMPT_PLAN:
      return C_ ("what a reminder is of", "Plan");
    case KEEL_PROMPT_CONTACT:
      return C_ ("what a reminder is of", "Contact");
    }
  g_return_val_if_reached ("");
}

char *
keel_sentence_prompt (const KeelPrompt *prompt)
{
  g_return_val_if_fail (prompt != NULL, NULL);

  return g_strdup (prompt->words != NULL ? prompt->words : keel_sentence_prompt_kind (prompt->kind));
}
