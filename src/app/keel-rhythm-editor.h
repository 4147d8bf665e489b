#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/*
 * KeelRhythmEditor: when something is and how it repeats, in plain words, with its next five dates below.
 * What is changed from a date on stays as it was before; a rule that there is no choice for is shown as its
 * sentence and goes on, unless the person wants another.
 */
#define KEEL_TYPE_RHYTHM_EDITOR (keel_rhythm_editor_get_type ())
G_DECLARE_FINAL_TYPE (KeelRhythmEditor, keel_rhythm_editor, KEEL, RHYTHM_EDITOR, AdwBin)

/* Of something new: every week, from today on. @zone is nullable: floating. */
void keel_rhythm_editor_begin (KeelRhythmEditor *self, KeelSession *session, const char *zone);

/* What @schedule is from the day of @date on, a local time of its own zone; where that is over, from its next
 * date on. */
void keel_rhythm_editor_change (KeelRhythmEditor *self, KeelSession *session, KeelSchedule *schedule,
                                KeelLocalTime date);

void keel_rhythm_editor_set_zone (KeelRhythmEditor *self, const char *zone); /* nullable: floating */

/* What is usual of its kind, as long as the person has chosen nothing else: minutes, and whether it is once.
 */
void keel_rhythm_editor_suggest (KeelRhythmEditor *self, int length, gboolean once);

/* What all of it means: the schedule that is changed itself where nothing is. NULL where something has to be
 * mended: it is then marked. Transfer full. */
KeelSchedule *keel_rhythm_editor_dup_schedule (KeelRhythmEditor *self);
/* Puts the focus on the first that is marked; FALSE where none is. */
gboolean keel_rhythm_editor_mend (KeelRhythmEditor *self);

/* All that is chosen and typed, right or wrong, to be put back later. */
GVariant *keel_rhythm_editor_save (KeelRhythmEditor *self); /* a{sv}, floating */
void keel_rhythm_editor_restore (KeelRhythmEditor *self, GVariant *saved);

G_END_DECLS
