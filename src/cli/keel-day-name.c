#include "keel-day-name.h"

#include <string.h>

#include "content/keel-sentences.h"

static const char *const english_names[7] = {
  "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
};

/* Case and accents do not matter: "mie" is "Miércoles". */
static char *
fold_name (const char *text)
{
  g_autofree char *ascii = g_str_to_ascii (text, NULL);
  g_autofree char *folded = g_utf8_casefold (text, -1);

  /* Scripts that have no Latin form become question marks: those are compared as they are. */
  return strchr (ascii, '?') != NULL ? g_steal_pointer (&folded) : g_ascii_strdown (ascii, -1);
}

static int
find_only_match (const char *prefix, char **names)
{
  int found = -1;
  int day;

  for (day = 0; day < 7; day++)
    {
      if (!g_str_has_prefix (names[day], prefix))
        continue;
      if (found >= 0)
        return -1;
      found = day;
    }
  return found;
}

static int
find_local_name (const char *prefix)
{
  char *names[8] = { NULL };
  int found;
  int day;

  for (day = 0; day < 7; day++)
    {
      g_autofree char *name = keel_sentence_weekday (day);

      names[day] = fold_name (name);
    }
  found = find_only_match (prefix, names);
  for (day = 0; day < 7; day++)
    g_free (names[day]);
  return found;
}

int
keel_day_name_parse (const char *text)
{
  g_autofree char *prefix = fold_name (text);
  int day;

  if (*prefix == '\0')
    return -1;
  if (prefix[0] >= '0' && prefix[0] <= '6' && prefix[1] == '\0')
    return prefix[0] - '0';
  day = find_local_name (prefix);
  return day >= 0 ? day : find_only_match (prefix, (char **) english_names);
}
