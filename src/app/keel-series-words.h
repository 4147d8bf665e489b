#pragma once

#include "core/keel-attendance.h"
#include "core/keel-series.h"

G_BEGIN_DECLS

/* What a person can say of what they follow, in words. All transfer none. */
const char *keel_series_words_stage (KeelStage stage);
const char *keel_series_words_leader (KeelLeader leader);
const char *keel_series_words_kind (KeelSeriesKind kind);
const char *keel_series_words_colour (int colour); /* KEEL_SERIES_OWN_COLOUR: that of its program */
const char *keel_series_words_question (KeelQuestion question);
const char *keel_series_words_answer (int answer); /* KEEL_ANSWER_NONE: not said */
const char *keel_series_words_mood (int mood);     /* KEEL_MOOD_NONE: not said */

G_END_DECLS
