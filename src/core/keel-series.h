#pragma once

#include "keel-meeting.h"
#include "keel-reminder-style.h"

G_BEGIN_DECLS

/* Minutes before the start: the reminder of a person who does not choose, and the earliest there is. */
#define KEEL_SERIES_USUAL_LEAD 30
#define KEEL_SERIES_MAX_LEAD (28 * KEEL_MINUTES_PER_DAY)

/* What a person may choose from instead of the colour of a program: 0 to one less. */
#define KEEL_SERIES_COLOURS 8
#define KEEL_SERIES_OWN_COLOUR (-1)

/* The answers to one question of a comparison: 0 (not at all) to 4 (very much), or none. */
#define KEEL_ANSWER_MAX 4
#define KEEL_ANSWER_NONE (-1)

/* All but a meeting are appointments. */
typedef enum
{
  KEEL_SERIES_MEETING,
  KEEL_SERIES_THERAPY,
  KEEL_SERIES_DOCTOR,
  KEEL_SERIES_PHARMACY,
  KEEL_SERIES_CASE_MANAGEMENT,
  KEEL_SERIES_PEER_SUPPORT,
  KEEL_SERIES_COURT,
  KEEL_SERIES_OTHER,
} KeelSeriesKind;

typedef enum
{
  KEEL_LEADER_UNKNOWN,
  KEEL_LEADER_PEER,
  KEEL_LEADER_FACILITATOR, /* with a training for it */
  KEEL_LEADER_CLINICIAN,
} KeelLeader;

/* The way into a group: research, attend, engage, commit. Each is beyond the one before. */
typedef enum
{
  KEEL_STAGE_NONE,
  KEEL_STAGE_FOUND,
  KEEL_STAGE_ATTENDED_ONCE,
  KEEL_STAGE_ATTENDED_THREE_TIMES,
  KEEL_STAGE_SPOKE,
  KEEL_STAGE_HOME_GROUP,
  KEEL_STAGE_GAVE_SERVICE,
} KeelStage;

/* What groups are compared by. */
typedef enum
{
  KEEL_QUESTION_SAFE,     /* felt safe there */
  KEEL_QUESTION_FIT,      /* it fits me */
  KEEL_QUESTION_DISTANCE, /* easy to get to */
  KEEL_QUESTION_AGAIN,    /* would go again */
  KEEL_N_QUESTIONS,
} KeelQuestion;

/* The names of these for files that last and for scripts, in the order of the enumerations, ended by NULL. */
extern const char *const keel_series_kind_words[];
extern const char *const keel_leader_words[];
extern const char *const keel_stage_words[];

/* The place of @word (nullable) in such a list; -1 where it is not in it. */
int keel_word_find (const char *const *words, const char *word);

/*
 * KeelSeries: something followed, as a snapshot: a meeting copied from a list, or a meeting or an
 * appointment added by hand. Never changed once it was handed out: keel_series_copy () and change the copy.
 */
#define KEEL_TYPE_SERIES (keel_series_get_type ())
G_DECLARE_FINAL_TYPE (KeelSeries, keel_series, KEEL, SERIES, GObject)

struct _KeelSeries
{
  GObject parent_instance;

  char *uuid; /* NULL until it is in the journal */
  KeelSeriesKind kind;
  KeelMeeting *meeting; /* name, place, links; list and slug where it came from a list */
  KeelSchedule *schedule;
  GArray *leads;           /* of int: minutes before the start, ascending, no duplicates */
  gint64 vanished_at;      /* seconds UTC since when its list no longer has it; 0 while it has */
  KeelReminderStyle style; /* of its reminders */

  /* What the person says of it. */
  char *note;    /* nullable; private */
  char *service; /* nullable: a commitment to serve there */
  int colour;    /* 0 to KEEL_SERIES_COLOURS - 1, or KEEL_SERIES_OWN_COLOUR: its program's */
  gboolean home_group;
  KeelLeader led_by;
  KeelStage stage;
  int answers[KEEL_N_QUESTIONS]; /* 0 to KEEL_ANSWER_MAX, or KEEL_ANSWER_NONE */
};

KeelSeries *keel_series_new (KeelSeriesKind kind, KeelMeeting *meeting, KeelSchedule *schedule);

/* All of it, also the UUID: to be changed and handed to keel_profile_update (). Transfer full. */
KeelSeries *keel_series_copy (KeelSeries *self);

/* These three only until it is handed out. */
void keel_series_set_meeting (KeelSeries *self, KeelMeeting *meeting);
void keel_series_set_schedule (KeelSeries *self, KeelSchedule *schedule);
/* Gives it the lead times of @leads (of int), each once. */
void keel_series_set_leads (KeelSeries *self, const GArray *leads);

/* Whether nothing that a person sees or that reminders follow differs. */
gboolean keel_series_equal (KeelSeries *a, KeelSeries *b);

gboolean keel_series_is_appointment (KeelSeries *self);

/*
 * The stage to offer to a person who was there @n_attended times and has (or has not) made the group their
 * home group or serves there. It is @stage where there is nothing to offer, and never one before @stage.
 */
KeelStage keel_series_suggest_stage (KeelStage stage, guint n_attended, gboolean home_group, gboolean serves);

G_END_DECLS
