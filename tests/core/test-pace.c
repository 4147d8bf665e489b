#include <string.h>

#include "core/keel-pace.h"
#include "core/keel-stopwatch.h"
#include "core/keel-tone.h"

/* The breaths of the library. */
static const KeelPace box = { .in = 4, .hold = 4, .out = 4, .rest = 4, .rounds = 8 };
static const KeelPace longer_out = { .in = 4, .out = 6, .rounds = 30 };
static const KeelPace held = { .in = 4, .hold = 7, .out = 8, .rounds = 4 };
static const KeelPace sigh = { .in = 2, .again = 1, .out = 6, .rounds = 33 };
static const KeelPace none = { .in = 0 };

typedef struct
{
  const KeelPace *pace;
  double at; /* seconds */
  KeelPacePhase phase;
  guint left;
  double fill;
  guint round;
} Row;

static const Row rows[] = {
  /* the box, a whole round of it and the first moment of the next */
  { &box, 0, KEEL_PACE_IN, 4, 0, 1 },
  { &box, 0.5, KEEL_PACE_IN, 4, 0.125, 1 },
  { &box, 1, KEEL_PACE_IN, 3, 0.25, 1 },
  { &box, 3.999999, KEEL_PACE_IN, 1, 1, 1 },
  { &box, 4, KEEL_PACE_HOLD, 4, 1, 1 },
  { &box, 7.5, KEEL_PACE_HOLD, 1, 1, 1 },
  { &box, 8, KEEL_PACE_OUT, 4, 1, 1 },
  { &box, 10, KEEL_PACE_OUT, 2, 0.5, 1 },
  { &box, 12, KEEL_PACE_REST, 4, 0, 1 },
  { &box, 15.999999, KEEL_PACE_REST, 1, 0, 1 },
  { &box, 16, KEEL_PACE_IN, 4, 0, 2 },
  { &box, 127.999999, KEEL_PACE_REST, 1, 0, 8 },
  { &box, 128, KEEL_PACE_DONE, 0, 0, 8 },
  { &box, 100000, KEEL_PACE_DONE, 0, 0, 8 },
  { &box, -1, KEEL_PACE_IN, 4, 0, 1 },
  /* nothing is held */
  { &longer_out, 3, KEEL_PACE_IN, 1, 0.75, 1 },
  { &longer_out, 4, KEEL_PACE_OUT, 6, 1, 1 },
  { &longer_out, 9.5, KEEL_PACE_OUT, 1, 1.0 / 12, 1 },
  { &longer_out, 10, KEEL_PACE_IN, 4, 0, 2 },
  { &longer_out, 299, KEEL_PACE_OUT, 1, 1.0 / 6, 30 },
  { &longer_out, 300, KEEL_PACE_DONE, 0, 0, 30 },
  /* held full, never empty */
  { &held, 10.999999, KEEL_PACE_HOLD, 1, 1, 1 },
  { &held, 11, KEEL_PACE_OUT, 8, 1, 1 },
  { &held, 19, KEEL_PACE_IN, 4, 0, 2 },
  { &held, 76, KEEL_PACE_DONE, 0, 0, 4 },
  /* the second breath goes on where the first one ended */
  { &sigh, 1.999999, KEEL_PACE_IN, 1, 0.8, 1 },
  { &sigh, 2, KEEL_PACE_AGAIN, 1, 0.8, 1 },
  { &sigh, 2.5, KEEL_PACE_AGAIN, 1, 0.9, 1 },
  { &sigh, 3, KEEL_PACE_OUT, 6, 1, 1 },
  { &sigh, 9, KEEL_PACE_IN, 2, 0, 2 },
  /* there is nothing to breathe to */
  { &none, 0, KEEL_PACE_DONE, 0, 0, 0 },
};

static void
test_moments (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const Row *row = &rows[i];
      gint64 at = (gint64) (row->at * G_USEC_PER_SEC);
      KeelPaceMoment moment = keel_pace_find (row->pace, at);

      g_test_message ("row %" G_GSIZE_FORMAT ": %f s", i, row->at);
      g_assert_cmpint (moment.phase, ==, row->phase);
      g_assert_cmpuint (moment.left, ==, row->left);
      g_assert_cmpfloat_with_epsilon (moment.fill, row->fill, 1e-6);
      g_assert_cmpuint (moment.round, ==, row->round);
    }
}

/* Whatever the pace, the lungs neither jump nor burst, and the seconds are counted down one by one. */
static void
check_smooth (const KeelPace *pace)
{
  KeelPaceMoment before = keel_pace_find (pace, 0);
  gint64 end = (gint64) keel_pace_get_seconds (pace) * G_USEC_PER_SEC;

  for (gint64 at = 0; at <= end; at += 50000)
    {
      KeelPaceMoment now = keel_pace_find (pace, at);

      g_assert_cmpfloat (now.fill, >=, 0);
      g_assert_cmpfloat (now.fill, <=, 1);
      g_assert_cmpfloat (ABS (now.fill - before.fill), <, 0.06);
      if (now.phase == before.phase && now.round == before.round)
        g_assert_cmpuint (before.left - now.left, <=, 1);
      before = now;
    }
  g_assert_cmpint (before.phase, ==, KEEL_PACE_DONE);
}

