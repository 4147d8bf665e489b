#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A soft tone that goes from one pitch to another, both in hertz, and comes and goes without a click: a WAV
 * file of one channel, 16 bits. @seconds: 1 to 60. Transfer full. */
GBytes *keel_tone_make (double from, double to, guint seconds);

#define KEEL_TONE_RATE 22050 /* samples a second */
#define KEEL_TONE_HEADER 44  /* bytes before them */

G_END_DECLS
