#include "keel-involvement.h"

static const char letters[] = "-ny";

void
keel_involvement_parse (KeelInvolvement *self, const char *text)
{
  *self = (KeelInvolvement){ 0 };
  for (guint i = 0; text != NULL && i < KEEL_N_INVOLVED && text[i] != '\0'; i++)
    {
      if (text[i] == letters[KEEL_INVOLVED_YES])
        self->answers[i] = KEEL_INVOLVED_YES;
      else if (text[i] == letters[KEEL_INVOLVED_NO])
        self->answers[i] = KEEL_INVOLVED_NO;
    }
}

char *
keel_involvement_format (const KeelInvolvement *self)
{
  char *text = g_new0 (char, KEEL_N_INVOLVED + 1);

  for (guint i = 0; i < KEEL_N_INVOLVED; i++)
    text[i] = letters[self->answers[i]];
  return text;
}