static void
test_smooth (void)
{
  check_smooth (&box);
  check_smooth (&longer_out);
  check_smooth (&held);
  check_smooth (&sigh);
}

static void
test_lengths (void)
{
  KeelPace without = keel_pace_without_holds (&held);

  g_assert_cmpuint (keel_pace_get_round_seconds (&box), ==, 16);
  g_assert_cmpuint (keel_pace_get_seconds (&longer_out), ==, 300);
  g_assert_cmpuint (keel_pace_get_seconds (&sigh), ==, 297);
  g_assert_true (keel_pace_has_holds (&held));
  g_assert_false (keel_pace_has_holds (&sigh));
  g_assert_false (keel_pace_is_set (&none));
  g_assert_true (keel_pace_is_set (&without));
  g_assert_cmpuint (keel_pace_get_round_seconds (&without), ==, 12);
  g_assert_cmpint (keel_pace_find (&without, 4 * G_USEC_PER_SEC).phase, ==, KEEL_PACE_OUT);
  g_assert_cmpuint (keel_pace_find (&without, 4 * G_USEC_PER_SEC).left, ==, 8);
}

#define SECOND G_USEC_PER_SEC

/* A pause is no time, however long; what was paused goes on where it stood. */
static void
test_pauses (void)
{
  KeelStopwatch watch = { 0 };

  g_assert_cmpint (keel_stopwatch_get (&watch, 50 * SECOND), ==, 0);
  g_assert_cmpuint (keel_stopwatch_get_left (&watch, 50 * SECOND, 10), ==, 10);
  keel_stopwatch_start (&watch, 100 * SECOND);
  g_assert_cmpint (keel_stopwatch_get (&watch, 103 * SECOND), ==, 3 * SECOND);
  keel_stopwatch_start (&watch, 103 * SECOND);
  g_assert_cmpint (keel_stopwatch_get (&watch, 103 * SECOND), ==, 3 * SECOND);
  keel_stopwatch_pause (&watch, 104 * SECOND);
  keel_stopwatch_pause (&watch, 150 * SECOND);
  g_assert_cmpint (keel_stopwatch_get (&watch, 900 * SECOND), ==, 4 * SECOND);
  g_assert_cmpuint (keel_stopwatch_get_left (&watch, 900 * SECOND, 10), ==, 6);
  keel_stopwatch_start (&watch, 1000 * SECOND);
  g_assert_cmpuint (keel_stopwatch_get_left (&watch, 1005 * SECOND + 1, 10), ==, 1);
  g_assert_cmpuint (keel_stopwatch_get_left (&watch, 1006 * SECOND, 10), ==, 0);
  g_assert_cmpuint (keel_stopwatch_get_left (&watch, 2000 * SECOND, 10), ==, 0);
  keel_stopwatch_reset (&watch);
  g_assert_false (watch.going);
  g_assert_cmpint (keel_stopwatch_get (&watch, 2000 * SECOND), ==, 0);
}

static int
get_sample (const guint8 *wav, gsize place)
{
  const guint8 *at = wav + KEEL_TONE_HEADER + place * 2;

  return (gint16) (guint16) (at[0] | at[1] << 8);
}

/* From one pitch to the other: how often it goes up through the middle between two seconds. */
static guint
count_waves (const guint8 *wav, guint from, guint to)
{
  guint n = 0;

  for (gsize i = from * KEEL_TONE_RATE + 1; i < to * KEEL_TONE_RATE; i++)
    n += get_sample (wav, i - 1) < 0 && get_sample (wav, i) >= 0 ? 1 : 0;
  return n;
}

static void
test_tone (void)
{
  g_autoptr (GBytes) tone = keel_tone_make (200, 400, 4);
  gsize size;
  const guint8 *wav = g_bytes_get_data (tone, &size);

  g_assert_cmpuint (size, ==, KEEL_TONE_HEADER + 4 * KEEL_TONE_RATE * 2);
  g_assert_cmpint (memcmp (wav, "RIFF", 4), ==, 0);
  g_assert_cmpint (memcmp (wav + 8, "WAVEfmt ", 8), ==, 0);
  g_assert_cmpuint (wav[40] | wav[41] << 8 | wav[42] << 16, ==, size - KEEL_TONE_HEADER);
  g_assert_cmpint (get_sample (wav, 0), ==, 0);
  g_assert_cmpint (ABS (get_sample (wav, 4 * KEEL_TONE_RATE - 1)), <, 100);
  for (gsize i = 1; i < 4 * KEEL_TONE_RATE; i++)
    {
      g_assert_cmpint (ABS (get_sample (wav, i)), <, G_MAXINT16 / 4);
      g_assert_cmpint (ABS (get_sample (wav, i) - get_sample (wav, i - 1)), <, 1500); /* no click */
    }
  g_assert_cmpuint (count_waves (wav, 0, 1), >, 215);
  g_assert_cmpuint (count_waves (wav, 0, 1), <, 235);
  g_assert_cmpuint (count_waves (wav, 3, 4), >, 365);
  g_assert_cmpuint (count_waves (wav, 3, 4), <, 385);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pace/moments", test_moments);
  g_test_add_func ("/pace/smooth", test_smooth);
  g_test_add_func ("/pace/lengths", test_lengths);
  g_test_add_func ("/pace/pauses", test_pauses);
  g_test_add_func ("/pace/tone", test_tone);
  return g_test_run ();
}
