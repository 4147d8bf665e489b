#pragma once

#include "core/keel-check-in.h"

G_BEGIN_DECLS

#define KEEL_CHECK_IN_STEPS 5

/* What one can say of a mood, a craving and energy, each in KEEL_CHECK_IN_STEPS steps. */
const char *const *keel_check_in_words_moods (void);
const char *const *keel_check_in_words_cravings (void);
const char *const *keel_check_in_words_energies (void);

/* A craving goes from 0 to 10, and is said in five steps. Both: KEEL_CHECK_IN_UNSAID for that. */
int keel_check_in_words_craving_step (int craving);
int keel_check_in_words_craving_of_step (int step);

/* Hours that a person types: "7", "7.5", "7,5", "7:30", in any digits; nothing is 0. And how they are written
 * there; transfer full. */
gboolean keel_check_in_words_parse_sleep (const char *text, int *minutes);
char *keel_check_in_words_sleep_field (int minutes);

/* All that one says, without the time: "Mood: good · Craving: a little · “tired”". Transfer full. */
char *keel_check_in_words_describe (const KeelCheckIn *check_in);
/* The same for the pages of families, where nobody has a craving; "" where it says nothing else. */
char *keel_check_in_words_describe_for_family (const KeelCheckIn *check_in);

G_END_DECLS
