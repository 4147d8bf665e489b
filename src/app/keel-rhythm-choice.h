#pragma once

#include <adwaita.h>

#include "keel-typed-rhythm.h"

G_BEGIN_DECLS

/*
 * KeelRhythmChoice: how often something is and on which days, in plain words.
 *
 * Signal: "changed", by the person.
 */
#define KEEL_TYPE_RHYTHM_CHOICE (keel_rhythm_choice_get_type ())
G_DECLARE_FINAL_TYPE (KeelRhythmChoice, keel_rhythm_choice, KEEL, RHYTHM_CHOICE, AdwBin)

/* All of these without the signal. */
void keel_rhythm_choice_show (KeelRhythmChoice *self, const KeelRhythm *rhythm);
void keel_rhythm_choice_begin (KeelRhythmChoice *self, int weekday); /* every week, as a suggestion */
/* As long as the person has chosen nothing else: this weekday, and whether it is once. */
void keel_rhythm_choice_suggest_weekday (KeelRhythmChoice *self, int weekday);
void keel_rhythm_choice_suggest_once (KeelRhythmChoice *self, gboolean once);

/* Puts what was chosen and typed into @typed; its texts belong to this widget. */
void keel_rhythm_choice_read (KeelRhythmChoice *self, KeelTypedRhythm *typed);
gboolean keel_rhythm_choice_is_once (KeelRhythmChoice *self);

void keel_rhythm_choice_show_problems (KeelRhythmChoice *self, const KeelRhythmProblems *problems);
/* Puts the focus on what is wrong; FALSE where nothing is. */
gboolean keel_rhythm_choice_mend (KeelRhythmChoice *self, const KeelRhythmProblems *problems);

void keel_rhythm_choice_save (KeelRhythmChoice *self, GVariantDict *saved);
void keel_rhythm_choice_restore (KeelRhythmChoice *self, GVariant *saved);

G_END_DECLS
