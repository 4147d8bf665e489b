#pragma once

#include "content/keel-strategy.h"
#include "keel-session.h"

G_BEGIN_DECLS

/* A strength that was said while a card was done. */
typedef struct
{
  gint64 at;   /* microseconds, monotonic */
  guint stage; /* at which stage: one for each */
  int strength;
} KeelRunRating;

/* KeelRun: what is known of a card that is being done. Counted. */
typedef struct
{
  KeelSession *session;
  KeelStrategy *strategy;
  guint stage; /* that is shown */
  int before;  /* or KEEL_STRENGTH_NONE */
  int after;
  int helped;      /* KeelHelped */
  GArray *ratings; /* of KeelRunRating */
  char *mine;      /* nullable: what I say in a talk that is practised */
  char *theirs;    /* nullable: what they may say */
  gboolean keeps;  /* these are put into the note of the card */
  gboolean kept;   /* they stand there */
  char *note;      /* nullable: what that says beside them; */
  gboolean note_known;
} KeelRun;

KeelRun *keel_run_new (KeelSession *session, const KeelStrategy *strategy);
KeelRun *keel_run_ref (KeelRun *self);
void keel_run_unref (KeelRun *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelRun, keel_run_unref)

/* In the place of what was said at the same stage. */
void keel_run_rate (KeelRun *self, int strength);
int keel_run_get_rating (const KeelRun *self); /* of the stage that is shown */
/* The first one and the last one that are known; KEEL_STRENGTH_NONE. The first is none where there is only
 * one, and it is the last. */
int keel_run_get_before (const KeelRun *self);
int keel_run_get_after (const KeelRun *self);

G_END_DECLS
