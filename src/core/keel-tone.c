#include "keel-tone.h"

#include <math.h>
#include <string.h>

/* Of what a sample can hold. */
#define LOUDNESS 0.2
/* Of a second, at both ends. */
#define FADE 0.35

static void
put_number (guint8 *at, guint32 number, guint bytes)
{
  for (guint i = 0; i < bytes; i++)
    at[i] = (guint8) (number >> (8 * i));
}

static void
write_header (guint8 *wav, guint32 data_bytes)
{
  memcpy (wav, "RIFF", 4);
  put_number (wav + 4, data_bytes + KEEL_TONE_HEADER - 8, 4);
  memcpy (wav + 8, "WAVEfmt ", 8);
  put_number (wav + 16, 16, 4); /* the bytes of what follows */
  put_number (wav + 20, 1, 2);  /* plain samples */
  put_number (wav + 22, 1, 2);
  put_number (wav + 24, KEEL_TONE_RATE, 4);
  put_number (wav + 28, KEEL_TONE_RATE * 2, 4);
  put_number (wav + 32, 2, 2);
  put_number (wav + 34, 16, 2);
  memcpy (wav + 36, "data", 4);
  put_number (wav + 40, data_bytes, 4);
}

GBytes *
keel_tone_make (double from, double to, guint seconds)
{
  gsize n = (gsize) CLAMP (seconds, 1, 60) * KEEL_TONE_RATE;
  gsize size = KEEL_TONE_HEADER + n * 2;
  guint8 *wav = g_malloc (size);
  double angle = 0;

  write_header (wav, (guint32) (n * 2));
  for (gsize i = 0; i < n; i++)
    {
      double share = (double) i / (double) n;
      double edge = (double) MIN (i, n - 1 - i) / KEEL_TONE_RATE / FADE;
      double loudness = LOUDNESS * (edge < 1 ? (1 - cos (edge * G_PI)) / 2 : 1);

      put_number (wav + KEEL_TONE_HEADER + i * 2, (guint32) (gint32) (loudness * sin (angle) * G_MAXINT16),
                  2);
      angle += 2 * G_PI * (from + (to - from) * share) / KEEL_TONE_RATE;
    }
  return g_bytes_new_take (wav, size);
}
