#include "keel-person.h"

#include <string.h>

#include "keel-local-time.h"

const char *const keel_person_kind_words[] = {
  [KEEL_PERSON_OTHER] = "other",         [KEEL_PERSON_SPONSOR] = "sponsor",
  [KEEL_PERSON_MENTOR] = "mentor",       [KEEL_PERSON_PARTNER] = "partner",
  [KEEL_PERSON_PEER] = "peer",           [KEEL_PERSON_THERAPIST] = "therapist",
  [KEEL_PERSON_FAMILY] = "family",       [KEEL_PERSON_FRIEND] = "friend",
  [KEEL_PERSON_SPONSORED] = "sponsored", NULL,
};

KeelPerson *
keel_person_new (const char *name)
{
  KeelPerson *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_new0 (KeelPerson, 1);
  self->name = g_strdup (name);
  self->position = -1;
  self->since = KEEL_PERSON_NO_DAY;
  self->next = KEEL_PERSON_NO_DAY;
  self->remind = KEEL_PERSON_NO_TIME;
  return self;
}

KeelPerson *
keel_person_copy (const KeelPerson *self)
{
  KeelPerson *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof (KeelPerson));
  copy->uuid = g_strdup (self->uuid);
  copy->name = g_strdup (self->name);
  copy->role = g_strdup (self->role);
  copy->number = g_strdup (self->number);
  copy->message = g_strdup (self->message);
  copy->reach = g_strdup (self->reach);
  copy->notes = g_strdup (self->notes);
  copy->prompt = g_strdup (self->prompt);
  return copy;
}

void
keel_person_free (KeelPerson *self)
{
  if (self == NULL)
    return;
  g_free (self->uuid);
  g_free (self->name);
  g_free (self->role);
  g_free (self->number);
  g_free (self->message);
  g_free (self->reach);
  g_free (self->notes);
  g_free (self->prompt);
  g_free (self);
}

gboolean
keel_person_is_possible (const KeelPerson *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->kind <= KEEL_PERSON_SPONSORED && self->rhythm <= KEEL_PERSON_RHYTHM_MAX &&
         self->remind >= KEEL_PERSON_NO_TIME && self->remind < KEEL_MINUTES_PER_DAY;
}

static gboolean
is_initial (const char *word)
{
  guint n_letters = 0;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    n_letters += g_unichar_isalpha (g_utf8_get_char (p)) ? 1 : 0;
  return n_letters <= 1;
}

gboolean
keel_person_name_says_more (const char *name)
{
  g_auto (GStrv) words = NULL;
  guint n_words = 0;

  g_return_val_if_fail (name != NULL, FALSE);

  words = g_regex_split_simple ("[\\s,]+", name, 0, 0);
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      if (*words[i] != '\0' && n_words++ > 0 && !is_initial (words[i]))
        return TRUE;
    }
  return FALSE;
}

char *
keel_number_dup_dial (const char *number)
{
  g_autoptr (GString) dial = g_string_new (NULL);
  guint n_digits = 0;

  if (number == NULL || !g_utf8_validate (number, -1, NULL))
    return NULL;

  for (const char *p = number; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      int digit = g_unichar_digit_value (c);

      if (dial->len > 0 && dial->str[0] == '+' && g_str_has_prefix (p, "(0)"))
        p += strlen ("(0");
      else if (digit >= 0)
        g_string_append_c (dial, (char) ('0' + digit));
      else if ((c == '+' && dial->len == 0) || c == '*' || c == '#')
        g_string_append_c (dial, (char) c);
      else if (g_unichar_isalpha (c))
        return NULL;
      n_digits += digit >= 0 ? 1 : 0;
    }
  return n_digits >= 2 ? g_strdup (dial->str) : NULL;
}
