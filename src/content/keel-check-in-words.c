#include "config.h"

#include "keel-check-in-words.h"

#include <glib/gi18n-lib.h>

static const int steps[KEEL_CHECK_IN_STEPS] = { 0, 3, 5, 8, 10 };

const char *const *
keel_check_in_words_moods (void)
{
  static const char *words[KEEL_CHECK_IN_STEPS];

  /* Translators: how a person felt. */
  words[0] = C_ ("mood", "Very low");
  words[1] = C_ ("mood", "Low");
  words[2] = C_ ("mood", "In between");
  words[3] = C_ ("mood", "Good");
  words[4] = C_ ("mood", "Very good");
  return words;
}

const char *const *
keel_check_in_words_cravings (void)
{
  static const char *words[KEEL_CHECK_IN_STEPS];

  /* Translators: how strong a craving is */
  words[0] = C_ ("craving", "None");
  words[1] = C_ ("craving", "A little");
  words[2] = C_ ("craving", "Middling");
  words[3] = C_ ("craving", "Strong");
  words[4] = C_ ("craving", "Very strong");
  return words;
}

const char *const *
keel_check_in_words_energies (void)
{
  static const char *words[KEEL_CHECK_IN_STEPS];

  /* Translators: how much energy there is */
  words[0] = C_ ("energy", "None");
  words[1] = C_ ("energy", "Little");
  words[2] = C_ ("energy", "Some");
  words[3] = C_ ("energy", "Enough");
  words[4] = C_ ("energy", "Plenty");
  return words;
}

int
keel_check_in_words_craving_step (int craving)
{
  int step = 0;

  if (craving < 0)
    return KEEL_CHECK_IN_UNSAID;
  for (int i = 1; i < KEEL_CHECK_IN_STEPS; i++)
    {
      if (ABS (steps[i] - craving) < ABS (steps[step] - craving))
        step = i;
    }
  return step;
}

int
keel_check_in_words_craving_of_step (int step)
{
  return step >= 0 && step < KEEL_CHECK_IN_STEPS ? steps[step] : KEEL_CHECK_IN_UNSAID;
}

/* Whole digits at *@text, which moves behind them; -1: there is none. */
static int
read_digits (const char **text, guint *n)
{
  int number = -1;

  for (*n = 0; *n < 3 && g_unichar_digit_value (g_utf8_get_char (*text)) >= 0; (*n)++)
    {
      number = MAX (number, 0) * 10 + g_unichar_digit_value (g_utf8_get_char (*text));
      *text = g_utf8_next_char (*text);
    }
  return number;
}

gboolean
keel_check_in_words_parse_sleep (const char *text, int *minutes)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  const char *rest = stripped;
  guint n;
  int hours, part = 0;

  *minutes = 0;
  if (*stripped == '\0')
    return TRUE;
  hours = read_digits (&rest, &n);
  if (hours < 0)
    return FALSE;
  if (*rest == ':')
    {
      rest++;
      part = read_digits (&rest, &n);
      if (part < 0 || n != 2 || part > 59)
        return FALSE;
    }
  else if (*rest == '.' || *rest == ',')
    {
      rest++;
      part = read_digits (&rest, &n);
      if (part < 0 || n > 2)
        return FALSE;
      part = n == 1 ? part * 6 : part * 60 / 100;
    }
  *minutes = hours * 60 + part;
  return *rest == '\0' && *minutes <= 24 * 60;
}

char *
keel_check_in_words_sleep_field (int minutes)
{
  if (minutes <= 0)
    return g_strdup ("");
  return minutes % 60 == 0 ? g_strdup_printf ("%d", minutes / 60)
                           : g_strdup_printf ("%d:%02d", minutes / 60, minutes % 60);
}

static void
add (GString *words, const char *question, const char *answer)
{
  if (words->len > 0)
    g_string_append (words, " · ");
  g_string_append_printf (words, C_ ("question, answer", "%s: %s"), question, answer);
}

char *
keel_check_in_words_describe (const KeelCheckIn *check_in)
{
  GString *words = g_string_new (NULL);

  if (check_in->mood >= 0)
    add (words, C_ ("check-in", "Mood"), keel_check_in_words_moods ()[check_in->mood]);
  if (check_in->craving >= 0)
    add (words, C_ ("check-in", "Craving"),
         keel_check_in_words_cravings ()[keel_check_in_words_craving_step (check_in->craving)]);
  if (check_in->energy >= 0)
    add (words, C_ ("check-in", "Energy"), keel_check_in_words_energies ()[check_in->energy]);
  if (check_in->sleep > 0)
    {
      g_autofree char *hours = keel_check_in_words_sleep_field (check_in->sleep);

      /* Translators: how long somebody slept, in hours: "Sleep: 7:30" */
      add (words, C_ ("check-in", "Sleep"), hours);
    }
  if (check_in->word != NULL)
    g_string_append_printf (words, words->len > 0 ? C_ ("check-in", " · “%s”") : C_ ("check-in", "“%s”"),
                            check_in->word);
  return g_string_free (words, FALSE);
}

char *
keel_check_in_words_describe_for_family (const KeelCheckIn *check_in)
{
  KeelCheckIn shown = *check_in;

  shown.craving = KEEL_CHECK_IN_UNSAID;
  return keel_check_in_words_describe (&shown);
}
