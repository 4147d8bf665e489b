#include "keel-invented-meetings.h"

#include <math.h>
#include <stdio.h>

#include <glib/gstdio.h>

#define SEED 20261121
#define N_WORDS 6000

/* What every list has in plenty comes first. */
static const char *const common[] = {
  "the",    "and",    "of",    "to",       "meeting", "open",    "is",      "in",      "for",
  "door",   "please", "group", "room",     "on",      "church",  "step",    "park",    "book",
  "floor",  "at",     "we",    "enter",    "rear",    "hall",    "street",  "welcome", "first",
  "online", "side",   "with",  "big",      "reading", "parking", "second",  "women",   "upstairs",
  "candle", "all",    "our",   "basement", "study",   "speaker", "last",    "every",   "month",
  "ring",   "bell",   "young", "people",   "josé",    "übung",   "évening", "café",    "noon",
};
static const char *const syllables[] = {
  "ba",  "bel", "bri", "ca",  "chel", "co", "da",  "del", "dor", "el",  "fa",  "fen", "ga",  "glen", "ha",
  "hol", "ing", "ka",  "la",  "lin",  "lo", "ma",  "mer", "mo",  "na",  "nor", "o",   "pa",  "per",  "ra",
  "ri",  "ro",  "sa",  "sel", "sta",  "ta", "ten", "ton", "va",  "ver", "wa",  "wil", "win", "za",
};
static const char *const zones[] = { "America/New_York",    "America/Chicago", "America/Denver",
                                     "America/Los_Angeles", "Europe/London",   "Europe/Berlin",
                                     "Australia/Sydney",    "Asia/Kolkata" };
static const char *const venues[] = { "in_person", "in_person", "in_person", "hybrid", "online" };
static const char *const codes[] = { "O", "C", "D", "B", "ST", "X", "W", "M", "Y", "SP", "LIT", "BE" };

static char *
make_word (GRand *random)
{
  GString *word = g_string_new (NULL);
  int length = g_rand_int_range (random, 2, 5);

  for (int i = 0; i < length; i++)
    g_string_append (word, syllables[g_rand_int_range (random, 0, G_N_ELEMENTS (syllables))]);
  return g_string_free (word, FALSE);
}

const char *
keel_invented_word (guint rank)
{
  static char *words[N_WORDS];

  if (!words[0])
    {
      GRand *random = g_rand_new_with_seed (SEED);

      for (guint i = 0; i < N_WORDS; i++)
        words[i] = i < G_N_ELEMENTS (common) ? g_strdup (common[i]) : make_word (random);
      g_rand_free (random);
    }
  return words[rank % N_WORDS];
}

/* As in any language: the n-th word is about 1/n as frequent as the first. */
static const char *
pick_word (GRand *random)
{
  return keel_invented_word ((guint) (exp (g_rand_double (random) * log (N_WORDS)) - 1));
}

static const char *
pick_name (GRand *random)
{
  return keel_invented_word (G_N_ELEMENTS (common) + (guint) g_rand_int_range (random, 0, 2000));
}

static void
write_words (FILE *file, GRand *random, int n)
{
  for (int i = 0; i < n; i++)
    fprintf (file, "%s%s", i ? " " : "", pick_word (random));
}

static void
write_place (FILE *file, GRand *random)
{
  fprintf (file, "\"location\":\"%s ", pick_name (random));
  write_words (file, random, 2);
  fprintf (file, "\",\"formatted_address\":\"%d %s Street, %s, NY %05d, USA\",\"region\":\"%s\",",
           g_rand_int_range (random, 1, 9999), pick_name (random), pick_name (random),
           g_rand_int_range (random, 10000, 99999),
           keel_invented_word (100 + (guint) g_rand_int_range (random, 0, 40)));
  fprintf (file, "\"latitude\":%.5f,\"longitude\":%.5f,", g_rand_double_range (random, 30, 48),
           g_rand_double_range (random, -120, -72));
}

static void
write_types (FILE *file, GRand *random)
{
  int n = g_rand_int_range (random, 1, 4);

  fputs ("\"types\":[", file);
  for (int i = 0; i < n; i++)
    fprintf (file, "%s\"%s\"", i ? "," : "", codes[(guint) g_rand_int_range (random, 0, 4) * 3 + (guint) i]);
  fputs ("],", file);
}

static void
write_meeting (FILE *file, GRand *random, guint number)
{
  int hour = g_rand_int_range (random, 6, 22);
  int minute = g_rand_int_range (random, 0, 4) * 15;
  const char *venue = venues[g_rand_int_range (random, 0, G_N_ELEMENTS (venues))];

  fprintf (file, "{\"slug\":\"%s-%u\",\"name\":\"", pick_name (random), number);
  write_words (file, random, 3);
  fprintf (file, "\",\"day\":%d,\"time\":\"%02d:%02d\",\"end_time\":\"%02d:%02d\",\"timezone\":\"%s\",",
           g_rand_int_range (random, 0, 7), hour, minute, hour + 1, minute,
           zones[g_rand_int_range (random, 0, G_N_ELEMENTS (zones))]);
  write_place (file, random);
  write_types (file, random);
  fprintf (file, "\"attendance_option\":\"%s\",", venue);
  if (venue[0] != 'i')
    fprintf (file, "\"conference_url\":\"https://meet.example.org/j/%u\",", number);
  fprintf (file,
           "\"url\":\"https://example.org/meetings/%u\",\"updated\":\"2026-%02d-%02d 10:00:00\",\"notes\":\"",
           number, g_rand_int_range (random, 1, 12), g_rand_int_range (random, 1, 28));
  write_words (file, random, g_rand_int_range (random, 5, 30));
  fputs ("\"}", file);
}

void
keel_invented_meetings_write_first (const char *path, guint n, guint of)
{
  GRand *random = g_rand_new_with_seed (SEED + of);
  FILE *file = g_fopen (path, "w");

  if (!file)
    g_error ("%s cannot be written", path);
  fputc ('[', file);
  for (guint i = 0; i < n; i++)
    {
      fputs (i ? ",\n" : "\n", file);
      write_meeting (file, random, i);
    }
  fputs ("\n]\n", file);
  fclose (file);
  g_rand_free (random);
}

void
keel_invented_meetings_write (const char *path, guint n)
{
  keel_invented_meetings_write_first (path, n, n);
}
