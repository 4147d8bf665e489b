#pragma once

#include "keel-protected-fixture.h"

G_BEGIN_DECLS

/* What tests interrupt: something is asked of a profile, and dies on the way. */
typedef enum
{
  KEEL_JOB_ON,
  KEEL_JOB_OFF,
  KEEL_JOB_PASSPHRASE,
  KEEL_JOB_CODE,
  KEEL_JOB_WRITE,
  KEEL_JOB_CLOSE,
  KEEL_N_JOBS,
} KeelJob;

extern const char *const keel_job_names[];

/* Where it died. */
typedef enum
{
  KEEL_PHASE_BEFORE,    /* nothing new stands there yet */
  KEEL_PHASE_PREPARING, /* what can be taken back */
  KEEL_PHASE_DECIDED,   /* what has to be finished */
  KEEL_PHASE_AFTER,
  KEEL_N_PHASES,
} KeelPhase;

/* What the profile must answer to. */
typedef struct
{
  gboolean on;
  const char *passphrase; /* KEEL_PASSPHRASE or KEEL_OTHER_PASSPHRASE */
  char *code;             /* nullable: that was shown */
  GPtrArray *written;     /* UUIDs that were acknowledged */
} KeelExpected;

#define KEEL_OTHER_PASSPHRASE "battery staple"

guint keel_get_number (const char *variable, guint otherwise);
/* A fork draws other random numbers than its parent. */
pid_t keel_fork (void);

KeelPhase keel_find_phase (KeelProtectedFixture *fixture, gboolean was_on);
void keel_report_phases (const char *what, guint n, const guint *phases);
const char *keel_get_other_passphrase (const char *passphrase);

/* A copy of @base to work in. */
void keel_enter_copy (KeelProtectedFixture *copy, const KeelProtectedFixture *base);
void keel_leave_copy (KeelProtectedFixture *copy);

/* Lets what was interrupted be finished or taken back. */
void keel_settle (KeelProtectedFixture *fixture);
/* @told: what @job said before it died: UUIDs, a recovery code, "done"; else "". Mends the profile, ends the
 * test where it is not well, and updates @expected. */
void keel_check_profile (KeelProtectedFixture *fixture, KeelJob job, const char *told,
                         KeelExpected *expected);

G_END_DECLS
