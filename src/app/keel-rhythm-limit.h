#pragma once

#include <adwaita.h>

#include "keel-typed-rhythm.h"

G_BEGIN_DECLS

/*
 * KeelRhythmLimit: how long something that repeats goes on.
 *
 * Signal: "changed", by the person.
 */
#define KEEL_TYPE_RHYTHM_LIMIT (keel_rhythm_limit_get_type ())
G_DECLARE_FINAL_TYPE (KeelRhythmLimit, keel_rhythm_limit, KEEL, RHYTHM_LIMIT, AdwBin)

void keel_rhythm_limit_show (KeelRhythmLimit *self, const KeelRhythm *rhythm); /* without the signal */

/* Puts what was chosen and typed into @typed; its texts belong to this widget. */
void keel_rhythm_limit_read (KeelRhythmLimit *self, KeelTypedRhythm *typed);

void keel_rhythm_limit_show_problems (KeelRhythmLimit *self, const KeelRhythmProblems *problems);
/* Puts the focus on what is wrong; FALSE where nothing is. */
gboolean keel_rhythm_limit_mend (KeelRhythmLimit *self, const KeelRhythmProblems *problems);

void keel_rhythm_limit_save (KeelRhythmLimit *self, GVariantDict *saved);
void keel_rhythm_limit_restore (KeelRhythmLimit *self, GVariant *saved);

G_END_DECLS
