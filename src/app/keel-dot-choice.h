#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * KeelDotChoice: five round buttons beside each other, from one end to the other, and beside them what the
 * chosen one stands for. Arrows lead from one to the next, a digit from 1 to 5 chooses.
 *
 * Signal: "chosen" (int, 0 to 4), by the person.
 */
#define KEEL_TYPE_DOT_CHOICE (keel_dot_choice_get_type ())
G_DECLARE_FINAL_TYPE (KeelDotChoice, keel_dot_choice, KEEL, DOT_CHOICE, AdwBin)

#define KEEL_N_DOTS 5

/* @label is what is asked; @names are what the buttons stand for, @icons (nullable) what they show. */
KeelDotChoice *keel_dot_choice_new (const char *label, const char *const names[KEEL_N_DOTS],
                                    const char *const icons[KEEL_N_DOTS]);

/* Without the signal; -1: nothing is chosen. */
void keel_dot_choice_set (KeelDotChoice *self, int chosen);

G_END_DECLS
