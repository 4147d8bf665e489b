#include "config.h"

#include "keel-series-words.h"

#include <glib/gi18n-lib.h>

#include "content/keel-check-in-words.h"

const char *
keel_series_words_stage (KeelStage stage)
{
  static const char *const words[] = {
    [KEEL_STAGE_NONE] = N_ ("Not on the way yet"),
    [KEEL_STAGE_FOUND] = N_ ("Found it"),
    [KEEL_STAGE_ATTENDED_ONCE] = N_ ("Been there once"),
    [KEEL_STAGE_ATTENDED_THREE_TIMES] = N_ ("Been there three times"),
    [KEEL_STAGE_SPOKE] = N_ ("Spoke with someone"),
    [KEEL_STAGE_HOME_GROUP] = N_ ("My home group"),
    [KEEL_STAGE_GAVE_SERVICE] = N_ ("Gave service"),
  };

  return _ (words[stage]);
}

const char *
keel_series_words_leader (KeelLeader leader)
{
  static const char *const words[] = {
    [KEEL_LEADER_UNKNOWN] = N_ ("Not known"),
    [KEEL_LEADER_PEER] = N_ ("A peer"),
    [KEEL_LEADER_FACILITATOR] = N_ ("A trained facilitator"),
    [KEEL_LEADER_CLINICIAN] = N_ ("A clinician"),
  };

  return _ (words[leader]);
}

const char *
keel_series_words_kind (KeelSeriesKind kind)
{
  static const char *const words[] = {
    [KEEL_SERIES_MEETING] = N_ ("Meeting"),
    [KEEL_SERIES_THERAPY] = N_ ("Therapy"),
    [KEEL_SERIES_DOCTOR] = N_ ("Doctor"),
    [KEEL_SERIES_PHARMACY] = N_ ("Pharmacy"),
    [KEEL_SERIES_CASE_MANAGEMENT] = N_ ("Case management"),
    [KEEL_SERIES_PEER_SUPPORT] = N_ ("Peer support"),
    [KEEL_SERIES_COURT] = N_ ("Court"),
    [KEEL_SERIES_OTHER] = N_ ("Something else"),
  };

  return _ (words[kind]);
}

const char *
keel_series_words_colour (int colour)
{
  static const char *const words[KEEL_SERIES_COLOURS] = {
    N_ ("Blue"),   N_ ("Rust"),     N_ ("Green"),  N_ ("Pink"),
    N_ ("Orange"), N_ ("Sky blue"), N_ ("Yellow"), N_ ("Black"),
  };

  return colour >= 0 && colour < KEEL_SERIES_COLOURS ? _ (words[colour]) : _ ("As it is");
}

const char *
keel_series_words_question (KeelQuestion question)
{
  static const char *const words[] = {
    [KEEL_QUESTION_SAFE] = N_ ("I feel safe there"),
    [KEEL_QUESTION_FIT] = N_ ("It fits me"),
    [KEEL_QUESTION_DISTANCE] = N_ ("Easy to get to"),
    [KEEL_QUESTION_AGAIN] = N_ ("I would go again"),
  };

  return _ (words[question]);
}

const char *
keel_series_words_answer (int answer)
{
  static const char *const words[] = {
    N_ ("Not at all"), N_ ("A little"), N_ ("In part"), N_ ("Mostly"), N_ ("Very much"),
  };

  /* Translators: the answer to a question that was left open. */
  return answer >= 0 && answer <= KEEL_ANSWER_MAX ? _ (words[answer]) : C_ ("answer", "Not said");
}

const char *
keel_series_words_mood (int mood)
{
  return mood >= 0 && mood <= KEEL_MOOD_MAX ? keel_check_in_words_moods ()[mood] : C_ ("answer", "Not said");
}
