#include "keel-region-choice.h"

#include <string.h>

#define CODE_LENGTH 2

gboolean
keel_region_is_code (const char *text)
{
  return strlen (text) == CODE_LENGTH && g_ascii_isalpha (text[0]) && g_ascii_isalpha (text[1]);
}

/* The profile that was named, or the only one. */
static KeelProfileCard *
find_card (KeelInvocation *invocation)
{
  g_autoptr (GPtrArray) cards = NULL;

  if (invocation->profile_id != NULL)
    return keel_profiles_find (invocation->data_dir, invocation->profile_id);
  cards = keel_profiles_list (invocation->data_dir);
  return cards->len == 1 ? g_ptr_array_steal_index (cards, 0) : NULL;
}

char *
keel_region_choose (KeelInvocation *invocation, const char *named, char **part)
{
  g_autoptr (KeelProfileCard) card = NULL;

  if (named != NULL)
    return g_ascii_strup (named, -1);
  card = find_card (invocation);
  if (card == NULL || card->settings->region == NULL)
    return g_strdup (keel_country_of_computer ());
  if (part != NULL)
    *part = g_strdup (card->settings->part);
  return g_strdup (card->settings->region);
}
